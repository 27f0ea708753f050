"""Whether those who take part in an event are said to have been there."""

from dataclasses import replace

from tracker.extract.facts.lexicon import Frame
from tracker.model import Event, EventType, Modality, Presence

_ATTENDED = frozenset({EventType.MEETING, EventType.SIGNING, EventType.TRAVEL, EventType.ARRIVAL})
"""Types of event that people are present at; whoever fires a missile is not."""

_ONES_OWN = frozenset({Frame.ATTEND, Frame.PRESENT, Frame.VISIT, Frame.MOVE})
"""Frames where not doing it is not being there: who "did not attend" was absent, who "did
not meet" somebody or "refused to sign" need not have been."""


def with_presence(
    event: Event,
    frame: Frame | None,
    subjects: tuple[str, ...],
    *,
    stayed_away: bool,
    denying: bool,
) -> Event:
    """Return the event with the presence of its participants, where the words tell.

    `subjects` are the names that the verb speaks of. `stayed_away` is "skipped the
    summit", `denying` a denial by themselves or by whoever is quoted.
    """
    if event.type not in _ATTENDED:
        return event
    own, others = _presences(event.modality, frame, stayed_away, denying)
    people = tuple(
        replace(person, presence=own if person.agent in subjects else others)
        for person in event.participants
    )
    return replace(event, participants=people)


def _presences(
    modality: Modality, frame: Frame | None, stayed_away: bool, denying: bool
) -> tuple[Presence | None, Presence | None]:
    """Return the presence of the verb's subjects and that of everybody else."""
    if modality is Modality.POSSIBLE:
        return None, None
    if modality in (Modality.HAPPENED, Modality.PLANNED):
        happened = modality is Modality.HAPPENED
        there = Presence.ATTENDED if happened else Presence.EXPECTED
        return (Presence.ABSENT, None) if stayed_away else (there, there)
    if stayed_away:
        return None, None
    if modality is Modality.DENIED and denying:
        return Presence.DENIED, None
    return (Presence.ABSENT if frame in _ONES_OWN else None), None
