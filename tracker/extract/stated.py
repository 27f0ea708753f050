"""Whether the words before “…, Lind said” state something, or only say when and where.

"In March two ships sank, Lind said" holds a clause behind its opening phrase; "In a letter,
Lind said …" does not, and what she said follows. There is no parser: what counts are finite
verbs, one for the statement and one more for each clause within or before it, and whether the
cue leaves anything else that could have been said.
"""

from dataclasses import dataclass
from itertools import pairwise

from tracker.extract.addressee import addressee_end
from tracker.extract.clauses import looks_like_clause
from tracker.extract.cues import Cue
from tracker.extract.phrases import has_finite, is_finite
from tracker.extract.reading import Sentence
from tracker.extract.words import (
    ADVERBS,
    AGENCIES,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    NEGATIONS,
    OUTLET_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTERS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)
from tracker.text.tokens import word_set

_SHORT = 3
"""Tokens: so few are a statement only where a verb shows among them."""

_LONG = 9
"""Tokens from which words that begin with a preposition are a clause ("At nine the index …")."""

_PHRASE = 5
"""Tokens: from so many on, words that name no occasion hold more than their opening phrase."""

_NEAR = 5
"""Tokens at the start within which an opening phrase has its noun ("In a long open letter")."""

_CONJUNCTIONS = word_set(
    """
    after before since until as when while because if although though unless whereas than yet so
    """
)
"""Words that may open a clause of their own, whose verb states nothing."""

_SUBJECTS = word_set("that what why how whether which who whom where")
"""Words that open a clause which is itself a subject: "Why it fell is unclear"."""

_WITHIN = word_set("who which that whose where when because while whereas if how why what")
_ROUGHLY = word_set("about around over under between near within")
_AMOUNTS = word_set(
    """
    half two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty
    fifty sixty seventy eighty ninety hundreds thousands dozens
    """
)
_PARTS = word_set("third quarter fifth tenth dozen hundred thousand million billion")
_OCCASIONS = word_set(
    """
    statement statements interview interviews letter letters tweet post email e-mail message
    report speech briefing note conference meeting rally address video call broadcast hearing
    debate memo text book remarks comments appearance testimony response reply
    """
)
_AS_MANY = word_set("of many much few for a an part well")
_NOMINATIVE = word_set("i we he she they it there")
_NOT_FINITE = word_set("be been being having")
_NEEDY = word_set(
    """
    say tell add confirm announce report note claim estimate state declare acknowledge warn
    insist reveal disclose predict allege maintain stress assert suggest indicate conclude
    believe think show find
    """
)
"""Verbs that hardly ever end a sentence in which nothing is said."""

_TAILS = word_set("on in at during after before") | TIME_WORDS | ADVERBS
_PRESS = (REPORTERS - word_set("police officers officials everyone people him her me us them")) | (
    OUTLET_WORDS | AGENCIES
)
_JOINS = word_set("and but while which who")


@dataclass(frozen=True, slots=True)
class Place:
    """Where words before a cue stand: from `floor` to before `cut`.

    Source and cue end at `right`, addressee and occasion at `beside`, the sentence at `end`;
    `carried` says that an outlet's clause ends it ("…, said Ann Lee, state radio reported").
    """

    floor: int
    cut: int
    right: int
    beside: int
    end: int
    carried: bool = False

    @property
    def nothing_follows(self) -> bool:
        """Whether the sentence ends with what stands beside its cue."""
        return self.beside >= self.end or self.carried


def states_something(sentence: Sentence, cue: Cue, place: Place) -> bool:
    """Say whether the words before a comma, a source and a cue are a statement.

    Words in quotation marks among them are none of this function's matter.
    """
    low, first, cut = sentence.low, place.floor, place.cut
    if _is_amount(low, first, cut):
        return _may_be_clause(sentence, first, cut)
    if low[first] in PREPOSITIONS | SUBORDINATORS and "," not in low[first:cut]:
        return _goes_beyond_opening(sentence, cue, place)
    if cut - first <= _SHORT:
        return _is_short_clause(sentence, first, cut)
    return place.nothing_follows or _may_be_clause(sentence, first, cut)


def count_verbs(sentence: Sentence, first: int, end: int) -> int:
    """Return how many finite verbs show from `first` to before `end`, a verb group as one."""
    return sum(_is_main_verb(sentence, first, at, end) for at in range(first, end))


def _may_be_clause(sentence: Sentence, first: int, end: int) -> bool:
    return has_finite(sentence, first, end) or looks_like_clause(sentence, first, end)


def _is_amount(low: list[str], first: int, end: int) -> bool:
    """Say whether the words begin with an approximate number: "About half of", "Over 2,300"."""
    if low[first] not in _ROUGHLY or first + 1 >= end:
        return False
    second = low[first + 1]
    part = second in ("a", "one") and not _PARTS.isdisjoint(low[first + 2 : first + 3])
    return part or second[0].isdigit() or second in _AMOUNTS


def _is_short_clause(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether two or three words are a clause: "Hundreds fled", not "Visibly moved"."""
    if end - first < 2 or sentence.low[end - 1] in SUBORDINATORS:
        return False
    if has_finite(sentence, first + 1, end):
        return True
    subject = sentence.low[first + 1] in SUBJECT_PRONOUNS  # "Sadly nobody survived"
    opening = sentence.low[first].endswith(("ly", "ing", "ed")) and not subject
    return not opening and sentence.low[first] != "when" and looks_like_clause(sentence, first, end)


def _goes_beyond_opening(sentence: Sentence, cue: Cue, place: Place) -> bool:
    """Say whether words that begin with a preposition or a conjunction hold a clause of their own.

    "After the storm the road was closed", not "After a storm that lasted four hours".
    """
    low, first, cut = sentence.low, place.floor, place.cut
    if cut - first >= _LONG and looks_like_clause(sentence, first, cut):
        return True
    alone = _leaves_nothing_else(sentence, cue, place)
    if low[first] in _SUBJECTS:
        return count_verbs(sentence, first, cut) > (not alone and low[first] != "that")
    if _shows_clause(sentence, first, cut):
        return True
    if not alone or low[first] == "as" or not _OCCASIONS.isdisjoint(low[first : first + _NEAR]):
        return False
    long_enough = cut - first >= _PHRASE and _names_day(low[place.right : place.beside])
    return long_enough or _has_subject(low, first, cut) or looks_like_clause(sentence, first, cut)


def _shows_clause(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether words that begin with an opening phrase show a verb that is not the phrase's."""
    low = sentence.low
    if low[first] == "as" and low[first + 1 : first + 2] != [] and low[first + 1] in _AS_MANY:
        opening = 0
    else:
        opening = int(low[first] in _CONJUNCTIONS)
    within = sum(word in _WITHIN for word in low[first + 1 : end])
    return count_verbs(sentence, first, end) > opening + within


def _has_subject(low: list[str], first: int, end: int) -> bool:
    """Say whether a pronoun that can only be a subject stands behind an opening phrase."""
    return any(low[at] in _NOMINATIVE for at in range(first + 1, end - 1))


def _names_day(words: list[str]) -> bool:
    """Say whether the words behind a cue are a day, or who was told, and nothing else."""
    plain = TIME_WORDS | (_PRESS & REPORTERS) | {"on", "in"}
    return all(word in plain or word.isdigit() for word in words)


def is_whole(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether a clause stands there that can end, more than phrases of time and place."""
    low = sentence.low
    starts = [first, *(at + 1 for at in range(first, end - 1) if low[at] == ",")]
    for start, stop in pairwise([*starts, end + 1]):
        fronted = low[start] in PREPOSITIONS | SUBORDINATORS
        if fronted and not _is_amount(low, start, stop - 1):
            whole = _shows_clause(sentence, start, stop - 1)
        else:
            whole = _may_be_clause(sentence, start, stop - 1)
        if whole:
            return True
    return False


def _leaves_nothing_else(sentence: Sentence, cue: Cue, place: Place) -> bool:
    """Say whether nothing but the words before the cue can be what was said.

    So it is where a verb that hardly stands alone ends the sentence, but for a day or a place,
    and where another clause is added ("…, police said, and three …").
    """
    low, at = sentence.low, place.right
    if cue.verb.lemma not in _NEEDY:
        return False
    if cue.takes("addressee") and cue.verb.lemma == "tell":
        at = addressee_end(sentence, at, place.end)
        if _PRESS.isdisjoint(low[place.right : at]):
            return False
    if at < place.beside and (low[at] not in _TAILS or _may_be_clause(sentence, at, place.beside)):
        return False
    if place.nothing_follows:
        return True
    mark = low[place.beside]
    joined = mark == "," and not _JOINS.isdisjoint(low[place.beside + 1 : place.beside + 2])
    return joined or mark == ";"


def _is_main_verb(sentence: Sentence, first: int, at: int, end: int) -> bool:
    """Say whether the first word of a finite verb group stands at `at`."""
    low, word = sentence.low, sentence.low[at]
    if at == first or word in _NOT_FINITE or low[at - 1] == "to":
        return False
    if word.endswith("s") and word not in FINITE and not _takes_object(low[at + 1 : at + 2]):
        return False  # "Under the new rules, Lind said, …"
    last = at == end - 1 or low[at - 1] in PRONOUNS
    past = word.endswith("ed") and len(word) > len("ed") + 2 and low[at - 1] not in DETERMINERS
    if not is_finite(sentence, at, end) and not (past and last and not sentence.is_name(at)):
        return False
    before = at - 1
    while before > first and (low[before] in ADVERBS | NEGATIONS or low[before].endswith("ly")):
        before -= 1
    return low[before] not in AUXILIARIES


def _takes_object(following: list[str]) -> bool:
    return any(word in DETERMINERS or word == "that" for word in following)
