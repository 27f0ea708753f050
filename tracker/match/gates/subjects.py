"""The gate on who does it, told by the case of a pronoun or by the name that a sentence opens
with: "she told me", "I told her"."""

from tracker.match.gates.side_by_side import may_change_places
from tracker.match.gates.voice import deed_before
from tracker.match.lexicon import BEING, CALENDAR
from tracker.match.pair import Pair, show
from tracker.match.prepare import TITLES, Prepared
from tracker.model import Difference
from tracker.text.variants import STOP_WORDS

_DOING = {"i": "i", "he": "he", "she": "she", "we": "we", "they": "they"}
_BEFALLEN = {"me": "i", "him": "he", "her": "she", "us": "we", "them": "they"}
"""Pronouns by what they are in a sentence, each with the one that it is in the other case."""


def subject(pair: Pair) -> Difference | None:
    """Who did it here is whom it befell there."""
    if _is_suffered(pair.left) != _is_suffered(pair.right):
        return _other_agent(pair)  # "he was praised by her", "she praised him"
    return _other_case(pair) or _other_sex(pair) or _other_opening(pair)


def _is_suffered(side: Prepared) -> bool:
    forms = {word.form for word in side.words}
    return "by" in forms and not forms.isdisjoint(BEING)


def _other_case(pair: Pair) -> Difference | None:
    """Nearly the same words have a person as who does it here, and as whom it befalls there, or
    the other way about: "we know it better than he does"."""
    if not pair.near_verbatim and pair.left.bag != pair.right.bag:
        return None
    left, right = _persons(pair.left), _persons(pair.right)
    met = [
        (here, there)
        for person in sorted(left.keys() & right.keys())
        if len(left[person]) == len(right[person])
        for here, there in zip(left[person], right[person], strict=True)
        if _is_being(pair.left, here) == _is_being(pair.right, there)
    ]  # "promised to me" is "I was promised"
    changed = [places for places in met if _changes_case(pair, *places)]
    if len(met) == 2 and pair.left.bag == pair.right.bag and _have_changed_places(*met):
        changed.append(met[0])
    if not changed:
        return None
    here, there = changed[0]
    return Difference("subject", _with_its_verb(pair.left, here), _with_its_verb(pair.right, there))


def _changes_case(pair: Pair, here: int, there: int) -> bool:
    return (pair.left.words[here].form in _DOING) != (pair.right.words[there].form in _DOING)


def _have_changed_places(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return (one[0] < other[0]) != (one[1] < other[1])


def _persons(side: Prepared) -> dict[str, list[int]]:
    """Return the places of the pronouns of each person, in order; those that own are none."""
    found: dict[str, list[int]] = {}
    for at, word in enumerate(side.words):
        person = _DOING.get(word.form) or _BEFALLEN.get(word.form)
        if person and not (word.form == "her" and _owns(side, at)):
            found.setdefault(person, []).append(at)
    return found


def _is_being(side: Prepared, at: int) -> bool:
    return any(word.form in BEING for word in side.words[at + 1 : at + 3])


def _owns(side: Prepared, at: int) -> bool:
    """Say whether a "her" may be that of "her house": a word that carries meaning is behind it."""
    return at + 1 < len(side.words) and side.words[at + 1].form not in STOP_WORDS


def _with_its_verb(side: Prepared, at: int) -> str:
    return show(side, range(max(0, at - 1), min(len(side.words), at + 2)))


def _other_sex(pair: Pair) -> Difference | None:
    """A woman stands wherever a man does on the other side, and a man where a woman does."""
    left, right = (
        [(at, _SEX[word.form]) for at, word in enumerate(side.words) if word.form in _SEX]
        for side in (pair.left, pair.right)
    )
    here, there = [sex for _, sex in left], [sex for _, sex in right]
    if len(set(here)) < 2 or len(here) != len(there):
        return None
    if any(one == other for one, other in zip(here, there, strict=True)):
        return None
    return Difference(
        "subject", _with_its_verb(pair.left, left[0][0]), _with_its_verb(pair.right, right[0][0])
    )


_SEX = {
    **dict.fromkeys(("he", "him", "his", "himself"), "man"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "woman"),
}


def _other_agent(pair: Pair) -> Difference | None:
    """Who did it on one side is not the one by whom it was suffered on the other."""
    ways = ((pair.left, pair.right), (pair.right, pair.left))
    suffering, doing = ways[0] if _is_suffered(pair.left) else ways[1]
    for by, word in enumerate(suffering.words):
        deed = deed_before(suffering, by, doing) if word.form == "by" else None
        if deed is None:
            continue
        done = doing.stems.index(suffering.stems[deed])
        if any(word.form == "by" for word in doing.words[done : done + IN_A_NAME]):
            continue
        agent = _telling(suffering, by + 1, by + 1 + IN_A_NAME)
        doer, befallen = _telling(doing, 0, done), _telling(doing, done + 1, len(doing.words))
        theirs = _telling(suffering, 0, deed)
        if agent & befallen and doer & theirs and not agent & doer:
            left, right = (
                range(deed, min(by + 1 + IN_A_NAME, len(suffering.words))),
                range(done + 1),
            )
            shown = show(suffering, left), show(doing, right)
            return Difference("subject", *(shown if suffering is pair.left else shown[::-1]))
    return None


IN_A_NAME = 3
"""Words behind a "by" in which it is told by whom."""


def _telling(side: Prepared, start: int, end: int) -> frozenset[str]:
    return side.bag & frozenset(side.stems[start:end])


def _other_opening(pair: Pair) -> Difference | None:
    """Each side opens with the name that the other has further on."""
    here, there = _opening(pair.left), _opening(pair.right)
    if here is None or there is None:
        return None
    ours, theirs = _stems(pair.left, here), _stems(pair.right, there)
    if not ours.isdisjoint(theirs):
        return None
    behind = _place_behind(pair.left, here.stop, theirs)
    if behind is None or _place_behind(pair.right, there.stop, ours) is None:
        return None
    if may_change_places(pair.left, here, range(behind, behind + 1)):
        return None
    return Difference("subject", show(pair.left, here), show(pair.right, there))


def _opening(side: Prepared) -> range | None:
    """Return the place of the name that a side opens with; None if it opens otherwise."""
    start = 0
    while start < len(side.words) and side.words[start].form in TITLES:
        start += 1
    end = start
    while end < len(side.words) and _is_a_name(side, end) and end - 1 not in side.clause_ends:
        end += 1
    return range(start, end) if end > start else None


def _is_a_name(side: Prepared, at: int) -> bool:
    return side.is_name(at) and side.stems[at] not in CALENDAR


def _stems(side: Prepared, places: range) -> frozenset[str]:
    return frozenset(side.stems[at] for at in places)


def _place_behind(side: Prepared, start: int, stems: frozenset[str]) -> int | None:
    """Return where one of the stems stands further on, as a name: any word may open a sentence."""
    places = range(start, len(side.stems))
    return next((at for at in places if side.stems[at] in stems and side.is_name(at)), None)
