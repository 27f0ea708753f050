"""Making a sequence model from marked articles.

Two trainings: the tagger on all articles, and the confidence of drafts on drafts from
articles that a tagger trained on the others has read. Both are deterministic: the same
articles in the same order give the same bytes.
"""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from tracker.extract.assemble import in_context
from tracker.extract.draft import Draft
from tracker.extract.reading import Reading, Sentence
from tracker.extract.sentence import draft_sentence, read_by_rules
from tracker.extract.sequence.confidence import RIGHT, WRONG, evidence
from tracker.extract.sequence.features import features
from tracker.extract.sequence.model import SequenceModel
from tracker.extract.sequence.tags import encode
from tracker.model import Attribution, MarkedArticle, Span

FOLDS = 2
"""Parts of the articles: each is read by a tagger trained on the rest."""

_TAGGER = {
    "c1": 0.1,
    "c2": 0.05,
    "max_iterations": 120,
    "feature.minfreq": 2,
    "feature.possible_transitions": False,
}
_CONFIDENCE = {"c1": 0.0, "c2": 1.0, "max_iterations": 100, "feature.minfreq": 4}

_SAME = 0.5
"""Dice coefficient from which a draft's content is a marked one, as in evaluation."""

Example = tuple[list[list[str]], list[str]]
"""The features of each item of a sequence, and the tag of each."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a training makes: the bytes of both models, and the floor of confidence."""

    tagger: bytes
    confidence: bytes
    floor: float

    def model(self) -> SequenceModel:
        """Return the model that reads with these weights."""
        return SequenceModel(self.tagger, self.confidence, self.floor)


def train(articles: Sequence[MarkedArticle]) -> Weights:
    """Return the weights learnt from `articles`.

    Raises:
        ValueError: there are too few articles to hold some back.
    """
    if len(articles) < FOLDS:
        raise ValueError(f"{FOLDS} articles at least are needed, not {len(articles)}")
    nested = any(_is_nested(a, article) for article in articles for a in article.attributions)
    examples = [list(_examples(article)) for article in articles]
    judged: list[Example] = []
    for fold in range(FOLDS):
        rest = [rows for at, rows in enumerate(examples) if at % FOLDS != fold]
        model = SequenceModel(fit((row for rows in rest for row in rows), _TAGGER))
        for article in articles[fold::FOLDS]:
            judged += _judged(article, model, nested=nested)
    confidence = fit(judged, _CONFIDENCE)
    tagger = fit((row for rows in examples for row in rows), _TAGGER)
    return Weights(tagger, confidence, 0.35)


def fit(examples: Iterable[Example], settings: Mapping[str, object]) -> bytes:
    """Return the weights of a CRF trained on `examples`, in their order."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for items, tags in examples:
        trainer.append(pycrfsuite.ItemSequence(items), tags)
    trainer.set_params(settings)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "weights")
        trainer.train(str(path))
        return path.read_bytes()


def _examples(article: MarkedArticle) -> Iterator[Example]:
    """Yield each sentence of an article as the tagger learns it."""
    for sentence, around in in_context(Reading.of(article.text).sentences):
        drafts = read_by_rules(sentence, headline=around.headline)
        marked = list(_within(sentence, article.attributions))
        yield features(sentence, drafts, around), encode(sentence, marked)


def _judged(article: MarkedArticle, model: SequenceModel, *, nested: bool) -> Iterator[Example]:
    """Yield each draft of an article as evidence with whether people marked it.

    Where the marks leave out what stands inside another's content (`nested` is False),
    so are such drafts.
    """
    for sentence, around in in_context(Reading.of(article.text).sentences):
        drafts, tagged = draft_sentence(sentence, around, model)
        right = _right(sentence, drafts, list(_within(sentence, article.attributions)))
        for draft in drafts:
            if nested or not any(_stands_in(draft, other) for other in drafts):
                label = RIGHT if id(draft) in right else WRONG
                yield [evidence(sentence, draft, tagged.support(draft))], [label]


def _within(sentence: Sentence, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions some of which stands in the sentence."""
    whole = sentence.span(0, len(sentence))
    for attribution in attributions:
        if any(whole.overlaps(span) for span in (*attribution.cue, *attribution.content)):
            yield attribution


def _right(sentence: Sentence, drafts: Sequence[Draft], marked: Sequence[Attribution]) -> set[int]:
    """Return the ids of the drafts that pair one to one with a marked content, likest first."""
    pairs = sorted(
        (
            (_likeness(sentence, draft, attribution), -at, -number)
            for at, draft in enumerate(drafts)
            for number, attribution in enumerate(marked)
        ),
        reverse=True,
    )
    taken: set[int] = set()
    right: dict[int, int] = {}
    for likeness, at, number in pairs:
        if likeness >= _SAME and -at not in right and -number not in taken:
            taken.add(-number)
            right[-at] = -number
    return {id(drafts[at]) for at in right}


def _likeness(sentence: Sentence, draft: Draft, attribution: Attribution) -> float:
    """Return the Dice coefficient, in codepoints, of two contents within the sentence."""
    whole = sentence.span(0, len(sentence))
    ours = [sentence.span(*piece) for piece in draft.content]
    theirs = [
        Span(max(whole.start, span.start), min(whole.end, span.end))
        for span in attribution.content
        if whole.overlaps(span)
    ]
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in theirs)
    size = sum(span.end - span.start for span in (*ours, *theirs))
    return 2 * shared / max(1, size)


def _stands_in(inner: Draft, outer: Draft) -> bool:
    return inner is not outer and any(
        first <= inner.first and inner.last <= last and (first, last) != inner.content[0]
        for first, last in outer.content
    )


def _is_nested(attribution: Attribution, article: MarkedArticle) -> bool:
    return any(
        other is not attribution and piece.contains(attribution.content[0])
        for other in article.attributions
        for piece in other.content
    )
