"""Frames of people who meet, stay away, and sign.

A verb counts only with the company it needs: somebody met, a place gone to, an
agreement signed ("met the deadline", "signed a petition" are none).
"""

from dataclasses import replace

from tracker.extract.facts import lexicon as lex
from tracker.extract.facts.clause import AT, Clause, Report, actors_of, cast, place_of
from tracker.extract.facts.places import names_in, objects_of
from tracker.model import EventType, Role


def meeting(clause: Clause, others: list[str]) -> Report:
    """Return a meeting of the clause's subject with `others`."""
    people = cast([*clause.names(), *others], Role.PARTICIPANT)
    return Report(EventType.MEETING, people, place_of(clause, AT, people))


def meet(clause: Clause) -> Report | None:
    """Return the meeting of "met (with)"."""
    if lex.MET_OTHERWISE & set(clause.object_words()) or lex.SPORT & set(clause.rest()):
        return None
    others = objects_of(clause.reading, clause.index + 1)
    if others and not clause.group.passive:
        return meeting(clause, others)
    following = clause.reading.low(clause.index + 1)
    several = len(clause.names()) > 1 or {"pair", "two", "leaders", "ministers", "both"} & set(
        clause.subject_words()
    )
    bodies = {"assembly", "council", "cabinet", "parliament", "committee", "ministers", "leaders"}
    together = several or bodies & set(clause.subject_words()[-1:])
    if clause.verb.startswith("me") and together and following in (*AT, "for", "again", "to", ""):
        return meeting(clause, [])
    return None


def shake(clause: Clause) -> Report | None:
    """Return the meeting of "shook hands with"."""
    if clause.reading.low(clause.index + 1) != "hands":
        return None
    with_at = clause.index + 2 + (clause.reading.low(clause.index + 2) == "with")
    return meeting(clause, objects_of(clause.reading, with_at))


def talks(clause: Clause) -> Report | None:
    """Return the meeting of "held talks with" or "hosted … for talks"."""
    words = clause.object_words()[:6]
    gathering = lex.GATHERINGS & set(clause.subject_words() if clause.group.passive else words)
    if not gathering or {"ceremony", "conference", "session"} & gathering:
        return _hosted(clause)
    for index in range(_after_noun(clause), clause.end):
        if clause.reading.low(index) in ("with", "between"):
            return meeting(clause, objects_of(clause.reading, index + 1))
    return meeting(clause, [])


def _after_noun(clause: Clause) -> int:
    """Return from where "with Ruiz" may follow: the subject in "talks with Ruiz were held"."""
    passive = clause.group.passive and clause.subject is not None
    return clause.subject.start if passive and clause.subject else clause.index + 1


def _hosted(clause: Clause) -> Report | None:
    """Return the meeting of "hosted Ana Ruiz for talks"."""
    others = objects_of(clause.reading, clause.index + 1)
    if clause.verb.startswith("host") and others and lex.GATHERINGS & set(clause.rest()):
        return meeting(clause, others)
    return None


def attend(clause: Clause) -> Report | None:
    """Return the meeting of "will take part in the negotiations"."""
    words = clause.rest()
    if clause.verb in ("take", "takes", "took", "taken", "taking") and words[:2] != ["part", "in"]:
        return None
    diplomatic = lex.GATHERINGS - {"ceremony", "conference", "session", "dialogue", "meetings"}
    if not diplomatic & set(words[:8]) or not clause.names():
        return None
    return meeting(clause, [])


def stay_away(clause: Clause) -> Report | None:
    """Return the meeting of "skipped the summit": its subject was not there."""
    if clause.group.passive or not lex.GATHERINGS & set(clause.object_words()[:5]):
        return None
    return replace(meeting(clause, []), absent=True) if clause.names() else None


def be_present(clause: Clause) -> Report | None:
    """Return the meeting of "was present at the talks", "was absent from the summit"."""
    rest = clause.rest()[:6]
    leads = ("from",) if clause.verb == "absent" else ("at", "in")
    if rest[:1] and rest[0] in leads and lex.GATHERINGS & set(rest) and clause.names():
        return replace(meeting(clause, []), absent=clause.verb == "absent")
    return None


def accompany(clause: Clause) -> Report | None:
    """Return the meeting of "is accompanied by"."""
    if not clause.group.passive or clause.reading.low(clause.index + 1) != "by":
        return None
    others = objects_of(clause.reading, clause.index + 2)
    others += names_in(clause.reading, clause.index + 2, len(clause.reading.tokens))
    if not (clause.names() and others):
        return None
    return meeting(clause, list(dict.fromkeys(others)))


def sign(clause: Clause) -> Report | None:
    """Return the signing of an agreement."""
    words = clause.subject_words() if clause.group.passive else clause.object_words()
    if not lex.AGREEMENTS & set(words) or (clause.verb[:4] == "seal" and "the" in words[:1]):
        return None  # "sealed the deal" is said of anything
    others: list[str] = []
    for index in range(_after_noun(clause), clause.end):
        if clause.reading.low(index) in ("with", "between"):
            others = objects_of(clause.reading, index + 1)
            break
    signers = [participant.agent for participant in actors_of(clause)]
    people = cast([*signers, *others], Role.PARTICIPANT)
    return Report(EventType.SIGNING, people, place_of(clause, ("at", "in"), people))
