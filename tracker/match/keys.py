"""Keys under which a claim is stored, so that its like can be found by looking up a few.

A key is the hash of a stemmed content word, of two neighbouring ones, or of two
with one word between. Words find a paraphrase, pairs a cut or slightly changed
quotation, and pairs one apart survive one replaced word.
"""

from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from tracker.match.prepare import prepare
from tracker.model import Claim
from tracker.text.normalise import content_words

_OVERFLOW = 2**31


@lru_cache(maxsize=4096)
def keys(text: str) -> frozenset[int]:
    """Return the keys of a claim's text, each in [-2**31, 2**31).

    They are the same on every machine and in every run, and they fit the
    databases' 32-bit signed integer. Stored keys depend on this function: a change
    to it needs every claim's keys built again.
    """
    stems = content_words(text)
    grams = [
        *stems,
        *(f"{one} {two}" for one, two in pairwise(stems)),
        *(f"{one} _ {two}" for one, two in zip(stems, stems[2:], strict=False)),
    ]
    return frozenset(_signed(crc32(gram.encode("utf-8", "surrogatepass"))) for gram in grams)


def word_keys(text: str) -> list[int]:
    """Return the keys of the content words of `text` alone, for searching."""
    return [word_key(stem) for stem in content_words(text)]


def word_key(stem: str) -> int:
    """Return the key of one stem."""
    return _signed(crc32(stem.encode("utf-8", "surrogatepass")))


LEAST_KEYS = 3
"""Keys that a claim of five content words or more must share to be worth loading: two
neighbouring words, or any three."""

ENOUGH_WORDS = 5

LEAST_SHARE = 0.25
"""Share of the shorter text's content words. Of 3,315 pairs of four public sets that
`compare` links, suggests or relates, none had under 0.6."""


def least_keys(text: str) -> int:
    """Return how many keys a claim must share with `text` to be the same in other words."""
    return LEAST_KEYS if len(content_words(text)) >= ENOUGH_WORDS else 1


def shares_words(left: Claim, right: Claim) -> bool:
    """Say whether two claims have so many words in common that comparing them may pay.

    It looks at the two texts alone, so that the answer never depends on what else is
    stored. Where a speaker and a day or an event is shared, less will do.
    """
    one, other = prepare(left).bag, prepare(right).bag
    return len(one & other) >= LEAST_SHARE * min(len(one), len(other))


def _signed(value: int) -> int:
    """Return an unsigned 32-bit number as the signed one with the same bits."""
    return value - 2 * _OVERFLOW if value >= _OVERFLOW else value
