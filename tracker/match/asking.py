"""Whether a person is asked about a pair that nothing holds apart and that is not linked."""

from tracker.match import setting
from tracker.match.bounds import LEAST_WORDS, LINK, SUGGEST
from tracker.match.events import in_one_breath
from tracker.match.pair import Pair
from tracker.match.sayings import (
    FEW_WORDS,
    SAME_WORDS_DAYS,
    are_alike_in_length,
    is_one_saying,
    may_be_translated_again,
    shorter,
)

SUGGEST_ON_OCCASION = 0.2
"""Probability from which a person is asked on one occasion, where who and when agree, so that
weaker wording will do."""

SUGGEST_TOLD_OTHERWISE = 0.3
"""The same where a named speaker's words share two that carry meaning, quoted or not. Of 11,668
pairs of one speaker in one article 49 have so much in common and are not suggested without it."""

SHARED_WORDS = 2
"""Words that carry meaning, in both, that make it worth asking about."""


def words_in_common(pair: Pair) -> int:
    """Return how many words that carry meaning the two share, in whatever form or as another word
    for the same."""
    return pair.shared + min(map(len, pair.likes))


def may_be_told_otherwise(pair: Pair, score: float) -> bool:
    """Say whether one named speaker may say one thing within two days in quite other words."""
    quoted = may_be_translated_again(pair) and shorter(pair) >= LEAST_WORDS
    if quoted and score >= SUGGEST_ON_OCCASION:
        return True
    return score >= SUGGEST_TOLD_OTHERWISE and _are_one_in_part(pair)


def _are_one_in_part(pair: Pair) -> bool:
    """Say whether one named speaker says two words of both within two days, in two places."""
    enough = words_in_common(pair) >= SHARED_WORDS
    return enough and is_one_saying(pair) and not in_one_breath(pair)


def is_worth_asking(pair: Pair, score: float) -> bool:
    """Say whether a text too short to link may be the same all the same. Of what a named speaker
    is quoted with on one occasion, a person is asked as of longer texts."""
    if score >= SUGGEST and shorter(pair) >= FEW_WORDS and may_be_translated_again(pair):
        return True
    if _are_one_in_part(pair):
        return True
    if shorter(pair) >= FEW_WORDS:
        return score >= LINK
    if score >= LINK and are_alike_in_length(pair) and may_be_translated_again(pair):
        return True
    days = setting.days_apart(pair)
    same_words = pair.left.printed == pair.right.printed and bool(pair.left.printed)
    return same_words and setting.speaker(pair) == 1.0 and (days or 0) <= SAME_WORDS_DAYS
