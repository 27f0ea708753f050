"""How sure a draft is: the evidence for its content and its source, for two judges.

A judge is a CRF over sequences of one item, which is logistic regression. Both are
trained on drafts from articles that the tagger behind them has not seen, so that the
probability of the one is the share of such drafts that people marked, and of the other
the share whose source is the marked one.

The tagger's view tells even where a rule found the source: of rules' sources to which it
gave less than .1 on held-out articles, .35 were the marked ones, above .9 it was .94.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.extract.draft import Draft
from tracker.extract.lexicon import FORMS
from tracker.extract.reading import Sentence
from tracker.extract.sequence.features import word_class
from tracker.text.sentences import QUOTED

RIGHT = "right"
WRONG = "wrong"

_EDGES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98)
_LENGTHS = (2, 4, 8, 16, 32)


@dataclass(frozen=True, slots=True)
class Support:
    """Probabilities in [0, 1] that the sequence model gives to the parts of a draft.

    `cue` is that of its likeliest word, `first` and `last` those of the content's outer
    words, `source` that of the source's last word; None for a part that is not there.
    """

    cue: float | None
    first: float
    last: float
    source: float | None


def content_evidence(sentence: Sentence, draft: Draft, support: Support) -> list[str]:
    """Return what speaks for and against a draft's being an attribution."""
    content = draft.content
    cue = _level(support.cue)
    edges = f"{_level(min(support.first, support.last))}"
    quoted = any(sentence.low[at] == QUOTED for first, last in content for at in range(first, last))
    length = sum(last - first for first, last in content)
    found = [
        "b",
        f"rule={draft.rule}",
        f"cue={cue}",
        f"rule|cue={draft.rule}|{cue}",
        f"edges={edges}",
        f"cue|edges={cue}|{edges}",
        f"source={_level(support.source)}",
        f"quoted={quoted}",
        f"rule|quoted={draft.rule}|{quoted}",
        f"length={sum(length >= step for step in _LENGTHS)}",
        f"act={draft.act}",
        f"inside={sentence.inside}",
        f"opens={_class(sentence, draft.first)}",
        *(f"lemma={lemma}" for lemma in _lemmas(sentence, draft)),
    ]
    if draft.source is not None:
        found.append(f"who={_class(sentence, draft.source[1] - 1)}")
    return found


def source_evidence(
    sentence: Sentence, draft: Draft, support: Support, others: Iterable[Draft]
) -> list[str]:
    """Return what speaks for and against a draft's source; [] of one without.

    `others` are the drafts of the sentence, which may share the source ("said …, adding …").
    """
    if draft.source is None:
        return []
    first, last = draft.source
    source, cue = _level(support.source), _level(support.cue)
    gap, form = "-", "-"
    if draft.cue is not None:
        gap = str(max(draft.cue[0] - last, first - draft.cue[1]))
        form = "ing" if sentence.low[draft.cue[0]].endswith("ing") else "finite"
    shared = any(other is not draft and other.source == draft.source for other in others)
    return [
        "b",
        f"source={source}",
        f"rule={draft.rule}",
        f"rule|source={draft.rule}|{source}",
        f"source|cue={source}|{cue}",
        f"gap={gap if len(gap) < 2 else '+'}",
        f"shared|form={shared}|{form}",
        f"shared|source={shared}|{source}",
        f"before={draft.cue is not None and last <= draft.cue[0]}",
        f"opens={first == 0}",
        f"length={sum(last - first >= step for step in _LENGTHS)}",
        f"head={_class(sentence, last - 1)}",
        f"first={sentence.low[first]}",
        *(f"lemma={lemma}" for lemma in _lemmas(sentence, draft)),
    ]


def _level(chance: float | None) -> str:
    """Return a probability as the number of edges it reaches, "-" for None."""
    return "-" if chance is None else str(sum(chance >= edge for edge in _EDGES))


def _class(sentence: Sentence, at: int) -> str:
    return word_class(sentence.low[at], sentence.tokens[at].text)


def _lemmas(sentence: Sentence, draft: Draft) -> list[str]:
    """Return the verbs of the cue, or its last word where it has none."""
    if draft.cue is None:
        return []
    words = [sentence.low[at] for at in range(*draft.cue)]
    return [FORMS[word][0][0].lemma for word in words if word in FORMS] or words[-1:]
