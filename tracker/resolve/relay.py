"""The agencies and papers that carry statements, named as sources are.

"State news agency KCNA" is KCNA; in "told the state news agency, Marnews" the
name comes behind the comma.
"""

import re
from collections.abc import Iterator, Sequence

from tracker.model import AgentKind, Hop, HopRole, Statement
from tracker.resolve.lexicon import BODIES
from tracker.resolve.phrase import Form, read_phrase
from tracker.resolve.roster import Roster, Sighting
from tracker.text.names import find_words, strip_article

_NAME_BEHIND = re.compile(
    r",\s(?P<name>(?:the\s)?[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,4})(?=[,.;:”\"’)]|\s[–—-]|$)"
)
"""A name in apposition to "the state news agency"."""

_WIRE = frozenset({"agency", "news", "newswire", "newspaper", "daily", "website", "channel"})
"""Nouns that follow the name they describe ("the Interfax news agency")."""


class Relays:
    """Names the relays of one article; `roster` has to know them by then."""

    def __init__(self, text: str, roster: Roster) -> None:
        self._text = text
        self._roster = roster

    def name(self, hop: Hop) -> str:
        """Return a relay's name as the article spells it out, else as printed."""
        name = " ".join(relay_name(hop, self._text))
        if not name:
            return strip_article(hop.agent)
        found = self._roster.find(name.split())
        longer = len(found) == 1 and len(found[0].words) >= len(name.split())
        return found[0].name if longer else name


def relay_name(hop: Hop, text: str) -> tuple[str, ...]:
    """Return the words of the name that a relay is printed under, () where it has none."""
    phrase = read_phrase(hop.agent)
    if phrase.form is Form.NAME:
        return phrase.name
    words = find_words(strip_article(hop.agent))
    capitals = next((i for i, w in enumerate(words) if not w.capital), len(words))
    if capitals and all(w.folded in _WIRE for w in words[capitals:]):
        return tuple(w.text for w in words[:capitals])
    behind = _NAME_BEHIND.match(text, hop.span.end) if hop.span is not None else None
    if behind is not None and phrase.head in BODIES:
        return tuple(strip_article(behind["name"]).split())
    return ()


def relay_sightings(statements: Sequence[Statement], text: str) -> Iterator[Sighting]:
    """Yield the sightings that relays are: bodies, unless a title shows a person."""
    for statement in statements:
        for hop in statement.chain:
            if hop.span is None or hop.role is not HopRole.RELAY:
                continue
            name = relay_name(hop, text)
            if name:
                phrase = read_phrase(hop.agent)
                person = phrase.kind is AgentKind.PERSON
                yield Sighting(
                    name,
                    hop.span.start,
                    AgentKind.PERSON if person else hop.kind,
                    source=True,
                    noun=phrase.head if phrase.head in BODIES else None,
                )
