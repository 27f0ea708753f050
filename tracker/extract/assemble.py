"""From drafts in sentences to statements in an article: offsets, types, order, nesting."""

from dataclasses import replace

from tracker.extract.confidence import confidence_of
from tracker.extract.draft import Draft, Relay
from tracker.extract.editorial import find_editorial
from tracker.extract.laid_out import join_layout, post_statements, turn_statements
from tracker.extract.phrases import Range
from tracker.extract.reading import Reading, Sentence
from tracker.extract.sentence import read_sentence
from tracker.model import AgentKind, Hop, HopRole, Span, Statement, kind_of

_HEADLINES = 1
"""Paragraphs at the head in which "Name: words" without quotation marks is a statement."""

_MARKS = frozenset(["“", "”", "„", '"', "«", "»", "``", "''"])
_ARTICLES = ("the ", "a ", "an ")


def assemble(reading: Reading) -> list[Statement]:
    """Return all statements of a text, in order of their content, parents first."""
    found = turn_statements(reading) + post_statements(reading)
    for sentence in join_layout(reading.sentences) + reading.inner_sentences():
        headline = sentence.paragraph < _HEADLINES
        for draft in read_sentence(sentence, headline=headline):
            if (sentence.inside and draft.cue is None) or _asks_not_to_be_named(sentence, draft):
                continue
            found.append(_statement(reading, sentence, draft))
    found.sort(key=lambda statement: (statement.content[0].start, -statement.content[-1].end))
    return _nested(_distinct(found))


def _asks_not_to_be_named(sentence: Sentence, draft: Draft) -> bool:
    """Say whether the content is only a source's wish for anonymity, which is no news."""
    words = " ".join(sentence.low[draft.first : draft.first + 4])
    return words.startswith(("not to be named", "not to be identified", "to remain anonymous"))


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
        chain=tuple(_hop(sentence, relay) for relay in draft.relays),
        editorial=find_editorial(reading.text, content, reading.quoted_in(content)),
        rule=draft.rule,
    )


def _without_strays(sentence: Sentence, piece: Range) -> Range:
    """Return a piece without a mark at its edge that belongs to no quotation."""
    first, last = piece
    while first < last - 1 and sentence.tokens[first].text in _MARKS:
        first += 1
    while first < last - 1 and sentence.tokens[last - 1].text in _MARKS:
        last -= 1
    return first, last


def _hop(sentence: Sentence, relay: Relay) -> Hop:
    span = sentence.span(*relay.agent)
    words = " ".join(token.text for token in sentence.tokens[relay.agent[0] : relay.agent[1]])
    for article in _ARTICLES:
        if words.lower().startswith(article):
            span = Span(span.start + len(article), span.end)
            words = words[len(article) :]
    return Hop(
        position=relay.position,
        agent=words,
        role=HopRole.RELAY,
        kind=AgentKind.ORGANIZATION,
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
        confidence = confidence_of(statement.rule, nested=parent is not None)
        result.append(replace(statement, parent=parent, confidence=confidence))
        open_.append(index)
    return result


def _holds(outer: Statement, inner: Statement) -> bool:
    """Say whether all of `inner`, its cue too, stands in a piece of `outer`'s content."""
    pieces = (*inner.content, *((inner.cue,) if inner.cue else ()))
    return all(any(own.contains(piece) for own in outer.content) for piece in pieces)
