"""From the values of features to the probability that two claims are one."""

from collections.abc import Mapping
from math import exp

from tracker.match import setting, weights, weights_with_meaning
from tracker.match.nearness import meaning


def model_for(values: Mapping[str, float]) -> tuple[float, Mapping[str, float]]:
    """Return the log-odds to start from and the weights for a pair with these feature values.

    Words that a speaker is named for stay the same claim however they are cut, and events are
    compared as such; of bare reports, the one that says more tells of more. Where a model of
    sentences was asked, the words weigh otherwise beside it.
    """
    fitted = weights_with_meaning if meaning.__name__ in values else weights
    if values.get(setting.anchored.__name__, 1.0):
        return fitted.BIAS, fitted.WEIGHTS
    return fitted.BARE_BIAS, fitted.BARE_WEIGHTS


def probability(values: Mapping[str, float]) -> float:
    """Return the probability, in [0, 1], that the model gives to these feature values."""
    bias, weighed = model_for(values)
    odds = bias + sum(weight * values[name] for name, weight in weighed.items())
    return 1 / (1 + exp(-odds))


def at_best(values: Mapping[str, float]) -> float:
    """Return the probability if a model of sentences found the two to be the same."""
    return probability({**values, meaning.__name__: 1.0})
