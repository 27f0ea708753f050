"""Statements whose cue comes first: he said that …; vowed to …; accused him of ….

Who speaks is the subject left of the cue, the subject shared with an earlier cue, or,
in the passive, who stands behind "by".
"""

from tracker.extract.act import act_of, is_document
from tracker.extract.charged import agent_behind, without_charge
from tracker.extract.cues import Cue
from tracker.extract.draft import Draft
from tracker.extract.ends import content_end
from tracker.extract.hypothetical import is_hypothetical
from tracker.extract.inverted import noun_phrase_from, source_right, with_appositions
from tracker.extract.opening import Opening, find_opening
from tracker.extract.phrases import Range
from tracker.extract.reading import Sentence
from tracker.extract.sources import source_left
from tracker.extract.subjects import (
    leading_subject,
    participle_source,
    shared_source,
    undisputed_subject,
)
from tracker.extract.unsaid import NEGATABLE, is_inverted_negation, is_to_say
from tracker.extract.words import DETERMINERS, PRONOUNS
from tracker.model import Act
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_MODAL = word_set("prefer want like say oppose support argue")
_NOBODY = word_set("nobody none neither no")
_SHOWING = word_set("show find record read")
_OBJECTIVES = word_set("him her them me us")


def find_before(
    sentence: Sentence,
    cue: Cue,
    later: list[Cue],
    after: list[Draft],
    found: list[Draft],
    limit: int,
) -> Draft | None:
    """Return the statement that `cue` introduces, None when it introduces none.

    `later` are the cues behind it, `after` the statements with their cue behind,
    `found` those found so far, `limit` the end of what may be content.
    """
    if cue.passive:
        return _passive(sentence, cue, later, after, limit)
    if (cue.negated and cue.verb.lemma not in NEGATABLE) or (
        cue.modal and cue.verb.lemma not in _MODAL
    ):
        return None
    if cue.form == "ing" and (cue.verb.particle == "to" or cue.verb.lemma == "cite"):
        return None  # "referring to the port by its old name" explains, and states nothing
    inverted = _inverted(sentence, cue, limit)
    if inverted is not None:
        return inverted
    opening = find_opening(sentence, cue, limit)
    refuses = opening is not None and cue.verb.lemma == "refuse"
    if opening is None or (refuses and is_to_say(sentence, opening.start, limit)):
        return None
    source = _source(sentence, cue, after + found)
    if source is None or _says_nothing(sentence, source, cue):
        return None
    plain = opening.frame in ("clause", "object")
    if plain and cue.verb.lemma in _SHOWING and not is_document(sentence, source):
        return None
    quoted = opening.frame in ("quote", "colon")
    if quoted and _tells_of_others(sentence, source, cue):
        return None
    if sentence.low[source[0]] in ("that", "which") and plain:
        return None  # "an entourage that suggested a strong focus" tells what it was like
    stop = content_end(sentence, cue, opening, later, after, limit)
    if stop <= opening.start:
        return None
    act = act_of(sentence, cue, source, opening.frame)
    rule = f"before {opening.frame}"
    return Draft([(opening.start, stop)], source, (cue.first, cue.last), act, rule, verb=cue)


def _says_nothing(sentence: Sentence, source: Range, cue: Cue) -> bool:
    """Say whether a source is nobody, or is only supposed to have said it, or did not."""
    if sentence.low[source[0]] in _NOBODY or "nor" in sentence.low[cue.group : cue.head]:
        return True  # "would neither confirm nor deny that …" leaves it open
    return is_hypothetical(sentence, source, cue) or is_inverted_negation(sentence, source)


def _tells_of_others(sentence: Sentence, source: Range, cue: Cue) -> bool:
    """Say whether quoted words are not the subject's: whoever reads something says what another
    wrote, and neither of "both sides had shown “maturity”" said so."""
    if cue.verb.lemma == "show":
        return not is_document(sentence, source)
    return cue.verb.lemma == "read" and _is_person(sentence, source)


def _inverted(sentence: Sentence, cue: Cue, limit: int) -> Draft | None:
    """Read a verb that opens the sentence before its subject: Said Mary Lee, the mayor: “…”."""
    opens = cue.group == 0 and cue.form in ("past", "s") and cue.last < limit
    if not opens or not sentence.is_name(cue.last):
        return None
    source = source_right(sentence, cue)
    at = source[1] if source else limit
    at += at < limit and sentence.low[at] in (",", ":")
    if source is None or at >= limit or sentence.low[at] != QUOTED:
        return None
    place = (cue.first, cue.last)
    return Draft([(at, limit)], source, place, cue.verb.act, "before quote", verb=cue)


def _is_person(sentence: Sentence, source: Range) -> bool:
    """Say whether a source is plainly somebody: "he", "Mary Lee", not "the sign" or "it"."""
    word = sentence.low[source[0]]
    return (word in PRONOUNS and word not in ("it", "who")) or all(
        sentence.is_name(at) and sentence.low[at] not in DETERMINERS for at in range(*source)
    )


def _source(sentence: Sentence, cue: Cue, found: list[Draft]) -> Range | None:
    if cue.form == "ing":
        return participle_source(sentence, cue, found)
    source = source_left(sentence, cue)
    before = sentence.low[cue.group - 1] if cue.group else ""
    if source is None and before == ",":
        return undisputed_subject(sentence, cue, found)
    if source is None and before in ("and", "but", "or", "then"):
        return shared_source(sentence, cue, found)
    return source


def _passive(
    sentence: Sentence, cue: Cue, later: list[Cue], after: list[Draft], limit: int
) -> Draft | None:
    """Read "is expected to …", "was told by Y that …", "was described by Y as …"."""
    subject = source_left(sentence, cue)
    if subject is None and cue.group and sentence.low[cue.group - 1] in ("and", "but"):
        subject = leading_subject(sentence, cue.group)  # "it was shut and is said to leak"
    if subject is None or cue.last >= limit or cue.negated:
        return None
    agent = _agent(sentence, cue, limit)
    behind = None if agent else agent_behind(sentence, cue, limit)
    at = agent[1] if agent else cue.last
    if agent and at < limit and sentence.low[at] == ",":
        at += 1
    known = agent is not None or behind is not None
    frame = _passive_frame(sentence, cue, at, limit, known=known)
    if frame is None:
        return None
    if behind is not None:
        limit, agent = behind[0] - 1, behind
    start = at + 1 if frame in ("that", "hearsay that") else at
    stop = content_end(sentence, cue, Opening(start, frame), later, after, limit)
    if stop <= start + (frame == "hearsay"):
        return None
    whole = frame in ("that", "hearsay that", "question")
    pieces = [(start, stop)] if whole else [subject, (start, stop)]
    cue_range = (cue.first, cue.last + 1 if agent and not behind else cue.last)
    hearsay = frame.startswith("hearsay")
    act = _HEARSAY[cue.verb.lemma] if hearsay else Act.SPEECH
    return Draft(pieces, agent, cue_range, act, "hearsay" if hearsay else "passive", verb=cue)


_HEARSAY = {
    "expect": Act.BELIEF,
    "believe": Act.BELIEF,
    "think": Act.BELIEF,
    "say": Act.SPEECH,
    "report": Act.SPEECH,
    "understand": Act.BELIEF,
    "allege": Act.SPEECH,
}
"""Passives that name nobody ("is believed to have left"), with the act."""


def _agent(sentence: Sentence, cue: Cue, limit: int) -> Range | None:
    """Return who stands behind "by", with what is set beside the name."""
    first = cue.last + 1
    if sentence.low[cue.last] != "by" or first >= limit:
        return None
    if sentence.low[first] in _OBJECTIVES:
        return (first, first + 1)
    end = noun_phrase_from(sentence, first)
    if end == first:
        return None
    return without_charge(sentence, cue, (first, with_appositions(sentence, end)), limit)


def _passive_frame(sentence: Sentence, cue: Cue, at: int, limit: int, *, known: bool) -> str | None:
    """Return which frame the words behind a passive cue, at `at`, continue."""
    if at >= limit:
        return None
    word = sentence.low[at]
    if not known and cue.verb.lemma in _HEARSAY and word in ("to", "that"):
        impersonal = sentence.low[max(0, cue.group - 1)] == "it"
        return "hearsay" if word == "to" else "hearsay that" if impersonal else None
    if word == "that" and cue.takes("addressee"):
        return "that"
    if word in ("whether", "if", "how", "why", "what") and cue.verb.lemma == "ask":
        return "question"
    if not known:
        return None
    if word == "as" and cue.takes("object_as"):
        return "object_as"
    if word == "to" and cue.takes("object_to"):
        return "object_to"
    if word in ("of", "for") and cue.takes("charge"):
        return "charge"
    return None
