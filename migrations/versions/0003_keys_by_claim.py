"""Keys are found by their claim too, so that a claim's keys can be dropped or built anew.

Revision: 0003. Follows: 0002.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_claim_key_claim_id", "claim_key", ["claim_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_claim_key_claim_id", "claim_key")
