"""Phrases that say through whom words came, beside the statement rather than in a clause.

"In an interview with the BBC", "speaking to Radio Marlow", "in a statement carried by
the agency", "quoted by the daily", "a letter obtained by the Post", "via the agency",
"through her lawyer", "a report in the Gazette". What follows has to name an outlet,
except behind "through" and "issued by", where an office or a person who speaks for
another is one too.
"""

from dataclasses import dataclass

from tracker.extract.draft import Draft, Relay
from tracker.extract.inverted import noun_phrase_from
from tracker.extract.outlets import is_outlet, outlet_range, outlets_from
from tracker.extract.phrases import DASHES, Range
from tracker.extract.reading import Sentence
from tracker.extract.words import ADVERBS, BE, TIME_WORDS
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_MEETINGS = word_set("interview interviews remarks comments conversation appearance")
_SPEAKING = word_set("speaking talking")
_TO = word_set("with to on for")
_BY = word_set(
    """
    carried broadcast published aired televised posted printed quoted cited reported obtained
    seen reviewed viewed relayed distributed transmitted run released issued circulated
    translated commissioned polled shared
    """
)
_TO_ONE = word_set("leaked given provided shown sent supplied")
_ISSUED = word_set("issued released published circulated relayed available conveyed")
_WORDS = word_set(
    """
    statement statements message messages note letter letters broadcast remarks comments
    address speech email e-mail post video recording
    """
)
_REPORTS = word_set(
    "report reports article story dispatch column profile interview poll survey editorial"
)
_SPEAKS_FOR = word_set(
    """
    spokesman spokeswoman spokesperson lawyer lawyers attorney attorneys solicitor solicitors
    counsel secretary representative representatives office agent publicist aide aides
    intermediary intermediaries embassy
    """
)
_LONGEST = 9
"""Tokens of the name of one who speaks for another, with title and apposition."""

_IN_SOURCE = -1
_BESIDE = 5
"""Tokens between a cue and "through", which elsewhere is no matter of attribution."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carried words, the words that say so, and where the whole phrase stands.

    `answered` says that the speaker spoke to it, rather than being carried by it;
    `reach` is how many tokens may part it from the source or cue of its statement.
    """

    agents: list[Range]
    cue: Range
    phrase: Range
    answered: bool
    reach: int = 25


def add_carriers(sentence: Sentence, drafts: list[Draft]) -> None:
    """Give the carriers of a sentence to the statements that they stand beside."""
    for carrier in find_carriers(sentence):
        for draft in _carried(sentence, drafts, carrier):
            relays = [Relay(agent, carrier.cue) for agent in carrier.agents]
            add_relays(draft, relays, first=carrier.answered)


def add_relays(draft: Draft, relays: list[Relay], *, first: bool = False) -> None:
    """Put parallel relays behind those of a statement; `first` where the speaker spoke to them."""
    known = {relay.agent for relay in draft.relays}
    new = [relay for relay in relays if relay.agent not in known]
    if first and new:
        for relay in draft.relays:
            relay.position += 1
    last = max((relay.position for relay in draft.relays), default=0)
    for relay in new:
        relay.position = 1 if first else last + 1
    draft.relays += new


def find_carriers(sentence: Sentence) -> list[Carrier]:
    """Return the carriers that a sentence names, in order."""
    found: list[Carrier] = []
    taken = 0
    for at in range(len(sentence.low) - 1):
        if at < taken:
            continue
        carrier = _at(sentence, at)
        if carrier is not None:
            found.append(carrier)
            taken = carrier.phrase[1]
    return found


def _at(sentence: Sentence, at: int) -> Carrier | None:
    """Return the carrier whose cue begins at `at`."""
    word = sentence.low[at]
    if word in _MEETINGS or word in _SPEAKING:
        return _meeting(sentence, at)
    if word in ("through", "via"):
        return _through(sentence, at)
    if word in _BY or word in _TO_ONE or word == "made":
        return _by(sentence, at)
    if word in _REPORTS:
        return _report(sentence, at)
    return None


def _meeting(sentence: Sentence, at: int) -> Carrier | None:
    """Read "in an interview with X", "speaking (by phone) to X", "in a BBC interview"."""
    low = sentence.low
    speaking = low[at] in _SPEAKING
    if speaking and at and low[at - 1] not in (",", "and", QUOTED):
        return None
    reach = range(at + 1, min(at + 5, len(low) - 1))
    link = next((i for i in reach if low[i] in _TO and outlet_range(sentence, i + 1)), None)
    if link is not None and not any(low[i] in (",", ".") for i in range(at + 1, link)):
        agents = outlets_from(sentence, link + 1)
        start = at if speaking else _phrase_start(low, at)
        return Carrier(agents, (at, link + 1), (start, agents[-1][1]), True)
    start = _phrase_start(low, at)
    name = (start + 2, at)
    named = any(sentence.is_name(i) for i in range(*name))
    if not speaking and named and low[start] == "in" and is_outlet(sentence, name):
        return Carrier([name], (at, at + 1), (start, at + 1), True)
    return None


def _phrase_start(low: list[str], at: int) -> int:
    """Return where the phrase that holds the noun at `at` begins ("in an interview")."""
    for index in range(at - 1, max(-1, at - 7), -1):
        if low[index] in ("in", "during", "from"):
            return index
        if low[index] in (",", ";", ".", QUOTED):
            break
    return at


def _through(sentence: Sentence, at: int) -> Carrier | None:
    """Read "via the agency", "through his lawyer"."""
    agents = outlets_from(sentence, at + 1) or _one_who_speaks_for(sentence, at + 1)
    if not agents:
        return None
    return Carrier(agents, (at, at + 1), (at, agents[-1][1]), False, _BESIDE)


def _one_who_speaks_for(sentence: Sentence, first: int) -> list[Range]:
    """Return the spokesman, lawyer or office named from `first` on, [] when none is."""
    low = sentence.low
    last = noun_phrase_from(sentence, first)
    if not first < last <= first + _LONGEST:
        return []
    spoken = any(low[at] in _SPEAKS_FOR for at in range(first, last))
    if not spoken:
        return []
    if last + 1 < len(low) and low[last] == "," and sentence.is_name(last + 1):
        last = noun_phrase_from(sentence, last + 1)
    return [(first, last)]


def _by(sentence: Sentence, at: int) -> Carrier | None:
    """Read "carried by X", "obtained by X", "leaked to X", "made available by X"."""
    low = sentence.low
    link = at + 1 + (low[at] == "made" and low[at + 1] == "available")
    if link >= len(low) - 1 or not _is_participle(low, at):
        return None
    wanted = "to" if low[at] in _TO_ONE else "by"
    if low[link] != wanted:
        return None
    agents = outlets_from(sentence, link + 1)
    if not agents and low[link - 1] in _ISSUED and _names_words(low, at):
        agents = _one_who_speaks_for(sentence, link + 1)
    if not agents and wanted == "by" and at and low[at - 1] == "as":
        agents = _named(sentence, link + 1)
    if not agents:
        return None
    return Carrier(agents, (at, link + 1), (_phrase_start(low, at), agents[-1][1]), False)


def _named(sentence: Sentence, first: int) -> list[Range]:
    """Return the name from `first` on: whoever words came "as quoted by" is who carried them."""
    last = noun_phrase_from(sentence, first)
    named = last > first and sentence.is_name(last - 1)
    return [(first, last)] if named and last - first <= _LONGEST else []


def _is_participle(low: list[str], at: int) -> bool:
    """Say whether the form is no finite passive ("was published by"), "which was" aside."""
    index = at - 1
    while index >= 0 and (low[index] in ADVERBS or low[index].endswith("ly")):
        index -= 1
    if index < 0 or low[index] not in BE | {"been"}:
        return index >= 0
    return low[index - 1] in ("which", "that")


def _names_words(low: list[str], at: int) -> bool:
    """Say whether what was issued are words: "in a statement issued by his office"."""
    return any(word in _WORDS for word in low[max(0, at - 3) : at])


def _report(sentence: Sentence, at: int) -> Carrier | None:
    """Read "a report in the Gazette", "a poll by KNA"."""
    low = sentence.low
    if low[at + 1] not in ("in", "by", "on", "from"):
        return None
    agents = outlets_from(sentence, at + 2)
    if not agents or not is_outlet(sentence, agents[0]):
        return None
    return Carrier(agents, (at + 1, at + 2), (at, agents[-1][1]), False, _IN_SOURCE)


def _carried(sentence: Sentence, drafts: list[Draft], carrier: Carrier) -> list[Draft]:
    """Return the statements beside which a carrier stands: those of the nearest source.

    One that stands within a content belongs to what is said, unless it ends it behind a
    comma ("…, in an interview with the BBC"): then it is cut off there.
    """
    cued = [d for d in drafts if d.cue is not None]
    tails = [d for d in cued if _ends_in(sentence, d, carrier)]
    for draft in tails:
        draft.content[-1] = (draft.content[-1][0], carrier.phrase[0] - 1)
    free = tails or [d for d in cued if not _holds(d, carrier)]
    free = [d for d in free if not any(o is not d and _within(d, o) for o in drafts)]
    if tails or not free:
        return free
    nearest = min(free, key=lambda draft: _distance(draft, carrier))
    if _distance(nearest, carrier) > carrier.reach:
        return []
    return [d for d in free if d is nearest or (d.source and d.source == nearest.source)]


def _holds(draft: Draft, carrier: Carrier) -> bool:
    first, last = carrier.agents[0][0], carrier.agents[-1][1]
    return any(a < last and first < b for a, b in draft.content)


def _within(inner: Draft, outer: Draft) -> bool:
    """Say whether a statement stands, with its cue, in another's content."""
    return inner.cue is not None and any(
        a <= inner.cue[0] < b and a <= inner.first < b for a, b in outer.content
    )


def _ends_in(sentence: Sentence, draft: Draft, carrier: Carrier) -> bool:
    """Say whether a content ends in a carrier that stands behind a comma."""
    first, last = draft.content[-1]
    start, stop = carrier.phrase
    low = sentence.low
    if not first < start - 1 < stop <= last or low[start] not in ("in", "during"):
        return False
    set_off = low[start - 1] == "," or low[start - 1] in DASHES
    return set_off and all(w in TIME_WORDS or w in ("on", "published") for w in low[stop:last])


def _distance(draft: Draft, carrier: Carrier) -> int:
    """Return how many tokens part a carrier from a statement's source and cue, -1 within."""
    ranges = [part for part in (draft.source, draft.cue) if part is not None]
    first, last = min(a for a, _ in ranges), max(b for _, b in ranges)
    if first <= carrier.cue[0] < last:
        return _IN_SOURCE
    return min(abs(carrier.phrase[0] - last), abs(first - carrier.phrase[1]))
