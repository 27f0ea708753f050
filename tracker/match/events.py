"""Whether two reports are of one event.

Articles word an event differently and leave parts of it out, so nothing known may
disagree and something must tie the two together: a place, somebody who took part, or
what was struck ("ferry"). Rival figures for one event are found this way, however
unlike the sentences that give them.
"""

from tracker.match.lexicon import ALIASES, SCENES
from tracker.match.pair import Pair
from tracker.match.prepare import Prepared, prepare
from tracker.match.setting import agree, places_agree
from tracker.model import Claim, DateInterval, Event, EventType, Precision, Role
from tracker.text.names import fold_words
from tracker.text.normalise import stem

DISASTER_DAYS = 7
"""Days of publication within which disasters of like description are one: the count of the
dead goes on for about a week, and later pieces leave the day out."""

OTHER_DAYS = 1
"""The same for other events, which come day after day: launches, attacks, meetings."""

WEEK_SLACK = 3
"""Days by which "last week" may miss: it is the calendar week or the last seven days."""


def events_of(pair: Pair) -> tuple[Event, Event] | None:
    """Return the two events if both sides report one, of the same type."""
    left, right = pair.left.claim.event, pair.right.claim.event
    return (left, right) if left and right and left.type == right.type else None


def same_event(pair: Pair) -> bool:
    """Say whether both report an event of one type, on the same day, by or at the same.

    Another actor is another event, wherever it was. Another place is left to its gate, since
    one report names the base and another the sea.
    """
    events = events_of(pair)
    if events is None or events[0].when is None or events[1].when is None:
        return False
    if not events[0].when.overlaps(events[1].when):
        return False
    actor = agents_agree(events[0].actor, events[1].actor)
    return actor > 0.0 and max(actor, agree(events[0].place, events[1].place)) == 1.0


def same_dates(pair: Pair) -> bool:
    """Say whether both events have a date and it is the same days, no more and no fewer."""
    events = events_of(pair)
    if events is None or events[0].when is None or events[1].when is None:
        return False
    left, right = events[0].when, events[1].when
    return (left.start, left.end) == (right.start, right.end)


def is_one_event(pair: Pair) -> bool:
    """Say whether both tell of one event: nothing known disagrees, and something ties them."""
    events = events_of(pair)
    if events is None or events[0].modality is not events[1].modality:
        return False
    if pair.left.claim.denied or pair.right.claim.denied:
        return False
    place = places_agree(pair, events[0].place, events[1].place)
    agents = [_agents_agree(*events, role) for role in Role]
    if place == 0.0 or 0.0 in agents or not _dates_allow(pair, *events):
        return False
    tied = place == 1.0 or _is_tied_by_agents(events[0].type, agents)
    return (
        tied or _is_of_one_story(pair) or _share_a_scene(pair) or _is_of_one_place_and_voice(pair)
    )


def agents_agree(left: str | None, right: str | None) -> float:
    """Return what `agree` does for two agents, a country and its capital or short name for one."""
    named = agree(left, right)
    if named > 0.0 or left is None or right is None:
        return named
    here, there = ({stem(word) for word in fold_words(name)} for name in (left, right))
    return float(any(here <= names and there <= names for names in _ALSO_CALLED))


_ALSO_CALLED = tuple({name, *others} for name, others in ALIASES.items())


def _agents_agree(left: Event, right: Event, role: Role) -> float:
    """Return 1 if some agent of this role is named on both sides, 0 if none, 0.5 if unknown."""
    here, there = ([p.agent for p in e.participants if p.role is role] for e in (left, right))
    if not here or not there:
        return 0.5
    return max(agents_agree(one, other) for one in here for other in there)


def _is_tied_by_agents(type_: EventType, agents: list[float]) -> bool:
    """Say whether a shared agent ties the two; who attacks does it in many places a day."""
    roles = [role for role in Role if type_ is not EventType.ATTACK or role is not Role.ACTOR]
    return any(value == 1.0 for role, value in zip(Role, agents, strict=True) if role in roles)


def _dates_allow(pair: Pair, left: Event, right: Event) -> bool:
    if left.when and right.when:
        return dates_meet(left.when, right.when)
    most = DISASTER_DAYS if left.type is EventType.DISASTER else OTHER_DAYS
    days = _days_between_publications(pair)
    if days is None or days > most:
        return False
    return _is_news(left.when, pair.right, most) and _is_news(right.when, pair.left, most)


def _is_news(when: DateInterval | None, other: Prepared, most: int) -> bool:
    """Say whether an event of these days, if known, is news in the other report, which gives
    none: last year's is not."""
    published = other.claim.published
    if when is None or published is None:
        return True
    before = (published.day - when.start).days
    return when.precision not in _COARSE and 0 <= before <= most + WEEK_SLACK


def dates_meet(one: DateInterval, other: DateInterval) -> bool:
    """Say whether two dates may be of one event; a month holds too many to tell."""
    if one.precision in _COARSE or other.precision in _COARSE:
        return (one.start, one.end) == (other.start, other.end)
    slack = WEEK_SLACK if Precision.WEEK in (one.precision, other.precision) else 0
    return one.days_apart(other) <= slack


_COARSE = (Precision.MONTH, Precision.YEAR)


def _days_between_publications(pair: Pair) -> int | None:
    left, right = pair.left.claim.published, pair.right.claim.published
    return abs((left.day - right.day).days) if left and right else None


def _share_a_scene(pair: Pair) -> bool:
    """Say whether both name the same thing that was struck, while it is in the news."""
    events = events_of(pair)
    days = _days_between_publications(pair)
    if events is None or events[0].type not in STRIKES or days is None or days > DISASTER_DAYS:
        return False
    return bool(_scene(pair.left) & _scene(pair.right))


def _is_of_one_story(pair: Pair) -> bool:
    """Say whether two articles of about one day that tell one story report a disaster or an
    attack, neither more closely than that: "the hospital put the number of injured at nine"."""
    events, days = events_of(pair), _days_between_publications(pair)
    near = days is not None and days <= STORY_DAYS
    return pair.one_story and near and events is not None and events[0].type in STRIKES


STORY_DAYS = 1
"""Days of publication within which two articles that name the same people tell one story."""


def _is_of_one_place_and_voice(pair: Pair) -> bool:
    """Say whether one source counts on both sides, and the paragraph of the side that names no
    place names the other's: "a blast shook Halvern. The ministry said 12 were hurt"."""
    events, days = events_of(pair), _days_between_publications(pair)
    if events is None or events[0].type not in STRIKES or days is None or days > DISASTER_DAYS:
        return False
    if not speak_as_one(pair.left.claim, pair.right.claim):
        return False
    for here, there, side in ((*events, pair.left), (*events[::-1], pair.right)):
        if here.place is None and there.place is not None:
            beside = prepare(Claim(side.claim.context)).bag
            return all(stem(word) in beside for word in fold_words(there.place))
    return False


def speak_as_one(left: Claim, right: Claim) -> bool:
    """Say whether one and the same source, named or not, is given for both."""
    if left.speaker or right.speaker:
        return agree(left.speaker, right.speaker) == 1.0
    return agree(left.unnamed_source, right.unnamed_source) == 1.0


STRIKES = (EventType.DISASTER, EventType.ATTACK)
"""Events that harm people, of which there are seldom two in one story."""


def _scene(side: Prepared) -> frozenset[str]:
    """Return the stems of what was struck, from the claim and, if silent, its paragraph: "the
    hospital said nine were hurt" names who counts."""
    source = prepare(Claim(side.claim.unnamed_source or side.claim.speaker or "")).bag
    return side.bag & SCENES or prepare(Claim(side.claim.context)).bag & SCENES - source


def in_one_breath(pair: Pair) -> bool:
    """Say whether one voice says both in one paragraph, so that it counts two things."""
    left, right = pair.left.claim, pair.right.claim
    if not left.context or left.context != right.context or left.published != right.published:
        return False
    return (left.speaker, left.unnamed_source) == (right.speaker, right.unnamed_source)
