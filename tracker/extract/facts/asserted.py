"""Facts that the article itself asserts, in sentences that nobody is quoted with.

The rule errs towards silence: a sentence with a word of reporting in it, a
quotation, or any overlap with a statement already found is left alone, since an
attribution that extraction missed must not become the article's own word.
"""

import re
from collections.abc import Iterator, Sequence

from tracker.extract.facts.recognise import Found, Surroundings, find_event
from tracker.extract.paragraphs import body_paragraphs
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
from tracker.text.quotation import find_quotations
from tracker.text.sentences import find_sentences
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
    explains insist argue warn deny confirm announce suggest predict specified disclosed informed
    detailed noted notes replied promised vowed pledged called""".split()
)
_UNSETTLED = frozenset(
    "if If whether would could may might should must never imagine Imagine Suppose I We".split()
)
_COUNTING = re.compile(
    r"\b(?:puts?|gives?\s(?:a|the|its)|gave\s(?:a|the|its)|increase[sd]?|raise[sd]?|counts|counted"
    r"|lists|listed)\b"
)
"""Beside a toll these tell who counts the dead, so the figure is theirs ("put the dead at 58")."""
_HABITUAL = frozenset(
    {"often", "usually", "regularly", "always", "sometimes", "frequently", "typically", "every"}
)
_DATELINE = re.compile(
    r"\d{1,2}[.:]\d\d:?\s+"
    r"|[A-Z][^\W\d_]+(?:[ ./’'-][A-Z][\w’'-]*)*(?:,\s[\w. ]{2,20}){0,3}\s?(?:\([^()\n]{2,40}\)\s?)?"
    r"(?:--|[–—]|-(?=\s))\s*"
)
"""“GEORGETOWN, Feb 19 (Austral) - ” and the like, or “18:05 ”."""
_TAIL = re.compile(
    r",\s(?!(?:leaving|killing|injuring)\s)(?:[\w’'.-]+\s){1,8}(?:\w+ed|says|said)\.\Z"
)
"""A closing ", the ministry’s press service specified.": somebody’s words after all."""
_CAUSED = frozenset({EventType.ATTACK, EventType.DISASTER})


def find_asserted(
    article: Article, statements: Sequence[Statement], surroundings: Surroundings
) -> list[Statement]:
    """Return the facts of the article's own narrative, in text order."""
    facts = []
    for sentence in _own_sentences(article.text, statements, surroundings):
        content = Span(_after_dateline(article.text, sentence), sentence.end - 1)
        found = find_event(surroundings, (content,))
        if found is not None and _is_plain(found, content.of(article.text)):
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


def _is_plain(found: Found, words: str) -> bool:
    """Say whether the sentence says that it happened, and who did it where someone must."""
    event = found.event
    if event.modality is not Modality.HAPPENED or not found.main:
        return False
    if event.type in _CAUSED:
        if found.clause is None:
            return _COUNTING.search(words) is None
        return bool(event.place or event.when or event.quantities)
    clause = found.clause
    if clause is None or (event.when is None and _HABITUAL & set(clause.reading.lows(0, 60))):
        return False
    if not clause.reading.tokens[clause.index].text.islower():
        return False  # a headline in capitals
    doer = event.participants if clause.group.passive else clause.names()
    return bool(doer) or "pair" in clause.subject_words()


def _own_sentences(
    text: str, statements: Sequence[Statement], surroundings: Surroundings
) -> Iterator[Span]:
    """Yield the sentences that may report an event, in nobody's words but the article's."""
    paragraphs = body_paragraphs(text)
    quotations = find_quotations(text, paragraphs)
    taken = sorted(_spans_of(statements) + [quotation.span for quotation in quotations])
    at, reach = 0, -1
    for sentence in find_sentences(text, paragraphs, quotations):
        while at < len(taken) and taken[at].start < sentence.end:
            reach = max(reach, taken[at].end)
            at += 1
        free = reach <= sentence.start and surroundings.may_report(sentence)
        if free and _is_narrative(text, sentence):
            yield sentence


def _after_dateline(text: str, sentence: Span) -> int:
    """Return where a sentence begins after its dateline or the hour of a live report."""
    lead = _DATELINE.match(text, sentence.start, sentence.end)
    return lead.end() if lead else sentence.start


def _spans_of(statements: Sequence[Statement]) -> list[Span]:
    spans: list[Span] = []
    for statement in statements:
        spans += statement.content
        spans += [span for span in (statement.source, statement.cue) if span is not None]
    return spans


def _is_narrative(text: str, sentence: Span) -> bool:
    words = sentence.of(text)
    if not words.endswith(".") or words.count(" ") < 3 or "‘" in words or _TAIL.search(words):
        return False
    tokens = list(tokenize(words))
    if any(token.low in _REPORTING for token in tokens):
        return False
    return not any(token.text in _UNSETTLED for token in tokens)  # "May" is a month
