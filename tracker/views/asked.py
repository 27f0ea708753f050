"""What a person asks a timeline of: a claim, a speaker, a place, a kind of event."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz, process, utils
from sqlmodel import Session

from tracker.errors import BadInput, NotFound
from tracker.model import EventType
from tracker.store import agents, articles, claims, identities, relations, timeline
from tracker.store.naming import name_key
from tracker.store.tables import AgentRow
from tracker.store.timeline import Selection
from tracker.text.counts import count


class Subject(StrEnum):
    """What a timeline is of."""

    CLAIM = "claim"
    SPEAKER = "speaker"
    PLACE = "place"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Asked:
    """The claims that were asked for, in words to show, and what else the words may mean."""

    subject: Subject
    title: str
    selection: Selection
    notes: tuple[str, ...] = ()


RELATED = 100
"""Claims that a timeline of one claim takes in at most, itself included."""

NAMESAKES = 200
"""Agents of one name that a timeline takes in at most: "Kim" is an agent of each article."""

_SHOWN = 5
"""Of these, how many are named."""

_LONGEST = 100
"""Codepoints of a name that are held against others."""

NEAR = 75.0
"""Likeness, of 100, from which a name is offered for one that nobody has."""

_CLAIM = re.compile(r"(?:claim\s+)?(\d{1,18})", re.IGNORECASE)
_AGENT = re.compile(r"agent\s+(\d{1,18})", re.IGNORECASE)
_LAST = 2**31 - 1
_EVENT_AT = re.compile(r"(?P<type>.{3,40}?)(?:\s(?:at|in|near|off)\s|,\s)(?P<place>\S.*)")


def ask(session: Session, words: str, only: Subject | None, narrow: Selection) -> Asked:
    """Return what `words` ask for, narrowed by the event type and days of `narrow`.

    A number is a claim's, "agent 12" a speaker. A name is a speaker's where one of that
    name said anything, else a place's, else a kind of event ("missile launch", also
    "missile launch at Sunan"); `only` says which of these is meant.

    Raises:
        BadInput: there are no words.
        NotFound: nothing is called so; the message offers near names.
    """
    if not words.strip():
        raise BadInput("give a name, a claim's number, a place or a kind of event")
    words = " ".join(words.split())
    found: list[Asked] = []
    for subject, read in _READERS.items():
        if only in (None, subject):
            asked = read(session, words)
            if asked is not None:
                found.append(replace(asked, selection=_narrowed(asked.selection, narrow)))
    if not found:
        raise NotFound(_unknown(session, words, only))
    first, *others = found
    also = tuple(
        f"{words!r} may also be meant as {other.subject}: --as {other.subject}" for other in others
    )
    return replace(first, notes=(*first.notes, *also))


def _narrowed(selection: Selection, narrow: Selection) -> Selection:
    return replace(
        selection,
        event_type=narrow.event_type or selection.event_type,
        since=narrow.since,
        until=narrow.until,
    )


def _claim(session: Session, words: str) -> Asked | None:
    match = _CLAIM.fullmatch(words)
    if match is None:
        return None
    row = claims.get_claim(session, _number("claim", match[1]))
    root = row.part_of_id or row.id
    part = (f"claim {row.id} is part of claim {root}",) if root != row.id else ()
    return Asked(Subject.CLAIM, f"claim {root}", Selection(claims=_related(session, root)), part)


def _number(kind: str, digits: str) -> int:
    """Return the number of a record; one beyond the databases' integers is nobody's."""
    number = int(digits)
    if number > _LAST:
        raise NotFound(f"no {kind} {number}: see `tracker {kind} list`")
    return number


def _related(session: Session, claim_id: int) -> list[int]:
    """Return a claim and those that stand to it in some relation, nearest first."""
    found, waiting = {claim_id: None}, [claim_id]
    while waiting and len(found) < RELATED:
        rows = relations.of_claims(session, waiting)
        near = {row.from_claim_id for row in rows} | {row.to_claim_id for row in rows}
        waiting = sorted(near - found.keys())[: RELATED - len(found)]
        found |= dict.fromkeys(waiting)
    return list(found)


def _speaker(session: Session, words: str) -> Asked | None:
    match = _AGENT.fullmatch(words)
    if match is not None:
        agent = agents.get_agent(session, _number("agent", match[1]))
        rows = [agents.get_agent(session, identities.root_of(agent))]
    else:
        rows = timeline.speakers_named(session, words, NAMESAKES)
    selection = Selection(speakers=timeline.one_with(session, [row.id for row in rows]))
    if not rows or not timeline.count(session, selection):
        return None
    title = rows[0].name if len(rows) == 1 else words
    return Asked(Subject.SPEAKER, title, selection, _namesakes(words, rows))


def _namesakes(words: str, rows: Sequence[AgentRow]) -> tuple[str, ...]:
    """Return that several agents have a name, the first of them with their numbers."""
    if len(rows) < 2:
        return ()
    first = "; ".join(f"agent {row.id}, {row.name}" for row in rows[:_SHOWN])
    rest = "; …" if len(rows) > _SHOWN else ""
    many = f"{len(rows)} or more" if len(rows) == NAMESAKES else len(rows)
    return (f"{words!r} is the name of {many}: {first}{rest}",)


def _place(session: Session, words: str) -> Asked | None:
    places = timeline.places_named(session, words)
    selection = Selection(places=places)
    if not places or not timeline.count(session, selection):
        return None
    return Asked(Subject.PLACE, words, selection)


def _event(session: Session, words: str) -> Asked | None:
    type_ = _type(words)
    if type_ is not None:
        return Asked(Subject.EVENT, words, Selection(event_type=type_))
    match = _EVENT_AT.fullmatch(words)
    type_ = _type(match["type"]) if match else None
    if match is None or type_ is None:
        return None
    places = timeline.places_named(session, match["place"])
    selection = Selection(event_type=type_, places=places)
    if not places or not timeline.count(session, selection):
        return None
    return Asked(Subject.EVENT, words, selection)


def _type(words: str) -> EventType | None:
    name = words.lower().replace(" ", "_").replace("-", "_")
    return EventType(name) if name in set(EventType) else None


_READERS: dict[Subject, Callable[[Session, str], Asked | None]] = {
    Subject.CLAIM: _claim,
    Subject.SPEAKER: _speaker,
    Subject.PLACE: _place,
    Subject.EVENT: _event,
}


def _unknown(session: Session, words: str, only: Subject | None) -> str:
    """Return that nothing is called so, with what was carried or the nearest names."""
    named = timeline.agents_named(session, words, NAMESAKES)
    hops = timeline.hops_of(session, timeline.one_with(session, [row.id for row in named]))
    if hops and only in (None, Subject.SPEAKER):
        return f"{words!r} said nothing that is recorded, but stands in {count(hops, 'chain')}"
    kind = f"no {only}" if only else "no speaker, place or kind of event"
    near = [name for name in near_names(session, words) if name_key(name) != name_key(words)]
    hint = f": perhaps {', '.join(near)}?" if near else ": see `tracker agent list`"
    return f"{kind} is called {words!r}{hint}"


def require_outlet(session: Session, words: str) -> None:
    """Refuse an outlet that published nothing here.

    Raises:
        NotFound: there is none of that name; the message offers near ones.
    """
    names = articles.outlet_names(session)
    if name_key(words) in {name_key(name) for name in names}:
        return
    near = _near(words, names)
    hint = f": perhaps {', '.join(near)}?" if near else ""
    raise NotFound(f"--outlet {words!r}: no article is of that outlet{hint}")


def near_names(session: Session, words: str) -> list[str]:
    """Return up to three of the newest names that are most like `words`, likest first."""
    names = [*timeline.newest_names(session), *(t.replace("_", " ") for t in EventType)]
    return _near(words, names)


def _near(words: str, names: Sequence[str]) -> list[str]:
    found = process.extract(
        words[:_LONGEST],
        names,
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=3,
        score_cutoff=NEAR,
    )
    return [name for name, _, _ in found]
