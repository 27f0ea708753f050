"""Whether words behind a cue take up the clause that it broke off: “…,” he said, “…”.

"If the dam bursts, Lind said, the town is lost" goes on; "the dam burst, Lind said, after a
storm" may go on, or the writer may.
"""

from tracker.extract.clauses import looks_like_clause
from tracker.extract.phrases import has_finite
from tracker.extract.reading import Sentence
from tracker.extract.stated import is_whole
from tracker.extract.words import (
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_WRITERS = word_set(
    """
    who whose which citing quoting when as according after during in on at with where before
    while for to by a an the from of referring per
    """
)
_UNFINISHED = AUXILIARIES | (SUBORDINATORS - word_set("so yet though before since"))
_NEW = (_WRITERS - DETERMINERS) | word_set("and but")


def resumes(sentence: Sentence, rest: int, end: int, floor: int, cut: int) -> bool:
    """Say whether the words from `rest` take up the clause that was broken off at `cut`."""
    low = sentence.low
    word = low[rest]
    if _breaks_off(low, cut) and word not in _NEW:
        return True  # "It was, he said, one of …", "She is not, they say, an easy woman"
    if end - rest < 2 or (cut - floor == 1 and low[floor] == QUOTED):
        return False
    whole = has_finite(sentence, floor, cut) or looks_like_clause(sentence, floor, cut)
    quoted = whole and sentence.low[cut - 1] == QUOTED
    fronted = not quoted and sentence.low[floor] in PREPOSITIONS | TIME_WORDS | SUBORDINATORS
    if fronted and looks_like_clause(sentence, rest, end) and not is_whole(sentence, floor, cut):
        unsure = whole and word in PREPOSITIONS | SUBORDINATORS
        others = word.endswith("ing") or word in ("who", "which", "citing", "and", "but")
        return not (unsure or others)
    if word.endswith("ing") or word in _WRITERS:
        return False
    if word in ("because", "so", "or", "that", "if", "though", "although", "unless", "since"):
        return True
    if word in ("and", "but"):
        return _is_second_that(sentence, rest + 1, end)
    return word in FINITE or word in NEGATIONS or not whole


def _breaks_off(low: list[str], cut: int) -> bool:
    """Say whether the words before `cut` end where no clause does: "It was", "She is not"."""
    negated = cut > 1 and low[cut - 1] in ("not", "never") and low[cut - 2] in AUXILIARIES
    return negated or low[cut - 1] in _UNFINISHED


def _is_second_that(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether a second clause is put under the same cue: "…, he said, and that 29 were …".

    Without "that" the clause may as well be the writer's.
    """
    if at + 2 >= end or sentence.low[at] != "that":
        return False
    word = sentence.low[at + 1]
    opens = word in DETERMINERS or word in PRONOUNS or sentence.is_name(at + 1)
    return (opens or word[0].isdigit()) and looks_like_clause(sentence, at + 1, end)
