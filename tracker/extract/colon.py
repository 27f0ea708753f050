"""Statements that a colon gives to whoever stands before it.

"Putin: we will …" in a headline, "Philip Bump: “Two weeks ago …”" in a text, and the
cues no list knows: "Mr Vane grovelled: ‘I am sorry.’"
"""

from tracker.extract.clauses import looks_like_clause
from tracker.extract.draft import Draft
from tracker.extract.phrases import DASHES, has_finite, trim_phrase
from tracker.extract.reading import Sentence
from tracker.extract.words import DETERMINERS, PREPOSITIONS, PRONOUNS
from tracker.model import Act
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

_LONGEST_NAME = 7
_LONGEST_HEADLINE = 24
_NOT_SPEAKERS = word_set(
    """
    interview obituary profile review comment letters exclusive live update updates breaking
    watch video photos opinion analysis read more q a note correction source related tags
    share comments topics published updated edited by photo image caption date time where
    when what why how who editor's
    """
)


def find_colon(sentence: Sentence, end: int, *, headline: bool) -> Draft | None:
    """Return the statement behind a colon when only a speaker's name stands before it."""
    low = sentence.low
    at = next((i for i in range(1, end - 1) if low[i] == ":"), None)
    if at is None:
        return None
    quoted = low[at + 1] == QUOTED
    first = _behind_dash(sentence, at) if quoted else 0
    if at - first > _LONGEST_NAME or not _names_speaker(sentence, first, at):
        return None
    if quoted:
        return Draft([(at + 1, end)], (first, at), (at, at + 1), Act.SPEECH, "colon")
    if headline and 3 < end - at <= _LONGEST_HEADLINE and _asserts(sentence, at + 1, end):
        return Draft([(at + 1, end)], (0, at), (at, at + 1), Act.SPEECH, "headline colon")
    return None


def _behind_dash(sentence: Sentence, colon: int) -> int:
    """Return where the name before the colon starts: behind the last dash, else the start."""
    dashes = (i for i in range(colon - 1, max(-1, colon - _LONGEST_NAME - 1), -1))
    return next((i + 1 for i in dashes if sentence.low[i] in DASHES), 0)


def _asserts(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a headline's words are a clause, not "What we know" or a noun phrase."""
    if sentence.low[start] in ("what", "how", "why", "who", "where", "when"):
        return False
    return has_finite(sentence, start + 1, end) and looks_like_clause(sentence, start, end)


def _names_speaker(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether the words before the colon are a name or an office, and nothing else."""
    low = sentence.low
    if any(word in _NOT_SPEAKERS or word in (",", QUOTED, "(") for word in low[first:end]):
        return False
    if first == end or low[first] in PREPOSITIONS or has_finite(sentence, first, end):
        return False
    if low[first] in PRONOUNS or low[first][0].isdigit():
        return False
    inner = ("of", "the", "de", "van", "and")
    named = all(sentence.is_name(i) or low[i] in inner for i in range(first, end))
    return named or (first == 0 and low[0] in DETERMINERS)


def find_unknown_cue(sentence: Sentence, end: int) -> Draft | None:
    """Return a statement whose cue is no known verb, by its marks alone.

    “…,” Vane fumed. – and – Mr Vane grovelled: ‘…’. A quotation that ends with a comma, or
    follows a colon, leaves its sentence to name who spoke, so the verb need not be known.
    """
    low = sentence.low
    if QUOTED not in low[:end]:
        return None
    at = low.index(QUOTED)
    if at >= 2 and low[at - 1] == ":" and _verb_like(sentence, at - 2):
        source = trim_phrase(sentence, 0, at - 2)
        if source and source[1] - source[0] <= _LONGEST_NAME and not has_finite(sentence, *source):
            return Draft([(at, end)], source, (at - 2, at - 1), Act.SPEECH, "unknown cue")
    inner = sentence.tokens[at].text.rstrip("”\"’'»").rstrip()
    if at != 0 or not inner.endswith(",") or at + 2 >= len(low):
        return None
    for verb in range(at + 2, min(end, at + _LONGEST_NAME)):
        if _verb_like(sentence, verb):
            source = trim_phrase(sentence, at + 1, verb)
            if source and (low[source[0]] in PRONOUNS or sentence.is_name(verb - 1)):
                return Draft([(at, at + 1)], source, (verb, verb + 1), Act.SPEECH, "unknown cue")
            return None
    return None


def _verb_like(sentence: Sentence, at: int) -> bool:
    word = sentence.low[at]
    return (
        not sentence.is_name(at)
        and word != "quoted"
        and word.isalpha()
        and (word.endswith("ed") or (word.endswith("s") and not word.endswith("ss")))
        and word not in ("was", "is", "has", "as", "his", "this")
    )
