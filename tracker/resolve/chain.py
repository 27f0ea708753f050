"""The chain of each statement: speaker, relays, outlet, under their full names.

A relay to which somebody gave an interview ("told AFP") holds for what the same
speaker says in the rest of it; one that merely reported ("RIA Novosti reported")
holds for its own statement alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.model import AgentKind, Hop, HopRole, Statement
from tracker.resolve.roster import Entry, Roster
from tracker.resolve.speakers import Outcome
from tracker.text.names import fold_name, strip_article

_TELL = re.compile(r"\b(?:tell|tells|told|telling)\b", re.IGNORECASE)
_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed)?|speaking|spoke|talking)\b[^.]{0,20}$", re.IGNORECASE
)
_VENUE = re.compile(
    r"\b(?:wrote|tweeted|posted|testified|in a statement|news conference|press conference"
    r"|told (?:reporters|journalists|parliament|the|a))\b",
    re.IGNORECASE,
)
_VENUE_REACH = 60
"""Codepoints after a cue in which its venue is named ("said in a statement")."""


class Chains:
    """Builds chains in the article's order and remembers running interviews."""

    def __init__(self, text: str, outlet: str | None, roster: Roster) -> None:
        self._text = text
        self._outlet = outlet
        self._roster = roster
        self._interviews: dict[Entry | None, tuple[Hop, ...]] = {}

    def build(self, statement: Statement, outcome: Outcome) -> tuple[Hop, ...]:
        """Return the whole chain of one statement, in order of position."""
        speakers = _speaker_hops(statement, outcome)
        relays = self._relays(statement, outcome)
        names = {fold_name(h.agent) for h in speakers}
        relays = tuple(h for h in relays if fold_name(h.agent) not in names)
        chain = [*speakers, *_close_gaps(relays)]
        if self._outlet and fold_name(self._outlet) not in {fold_name(h.agent) for h in chain}:
            last = max((h.position for h in chain), default=0)
            chain.append(Hop(last + 1, self._outlet, HopRole.OUTLET, AgentKind.ORGANIZATION))
        return tuple(chain)

    def _relays(self, statement: Statement, outcome: Outcome) -> tuple[Hop, ...]:
        """Return the statement's own relays, or those of the interview it belongs to."""
        own = tuple(
            replace(hop, agent=self._full_name(hop.agent))
            for hop in statement.chain
            if hop.role is HopRole.RELAY
        )
        speaker = outcome.entry
        if speaker is None:
            return own
        if own:
            told = tuple(h for h in own if self._is_interview(statement, h))
            if told:
                self._interviews[speaker] = tuple(replace(h, span=None, cue=None) for h in told)
            return own
        if self._has_venue(statement):
            self._interviews.pop(speaker, None)
        return self._interviews.get(speaker, ())

    def _full_name(self, printed: str) -> str:
        """Return a relay's name as the article spells it out, else as printed."""
        name = strip_article(printed)
        found = self._roster.find(name.split())
        return (
            found[0].name if len(found) == 1 and len(found[0].words) >= len(name.split()) else name
        )

    def _is_interview(self, statement: Statement, hop: Hop) -> bool:
        """Say whether the speaker spoke to this relay ("told AFP"), which then reported."""
        if hop.span is None:
            return False
        before = self._text[max(0, hop.span.start - 40) : hop.span.start]
        cue = statement.cue
        told = cue is not None and cue.end <= hop.span.start and _TELL.search(cue.of(self._text))
        return (bool(told) and hop.cue in (None, cue)) or _INTERVIEW.search(before) is not None

    def _has_venue(self, statement: Statement) -> bool:
        """Say whether a statement names another place where it was said."""
        cue = statement.cue
        if cue is None:
            return False
        after = re.split(r"[.\n]", self._text[cue.start : cue.end + _VENUE_REACH], maxsplit=1)[0]
        return _VENUE.search(after) is not None


def _speaker_hops(statement: Statement, outcome: Outcome) -> list[Hop]:
    """Return the hops at position 0: the speaker, joint speakers, or the unnamed source."""
    span, cue = statement.source, statement.cue
    if outcome.unnamed is not None:
        return [Hop(0, outcome.unnamed, HopRole.SPEAKER, AgentKind.UNNAMED, span, cue)]
    entries: Sequence[Entry] = outcome.joint or ((outcome.entry,) if outcome.entry else ())
    return [Hop(0, e.name, HopRole.SPEAKER, e.agent_kind, span, cue) for e in entries]


def _close_gaps(relays: Sequence[Hop]) -> list[Hop]:
    """Return the relays with positions from 1 without gaps, parallel ones still parallel."""
    order = {p: i for i, p in enumerate(sorted({h.position for h in relays}), 1)}
    return sorted(
        (replace(h, position=order[h.position]) for h in relays), key=lambda h: h.position
    )
