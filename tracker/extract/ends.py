"""Find where the content ends that a cue introduces.

It runs to the end of the sentence unless something of the writer's, or another
statement, begins before: a semicolon, a cue that follows ("…, she said"), a
participle or a second verb of the same subject ("…, adding", "… and urged"),
"…, citing", or, behind quoted words, when and where they were said.
"""

from tracker.extract.cues import Cue
from tracker.extract.draft import Draft
from tracker.extract.opening import Opening, find_opening, in_aside
from tracker.extract.phrases import DASHES, Range, has_finite, in_relative
from tracker.extract.reading import Sentence
from tracker.extract.silence import falls_silent
from tracker.extract.sources import source_left
from tracker.extract.words import PREPOSITIONS, PRONOUNS, WEEKDAYS
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_PHRASES = word_set("infinitive object object_as charge measure")
_JOINS = word_set("and but while though although whereas")
_NOMINATIVE = word_set("i we he she they")
_SUBORDINATE = word_set("while although though as after when if whereas")
_QUESTIONED = word_set("asked pressed questioned quizzed")
_WITHIN = word_set("that who which whether if")
_OPENING = 24
"""Tokens of a phrase before the main clause up to its cue; bounds the work on run-on sentences."""

_TURNS = word_set("and but though although while")
_CONTRAST = word_set("while but and though although as")
_OCCASION = (
    PREPOSITIONS
    | WEEKDAYS
    | word_set("when while as after before during last this earlier yesterday to")
)
_AFTER_MIXED = WEEKDAYS | word_set("when during while after as")
_SPANS = word_set("minutes hours days weeks months years day week month year hour shortly moments")
_LOOSE = frozenset([",", "and", "but", "-", ";", ":"]) | DASHES


def content_end(
    sentence: Sentence, cue: Cue, opening: Opening, later: list[Cue], after: list[Draft], limit: int
) -> int:
    """Return one past the last token of the content that starts at `opening`.

    `later` are the cues behind this one, `after` the statements whose cue follows
    their content, `limit` the end of what may be content.
    """
    start = opening.start
    if opening.frame == "object" and sentence.low[start + 1 : start + 2] == [":"]:
        return start + 1  # "The unions dispute this: …"
    stop = _before_postposed(sentence, cue, start, after, limit)
    for at in range(start, stop):
        if sentence.low[at] == ";" or (
            sentence.low[at] in ("citing", "quoting") and sentence.low[at - 1] == ","
        ):
            stop = at
            break
        if sentence.low[at] == "," and _tells_when(sentence.low, at + 1):
            stop = at
            break
        if sentence.low[at : at + 2] == [",", "that"] and in_aside(sentence.low, cue):
            stop = at
            break
        if at > start and sentence.low[at] in _TURNS and falls_silent(sentence.low, at + 1):
            stop = at
            break
    if opening.frame in _PHRASES:
        stop = _before_clause(sentence, start, stop)
    for following in later:
        if start < following.head < stop:
            cut = _cut_before(sentence, cue, start, following, limit)
            if cut is not None:
                stop = min(stop, cut)
                break
    stop = _without_occasion(sentence, opening, stop)
    while stop > start and sentence.low[stop - 1] in _LOOSE:
        stop -= 1
    return stop


def _tells_when(low: list[str], at: int) -> bool:
    """Say whether the writer goes on with when it was said (", hours after …")."""
    words = low[at : at + 4]
    spans = [i for i, word in enumerate(words) if word in _SPANS]
    return bool(spans) and words[spans[0] + 1 : spans[0] + 2] in (["after"], ["before"])


def _before_clause(sentence: Sentence, start: int, stop: int) -> int:
    """Return where a new main clause begins behind a phrase that cannot hold one."""
    low = sentence.low
    for at in range(start + 1, stop - 2):
        if low[at] in ("and", "but") and low[at + 1] in _NOMINATIVE:
            return at  # "refused to leave and we had no choice"
        if low[at] == "," and low[at + 1] in _JOINS:
            new = low[at + 2] in PRONOUNS or has_finite(sentence, at + 2, min(stop, at + 9))
            if new and low[at + 2] != "who":
                return at
    return stop


def _before_postposed(
    sentence: Sentence, cue: Cue, start: int, after: list[Draft], limit: int
) -> int:
    """Return where a statement with its cue behind it ends this one's content."""
    stop = limit
    for draft in after:
        if draft.verb is None or draft.source is None or draft.verb.head < cue.head:
            continue
        edge = min(draft.source[0], draft.verb.group)
        if draft.first <= cue.head and edge > start:
            stop = min(stop, edge if sentence.low[edge - 1] == QUOTED else edge - 1)
        elif draft.first > cue.head:
            stop = min(stop, draft.first)
    return stop


def _cut_before(sentence: Sentence, cue: Cue, start: int, following: Cue, limit: int) -> int | None:
    """Return where the content ends when `following` is the writer's, not part of it."""
    low = sentence.low
    before = low[following.group - 1]
    if following.form == "ing":
        trailing = before == "," or before in DASHES or before == "before"
        if trailing and find_opening(sentence, following, limit):
            return following.group - 1
        return None
    if following.passive:
        return None
    if _stands_in_subject(sentence, cue, following):
        return following.group
    if before in ("and", "but") and not has_finite(sentence, start, following.group - 1):
        # "expects growth and warned that …": no clause has begun that could go on
        return following.group - 1 if find_opening(sentence, following, limit) else None
    subject = source_left(sentence, following)
    if subject is not None and subject[0] > start and _opens_sentence(sentence, cue, subject[0]):
        return subject[0] - 1 if find_opening(sentence, following, limit) else None
    if following.form != cue.form:
        return None
    own = before == "," and subject is not None and start < subject[0] and _is_joined(low, subject)
    if before in ("and", "but", ",") and not own:
        return following.group - 1 if find_opening(sentence, following, limit) else None
    if subject is None or subject[0] <= start or not find_opening(sentence, following, limit):
        return None
    edge = subject[0] - 1
    if low[0] in _SUBORDINATE and cue.head < edge and low[edge] in (",", QUOTED):
        # "While Cho says A, Vane said B", "When he cried, “Run,” Cho said: “No.”"
        return edge if low[edge] == "," else subject[0]
    if low[edge] in ("and", "but") and not has_finite(sentence, start, edge):
        return edge
    contrasted = edge - 1 > start and low[edge] in _CONTRAST and low[edge - 1] == ","
    return edge - 1 if contrasted else None


def _opens_sentence(sentence: Sentence, cue: Cue, subject: int) -> bool:
    """Say whether a cue stands in the phrase before the main clause that begins at `subject`.

    "On reports that Ruiz wants to leave, Cho said he knew nothing".
    """
    low = sentence.low
    if low[subject - 1] != "," or cue.head > subject or cue.group > _OPENING:
        return False
    if "," in low[: cue.group]:
        return False
    if low[0] in _SUBORDINATE:
        return True
    opening = low[0] in PREPOSITIONS or low[0] in _QUESTIONED
    return opening and not _WITHIN.isdisjoint(low[1 : cue.group])


def _is_joined(low: list[str], subject: Range) -> bool:
    """Say whether a clause begins with a subject: "…, and Ann Lee, her deputy, added"."""
    edge = subject[0] - 1
    return low[edge] in _CONTRAST and low[edge - 1] == ","


def _stands_in_subject(sentence: Sentence, cue: Cue, following: Cue) -> bool:
    """Say whether a cue is part of the next one's subject: "a man who wanted to stay said"."""
    if not in_relative(sentence.low, cue.head, 0):
        return False
    subject = source_left(sentence, following)
    return subject is not None and subject[0] < cue.group and subject[1] == following.group


def _without_occasion(sentence: Sentence, opening: Opening, stop: int) -> int:
    """Leave out what follows the last quoted words when it only says when or where."""
    low, start = sentence.low, opening.start
    last = next((at for at in range(stop - 1, start - 1, -1) if low[at] == QUOTED), None)
    if last is None or last + 1 >= stop:
        return stop
    word = low[last + 1]
    if opening.frame in ("quote", "colon") and low[start] == QUOTED:
        complete = sentence.tokens[last].text.rstrip("”\"'’»").endswith((",", ".", "!", "?"))
        loose = (
            complete
            or word in _OCCASION
            or word in (",", "(")
            or word in DASHES
            or word.endswith("ing")
        )
        return last + 1 if loose else stop
    return last + 1 if word in _AFTER_MIXED else stop
