"""On SQLite, append-only tables refuse REPLACE by whatever connection.

Revision: 0008. Follows: 0007.
"""

from alembic import op

from tracker.store.triggers import create_triggers

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_triggers(op.get_bind())


def downgrade() -> None:
    """Leave them: a database of an older revision that is made anew has them too."""
