"""Resolve one article: speakers, chains, participants, and the agents they name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.model import Agent, AgentKind, Article, Event, Span, Statement, StatementType
from tracker.resolve.chain import Chains
from tracker.resolve.describe import find_described, only
from tracker.resolve.focus import Trail
from tracker.resolve.gather import find_acronyms, gather_names, gather_source
from tracker.resolve.given_names import given_gender
from tracker.resolve.lexicon import POSSESSIVES, QUANTIFIERS
from tracker.resolve.outcome import Outcome
from tracker.resolve.phrase import Form, Phrase, read_phrase
from tracker.resolve.relay import Relays, relay_sightings
from tracker.resolve.roster import Roster, Sighting
from tracker.resolve.runs import is_body, read_run
from tracker.resolve.scan import QUOTES, Reading, read_article
from tracker.resolve.speakers import Speakers
from tracker.text.countries import find_country
from tracker.text.names import Word, fold_name, strip_article

_DATELINE = re.compile(
    r"(?:[A-Z][\w.]*,? ){0,3}(?:[A-Z]{2,}|[A-Z][\w.]+ \([A-Z/]{2,9}\)),? [–—―-]{1,2} (?=\S)"
)
"""A place in capitals, or before an agency in brackets, and a dash."""


_INITIALS = 3
"""Letters that a label of initials has at most."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The statements, same length and order, and every agent that they name."""

    statements: tuple[Statement, ...]
    agents: tuple[Agent, ...]


def resolve(article: Article, statements: Sequence[Statement]) -> Resolution:
    """Return the statements with speaker, reason, chain and participants completed.

    A speaker is the fullest name the article gives, or None: nobody named speaks,
    or it is unsure who does; `speaker_reason` says which. Time is linear in the
    length of the text.
    """
    reading = read_article(article.text)
    phrases = {s.source: _read_source(s.source, reading) for s in statements if s.source}
    relays = list(relay_sightings(statements, article.text))
    roster = _build_roster(reading, phrases, relays)
    quoted = _contents(statements, article.text, quoted=True)
    told = _contents(statements, article.text, quoted=False)
    trail = Trail(reading, roster, quoted, told)
    outcomes = Speakers(reading, roster, trail, phrases).decide(statements)
    chains = Chains(article, Relays(article.text, roster), statements)
    resolved = tuple(
        _complete(statement, outcome, chains, roster)
        for statement, outcome in zip(statements, outcomes, strict=True)
    )
    return Resolution(resolved, _agents(resolved, roster))


def _read_source(span: Span, reading: Reading) -> tuple[Phrase, ...]:
    """Return the phrase of a source, or several for a joint one ("X and Y")."""
    words = _undated(span.of(reading.text))
    titled = reading.is_titled(span.start)
    # "Lind: We had no choice." A label of two letters is somebody's initials, no name.
    labelled = reading.text.startswith(":", span.end) and len(words) > _INITIALS
    opens = reading.opens_sentence(span.start) and _opens_low(words) and not labelled

    def lower(place: int, word: Word) -> bool:
        shown = fold_name(word.text) in reading.capitalised
        return (titled or (opens and place == 0)) and not shown and not _is_sure_name(word.text)

    return _read_joint(words) or (read_phrase(words, lower),)


def _undated(words: str) -> str:
    """Return a source without the dateline before it ("PORT HALVERN (ABX) – The mayor")."""
    dateline = _DATELINE.match(words)
    return words[dateline.end() :] if dateline else words


def _opens_low(words: str) -> bool:
    """Say whether a phrase goes on in lower case after its first word, or ends there."""
    first, _, rest = words.partition(" ")
    return not first.endswith(("’s", "'s", ",")) and (
        not rest or rest.split(maxsplit=1)[0].islower()
    )


def _is_sure_name(word: str) -> bool:
    """Say whether a word is a name even where its capital means nothing."""
    acronym = len(word) > 2 and word.isupper()
    return acronym or given_gender(word) is not None or find_country(word) is not None


def _read_joint(words: str) -> tuple[Phrase, ...]:
    """Return the phrases of several sources joined by "and", () for a single one."""
    left, conjunction, right = words.rpartition(" and ")
    if not (conjunction and left.strip(" ,") and right.strip(" ,")):
        return ()
    last = read_phrase(right)
    *others, before = left.rstrip(" ,").split(", ")
    listed = [read_phrase(part) for part in (*others, before)]
    names = all(p.form is Form.NAME and p.title is None for p in listed[1:])
    if others and names and last.form in (Form.NAME, Form.UNNAMED):
        return (*listed, last)
    if others and not left.endswith(","):
        return ()
    first = read_phrase(left)
    return (first, last) if _is_joint(left, right, first, last) else ()


def _is_joint(left: str, right: str, first: Phrase, second: Phrase) -> bool:
    """Say whether "and" joins two sources rather than words of one name or position."""
    if first.form is Form.NAME and second.form is Form.NAME:
        if is_body(second.name) and not is_body(first.name) and first.kind is not AgentKind.PERSON:
            return False
        return len(second.name) > 1 or not is_body(first.name) or is_body(second.name)
    if second.form is Form.NAME and second.title is None:
        return first.form is Form.PRONOUN or strip_article(left) != left
    opener = right.split(maxsplit=1)[0].lower()
    if first.form is Form.NAME and (opener in QUANTIFIERS or second.form is Form.PRONOUN):
        return True
    described = strip_article(right) != right or opener in POSSESSIVES
    return described and {first.form, second.form} <= {Form.NAME, Form.DESCRIPTION}


def _build_roster(
    reading: Reading, phrases: dict[Span, tuple[Phrase, ...]], relays: Sequence[Sighting]
) -> Roster:
    """Return everybody the text, its sources and its relays name."""
    sightings = [
        sighting
        for span, parts in phrases.items()
        for phrase in parts
        if (sighting := gather_source(span, phrase)) is not None
    ]
    acronyms = find_acronyms(reading)
    roster = Roster([*sightings, *relays, *gather_names(reading)], acronyms)
    for acronym, name in acronyms.items():
        entry = only(roster.find(name.split()))
        if entry is not None:
            roster.describe(entry, acronym)
    return roster


def _contents(statements: Sequence[Statement], text: str, *, quoted: bool) -> list[tuple[int, int]]:
    """Return the contents, or only those in quotation marks, in order and merged."""
    spans = sorted(
        (s.start, s.end)
        for statement in statements
        for s in statement.content
        if not quoted or statement.type is StatementType.DIRECT or text[s.start] in QUOTES
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _complete(statement: Statement, outcome: Outcome, chains: Chains, roster: Roster) -> Statement:
    """Return a statement with everything that its outcome tells."""
    event = statement.event
    return replace(
        statement,
        speaker=outcome.entry.name if outcome.entry else None,
        speaker_reason=outcome.reason,
        speaker_confidence=outcome.certain,
        proposed=outcome.proposed.name if outcome.proposed else None,
        chain=chains.build(statement, outcome),
        event=_resolve_event(event, roster) if event is not None else None,
    )


def _resolve_event(event: Event, roster: Roster) -> Event:
    """Return the event with its participants under their fullest names."""
    participants = tuple(
        replace(p, agent=_resolve_participant(p.agent, roster)) for p in event.participants
    )
    return replace(event, participants=tuple(dict.fromkeys(participants)))


def _resolve_participant(printed: str, roster: Roster) -> str:
    """Return a participant's fullest name; a capital stands for its country."""
    words = strip_article(printed)
    country = find_country(words)
    if country is not None:
        return country
    phrase = read_phrase(printed)
    if phrase.form is Form.NAME:
        found = only(roster.find(phrase.name, phrase.gender if phrase.honorific else None))
        return found.name if found is not None else words
    if phrase.form is Form.DESCRIPTION:
        described = only(find_described(phrase, roster))
        return described.name if described is not None else words
    return words


def _agents(statements: Sequence[Statement], roster: Roster) -> tuple[Agent, ...]:
    """Return every agent that a speaker, hop or participant names, in text order."""
    agents: dict[str, Agent] = {}
    for name, kind in _named(statements):
        if name in agents:
            continue
        entry = next((e for e in roster.find(name.split()) if e.name == name), None)
        known = entry is not None and kind is not AgentKind.UNNAMED
        agents[name] = roster.to_agent(entry) if entry and known else Agent(name, kind)
    return tuple(agents.values())


def _named(statements: Sequence[Statement]) -> Iterator[tuple[str, AgentKind]]:
    """Yield each named agent with the kind that its place implies."""
    for statement in statements:
        for hop in statement.chain:
            yield hop.agent, hop.kind
        if statement.proposed is not None:
            yield statement.proposed, AgentKind.PERSON
        if statement.event is not None:
            for participant in statement.event.participants:
                body = is_body(read_run(tuple(participant.agent.split())).words)
                yield participant.agent, AgentKind.ORGANIZATION if body else AgentKind.PERSON
