"""How sure a speaker is, by how it was found and by who else could be meant.

The figures are shares of right speakers in our own annotated articles, gold spans in
(benchmarks/speakers.py). Of first persons 28 were seen, of clauses 15, of bodies 7, of
relatives 5: too few, so that they get the share of all that are named (.98) less .04.
"""

from collections.abc import Mapping
from dataclasses import replace

from tracker.resolve.outcome import Outcome

THRESHOLD = 0.9
"""Below this a speaker stays blank and is only proposed.

Pronouns for the last speaker who has less than 0.6 of the weight of everybody within
reach were right 6 times in 9, the others 429 times in 436: only the first fall under it.
"""

SURE_SOURCE = 0.45
SURE_ALONE = 0.9
"""Probability of the printed source below which its speaker is only proposed: of one that a
rule found, and of one that the sequence model found alone. Of the latter .89 were the
marked ones on articles it had not seen, from .9 on .95; of the rules' .95 and more.
"""

ALONE = "sequence model"
"""The rule under which extraction hands over what only the sequence model found."""

_FOUND = {
    "full name": 0.98,
    "short name": 0.98,
    "description": 0.92,
    "document of a named maker": 0.93,
    "continuation": 0.96,
    "pronoun: last body": 0.94,
    "pronoun: relative": 0.94,
    "pronoun: relative, behind a description": 0.94,
    "pronoun: first person": 0.94,
    "pronoun: speaker of the clause": 0.94,
}

_PRONOUNS: Mapping[str, tuple[tuple[float, float], ...]] = {
    "pronoun: last speaker": ((0.9, 0.99), (0.8, 0.98), (0.6, 0.92), (0.0, 0.67)),
    "pronoun: subject": ((0.9, 0.99), (0.5, 0.96), (0.0, 0.5)),
}
"""(share of the weight from which, right among those), highest share first."""

_PROPOSED = {
    "unsure: follows an unnamed source": 0.8,
    "unsure: a nearer name also fits": 0.8,
    "unsure: two candidates": 0.76,
    "unsure: nobody in focus": 0.55,
}
"""How often the heaviest candidate was right where the rules found nobody."""

_OTHERWISE = 0.5


def certainty(outcome: Outcome) -> float | None:
    """Return how sure the found or proposed speaker is, in [0, 1].

    None where nobody is meant: no source, one without a name, or several at once. 0
    where somebody is meant and nobody can be proposed.
    """
    if outcome.entry is not None:
        return _found(outcome)
    if outcome.proposed is not None:
        if outcome.certain is not None:
            return outcome.certain
        return _PROPOSED.get(outcome.reason, _OTHERWISE)
    return 0.0 if outcome.reason.startswith("unsure") and not outcome.joint else None


def settle(outcome: Outcome) -> Outcome:
    """Return an outcome with its certainty, its speaker only proposed below the threshold."""
    sure = certainty(outcome)
    if outcome.entry is None or sure is None or sure >= THRESHOLD:
        return replace(outcome, certain=sure)
    return Outcome(f"unsure: {outcome.reason}", proposed=outcome.entry, certain=sure)


def weigh_source(outcome: Outcome, source: float | None, rule: str) -> Outcome:
    """Return a settled outcome in view of how sure the printed source is, in [0, 1].

    Whom a doubtful source names is only proposed.
    """
    if source is None or outcome.certain is None:
        return outcome
    sure = outcome.certain * source
    if outcome.entry is None or source >= (SURE_ALONE if rule == ALONE else SURE_SOURCE):
        return replace(outcome, certain=sure)
    return Outcome("unsure: doubtful source", proposed=outcome.entry, certain=sure)


def _found(outcome: Outcome) -> float:
    if outcome.certain is not None:
        return outcome.certain
    for least, sure in _PRONOUNS.get(outcome.reason, ()):
        if outcome.share >= least:
            return sure
    return _FOUND.get(outcome.reason, THRESHOLD)
