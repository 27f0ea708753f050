"""From one sentence to its statements: each rule is asked in turn."""

from tracker.extract.according import find_according
from tracker.extract.addressee import unname_hearers
from tracker.extract.after import find_after
from tracker.extract.before import find_before
from tracker.extract.colon import find_colon, find_unknown_cue
from tracker.extract.continuation import find_continuation, find_unread
from tracker.extract.cues import Cue, find_cues
from tracker.extract.draft import Draft
from tracker.extract.expressed import EXPRESS, expressed_cues, find_expressed
from tracker.extract.hypothetical import without_hypothetical
from tracker.extract.opening import sentence_end
from tracker.extract.reading import Sentence
from tracker.extract.relay import find_cited, find_quoted_as, find_relays
from tracker.extract.retracted import without_retracted
from tracker.extract.sequence.features import Around
from tracker.extract.sequence.join import RULE as MODEL
from tracker.extract.sequence.join import join
from tracker.extract.sequence.model import SequenceModel, Tagged
from tracker.extract.signature import find_signature
from tracker.extract.unsaid import without_unsaid
from tracker.text.sentences import QUOTED

WITHIN = 0.5
"""Confidence from which what the model alone finds within another statement is kept: below it, what
it takes for somebody's words is oftener a part of what is told."""

_LATER = 12
"""Cues behind one that can end its content; more are no sentence, and take quadratic time."""


def read_sentence(
    sentence: Sentence, around: Around, model: SequenceModel | None = None
) -> list[Draft]:
    """Return the statements of a sentence, in no particular order.

    With a `model` each has its confidence, and what is below the floor for it is left out,
    but for quotations: those must not be lost.
    """
    if model is None or sentence.inside:
        return _completed(sentence, read_by_rules(sentence, headline=around.headline))
    drafts, tagged = draft_sentence(sentence, around, model)
    model.judge(sentence, drafts, tagged)
    return [
        draft
        for draft in drafts
        if (draft.confidence or 0.0) >= floor_of(draft, drafts, model.floor)
        or is_quoted(sentence, draft)
    ]


def floor_of(draft: Draft, drafts: list[Draft], floor: float) -> float:
    """Return the confidence that a draft needs: where it only takes words out of another, more."""
    within = any(
        other.content != draft.content and other.first <= draft.first and draft.last <= other.last
        for other in drafts
    )
    return max(floor, WITHIN) if within and draft.rule == MODEL else floor


def draft_sentence(
    sentence: Sentence, around: Around, model: SequenceModel
) -> tuple[list[Draft], Tagged]:
    """Return what rules and model find in a sentence, and the model's reading of it."""
    drafts = read_by_rules(sentence, headline=around.headline)
    tagged = model.tag(sentence, drafts, around)
    joined = join(sentence, drafts, tagged.found, tagged.chance_of_source)
    cues = find_cues(sentence)
    unname_hearers(sentence, joined, cues)
    said = without_unsaid(sentence, without_hypothetical(sentence, joined, cues), cues)
    return _completed(sentence, without_retracted(sentence, said)), tagged


def is_quoted(sentence: Sentence, draft: Draft) -> bool:
    """Say whether some of a draft's content stands inside quotation marks."""
    return any(QUOTED in sentence.low[first:last] for first, last in draft.content)


def read_by_rules(sentence: Sentence, *, headline: bool) -> list[Draft]:
    """Return the statements that have a cue which a rule can read."""
    end = sentence_end(sentence)
    signed = find_signature(sentence, end)
    if signed is not None:
        return [signed]
    cues = [cue for cue in find_cues(sentence) if cue.head < end]
    according = find_according(sentence, end)
    limit = min((draft.last for draft in according if draft.rule == "according after"), default=end)
    after = [draft for draft in _all_after(sentence, cues, end) if not _is_lead(draft, according)]
    colon = find_colon(sentence, end, headline=headline)
    expressed = expressed_cues(sentence, limit)
    # what "had expressed hope" is oftener told than told of, and ends nothing
    ending = [cue for cue in expressed if sentence.low[cue.first] != "had"]
    all_cues = sorted(cues + ending, key=lambda cue: cue.head) if ending else cues
    before = _all_before(sentence, all_cues, after, limit)
    before += find_expressed(sentence, expressed, all_cues, after, before, limit)
    drafts = according + after + before
    if colon is not None and not _is_read(colon, drafts):
        drafts.append(colon)
    return without_retracted(sentence, drafts)


def _completed(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with their relays, and quotations whose cue nothing could read."""
    end = sentence_end(sentence)
    if not drafts:
        lone = find_continuation(sentence, end) or find_unknown_cue(sentence, end)
        return [lone] if lone else find_unread(sentence, end, drafts)
    find_cited(sentence, drafts, end)
    unread = find_unread(sentence, end, drafts)
    return find_relays(sentence, drafts) + unread


def _is_read(colon: Draft, drafts: list[Draft]) -> bool:
    """Say whether a verb before the colon has the same words already: "Ann Lee agreed: “…”"."""
    return colon.rule == "colon" and any(
        draft.first == colon.first and draft.rule.startswith("before") for draft in drafts
    )


def _is_lead(draft: Draft, according: list[Draft]) -> bool:
    """Say whether words before a cue only name whom the sentence goes by: "According to X, Y
    knew"."""
    return any(
        other.rule == "according before" and draft.last <= other.first for other in according
    )


def _all_after(sentence: Sentence, cues: list[Cue], end: int) -> list[Draft]:
    found = (find_after(sentence, cue, end) for cue in cues)
    return [draft for draft in found if draft is not None]


def _all_before(sentence: Sentence, cues: list[Cue], after: list[Draft], limit: int) -> list[Draft]:
    taken = {draft.verb.head for draft in after if draft.verb}
    found: list[Draft] = []
    for number, cue in enumerate(cues):
        if cue.head in taken or cue.verb.lemma == EXPRESS:
            continue
        later = cues[number + 1 : number + 1 + _LATER]
        draft = None
        if cue.verb.lemma == "quote" or (cue.verb.lemma == "cite" and cue.form != "ing"):
            draft = find_quoted_as(sentence, cue, later, after, limit)
        if draft is None:
            draft = find_before(sentence, cue, later, after, found, limit)
        if draft is not None:
            found.append(draft)
    return found
