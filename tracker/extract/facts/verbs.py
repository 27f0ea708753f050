"""A verb with its auxiliaries: whether it is finite, passive, and what it says of the event.

"Plans to visit" is planned, "may visit" possible, "did not visit" and "denied
visiting" denied; "to visit", "visiting" and "having visited" alone report nothing.
"""

from dataclasses import dataclass

from tracker.extract.facts.lexicon import CALENDAR, Form
from tracker.extract.facts.reading import Reading
from tracker.model import Modality

_BE = frozenset("""is are was were be been being isn't aren't wasn't weren't""".split())
_HAVE = frozenset({"has", "have", "had", "hasn't", "haven't", "hadn't", "having"})
_DO = frozenset({"did", "does", "do", "didn't", "doesn't", "don't"})
_PLANNED = frozenset({"will", "shall", "won't", "would", "'ll", "wouldn't"})
_POSSIBLE = frozenset("""may might could can should must couldn't cannot can't""".split())
_NEVER = frozenset({"not", "never", "neither", "nor"})
_AUXILIARIES = _BE | _HAVE | _DO | _PLANNED | _POSSIBLE | _NEVER
_ADVERBS = frozenset(
    """also again then later recently twice once first jointly already just now still soon even
    finally together both all each largely earlier since often ever once thrice""".split()
)
_INTENDS = frozenset(
    """plans plan planned planning due set scheduled expected agreed intends intended wants vowed
    promised preparing prepared hopes going about is are was were ready poised slated""".split()
)
_MAY = frozenset({"likely", "threatened", "able", "willing"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: index of the group's first word, and what it says."""

    start: int
    finite: bool
    passive: bool
    modality: Modality


def read_verb_group(reading: Reading, index: int, form: Form) -> VerbGroup:
    """Return the group of the verb at `index`: auxiliaries and adverbs to its left."""
    start = index
    helpers: list[str] = []
    intent: Modality | None = None
    while start > 0:
        low = reading.low(start - 1)
        dated = _date_words(reading.lows(start - 2, start))
        if dated:
            start -= dated
        elif low == "to" and form is Form.BASE and not helpers:
            intent = _intent(reading.low(start - 2))
            if intent is None:
                return VerbGroup(start, finite=False, passive=False, modality=Modality.HAPPENED)
            start -= 2
        elif low in _AUXILIARIES or _is_adverb(low):
            helpers.append(low)
            start -= 1
        else:
            break
    denied = form is Form.ING and reading.low(start - 1) in ("denied", "denies")
    return _group(start - denied, set(helpers), form, intent, denied=denied)


def _date_words(lows: list[str]) -> int:
    """Return how many of the last two words are a date put before the verb, 0 for none."""
    last = lows[-1]
    if last in ("today", "yesterday", "tonight"):
        return 1
    if last in CALENDAR:
        return 2 if lows[0] in ("on", "last", "in") else 1
    return 2 if last in ("week", "month", "year") and lows[0] in ("last", "this") else 0


def _is_adverb(low: str) -> bool:
    return low in _ADVERBS or (low.endswith("ly") and len(low) > 4)


def _intent(word: str) -> Modality | None:
    if word in _INTENDS:
        return Modality.PLANNED
    if word in _MAY:
        return Modality.POSSIBLE
    return Modality.DENIED if word in ("failed", "refused", "declined") else None


def _group(
    start: int, helpers: set[str], form: Form, intent: Modality | None, *, denied: bool
) -> VerbGroup:
    """Return the verb group that the auxiliaries `helpers` make with a verb of `form`."""
    modal = helpers & (_PLANNED | _POSSIBLE)
    be, have = bool(helpers & _BE), bool(helpers & (_HAVE - {"having"}))
    finite = {
        Form.BASE: bool(modal or helpers & _DO or intent),
        Form.PRESENT: not helpers & (_AUXILIARIES - _NEVER),
        Form.PAST: "having" not in helpers and not (modal and not be and not have),
        Form.ING: be or denied,
    }[form]
    modality = intent or Modality.HAPPENED
    if helpers & _PLANNED:
        modality = Modality.PLANNED
    if helpers & _POSSIBLE or (have and "would" in helpers):
        modality = Modality.POSSIBLE
    if denied or any(word in _NEVER or word.endswith("n't") for word in helpers):
        modality = Modality.DENIED
    return VerbGroup(start, finite, passive=be and form is Form.PAST, modality=modality)
