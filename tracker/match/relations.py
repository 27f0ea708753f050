"""Naming how two claims stand: one claim printed twice, or two that concern each other."""

import re

from tracker.match import features, setting
from tracker.match.events import events_of, in_one_breath, is_one_event
from tracker.match.gates.circumstance import named_days
from tracker.match.gates.figure import Figure, can_both_hold
from tracker.match.gates.figures import (
    counts_a_toll,
    differing_figures,
    is_what_was_before,
    rival_in_event,
)
from tracker.match.gates.negation_gate import negated_side
from tracker.match.gates.one_of_many import one_of_many
from tracker.match.gates.retraction import takes_back
from tracker.match.lexicon import DENIALS, MISSING
from tracker.match.pair import NEAR, Pair
from tracker.match.prepare import LONGEST, Prepared, prepare
from tracker.model import (
    Claim,
    ClaimRelation,
    Difference,
    Kind,
    LinkRelation,
    Modality,
    StatementType,
)

NEARLY_ALL = 0.8
"""Share of the shorter version's words: with fewer in common, or fewer than `NEAR` of the
longer one's, it is a paraphrase or another translation."""

ECHO_WORDS = 5
"""Content words from which another speaker's like words are an echo and no accident."""

_UNDONE = (Modality.DENIED, Modality.REFUSED, Modality.FAILED)


def link_relation(pair: Pair) -> LinkRelation:
    """Return how the left wording gives the right one."""
    left, right = pair.left, pair.right
    if left.claim.text == right.claim.text:
        return LinkRelation.VERBATIM
    if max(len(left.claim.text), len(right.claim.text)) <= LONGEST:
        if left.printed == right.printed:
            return LinkRelation.VERBATIM
        if _is_excerpt(left, right) or _is_excerpt(right, left):
            return LinkRelation.EXCERPT
    if _are_nobodys_words(left) and _are_nobodys_words(right):
        return LinkRelation.PARAPHRASE
    if pair.coverage < NEARLY_ALL or pair.closeness < NEAR:
        if _quotes_the_very_words(left, right) or _quotes_the_very_words(right, left):
            return LinkRelation.REWORDED
        if StatementType.INDIRECT in (left.claim.type, right.claim.type):
            return LinkRelation.PARAPHRASE
        days = setting.days_apart(pair)
        if setting.speaker(pair) > setting.UNKNOWN and (days or 0) <= setting.OCCASION_DAYS:
            return LinkRelation.RETRANSLATED
    return LinkRelation.REWORDED


def _are_nobodys_words(side: Prepared) -> bool:
    """Say whether an article asserts it itself, so that the words are its writer's."""
    claim = side.claim
    named = claim.speaker or claim.unnamed_source
    return claim.kind is Kind.FACT and claim.type is StatementType.INDIRECT and not named


def _quotes_the_very_words(part: Prepared, whole: Prepared) -> bool:
    """Say whether what a sentence has in quotation marks stands in the other so, whatever the
    words around it: the deal was “a gift with a ribbon on it”."""
    if part.claim.type is not StatementType.MIXED:
        return False
    quoted = [prepare(Claim(found)).printed for found in _QUOTED.findall(part.claim.text)]
    longest = max(quoted, key=len, default=())
    return len(longest) >= VERY_WORDS and _find(longest, whole.printed, 0) is not None


_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]*)[”\"»]")

VERY_WORDS = 3
"""Words in a row that were hardly chosen alike by two translators."""


def _is_excerpt(part: Prepared, whole: Prepared) -> bool:
    """Say whether the words of `part` stand in `whole`, in one stretch or, if it has
    ellipses, in a few in the same order."""
    pieces = part.pieces if len(part.pieces) > 1 else (part.printed,)
    at = 0
    for piece in pieces:
        found = _find(piece, whole.printed, at)
        if found is None:
            return False
        at = found + len(piece)
    return bool(part.printed)


def _find(piece: tuple[str, ...], words: tuple[str, ...], start: int) -> int | None:
    """Return where `piece` stands in `words` from `start` on, None where it does not."""
    # One search in a string is linear where comparing slices would be quadratic.
    joined = "\x00" + "\x00".join(words[start:]) + "\x00"
    found = joined.find("\x00" + "\x00".join(piece) + "\x00")
    return None if found < 0 else start + joined.count("\x00", 0, found)


def claim_relation(
    pair: Pair, differences: tuple[Difference, ...]
) -> tuple[ClaimRelation, str] | None:
    """Return how two different claims with like wording or one event stand, and the basis.

    None where they only read alike: two launches on two days, or two names.
    """
    gates = {difference.gate for difference in differences}
    if _is_of_the_date(differences):
        gates.discard("number")
    if gives_rival_figures(pair):
        return _other_number(pair)
    if "date" in gates:
        return _other_day(pair, gates)
    if "retraction" in gates:
        taken_back = takes_back(pair.left)
        return ClaimRelation.DENIES if taken_back else ClaimRelation.CONTRADICTS, "negation"
    if "negation" in gates or "modality" in gates:
        return _denial(pair, gates)
    if "polarity" in gates:
        return ClaimRelation.CONTRADICTS, "negation"
    if "number" in gates:
        return _other_number(pair)
    if gates & {"role", "name"}:
        return None
    if "speaker" in gates and pair.near_verbatim and _may_echo(pair):
        return ClaimRelation.ECHOES, "speaker"
    return None


def _may_echo(pair: Pair) -> bool:
    """Say whether one may repeat the other: who reports in like words weeks later tells of
    something else, unless the words are quoted. A short quotation in two mouths is one, printed
    with another name by somebody, where the words and the days are the same."""
    quoted = StatementType.INDIRECT not in (pair.left.claim.type, pair.right.claim.type)
    days = setting.days_apart(pair) or 0
    if min(len(pair.left.content), len(pair.right.content)) < ECHO_WORDS:
        return quoted and days <= setting.OCCASION_DAYS and pair.left.printed == pair.right.printed
    return quoted or days <= ECHO_DAYS


ECHO_DAYS = 10
"""Days within which indirect speech of another speaker in like words is an echo: two launches
"fell outside the zone" two weeks apart."""


def _is_of_the_date(differences: tuple[Difference, ...]) -> bool:
    """Say whether the figures that differ are those of the days that do: 3 May, 10 June."""
    shown = {found.gate: (found.left, found.right) for found in differences}
    if not {"date", "number"} <= shown.keys():
        return False
    return all(
        set(map(int, _DIGITS.findall(figure))) <= set(map(int, _DIGITS.findall(day)))
        for figure, day in zip(shown["number"], shown["date"], strict=True)
    )


_DIGITS = re.compile(r"\d{1,9}")


def _other_day(pair: Pair, gates: set[str]) -> tuple[ClaimRelation, str] | None:
    left, right = pair.left.claim, pair.right.claim
    if not gates <= {"date", "day"} or setting.speaker(pair) < 1.0:
        return None
    if _is_put_off(pair):
        return (ClaimRelation.UPDATES if _is_later(pair) else ClaimRelation.CONTRADICTS), "date"
    if not (left.event and right.event):
        return ClaimRelation.RESTATES, "date"
    return None


def _is_put_off(pair: Pair) -> bool:
    """Say whether the two give other days for what was still to come when the right one was
    printed, and may still have been, or was just missed, at the left one's time."""
    events, days = events_of(pair), named_days(pair)
    if events is not None and not {event.modality for event in events} <= AHEAD:
        return False
    published = [side.claim.published for side in (pair.left, pair.right)]
    if days is None or published[0] is None or published[1] is None:
        return False
    planned = days[1].start
    missed = published[0].day - planned
    return pair.near_verbatim and planned > published[1].day and missed.days <= MISSED_DAYS


AHEAD = frozenset({Modality.PLANNED, Modality.POSSIBLE})
"""What is told of events that are still to come."""

MISSED_DAYS = 7
"""Days after the day first named within which another day is a delay of the same; later the
words may be of the next occasion of the kind."""


def _denial(pair: Pair, gates: set[str]) -> tuple[ClaimRelation, str] | None:
    if pair.left.claim.denied != pair.right.claim.denied and not _tells_what_is_denied(pair):
        return None
    left = pair.left
    event = left.claim.event
    if event is not None and event.modality in _UNDONE:
        return ClaimRelation.DENIES, "negation"
    if pair.shared < ANSWERED_WORDS and not _is_one_word_turned(pair):
        return None  # "the figure", "the figure embarrassed her"
    if (denies(left) and not denies(pair.right)) or _says_no_to_another(pair):
        return ClaimRelation.DENIES, "negation"
    if "negation" in gates and (pair.shared >= DENIED_WORDS or pair.near_verbatim):
        return ClaimRelation.CONTRADICTS, "negation"
    return None


def _is_one_word_turned(pair: Pair) -> bool:
    """Say whether one word stands for another: "the dam is safe", "the dam is unsafe"."""
    return all(len(own) == 1 for own in pair.own) and is_turned_round(pair)


ANSWERED_WORDS, DENIED_WORDS = 2, 3
"""Content words that a denial has to be about, and a "not" where the two are worded otherwise: of
unrelated articles of one day three in four relations by negation shared fewer."""


def _tells_what_is_denied(pair: Pair) -> bool:
    """Say whether the deed that one side denies is told by the other, or is not known: who denies
    that the alarm had been switched off does not deny that it worked."""
    denied, likes = pair.left, pair.likes[0]
    told = pair.right
    if told.claim.denied:
        denied, likes, told = told, pair.likes[1], pair.left
    behind = {word.form for word in denied.words}.isdisjoint(_HELPING)
    if behind:
        return True
    start = max(at for at, word in enumerate(denied.words) if word.form in _HELPING)
    deed = next((s for s in denied.stems[start + 1 :] if s in denied.bag), None)
    return deed is None or deed in told.bag or deed in likes


_HELPING = frozenset({"had", "has", "have", "been"})
"""Words behind which stands what had been done."""


def _says_no_to_another(pair: Pair) -> bool:
    """Say whether the left "had not" stands against another speaker's "had"."""
    return setting.speaker(pair) == 0.0 and negated_side(pair) is pair.left


def denies(side: Prepared) -> bool:
    """Say whether the speaker denies the content, or has a word of denial in it ("false")."""
    return side.claim.denied or any(word.form in DENIALS for word in side.words)


def is_turned_round(pair: Pair) -> bool:
    """Say whether a few words of the one stand in the other with a "not" or an opposite between
    them: "the dam is safe", "the dam is not safe, Velin said". Of two speakers, or of unknown
    ones, within a week."""
    own = pair.own
    part = not own[0] or not own[1]
    opposed = len(own[0]) == len(own[1]) == 1 and max(map(len, _contents(pair))) <= MOST_TURNED
    whole = (pair.closeness >= NEAR or own == ((), ())) and pair.shared + len(
        own[0]
    ) >= TURNED_WORDS
    if not whole or not (part or opposed):
        return False
    days = setting.days_apart(pair)
    return setting.speaker(pair) == 1.0 or days is None or days <= ANSWER_DAYS


def _contents(pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return pair.left.content, pair.right.content


TURNED_WORDS, MOST_TURNED = 2, 4
"""Content words that are enough to hold a sentence against its own negation, and that it has at
most to be called short."""


def gives_rival_figures(pair: Pair) -> bool:
    """Say whether the two give figures for one event that differ, whatever their wording."""
    figures = rival_in_event(pair)
    if figures is None or not is_one_event(pair) or in_one_breath(pair):
        return False
    # "Three bodies were found in the bakery" is a part of the 17 dead, not a rival count.
    low, high = sorted(figure.value for figure in figures)
    like = high <= PART_OF_A_COUNT * low or counts_a_toll(pair, MISSING)
    return like or setting.place(pair) == 1.0


PART_OF_A_COUNT = 3.0
"""How often the lower count may go into the higher before it is taken for that of a part,
where it is not said that both are of one place."""


def answers(pair: Pair) -> bool:
    """Say whether what one speaker denies is what the other side says, in a few like words."""
    if pair.left.claim.denied == pair.right.claim.denied:
        return False
    like = pair.shared >= ANSWER_WORDS and features.containment(pair) >= ANSWER_SHARE
    return is_soon_answered(pair) and like and features.order(pair) == 1.0


def is_soon_answered(pair: Pair) -> bool:
    """Say whether the two are so near in time that a denial of a few words is of the claim."""
    days = setting.days_apart(pair)
    return days is not None and days <= ANSWER_DAYS


ANSWER_DAYS = 7
ANSWER_WORDS = 3
ANSWER_SHARE = 0.7
"""Days, content words in order, and their share of the shorter text by which a denial is
known to answer a claim: "locked away", "locked in a cupboard"."""


def _other_number(pair: Pair) -> tuple[ClaimRelation, str] | None:
    """A later count replaces an earlier one; of one moment only one can be right."""
    figures = differing_figures(pair)
    two_events = events_of(pair) is not None and not is_one_event(pair)
    if two_events or in_one_breath(pair):
        return None
    if _is_later(pair) and figures and _is_a_new_count(pair, *figures):
        return ClaimRelation.UPDATES, "number"
    if is_what_was_before(pair):
        return (ClaimRelation.UPDATES, "number") if _is_later(pair) else None
    if figures and can_both_hold(*figures):
        return None
    if figures is None and one_of_many(pair) and (setting.days_apart(pair) or 0) > 1:
        return None  # "shot a bear", and a week later "shot three bears since"
    return ClaimRelation.CONTRADICTS, "number"


def _is_later(pair: Pair) -> bool:
    left, right = pair.left.claim.published, pair.right.claim.published
    return left is not None and right is not None and left.start > right.end


def _is_a_new_count(pair: Pair, left: Figure, right: Figure) -> bool:
    """Say whether the left, later figure is the news: tolls grow, the missing are found, who
    counted ships yesterday counts them again today, and a report of an event, unless somebody
    else speaks in it, may know of more."""
    if counts_a_toll(pair):
        return left.value > right.value or counts_a_toll(pair, MISSING)
    if events_of(pair) and setting.speaker(pair) > 0 and left.value > right.value:
        return True
    days = setting.days_apart(pair)
    return setting.speaker(pair) == 1.0 and days is not None and days >= 1
