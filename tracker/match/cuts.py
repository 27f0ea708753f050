"""Whether one side is a plain cut of the other's words."""

from tracker.match import setting
from tracker.match.bounds import LEAST_WORDS
from tracker.match.pair import NEAR, Pair
from tracker.match.relations import link_relation
from tracker.match.sayings import SAME_WORDS_DAYS, are_quoted, shorter
from tracker.model import LinkRelation

CUT_CONTENT = 2
CUT_WORDS = 8
"""Content words, and words of any kind with the content words counted twice, in a plain cut that
is linked though it has fewer content words: six with two of content, five with three."""

CUT_KEPT = 0.5
"""Share of the words between its ends that a plain cut keeps: what an ellipsis leaves out beyond
that may turn the rest round."""

QUOTED_RUN = 8
"""Words in a row in a plain cut of five content words that is linked though one side does not say
who speaks. So long a run was the same quotation in 52 of 53 pairs."""

SURE_RUN = 11
"""Words in a row, of any kind, with which a text of three or four content words is linked to what
the same named speaker said, on whatever day: so long a run was the same quotation in 44 of 44
pairs."""


def is_cut(pair: Pair) -> bool:
    """Say whether one side is a plain cut of the other's words, by the same named speaker or,
    of more words, by one whom only one side names.

    So short a cut is not taken for the same words on any occasion, but on one.
    """
    speaker, least, days = setting.speaker(pair), shorter(pair), setting.days_apart(pair)
    if speaker < setting.UNKNOWN or pair.coverage < NEAR or pair.closeness < CUT_KEPT:
        return False
    if speaker < 1.0 and not (least >= LEAST_WORDS and _are_one_quotation(pair)):
        return False
    if least < CUT_CONTENT or pair.every_word.matched + least < CUT_WORDS:
        return False
    if least < LEAST_WORDS and (days or 0) > SAME_WORDS_DAYS:
        return False
    return link_relation(pair) in (LinkRelation.VERBATIM, LinkRelation.EXCERPT)


def _are_one_quotation(pair: Pair) -> bool:
    """Say whether both quote somebody, whom one side names, in so many words in a row, or in a
    few rows, that they quote the same. Others' words in indirect speech may be anybody's."""
    words = pair.every_word
    named = any(claim.speaker for claim in (pair.left.claim, pair.right.claim))
    return (
        named
        and are_quoted(pair)
        and (words.longest_run >= QUOTED_RUN or words.matched >= SURE_RUN)
    )
