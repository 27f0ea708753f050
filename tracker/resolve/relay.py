"""The agencies and papers that carry statements, named as sources are.

"State news agency KCNA" is KCNA; in "told the state news agency, Marnews" the
name comes behind the comma.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.model import AgentKind, Hop, HopRole, Statement
from tracker.resolve.credits import Origin
from tracker.resolve.given_names import given_gender
from tracker.resolve.lexicon import BODIES
from tracker.resolve.phrase import Form, read_phrase
from tracker.resolve.roster import Roster, Sighting
from tracker.resolve.runs import is_body
from tracker.text.countries import find_country, is_demonym
from tracker.text.names import find_words, fold_name, strip_article, word_set

_NAME_BEHIND = re.compile(
    r",\s(?P<name>(?:the\s)?[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,4})(?=[,.;:”\"’)]|\s[–—-]|$)"
)
"""A name in apposition to "the state news agency"."""

_WIRE = frozenset({"agency", "news", "newswire", "newspaper", "daily", "website", "channel"})
"""Nouns that follow the name they describe ("the Interfax news agency")."""


_WITH_ARTICLE = re.compile(
    r"\b([A-Z][\w-]{1,30}) ((?:Le|La|Les|El|Il|Der|Die|Das) [A-Z][\w-]{1,30})"
)
"""A family's name behind a given one ("Marie Le Matin"), or a paper's that begins alike."""

_TAKEN_UP = word_set(
    """agency newspaper paper magazine website broadcaster channel station network daily weekly
    tabloid portal outlet journal programme newswire"""
)
_PRESS = word_set("media radio television tv press show podcast broadcasters newspapers agencies")
_NEWS = word_set(
    """news press agency daily times post radio tv television herald gazette wire media mail
    review ledger report magazine courier"""
)
_PAPERS = word_set("post times mail herald gazette courier journal sentinel observer chronicle")
_FORA = word_set(
    """commons lords knesset duma bundestag bundesrat sejm seanad dáil dail seimas riksdag storting
    folketing majlis diet rada holyrood stormont westminster kremlin pentagon vatican fed brussels
    congress parliament senate house hamas hezbollah fatah taliban whitehall"""
)
"""Whom one tells things and who are no outlets."""


class Relays:
    """Reads the relays of one article in text order; `roster` has to know them by then."""

    def __init__(self, text: str, roster: Roster) -> None:
        self._text = text
        self._roster = roster
        self._outlets: list[str] = []
        self._known: set[str] = set()
        named = _WITH_ARTICLE.finditer(text)
        self._families = {match[2] for match in named if given_gender(match[1]) is not None}

    def read(self, hop: Hop) -> Hop | None:
        """Return a relay under the name that the article spells out, else as printed.

        None for a bare name that was told something and may not be an outlet.
        """
        if hop.kind is AgentKind.GROUP and not self._may_be_outlet(hop):
            return None
        name = " ".join(relay_name(hop, self._text)) or self._named_before(hop)
        if not name:
            words = strip_article(hop.agent)
            return replace(hop, agent=words, kind=AgentKind.UNNAMED)
        found = self._roster.find(name.split())
        entry = found[0] if len(found) == 1 and len(found[0].words) >= len(name.split()) else None
        kind = entry.agent_kind if entry and entry.person else AgentKind.ORGANIZATION
        if kind is AgentKind.ORGANIZATION:
            self._outlets.append(entry.name if entry else name)
        return replace(hop, agent=entry.name if entry else name, kind=kind)

    def origin(self, origin: Origin) -> Hop:
        """Return the hop of an agency whose copy the article is, its position to be set."""
        found = self._roster.find(origin.name.split())
        longer = len(found) == 1 and found[0].name.startswith(f"{origin.name} ")
        name = found[0].name if longer and not found[0].person else origin.name
        self._known.add(fold_name(origin.name))
        return Hop(1, name, HopRole.RELAY, AgentKind.ORGANIZATION, origin.span)

    def _named_before(self, hop: Hop) -> str:
        """Return the outlet that "the paper" or "the same agency" takes up, "" if unsure."""
        phrase = read_phrase(hop.agent)
        printed = self._text[max(0, hop.span.start - 4) : hop.span.start] if hop.span else ""
        definite = printed.lower() == "the " and phrase.head in _TAKEN_UP
        if not definite or not self._outlets:
            return ""
        same = phrase.modifiers[:1] == ("same",)
        plain = all(is_demonym(word) for word in phrase.modifiers)
        bare = plain and len(set(self._outlets)) == 1
        return self._outlets[-1] if same or bare else ""

    def _may_be_outlet(self, hop: Hop) -> bool:
        """Say whether a bare name is nobody's and nothing's that the article knows."""
        word = strip_article(hop.agent)
        if fold_name(word) in self._known:
            return True
        plural = word.endswith("s") and not word.endswith(("ss", "news", "times"))
        if plural or word.lower() in _FORA or find_country(word) or is_demonym(word):
            return False
        if word in self._families:
            return False
        found = self._roster.find(word.split())
        news = [e for e in found if not _NEWS.isdisjoint(w.lower() for w in e.words)]
        if news:
            return not any(e.person for e in news)
        if any(len(e.words) > len(word.split()) or e.person or e.occupancies for e in found):
            return False
        return given_gender(word) is None and (word.lower() in _PAPERS or not is_body((word,)))


def is_press(words: str) -> bool:
    """Say whether a relay without a name is an outlet by its noun, so that it has no type."""
    return any(w.folded in _TAKEN_UP or w.folded in _PRESS for w in find_words(words))


def relay_name(hop: Hop, text: str) -> tuple[str, ...]:
    """Return the words of the name that a relay is printed under, () where it has none."""
    phrase = read_phrase(hop.agent)
    if phrase.form is Form.NAME:
        return phrase.name
    words = find_words(strip_article(hop.agent))
    capitals = next((i for i, w in enumerate(words) if not w.capital), len(words))
    foreign = all(is_demonym(w.text) for w in words[:capitals])  # "the French daily" has no name
    if capitals and not foreign and all(w.folded in _WIRE for w in words[capitals:]):
        return tuple(w.text for w in words[:capitals])
    named = next((i for i, w in enumerate(words) if w.capital), 0)
    if named and words[named - 1].folded in _WIRE and all(w.capital for w in words[named:]):
        return tuple(w.text for w in words[named:])  # "the website Osh Today"
    behind = _NAME_BEHIND.match(text, hop.span.end) if hop.span is not None else None
    if behind is not None and phrase.head in BODIES:
        return tuple(strip_article(behind["name"]).split())
    return ()


def relay_sightings(statements: Sequence[Statement], text: str) -> Iterator[Sighting]:
    """Yield the sightings that relays are: bodies, unless a title shows a person."""
    for statement in statements:
        for hop in statement.chain:
            bare = hop.kind is AgentKind.GROUP
            if hop.span is None or hop.role is not HopRole.RELAY or bare:
                continue
            name = relay_name(hop, text)
            if name:
                phrase = read_phrase(hop.agent)
                given = len(name) > 1 and given_gender(name[0]) is not None and not is_body(name)
                person = phrase.kind is AgentKind.PERSON or given
                yield Sighting(
                    name,
                    hop.span.start,
                    AgentKind.PERSON if person else hop.kind,
                    source=True,
                    noun=phrase.head if phrase.head in BODIES else None,
                )
