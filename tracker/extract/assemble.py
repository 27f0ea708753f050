"""From drafts in sentences to statements in an article: offsets, types, order, nesting."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.extract.confidence import confidence_of
from tracker.extract.draft import Draft, Relay
from tracker.extract.editorial import find_editorial
from tracker.extract.laid_out import join_layout, post_statements, turn_statements
from tracker.extract.phrases import Range
from tracker.extract.proform import points_elsewhere
from tracker.extract.reading import Reading, Sentence
from tracker.extract.sentence import read_sentence
from tracker.extract.sequence.features import Around
from tracker.extract.sequence.model import SequenceModel
from tracker.extract.silence import keeps_silent
from tracker.model import AgentKind, Hop, HopRole, Span, Statement, kind_of
from tracker.text.sentences import QUOTED

_HEADLINES = 1
"""Paragraphs at the head in which "Name: words" without quotation marks is a statement."""

_MARKS = frozenset(["“", "”", "„", '"', "«", "»", "``", "''"])
_ARTICLES = ("the ", "a ", "an ")


def assemble(reading: Reading, model: SequenceModel | None) -> list[Statement]:
    """Return all statements of a text, in order of their content, parents first."""
    found = turn_statements(reading) + post_statements(reading)
    for sentence, around in in_context(reading):
        for draft in read_sentence(sentence, around, model):
            if sentence.inside and draft.cue is None:
                continue
            if keeps_silent(sentence, draft) or points_elsewhere(sentence, draft):
                continue
            found.append(_statement(reading, sentence, draft))
    found.sort(key=lambda statement: (statement.content[0].start, -statement.content[-1].end))
    return _nested(_distinct(found))


def in_context(reading: Reading) -> Iterator[tuple[Sentence, Around]]:
    """Yield the sentences of a text, inner ones last, with what stands around each."""
    before: Sentence | None = None
    for sentence in join_layout(reading.sentences) + reading.inner_sentences():
        after_quotation = (
            before is not None
            and before.paragraph == sentence.paragraph
            and QUOTED in (before.low[0], before.low[-1])
        )
        yield sentence, Around(sentence.paragraph < _HEADLINES, after_quotation)
        before = sentence


def _statement(reading: Reading, sentence: Sentence, draft: Draft) -> Statement:
    content = tuple(sentence.span(*_without_strays(sentence, piece)) for piece in draft.content)
    named = draft.source and any(map(sentence.is_word, range(*draft.source)))
    type_ = reading.type_of(content)
    return Statement(
        kind=kind_of(type_, None),
        type=type_,
        act=draft.act,
        content=content,
        source=sentence.span(*draft.source) if draft.source and named else None,
        cue=sentence.span(*draft.cue) if draft.cue else None,
        chain=tuple(_hop(reading, sentence, relay) for relay in draft.relays),
        editorial=find_editorial(reading.text, content, reading.quoted_in(content)),
        rule=draft.rule,
        confidence=_confidence(sentence, draft),
        source_confidence=draft.source_confidence,
    )


def _confidence(sentence: Sentence, draft: Draft) -> float:
    if draft.confidence is not None:
        return draft.confidence
    return confidence_of(draft.rule, inside=sentence.inside)


def _without_strays(sentence: Sentence, piece: Range) -> Range:
    """Return a piece without a mark at its edge that belongs to no quotation."""
    first, last = piece
    while first < last - 1 and sentence.tokens[first].text in _MARKS:
        first += 1
    while first < last - 1 and sentence.tokens[last - 1].text in _MARKS:
        last -= 1
    return first, last


def _hop(reading: Reading, sentence: Sentence, relay: Relay) -> Hop:
    span = sentence.span(*relay.agent)
    words = " ".join(span.of(reading.text).split())
    for article in _ARTICLES:
        if words.lower().startswith(article):
            span = Span(span.start + len(article), span.end)
            words = words[len(article) :]
    return Hop(
        position=relay.position,
        agent=words,
        role=HopRole.RELAY,
        kind=AgentKind.ORGANIZATION if relay.shown else AgentKind.GROUP,
        span=span,
        cue=sentence.span(*relay.cue) if relay.cue else None,
    )


def _distinct(statements: list[Statement]) -> list[Statement]:
    """Return the statements without second readings of the same cue or the same content."""
    kept: list[Statement] = []
    cues: set[Span] = set()
    contents: set[tuple[tuple[Span, ...], Span | None]] = set()
    for statement in statements:
        if statement.cue in cues or (statement.content, statement.source) in contents:
            continue
        if statement.cue is not None:
            cues.add(statement.cue)
        contents.add((statement.content, statement.source))
        kept.append(statement)
    return kept


def _nested(statements: list[Statement]) -> list[Statement]:
    """Return the statements with the index of the smallest one that holds each."""
    result: list[Statement] = []
    open_: list[int] = []
    for index, statement in enumerate(statements):
        start = statement.content[0].start
        open_ = [i for i in open_ if result[i].content[-1].end > start]
        parent = next((i for i in reversed(open_) if _holds(result[i], statement)), None)
        result.append(replace(statement, parent=parent))
        open_.append(index)
    return result


def _holds(outer: Statement, inner: Statement) -> bool:
    """Say whether all of `inner`, its cue too, stands in a piece of `outer`'s content."""
    pieces = (*inner.content, *((inner.cue,) if inner.cue else ()))
    return all(any(own.contains(piece) for own in outer.content) for piece in pieces)
