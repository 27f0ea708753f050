"""How near stored claims are to what somebody asks: what they are ranked by."""

from collections.abc import Callable, Sequence

from tracker.match import features, setting
from tracker.match.nearness import MEANT, told
from tracker.match.pair import Pair, Rarity
from tracker.match.prepare import prepare
from tracker.match.rarity import rarity as rarity_in_news
from tracker.model import Claim, Meaning


def nearness(
    asked: Claim,
    claims: Sequence[Claim],
    rarity: Rarity = rarity_in_news,
    model: Meaning | None = None,
) -> list[float]:
    """Return how near each claim is to what is asked, headlines included: the more the nearer.

    Headlines are read of the `HEADED` likeliest alone: they never raised another among the best.
    """
    near = [likeness(asked, claim, rarity, model) for claim in claims]
    for at in sorted(range(len(near)), key=near.__getitem__, reverse=True)[:HEADED]:
        near[at] += HEADLINE * around(Pair(prepare(asked), prepare(claims[at]), rarity))
    return near


HEADED, HEADLINE = 20, 0.2
"""How many claims' headlines are read, and what one counts beside the likeness."""


def likeness(
    left: Claim, right: Claim, rarity: Rarity = rarity_in_news, model: Meaning | None = None
) -> float:
    """Return how near `right` is to what `left` says, in [0, 1], its headline left aside.

    Unlike the score it does not ask whether the two are one claim: what contradicts a claim
    is near to it, and so is what says half of it.
    """
    pair = Pair(prepare(left), prepare(right), rarity, model)
    weighed = NEARNESS if model is None else (*NEARNESS, (told, MEANT))
    return sum(weight * feature(pair) for feature, weight in weighed) / sum(w for _, w in weighed)


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
    (setting.speaker, 0.8),
    (features.spelling, 0.7),
    (features.found, 0.5),
    (setting.date, 0.5),
    (features.whole_spelling, 0.5),
    (features.neighbours, 0.4),
)
"""What ranks claims, and how much each counts. Chosen by hand on lists of fact-checked claims,
where it ranks as well as a model fitted to them. Days count where whoever asks gives one."""
