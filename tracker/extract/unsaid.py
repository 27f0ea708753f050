"""Speech that a text says there was none of: "would not say that …", "nor did she say …".

What somebody did not say, or could not confirm, is not theirs; given to them it would be in the
wrong mouth. A question that they left open is kept ("would not say whether …"), for its
words assert nothing, and so is what is denied, doubted or not believed. What somebody "did not
deny" or "rule out" is neither asserted nor denied by them, and left out.
"""

from tracker.extract.cues import Cue
from tracker.extract.draft import Draft
from tracker.extract.lexicon import FORMS
from tracker.extract.phrases import Range, has_finite
from tracker.extract.reading import Sentence
from tracker.extract.words import AUXILIARIES, NEGATIONS
from tracker.model import Act
from tracker.text.tokens import word_set

NEGATABLE = word_set("believe think expect want intend know plan doubt support accept")
"""Verbs whose negation is a statement too: "does not believe". "Did not say" is none."""

_LACKING = word_set(
    """
    declined declines declining refused refuses refusing failed fails failing unable unwilling
    reluctant short neither without
    """
)
"""Words within a cue by which nothing was said: "stopped short of saying"."""

_DISPUTING = word_set("dispute disputes disputed refute refutes refuted")
_OPEN = word_set("whether if how why what when where who which whose")
_NOBODY = word_set("neither nobody none")
_POINTS = word_set("point time stage moment")


def without_unsaid(sentence: Sentence, drafts: list[Draft], cues: list[Cue]) -> list[Draft]:
    """Return the drafts without those of the model's whose cue says that it was not said.

    The rules look at the negation of their own cues, which are among `cues`.
    """
    negated = {cue.head for cue in cues if cue.negated}
    return [
        draft
        for draft in drafts
        if draft.verb is not None or not _is_unsaid(sentence, draft, negated)
    ]


def _is_unsaid(sentence: Sentence, draft: Draft, negated: set[int]) -> bool:
    low, cue, start = sentence.low, draft.cue, draft.content[-1][0]
    if cue is None or start < cue[1] or low[start] in _OPEN:
        return False
    if draft.source is not None and low[draft.source[0]] in _NOBODY:
        # "neither Vane nor Lind said that …"; what neither side wants is told of both
        return any(_asserts(word) for word in low[slice(*cue)])
    if not _LACKING.isdisjoint(low[slice(*cue)]) and is_to_say(sentence, start, draft.last):
        return True
    verbs = (at for at in range(cue[1] - 1, cue[0] - 1, -1))
    verb = next((at for at in verbs if _asserts(low[at]) or low[at] in _DISPUTING), None)
    if verb is None:
        return False
    if verb in negated:
        return True
    first = cue[0]
    while first > 0 and (low[first - 1] in AUXILIARIES or low[first - 1] in NEGATIONS):
        first -= 1
    turned = NEGATIONS | _LACKING
    before = low[first:verb]
    # who "did not hesitate to say" it said it
    return "hesitate" not in before and any(w in turned or w.endswith("n't") for w in before)


def is_to_say(sentence: Sentence, start: int, stop: int) -> bool:
    """Say whether words are an infinitive by which something would be said to be so, or denied.

    "Refused to say that …", "to rule out …"; "to name the firm", "to say whether …" are none.
    """
    low, at = sentence.low, start + 2
    if at >= stop or low[start] != "to" or low[at] in _OPEN:
        return False
    if low[start + 1 : at + 1] == ["rule", "out"]:
        return True
    said = _asserts(low[start + 1])
    end = next((i for i in range(at, stop) if low[i] in (",", ";", "who", "which")), stop)
    return said and (low[at] == "that" or has_finite(sentence, at, end))


def _asserts(word: str) -> bool:
    """Say whether a word is a verb of speech by which something is said to be so."""
    return any(
        "clause" in verb.frames and verb.act is Act.SPEECH and verb.lemma not in NEGATABLE
        for verb, _ in FORMS.get(word, ())
    )


def is_inverted_negation(sentence: Sentence, source: Range) -> bool:
    """Say whether an auxiliary before the source stands behind a negation that opens the clause.

    "Nor did she say …", "at no point has she said …", "never did he say …".
    """
    low, at = sentence.low, source[0] - 1
    if at < 1 or low[at] not in AUXILIARIES:
        return False
    if low[at - 1] in ("nor", "neither", "never"):
        return True
    return at >= 2 and low[at - 1] in _POINTS and low[at - 2] == "no"
