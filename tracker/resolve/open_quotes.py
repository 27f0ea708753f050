"""Who speaks a paragraph of a quotation that stays open: whom the next paragraph names.

    “First there was a crack.

    “Then the hill moved,” said Cho.

A quotation that is not closed at the end of its paragraph goes on in the next one, so that
both are Cho's, whoever spoke before.
"""

from collections.abc import Sequence
from dataclasses import replace

from tracker.model import Statement
from tracker.resolve.outcome import Outcome

CONTINUATION = "continuation"
"""The rule under which extraction hands over a quote without a cue, and why its speaker is."""

_OPENING = '“"‘«'
_CLOSING = '”"’»'


def handed_back(
    text: str, statements: Sequence[Statement], outcomes: Sequence[Outcome]
) -> list[Outcome]:
    """Return the outcomes, those of quotations that stay open taken from the next paragraph.

    Paragraph by paragraph from the last one, so that several may stay open in a row.
    """
    result = list(outcomes)
    named = None
    after = None
    for index in range(len(statements) - 1, -1, -1):
        here = statements[index]
        if here.parent is not None:
            continue
        goes_on = after is not None and _stays_open(text, here) and _takes_up(text, here, after)
        if here.source is not None:
            named = outcomes[index]
        elif not (goes_on and here.rule == CONTINUATION):
            named = None
        elif named is not None:
            one = named.entry is not None
            result[index] = Outcome(CONTINUATION, named.entry) if one else replace(named, joint=())
        after = here
    return result


def _stays_open(text: str, statement: Statement) -> bool:
    """Say whether a quotation fills its paragraph and is not closed in it."""
    start, last = statement.content[0].start, statement.content[-1]
    alone = start == 0 or text[start - 1] == "\n"
    return alone and text[start] in _OPENING and text[last.end - 1] not in _CLOSING


def _takes_up(text: str, here: Statement, after: Statement) -> bool:
    """Say whether a statement opens the next paragraph with the same mark."""
    start, end = after.content[0].start, here.content[-1].end
    between = text[end:start]
    return text[start] == text[here.content[0].start] and between.isspace() and "\n" in between
