"""Sightings: every name in the text with the titles, ages and appositions around it.

Three places tell who somebody is: words before the name ("press secretary Dmitry
Peskov"), an apposition before it ("the Taoiseach, Colm Hanratty,"), and one after
it ("Sorcha Devane, leader of the Workers' League,"; "Danny Cullimore, 54,").
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from tracker.model import AgentKind, Occupancy, Span
from tracker.resolve.given_names import given_gender
from tracker.resolve.lexicon import BODIES, OFFICES, PREPOSITIONS, RELATIVES
from tracker.resolve.phrase import Form, Phrase, read_phrase
from tracker.resolve.roster import Sighting
from tracker.resolve.runs import is_body, read_run
from tracker.resolve.scan import Mention, Reading
from tracker.text.names import ARTICLES, Word, acronym_of, joins, word_set

_BEFORE = 6
"""Words looked at before a name for its titles: "deputy foreign ministry spokesman" has four."""

_TITLE_NOUNS = OFFICES | RELATIVES | BODIES
_NO_TITLE = PREPOSITIONS | {"that", "and", "but", "said"}
_VERBS = word_set(
    """is was are were has had have will would told met saw says tells calls quotes beat made also
    who which when as than then"""
)
_RANKS_IN_ED = frozenset({"retired", "appointed", "elected", "convicted", "disgraced", "named"})
"""Participles that stand in a title ("retired sergeant Ann Lee")."""

_CLOSES = frozenset(",.;:)”\n")
"""What follows a name that stands in apposition; in a list of people "and" does."""

_LONGEST_PERSON = 5
"""Words of a person's name without titles."""

_APPOSITION = 90
"""Codepoints of an apposition that are read; a longer one is a clause."""

_AFTER_NAME = re.compile(
    r",\s+(?P<words>(?:an?|the|then|[a-z’'-]+)\b[^,.;:“”\"()\n]{2,90})(?=[,.;:]|\s[–—])"
)
_DOES = re.compile(r",\s(?:said|says|told|tells|is|was|has|had|will|would|did|does|[a-z]+ed)\b")
_NO_NAMES = word_set(
    """yesterday today tomorrow tonight meanwhile however moreover later earlier still then instead
    indeed nevertheless nonetheless now here there thus monday tuesday wednesday thursday friday
    saturday sunday elsewhere afterwards besides"""
)
"""Words that open a sentence, with a position between commas behind them, and name nobody."""
_AGE = re.compile(
    r",\s+(?:aged\s+|who is\s+)?(?P<age>[1-9]\d)(?=[,.;)])|\s\((?P<bracket>[1-9]\d)\)"
)
_BEFORE_NAME = re.compile(
    r"(?:^|[\s“\"(])(?P<words>(?:the|a|an|his|her|its|their|[A-Z][\w-]*[’']s)\s[^,.;:“”\"()\n]{2,80}),\s$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\s?[(,]\s?(?:the\s)?[“‘\"]?(?P<acronym>[A-Z][A-Z&.]{1,9})[”’\"]?[),]")


_READ = lru_cache(maxsize=4096)(read_phrase)
"""The same names come again and again in one article."""


def gather_names(reading: Reading) -> Iterator[Sighting]:
    """Yield a sighting for each name in the text."""
    # "The Prime Minister" alone is no shorter name of "Prime Minister Ann Lee".
    names = {m.words for m in reading.mentions if not read_run(m.words).office_only}
    for mention in reading.mentions:
        words = mention.words
        if len(words) > 2 and words[1:] in names:
            continue
        if len(words) > 3 and not is_body(words) and (words[:2] in names or words[:3] in names):
            continue
        lone = mention.last - mention.first == 1
        if lone and reading.opens_sentence(mention.start) and not _is_known(mention, reading):
            continue
        sighting = _sight(mention, reading)
        if sighting is not None:
            yield sighting
    yield from _shared_surnames(reading)


def _shared_surnames(reading: Reading) -> Iterator[Sighting]:
    """Yield the first of two people who share a printed surname ("Ivor and Ann Roe")."""
    for mention, following in pairwise(reading.mentions):
        between = reading.text[mention.end : following.start]
        given = len(mention.words) == 1 and len(following.words) == 2 and between == " and "
        if given and given_gender(mention.words[0]) and given_gender(following.words[0]):
            words = (mention.words[0], following.words[1])
            yield Sighting(words, mention.start, AgentKind.PERSON, person=True)


def _is_known(mention: Mention, reading: Reading) -> bool:
    """Say whether a word that opens a sentence is a name elsewhere, inside one."""
    return (
        mention.words[0].lower() in reading.capitalised
        or mention.possessive
        or _is_described(mention, reading.text)
    )


def _is_described(mention: Mention, text: str) -> bool:
    """Say whether a position between commas and a verb follow: "Nowak, the union leader, said"."""
    word = mention.words[0].lower()
    match = _AFTER_NAME.match(text, mention.end, mention.end + _APPOSITION)
    if match is None or word in _NO_NAMES or word.endswith("ly"):
        return False
    return _DOES.match(text, match.end()) is not None and _position(match["words"]) is not None


def _sight(mention: Mention, reading: Reading) -> Sighting | None:
    """Return the sighting of one capitalised run, None where it is only an office."""
    run = read_run(mention.words)
    if len("".join(run.name)) < 2 or _is_too_long(run.name):
        return None
    start = _phrase_start(mention, reading)
    phrase = _READ(reading.text[start : mention.end])
    text = reading.text
    body = is_body(run.name) and not run.titles
    occupancy = _occupancy(phrase) if phrase.form is Form.NAME else None
    after = None if body else _position_after(text, mention.end)
    closed = text[mention.end : mention.end + 1] in _CLOSES
    before = _position_before(text, start) if closed and not body else None
    age = _AGE.match(text, mention.end)
    kind = phrase.kind if phrase.form is Form.NAME and phrase.name == run.name else None
    noun_person = after is not None or before is not None or age is not None
    return Sighting(
        words=run.name,
        position=mention.start,
        kind=AgentKind.PERSON if noun_person and kind is None else kind,
        gender=run.gender or phrase.gender or next((p.gender for p in (before, after) if p), None),
        honorific=bool(run.honorifics),
        occupancy=next((_occupancy(p) for p in (before, after) if p), None) or occupancy,
        age=int(age["age"] or age["bracket"]) if age else None,
        person=bool(run.titles or run.honorifics or noun_person or kind is AgentKind.PERSON),
        noun=_body_noun(phrase, text, mention),
    )


def _is_too_long(name: tuple[str, ...]) -> bool:
    """Say whether a run is a headline's words rather than a name: six and no body among them."""
    return len(name) > _LONGEST_PERSON and not is_body(name)


def _body_noun(phrase: Phrase, text: str, mention: Mention) -> str | None:
    """Return what kind of body a name is said to be ("the utility", "a shipping line")."""
    if phrase.noun in BODIES:
        return phrase.noun
    match = _AFTER_NAME.match(text, mention.end, mention.end + _APPOSITION)
    if match is None or not match["words"].startswith(("a ", "an ", "the ")):
        return None
    after = read_phrase(match["words"])
    return after.head if after.head in BODIES and after.form is not Form.NAME else None


def _phrase_start(mention: Mention, reading: Reading) -> int:
    """Return the offset where the titles in lower case before a name begin."""
    words, index = reading.words, mention.first
    noun = words[index - 1].folded if index else ""
    if not index or noun not in _TITLE_NOUNS or not joins(words[index - 1], words[index]):
        return mention.start
    first = max(0, index - _BEFORE)
    while index > first and joins(words[index - 1], words[index]):
        word = words[index - 1]
        if word.folded in ARTICLES or word.folded in _NO_TITLE or _is_verb(word):
            break
        index -= 1
        if word.possessive:
            break
    return words[index].start


def _is_verb(word: Word) -> bool:
    """Say whether a word before a name is its clause's verb ("castigated candidate Ann Lee")."""
    return not word.capital and (
        word.folded in _VERBS
        or (
            (word.folded.endswith("ed") and "-" not in word.folded)
            and word.folded not in _RANKS_IN_ED
        )
    )


def _position_after(text: str, end: int) -> Phrase | None:
    """Return the position that follows a name between commas."""
    match = _AFTER_NAME.match(text, end, end + _APPOSITION)
    return _position(match["words"]) if match else None


def _position_before(text: str, start: int) -> Phrase | None:
    """Return the position that precedes a name and its comma."""
    match = _BEFORE_NAME.search(text[max(0, start - _APPOSITION) : start])
    if match is None or text[start - 2 : start] != ", ":
        return None
    words = match["words"]
    return _position(words) if len(words.split()) <= 9 else None


def _position(words: str) -> Phrase | None:
    """Return the phrase that `words` are when it is a person's position."""
    phrase = read_phrase(words)
    return phrase if phrase.form is not Form.NAME and phrase.head in OFFICES else None


def _occupancy(phrase: Phrase) -> Occupancy | None:
    return Occupancy(phrase.title, phrase.holder) if phrase.title else None


def gather_source(span: Span, phrase: Phrase) -> Sighting | None:
    """Return the sighting that a source phrase is, None where it gives no name."""
    if phrase.form is not Form.NAME or len("".join(phrase.name)) < 2:
        return None
    return Sighting(
        words=phrase.name,
        position=span.start,
        kind=phrase.kind,
        gender=phrase.gender,
        honorific=phrase.honorific,
        occupancy=_occupancy(phrase),
        source=True,
        person=phrase.kind is AgentKind.PERSON,
    )


def find_acronyms(reading: Reading) -> dict[str, str]:
    """Return {acronym: name} for the names that the text follows with one.

    "National Examinations Authority (NEA)"; the letters must be the initials of
    the name's words, so that "(Ind)" or a place's code is none.
    """
    found: dict[str, str] = {}
    for mention in reading.mentions:
        match = _ACRONYM.match(reading.text, mention.end)
        if match is None:
            continue
        name = " ".join(mention.words)
        acronym = match["acronym"].strip(".,")
        initials = acronym_of(mention.words)
        if acronym.upper() == initials or _in_order(acronym, name):
            found.setdefault(acronym, name)
    return found


def _in_order(acronym: str, name: str) -> bool:
    """Say whether the acronym's letters stand in `name` in order, first letter first."""
    letters = iter(name.upper())
    return name.upper().startswith(acronym[0]) and all(c in letters for c in acronym)
