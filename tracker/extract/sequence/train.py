"""Making a sequence model from marked articles.

Two trainings: the tagger on all articles, and the confidence of drafts on drafts from
articles that a tagger trained on the others has read; those drafts give the scores, too.
Both are deterministic: the same articles in the same order give the same bytes.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from tracker.extract.assemble import in_context
from tracker.extract.draft import Draft
from tracker.extract.reading import Reading, Sentence
from tracker.extract.sentence import draft_sentence, is_quoted, read_by_rules
from tracker.extract.sequence.confidence import RIGHT, WRONG, content_evidence, source_evidence
from tracker.extract.sequence.features import features
from tracker.extract.sequence.model import SequenceModel, Tagged
from tracker.extract.sequence.tags import encode
from tracker.model import Attribution, MarkedArticle, Span

FOLDS = 2
"""Parts of the articles: each is read by a tagger trained on the rest."""

FLOOR = 0.2
"""Confidence below which a draft outside quotation marks is left out.

On held-out articles of the marked sets F1 is flat from 0 to .45, and precision rises; on
US political news recall falls faster than precision rises from .2 on.
"""

_TAGGER = {
    "c1": 0.5,
    "c2": 0.1,
    "max_iterations": 120,
    "feature.minfreq": 2,
    "feature.possible_transitions": False,
}
_JUDGE = {"c1": 0.0, "c2": 1.0, "max_iterations": 100, "feature.minfreq": 4}

_SAME = 0.5
"""Dice coefficient from which a draft's content is a marked one, as in evaluation."""


class TooFew(ValueError):
    """There is too little in the marked articles to learn from."""


Example = tuple[list[list[str]], list[str]]
"""The features of each item of a sequence, and the tag of each."""


@dataclass(frozen=True, slots=True)
class Scores:
    """How drafts of held-out articles compare with the marks, sentence by sentence.

    A content is right when the Dice coefficient of its codepoints with a marked one is .5
    at least; `kept` and `right` count drafts from the floor of confidence on.
    """

    marked: int
    kept: int
    right: int

    @property
    def precision(self) -> float:
        """The share of right drafts, in [0, 1]."""
        return self.right / max(1, self.kept)

    @property
    def recall(self) -> float:
        """The share of marked attributions that were found, in [0, 1]."""
        return self.right / max(1, self.marked)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.kept + self.marked)


@dataclass(frozen=True, slots=True)
class Weights:
    """What a training makes: the bytes of tagger and judges, the floor, held-out scores.

    `judges` are those of content and of source.
    """

    tagger: bytes
    judges: tuple[bytes, bytes]
    floor: float
    scores: Scores

    def model(self) -> SequenceModel:
        """Return the model that reads with these weights."""
        return SequenceModel(self.tagger, self.judges, self.floor)


@dataclass(frozen=True, slots=True)
class _Judged:
    """One draft of a held-out article, with what speaks for its content and its source.

    `source_right` is None where nothing can be said: the content is not a marked one, or
    the draft has no source.
    """

    content: list[str]
    right: bool
    quoted: bool
    source: list[str]
    source_right: bool | None


def train(articles: Sequence[MarkedArticle], processes: int = 1) -> Weights:
    """Return the weights learnt from `articles`, on that many processes.

    Raises:
        TooFew: some cannot be held back, or there is nothing to learn from in a part.
    """
    if len(articles) < FOLDS:
        raise TooFew(f"{FOLDS} articles at least are needed, not {len(articles)}")
    folds = [articles[fold::FOLDS] for fold in range(FOLDS)]
    rests = [
        [article for at, article in enumerate(articles) if at % FOLDS != fold]
        for fold in range(FOLDS)
    ]
    tagger, *others = _in_parallel(fit_tagger, [articles, *rests], processes)
    nested = any(_is_nested(a, article) for article in articles for a in article.attributions)
    judged: list[_Judged] = []
    marked = 0
    for fold, weights in zip(folds, others, strict=True):
        model = SequenceModel(weights)
        for article in fold:
            drafts, count = _judge(article, model, nested=nested)
            judged += drafts
            marked += count
    contents = (([draft.content], [_label(draft.right)]) for draft in judged)
    sources = (
        ([draft.source], [_label(draft.source_right)])
        for draft in judged
        if draft.source_right is not None
    )
    judges = (fit(contents, _JUDGE), fit(sources, _JUDGE))
    scores = _scores(judged, marked, SequenceModel(tagger, judges))
    return Weights(tagger, judges, FLOOR, scores)


def _label(right: bool) -> str:
    return RIGHT if right else WRONG


def _in_parallel(
    function: Callable[[Sequence[MarkedArticle]], bytes],
    parts: Sequence[Sequence[MarkedArticle]],
    processes: int,
) -> list[bytes]:
    if processes == 1:
        return [function(part) for part in parts]
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(function, parts))


def _scores(judged: Sequence[_Judged], marked: int, model: SequenceModel) -> Scores:
    kept = [d for d in judged if d.quoted or model.chance_of_content(d.content) >= FLOOR]
    return Scores(marked, len(kept), sum(draft.right for draft in kept))


def fit_tagger(articles: Sequence[MarkedArticle], *, ruled: bool = True) -> bytes:
    """Return the weights of a tagger trained on the sentences of `articles`.

    One that is not `ruled` sees nothing of what the rules make of a sentence.
    """
    return fit((row for article in articles for row in _examples(article, ruled)), _TAGGER)


def fit(examples: Iterable[Example], settings: Mapping[str, object]) -> bytes:
    """Return the weights of a CRF trained on `examples`, in their order.

    Raises:
        TooFew: there are none.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    count = 0
    for items, tags in examples:
        trainer.append(pycrfsuite.ItemSequence(items), tags)
        count += 1
    if not count:
        raise TooFew("a part of them holds nothing to learn from")
    trainer.set_params(settings)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "weights")
        trainer.train(str(path))
        return path.read_bytes()


def _examples(article: MarkedArticle, ruled: bool) -> Iterator[Example]:
    """Yield each reviewed sentence of an article as the tagger learns it."""
    for sentence, around in in_context(Reading.of(article.text)):
        if not sentence.inside and _is_reviewed(sentence, article):
            drafts = read_by_rules(sentence, headline=around.headline) if ruled else None
            marked = list(_within(sentence, article.attributions))
            yield features(sentence, drafts, around), encode(sentence, marked)


def _judge(
    article: MarkedArticle, model: SequenceModel, *, nested: bool
) -> tuple[list[_Judged], int]:
    """Return the drafts of an article's reviewed sentences, and how many contents are marked.

    Where the marks leave out what stands inside another's content (`nested` is False),
    so are such drafts.
    """
    judged: list[_Judged] = []
    count = 0
    for sentence, around in in_context(Reading.of(article.text)):
        if sentence.inside or not _is_reviewed(sentence, article):
            continue
        drafts, tagged = draft_sentence(sentence, around, model)
        marked = [a for a in _within(sentence, article.attributions) if _content_in(sentence, a)]
        count += len(marked)
        right = _right(sentence, drafts, marked)
        for draft in drafts:
            if nested or not any(_stands_in(draft, other) for other in drafts):
                judged.append(
                    _judged(sentence, draft, drafts, tagged, right.get(id(draft)), marked)
                )
    return judged, count


def _judged(
    sentence: Sentence,
    draft: Draft,
    drafts: Sequence[Draft],
    tagged: Tagged,
    right: Attribution | None,
    marked: Sequence[Attribution],
) -> _Judged:
    support = tagged.support(draft)
    source_right = None
    if right is not None and draft.source is not None:
        source_right = _names(sentence.span(*draft.source), right, marked)
    return _Judged(
        content_evidence(sentence, draft, support),
        right is not None,
        is_quoted(sentence, draft),
        source_evidence(sentence, draft, support, drafts),
        source_right,
    )


def _names(source: Span, right: Attribution, marked: Sequence[Attribution]) -> bool:
    """Say whether printed words are the source of an attribution, or name the same person.

    "Bae said …, calling it …": the second may be marked as hers without words of its own.
    """
    if any(source.overlaps(span) for span in right.source):
        return True
    others = (a for a in marked if any(source.overlaps(span) for span in a.source))
    return right.who is not None and any(other.who == right.who for other in others)


def _is_reviewed(sentence: Sentence, article: MarkedArticle) -> bool:
    whole = sentence.span(0, len(sentence))
    return article.reviewed is None or any(whole.overlaps(span) for span in article.reviewed)


def _within(sentence: Sentence, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions some of which stands in the sentence."""
    whole = sentence.span(0, len(sentence))
    for attribution in attributions:
        if any(whole.overlaps(span) for span in (*attribution.cue, *attribution.content)):
            yield attribution


def _right(
    sentence: Sentence, drafts: Sequence[Draft], marked: Sequence[Attribution]
) -> dict[int, Attribution]:
    """Return, by id of the draft, the marked attribution it pairs with, likest first."""
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
    return {id(drafts[at]): marked[number] for at, number in right.items()}


def _likeness(sentence: Sentence, draft: Draft, attribution: Attribution) -> float:
    """Return the Dice coefficient, in codepoints, of two contents within the sentence."""
    ours = [sentence.span(*piece) for piece in draft.content]
    theirs = _content_in(sentence, attribution)
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in theirs)
    size = sum(span.end - span.start for span in (*ours, *theirs))
    return 2 * shared / max(1, size)


def _content_in(sentence: Sentence, attribution: Attribution) -> list[Span]:
    """Return what of a marked content stands in the sentence."""
    whole = sentence.span(0, len(sentence))
    return [
        Span(max(whole.start, span.start), min(whole.end, span.end))
        for span in attribution.content
        if whole.overlaps(span)
    ]


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
