"""From features and gates to one outcome.

The score is the probability that two claims are one, by a logistic model over the
features. The weights were fitted by `benchmarks/fit_weights.py` on pairs made from
the project's own annotated articles (`benchmarks/matching.py` measures them on
others'). Then the gates decide: a pair with any difference is never linked.
"""

from collections.abc import Mapping

from tracker.match import features, setting
from tracker.match.asking import (
    SHARED_WORDS,
    SUGGEST_ON_OCCASION,
    is_worth_asking,
    may_be_told_otherwise,
    words_in_common,
)
from tracker.match.bounds import LEAST_WORDS, LINK, SUGGEST
from tracker.match.cuts import SURE_RUN, is_cut
from tracker.match.events import in_one_breath, is_one_event, same_dates, same_event
from tracker.match.facts import is_undated, measure_facts
from tracker.match.features import measure
from tracker.match.gates import FIRM, find_differences
from tracker.match.gates.figures import same_figures
from tracker.match.gates.turning_words import meets_its_opposite
from tracker.match.nearness import SUPPORT, is_retold, meaning
from tracker.match.odds import at_best, probability
from tracker.match.pair import Pair, Rarity
from tracker.match.prepare import prepare
from tracker.match.rarity import rarity as rarity_in_news
from tracker.match.recount import counts_one_thing
from tracker.match.relations import (
    answers,
    claim_relation,
    denies,
    gives_rival_figures,
    is_soon_answered,
    is_turned_round,
    link_relation,
)
from tracker.match.replacements import ends_otherwise, has_a_name_replaced, has_words_replaced
from tracker.match.sayings import (
    FEW_WORDS,
    is_one_short_saying,
    is_quoted,
    is_said_otherwise,
    is_translated_again,
    may_be_said_again,
    shorter,
)
from tracker.match.telling import shares_only_names
from tracker.model import Claim, Comparison, Decision, Difference, Meaning
from tracker.text.counts import count

MATCHER_NAME = "wording"
MATCHER_VERSION = "7"

DENIAL = 0.35
"""Probability from which a denial is held against what it may deny: "the report that … is
false" has words of its own."""

_FIRM = frozenset(gate.__name__ for gate in FIRM)


def content_word_count(text: str) -> int:
    """Return how many words of `text` carry meaning, an editor's words left out."""
    return len(prepare(Claim(text)).content)


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that carry meaning."""
    return prepare(Claim(text)).bag


def compare(
    left: Claim,
    right: Claim,
    rarity: Rarity = rarity_in_news,
    model: Meaning | None = None,
    to_show: bool = False,
    one_story: bool = False,
) -> Comparison:
    """Return how `left`, the later claim, compares with `right`.

    `rarity` gives a stem's weight, in nats: its rarity in news if nothing else is given.
    Each text is worked through once and kept, so that comparing one claim with many is
    cheap. A `model` of sentences is asked where its answer can matter, and always `to_show`.
    `one_story` says that the two articles are known to tell of one story.
    """
    pair = Pair(prepare(left), prepare(right), rarity, model, one_story)
    values = {**measure(pair), **measure_facts(pair)}
    worded = score = probability(values)
    least = _least_score(pair)
    if model is not None and (to_show or setting.occasion(pair) or at_best(values) >= least):
        values[meaning.__name__] = meaning(pair)
        score = probability(values)
    retold = is_retold(pair, values.get(meaning.__name__, 0.0)) and shorter(pair) >= SHARED_WORDS
    if score < least and not retold:
        return Comparison(score, Decision.NONE, features=values)
    differences = find_differences(pair)
    if differences:
        return _different(pair, score, values, differences)
    decision = _decide(pair, score if worded >= SUPPORT else min(score, SUGGEST))
    opposed = decision is Decision.LINK and meets_its_opposite(pair)
    if opposed or (decision is Decision.NONE and retold):
        decision = Decision.SUGGEST
    relation = None if decision is Decision.NONE else link_relation(pair)
    would_do = opposed or (score >= LINK and decision is not Decision.LINK)
    held_back = _held_back(pair, worded) if would_do else ""
    return Comparison(score, decision, relation, features=values, held_back=held_back)


def _least_score(pair: Pair) -> float:
    """Return the score below which a pair is not looked at any further."""
    if same_event(pair) or _are_rivals(pair) or _is_one_count(pair):
        return 0.0
    if _is_denial(pair):
        return DENIAL
    long_enough = shorter(pair) >= LEAST_WORDS or words_in_common(pair) >= SHARED_WORDS
    return SUGGEST_ON_OCCASION if long_enough and setting.occasion(pair) else SUGGEST


def _different(
    pair: Pair,
    score: float,
    values: Mapping[str, float],
    differences: tuple[Difference, ...],
) -> Comparison:
    """Return the outcome for a pair that a gate holds apart."""
    denial = _is_denial(pair)
    much = score >= SUGGEST and pair.shared >= FEW_WORDS
    few = not denial or (much and is_soon_answered(pair))
    long_enough = shorter(pair) >= (FEW_WORDS if few else LEAST_WORDS)
    turned = any(difference.gate in ("negation", "polarity") for difference in differences)
    alike = (long_enough or (turned and is_turned_round(pair))) and score >= (
        DENIAL if denial else SUGGEST
    )
    concerned = alike or same_event(pair) or _are_rivals(pair)
    related = claim_relation(pair, differences) if concerned else None
    firm = any(difference.gate in _FIRM for difference in differences)
    enough = shorter(pair) >= LEAST_WORDS or is_worth_asking(pair, score)
    suggested = not firm and score >= SUGGEST and enough
    return Comparison(
        score,
        Decision.SUGGEST if suggested else Decision.NONE,
        link_relation(pair) if suggested else None,
        related[0] if related else None,
        related[1] if related else None,
        differences,
        values,
    )


def _are_rivals(pair: Pair) -> bool:
    """Say whether the two must be held against each other however unlike they are worded."""
    return gives_rival_figures(pair) or answers(pair) or counts_one_thing(pair)


def _decide(pair: Pair, score: float) -> Decision:
    """Return what to do with a pair that no gate holds apart."""
    if pair.left.claim.denied != pair.right.claim.denied:
        return Decision.SUGGEST if score >= SUGGEST else Decision.NONE
    if may_be_said_again(pair):
        return Decision.SUGGEST if score >= SUGGEST else Decision.NONE
    if is_cut(pair):
        return Decision.LINK
    if has_a_name_replaced(pair) or ends_otherwise(pair) or has_words_replaced(pair):
        return Decision.SUGGEST if score >= SUGGEST else Decision.NONE
    if is_translated_again(pair):
        return Decision.LINK
    if score < SUGGEST:
        likely = may_be_told_otherwise(pair, score) or _is_one_count(pair)
        return Decision.SUGGEST if likely else Decision.NONE
    if shorter(pair) < LEAST_WORDS:
        return _decide_on_few_words(pair, score)
    if is_undated(pair):
        return Decision.SUGGEST
    if is_said_otherwise(pair, score):
        return Decision.LINK
    sure = score >= LINK and _speaker_is_sure(pair) and not _is_of_names(pair)
    return Decision.LINK if sure else Decision.SUGGEST


def _decide_on_few_words(pair: Pair, score: float) -> Decision:
    """Return what to do with a text that as a rule is too short to link."""
    if score >= LINK and not is_undated(pair):
        long_run = pair.every_word.longest_run >= SURE_RUN and setting.speaker(pair) == 1.0
        if (long_run and shorter(pair) >= FEW_WORDS) or is_one_short_saying(pair, score):
            return Decision.LINK
        if shorter(pair) >= FEW_WORDS and is_quoted(pair) and is_said_otherwise(pair, score):
            return Decision.LINK
    return Decision.SUGGEST if is_worth_asking(pair, score) else Decision.NONE


def _held_back(pair: Pair, worded: float) -> str:
    """Return why a pair without a difference is not linked though its score would do."""
    if pair.left.claim.denied != pair.right.claim.denied:
        return "one side is said, the other denied"
    if may_be_said_again(pair):
        return "the words point at the moment, and were printed days apart"
    if has_a_name_replaced(pair):
        return "where one side has a name or a figure, the other has other words"
    if ends_otherwise(pair):
        return "each begins or ends with words for which the other has none"
    if meets_its_opposite(pair):
        return "a word of the one is the opposite of a word of the other"
    if has_words_replaced(pair):
        return "one word stands for another that may say something else"
    if worded < SUPPORT:
        return "the two are near in meaning, and their words alone would not do"
    if shorter(pair) < LEAST_WORDS:
        few, many = "word that carries meaning", "words that carry meaning"
        return f"{count(shorter(pair), few, many)} on the shorter side: too few to tell"
    if is_undated(pair):
        return "one side does not say on which day the event was"
    if _is_of_names(pair):
        return "the two share names, and hardly a word of what is told of them"
    return "it is not known that one and the same speaks"


def _is_denial(pair: Pair) -> bool:
    return denies(pair.left) or pair.right.claim.denied


def _is_one_count(pair: Pair) -> bool:
    """Say whether both give the same figure for one event of the same days."""
    if not same_dates(pair) or not same_figures(pair):
        return False
    return same_event(pair) or (is_one_event(pair) and not in_one_breath(pair))


def _speaker_is_sure(pair: Pair) -> bool:
    """Say whether enough is known of the speakers to link without a person."""
    same = setting.speaker(pair)
    if same == 1.0:
        return True
    nobody = not pair.left.claim.speaker and not pair.right.claim.speaker
    if nobody and same_event(pair):
        return True
    return pair.content.longest_run >= features.RUN


def _is_of_names(pair: Pair) -> bool:
    """Say whether the two are alike by the names in them alone; two reports of one event of one
    day are compared as such."""
    return shares_only_names(pair) and not same_event(pair)
