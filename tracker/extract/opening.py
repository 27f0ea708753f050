"""Find where the content begins that a cue introduces, frame by frame.

`find_opening` asks the frames in the order in which they exclude each other: "urged
the union to accept" before "urged that …", a quotation or "that" before a bare
clause, an object last.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tracker.extract.addressee import addressee_end
from tracker.extract.clauses import looks_like_clause, only_adverbial, skip_adverbial
from tracker.extract.cues import Cue
from tracker.extract.lexicon import FORMS
from tracker.extract.objects import (
    find_charge,
    find_measure,
    find_object,
    find_object_as,
    find_object_to,
)
from tracker.extract.phrases import DASHES, has_finite, is_reporting_participle
from tracker.extract.reading import Sentence
from tracker.extract.words import (
    ADVERBS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from tracker.text.sentences import QUOTED
from tracker.text.tokens import word_set

Found = tuple[int, str] | None
"""The position where content starts, and the frame that was found."""

_QUESTIONS = word_set("whether if how why what when where who which")
_ENDS = frozenset([".", "!", "?", ";"])
_SHORT = 4
"""Tokens: so few behind "that", and no verb among them, are no clause."""

_REACH = 16
"""Tokens between a cue and its "that" or quotation: an addressee, a date, a place."""

_STRONG = word_set("say add think tell believe insist claim")
"""Verbs whose bare complement is a clause even where no finite verb is recognised."""

_NO_CLAUSE = (
    _ENDS
    | DASHES
    | word_set(
        """
    , ( ) - and or about by to so of as nothing for after before because while during at
    with
    """
    )
)
_OPENS_PHRASE = DETERMINERS | PREPOSITIONS | word_set("and or as to very so more most")
_NAMING = word_set("called titled entitled named dubbed headlined reading labelled labeled")
_MARKS = "”\"’'»“‘„`« "
_CLAUSE = 5
"""Words of the shortest quoted clause that nothing sets off."""

_PREDICATES = word_set(
    "is was isn't wasn't would wouldn't will won't had has hasn't did didn't does doesn't could"
)
_ARTICLES = word_set("the a an his her its their our my")
_FRONTED = word_set("in under on at despite with by")
_OCCASIONAL = word_set("as after before when while")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where content starts (a token position), and by which frame."""

    start: int
    frame: str


def sentence_end(sentence: Sentence) -> int:
    """Return one past the last token that is not the sentence's closing mark."""
    end = len(sentence)
    while end > 0 and sentence.low[end - 1] in (".", "!", "?", "…", ";", ","):
        end -= 1
    return end


def find_opening(sentence: Sentence, cue: Cue, end: int) -> Opening | None:
    """Return where the content after `cue` starts, None when none is introduced."""
    if cue.last >= end:
        return None
    after = cue.last
    if cue.takes("addressee") and not cue.passive:
        after = addressee_end(sentence, cue.last, end)
    finders: tuple[Callable[[], Found], ...] = (
        lambda: find_object_to(sentence, cue, end),
        lambda: _clause_of_two(sentence, cue, after, end),
        lambda: _introduced(sentence, cue, after, end),
        lambda: _clause(sentence, cue, after, end),
        lambda: _question(sentence, cue, after, end),
        lambda: _infinitive(sentence, cue, end),
        lambda: find_charge(sentence, cue, end),
        lambda: find_object_as(sentence, cue, end),
        lambda: find_measure(sentence, cue, end),
        lambda: find_object(sentence, cue, end),
    )
    for finder in finders:
        found = finder()
        if found is not None:
            return Opening(*found)
    return None


def _introduced(sentence: Sentence, cue: Cue, after: int, end: int) -> Found:
    """Find "that", a colon or a quotation behind an addressee, a date, a place."""
    if not cue.takes("clause", "quote", "document", "addressee"):
        return None
    low = sentence.low
    aside = _relative_aside(low, after, end) if cue.takes("addressee") else None
    for at in range(aside or cue.last, min(end, (aside or cue.last) + _REACH)):
        word = low[at]
        if word == "that" and low[at + 1 : at + 2] == [":"]:
            continue  # "denied that: …"
        if word == "that" and cue.takes("clause", "document", "addressee"):
            return _behind_that(sentence, cue, at, end)
        if word == ":" and at + 1 < end:
            return (at + 1, "colon")
        if word == QUOTED and _quote_is_complement(sentence, cue, after, at):
            return (at, "quote")
        if word == QUOTED and low[at - 1] not in _OPENS_PHRASE:
            return None
        if at > cue.last and (
            _is_other_cue(sentence, at) or (after == cue.last and _is_said_beside(sentence, at))
        ):
            return None
        month = word == "may" and sentence.is_name(at)
        if (word in FINITE and not month) or word in _ENDS or word in SUBORDINATORS - _OCCASIONAL:
            if word == "though" and at == cue.last + 1 and low[at - 1] == "," == low[at + 1]:
                continue
            return None
        if at > after and word in PRONOUNS and not only_adverbial(sentence, after, at):
            return None
    return None


def in_aside(low: list[str], cue: Cue) -> bool:
    """Say whether a cue is the verb of a relative that a comma sets off: ", which reported"."""
    group = cue.group
    return group > 1 and low[group - 1] in ("which", "who") and low[group - 2] == ","


def _relative_aside(low: list[str], at: int, end: int) -> int | None:
    """Return where "that" stands behind ", which first had it," at `at`, None without both."""
    if low[at : at + 1] != [","] or low[at + 1 : at + 2] not in (["which"], ["who"]):
        return None
    near = range(at + 2, min(end - 1, at + _REACH))
    return next((i + 1 for i in near if low[i] == "," and low[i + 1] == "that"), None)


def _clause_of_two(sentence: Sentence, cue: Cue, after: int, end: int) -> Found:
    """Find a clause that "and that" joins to another: "said it was shut, and that it leaked"."""
    low = sentence.low
    reach = range(after, min(end, cue.last + _REACH))
    at = next((i for i in reach if low[i] in ("that", ":", QUOTED)), None)
    joined = at is not None and low[at] == "that" and low[at - 1] in ("and", "but")
    return _clause(sentence, cue, after, end) if joined else None


def _behind_that(sentence: Sentence, cue: Cue, at: int, end: int) -> Found:
    """Find the clause that "that", at `at`, begins."""
    low = sentence.low
    if low[at - 1] == "," and in_aside(low, cue):
        return None  # "told the Post, which first reported it, that …": what was told
    if cue.verb.lemma == "deny" and at > cue.last and is_reporting_participle(low[at - 1]):
        return (at - 1, "that")  # what is denied is to have said it
    if low[at + 1 : at + 2] != [] and low[at + 1] in _PREDICATES and not _is_fronted(sentence, at):
        return (at, "that")  # "said that was not true": "that" is its subject
    relative = at > cue.last and low[at - 1] in ("of", "in", "with")
    # "She says that every time": here "that" is what she says.
    short = end - at <= _SHORT and QUOTED not in low[at:end]
    pronoun = short and not has_finite(sentence, at + 1, end)
    # "Hoped to say that …": what is hoped is to say it.
    other = relative or pronoun or _infinitive(sentence, cue, end) is not None
    start = at + 2 if low[at + 1 : at + 2] == [","] else at + 1
    return (start, "that") if start < end and not other else None


def _is_fronted(sentence: Sentence, at: int) -> bool:
    """Say whether an auxiliary behind "that" opens a condition: "that had he known, …"."""
    low = sentence.low
    named = at + 2 < len(low) and (low[at + 2] in PRONOUNS or sentence.is_name(at + 2))
    return low[at + 1] in ("had", "were", "should") and named


def _is_other_cue(sentence: Sentence, at: int) -> bool:
    """Say whether a verb of saying of its own stands here: what follows is not this cue's."""
    forms = FORMS.get(sentence.low[at], ())
    if sentence.low[at - 1] == "as" and is_reporting_participle(sentence.low[at]):
        return True  # "showed her and quoted her as saying that": the words are hers
    if sentence.low[at - 1] in DOCUMENT_NOUNS and sentence.low[at + 1 : at + 2] == ["on"]:
        return False  # "in a statement posted on its website that"
    return not sentence.is_name(at) and any(
        form in ("past", "s") and "clause" in verb.frames for verb, form in forms
    )


def _is_said_beside(sentence: Sentence, at: int) -> bool:
    """Say whether a participle of saying is set off here: "denied this, saying that …"."""
    return sentence.low[at - 1] == "," and is_reporting_participle(sentence.low[at])


def _quote_is_complement(sentence: Sentence, cue: Cue, after: int, at: int) -> bool:
    if at == after:
        return True
    before = sentence.low[at - 1]
    set_off = at == cue.last or before in (",", "-") or before in DASHES
    return (set_off or _is_quoted_clause(sentence, at)) and (
        only_adverbial(sentence, cue.last, at) or only_adverbial(sentence, after, at)
    )


def _is_quoted_clause(sentence: Sentence, at: int) -> bool:
    """Say whether a clause is quoted without a mark before it: "said on Monday “it was …”".

    "in a “frank and open” talk" quotes a phrase, "in a piece called “We Will Go”" a title.
    """
    before = sentence.low[at - 1]
    if before in _OPENS_PHRASE or before in _NAMING:
        return False
    quoted = [word.casefold() for word in sentence.tokens[at].text.strip(_MARKS).split()]
    subject = quoted[:1] and (quoted[0] in DETERMINERS or quoted[0] in PRONOUNS)
    return bool(subject) and len(quoted) >= _CLAUSE and any(word in FINITE for word in quoted)


def _clause(sentence: Sentence, cue: Cue, after: int, end: int) -> Found:
    """Find a clause without "that"."""
    told = cue.takes("addressee") and after > cue.last
    if not (cue.takes("clause", "document") or told):
        return None
    at = _behind_parenthesis(sentence, cue, skip_adverbial(sentence, after, end), end)
    if at is None or at >= end:
        return None
    low = sentence.low
    word = low[at]
    if word == "about" and at + 1 < end and low[at + 1][0].isdigit():
        return (at, "clause")
    if word in PREPOSITIONS | _NO_CLAUSE and not (word in _FRONTED and "," in low[at : at + 14]):
        return None
    if word in _QUESTIONS and not (word in ("if", "when") and "," in low[at:end]):
        return None
    if word == "that" and at + 2 < end and _opens_subject(sentence, at + 1):
        return (at + 1, "that")  # "said that he resigned", where no object shows a verb
    if looks_like_clause(sentence, at, end):
        return (at, "clause")
    bare = cue.verb.lemma in _STRONG and end - at > 3 and word not in ("a", "an", "his", "her")
    return (at, "clause") if bare else None


def _opens_subject(sentence: Sentence, at: int) -> bool:
    """Say whether a word opens a noun phrase, and not when or how: "that every time"."""
    word = sentence.low[at]
    return word in PRONOUNS or word in _ARTICLES or sentence.is_name(at)


def _behind_parenthesis(sentence: Sentence, cue: Cue, at: int, end: int) -> int | None:
    """Return where the clause begins behind ", on Tuesday," (`at` when nothing is put in)."""
    low = sentence.low
    if at >= end or low[at] != "," or cue.verb.lemma not in ("say", "add", "tell"):
        return at
    closing = next((i for i in range(at + 1, min(end, at + 10)) if low[i] == ","), None)
    if closing is not None and only_adverbial(sentence, at + 1, closing):
        return closing + 1
    return None


def _question(sentence: Sentence, cue: Cue, after: int, end: int) -> Found:
    """Find "asked (him) whether", "asked about"."""
    if not cue.takes("question"):
        return None
    low, at = sentence.low, after
    if cue.verb.lemma == "ask" and at < end and low[at] == "about":
        return (at, "question")
    if at >= end or low[at] not in _QUESTIONS:
        return None
    loose = low[at] in ("when", "where", "which", "who", "if")
    return (
        (at, "question") if not loose or cue.verb.lemma in ("ask", "wonder", "question") else None
    )


def _infinitive(sentence: Sentence, cue: Cue, end: int) -> Found:
    if not cue.takes("infinitive"):
        return None
    low, at = sentence.low, cue.last
    while at < end and low[at] in ADVERBS:
        at += 1
    if at + 1 >= end or low[at] != "to" or not sentence.is_word(at + 1):
        return None
    return None if low[at + 1] in DETERMINERS | PRONOUNS else (at, "infinitive")
