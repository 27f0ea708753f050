"""How near a stored claim is to what somebody asks: what claims are ranked by."""

from collections.abc import Callable

from tracker.match import features, setting
from tracker.match.nearness import MEANT, told
from tracker.match.pair import Pair, Rarity
from tracker.match.prepare import prepare
from tracker.match.rarity import rarity as rarity_in_news
from tracker.model import Claim, Meaning


def likeness(
    left: Claim, right: Claim, rarity: Rarity = rarity_in_news, model: Meaning | None = None
) -> float:
    """Return how near `right` is to what `left` says, in [0, 1], to rank claims by.

    Unlike the score it does not ask whether the two are one claim: what contradicts a claim
    is near to it, and so is what says half of it, or what a headline puts in those words.
    """
    pair = Pair(prepare(left), prepare(right), rarity, model)
    nearness = NEARNESS if model is None else (*NEARNESS, (told, MEANT))
    return sum(weight * feature(pair) for feature, weight in nearness) / sum(w for _, w in nearness)


def around(pair: Pair) -> float:
    """Words of the left that the headline over the right has, by rarity, as a share of both; of
    a claim that no headline stands over, the words that it came with."""
    claim = pair.right.claim
    beside = claim.headline or claim.context.replace(claim.text, "")
    if not beside:
        return 0.0
    told_there, asked = prepare(Claim(beside)).counts, pair.left.counts
    both = pair.weight(pair.left.content) + pair.weight(tuple(told_there.elements()))
    shared = pair.weight(tuple((asked & told_there).elements()))
    return 2 * shared / both if both else 0.0


NEARNESS: tuple[tuple[Callable[[Pair], float], float], ...] = (
    (features.evidence, 2.0),
    (features.fullness, 1.5),
    (around, 1.4),
    (setting.speaker, 0.8),
    (features.spelling, 0.7),
    (features.found, 0.5),
    (setting.date, 0.5),
    (features.whole_spelling, 0.5),
    (features.neighbours, 0.4),
)
"""What ranks claims, and how much each counts. Chosen by hand on lists of fact-checked claims,
where it ranks as well as a model fitted to them. Days count where whoever asks gives one."""
