"""What matching needs of one claim, worked out once.

One new claim is compared with dozens of stored ones and each stored one with many
new ones, so the words, stems and names of a claim are found once and kept.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from tracker.match.lexicon import CALENDAR, FRAME
from tracker.model import Claim
from tracker.text.names import fold_name, fold_words
from tracker.text.normalise import ELLIPSIS, Word, stem, without_editorial, words
from tracker.text.variants import STOP_WORDS, word_set

_BRACKETED = re.compile(r"\[[^][]{0,300}\]|\([^()]{0,300}\)")

_STOP = re.compile(r"([.,;:!?](?=[\"'”’)]*\s)|[—–])")

LONGEST = 20_000
"""Codepoints of a claim that are looked at, some 3,000 words: a longer text is compared by
its beginning, and is never called verbatim unless it is the same text."""


@dataclass(frozen=True)
class Prepared:
    """One claim ready to be compared.

    `words` are its words without what an editor put in, `stems` their stems at the
    same places, `content` the stems that carry meaning, in order.
    """

    claim: Claim
    bare: str
    words: Sequence[Word]
    stems: tuple[str, ...]
    content: tuple[str, ...]

    @cached_property
    def bag(self) -> frozenset[str]:
        """The content stems without their order."""
        return frozenset(self.content)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each content stem occurs."""
        return Counter(self.content)

    @cached_property
    def neighbours(self) -> Counter[tuple[str, str]]:
        """How often each two stems stand side by side."""
        return Counter(pairwise(self.stems))

    @cached_property
    def trigrams(self) -> Counter[str]:
        """How often each three letters stand side by side, a space at either end."""
        return self._letters(3)

    @cached_property
    def bigrams(self) -> Counter[str]:
        """How often each two letters stand side by side, a space at either end."""
        return self._letters(2)

    def _letters(self, size: int) -> Counter[str]:
        padded = f" {self.line} "
        return Counter(padded[at : at + size] for at in range(len(padded) - size + 1))

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """The words as printed, without case, contractions left whole."""
        return tuple(word.printed.casefold() for word in self.words)

    @cached_property
    def pieces(self) -> tuple[tuple[str, ...], ...]:
        """The words as printed, parted where an ellipsis stands."""
        parts = ELLIPSIS.split(self.claim.text[:LONGEST])
        found = (words(without_editorial(part)) for part in parts)
        return tuple(tuple(word.printed.casefold() for word in piece) for piece in found if piece)

    @cached_property
    def clause_ends(self) -> frozenset[int]:
        """The places of the words that a comma, a dash or the end of a sentence follows."""
        return frozenset(at for at, _ in self._stops)

    @cached_property
    def sentence_ends(self) -> frozenset[int]:
        """The places of the words that a sentence ends with, the last one left out; "Mr." is
        none, nor is any other capitalised word with a full stop."""
        return frozenset(
            at
            for at, mark in self._stops
            if mark[0] in ";:!?" or (mark[0] == "." and not self.words[at].printed[0].isupper())
        )

    @cached_property
    def _stops(self) -> tuple[tuple[int, str], ...]:
        """The marks between the words, with the place of the word before; none if unsure."""
        pieces = _STOP.split(self.bare)
        at, stops = 0, []
        for piece, mark in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
            at += len(words(piece))
            stops.append((at - 1, mark))
        # A mark that parts what is read as one word makes the count wrong.
        return tuple(s for s in stops[:-1] if s[0] >= 0) if at == len(self.words) else ()

    @cached_property
    def line(self) -> str:
        """The words' canonical forms as one line."""
        return " ".join(word.form for word in self.words)

    @cached_property
    def shouted(self) -> bool:
        """Whether the text is in capitals throughout, so that capitals mark no names."""
        letters = [char for char in self.bare if char.isalpha()]
        return 2 * sum(char.isupper() for char in letters) > len(letters)

    @cached_property
    def calm(self) -> str:
        """The text, in lower case where it is in capitals throughout."""
        return self.bare.lower() if self.shouted else self.bare

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of the capitalised words, one that only opens a sentence left out."""
        return frozenset(
            self.stems[at] for at in range(len(self.words)) if self.is_name(at) and at > 0
        )

    def is_name(self, at: int) -> bool:
        """Say whether the word at this place is capitalised and carries content."""
        word = self.words[at]
        if word.form in STOP_WORDS or word.form[0].isdigit():  # "Fifty-two" opens a sentence
            return False
        return word.printed[0].isupper() and not self.shouted

    @cached_property
    def telling(self) -> tuple[bool, ...]:
        """Whether each word tells what is reported: names, days and months say more exactly who
        and when, and a frame who told it, of which the rest may be the same."""
        return tuple(
            stem not in FRAME and stem not in CALENDAR and (at == 0 or not self.is_name(at))
            for at, stem in enumerate(self.stems)
        )

    @cached_property
    def bracketed_names(self) -> tuple[str, ...]:
        """The stems of capitalised words inside brackets, which are no part of the words."""
        inside = " ".join(_BRACKETED.findall(self.claim.text[:LONGEST]))
        return tuple(
            stem(word.form)
            for word in words(inside)
            if word.printed[0].isupper() and word.form not in STOP_WORDS
        )

    @cached_property
    def speaker_names(self) -> frozenset[tuple[str, ...]]:
        """Every name of the speaker as folded words, titles left out; empty if unknown."""
        claim = self.claim
        given = (claim.speaker, *claim.speaker_names) if claim.speaker else ()
        names = (fold_words(name) for name in given if name)
        return frozenset(bare for name in names if (bare := _without_titles(name)))


TITLES = word_set(
    """mr mrs ms miss dr prof professor sir dame lord lady president minister prime vice foreign
    defence defense senator sen representative rep gov governor gen general col colonel capt captain
    admiral chancellor secretary king queen prince princess pope judge justice the"""
)
"""Words before a name that are no part of it."""


def bare_name(name: str) -> str:
    """Return a name without the titles before it and what a comma sets off after it:
    "Ray Tolliver" for "Sen. Ray Tolliver, R-OH"."""
    parts = name.split(",", maxsplit=1)[0].split()
    folded = tuple(fold_name(part) for part in parts)
    return " ".join(parts[len(parts) - len(_without_titles(folded)) :]) or name


def _without_titles(name: tuple[str, ...]) -> tuple[str, ...]:
    at = 0
    while at < len(name) - 1 and name[at] in TITLES:
        at += 1
    return name[at:]


@lru_cache(maxsize=8192)
def prepare(claim: Claim) -> Prepared:
    """Return what matching needs of `claim`; the result is kept for the next time."""
    bare = without_editorial(claim.text[:LONGEST])
    found = words(bare)
    stems = tuple(stem(word.form) for word in found)
    content = tuple(
        stemmed for word, stemmed in zip(found, stems, strict=True) if word.form not in STOP_WORDS
    )
    return Prepared(claim, bare, found, stems, content)
