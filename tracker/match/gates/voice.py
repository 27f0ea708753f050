"""The gate on who did it and who suffered it, told in one order: "A sued B", "A was sued by B"."""

from tracker.match.lexicon import BEING, HOLDING, MEASURES
from tracker.match.pair import Pair, show
from tracker.match.prepare import Prepared
from tracker.model import Difference
from tracker.text.variants import STOP_WORDS, word_set

REACH = 4
"""Words between a deed and what stands before it, behind it, or behind its "by"."""

_SUFFERING = BEING | word_set("get gets got getting")

_PAST = word_set("pass passed passing drop dropped stop stopped walk walked drive drove")
"""Verbs that go by a thing and suffer nothing."""


def voice(pair: Pair) -> Difference | None:
    """The same two stand around the same deed, done on one side and suffered on the other."""
    if not pair.near_verbatim:
        return None
    for suffering, doing in ((pair.left, pair.right), (pair.right, pair.left)):
        for by, word in enumerate(suffering.words):
            places = _turned(suffering, by, doing) if word.form == "by" else None
            if places:
                left, right = places if suffering is pair.left else places[::-1]
                return Difference("role", show(pair.left, left), show(pair.right, right))
    return None


def _turned(suffering: Prepared, by: int, doing: Prepared) -> tuple[range, range] | None:
    """Return where, on either side, the deed before this "by" stands with what it befalls."""
    deed = deed_before(suffering, by, doing)
    if deed is None:
        return None
    done = doing.stems.index(suffering.stems[deed])
    theirs, ours = next(iter(_behind(suffering, by)), None), next(iter(_behind(doing, done)), None)
    if theirs is None or ours is None or suffering.stems[theirs] != doing.stems[ours]:
        return None
    befallen = suffering.stems[theirs]
    if befallen[0].isdigit() or befallen in MEASURES:
        return None  # "rose by a third", "rose a third"
    between = range(done, ours)
    if _is_being(doing, done) or not doing.clause_ends.isdisjoint(between):
        return None
    if any(doing.words[at].form in HOLDING for at in between):
        return None
    subjects = (
        {side.stems[at] for at in _before(side, place)[:2]}
        for side, place in ((suffering, deed), (doing, done))
    )
    if set.isdisjoint(*subjects):
        return None
    return range(deed, theirs + 1), range(done, ours + 1)


def deed_before(suffering: Prepared, by: int, doing: Prepared) -> int | None:
    """Return the place of the deed before a "by", which the other side tells of once too."""
    deed = next((at for at in _before(suffering, by) if _is_single(suffering, at, doing)), None)
    return deed if deed is not None and _is_suffered(suffering, deed) else None


def _before(side: Prepared, at: int) -> list[int]:
    """Return the places of the words that carry meaning a little before this one, nearest first."""
    return [
        place
        for place in range(at - 1, max(-1, at - 1 - REACH), -1)
        if side.words[place].form not in STOP_WORDS
    ]


def _behind(side: Prepared, at: int) -> list[int]:
    return [
        place
        for place in range(at + 1, min(len(side.words), at + 1 + REACH))
        if side.words[place].form not in STOP_WORDS
    ]


def _is_single(side: Prepared, at: int, other: Prepared) -> bool:
    stemmed = side.stems[at]
    return side.counts[stemmed] == other.counts[stemmed] == 1 and not side.is_name(at)


def _is_suffered(side: Prepared, deed: int) -> bool:
    form = side.words[deed].form
    return _is_being(side, deed) or (form.endswith(("ed", "en")) and form not in _PAST)


def _is_being(side: Prepared, deed: int) -> bool:
    """Say whether a form of "be" stands a little before the deed, none of its clause between."""
    before = range(max(0, deed - 3), deed)
    return any(side.words[at].form in _SUFFERING for at in before)
