"""Claims to compare: short ways to write them, everybody and everything in them invented."""

from datetime import date

from tracker.model import (
    Claim,
    DateInterval,
    Event,
    EventType,
    Kind,
    Modality,
    Participant,
    Precision,
    Published,
    Qualifier,
    Quantity,
    Role,
    StatementType,
)

SPEAKER = "Marta Velin"
OTHER_SPEAKER = "Tomas Rehn"


def day(iso: str) -> DateInterval:
    when = date.fromisoformat(iso)
    return DateInterval(when, when, Precision.DAY, iso)


def quote(
    text: str,
    speaker: str | None = SPEAKER,
    published: str | None = "2024-05-02",
    said_on: str | None = None,
    type_: StatementType = StatementType.DIRECT,
) -> Claim:
    return Claim(
        text,
        kind=Kind.QUOTE,
        type=type_,
        speaker=speaker,
        speaker_names=(speaker,) if speaker else (),
        published=Published.parse(published) if published else None,
        said_on=day(said_on) if said_on else None,
    )


def fact(
    text: str,
    event: Event,
    speaker: str | None = None,
    published: str = "2024-05-02",
    context: str = "",
) -> Claim:
    return Claim(
        text,
        kind=Kind.FACT,
        speaker=speaker,
        speaker_names=(speaker,) if speaker else (),
        published=Published.parse(published),
        event=event,
        context=context,
    )


def launch(
    when: str | None,
    count: float = 2,
    place: str | None = None,
    modality: Modality = Modality.HAPPENED,
    actor: str = "Norland",
) -> Event:
    missiles = Quantity(
        "missiles", count, count, "missile", Qualifier.EXACTLY, f"{count:g} missiles"
    )
    return Event(
        EventType.MISSILE_LAUNCH,
        day(when) if when else None,
        place,
        (Participant(actor, Role.ACTOR),),
        (missiles,),
        modality,
    )


def flood(when: str, dead: float, qualifier: Qualifier = Qualifier.EXACTLY) -> Event:
    high = None if qualifier is Qualifier.AT_LEAST else dead
    toll = Quantity("dead", dead, high, "person", qualifier, f"{dead:g}")
    return Event(EventType.DISASTER, day(when), "Ostrava Valley", (), (toll,))


def sinking(
    dead: float,
    when: str | None = None,
    place: str | None = None,
    qualifier: Qualifier = Qualifier.EXACTLY,
    counted: str = "dead",
) -> Event:
    """A disaster of which little is told."""
    high = None if qualifier is Qualifier.AT_LEAST else dead
    toll = Quantity(counted, dead, high, "person", qualifier, f"{dead:g} people")
    return Event(EventType.DISASTER, day(when) if when else None, place, (), (toll,))
