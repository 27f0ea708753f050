"""The gate on names and days where the rest is told in other words: Kutaisi is not Batumi."""

from tracker.match.gates.circumstance import date, named_days
from tracker.match.gates.turning_words import may_name_the_same, name
from tracker.match.lexicon import CALENDAR
from tracker.match.pair import Pair
from tracker.match.prepare import TITLES, Prepared
from tracker.match.telling import names_of
from tracker.model import Difference


def other_name(pair: Pair) -> Difference | None:
    """Each side names somebody or something, or a day, that the other does not."""
    found = _other_names(pair) or _other_days(pair)
    if found and (name(pair) or date(pair)):
        return None  # told by a gate that is sure of it
    return found


def _other_names(pair: Pair) -> Difference | None:
    speakers = frozenset().union(*pair.left.speaker_names, *pair.right.speaker_names)
    left, right = (
        [one for one in own if one in names and not _is_put_otherwise(one, side, speakers)]
        for side, own, names in zip(
            (pair.left, pair.right), pair.own, map(names_of, (pair.left, pair.right)), strict=True
        )
    )
    if not left or not right:
        return None
    if may_name_the_same(left, list(pair.right.bag)) or may_name_the_same(
        right, list(pair.left.bag)
    ):
        return None
    return Difference("other_name", _printed(pair.left, left), _printed(pair.right, right))


def _is_put_otherwise(stemmed: str, side: Prepared, speakers: frozenset[str]) -> bool:
    """Say whether it is a day, a title, or of the speaker's own name."""
    form = side.words[side.stems.index(stemmed)].form
    return stemmed in CALENDAR or form in TITLES or form in speakers


def _other_days(pair: Pair) -> Difference | None:
    """Both name a day, and none that the other names or may mean."""
    left, right = (_days(side) for side in (pair.left, pair.right))
    if not left or not right or left & right:
        return None
    days = named_days(pair)
    return Difference("other_name", *(day.as_printed for day in days)) if days else None


def _days(side: Prepared) -> frozenset[str]:
    return frozenset(one for one in side.stems if CALENDAR.get(one) in ("weekday", "near"))


def _printed(side: Prepared, stems: list[str]) -> str:
    return " ".join(side.words[side.stems.index(one)].printed for one in dict.fromkeys(stems))
