"""Where and when a bare toll came about: "19 people had died", "the toll stood at 18".

A desk that asks whether two articles agree on the dead needs to know that both count those
of one event. A toll in a sentence of its own belongs to the disaster or attack that the
article told of before it, and takes its place and day from there, but only where the
sentence holds nothing else (`is_bare`) and the article leaves no choice (`Story`). A toll
of part of the dead, of long ago or of somewhere else stays as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.extract.facts.figures import find_figures
from tracker.extract.facts.lexicon import ATTACKS, CALENDAR, DISASTERS
from tracker.extract.facts.reading import Reading
from tracker.extract.facts.recognise import Surroundings
from tracker.extract.facts.story import Story, Telling, extent_of, happened
from tracker.model import Act, Article, Event, Statement

_UNSURE = frozenset(
    """fear fears feared fearing hope hopes hoped doubt doubts doubted predict predicts predicted
    warn warns warned expect expects expected deny denies denied asked wondered""".split()
)

_MOST = 40
"""Bare tolls in one article; more are a table, whose time would grow with their square."""

_COUNTED = frozenset({"dead", "injured", "missing"})
_UNITS = frozenset({None, "person", "child"})
"""What a toll of all counts. "Four soldiers" may be four of the 17, and so may "two women"."""

_TOLL_NOUNS = frozenset({"toll", "tolls", "number", "count"})
_PUTTING = frozenset({"put", "puts"})
"""Behind these stands the toll, before them whoever counts: "the ministry put the toll at 18"."""

_NOT = frozenset("not never nobody no refused refuses declined wrongly falsely if".split())

_PLAIN = frozenset(
    """the of to at in is are was were be been being has have had it now so far still already
    officially today yesterday tonight morning afternoon evening night midnight noon by as on late
    early total all with and or but while confirmed reported known listed left people person
    persons lives lost toll number count death deaths dead died dies killed kills injured wounded
    hurt missing unaccounted for stands stood reached reaches hit rises risen rose climbs climbed
    climbing grew grown jumped remain remains remained put puts at figure that tragedy
    disaster""".split()
) | frozenset(day for day in CALENDAR if day.endswith("day"))
"""Words that say nothing of a toll but how it stands. Any other may tell that it is another's:
"on the bus", "of cholera", "each year", "when", "may", "another"."""

_AMONG = frozenset({"among", "the", "dead", "children", "were", "was", "are", "is"})
_MARKS = frozenset(",;:.“”\"‘’'–—") | {"--", "..."}
_CAUSES = ATTACKS | DISASTERS


@dataclass(frozen=True, slots=True)
class _Toll:
    """A bare toll: index of its statement, where it starts and ends, and its cause words.

    `dated_by_count` says that a day in it is that of counting ("rose to 17 on Friday").
    """

    index: int
    start: int
    end: int
    causes: frozenset[str]
    dated_by_count: bool


def place_tolls(
    article: Article, statements: list[Statement], surroundings: Surroundings
) -> list[Statement]:
    """Return the statements, the bare tolls among them with the place and day of their event."""
    tolls = [
        toll
        for index, statement in enumerate(statements)
        if (toll := _read_toll(surroundings, statement, index)) is not None
    ]
    if not 0 < len(tolls) <= _MOST:
        return statements
    bare = {toll.index for toll in tolls}
    tellings = [
        Telling.of(surroundings.text, statement)
        for index, statement in enumerate(statements)
        if index not in bare and happened(statement.event)
    ]
    story = Story(article, surroundings, tellings)
    placed = list(statements)
    for toll in tolls:
        placed[toll.index] = _placed(statements[toll.index], toll, story)
    return placed


def _placed(statement: Statement, toll: _Toll, story: Story) -> Statement:
    event = statement.event
    known = story.event_before(toll.start, toll.end, toll.causes)
    if event is None or known is None or known.type is not event.type:
        return statement
    when = event.when
    if when is not None and known.when is not None and not when.overlaps(known.when):
        if not toll.dated_by_count or when.start < known.when.start:
            return statement
        when = None
    elif when is not None and known.when is None:
        return statement
    return replace(
        statement,
        event=replace(
            event,
            when=when or known.when,
            place=known.place,
            place_precision=known.place_precision,
        ),
    )


def _read_toll(surroundings: Surroundings, statement: Statement, index: int) -> _Toll | None:
    """Return the toll of a statement that holds nothing but one, else None."""
    event = statement.event
    if event is None or not _may_be_bare(event) or not _is_firm(surroundings.text, statement):
        return None
    content = surroundings.content(statement.content)
    figures = [figure.span for figure in find_figures(content.text, content.pieces)]
    reading = Reading(content.text, content.pieces)
    words = [
        token.low
        for token in reading.tokens
        if not any(span.start <= token.start < span.end for span in figures)
    ]
    lows = {token.low for token in reading.tokens}
    causes = _CAUSES.intersection(lows)
    if not _are_bare(words, event, causes):
        return None
    return _Toll(
        index,
        *extent_of(statement),
        causes=causes,
        dated_by_count=bool(lows & _TOLL_NOUNS) or "by" in lows,
    )


def _is_firm(text: str, statement: Statement) -> bool:
    """Say whether whoever gives the toll holds it for true: no one who "feared" it."""
    cue = statement.cue.of(text).lower().split() if statement.cue else []
    return statement.act in (Act.SPEECH, Act.DOCUMENT) and _UNSURE.isdisjoint(cue)


def _may_be_bare(event: Event) -> bool:
    if not happened(event):
        return False
    if event.place is not None or event.participants or not event.quantities:
        return False
    return all(
        quantity.property in _COUNTED
        and quantity.unit in _UNITS
        and (quantity.minimum or quantity.maximum)
        and not _goes_on(quantity.as_printed)
        for quantity in event.quantities
    )


def _goes_on(printed: str) -> bool:
    """Say whether a figure adds to another: "five more", "two others", "another 12"."""
    words = printed.lower().split()
    added = any(word == "more" and after != "than" for word, after in _next(words))
    return added or not {"another", "other", "others", "further", "additional"}.isdisjoint(words)


def _next(words: Sequence[str]) -> list[tuple[str, str]]:
    return list(zip(words, [*words[1:], ""], strict=True))


def _are_bare(words: list[str], event: Event, causes: frozenset[str]) -> bool:
    """Say whether `words`, those around the figures, tell nothing but how the toll stands."""
    words = [word for word in words if word not in _MARKS]
    if "among" in words:
        children = {quantity.unit for quantity in event.quantities} == {"child"}
        return children and _AMONG.issuperset(words)
    put = next((at for at, word in enumerate(words) if word in _PUTTING), None)
    if put is not None and _TOLL_NOUNS & set(words[put:]) and _NOT.isdisjoint(words[:put]):
        words = words[put:]
    for before, word in _next(words):
        if word in causes and before in ("a", "an"):
            return False
    return all(word in _PLAIN or word in causes for word in words)
