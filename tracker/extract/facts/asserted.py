"""Facts that the article itself asserts, in sentences that nobody is quoted with.

The rule errs towards silence: a sentence with a word of reporting in it, a
quotation, or any overlap with a statement already found is left alone, since an
attribution that extraction missed must not become the article's own word.
"""

from collections.abc import Iterator, Sequence

from tracker.extract.facts.recognise import Found, find_event
from tracker.model import (
    Act,
    Article,
    EventType,
    Kind,
    Modality,
    Span,
    Statement,
    StatementType,
)
from tracker.text.dates import FoundDate
from tracker.text.quotation import find_quotations
from tracker.text.sentences import find_paragraphs, find_sentences
from tracker.text.tokens import tokenize

RULE = "asserted fact"

_REPORTING = frozenset(
    """said say says saying told tells tell according reported reports report reportedly announced
    announces claimed claims claim warned warns denied denies confirmed confirms added adds
    insisted insists allegedly alleged apparently believed believes believe estimates estimated
    showed shows quoted quoting wrote writes tweeted posted stated states asserted argued argues
    expected expects accused accuses suggested suggests rumoured thought thinks citing cited
    supposed supposedly revealed reveals described testified heard acknowledged admitted
    understood seems seemed appears appeared fears feared predicted recalled recalls explained
    explains noted notes replied promised vowed pledged called""".split()
)
_UNSETTLED = frozenset(
    "if whether would could may might should must never imagine suppose".split(" ")
)
_CAUSED = frozenset({EventType.ATTACK, EventType.DISASTER})


def find_asserted(
    article: Article,
    statements: Sequence[Statement],
    dates: Sequence[FoundDate],
    cause: EventType | None,
) -> list[Statement]:
    """Return the facts of the article's own narrative, in text order."""
    facts = []
    for sentence in _own_sentences(article, statements):
        content = Span(sentence.start, sentence.end - 1)
        inside = [found for found in dates if content.contains(found.span)]
        found = find_event(article.text, (content,), inside, cause)
        if found is not None and _is_plain(found):
            facts.append(
                Statement(
                    kind=Kind.FACT,
                    type=StatementType.INDIRECT,
                    act=Act.SPEECH,
                    content=(content,),
                    event=found.event,
                    rule=RULE,
                )
            )
    return facts


def _is_plain(found: Found) -> bool:
    """Say whether the sentence says that it happened, and who did it where someone must."""
    event = found.event
    if event.modality is not Modality.HAPPENED or not found.main:
        return False
    if event.type in _CAUSED:
        return found.clause is None or bool(event.place or event.when or event.quantities)
    pair = found.clause is not None and "pair" in found.clause.subject_words()
    return bool(event.participants) or pair


def _own_sentences(article: Article, statements: Sequence[Statement]) -> Iterator[Span]:
    """Yield the sentences that belong to no statement and report nobody's words."""
    text = article.text
    paragraphs = find_paragraphs(text)
    quotations = find_quotations(text, paragraphs)
    taken = sorted(_spans_of(statements) + [quotation.span for quotation in quotations])
    at, reach = 0, -1
    for sentence in find_sentences(text, paragraphs, quotations):
        while at < len(taken) and taken[at].start < sentence.end:
            reach = max(reach, taken[at].end)
            at += 1
        if reach <= sentence.start and _is_narrative(text, sentence):
            yield sentence


def _spans_of(statements: Sequence[Statement]) -> list[Span]:
    spans = []
    for statement in statements:
        spans += statement.content
        spans += [span for span in (statement.source, statement.cue) if span is not None]
    return spans


def _is_narrative(text: str, sentence: Span) -> bool:
    words = sentence.of(text)
    if not words.endswith(".") or words.count(" ") < 3 or "‘" in words:
        return False
    lows = {token.low.replace("’", "'") for token in tokenize(words)}
    return not lows & _REPORTING and not lows & _UNSETTLED and "i" not in lows
