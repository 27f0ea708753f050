"""A verb with its auxiliaries: whether it is finite, passive, and what it says of the event.

"Plans to visit" is planned, "may visit" and "threatened to visit" possible, "did not
visit" and "denied visiting" denied, "refused to visit" refused and "failed to visit"
failed; "to visit", "visiting" and "having visited" alone report nothing.
"""

from dataclasses import dataclass, replace

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
_INTENTS = {
    Modality.PLANNED: """plans plan planned planning intends intend intended intending prepares
    prepare prepared preparing promises promise promised agrees agree agreed hopes hope vows vow
    vowed due set scheduled expected wants going about is are was were ready poised slated pledged
    decided arranged readying""",
    Modality.POSSIBLE: """likely unlikely threatens threaten threatened threatening able willing
    appears appeared seems seemed believed thought suspected understood""",
    Modality.REFUSED: """refuses refuse refused refusing declines decline declined declining
    unwilling""",
    Modality.FAILED: """fails fail failed failing unable failure""",
    Modality.DENIED: """yet""",
}
_INTENT = {word: modality for modality, words in _INTENTS.items() for word in words.split()}
_UNDONE = (Modality.REFUSED, Modality.FAILED)
_DENYING = ("denied", "denies", "denying")
_RUMOURED = ("said", "reported", "known", "confirmed")
"""Before "to have" these leave it at what is said: "is known to have visited"."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: index of the group's first word, and what it says.

    `denying` tells "denied firing" from "did not fire".
    """

    start: int
    finite: bool
    passive: bool
    modality: Modality
    denying: bool = False


def read_verb_group(reading: Reading, index: int, form: Form) -> VerbGroup:
    """Return the group of the verb at `index`: auxiliaries and adverbs to its left."""
    start = index
    if form is Form.PAST and reading.low(index - 1) == "to":
        form = Form.BASE  # "to put", which is its own past
    helpers: list[str] = []
    intent: Modality | None = None
    within: list[str] | None = None  # the auxiliaries behind a "to"
    while start > 0:
        low = reading.low(start - 1)
        dated = _date_words(reading.lows(start - 2, start))
        if dated:
            start -= dated
        elif low == "to" and intent is None and _is_infinitive(form, helpers):
            intent = _intent(reading.low(start - 2), perfect="have" in helpers)
            if intent is None:
                return VerbGroup(start, finite=False, passive=False, modality=Modality.HAPPENED)
            start, within = start - 2, list(helpers)
        elif low in _AUXILIARIES or _is_adverb(low):
            helpers.append(low)
            start -= 1
        else:
            break
    having = form is Form.PAST and "having" in helpers
    denied = (form is Form.ING or having) and reading.low(start - 1) in _DENYING
    group = _group(start - denied, set(helpers), form, intent, denied=denied)
    passive = form is Form.PAST and bool(_BE & set(helpers if within is None else within))
    return replace(group, passive=passive, denying=denied)


def _is_infinitive(form: Form, helpers: list[str]) -> bool:
    """Say whether a "to" before the verb makes "to fire", "to be fired" or "to have fired"."""
    if form is Form.BASE:
        return not helpers
    head = next((word for word in reversed(helpers) if word in _AUXILIARIES), "")
    return form is not Form.PRESENT and head in ("be", "have")


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


def _intent(word: str, *, perfect: bool) -> Modality | None:
    """Return what the word before "to" says of the event; `perfect` is "to have fired"."""
    if perfect and word in _RUMOURED:
        return Modality.HAPPENED
    return _INTENT.get(word)


def _group(
    start: int, helpers: set[str], form: Form, intent: Modality | None, *, denied: bool
) -> VerbGroup:
    """Return the verb group that the auxiliaries `helpers` make with a verb of `form`."""
    modal = helpers & (_PLANNED | _POSSIBLE)
    be, have = bool(helpers & _BE), bool(helpers & (_HAVE - {"having"}))
    finite = {
        Form.BASE: bool(modal or helpers & _DO or intent),
        Form.PRESENT: not helpers & (_AUXILIARIES - _NEVER),
        Form.PAST: ("having" not in helpers or denied) and not (modal and not be and not have),
        Form.ING: be or denied,
    }[form]
    modality = intent or Modality.HAPPENED
    if helpers & _PLANNED and intent not in _UNDONE:  # "will be unable to" stays failed
        modality = Modality.PLANNED
    if helpers & _POSSIBLE or (have and "would" in helpers):
        modality = Modality.POSSIBLE
    if denied or any(word in _NEVER or word.endswith("n't") for word in helpers):
        # Who "did not refuse to meet" may have met.
        modality = Modality.POSSIBLE if intent in _UNDONE else Modality.DENIED
    return VerbGroup(start, finite, passive=False, modality=modality)
