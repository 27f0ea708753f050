"""Claims are found by speaker and day, and events by type and day, through one index each.

Revision: 0004. Follows: 0003.
"""

import sqlalchemy as sa
from alembic import op

from tracker.store.types import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

PUBLISHED = """
UPDATE claim SET published_start = (
    SELECT article.published_start FROM occurrence
    JOIN article_version ON article_version.id = occurrence.version_id
    JOIN article ON article.id = article_version.article_id
    WHERE occurrence.claim_id = claim.id
)
"""


def upgrade() -> None:
    op.add_column("claim", sa.Column("published_start", UtcDateTime(), nullable=True))
    op.execute(PUBLISHED)
    op.drop_index("ix_claim_speaker_id", "claim")
    op.create_index(
        "ix_claim_speaker_id_published_start", "claim", ["speaker_id", "published_start"]
    )
    op.drop_index("ix_event_type", "event")
    op.create_index("ix_event_type_starts", "event", ["type", "starts"])


def downgrade() -> None:
    # What is dropped is a copy of what the article says.
    op.drop_index("ix_event_type_starts", "event")
    op.create_index("ix_event_type", "event", ["type"])
    op.drop_index("ix_claim_speaker_id_published_start", "claim")
    op.create_index("ix_claim_speaker_id", "claim", ["speaker_id"])
    op.drop_column("claim", "published_start")
