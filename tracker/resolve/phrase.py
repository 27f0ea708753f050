"""What the printed words of a source are: a name with its titles, a pronoun, a description.

A source phrase is read on its own: "the Command's Public Relations Officer, DSP
Grace Edoho" is cut at its commas, each part is read as one noun phrase, and the
first part that holds a name gives the name, the others its positions. Who the
phrase stands for is decided elsewhere, with the whole article in view.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from tracker.model import AgentKind
from tracker.resolve.given_names import given_gender
from tracker.resolve.lexicon import (
    BODIES,
    COLLECTIVES,
    DEFINITE,
    DOCUMENTS,
    GROUPS,
    HELD_BODIES,
    NATIONAL_BODIES,
    OFFICES,
    PARTISANS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    QUALIFIERS,
    QUANTIFIERS,
    STAFFS,
    Gender,
    noun_gender,
)
from tracker.resolve.noun_phrase import (
    CLAUSE_WORDS,
    FIXED,
    PEOPLE,
    clause_start,
    identifies,
    is_state_body,
    joined,
    maker_of,
    noun_phrase_end,
    take_determiner,
    take_holder,
    take_position,
)
from tracker.resolve.runs import SURNAMES, Run, is_body, trailing_run
from tracker.text.countries import is_demonym
from tracker.text.names import Word, find_words, strip_article

_INSIDE = ".’'\"“”‘&"
"""Marks inside a noun phrase; any other one ends a part."""

_PRONOUNS = (
    frozenset(PERSON_PRONOUNS)
    | POSSESSIVES
    | frozenset({"they", "them", "it", "which", "who", "i", "we", "you", "us", "me"})
)

_INDEFINITE = QUANTIFIERS | {"a", "an"}
_SEVERAL = QUANTIFIERS - {"one", "another"}
_BODY = AgentKind.ORGANIZATION
_PURE_BODIES = BODIES - OFFICES
_LOOSE = PREPOSITIONS | CLAUSE_WORDS
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
        if position is not None and position.head in PEOPLE and _is_surname(first.name):
            first = replace(first, kind=AgentKind.PERSON)  # "Marlow Post, a carpenter"
        if first.title is None and position is not None and first.kind is not _BODY:
            return replace(
                first,
                title=position.title or position.words,
                holder=position.holder,
                gender=first.gender or position.gender,
            )
        return first
    others = first.head != last_word and last_word in PEOPLE
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


def _is_surname(name: Sequence[str]) -> bool:
    """Say whether a name of two words ends in one that a body and a person may bear."""
    return len(name) == 2 and name[-1].lower() in SURNAMES


def _agreed_kind(description: Phrase, name: Phrase) -> AgentKind | None:
    """Return the kind of a named agent that a description stands beside."""
    if description.head in _PURE_BODIES:
        return AgentKind.ORGANIZATION
    if description.head in PEOPLE:
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
    determiner, words = take_determiner(words)
    if words[0].folded.endswith("-year-old") and len(words) > 1 and words[1].capital:
        determiner, words = None, words[1:]
    if words[0].folded in _LOOSE:
        return Phrase(Form.UNNAMED, joined(words))
    holder, words = take_holder(words)
    words = words[: clause_start(words)]
    end = noun_phrase_end(words)
    phrase, tail = words[:end], words[end:]
    if not phrase:
        return Phrase(Form.UNNAMED, joined(words))
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


def _name(determiner: str | None, holder: str | None, phrase: Sequence[Word], run: Run) -> Phrase:
    """Return the phrase that holds a name: a person with titles, or a body."""
    before = phrase[: len(phrase) - len(run.words)]
    other = _no_name(determiner, before, run)
    if other is not None:
        return replace(other, words=joined(phrase))
    noun = before[-1].folded if before else None
    person = bool(run.titles or run.honorifics or noun in PEOPLE)
    called = noun is not None and noun not in BODIES and noun not in QUALIFIERS
    if before and before[0].folded.endswith("ing") and (len(before) > 1 or run.titles):
        before = before[1:]
    return Phrase(
        Form.NAME,
        joined(phrase),
        name=run.name,
        honorific=bool(run.honorifics),
        gender=run.gender or noun_gender(w.folded for w in before),
        kind=_kind(determiner, noun, run, person=person),
        title=(joined(before, run.titles) or None) if person or called else None,
        holder=holder,
        noun=noun,
    )


def _kind(determiner: str | None, noun: str | None, run: Run, *, person: bool) -> AgentKind | None:
    """Return the kind of agent a name is, None where its words do not tell."""
    name = run.name
    if person and not is_body(name):
        return AgentKind.PERSON
    if (
        is_body(name)
        or noun in _PURE_BODIES
        or (determiner == "the" and noun is None and not person)
    ):
        return AgentKind.ORGANIZATION
    return AgentKind.PERSON if len(name) > 1 and given_gender(name[0]) else None


def _no_name(determiner: str | None, before: Sequence[Word], run: Run) -> Phrase | None:
    """Return what a capitalised run is when it names nobody: "the Dane", "Some Labour MPs"."""
    noun = before[-1].folded if before else None
    last = run.name[-1].lower()
    bare = not before and not run.titles
    lone = bare and len(run.name) == 1 and not run.honorifics
    if determiner in DEFINITE and not before and is_demonym(" ".join(run.name)):
        if last.endswith("s"):
            return Phrase(Form.UNNAMED, "", head=last)
        return Phrase(Form.DESCRIPTION, "", holder=" ".join(run.name), head="national")
    if last in PARTISANS and not any(w.lower() in BODIES for w in run.name):
        return Phrase(Form.UNNAMED, "", head=last)
    if determiner in DEFINITE and last + "s" in PARTISANS and not run.honorifics:
        return Phrase(Form.DESCRIPTION, "", head=last)
    collective = any(
        w.lower() in COLLECTIVES and after in ("of", "for") for w, after in pairwise(run.name)
    )
    staff = tuple(w.lower() for w in run.name[:2]) in STAFFS
    police = last == "police" and len(run.name) > 1
    group = bare and last in GROUPS and not (collective or staff or police)
    if group or (lone and determiner is None and last in _UNNAMED_ALONE):
        return Phrase(Form.UNNAMED, "", head=last)
    if lone and determiner in DEFINITE and last in BODIES:
        name = () if last == "opposition" else run.name
        return Phrase(Form.DESCRIPTION, "", name=name, kind=AgentKind.ORGANIZATION, head=last)
    loose = before and noun not in PEOPLE and noun not in BODIES
    if (determiner in _INDEFINITE and (bare or loose)) or noun in DOCUMENTS:
        return Phrase(Form.UNNAMED, "")
    return None


def _describe(
    determiner: str | None, holder: str | None, phrase: Sequence[Word], tail: Sequence[Word]
) -> Phrase:
    """Return the phrase without a name: a document, a named holder's body, a description."""
    lowered = [w.folded for w in phrase]
    head, modifiers = lowered[-1], tuple(lowered[:-1])
    words = joined(phrase)
    if head in GROUPS:
        return Phrase(Form.UNNAMED, words, head=head, modifiers=modifiers)
    if head in DOCUMENTS:
        maker = maker_of(head, phrase, tail) if determiner not in _SEVERAL else ()
        return Phrase(Form.DOCUMENT, words, name=maker, head=head, modifiers=modifiers)
    held = (holder is not None and head in HELD_BODIES) or is_state_body(holder, phrase)
    if (held or head in NATIONAL_BODIES) and identifies(determiner, holder, phrase):
        name = f"{holder}’s {words}" if holder else words
        return Phrase(Form.NAME, words, name=tuple(name.split()), kind=_BODY, head=head)
    more, position_of = take_position(tail)
    whose = holder or position_of or " ".join(w.text for w in phrase[:-1] if w.capital) or None
    age = next((int(w[:2]) for w in lowered if w[:2].isdigit() and w.endswith("-old")), None)
    indefinite = determiner in _INDEFINITE
    definite = determiner in FIXED or (holder is not None and not indefinite)
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
