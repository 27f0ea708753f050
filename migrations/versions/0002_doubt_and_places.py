"""Doubt about speakers, unnamed sources, presence at events, places, agents that are one.

Revision: 0002. Follows: 0001.
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import tracker.store.types
from tracker.store.schema import refuse_if_any
from tracker.store.triggers import create_triggers

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WOULD_BE_LOST = {
    "occurrence": "speaker_confidence IS NOT NULL OR proposed_id IS NOT NULL",
    "attribution": "source_type IS NOT NULL OR ground IS NOT NULL",
    "participation": "presence <> ''",
    "event": "place_precision IS NOT NULL",
    "place": "origin = 'person'",
    "judgement": "occurrence_id IS NOT NULL",
    "agent_identity": "1 = 1",
}
"""Rows that hold something that 0001 has no place for."""


def words(name: str) -> sa.Column[str]:
    return sa.Column(name, sqlmodel.sql.sqltypes.AutoString(), nullable=True)


def upgrade() -> None:
    with op.batch_alter_table("occurrence", schema=None) as batch_op:
        batch_op.add_column(sa.Column("speaker_confidence", sa.Float(), nullable=True))
        batch_op.add_column(sa.Column("proposed_id", sa.Integer(), nullable=True))
        batch_op.create_check_constraint(
            batch_op.f("ck_occurrence_speaker_confidence"), "speaker_confidence BETWEEN 0 AND 1"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_occurrence_proposed_id_agent"), "agent", ["proposed_id"], ["id"]
        )
        batch_op.create_index(
            batch_op.f("ix_occurrence_proposed_id"), ["proposed_id"], unique=False
        )

    with op.batch_alter_table("attribution", schema=None) as batch_op:
        batch_op.add_column(words("source_type"))
        batch_op.add_column(words("ground"))

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(words("place_precision"))

    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "presence",
                sqlmodel.sql.sqltypes.AutoString(),
                server_default=sa.text("''"),
                nullable=False,
            )
        )
        batch_op.drop_constraint(
            batch_op.f("uq_participation_event_id_agent_id_role"), type_="unique"
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_participation_event_id_agent_id_role_presence"),
            ["event_id", "agent_id", "role", "presence"],
        )

    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.add_column(words("kind"))
        batch_op.add_column(words("within"))
        batch_op.add_column(
            sa.Column(
                "origin",
                sqlmodel.sql.sqltypes.AutoString(),
                server_default=sa.text("'article'"),
                nullable=False,
            )
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_place_origin"), "origin IN ('shipped', 'person', 'article')"
        )

    op.create_table(
        "place_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_place_name_place_id_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_name")),
        sa.UniqueConstraint("place_id", "name", name=op.f("uq_place_name_place_id_name")),
    )
    with op.batch_alter_table("place_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_place_name_key"), ["key"], unique=False)

    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.add_column(sa.Column("occurrence_id", sa.Integer(), nullable=True))
        batch_op.drop_constraint(batch_op.f("ck_judgement_one_subject"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_judgement_one_subject"),
            "(CASE WHEN link_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN relation_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN occurrence_id IS NULL THEN 0 ELSE 1 END) = 1",
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_judgement_occurrence_id_occurrence"),
            "occurrence",
            ["occurrence_id"],
            ["id"],
        )
        batch_op.create_index(
            batch_op.f("ix_judgement_occurrence_id"), ["occurrence_id"], unique=False
        )

    with op.batch_alter_table("agent", schema=None) as batch_op:
        batch_op.add_column(sa.Column("same_as_id", sa.Integer(), nullable=True))
        batch_op.create_check_constraint(batch_op.f("ck_agent_not_itself"), "same_as_id <> id")
        batch_op.create_foreign_key(
            batch_op.f("fk_agent_same_as_id_agent"), "agent", ["same_as_id"], ["id"]
        )
        batch_op.create_index(batch_op.f("ix_agent_same_as_id"), ["same_as_id"], unique=False)

    op.create_table(
        "agent_identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=True),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("user", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("at", tracker.store.types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("withdraws_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("agent_id <> other_id", name=op.f("ck_agent_identity_two_agents")),
        sa.CheckConstraint(
            "(same IS NULL) <> (withdraws_id IS NULL)",
            name=op.f("ck_agent_identity_word_or_withdrawal"),
        ),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agent.id"], name=op.f("fk_agent_identity_agent_id_agent")
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["agent.id"], name=op.f("fk_agent_identity_other_id_agent")
        ),
        sa.ForeignKeyConstraint(
            ["withdraws_id"],
            ["agent_identity.id"],
            name=op.f("fk_agent_identity_withdraws_id_agent_identity"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agent_identity")),
        sa.UniqueConstraint("uid", name=op.f("uq_agent_identity_uid")),
        sa.UniqueConstraint("withdraws_id", name=op.f("uq_agent_identity_withdraws_id")),
    )
    with op.batch_alter_table("agent_identity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agent_identity_agent_id"), ["agent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agent_identity_other_id"), ["other_id"], unique=False)

    create_triggers(op.get_bind())


def downgrade() -> None:
    refuse_if_any(op.get_bind(), WOULD_BE_LOST)

    with op.batch_alter_table("agent_identity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agent_identity_other_id"))
        batch_op.drop_index(batch_op.f("ix_agent_identity_agent_id"))

    op.drop_table("agent_identity")
    with op.batch_alter_table("agent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agent_same_as_id"))
        batch_op.drop_constraint(batch_op.f("fk_agent_same_as_id_agent"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("ck_agent_not_itself"), type_="check")
        batch_op.drop_column("same_as_id")

    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_judgement_occurrence_id"))
        batch_op.drop_constraint(
            batch_op.f("fk_judgement_occurrence_id_occurrence"), type_="foreignkey"
        )
        batch_op.drop_constraint(batch_op.f("ck_judgement_one_subject"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_judgement_one_subject"), "(link_id IS NULL) <> (relation_id IS NULL)"
        )
        batch_op.drop_column("occurrence_id")

    with op.batch_alter_table("place_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_place_name_key"))

    op.drop_table("place_name")
    # Shipped places come again with `tracker init`; one that an event names stays.
    op.execute(
        "DELETE FROM place WHERE origin = 'shipped' AND NOT EXISTS"
        " (SELECT 1 FROM event WHERE event.place_id = place.id)"
    )
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_place_origin"), type_="check")
        batch_op.drop_column("origin")
        batch_op.drop_column("within")
        batch_op.drop_column("kind")

    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("uq_participation_event_id_agent_id_role_presence"), type_="unique"
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_participation_event_id_agent_id_role"), ["event_id", "agent_id", "role"]
        )
        batch_op.drop_column("presence")

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_column("place_precision")

    with op.batch_alter_table("attribution", schema=None) as batch_op:
        batch_op.drop_column("ground")
        batch_op.drop_column("source_type")

    with op.batch_alter_table("occurrence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_occurrence_proposed_id"))
        batch_op.drop_constraint(batch_op.f("fk_occurrence_proposed_id_agent"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("ck_occurrence_speaker_confidence"), type_="check")
        batch_op.drop_column("proposed_id")
        batch_op.drop_column("speaker_confidence")

    create_triggers(op.get_bind())
