"""The chain of each statement: speaker, relays, agency, outlet, under their full names.

A relay to which somebody gave an interview ("told AFP") holds for what the same
speaker says until somebody else speaks: where they said what comes later is not told.
One that merely reported ("RIA Novosti reported") holds for its own statement alone.
Who reports another's words within a statement of their own carries them: "Tolvaj said
Brandt told him …" reaches print through Tolvaj.
An agency whose copy the whole article is carried every statement of it, after all that
the text says, so that the origin of a statement is the first hop behind its speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.model import Act, AgentKind, Article, Hop, HopRole, SourceType, Statement
from tracker.resolve.credits import find_origins
from tracker.resolve.outcome import Outcome
from tracker.resolve.relay import Relays, is_press
from tracker.resolve.roster import Entry
from tracker.resolve.unnamed import Grounds, source_type
from tracker.text.names import acronym_of, fold_name, strip_article

_TELL = re.compile(r"\b(?:tell|tells|told|telling)\b", re.IGNORECASE)
_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed)?|speaking|spoke|talking)\b[^.]{0,20}$", re.IGNORECASE
)
_ANSWERED = re.compile(
    r"^(?:to|on)$|\b(?:interview|speaking|talking|remarks|comments|appearance)", re.IGNORECASE
)
_VENUE = re.compile(
    r"\b(?:wrote|tweeted|posted|testified|in a statement|news conference|press conference"
    r"|told (?:reporters|journalists|parliament|the|a|us|this|our))\b",
    re.IGNORECASE,
)
_BEHIND_NOUN = re.compile(
    r",|\s(?:in|of|at|from|with|for|on|who|which|close|familiar|briefed|involved|working)\b"
)
"""What follows the noun of an unnamed source: "source | in the delegation"."""

_VENUE_REACH = 60
"""Codepoints after a cue in which its venue is named ("said in a statement")."""


class Chains:
    """Builds chains in the article's order and remembers running interviews."""

    def __init__(self, article: Article, relays: Relays, statements: Sequence[Statement]) -> None:
        self._text = article.text
        self._outlet = article.outlet
        self._named = relays
        self._origins = tuple(relays.origin(origin) for origin in find_origins(article))
        self._grounds = Grounds(article.text, statements)
        self._unnamed: dict[str, str] = {}
        self._interviews: dict[Entry | str, tuple[Hop, ...]] = {}
        self._built: list[Sequence[Hop]] = []

    def build(self, statement: Statement, outcome: Outcome) -> tuple[Hop, ...]:
        """Return the whole chain of the next statement, in order of position."""
        hops = [
            *self._speaker_hops(statement, outcome),
            *_close_gaps(self._relays(statement, outcome)),
        ]
        chain = self._through_agency(self._carried(_drop_repeated(hops), statement.parent))
        self._built.append(chain)
        if self._outlet and _fold(self._outlet) not in {_fold(h.agent) for h in chain}:
            last = max((h.position for h in chain), default=0)
            outlet = Hop(last + 1, self._outlet, HopRole.OUTLET, AgentKind.ORGANIZATION)
            return (*chain, outlet)
        return tuple(chain)

    def _speaker_hops(self, statement: Statement, outcome: Outcome) -> list[Hop]:
        """Return the hops at position 0: the speaker, joint speakers, or the unnamed source."""
        span, cue = statement.source, statement.cue
        if outcome.unnamed is not None:
            hop = Hop(0, outcome.unnamed, HopRole.SPEAKER, AgentKind.UNNAMED, span, cue)
            return [self._typed(hop, document=statement.act is Act.DOCUMENT)]
        entries: Sequence[Entry] = outcome.joint or ((outcome.entry,) if outcome.entry else ())
        return [Hop(0, e.name, HopRole.SPEAKER, e.agent_kind, span, cue) for e in entries]

    def _typed(self, hop: Hop, *, document: bool = False) -> Hop:
        """Return a hop with what its agent is and why it is not named, where it has no name.

        What was said of it once holds where the same words stand for it in a quote
        that goes on.
        """
        if hop.kind is not AgentKind.UNNAMED:
            return hop
        ground = self._grounds.of(hop.span)
        if ground is not None:
            self._unnamed[hop.agent] = ground
        elif hop.span is None:
            ground = self._unnamed.get(hop.agent)
        printed = hop.span.of(self._text) if hop.span else hop.agent
        carries = hop.role is HopRole.RELAY and is_press(hop.agent)
        type_ = None if carries else source_type(printed)
        if type_ is None and document:
            type_ = SourceType.DOCUMENT
        return replace(hop, source_type=type_, ground=ground)

    def _through_agency(self, own: list[Hop]) -> list[Hop]:
        """Return a chain with the agencies of the whole article behind all that it has."""
        if not self._origins:
            return own
        last = max((h.position for h in own), default=0)
        new = (
            replace(origin, position=last + 1)
            for origin in self._origins
            if not any(_same(origin.agent, h.agent) for h in own if h.kind is origin.kind)
            and not (self._outlet and _same(origin.agent, self._outlet))
        )
        return [*own, *new]

    def _carried(self, own: Sequence[Hop], parent: int | None) -> list[Hop]:
        """Return a chain and behind it that of the statement in which it stands, as relays."""
        if parent is None or parent >= len(self._built):
            return list(own)
        above = max((h.position for h in own), default=0) + 1
        outer = [
            replace(hop, position=hop.position + above, role=HopRole.RELAY)
            for hop in self._built[parent]
        ]
        return _drop_repeated([*own, *outer])

    def _relays(self, statement: Statement, outcome: Outcome) -> tuple[Hop, ...]:
        """Return the statement's own relays, or those of the interview it belongs to.

        The outlet itself is none: it stands last in every chain.
        """
        read = (self._named.read(hop) for hop in statement.chain if hop.role is HopRole.RELAY)
        own = tuple(self._typed(hop) for hop in read if hop is not None)
        own = tuple(h for h in own if not self._outlet or _fold(h.agent) != _fold(self._outlet))
        speaker = outcome.entry or self._nameless(statement, outcome)
        if statement.parent is None and (speaker is not None or outcome.unnamed is not None):
            self._interviews = {who: v for who, v in self._interviews.items() if who == speaker}
        if speaker is None or statement.parent is not None:
            return own
        if statement.source is not None and outcome.unnamed and not self._is_definite(statement):
            self._interviews.pop(speaker, None)  # "another source" is somebody else
        if own:
            told = tuple(h for h in own if self._is_interview(statement, h))
            if told:
                self._interviews[speaker] = tuple(replace(h, span=None, cue=None) for h in told)
            return own
        if statement.chain or self._has_venue(statement):
            self._interviews.pop(speaker, None)
        return self._interviews.get(speaker, ())

    def _nameless(self, statement: Statement, outcome: Outcome) -> str | None:
        """Return the noun of a source without a name, by which "the source" takes it up."""
        if outcome.unnamed is None or statement.parent is not None:
            return None
        head = _BEHIND_NOUN.split(outcome.unnamed, maxsplit=1)[0].split()
        return head[-1].lower() if head else None

    def _is_definite(self, statement: Statement) -> bool:
        """Say whether a source is taken up, "the source", and not brought in."""
        source = statement.source
        return source is not None and source.of(self._text).lower().startswith("the ")

    def _is_interview(self, statement: Statement, hop: Hop) -> bool:
        """Say whether the speaker spoke to this relay ("told AFP"), which then reported."""
        if hop.span is None:
            return False
        before = self._text[max(0, hop.span.start - 40) : hop.span.start]
        cue = statement.cue
        told = cue is not None and cue.end <= hop.span.start and _TELL.search(cue.of(self._text))
        if hop.cue is not None and _ANSWERED.search(hop.cue.of(self._text)):
            return True
        return (bool(told) and hop.cue in (None, cue)) or _INTERVIEW.search(before) is not None

    def _has_venue(self, statement: Statement) -> bool:
        """Say whether a statement names another place where it was said."""
        cue = statement.cue
        if cue is None:
            return False
        after = re.split(r"[.\n]", self._text[cue.start : cue.end + _VENUE_REACH], maxsplit=1)[0]
        return _VENUE.search(after) is not None


def _fold(name: str) -> str:
    """Return a name for comparing, its article dropped."""
    return fold_name(strip_article(name))


def _same(left: str, right: str) -> bool:
    """Say whether two names of outlets are one's: alike, one shortened, or its initials."""
    short, long = sorted((_fold(left), _fold(right)), key=len)
    if short == long or long.startswith(f"{short} "):
        return True
    longer = max(strip_article(left), strip_article(right), key=len)
    return len(short) > 1 and acronym_of(longer.replace("-", " ").split()).lower() == short


def _drop_repeated(hops: Sequence[Hop]) -> list[Hop]:
    """Return the hops without the agents that stand before them already, gaps closed."""
    seen: dict[str, int] = {}
    for hop in hops:
        seen.setdefault(_fold(hop.agent), hop.position)
    kept = [h for h in hops if h.position == 0 or seen[_fold(h.agent)] == h.position]
    return [*(h for h in kept if not h.position), *_close_gaps([h for h in kept if h.position])]


def _close_gaps(relays: Sequence[Hop]) -> list[Hop]:
    """Return the relays with positions from 1 without gaps, parallel ones still parallel."""
    order = {p: i for i, p in enumerate(sorted({h.position for h in relays}), 1)}
    return sorted(
        (replace(h, position=order[h.position]) for h in relays), key=lambda h: h.position
    )
