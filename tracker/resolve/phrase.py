"""What the printed words of a source are: a name with its titles, a pronoun, a description.

A source phrase is read on its own: "the Command's Public Relations Officer, DSP
Grace Edoho" is cut at its commas, each part is read as one noun phrase, and the
first part that holds a name gives the name, the others its positions. Who the
phrase stands for is decided elsewhere, with the whole article in view.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tracker.model import AgentKind
from tracker.resolve.countries import find_nationality, is_demonym
from tracker.resolve.given_names import given_gender
from tracker.resolve.lexicon import (
    AUTHORED,
    BODIES,
    DEFINITE,
    DOCUMENTS,
    GROUPS,
    HELD_BODIES,
    NATIONAL_BODIES,
    OFFICES,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    QUALIFIERS,
    QUANTIFIERS,
    RELATIVES,
    Gender,
    noun_gender,
)
from tracker.resolve.runs import Run, is_body, trailing_run
from tracker.text.names import ARTICLES, Word, find_words, is_article, strip_article, word_set

_CUTS = word_set(
    """who which whose that whom now when where as like such including monday tuesday wednesday
    thursday friday saturday sunday"""
)
_PARTICIPLES = word_set("familiar close seen sent held made taken known given")
_INSIDE = ".’'\"“”‘&"
"""Marks inside a noun phrase; any other one ends a part."""

_NAMING = frozenset({"called", "named", "titled"})
_AFTER_PARTICIPLE = PREPOSITIONS | {"as", "last", "this", "earlier", "later", "yesterday"}
_PRONOUNS = (
    frozenset(PERSON_PRONOUNS)
    | POSSESSIVES
    | {
        "they",
        "them",
        "it",
        "which",
        "who",
        "i",
        "we",
        "you",
        "us",
        "me",
    }
)

_FIXED = DEFINITE | POSSESSIVES
_INDEFINITE = QUANTIFIERS | {"a", "an"}
_SEVERAL = QUANTIFIERS - {"one", "another"}
_NO_HOLDER = POSSESSIVES | _INDEFINITE
_BODY = AgentKind.ORGANIZATION
_OF = word_set("of for at from with to in")
_PEOPLE = OFFICES | RELATIVES
_PURE_BODIES = BODIES - OFFICES
_LOOSE = PREPOSITIONS | _CUTS
_UNNAMED_ALONE = BODIES | GROUPS | DOCUMENTS


class Form(StrEnum):
    """How a phrase points to its agent."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One source phrase, read.

    `words` is the phrase as printed without its leading article. `name` is the
    bare name of a NAME, or of the maker of a DOCUMENT. `title` is the position
    as printed and `holder` what it is a position of ("Putin" in "Putin's press
    secretary"). `head` is the noun of a description, `modifiers` the words
    before it, both in lower case; `noun` is the one right before a name ("agency").
    `determiner` is what stands before a description ("the", "his").
    """

    form: Form
    words: str
    name: tuple[str, ...] = ()
    honorific: bool = False
    gender: Gender | None = None
    kind: AgentKind | None = None
    title: str | None = None
    holder: str | None = None
    head: str | None = None
    modifiers: tuple[str, ...] = ()
    age: int | None = None
    noun: str | None = None
    determiner: str | None = None


Lower = Callable[[int, Word], bool]
"""Says of a phrase's word, by its place in it, that its capital means nothing."""


def as_printed(_place: int, _word: Word) -> bool:
    """Keep every capital."""
    return False


def read_phrase(words: str, lower: Lower = as_printed) -> Phrase:
    """Return what the source `words` are.

    `lower` tells the words whose capital is only that of a sentence's first word or
    of a headline, so that "Builders" is no name.
    """
    printed = strip_article(words).strip(" ,;:")
    if printed.lower() in _PRONOUNS:
        gender = PERSON_PRONOUNS.get(printed.lower())
        return Phrase(Form.PRONOUN, printed, head=printed.lower(), gender=gender)
    raw = _split(find_words(words), lower)
    parts = [_read_part(part) for part in raw]
    if not parts:
        return Phrase(Form.UNNAMED, printed)
    phrase = _join_parts(parts, raw[0][-1].folded)
    if phrase.form is Form.NAME and phrase.head and len(parts) == 1:
        phrase = replace(phrase, name=tuple(printed.split()))
    return replace(phrase, words=printed)


def _split(words: Sequence[Word], lower: Lower) -> list[list[Word]]:
    """Return the words of each part between commas and dashes, without what is in brackets."""
    parts: list[list[Word]] = [[]]
    bracketed = False
    for index, word in enumerate(words):
        bracketed = ("(" in word.gap or bracketed) and ")" not in word.gap.rpartition("(")[2]
        if bracketed and index:
            continue
        if index and word.gap.strip().strip(_INSIDE) and parts[-1]:
            parts.append([])
        parts[-1].append(word.lowered() if lower(index, word) else word)
    return [part for part in parts if part]


def _join_parts(parts: Sequence[Phrase], last_word: str) -> Phrase:
    """Return one phrase for the parts: the name of one, the positions of the others.

    `last_word` is the first part's: in "an aide to the mayor, Ana Roe," the name may
    be the mayor's, so that it is nobody's here.
    """
    first = parts[0]
    if first.form is Form.NAME:
        position = next((p for p in parts[1:] if _is_position(p)), None)
        if first.title is None and position is not None and first.kind is not _BODY:
            return replace(
                first,
                title=position.title or position.words,
                holder=position.holder,
                gender=first.gender or position.gender,
            )
        return first
    others = first.head != last_word and last_word in _PEOPLE
    head = first.head or ""
    plural = first.form is Form.UNNAMED and head.endswith("s") and not head.endswith("ss")
    several = first.determiner in _SEVERAL or head in GROUPS or plural
    if first.form is Form.DOCUMENT or others or several:
        return first
    for part in parts[1:3]:
        if part.form is Form.NAME and not _is_acronym(part.name):
            title = first.title or first.words if first.kind is not AgentKind.ORGANIZATION else None
            return replace(
                part,
                title=title or part.title,
                holder=first.holder,
                gender=part.gender or first.gender,
                kind=_agreed_kind(first, part),
            )
    return first


def _agreed_kind(description: Phrase, name: Phrase) -> AgentKind | None:
    """Return the kind of a named agent that a description stands beside."""
    if description.head in _PURE_BODIES:
        return AgentKind.ORGANIZATION
    if description.head in _PEOPLE:
        return AgentKind.PERSON if not is_body(name.name) else AgentKind.ORGANIZATION
    return name.kind


def _is_position(part: Phrase) -> bool:
    """Say whether a part after a name tells the position of its bearer."""
    if part.form is Form.NAME or part.head is None:
        return False
    told = part.determiner in ("a", "an", "the") and part.head not in _UNNAMED_ALONE
    return told or part.head in OFFICES


def _is_acronym(name: Sequence[str]) -> bool:
    return len(name) == 1 and len(name[0]) > 1 and name[0].isupper()


def _read_part(words: Sequence[Word]) -> Phrase:
    """Return what one part is: the noun phrase up to its first loose preposition or clause."""
    determiner, words = _take_determiner(words)
    if words[0].folded.endswith("-year-old") and len(words) > 1 and words[1].capital:
        determiner, words = None, words[1:]
    if words[0].folded in _LOOSE:
        return Phrase(Form.UNNAMED, _text(words))
    holder, words = _take_holder(words)
    words = words[: _clause_start(words)]
    end = _noun_phrase_end(words)
    phrase, tail = words[:end], words[end:]
    if not phrase:
        return Phrase(Form.UNNAMED, _text(words))
    run = trailing_run(phrase)
    if run is not None and run.name:
        return _name(determiner, holder, phrase, run)
    described = _describe(determiner, holder, phrase, tail)
    run = trailing_run(words)
    if run is not None and run.name and described.head in OFFICES and _is_double(words, run):
        return _name(determiner, holder, words, run)
    return described


def _is_double(words: Sequence[Word], run: Run) -> bool:
    """Say whether two positions joined by "and" stand before a name.

    "Former Secretary of State and Unity front-runner Hilda Cole"; but "a spokesman for
    opposition leader Ana Roe" is not Ana Roe.
    """
    before = words[: len(words) - len(run.words)]
    return len(before) > 2 and before[-1].folded in OFFICES and "and" in {w.folded for w in before}


def _clause_start(words: Sequence[Word]) -> int:
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
        if word.folded in _CUTS or (participle and after_noun and loose) or doing:
            return index
    return len(words)


def _is_doing(word: str, before: Word, after: Sequence[Word]) -> bool:
    """Say whether a word in -ing begins a clause ("one member backing the bill")."""
    return (
        word.endswith("ing")
        and bool(after)
        and (
            before.folded in _PEOPLE
            or before.folded in GROUPS
            or before.folded.endswith("s")
            or before.text.isupper()
        )
        and after[0].folded not in OFFICES
    )


def _take_determiner(words: Sequence[Word]) -> tuple[str | None, Sequence[Word]]:
    """Return the leading determiner in lower case, if any, and the words after it."""
    first = words[0].folded
    if len(words) > 1 and not words[0].possessive:
        if first in _FIXED or is_article(first, words[1].text):
            return first, words[1:]
        if first in QUANTIFIERS and not any(w.capital and w.folded in BODIES for w in words):
            return first, words[1:]
        if first[0].isdigit() and not first.endswith("-old"):
            return "some", words[1:]
    return None, words


def _take_holder(words: Sequence[Word]) -> tuple[str | None, Sequence[Word]]:
    """Return the possessor before the noun phrase ("Putin" of "Putin's …") and the rest."""
    for index, word in enumerate(words[:-1]):
        if word.folded in PREPOSITIONS:
            break
        if word.possessive and not is_plural_people(word):
            return _text(words[: index + 1]), words[index + 1 :]
    return None, words


def is_plural_people(word: Word) -> bool:
    """Say whether a possessive is part of a body's name ("People's Army")."""
    return word.folded in ("people", "women", "men", "children", "king", "queen")


def _noun_phrase_end(words: Sequence[Word]) -> int:
    """Return where the first noun phrase ends: at a preposition that is not in a body's name."""
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


def _take_position(tail: Sequence[Word]) -> tuple[str, str | None]:
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
            return _text(tail[:index]), " ".join(run.name or run.words)
    return "", None


def _name(determiner: str | None, holder: str | None, phrase: Sequence[Word], run: Run) -> Phrase:
    """Return the phrase that holds a name: a person with titles, or a body."""
    before = phrase[: len(phrase) - len(run.words)]
    noun = before[-1].folded if before else None
    name = run.name
    words = _text(phrase)
    if determiner in DEFINITE and not before and is_demonym(" ".join(name)):
        if name[-1].endswith("s"):
            return Phrase(Form.UNNAMED, words, head=name[-1].lower())
        return Phrase(Form.DESCRIPTION, words, holder=" ".join(name), head="national")
    lone = len(name) == 1 and not before and not run.titles and not run.honorifics
    if name[-1].lower() in GROUPS and not before and not run.titles:
        return Phrase(Form.UNNAMED, words, head=name[-1].lower())
    if lone and determiner is None and name[0].lower() in _UNNAMED_ALONE:
        return Phrase(Form.UNNAMED, words, head=name[0].lower())
    if lone and determiner in DEFINITE and name[0].lower() in BODIES:
        return Phrase(
            Form.DESCRIPTION,
            words,
            name=() if name[0].lower() == "opposition" else name,
            kind=AgentKind.ORGANIZATION,
            head=name[0].lower(),
        )
    if determiner in _INDEFINITE and not before and not run.titles:
        return Phrase(Form.UNNAMED, words)
    body = is_body(name) or noun in _PURE_BODIES
    article = determiner == "the" and not before and not run.titles and not run.honorifics
    loose = determiner in _INDEFINITE and before and noun not in _PEOPLE and noun not in BODIES
    if loose or noun in DOCUMENTS:
        return Phrase(Form.UNNAMED, words)
    kind = AgentKind.ORGANIZATION if body or article else None
    person = bool(run.titles or run.honorifics or noun in _PEOPLE)
    if person and not is_body(name):
        kind = AgentKind.PERSON
    called = noun is not None and noun not in BODIES and noun not in QUALIFIERS
    if before and before[0].folded.endswith("ing") and (len(before) > 1 or run.titles):
        before = before[1:]
    title = _text(before, run.titles) if person or called else None
    if kind is None and given_gender(name[0]) and len(name) > 1:
        kind = AgentKind.PERSON
    return Phrase(
        Form.NAME,
        words,
        name=name,
        honorific=bool(run.honorifics),
        gender=run.gender or noun_gender(w.folded for w in before),
        kind=kind,
        title=title or None,
        holder=holder,
        noun=noun,
    )


def _describe(
    determiner: str | None, holder: str | None, phrase: Sequence[Word], tail: Sequence[Word]
) -> Phrase:
    """Return the phrase without a name: a document, a named holder's body, a description."""
    lowered = [w.folded for w in phrase]
    head, modifiers = lowered[-1], tuple(lowered[:-1])
    words = _text(phrase)
    if head in GROUPS:
        return Phrase(Form.UNNAMED, words, head=head, modifiers=modifiers)
    if head in DOCUMENTS:
        return Phrase(
            Form.DOCUMENT,
            words,
            name=_maker(head, phrase, tail) if determiner not in _SEVERAL else (),
            head=head,
            modifiers=modifiers,
        )
    more, position_of = _take_position(tail)
    whose = holder or position_of or " ".join(w.text for w in phrase[:-1] if w.capital) or None
    if (head in NATIONAL_BODIES or (holder and head in HELD_BODIES)) and _identifies(
        determiner, holder, phrase
    ):
        name = f"{holder}’s {words}" if holder else words
        return Phrase(
            Form.NAME, words, name=tuple(name.split()), kind=AgentKind.ORGANIZATION, head=head
        )
    age = next((int(w[:2]) for w in lowered if w[:2].isdigit() and w.endswith("-old")), None)
    indefinite = determiner in _INDEFINITE
    definite = determiner in _FIXED or (holder is not None and not indefinite)
    headline = determiner is None and head in OFFICES and not head.endswith("s")
    form = Form.DESCRIPTION if definite or headline else Form.UNNAMED
    return Phrase(
        form,
        words,
        gender=noun_gender(lowered),
        title=f"{words} {more}".strip() if head not in _UNNAMED_ALONE else None,
        holder=whose if determiner not in POSSESSIVES else None,
        determiner=determiner,
        head=head,
        modifiers=modifiers,
        age=age,
    )


def _identifies(determiner: str | None, holder: str | None, phrase: Sequence[Word]) -> bool:
    """Say whether a nation or a named holder tells which ministry or army is meant."""
    if determiner in _NO_HOLDER:
        return False
    if holder is not None:
        return holder[0].isupper()
    nation = [w.text for w in phrase[:-1] if w.capital]
    return bool(nation) and find_nationality(" ".join(nation)) is not None


def _maker(head: str, phrase: Sequence[Word], tail: Sequence[Word]) -> tuple[str, ...]:
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
            made = trailing_run(_until_loose(made_by))
            return made.name if made is not None and not made.office_only else ()
    return ()


def _until_loose(words: Sequence[Word]) -> Sequence[Word]:
    """Return the noun phrase that `words` open with, its article dropped."""
    words = words[1:] if words[0].folded in ARTICLES else words
    return words[: _noun_phrase_end(words)]


def _text(words: Sequence[Word], more: Sequence[str] = ()) -> str:
    return " ".join([*(w.text for w in words), *more])
