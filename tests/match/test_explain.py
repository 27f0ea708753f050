"""What is said of a score: the features that make most of it."""

from tests.match.claims import quote
from tracker import match


def test_the_strongest_features_are_those_that_add_most() -> None:
    one = quote("The northern channel will be dredged before the winter storms arrive.")
    comparison = match.compare(one, one)
    adds = {row.name: row.adds or 0.0 for row in match.explain(comparison)}
    named = match.strongest(comparison.features, 3)
    assert len(named) == 3
    assert [adds[name] for name in named] == sorted(map(abs, adds.values()), reverse=True)[:3]


def test_a_feature_that_adds_nothing_is_not_named() -> None:
    assert match.strongest({"speaker": 0.0, "no_such_feature": 1.0}, 3) == []
