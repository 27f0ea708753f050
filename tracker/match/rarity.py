"""How much a stem tells: its rarity in ordinary news.

The counts are those of the project's own articles and never of the claims in a database,
so that what two claims score does not depend on what else is stored.
"""

from math import log

from tracker.match.frequent import BANDS, PARAGRAPHS

_UNSEEN = log(PARAGRAPHS / 1.5)
"""Rarity, in nats, of a stem that is not listed: 7.9. The commonest have 2.4."""

_RARITY = {
    stem: log(PARAGRAPHS / (1.5 * 2**band))
    for band, stems in BANDS.items()
    for stem in stems.split()
}


def rarity(stem: str) -> float:
    """Return how much it tells that two claims share this stem, in nats."""
    return _RARITY.get(stem, _UNSEEN)
