"""Cues that stand in a sentence of their own: “Is it late?” | Mary Lee asked.

A capital letter parts them from the quotation they belong to, and here they are joined again.
A sentence that says something of its own behind its verb is no such cue ("“We acted in
time.” | She admitted, however, that …"), nor is one behind a quotation that has its cue.
"""

from collections.abc import Sequence

from tracker.extract.lexicon import FORMS
from tracker.extract.words import (
    ADVERBS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    TIME_WORDS,
    WEEKDAYS,
)
from tracker.text.sentences import QUOTED
from tracker.text.tokens import Token, word_set

_LONGEST_NAME = 7
"""Tokens a name with its title may have before its verb."""

_SETTINGS = word_set("as during in on at while when after before from outside inside")
"""Words that lead to where and when something was said."""

_ASIDES = PREPOSITIONS | ADVERBS | TIME_WORDS | word_set("though moreover nevertheless nonetheless")
"""Words that begin what is put in between commas: ", however,", ", in a later interview,"."""

_LONGEST_ASIDE = 10
"""Tokens between those commas."""

_LONGEST_LEAD = 16
"""Tokens between a cue and the colon or comma behind which a quotation begins."""


def with_their_cues(sentences: Sequence[list[Token]]) -> list[list[Token]]:
    """Return the sentences, “Is it late?” joined with the Mary Lee asked. behind it."""
    joined: list[list[Token]] = []
    for tokens in sentences:
        if joined and _lacks_cue(joined[-1]) and _is_cue_alone(tokens):
            joined[-1] = joined[-1] + tokens
        else:
            joined.append(tokens)
    return joined


def _lacks_cue(tokens: list[Token]) -> bool:
    """Say whether a sentence ends with a quotation that no cue leads up to.

    “It is late.” has its cue in "She said on Monday: “It is late.”", also with a comma.
    """
    if tokens[-1].low != QUOTED:
        return False
    if len(tokens) < 4 or tokens[-2].low not in (":", ","):
        return True
    for token in reversed(tokens[max(1, len(tokens) - 2 - _LONGEST_LEAD) : -2]):
        if _speaks(token):
            return False
        if token.low == "," == tokens[-2].low:
            return True
    return True


def _speaks(token: Token) -> bool:
    return any(
        "quote" in verb.frames and form in ("past", "s") for verb, form in FORMS.get(token.low, ())
    )


def _is_cue_alone(tokens: list[Token]) -> bool:
    """Say whether a sentence starts as a name and a verb of speech, content not behind them."""
    for at, token in enumerate(tokens[:_LONGEST_NAME]):
        if at and _speaks(token):
            return _says_no_more([token.low for token in tokens[_behind_verb(tokens, at) :]])
        if token.low == QUOTED or not token.text[0].isalnum():
            return False
    return False


def _behind_verb(tokens: list[Token], at: int) -> int:
    """Return the position behind a verb and its particle ("went on")."""
    particles = {verb.particle for verb, _ in FORMS.get(tokens[at].low, ())}
    led = at + 1 < len(tokens) and tokens[at + 1].low in particles
    return at + 2 if led else at + 1


def _says_no_more(low: Sequence[str]) -> bool:
    """Say whether the words behind a verb of speech only tell where, when and how it was said."""
    if not low or low[0] == "." or low[0] in WEEKDAYS:
        return True
    if low[0] == ",":
        return not _goes_on_behind_aside(low)
    return low[0] in _SETTINGS and all(word not in ("that", QUOTED, ":") for word in low)


def _goes_on_behind_aside(low: Sequence[str]) -> bool:
    """Say whether what was said follows ", however," – or ", however:" – behind the verb."""
    if len(low) < 3 or low[1] not in _ASIDES:
        return False
    reach = range(2, min(len(low) - 1, _LONGEST_ASIDE + 2))
    closing = next((at for at in reach if low[at] in (",", ":")), None)
    if closing is None:
        return False
    word = low[closing + 1]
    opens = word in ("that", "to", QUOTED) or word in DETERMINERS or word in PRONOUNS
    return low[closing] == ":" or opens or any(near in FINITE for near in low[closing + 1 :])
