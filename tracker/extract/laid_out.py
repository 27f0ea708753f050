"""Statements that the layout attributes: labelled speakers, pasted posts, split lines."""

from tracker.extract.confidence import confidence_of
from tracker.extract.phrases import DASHES
from tracker.extract.reading import Reading, Sentence
from tracker.extract.signature import find_posts, is_signature
from tracker.model import Act, Kind, Span, Statement, StatementType
from tracker.text.sentences import QUOTED


def turn_statements(reading: Reading) -> list[Statement]:
    """Return what labelled speakers say, a statement a paragraph; questions are left out."""
    found = []
    for turn in reading.turns:
        if turn.asks:
            continue
        for number, piece in enumerate(turn.pieces):
            if number:
                found.append(_direct(piece, None, None, "continuation"))
            else:
                rule = "turn" if turn.name else "cue not read"
                found.append(_direct(piece, turn.name, turn.colon, rule))
    return found


def post_statements(reading: Reading) -> list[Statement]:
    """Return the posts pasted into the text with their author's handle and date."""
    return [
        _direct(content, name, dash, "signature")
        for content, name, dash in find_posts(reading.text, reading.paragraphs)
    ]


def _direct(content: Span, source: Span | None, cue: Span | None, rule: str) -> Statement:
    return Statement(
        kind=Kind.QUOTE,
        type=StatementType.DIRECT,
        act=Act.SPEECH,
        content=(content,),
        source=source,
        cue=cue,
        rule=rule,
        confidence=confidence_of(rule),
    )


def join_layout(sentences: list[Sentence]) -> list[Sentence]:
    """Return the sentences, those joined that a line break parts from what they introduce.

    "Ann Lee wrote:" and the quotation in the next paragraph; a quotation and the signature
    in the line below.
    """
    joined: list[Sentence] = []
    for sentence in sentences:
        if joined and _belongs(joined[-1], sentence):
            before = joined.pop()
            tokens = before.tokens + sentence.tokens
            joined.append(Sentence(tokens, before.paragraph, inside=before.inside))
        else:
            joined.append(sentence)
    return joined


def _belongs(before: Sentence, sentence: Sentence) -> bool:
    if sentence.paragraph != before.paragraph + 1 or before.inside or sentence.inside:
        return False
    if before.low[-1] == ":":
        return all(word == QUOTED for word in sentence.low)
    quoted = all(word == QUOTED or word in (",", ".") for word in before.low)
    return quoted and sentence.low[0] in DASHES and is_signature(sentence)
