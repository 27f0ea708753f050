"""Figures of an event: how many missiles, how many dead, how far, how strong.

The toll is what conflicts between outlets, so each figure is tied to the word that
says what became of the people counted: the verb just before it ("killed 17 people")
or, failing that, the nearest one after it in the same clause ("17 people were killed").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.model import Qualifier, Quantity, Span
from tracker.text.numbers import FoundQuantity, find_quantities

_STATES = {
    "dead": "dead dies die died dead killed kills kill killing deaths drowned perished lives "
    "fatalities deceased bodies death",
    "injured": "injured wounded hurt injuring wounding injures wounds hospitalised hospitalized "
    "injuries",
    "missing": "missing unaccounted disappeared",
    "rescued": "rescued rescuing rescue saved survivors survived",
    "evacuated": "evacuated evacuating evacuate",
    "displaced": "displaced displacing homeless",
    "trapped": "trapped trapping",
}
_PROPERTY = {word: name for name, words in _STATES.items() for word in words.split()}
_WORDS = "|".join(sorted(_PROPERTY, key=len, reverse=True))
_SUFFERED_WORDS = "|".join(
    word
    for word in _WORDS.split("|")
    if word == "missing" or not word.endswith(("ing", "kill", "kills", "injures"))
)
_AFTER = re.compile(
    rf"(?i:(?P<between>(?:[\s,]+(?!(?:and|but|who|that)\b)[^\W_][\w’'-]*){{0,6}}?)[\s,]+"
    rf"(?P<state>{_SUFFERED_WORDS})\b)"
)
_ACTIVE = frozenset("""killed injured wounded hurt rescued evacuated displaced saved""".split())
_SUFFERED = re.compile(r"(?i:\b(?:were|was|are|is|been|be|being|left|confirmed|reported|feared)\b)")
_NO_OBJECT = re.compile(
    r"\s*(?:\Z|[,.;:)—–-]|(?:in|by|when|after|and|on|as|at|so|during|with|or)\b)"
)
_SUBSET = re.compile(
    r"(?i:\b(?:among\sthem|including|of\sthem|of\swhom|among\swhom|include|included)\s)\Z"
)
_RATE = re.compile(r"\s(?i:an?|per|each|every)\s(?i:hour|day|week|month|year)\b")
_HABIT = re.compile(
    r"(?:\s(?!(?:that|which|who|whose|where|when|as|and|but|after|in|than|since)\b)[\w’'-]+){0,6}?"
    r"\s(?i:(?:per|each|every)\s(?:day|week|month|year|summer|winter)|annually|on\saverage)\b"
)
"""Behind a toll it makes one of many years: "40 people drown here each year"."""
_YEAR_OF = re.compile(r"(?i:\b(?:in|since|of|from|by|during)\s)\Z")
_YEAR_WITH_VERB = re.compile(r"(?:1[5-9]|20)\d\d\s\w+")
_OF_STATE = re.compile(rf"(?i:\bof\sthe\s(?:{_WORDS})\Z)")
_BEFORE = re.compile(
    rf"(?i:\b(?P<state>{_WORDS})\s(?:(?:at|to|of|a|the|another)\s)?"
    rf"|\b(?:number|count)\sof\s(?:\w+\s)?(?P<counted>{_WORDS})\b[^.;]{{0,100}}?"
    r"\s(?:to|at|reached|is|was|hit|passed)\s"
    r"|\b(?P<toll>toll\b[^.;]{0,120}?\s(?:to|at|of|reached|is|was|hit|passed)\s))\Z"
)
_PEOPLE = frozenset(
    """person man woman child boy girl civilian soldier officer policeman firefighter serviceman
    passenger resident villager worker student pupil protester miner pilgrim sailor fisherman
    crew troop guard tourist migrant policewoman teacher driver rescuer patient inmate refugee
    victim body member cadet nurse medic guest pensioner""".split()
)
_NO_PERSON = frozenset(
    """number computer container trailer tanker helicopter bomber paper order letter river
    tower quarter matter error tree degree committee corner meter trawler cruiser freighter carrier
    tractor door floor reactor sector factor tiger panther power shelter theater centimeter
    kilometer disaster chapter semester winter summer offer border motor mirror generator
    employer""".split()
)
_WEAPON_UNITS = re.compile(r"\b(missile|rocket|projectile|shell|drone|torpedo|warhead|mortar)\Z")
_HOMES = frozenset("""home house building dwelling shop school village hut""".split())
_BY_UNIT = {
    **dict.fromkeys(("kilometre", "mile", "nautical mile", "metre"), "distance"),
    **dict.fromkeys(("USD", "EUR", "GBP", "JPY", "CNY", "RUB", "INR"), "amount"),
    **{"magnitude": "magnitude", "time": "count", "satellite": "satellites"},
}
_STATE_NOUNS = {
    **{"casualty": "casualties", "fatality": "dead", "death": "dead", "injury": "injured"},
}
"""Nouns that say of themselves what became of the people counted ("no casualties")."""

TOLLS = frozenset({"dead", "injured", "missing", "displaced", "trapped", "casualties"})
"""Properties that make an event one with casualties."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its place in the text; `at` is where its state word stands, or itself.

    `bare` says that the state stands within the figure's own words ("44 wounded").
    """

    span: Span
    at: int
    quantity: Quantity
    bare: bool = False


def find_figures(text: str, pieces: Sequence[Span]) -> list[Figure]:
    """Return the figures of a content whose property is known, in text order."""
    figures = []
    for piece in pieces:
        words = text[piece.start : piece.end]
        found = _tolled(words, find_quantities(words))
        for number, quantity in enumerate(found):
            after = found[number + 1].span.start if number + 1 < len(found) else len(words)
            before = found[number - 1].span.end if number else 0
            named = _property(words, quantity, before, after)
            habit = (
                named is not None and named[0] in TOLLS and _HABIT.match(words, quantity.span.end)
            )
            if named is not None and not habit:
                figures.append(_figure(words, quantity, named, piece.start))
    return figures


def _tolled(words: str, quantities: list[FoundQuantity]) -> list[FoundQuantity]:
    """Return the quantities without those that are only part or whole of another.

    The nine of "31 pilgrims, among them nine children", the 180 of "22 of the 180
    passengers were injured", "five of the dead" and "90 people a day" are no tolls. Nor
    is the year of "a flood in 1999 killed 400".
    """
    kept: list[FoundQuantity] = []
    for quantity in quantities:
        start, end = quantity.span.start, quantity.span.end
        joint = words[kept[-1].span.end : start].split() if kept else []
        if (
            not _SUBSET.search(words, max(0, start - 24), start)
            and joint[:1] != ["of"]
            and not _OF_STATE.search(words, start, end)
            and not _RATE.match(words, end)
            and not _is_year(words, start, end)
        ):
            kept.append(quantity)
    return kept


def _is_year(words: str, start: int, end: int) -> bool:
    """Say whether a figure is a year with the verb behind it, as in "in 1999 killed"."""
    if _YEAR_WITH_VERB.fullmatch(words, start, end) is None:
        return False
    return _YEAR_OF.search(words, max(0, start - 8), start) is not None


def _figure(words: str, found: FoundQuantity, named: tuple[str, int], offset: int) -> Figure:
    printed = " ".join(found.span.of(words).split())
    unit = found.unit
    if named[0] in TOLLS and (unit in (None, "other") or unit in _STATE_NOUNS):
        unit = "person"
    quantity = Quantity(
        named[0], found.minimum, found.maximum, unit, Qualifier(found.qualifier), printed
    )
    bare = named[0] in TOLLS and found.span.start < named[1] < found.span.end
    return Figure(found.span.shifted(offset), named[1] + offset, quantity, bare)


def _property(words: str, found: FoundQuantity, before: int, after: int) -> tuple[str, int] | None:
    """Return what a quantity counts and where the word that says so stands."""
    unit = found.unit
    head = unit.rpartition(" ")[2] if unit else None
    if unit is not None and _WEAPON_UNITS.search(unit):
        return ("torpedoes" if head == "torpedo" else f"{head}s"), found.span.start
    if unit in _STATE_NOUNS:
        return _STATE_NOUNS[unit], found.span.start
    if unit in _BY_UNIT:
        return _BY_UNIT[unit], found.span.start
    if head in _HOMES:
        return "homes", found.span.start
    if head == "satellite":
        return "satellites", found.span.start
    if (head is None or _is_person(head)) and (found.minimum or found.maximum or 0.5) % 1 == 0:
        return _state(words, found, before, after, is_person=head is not None)
    return None


def _is_person(noun: str) -> bool:
    """Say whether a noun is one for people, by the list or by how it ends ("climber")."""
    person = noun.endswith(("er", "or", "ist", "ian", "ee")) and noun not in _NO_PERSON
    return noun in _PEOPLE or (person and len(noun) > 4)


def _state(
    words: str, found: FoundQuantity, before: int, after: int, *, is_person: bool
) -> tuple[str, int] | None:
    """Return what became of the people counted and where the word that says so stands."""
    inside = re.search(rf"(?i:\b(?:{_WORDS})\b)", found.span.of(words))
    if inside:
        return _PROPERTY[inside.group().lower()], found.span.start + inside.start()
    left = _BEFORE.search(words, max(before, found.span.start - 160), found.span.start)
    if left is not None:
        state = left["state"] or left["counted"]
        return (_PROPERTY[state.lower()] if state else "dead"), left.start()
    right = _AFTER.match(words, found.span.end, after)
    if right is None or not (is_person or not right["between"].startswith(",")):
        return None
    state = right["state"].lower()
    active = state in _ACTIVE and not _SUFFERED.search(right["between"])
    if active and not _NO_OBJECT.match(words, right.end()):
        return None  # "12 militants killed a guard"
    return _PROPERTY[state], right.start("state")
