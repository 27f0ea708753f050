"""The article as words, sentences and capitalised runs, read once.

Sentences are cut at full stops, question and exclamation marks and line breaks;
that is coarse, but what is asked here is only which names stand near a pronoun.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tracker.resolve.given_names import given_gender
from tracker.resolve.lexicon import BODIES, OFFICES, STAFFS, STARTERS
from tracker.resolve.noun_phrase import is_plural_people
from tracker.text.names import (
    PARTICLES,
    Word,
    find_words,
    fold_name,
    joins,
    printed_words,
    word_set,
)
from tracker.text.sentences import LONGEST, find_paragraphs

_CONNECTORS = frozenset({"of", "for", "and", "&"})
_BODY_INNER = PARTICLES | _CONNECTORS
_LONGEST_RUN = 9
"""Words: a longer row of capitals is a headline or a list, not a name."""

_AFTER_NAMES = word_set("says tells calls warns claims blames slams vows urges in on a is was at")
"""Words that headlines print with a capital after a name, and that are no part of it."""

QUOTES = "“\"‘'«„"
"""Marks that open a quotation."""

_HEADLINE_SHARE = 0.65
"""Share of capitalised words from which a line counts as printed in title case."""

_TITLE_SHARE = 0.75
"""The same for a title that ends in a full stop, as the first line of a text."""

_HEADLINE_WORDS = 20
"""A longer line of capitals is prose full of names."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One capitalised run: its words, word indices (end exclusive) and offsets."""

    words: tuple[str, ...]
    first: int
    last: int
    start: int
    end: int
    possessive: bool


class Opener(NamedTuple):
    """The first word of a sentence: its place among the words and its offset."""

    place: int
    start: int


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's words, where its sentences begin, and its capitalised runs.

    `sentences` are word indices, `starts` and `paragraphs` codepoint offsets.
    `capitalised` are the folded words that carry a capital inside a sentence.
    `titled` are the offsets of the lines in title case.
    """

    text: str
    words: Sequence[Word]
    sentences: Sequence[int]
    starts: Sequence[int]
    paragraphs: Sequence[int]
    mentions: Sequence[Mention]
    capitalised: frozenset[str]
    titled: Sequence[tuple[int, int]]

    def is_titled(self, offset: int) -> bool:
        """Say whether `offset` lies in a line printed in title case."""
        at = bisect_right(self.titled, (offset, len(self.text))) - 1
        return at >= 0 and offset < self.titled[at][1]

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that holds `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def paragraph_at(self, offset: int) -> int:
        """Return the number of the paragraph that holds `offset`."""
        return max(0, bisect_right(self.paragraphs, offset) - 1)

    def openers(self) -> list[Opener]:
        """Return the first word of each sentence."""
        return [Opener(i, self.words[i].start) for i in self.sentences]

    def opens_sentence(self, offset: int) -> bool:
        """Say whether a sentence begins at `offset`."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and not self.text[self.starts[at] : offset].strip("“\"‘'(")


def read_article(text: str) -> Reading:
    """Return the reading of `text`, in time linear in its length."""
    words = find_words(text)
    breaks = _paragraph_starts(words, text)
    sentences = list(_sentence_starts(words, breaks))
    openers = set(sentences)
    lines = sorted(breaks)
    lines_in_capitals = _title_case(words, lines, text)
    titled = {i for first, end in lines_in_capitals for i in range(first, end)}
    capitalised = frozenset(
        fold_name(w.text)
        for i, w in enumerate(words)
        if i not in openers and i not in titled and w.capital and w.gap[-1:] not in '“"‘'
    )
    mentions = [m for m in _mentions(words, openers) if m.first not in titled]
    starts = [_opening(words, i, text) for i in sentences]
    paragraphs = [_opening(words, i, text) for i in lines]
    spans = [(words[first].start, words[end - 1].end) for first, end in lines_in_capitals]
    return Reading(text, words, sentences, starts, paragraphs, mentions, capitalised, spans)


def _paragraph_starts(words: Sequence[Word], text: str) -> set[int]:
    """Return the index of each paragraph's first word; hard-wrapped lines are no paragraphs."""
    found, index = set(), 0
    for paragraph in find_paragraphs(text):
        while index < len(words) and words[index].start < paragraph.start:
            index += 1
        if index < len(words):
            found.add(index)
    return found | ({0} if words else set())


def _sentence_starts(words: Sequence[Word], breaks: set[int]) -> Iterator[int]:
    """Yield the index of each sentence's first word; one without an end is cut, as when split."""
    last = 0
    for index, word in enumerate(words):
        # Nine gaps in ten are a space, and nothing begins after one.
        new = index in breaks or (word.gap != " " and index and _begins(words[index - 1], word))
        if new or index - last >= LONGEST:
            last = index
            yield index


def _begins(previous: Word, word: Word) -> bool:
    """Say whether a sentence begins with `word`."""
    stop = any(mark in word.gap for mark in ".!?")
    return stop and word.gap != "." and not joins(previous, word)


def _opening(words: Sequence[Word], index: int, text: str) -> int:
    """Return where what begins with a word begins: at the quotation mark before it, if any."""
    start = words[index].start
    after = words[index - 1].end if index else 0
    gap = text[after:start]
    return after + max(gap.rfind(" "), gap.rfind("\n")) + 1


def _title_case(words: Sequence[Word], lines: Sequence[int], text: str) -> list[tuple[int, int]]:
    """Return the word ranges of the title-case lines of 4 to 20 words."""
    found = []
    for first, end in pairwise([*lines, len(words)]):
        capitals = sum(word.capital for word in words[first:end])
        fits = 4 <= end - first <= _HEADLINE_WORDS
        sentence = text[words[end - 1].end : words[end - 1].end + 1] == "."
        first_line = first == 0 and capitals > _TITLE_SHARE * (end - first)
        if fits and capitals > _HEADLINE_SHARE * (end - first) and (first_line or not sentence):
            found.append((first, end))
    return found


def _mentions(words: Sequence[Word], openers: set[int]) -> Iterator[Mention]:
    """Yield the capitalised runs of the text, outside sentence openers that are no names."""
    index = 0
    while index < len(words):
        word = words[index]
        starter = word.folded in STARTERS and (
            index in openers or not word.text.isupper() or word.folded == "i"
        )
        if not word.capital or (starter and word.text != "An"):
            index += 1
            continue
        end = _run_end(words, index)
        run = words[index:end]
        names = printed_words(run)
        if names != ("An",):
            yield Mention(names, index, end, word.start, run[-1].end, run[-1].possessive)
        index = end


def _run_end(words: Sequence[Word], index: int) -> int:
    """Return the index after the last word of the run that begins at `index`."""
    end = index + 1
    body = words[index].folded in BODIES
    titled = words[index].folded in OFFICES
    while end < len(words) and end - index < _LONGEST_RUN and joins(words[end - 1], words[end]):
        if words[end - 1].possessive and not is_plural_people(words[end - 1]):
            break
        word = words[end]
        if word.text.isupper() and word.folded in STARTERS:
            break
        if word.folded in _AFTER_NAMES:
            break
        skip = _inside(words, end, body, titled)
        if word.folded == "of" and words[end - 1].folded in OFFICES:
            skip = int(end + 1 < len(words) and words[end + 1].capital)
        if word.capital and word.folded not in (
            "i",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        ):
            staff = (words[end - 1].folded, word.folded) in STAFFS
            body = body or staff or word.folded in BODIES
            titled = titled or word.folded in OFFICES
            end += 1
        elif skip:
            end += skip
        else:
            break
    return end


def _inside(words: Sequence[Word], at: int, body: bool, titled: bool) -> int:
    """Return how many lower-case words at `at` stand inside a name, 0 for none."""
    allowed = _BODY_INNER if body else PARTICLES
    for length in (1, 2):
        inner = words[at : at + length + 1]
        if len(inner) <= length or not inner[-1].capital:
            continue
        joined = all(joins(words[at + k - 1], words[at + k]) for k in range(length + 1))
        fits = all(
            w.folded in allowed or (k and w.folded == "the") for k, w in enumerate(inner[:-1])
        )
        and_office = inner[0].folded == "and" and (titled or _is_person_start(inner[-1]))
        if joined and fits and not and_office:
            return length
    return 0


def _is_person_start(word: Word) -> bool:
    """Say whether a person's name or title begins with `word`."""
    return word.folded in OFFICES or given_gender(word.text) is not None
