"""What a number counts or measures: the unit that follows it, in one canonical form.

Measures and currencies come from a small table; anything else is a counted noun
phrase, the plural noun after the number with up to two words before it, in the
singular ("two ballistic missiles" → "ballistic missile"). There is no tagger here:
a phrase is believed only when it ends in what looks like a plural and nothing in
between belongs to another phrase, otherwise there is no unit.
"""

import re

_MEASURES = """
kilometre: km kms kilometre kilometres kilometer kilometers
metre: metre metres meter meters m
centimetre: cm centimetre centimetres centimeter centimeters
millimetre: mm millimetre millimetres millimeter millimeters
mile: mile miles
nautical mile: nautical-mile nautical-miles
foot: ft foot feet
inch: inch inches
yard: yard yards
hectare: ha hectare hectares
acre: acre acres
kilogram: kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
gram: gram grams gramme grammes
tonne: tonne tonnes
ton: ton tons
litre: litre litres liter liters
gallon: gallon gallons
barrel: barrel barrels bpd
mile per hour: mph
kilometre per hour: km/h kph kmh
knot: knot knots
degree: degree degrees °C °F °
megawatt: MW megawatt megawatts
gigawatt: GW gigawatt gigawatts
kiloton: kiloton kilotons
second: second seconds
minute: minute minutes min mins
hour: hour hours hr hrs
day: day days
week: week weeks
month: month months
year: year years
decade: decade decades
percent: percent % pct
percentage point: pp
magnitude: magnitude
time: times
USD: dollars dollar
EUR: euro euros
CNY: yuan
RUB: rouble roubles ruble rubles
JPY: yen
KRW: won
UAH: hryvnia hryvnias
CHF: francs
pound: pounds
rupee: rupees rupee
cent: cents
person: people persons person
"""
_CANONICAL = {
    form: line.partition(": ")[0]
    for line in _MEASURES.strip().splitlines()
    for form in line.partition(": ")[2].split()
}
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
"""Units of duration."""

CURRENCIES = {
    **{"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "S$": "SGD", "NZ$": "NZD"},
    **{"HK$": "HKD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW"},
    **{"₦": "NGN", "₺": "TRY", "₴": "UAH", "R": "ZAR", "Rs": "rupee", "Rs.": "rupee"},
    **{"EUR": "EUR", "USD": "USD", "GBP": "GBP", "CHF": "CHF", "CNY": "CNY"},
}
"""Signs and codes before a number, with their unit."""

STATES = frozenset(
    """dead killed injured wounded hurt missing displaced homeless hospitalised hospitalized
    deceased arrested detained rescued evacuated trapped unaccounted""".split()
)
"""Words that stand for people in that state when no noun follows ("19 dead")."""

_IRREGULAR = {
    **{"men": "man", "women": "woman", "children": "child", "feet": "foot", "lives": "life"},
    **{"servicemen": "serviceman", "policemen": "policeman", "fishermen": "fisherman"},
    **{"gunmen": "gunman", "firemen": "fireman", "crewmen": "crewman", "wolves": "wolf"},
    **{"buses": "bus", "viruses": "virus", "crises": "crisis", "heroes": "hero", "wives": "wife"},
    **{"series": "series", "species": "species", "aircraft": "aircraft", "troops": "troop"},
    **{"casualties": "casualty", "movies": "movie", "shoes": "shoe", "personnel": "personnel"},
    **{"police": "police", "staff": "staff", "sheep": "sheep", "cattle": "cattle", "fish": "fish"},
    **{"helicopters": "helicopter", "spacecraft": "spacecraft", "caches": "cache"},
    **{"businesswomen": "businesswoman", "policewomen": "policewoman", "halves": "half"},
}
_ADJECTIVES_IN_S = frozenset(
    {"arms", "sports", "overseas", "previous", "various", "serious", "religious", "gas"}
)
_NOT_PLURAL = frozenset(
    """was is has does as this its his us less across plus perhaps always besides towards thus
    yes says hers ours theirs minus versus afterwards backwards""".split()
)
_STOPS = frozenset(
    """a an the of in on at to for by with from and or but nor as than that which who whom whose
    when where while if because since after before until during into onto over under up down out
    off about against between among per via is are was were be been being has have had do does did
    will would shall should may might can could must not no he she it they we you i him her them us
    this these those said told says say saw made took gave went came got left found won lost voted
    died remain remained stood so too also still yet now then there here ago later earlier away
    apart each alone only both all put set let my your our their his its what how why""".split()
)
_COUNTED_ONCE = frozenset(
    """person man woman child boy girl civilian soldier officer policeman policewoman firefighter
    serviceman rescuer passenger resident villager worker student protester journalist pilot
    sailor fisherman driver crewman missile rocket drone satellite projectile warhead shell ship
    vessel boat ferry plane aircraft helicopter house home building bridge village school country
    hour minute day week month year decade mile kilometre metre tonne ton litre barrel time
    percent magnitude case death casualty""".split()
)
"""Nouns after which "one" is a number and not a pronoun."""

_GAP = re.compile(
    r"(?:\s(?:or\s(?:more|so)|plus|odd|more|other|others|additional|further|extra|new|of"
    r"(?:\s(?:the|its|their|his|her|our|those|these|whom|them))?)(?=\s))?"
)
_PER_CENT = re.compile(r"\s?(?:%|(?i:per\s?cent)\b(?!\w))|\s(?i:percentage\spoints?)\b")
_SQUARE = re.compile(r"[\s-]?(?:square|sq\.?|cubic)[\s-](?=[a-z])")
_WORD = re.compile(r"[\s-]?(°[CF]?|km/h|[^\W\d_]+)(?![\w])")
_NOUN = re.compile(r"\s([^\W\d_][\w’'‑-]*)")
_ATTACHED = re.compile(r"[-‑](?:to-)?([a-z]+)")


def singular(noun: str) -> str:
    """Return the singular of a plural `noun` in lower case."""
    known = _IRREGULAR.get(noun)
    if known is not None:
        return known
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def is_countable(unit: str) -> bool:
    """Say whether `unit` is a measure, or ends in a noun that news counts one by one."""
    return unit.rpartition(" ")[2] in _COUNTED_ONCE


def _is_plural(word: str) -> bool:
    if word in _IRREGULAR:
        return True
    if word in _CANONICAL:
        return word != _CANONICAL[word]
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))
    )


def read_unit(text: str, at: int, value: float) -> tuple[str | None, int]:
    """Return the unit that follows a number ending at `at`, and where the unit ends.

    No unit gives (None, at).
    """
    per_cent = _PER_CENT.match(text, at)
    if per_cent:
        point = "point" in per_cent.group()
        return ("percentage point" if point else "percent"), per_cent.end()
    attached = _ATTACHED.match(text, at)
    if attached and attached.group(1) not in _STOPS:
        word = attached.group(1)
        if word == "strong":
            return "person", attached.end()  # "a 300-strong crowd"
        return _CANONICAL.get(word) or singular(word), attached.end()
    square = _SQUARE.match(text, at)
    word_match = _WORD.match(text, square.end() if square else at)
    if word_match:
        measure = _CANONICAL.get(word_match.group(1))
        if measure and not (measure == "time" and value == 1):
            kind = "cubic " if square and "cubic" in square.group() else "square "
            return (kind + measure if square else measure), word_match.end()
    return _read_noun(text, at, value)


def _read_noun(text: str, at: int, value: float) -> tuple[str | None, int]:
    """Return the counted noun phrase after a number, in the singular, and its end."""
    gap = _GAP.match(text, at)
    position = gap.end() if gap else at
    before: list[str] = []
    person_at: int | None = None
    for _ in range(4):
        match = _NOUN.match(text, position)
        if match is None:
            break
        word = match.group(1)
        low = word.lower()
        if low in _STOPS or low in _NOT_PLURAL:
            break
        position = match.end()
        if _is_head(low, value) and (word.islower() or not before):
            unit = _CANONICAL.get(low) or singular(low)
            return " ".join([*before[-2:], unit]), position
        if low in STATES and not before:
            person_at = position
        if word.islower() and low not in STATES:
            before.append(low)
    return ("person", person_at) if person_at is not None else (None, at)


def _is_head(low: str, value: float) -> bool:
    if value == 1:
        return low in _COUNTED_ONCE
    return _is_plural(low) and low not in _ADJECTIVES_IN_S
