"""Articles that are withdrawn, words that are redacted, reasons that can be struck out.

Revision: 0006. Follows: 0005.
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import tracker.store.types
from tracker.store.schema import refuse_if_any
from tracker.store.triggers import create_triggers, drop_triggers

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WOULD_BE_LOST = {
    "redaction": "1 = 1",
    "article_withdrawal": "1 = 1",
    "ledger_value": "reason_text IS NOT NULL",
}
"""Rows that hold something that 0003 has no place for."""


def words(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sqlmodel.sql.sqltypes.AutoString(), nullable=nullable)


def moment() -> sa.Column[object]:
    return sa.Column("at", tracker.store.types.UtcDateTime(timezone=True), nullable=False)


def upgrade() -> None:
    # They are made anew, below: what they let through depends on the tables.
    drop_triggers(op.get_bind())

    op.create_table(
        "article_withdrawal",
        sa.Column("id", sa.Integer(), nullable=False),
        words("uid"),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        words("reason"),
        words("user"),
        moment(),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_withdrawal_article_id_article")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_withdrawal")),
        sa.UniqueConstraint("uid", name=op.f("uq_article_withdrawal_uid")),
    )
    op.create_index("ix_article_withdrawal_article_id", "article_withdrawal", ["article_id"])

    op.create_table(
        "redaction",
        sa.Column("id", sa.Integer(), nullable=False),
        words("uid"),
        sa.Column("entry", sa.Integer(), nullable=False),
        words("record_kind"),
        words("record_uid"),
        words("part"),
        sa.Column("spans", tracker.store.types.Json(), nullable=False),
        sa.Column("struck", tracker.store.types.Json(), nullable=False),
        words("old_sha256", nullable=True),
        words("new_sha256", nullable=True),
        words("ground"),
        words("asked_by", nullable=True),
        words("reason"),
        words("user"),
        moment(),
        sa.CheckConstraint(
            "ground IN ('legal', 'personal-data', 'other')", name=op.f("ck_redaction_ground")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redaction")),
        sa.UniqueConstraint("uid", name=op.f("uq_redaction_uid")),
        sa.UniqueConstraint("entry", name=op.f("uq_redaction_entry")),
    )
    op.create_index("ix_redaction_record_uid", "redaction", ["record_uid"])
    op.create_index("ix_redaction_old_sha256", "redaction", ["old_sha256"])

    with op.batch_alter_table("ledger_value", schema=None) as batch_op:
        batch_op.add_column(words("reason_text", nullable=True))

    create_triggers(op.get_bind())


def downgrade() -> None:
    refuse_if_any(op.get_bind(), WOULD_BE_LOST)
    drop_triggers(op.get_bind())

    with op.batch_alter_table("ledger_value", schema=None) as batch_op:
        batch_op.drop_column("reason_text")

    op.drop_index("ix_redaction_old_sha256", "redaction")
    op.drop_index("ix_redaction_record_uid", "redaction")
    op.drop_table("redaction")
    op.drop_index("ix_article_withdrawal_article_id", "article_withdrawal")
    op.drop_table("article_withdrawal")

    create_triggers(op.get_bind())
