"""What became of statements in later versions of an article, and notices that outlets publish.

Revision: 0005. Follows: 0004.
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import tracker.store.types
from tracker.store.schema import refuse_if_populated
from tracker.store.triggers import create_triggers

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def words(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sqlmodel.sql.sqltypes.AutoString(), nullable=nullable)


def number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def points_to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "anchoring",
        number("id"),
        words("uid"),
        number("occurrence_id"),
        number("version_id"),
        words("fate"),
        words("state"),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("anchors", tracker.store.types.Json(), nullable=False),
        number("successor_id", nullable=True),
        sa.Column("carried", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "fate IN ('present', 'changed', 'gone')", name=op.f("ck_anchoring_fate")
        ),
        sa.CheckConstraint(
            "state IN ('exact', 'folded', 'fuzzy', 'ambiguous', 'orphan')",
            name=op.f("ck_anchoring_state"),
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name=op.f("ck_anchoring_score")),
        sa.CheckConstraint(
            "NOT carried OR successor_id IS NOT NULL", name=op.f("ck_anchoring_carried_by_one")
        ),
        points_to("anchoring", "occurrence_id", "occurrence"),
        points_to("anchoring", "version_id", "article_version"),
        points_to("anchoring", "successor_id", "occurrence"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anchoring")),
        sa.UniqueConstraint("uid", name=op.f("uq_anchoring_uid")),
        sa.UniqueConstraint(
            "occurrence_id", "version_id", name=op.f("uq_anchoring_occurrence_id_version_id")
        ),
    )
    op.create_index("ix_anchoring_version_id", "anchoring", ["version_id"], unique=False)
    op.create_index("ix_anchoring_successor_id", "anchoring", ["successor_id"], unique=False)

    op.create_table(
        "article_notice",
        number("id"),
        words("uid"),
        number("article_id"),
        number("claim_id", nullable=True),
        number("occurrence_id", nullable=True),
        words("kind", nullable=True),
        words("text"),
        words("published_at", nullable=True),
        words("url", nullable=True),
        words("user"),
        sa.Column("at", tracker.store.types.UtcDateTime(timezone=True), nullable=False),
        number("withdraws_id", nullable=True),
        sa.CheckConstraint(
            "kind IN ('correction', 'retraction', 'clarification')",
            name=op.f("ck_article_notice_kind"),
        ),
        sa.CheckConstraint(
            "(kind IS NULL) <> (withdraws_id IS NULL)",
            name=op.f("ck_article_notice_kind_or_withdrawal"),
        ),
        sa.CheckConstraint(
            "claim_id IS NULL OR occurrence_id IS NULL", name=op.f("ck_article_notice_one_subject")
        ),
        points_to("article_notice", "article_id", "article"),
        points_to("article_notice", "claim_id", "claim"),
        points_to("article_notice", "occurrence_id", "occurrence"),
        points_to("article_notice", "withdraws_id", "article_notice"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_notice")),
        sa.UniqueConstraint("uid", name=op.f("uq_article_notice_uid")),
        sa.UniqueConstraint("withdraws_id", name=op.f("uq_article_notice_withdraws_id")),
    )
    for column in ("article_id", "claim_id", "occurrence_id"):
        op.create_index(f"ix_article_notice_{column}", "article_notice", [column], unique=False)

    create_triggers(op.get_bind())


def downgrade() -> None:
    refuse_if_populated(op.get_bind(), "anchoring", "article_notice")
    op.drop_table("article_notice")
    op.drop_table("anchoring")
