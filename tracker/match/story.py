"""Whether two articles tell of one story: they name the same people."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from tracker.match.prepare import LONGEST
from tracker.match.rarity import rarity
from tracker.text.names import Word, find_words, fold_name, joins
from tracker.text.normalise import stem

NAMES = 2
"""Full names that two articles of about one day share where they tell of one story."""

RARE = 5.5
"""Rarity in news, in nats, of a word that may be a person's name: "White House" has less."""

Name = tuple[str, str]


def are_one_story(text: str, other: str) -> bool:
    """Say whether two articles, printed within a day or two, share `NAMES` full names."""
    shared = _names(text) & _names(other)
    taken: set[str] = set()
    found = 0
    for name in sorted(shared):
        if taken.isdisjoint(name):  # "Ana Ruiz Lorca" is one name
            taken.update(name)
            found += 1
    return found >= NAMES


@lru_cache(maxsize=512)
def _names(text: str) -> frozenset[Name]:
    return frozenset(_rare_pairs(text[:LONGEST]))


def _rare_pairs(text: str) -> Iterator[Name]:
    for one, other in pairwise(find_words(text)):
        if one.capital and other.capital and joins(one, other) and _is_rare(one, other):
            yield fold_name(one.text), fold_name(other.text)


def _is_rare(one: Word, other: Word) -> bool:
    return all(rarity(stem(word.folded)) >= RARE for word in (one, other))
