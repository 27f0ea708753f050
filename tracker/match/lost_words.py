"""Small words that a later wording leaves out, where what they soften is still there.

"The ferry may sail" becomes "the ferry will sail", "about 300" becomes "300", "if it rains"
is cut off. A word counts as lost only where the word that it governs, and one beside that,
stand in the later wording, and nothing near them there softens it in another way: a part
that was left out whole is shorter, not firmer.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tracker.match.gates.negation_words import negations_in
from tracker.match.pair import Pair, show
from tracker.match.prepare import Prepared
from tracker.model import Qualifier
from tracker.text.normalise import stem, words
from tracker.text.numbers import FoundQuantity, find_quantities
from tracker.text.variants import STOP_WORDS, word_set

Lost = tuple[str, str]
"""The words before, with what they governed, and what stands in their place now."""

HEDGES = word_set(
    """may might could perhaps maybe possibly probably likely unlikely potentially apparently
    seemingly presumably supposedly purportedly reportedly allegedly alleged suspected
    unconfirmed preliminary appear appears appeared seem seems seemed"""
)
"""Words that say that it is not certain."""

_SOFT = HEDGES | word_set(
    """can able would should if whether possible possibility potential chance risk likelihood
    probable claim claims claimed allege alleges alleging allegation allegations suspect suspects
    suspicion believe believes believed think thinks thought fear fears feared expect expects
    expected suggest suggests suggested indicate indicates estimate estimated initial unclear
    rumor rumors rumored speculate speculated speculation presumed supposed said report reports
    reported according unproven hope hopes plan plans planned want wants consider
    considers considering looks looked set due accused charged charges indicted"""
)
"""Words near the place that show that it is still not said outright."""

SOFT_CUES = re.compile(
    r"\b(?i:alleg|believ|think|thought|suspect|fear|suggest|expect|estimat|hop|speculat|claim"
    r"|predict|warn|may|might|could|appear|seem|report)"
)
"""Cues under which nothing is said outright."""

_SENSED = frozenset(stem(word) for word in "hear see feel smell taste tell remember".split())
"""Stems of what one "could" do without any doubt: could hear her is heard her."""

NEAR_WORDS = 8
"""Words a side of the governed word in which something else may soften it."""

GOVERNED = 4
"""Words behind a hedge within which the first one that carries content is what it governs."""

_SMALL = HEDGES | word_set("sometimes often usually mostly partly largely occasionally generally")


def lost_hedges(pair: Pair, cue: str = "") -> Iterator[Lost]:
    """Yield the hedges of the right, earlier wording that the left one has lost.

    `cue` is what the later wording is reported with.
    """
    yield from lost_qualifiers(pair)
    if SOFT_CUES.search(cue):
        return
    before, after = pair.right, pair.left
    for at, governed, here in _governing(pair, HEDGES):
        may_be = _may_only_do(before, at, governed) and not _is_foretold(after, here)
        if not may_be and not _is_no_hedge(before, at, governed) and not _is_soft(after, here):
            yield _shown(pair, at, governed, here)


def _is_no_hedge(side: Prepared, at: int, governed: int) -> bool:
    """Say whether the word has another sense: in May; so that he could see; to appear on stage."""
    word = side.words[at]
    if word.form == "may":
        return at > 0 and word.printed[0].isupper()
    if word.form == "could":
        before = {before.form for before in side.words[max(0, at - GOVERNED) : at]}
        return side.stems[governed] in _SENSED or "so" in before
    return word.form.startswith("appear") and side.words[at + 1].form != "to"


def _may_only_do(side: Prepared, at: int, governed: int) -> bool:
    """Say whether the "could" is leave, not doubt: from May women could vote; who could apply."""
    if side.words[at].form != "could" or "have" in {w.form for w in side.words[at:governed]}:
        return False
    before = side.words[at - 1].form if at else ""
    return before in _WHO or side.stems[governed] in _ENTITLED


def _is_foretold(side: Prepared, here: int) -> bool:
    """Say whether the word before is one that says that it will be."""
    return any(word.form in _WILL for word in side.words[max(0, here - 2) : here])


_WHO = word_set("who those anyone everyone anybody everybody")
_WILL = word_set("will would shall must")
_ENTITLED = frozenset(
    stem(word)
    for word in """vote apply choose register enrol enroll enlist afford access marry drive own
    borrow swim walk read speak""".split()
)
"""Stems of what one is allowed or able to do, more often than likely to."""


def _governing(pair: Pair, forms: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the place of each such word of the earlier wording, that of the word it governs,
    and where that one stands in the later wording."""
    before, there = pair.right, _counterparts(pair)
    for at, word in enumerate(before.words):
        if word.form not in forms:
            continue
        governed = _next_content(before, at)
        if governed is not None and governed in there and _stands_firm(before, at, governed, there):
            yield at, governed, there[governed]


def _counterparts(pair: Pair) -> dict[int, int]:
    """Return where each word of the earlier wording stands in the later one, if it does."""
    return {
        block.right + step: block.left + step
        for block in pair.every_word.blocks
        for step in range(block.size)
    }


def _next_content(side: Prepared, at: int) -> int | None:
    for place in range(at + 1, min(at + 1 + GOVERNED, len(side.words))):
        form = side.words[place].form
        if form not in STOP_WORDS and form not in _SMALL:
            return place
    return None


def _stands_firm(side: Prepared, at: int, governed: int, there: dict[int, int]) -> bool:
    """Say whether a content word on either side of the two stands in the later wording too."""
    after = range(governed + 1, min(governed + 1 + GOVERNED, len(side.words)))
    before = range(at - 1, max(-1, at - 1 - GOVERNED), -1)
    for places in (before, after):
        content = (place for place in places if side.words[place].form not in STOP_WORDS)
        if next(content, None) in there:
            return True
    return False


def _is_soft(side: Prepared, at: int) -> bool:
    """Say whether something near the place, or right before the content, softens or denies it."""
    near = side.words[max(0, at - NEAR_WORDS) : at + NEAR_WORDS]
    if any(word.form in _SOFT for word in near) or negations_in(side.words, at - GOVERNED, at):
        return True
    return at < GOVERNED and any(word in _SOFT for word in _leading(side))


def _leading(side: Prepared) -> Sequence[str]:
    """Return the last words that stand before the content in its paragraph."""
    context, text = side.claim.context, side.claim.text
    at = context.find(text) if text else -1
    return (
        [word.form for word in words(context[max(0, at - 200) : at])][-NEAR_WORDS:]
        if at > 0
        else ()
    )


def _shown(pair: Pair, at: int, governed: int, here: int) -> Lost:
    before, after = pair.right, pair.left
    there = _counterparts(pair)
    start = here
    if at - 1 in there and 0 < here - there[at - 1] <= GOVERNED:
        start = there[at - 1] + 1
    return show(before, range(at, governed + 1)), show(after, range(start, here + 1))


def lost_qualifiers(pair: Pair) -> Iterator[Lost]:
    """Yield figures that were "about", "at least" or "up to" so many and now are so many."""
    # One space for what an editor put in: "some [that is] 260 feet" has its "some".
    text, earlier = (" ".join(side.bare.split()) for side in (pair.left, pair.right))
    now = _figures(text)
    for was, printed in _figures(earlier):
        if was.qualifier is Qualifier.EXACTLY or _value(was) is None:
            continue
        same = [
            (one, words)
            for one, words in now
            if _value(one) == _value(was) and _noun(one) == _noun(was)
        ]
        if same and all(_is_bare(text, one) for one, _ in same):
            yield printed, same[0][1]


def _is_bare(text: str, figure: FoundQuantity) -> bool:
    """Say whether nothing before or behind the figure says that it is not exact."""
    span = figure.span
    around = text[max(0, span.start - BESIDE) : span.start] + text[span.end : span.end + BESIDE]
    return figure.qualifier is Qualifier.EXACTLY and not _INEXACT.search(around)


BESIDE = 50
"""Codepoints a side of a figure in which another word may say that it is not exact."""

_INEXACT = re.compile(
    r"\b(?i:estimat|expect|approx|about|around|nearly|almost|rough|more|over|least|up\sto|as\smany"
    r"|as\smuch|pass|exceed|top|surpass|beyond|above|below|under|less|fewer|some|or\sso|odd"
    r"|think|thought|believ|could|may|might)"
)


@lru_cache(maxsize=1024)
def _figures(text: str) -> tuple[tuple[FoundQuantity, str], ...]:
    return tuple((found, found.span.of(text)) for found in find_quantities(text))


def _value(figure: FoundQuantity) -> float | None:
    """Return the one number that a figure gives, None for a range and for "dozens"."""
    if figure.qualifier is Qualifier.ABOUT and figure.minimum != figure.maximum:
        return None
    if figure.minimum is None or figure.maximum is None or figure.minimum == figure.maximum:
        return figure.minimum if figure.minimum is not None else figure.maximum
    return None


def _noun(figure: FoundQuantity) -> str:
    return (figure.unit or "").rpartition(" ")[2]


_CONDITION = re.compile(
    r"\b(?P<word>(?i:if|unless|provided(?:\sthat)?|providing\sthat|as\slong\sas"
    r"|on\scondition\sthat|assuming(?:\sthat)?))\s(?P<clause>[^,.;:!?()—–“”\"]{1,300})"
)
_NO_CONDITION_BEFORE = re.compile(
    r"\b(?i:as|even|what|only|asked|asks?|asking|know|knows|knew|see|sees?|wonders?|wondered|sure"
    r"|decides?|decided|determine|check|checks?|doubt|unclear|tell|told|and|or|said|says|question"
    r"|out|learn|care|cares|matter|clear)\s\Z"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|[”\"’']|\Z)")
_CONDITIONAL = word_set(
    """if unless provided providing when whenever once until without should condition conditional
    conditions depend depends depending subject only long otherwise else assuming were had whether
    after before"""
)
"""Words by which the condition may still be there, in other words."""

KEPT_SHARE = 0.6
LOST_SHARE = 0.2
LEAST_KEPT = 3
"""Of the content words of the sentence, the share that is still there and how many; of those
of its condition, the share up to which it is gone."""


def lost_conditions(pair: Pair) -> Iterator[Lost]:
    """Yield the conditions of the earlier wording that were cut from what they bind."""
    if any(word.form in _CONDITIONAL for word in pair.left.words):
        return
    text = pair.right.bare
    for found in _CONDITION.finditer(text):
        if _NO_CONDITION_BEFORE.search(text[max(0, found.start() - 12) : found.start()]):
            continue
        rest = _sentence_around(text, found.start(), found.end())
        kept, size = _kept(pair.left, rest)
        told, of = _kept(pair.left, found["clause"])
        if kept >= max(LEAST_KEPT, KEPT_SHARE * size) and of > 0 and told <= LOST_SHARE * of:
            yield found.group().strip(), ""


def _sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence that holds `text[start:end]`, without that stretch."""
    before = text[max(0, start - LONGEST_SENTENCE) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    behind = _SENTENCE_END.search(text, end, end + LONGEST_SENTENCE)
    after = text[end : behind.start() if behind else end + LONGEST_SENTENCE]
    return f"{before[ends[-1] :] if ends else before} {after}"


LONGEST_SENTENCE = 600
"""Codepoints either side of a condition that are looked at."""


def _kept(side: Prepared, text: str) -> tuple[int, int]:
    """Return how many content words of `text` the side has, and how many there are."""
    stems = [stem(word.form) for word in words(text) if word.form not in STOP_WORDS]
    return sum(stemmed in side.bag for stemmed in stems), len(stems)


_SOME = word_set("some certain most many several few majority minority")
_SELDOM = word_set(
    "sometimes often usually mostly partly largely rarely occasionally generally typically"
)
_ALL = word_set("all every each entire whole both everyone everybody always the")


def lost_quantifiers(pair: Pair) -> Iterator[Lost]:
    """Yield "some of the wells" that became "the wells" or "all wells", and lost "sometimes"."""
    before, after = pair.right, pair.left
    for at, governed, here in _governing(pair, _SOME | _SELDOM):
        places = range(max(0, here - GOVERNED), here)
        near = {after.words[place].form for place in places}
        if near & (_SOME | _SELDOM) or any(form[0].isdigit() for form in near):
            continue
        if before.words[at].form in _SOME:
            part = before.words[at + 1].form == "of" or bool(near & (_ALL - {"the"}))
            several = before.words[governed].printed.endswith("s")  # not "a majority of the house"
            if part and several and near & _ALL:
                start = next(place for place in places if after.words[place].form in _ALL)
                yield show(before, range(at, governed + 1)), show(after, range(start, here + 1))
            continue
        if any(word.form in _SELDOM for word in after.words):
            continue
        if before.words[governed].form != after.words[here].form:
            continue  # "that often trouble them", "the troubles"
        yield _shown(pair, at, governed, here)
