"""The first schema: every table, the ledger's head, the append-only triggers.

Revision: 0001.
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import tracker.store.types
from tracker.store.schema import refuse_if_populated
from tracker.store.triggers import create_triggers, drop_triggers

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

RECORDS = (
    "agent",
    "agent_name",
    "article",
    "article_version",
    "attribution",
    "blob",
    "claim",
    "claim_key",
    "claim_relation",
    "correction",
    "event",
    "judgement",
    "key_count",
    "ledger",
    "ledger_value",
    "link",
    "occupancy",
    "occurrence",
    "outlet",
    "participation",
    "place",
    "reported_fact",
    "selector",
)
"""Every table but the ledger's head, which always holds its one row."""


def upgrade() -> None:
    op.create_table(
        "agent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("scope", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agent")),
        sa.UniqueConstraint("uid", name=op.f("uq_agent_uid")),
    )
    with op.batch_alter_table("agent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agent_key"), ["key"], unique=False)
        batch_op.create_index(batch_op.f("ix_agent_name"), ["name"], unique=False)

    op.create_table(
        "blob",
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("codec", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blob")),
    )
    op.create_table(
        "key_count",
        sa.Column("hash", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_key_count")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ledger",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", tracker.store.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("user", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("action", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("record_kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("record_uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("digest", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("tool", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("previous", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_ledger")),
    )
    with op.batch_alter_table("ledger", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ledger_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_ledger_record_uid"), ["record_uid"], unique=False)

    op.create_table(
        "ledger_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_head")),
    )
    op.create_table(
        "outlet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet")),
        sa.UniqueConstraint("key", name=op.f("uq_outlet_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_outlet_uid")),
    )
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("key", name=op.f("uq_place_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_place_uid")),
    )
    op.create_table(
        "agent_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agent.id"], name=op.f("fk_agent_name_agent_id_agent")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agent_name")),
        sa.UniqueConstraint("agent_id", "name", name=op.f("uq_agent_name_agent_id_name")),
    )
    with op.batch_alter_table("agent_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agent_name_key"), ["key"], unique=False)

    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("url", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("content_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("published_at", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("published_start", tracker.store.types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("published_end", tracker.store.types.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlet.id"], name=op.f("fk_article_outlet_id_outlet")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("uid", name=op.f("uq_article_uid")),
    )
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_outlet_id"), ["outlet_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_article_published_start"), ["published_start"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_article_url"), ["url"], unique=False)

    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("type", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("modality", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("precision", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("when_as_printed", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("starts <= ends", name=op.f("ck_event_interval")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_event_place_id_place")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("uid", name=op.f("uq_event_uid")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_place_id"), ["place_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_starts"), ["starts"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_type"), ["type"], unique=False)

    op.create_table(
        "ledger_value",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("salt", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("value", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.ForeignKeyConstraint(["seq"], ["ledger.seq"], name=op.f("fk_ledger_value_seq_ledger")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_ledger_value")),
    )
    op.create_table(
        "article_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body_sha256", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("text_sha256", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("author", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("media_type", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("encoding", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("encoding_from", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("extractor", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("extractor_version", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("captured_at", tracker.store.types.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_version_article_id_article")
        ),
        sa.ForeignKeyConstraint(
            ["body_sha256"], ["blob.sha256"], name=op.f("fk_article_version_body_sha256_blob")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_version")),
        sa.UniqueConstraint(
            "article_id", "number", name=op.f("uq_article_version_article_id_number")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_article_version_uid")),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("external_id", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("type", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("act", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("context", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("speaker_names", tracker.store.types.Json(), nullable=False),
        sa.Column("unnamed_source", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("denied", sa.Boolean(), nullable=False),
        sa.Column("said_start", sa.Date(), nullable=True),
        sa.Column("said_end", sa.Date(), nullable=True),
        sa.Column("said_precision", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("said_as_printed", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("part_of_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "act IN ('speech', 'belief', 'intention', 'document')", name=op.f("ck_claim_act")
        ),
        sa.CheckConstraint("kind IN ('fact', 'quote', 'claim')", name=op.f("ck_claim_kind")),
        sa.CheckConstraint("type IN ('direct', 'indirect', 'mixed')", name=op.f("ck_claim_type")),
        sa.CheckConstraint("part_of_id <> id", name=op.f("ck_claim_not_part_of_itself")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_claim_event_id_event")),
        sa.ForeignKeyConstraint(
            ["part_of_id"], ["claim.id"], name=op.f("fk_claim_part_of_id_claim")
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"], ["agent.id"], name=op.f("fk_claim_speaker_id_agent")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("uid", name=op.f("uq_claim_uid")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_external_id"), ["external_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_part_of_id"), ["part_of_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_speaker_id"), ["speaker_id"], unique=False)

    op.create_table(
        "participation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("role", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agent.id"], name=op.f("fk_participation_agent_id_agent")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_participation_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint(
            "event_id", "agent_id", "role", name=op.f("uq_participation_event_id_agent_id_role")
        ),
    )
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_participation_agent_id"), ["agent_id"], unique=False)

    op.create_table(
        "claim_key",
        sa.Column("hash", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_key_claim_id_claim")
        ),
        sa.PrimaryKeyConstraint("hash", "claim_id", name=op.f("pk_claim_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim_relation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("from_claim_id", sa.Integer(), nullable=False),
        sa.Column("to_claim_id", sa.Integer(), nullable=False),
        sa.Column("relation", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("basis", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("features", tracker.store.types.Json(), nullable=False),
        sa.Column("differences", tracker.store.types.Json(), nullable=False),
        sa.Column("matcher", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("matcher_version", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "from_claim_id <> to_claim_id", name=op.f("ck_claim_relation_two_claims")
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name=op.f("ck_claim_relation_score")),
        sa.ForeignKeyConstraint(
            ["from_claim_id"], ["claim.id"], name=op.f("fk_claim_relation_from_claim_id_claim")
        ),
        sa.ForeignKeyConstraint(
            ["to_claim_id"], ["claim.id"], name=op.f("fk_claim_relation_to_claim_id_claim")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_relation")),
        sa.UniqueConstraint(
            "from_claim_id",
            "to_claim_id",
            "relation",
            name=op.f("uq_claim_relation_from_claim_id_to_claim_id_relation"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_claim_relation_uid")),
    )
    with op.batch_alter_table("claim_relation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_claim_relation_to_claim_id"), ["to_claim_id"], unique=False
        )

    op.create_table(
        "occupancy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("of", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agent.id"], name=op.f("fk_occupancy_agent_id_agent")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["article_version.id"],
            name=op.f("fk_occupancy_version_id_article_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occupancy")),
        sa.UniqueConstraint(
            "agent_id",
            "title",
            "of",
            "version_id",
            name=op.f("uq_occupancy_agent_id_title_of_version_id"),
        ),
    )
    with op.batch_alter_table("occupancy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_occupancy_version_id"), ["version_id"], unique=False)

    op.create_table(
        "occurrence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("origin", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("rule", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("speaker_reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("extractor_version", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("rejected", sa.Boolean(), nullable=False),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_occurrence_confidence")),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_occurrence_claim_id_claim")
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["occurrence.id"], name=op.f("fk_occurrence_parent_id_occurrence")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["article_version.id"],
            name=op.f("fk_occurrence_version_id_article_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrence")),
        sa.UniqueConstraint("claim_id", name=op.f("uq_occurrence_claim_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_occurrence_uid")),
    )
    with op.batch_alter_table("occurrence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_occurrence_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_occurrence_version_id"), ["version_id"], unique=False)

    op.create_table(
        "attribution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("role", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        sa.Column("made_by", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agent.id"], name=op.f("fk_attribution_agent_id_agent")
        ),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["occurrence.id"],
            name=op.f("fk_attribution_occurrence_id_occurrence"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attribution")),
    )
    with op.batch_alter_table("attribution", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attribution_agent_id"), ["agent_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_attribution_occurrence_id"), ["occurrence_id"], unique=False
        )

    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=False),
        sa.Column("field", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("before", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("after", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("user", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("at", tracker.store.types.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["occurrence.id"],
            name=op.f("fk_correction_occurrence_id_occurrence"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("uid", name=op.f("uq_correction_uid")),
    )
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_correction_occurrence_id"), ["occurrence_id"], unique=False
        )

    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("relation", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("decision", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("features", tracker.store.types.Json(), nullable=False),
        sa.Column("differences", tracker.store.types.Json(), nullable=False),
        sa.Column("matcher", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("matcher_version", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name=op.f("ck_link_score")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_link_claim_id_claim")),
        sa.ForeignKeyConstraint(
            ["occurrence_id"], ["occurrence.id"], name=op.f("fk_link_occurrence_id_occurrence")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sa.UniqueConstraint(
            "occurrence_id", "claim_id", name=op.f("uq_link_occurrence_id_claim_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_link_uid")),
    )
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_link_claim_id"), ["claim_id"], unique=False)

    op.create_table(
        "reported_fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("property", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("value_min", sa.Float(), nullable=True),
        sa.Column("value_max", sa.Float(), nullable=True),
        sa.Column("unit", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("qualifier", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("as_printed", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_reported_fact_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["occurrence.id"],
            name=op.f("fk_reported_fact_occurrence_id_occurrence"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reported_fact")),
    )
    with op.batch_alter_table("reported_fact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reported_fact_event_id"), ["event_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_reported_fact_occurrence_id"), ["occurrence_id"], unique=False
        )

    op.create_table(
        "selector",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=False),
        sa.Column("part", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("prefix", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("suffix", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("made_by", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint('0 <= start AND start <= "end"', name=op.f("ck_selector_offsets")),
        sa.ForeignKeyConstraint(
            ["occurrence_id"], ["occurrence.id"], name=op.f("fk_selector_occurrence_id_occurrence")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_selector")),
    )
    with op.batch_alter_table("selector", schema=None) as batch_op:
        batch_op.create_index(
            "ix_selector_occurrence_id_part", ["occurrence_id", "part"], unique=False
        )

    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=True),
        sa.Column("relation_id", sa.Integer(), nullable=True),
        sa.Column("verdict", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("user", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("at", tracker.store.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("withdraws_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(link_id IS NULL) <> (relation_id IS NULL)", name=op.f("ck_judgement_one_subject")
        ),
        sa.CheckConstraint(
            "(verdict IS NULL) <> (withdraws_id IS NULL)",
            name=op.f("ck_judgement_verdict_or_withdrawal"),
        ),
        sa.ForeignKeyConstraint(["link_id"], ["link.id"], name=op.f("fk_judgement_link_id_link")),
        sa.ForeignKeyConstraint(
            ["relation_id"],
            ["claim_relation.id"],
            name=op.f("fk_judgement_relation_id_claim_relation"),
        ),
        sa.ForeignKeyConstraint(
            ["withdraws_id"], ["judgement.id"], name=op.f("fk_judgement_withdraws_id_judgement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
        sa.UniqueConstraint("uid", name=op.f("uq_judgement_uid")),
        sa.UniqueConstraint("withdraws_id", name=op.f("uq_judgement_withdraws_id")),
    )
    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_judgement_link_id"), ["link_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_judgement_relation_id"), ["relation_id"], unique=False)
    head = sa.table("ledger_head", sa.column("id"), sa.column("seq"), sa.column("hash"))
    op.bulk_insert(head, [{"id": 1, "seq": 0, "hash": "0" * 64}])
    create_triggers(op.get_bind())


def downgrade() -> None:
    refuse_if_populated(op.get_bind(), *RECORDS)
    drop_triggers(op.get_bind())
    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_judgement_relation_id"))
        batch_op.drop_index(batch_op.f("ix_judgement_link_id"))

    op.drop_table("judgement")
    with op.batch_alter_table("selector", schema=None) as batch_op:
        batch_op.drop_index("ix_selector_occurrence_id_part")

    op.drop_table("selector")
    with op.batch_alter_table("reported_fact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reported_fact_occurrence_id"))
        batch_op.drop_index(batch_op.f("ix_reported_fact_event_id"))

    op.drop_table("reported_fact")
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_link_claim_id"))

    op.drop_table("link")
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_correction_occurrence_id"))

    op.drop_table("correction")
    with op.batch_alter_table("attribution", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attribution_occurrence_id"))
        batch_op.drop_index(batch_op.f("ix_attribution_agent_id"))

    op.drop_table("attribution")
    with op.batch_alter_table("occurrence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_occurrence_version_id"))
        batch_op.drop_index(batch_op.f("ix_occurrence_parent_id"))

    op.drop_table("occurrence")
    with op.batch_alter_table("occupancy", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_occupancy_version_id"))

    op.drop_table("occupancy")
    with op.batch_alter_table("claim_relation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_relation_to_claim_id"))

    op.drop_table("claim_relation")
    op.drop_table("claim_key")
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_participation_agent_id"))

    op.drop_table("participation")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_speaker_id"))
        batch_op.drop_index(batch_op.f("ix_claim_part_of_id"))
        batch_op.drop_index(batch_op.f("ix_claim_external_id"))
        batch_op.drop_index(batch_op.f("ix_claim_event_id"))

    op.drop_table("claim")
    op.drop_table("article_version")
    op.drop_table("ledger_value")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_type"))
        batch_op.drop_index(batch_op.f("ix_event_starts"))
        batch_op.drop_index(batch_op.f("ix_event_place_id"))

    op.drop_table("event")
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_article_url"))
        batch_op.drop_index(batch_op.f("ix_article_published_start"))
        batch_op.drop_index(batch_op.f("ix_article_outlet_id"))

    op.drop_table("article")
    with op.batch_alter_table("agent_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agent_name_key"))

    op.drop_table("agent_name")
    op.drop_table("place")
    op.drop_table("outlet")
    op.drop_table("ledger_head")
    with op.batch_alter_table("ledger", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ledger_record_uid"))
        batch_op.drop_index(batch_op.f("ix_ledger_at"))

    op.drop_table("ledger")
    op.drop_table("key_count")
    op.drop_table("blob")
    with op.batch_alter_table("agent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agent_name"))
        batch_op.drop_index(batch_op.f("ix_agent_key"))

    op.drop_table("agent")
