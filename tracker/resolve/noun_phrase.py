"""Where the pieces of a noun phrase lie: determiner, possessor, noun phrase, what follows.

Each function works on the words of one part of a source phrase ("Tovia's press
secretary Lena Brandt"), without knowing who anybody is.
"""

import re
from collections.abc import Sequence

from tracker.resolve.lexicon import (
    AUTHORED,
    BODIES,
    DEFINITE,
    GROUPS,
    OFFICES,
    POSSESSIVES,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    STATE_BODIES,
)
from tracker.resolve.runs import holder_start, is_body, trailing_run
from tracker.text.countries import find_nationality, is_demonym
from tracker.text.names import ARTICLES, Word, is_article, word_set

CLAUSE_WORDS = word_set(
    """who which whose that whom now when where as like such including monday tuesday wednesday
    thursday friday saturday sunday"""
)
_PARTICIPLES = word_set("familiar close seen sent held made taken known given")
_NAMING = frozenset({"called", "named", "titled"})
_AFTER_PARTICIPLE = PREPOSITIONS | {"as", "last", "this", "earlier", "later", "yesterday"}
FIXED = DEFINITE | POSSESSIVES
_ADJECTIVE = re.compile(r"^[A-Z][\w-]{2,}(?:an|ian|ese|ish|ic|i)$")
"""An adjective of a country that no table knows ("Marovian"), by its ending."""

_OF = word_set("of for at from with to in")
PEOPLE = OFFICES | RELATIVES
_ABOUT = word_set("only just about nearly almost roughly over around some")
_NO_HOLDER = POSSESSIVES | QUANTIFIERS | {"a", "an"}


def clause_start(words: Sequence[Word]) -> int:
    """Return where a relative clause or participle ("people briefed on …") begins."""
    for index, word in enumerate(words[1:], 1):
        participle = not word.capital and (
            word.folded.endswith("ed") or word.folded in _PARTICIPLES
        )
        after_noun = not words[index - 1].capital and not words[index - 1].folded.endswith("ly")
        loose = (
            index + 1 == len(words)
            or words[index + 1].folded in _AFTER_PARTICIPLE
            or (words[index + 1].capital and word.folded not in _NAMING)
        )
        doing = not word.capital and _is_doing(word.folded, words[index - 1], words[index + 1 :])
        if word.folded in CLAUSE_WORDS or (participle and after_noun and loose) or doing:
            return index
    return len(words)


def _is_doing(word: str, before: Word, after: Sequence[Word]) -> bool:
    """Say whether a word in -ing begins a clause ("one member backing the bill")."""
    return (
        word.endswith("ing")
        and bool(after)
        and (
            before.folded in PEOPLE
            or before.folded in GROUPS
            or before.folded.endswith("s")
            or before.text.isupper()
        )
        and after[0].folded not in OFFICES
    )


def take_determiner(words: Sequence[Word]) -> tuple[str | None, Sequence[Word]]:
    """Return the leading determiner in lower case, if any, and the words after it."""
    first = words[0].folded
    if len(words) > 1 and not words[0].possessive:
        if first in FIXED or is_article(first, words[1].text):
            return first, words[1:]
        phrase = words[: clause_start(words)]
        bodies = (w.folded for w in phrase if w.capital and w.folded not in GROUPS)
        if first in QUANTIFIERS and BODIES.isdisjoint(bodies):
            return first, words[1:]
        if first[0].isdigit() and not first.endswith("-old"):
            return "some", words[1:]
        if first in _ABOUT and words[1].folded[0].isdigit():
            return "some", words[2:] or words[1:]
    return None, words


def take_holder(words: Sequence[Word]) -> tuple[str | None, Sequence[Word]]:
    """Return the possessor before the noun phrase ("Putin" of "Putin's …") and the rest."""
    for index, word in enumerate(words[:-1]):
        if word.folded in PREPOSITIONS:
            break
        if word.possessive and not is_plural_people(word):
            return joined(words[: index + 1]), words[index + 1 :]
    return None, words


def is_plural_people(word: Word) -> bool:
    """Say whether a possessive is part of a body's name ("People's Army")."""
    return word.folded in ("people", "women", "men", "children", "king", "queen")


def noun_phrase_end(words: Sequence[Word]) -> int:
    """Return where the first noun phrase ends: at a preposition that is not in a body's name."""
    if holder_start([w.text for w in words]) is not None:
        return len(words)
    for index, word in enumerate(words):
        if index == 0 or word.folded not in PREPOSITIONS:
            continue
        before = trailing_run(words[:index])
        after = words[index + 1 : index + 3]
        follows = any(w.capital for w in after[:1]) or (
            len(after) == 2 and after[0].folded == "the" and after[1].capital
        )
        if not (before and follows and word.folded in ("of", "for", "on", "in")):
            return index
        if before.office_only and word.folded == "of" and _names_after_office(words[index + 1 :]):
            continue
        whole_is_one_word = len(before.words) == 1 and word.folded in ("of", "for")
        body = is_body(before.words) and word.folded in ("of", "for", "on")
        if before.titles or before.office_only or not (body or whole_is_one_word):
            return index
    return len(words)


def _names_after_office(words: Sequence[Word]) -> bool:
    """Say whether a name follows "Minister of" ("State Ann Lee", "Pabrade Algis Norkus")."""
    capitals = next((i for i, w in enumerate(words) if not w.capital), len(words))
    return capitals >= 3 and words[0].folded != "the"


def take_position(tail: Sequence[Word]) -> tuple[str, str | None]:
    """Return what belongs to a position's title after its noun, and whose position it is.

    "of Korean studies at the University of Oslo" is ("of Korean studies", "University
    of Oslo"): the holder is the name that ends the words.
    """
    for index, word in enumerate(tail):
        rest = tail[index + 1 :]
        if word.folded not in _OF or not rest:
            continue
        rest = rest[1:] if rest[0].folded in ARTICLES else rest
        run = trailing_run(rest)
        if run is not None and len(run.words) == len(rest):
            return joined(tail[:index]), " ".join(run.name or run.words)
    return "", None


def until_loose(words: Sequence[Word]) -> Sequence[Word]:
    """Return the noun phrase that `words` open with, its article dropped."""
    words = words[1:] if words[0].folded in ARTICLES else words
    return words[: noun_phrase_end(words)]


def joined(words: Sequence[Word], more: Sequence[str] = ()) -> str:
    """Return the words, and more words after them, with single spaces."""
    return " ".join([*(w.text for w in words), *more])


def identifies(determiner: str | None, holder: str | None, phrase: Sequence[Word]) -> bool:
    """Say whether a nation or a named holder tells which ministry or army is meant."""
    if determiner in _NO_HOLDER:
        return False
    if holder is not None:
        return holder[0].isupper()
    nation = " ".join(w.text for w in phrase[:-1] if w.capital)
    if find_nationality(nation) is not None:
        return True
    return determiner == "the" and phrase[0].capital and _ADJECTIVE.search(nation) is not None


def is_state_body(holder: str | None, phrase: Sequence[Word]) -> bool:
    """Say whether a nation has but one such body ("Norway's central bank")."""
    which = STATE_BODIES.get(phrase[-1].folded)
    if which is None or len(phrase) < 2 or phrase[-2].folded not in which:
        return False
    nation = holder or " ".join(w.text for w in phrase[:-1] if w.capital)
    return find_nationality(nation) is not None


def maker_of(head: str, phrase: Sequence[Word], tail: Sequence[Word]) -> tuple[str, ...]:
    """Return the name of the body that speaks through a document of its own, or ()."""
    if head not in AUTHORED:
        return ()
    run = trailing_run(phrase[:-1])
    if run is not None and not run.titles and not any(is_demonym(w) for w in run.words):
        return run.words
    for index, word in enumerate(tail):
        if word.folded in ("by", "from"):
            made_by = tail[index + 1 :]
            passive = index and tail[index - 1].folded.endswith("ed")
            if passive or not made_by:
                return ()
            made = trailing_run(until_loose(made_by))
            return made.name if made is not None and not made.office_only else ()
    return ()
