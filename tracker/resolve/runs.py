"""Capitalised runs: which words are titles, which the name, and whether it is a body's."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.resolve.given_names import given_gender, is_family_name_first
from tracker.resolve.lexicon import (
    BODIES,
    COLLECTIVES,
    FEMALE_HONORIFICS,
    HONORIFICS,
    MALE_HONORIFICS,
    OFFICES,
    OUTLET_HEADS,
    OUTLET_TAILS,
    POST_NOMINALS,
    STAFFS,
    Gender,
    noun_gender,
)
from tracker.text.countries import find_country
from tracker.text.names import PARTICLES, Word, printed_words

_CONNECTORS = frozenset({"of", "for", "and", "the", "&", "on", "in"})
_INNER = _CONNECTORS | PARTICLES
_NO_POSITION = HONORIFICS - OFFICES
_GUARDS = frozenset((of, "guard") for of in ("coast", "national", "home", "border", "civil"))
"""Bodies whose last word is a person's office otherwise."""
SURNAMES = frozenset(
    {"mills", "church", "house", "crown", "lines", "post", "bench", "power", "steel", "parish"}
)
"""Nouns for bodies that people are also called by."""

_ADJECTIVES = ("-born", "-based", "-backed", "-led", "-owned")
_REGNAL = frozenset(
    {"pope", "king", "queen", "prince", "princess", "emperor", "lord", "lady", "count"}
)
"""Titles that are part of the name where only one more word follows."""

_AFTER_OF = frozenset({"state", "staff", "the", "opposition", "house", "party"})

_HELD = COLLECTIVES | frozenset(
    {"staff", "state", "court", "commission", "senate", "parliament", "party"}
)
"""Words that end the name of a body with a president or chief of its own."""


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row: `words` = titles and honorifics, then `name`.

    `office_only` says that the run is an office without its holder's name ("Prime
    Minister").
    """

    words: tuple[str, ...]
    titles: tuple[str, ...]
    honorifics: tuple[str, ...]
    name: tuple[str, ...]
    gender: Gender | None
    office_only: bool = False


@lru_cache(maxsize=8192)
def is_body(words: tuple[str, ...]) -> bool:
    """Say whether a name is that of a body, a state or an acronym, by its words."""
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper():
        return True
    folded = [w.lower() for w in words]
    if tuple(folded[:2]) in STAFFS:
        return True
    named_after = len(words) > 2 and folded[-1] in BODIES and folded[-1] not in SURNAMES
    if len(words) > 1 and (folded[-1] in OUTLET_TAILS or folded[0] in OUTLET_HEADS):
        return not given_gender(words[0])
    if named_after or (any(w in BODIES for w in folded) and not given_gender(words[0])):
        return True
    connected = {"of", "for", "&", "and"} & set(folded)
    return bool(connected) or find_country(" ".join(words)) is not None


def trailing_run(words: Sequence[Word]) -> Run | None:
    """Return the run that ends `words`, or None where the last word has no capital."""
    texts = [w.text for w in words]
    if holder_start(texts) is not None:
        return read_run(printed_words(words[texts.index("of", 1) - 1 :]))
    start = len(words)
    while start and (words[start - 1].capital or _is_inside(words, start - 1)):
        start -= 1
    while start < len(words) and not words[start].capital:
        start += 1
    if start == len(words):
        return None
    return read_run(printed_words(words[start:]))


def _is_inside(words: Sequence[Word], index: int) -> bool:
    """Say whether a lower-case word stands inside a name, between capitalised ones."""
    word = words[index].folded
    if index + 1 == len(words) or index == 0:
        return word[0].isdigit() and index > 0 and words[index - 1].capital
    before = words[index - 1].capital or words[index - 1].folded in _INNER
    return before and word in _INNER


@lru_cache(maxsize=8192)
def read_run(words: tuple[str, ...]) -> Run:
    """Return `words` cut into titles, honorifics and the name."""
    while (
        len(words) > 2 and words[-1].lower() in POST_NOMINALS and words[-2].lower() not in OFFICES
    ):
        words = words[:-1]
    folded = [w.lower().rstrip(".") for w in words]
    last = _last_title(words, folded)
    name = words[last + 1 :]
    if not name:
        office = folded[-1] in OFFICES
        return Run(words, words, (), () if office else words, noun_gender(folded), office)
    if last >= 0 and len(name) == 1 and folded[last] in _REGNAL:
        return Run(words, words[:last], (), words[last:], _run_gender(folded))
    if _begins_late(name):
        last, name = last + 1, name[1:]
    titles = tuple(
        w for w, f in zip(words[: last + 1], folded, strict=False) if f not in _NO_POSITION
    )
    honorifics = tuple(f for f in folded[: last + 1] if f in HONORIFICS)
    return Run(words, titles, honorifics, name, _run_gender(folded[: last + 1]))


def is_office(word: str) -> bool:
    """Say whether a word (lower case), or either end of a hyphenated one, is an office."""
    first, hyphen, rest = word.partition("-")
    return word in OFFICES or (
        bool(hyphen) and (first in OFFICES or rest.rsplit("-")[-1] in OFFICES)
    )


def _begins_late(name: Sequence[str]) -> bool:
    """Say whether a stray capital stands before a given name ("State John Kerry")."""
    return (
        len(name) > 2
        and given_gender(name[0]) is None
        and given_gender(name[1]) is not None
        and not is_family_name_first(tuple(name))
        and not any(w.lower() in BODIES or w.lower() in _CONNECTORS for w in name)
    )


def _last_title(words: Sequence[str], folded: Sequence[str]) -> int:
    """Return the index of the last word before the name that is a title, or -1."""
    if tuple(folded[:2]) in STAFFS or tuple(folded[-2:]) in _GUARDS:
        return -1
    if "of" in folded or "for" in folded:
        holder = holder_start(words)
        return holder - 1 if holder else _title_with_of(folded)
    last = -1
    for index, word in enumerate(folded):
        title = is_office(word) or word in HONORIFICS or word.endswith(_ADJECTIVES)
        is_given = index == 0 and given_gender(words[0]) is not None and word not in HONORIFICS
        surname = index and index + 1 == len(words) and given_gender(words[index - 1])
        if title and not (is_given or surname) and (index == 0 or word not in ("st", "don")):
            last = index
    tail = folded[last + 1 :]
    if last >= 0 and tail and tail[-1] in BODIES and not given_gender(words[last + 1]):
        return -1
    return last


def _title_with_of(folded: Sequence[str]) -> int:
    """Return the last title word of a run with "of" in it: "Secretary of State Ann Lee"."""
    at = next(i for i, w in enumerate(folded) if w in ("of", "for"))
    if at and folded[at - 1] in OFFICES:
        end = at + 1
        while end < len(folded) and folded[end] in _AFTER_OF:
            end += 1
        rest = folded[end:]
        if end > at + 1:
            return end - 1
        return len(folded) - 1 if len(rest) < 3 else len(folded) - 3
    return -1


def holder_start(words: Sequence[str]) -> int | None:
    """Return where the name begins in "President of the Board Ann Lee", None without one.

    Two or three words that are no part of a body's name ("State Opera House") and
    follow the noun of the body whose office it is.
    """
    for start in (len(words) - 3, len(words) - 2):
        if start < 3 or "of" not in words[1:start]:
            continue
        if words[words.index("of", 1) - 1].lower() not in OFFICES:
            continue
        before = words[start - 1].lower()
        plain = all(w[0].isupper() and w.lower() not in BODIES for w in words[start:])
        if before == "state" and words[start - 2] == "the":
            continue
        given = given_gender(words[start]) is not None and before in BODIES
        if plain and (given or before in _HELD):
            return start
    return None


def _run_gender(titles: Sequence[str]) -> Gender | None:
    """Return the gender that honorifics and titles give."""
    for word in titles:
        if word in MALE_HONORIFICS:
            return Gender.MALE
        if word in FEMALE_HONORIFICS:
            return Gender.FEMALE
    return noun_gender(titles)
