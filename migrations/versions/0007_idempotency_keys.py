"""Keys that requests are repeated by: what was asked, and what was answered.

Revision: 0007. Follows: 0006.
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import tracker.store.types
from tracker.store.schema import refuse_if_populated
from tracker.store.triggers import create_triggers

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "idempotency_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("digest", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("answer", tracker.store.types.Json(), nullable=False),
        sa.Column("user", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("at", tracker.store.types.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idempotency_key")),
        sa.UniqueConstraint("key", name=op.f("uq_idempotency_key_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_idempotency_key_uid")),
    )
    create_triggers(op.get_bind())


def downgrade() -> None:
    refuse_if_populated(op.get_bind(), "idempotency_key")
    op.drop_table("idempotency_key")
