"""What a claim lost on its way from its first printing to a later one.

Not whether the two are one claim, that is decided elsewhere, but what a reader of the later
version no longer sees: that it was only a "may", that it hung on an "if", whose words they
were and through whom they came, that somebody called them false. Each is shown with what
stood there before and what stands there now.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tracker.match.lost_words import lost_conditions, lost_hedges, lost_quantifiers
from tracker.match.pair import Pair
from tracker.match.prepare import prepare
from tracker.match.setting import agree, may_be_same
from tracker.model import Claim, Hop, HopRole, StatementType


class DriftKind(StrEnum):
    """What was lost or changed."""

    HEDGE = "hedge"
    CONDITION = "condition"
    QUANTIFIER = "quantifier"
    SPEAKER = "speaker"
    ATTRIBUTION = "attribution"
    RELAY = "relay"
    DOUBT = "doubt"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Drift:
    """One thing that was lost or changed; `after` is empty where nothing took its place."""

    kind: DriftKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim as one article tells it: its words, who gives them, and through whom they came.

    `source` and `cue` are as printed ("the minister", "said"), empty where the article
    prints none; `chain` is in order of position.
    """

    claim: Claim
    source: str = ""
    cue: str = ""
    chain: tuple[Hop, ...] = ()

    @property
    def relays(self) -> list[str]:
        """Through whom the words came, the article's own outlet left out."""
        return [hop.agent for hop in self.chain if hop.role is HopRole.RELAY]

    @property
    def voice(self) -> str:
        """Whose words they are, by name if known, else as printed; empty where no one's."""
        return self.claim.speaker or self.source or self.claim.unnamed_source or ""


def find_drift(before: Telling, after: Telling) -> tuple[Drift, ...]:
    """Return what `after`, the later telling, lost or changed of `before`.

    In the order of `DriftKind`, each thing once. Nothing is reported for words that the later
    version left out together with what they stood by.
    """
    pair = Pair(prepare(after.claim), prepare(before.claim))
    found = [
        *_of_words(DriftKind.HEDGE, lost_hedges(pair, after.cue)),
        *_of_words(DriftKind.CONDITION, lost_conditions(pair)),
        *_of_words(DriftKind.QUANTIFIER, lost_quantifiers(pair)),
        *(drift for look in _OF_VOICES for drift in look(before, after)),
    ]
    return tuple(dict.fromkeys(found))


def _of_words(kind: DriftKind, lost: Iterator[tuple[str, str]]) -> Iterator[Drift]:
    return (Drift(kind, before, after) for before, after in lost)


def _speaker(before: Telling, after: Telling) -> Iterator[Drift]:
    """Another name, another's name, or a blank where somebody was named."""
    left, right = prepare(after.claim), prepare(before.claim)
    first = before.claim.speaker
    if not first or _is_asserted(after):
        return
    if not after.claim.speaker:
        yield Drift(DriftKind.SPEAKER, first, after.voice)
    elif not any(may_be_same(a, b) for a in left.speaker_names for b in right.speaker_names):
        yield Drift(DriftKind.SPEAKER, first, after.claim.speaker)


def _attribution(before: Telling, after: Telling) -> Iterator[Drift]:
    """The later article asserts what somebody said in the earlier one."""
    if before.voice and _is_asserted(after):
        yield Drift(DriftKind.ATTRIBUTION, before.voice, "")


def _is_asserted(telling: Telling) -> bool:
    """Say whether an article says it itself: not quoted, and through nobody."""
    attributed = telling.voice or telling.cue or telling.relays
    return telling.claim.type is StatementType.INDIRECT and not attributed


def _relay(before: Telling, after: Telling) -> Iterator[Drift]:
    """Through whom the words came is no longer told, and it is not the outlet itself."""
    known = [hop.agent for hop in after.chain]
    if not before.relays or any(_is_among(relay, known) for relay in before.relays):
        return
    yield Drift(DriftKind.RELAY, ", ".join(before.relays), ", ".join(after.relays))


def _is_among(agent: str, agents: list[str]) -> bool:
    return any(agree(agent, other) == 1.0 for other in agents)


_DOUBTED = re.compile(
    r"\b(?i:falsely|wrongly|baselessly|without\s(?:any\s)?(?:evidence|proof|basis)"
    r"|without\s(?:providing|offering|giving|citing)\s(?:any\s)?(?:evidence|proof)"
    r"|no\sevidence|untrue|debunked|discredited|disproved|disproven|unfounded|baseless|hoax"
    r"|misleading|fabricated|(?:is|was|are|were)\sfalse|false\sclaims?)\b"
)


def _doubt(before: Telling, after: Telling) -> Iterator[Drift]:
    """What was denied, or called false right beside it, stands there as if nobody had."""
    if before.claim.denied and not after.claim.denied:
        yield Drift(DriftKind.DOUBT, before.cue or "denied", after.cue)
        return
    doubted = _DOUBTED.search(_around(before.claim))
    if doubted and not after.claim.denied and not _DOUBTED.search(_whole(after.claim)):
        yield Drift(DriftKind.DOUBT, doubted.group(), "")


def _around(claim: Claim) -> str:
    """Return the paragraph of a claim without the claim."""
    return claim.context.replace(claim.text, " ", 1) if claim.text else claim.context


def _whole(claim: Claim) -> str:
    return f"{claim.context} {claim.text}"


def _quotation(before: Telling, after: Telling) -> Iterator[Drift]:
    """Words in quotation marks are given in the article's own."""
    quoted = before.claim.type is not StatementType.INDIRECT
    own = after.claim.type is StatementType.INDIRECT and not _MARKS.search(after.claim.text)
    if quoted and own:
        yield Drift(DriftKind.QUOTATION, before.claim.text, after.claim.text)


_MARKS = re.compile(r"[“”„\"«»‘]")


_OF_VOICES: tuple[Callable[[Telling, Telling], Iterator[Drift]], ...] = (
    _speaker,
    _attribution,
    _relay,
    _doubt,
    _quotation,
)
