"""Who speaks each statement: names, descriptions, pronouns and continuations in text order.

Every outcome carries its reason. Where two agents are about equally likely, or
none fits, the speaker stays blank and the reason begins with "unsure".
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tracker.model import AgentKind, Hop, Span, Statement, StatementType
from tracker.resolve.certainty import settle, weigh_source
from tracker.resolve.describe import doubt_of, find_described
from tracker.resolve.focus import Trail
from tracker.resolve.hints import (
    ASKS,
    CLAUSE_REACH,
    HEADLINE,
    NAMED_SO,
    OTHER,
    PASSIVE,
    QUOTES,
    REPLY,
    SAME,
    TAIL,
    TOLD,
    hidden_name,
    is_heading,
    is_no_person,
)
from tracker.resolve.open_quotes import CONTINUATION, handed_back
from tracker.resolve.outcome import Outcome
from tracker.resolve.phrase import Form, Phrase
from tracker.resolve.point import Point
from tracker.resolve.relatives import IN_PASSING, find_antecedent
from tracker.resolve.roster import Entry, Roster
from tracker.resolve.scan import Mention, Reading

_STATEMENTS_BACK = 30
"""Nested statements and bare facts that may stand before the one that a quote continues."""

UNREAD = "cue not read"
"""The rule under which extraction hands over a quote without a cue."""


class Speakers:
    """Decides statement by statement; call `decide` in the article's order."""

    def __init__(
        self,
        reading: Reading,
        roster: Roster,
        trail: Trail,
        phrases: dict[Span, tuple[Phrase, ...]],
    ) -> None:
        self._reading = reading
        self._roster = roster
        self._trail = trail
        self._phrases = phrases
        self._statements: Sequence[Statement] = ()
        self._outcomes: list[Outcome] = []
        self._by_span: dict[Span, Outcome] = {}

    def decide(self, statements: Sequence[Statement]) -> list[Outcome]:
        """Return the outcome of each statement, in the same order."""
        self._statements = statements
        for index, statement in enumerate(statements):
            outcome = settle(self._one(statements, index, statement))
            outcome = weigh_source(outcome, statement.source_confidence, statement.rule)
            self._outcomes.append(outcome)
            self._note(statement, outcome)
        return handed_back(self._reading.text, statements, self._outcomes)

    def _one(self, statements: Sequence[Statement], index: int, statement: Statement) -> Outcome:
        """Return the outcome of one statement."""
        if statement.source is None:
            if statement.rule == CONTINUATION:
                return self._continue(statements, index)
            unread = statement.rule == UNREAD
            return Outcome("unsure: who says it could not be read" if unread else "no source")
        known = self._by_span.get(statement.source)
        if known is not None:
            return known
        if self._quotes_another(statement):
            return Outcome("unsure: quotes somebody else")
        phrases = self._phrases[statement.source]
        if len(phrases) > 1:
            return self._joint(phrases)
        return self._phrase(statement, phrases[0])

    def _quotes_another(self, statement: Statement) -> bool:
        """Say whether a source only hands on what another said ("Ann Lee quoted her father")."""
        source, cue = statement.source, statement.cue
        if source is None or cue is None or cue.start < source.end:
            return False
        text = self._reading.text
        passive = PASSIVE.search(text, source.end, cue.end) is not None
        return QUOTES.match(cue.of(text)) is not None and not passive

    def _note(self, statement: Statement, outcome: Outcome) -> None:
        """Put the speaker on the trail, so that a later pronoun can mean it."""
        source = statement.source
        if source is None or source in self._by_span:
            return
        self._by_span[source] = outcome
        if statement.parent is not None or (statement.rule == HEADLINE and not outcome.entry):
            return  # whom a headline does not name, the text tells of again
        phrase = self._phrases[source][0]
        cue = statement.cue.of(self._reading.text) if statement.cue else ""
        # Who is only told of in passing is not whom the next "he" means.
        entry = None if outcome.reason == IN_PASSING else outcome.entry
        self._trail.add(
            Point(
                source.start,
                entry,
                speaks=True,
                gender=phrase.gender,
                no_person=bool(outcome.joint)
                or is_no_person(phrase)
                or self._is_aside(source)
                or (entry is None and phrase.head in ("who", "which")),
                asks=ASKS.search(cue) is not None,
            )
        )

    def _is_aside(self, source: Span) -> bool:
        """Say whether a source stands in a clause about a thing ("what one of them called")."""
        before = self._reading.text[max(0, source.start - 6) : source.start]
        return before.endswith(("what ", "which ")) and self._by_span[source].entry is None

    def _phrase(self, statement: Statement, phrase: Phrase) -> Outcome:
        """Return the outcome of one source phrase."""
        match phrase.form:
            case Form.NAME:
                return self._name(phrase, statement)
            case Form.PRONOUN:
                return self._pronoun(statement, phrase)
            case Form.DESCRIPTION:
                return self._described(phrase, statement)
            case Form.DOCUMENT:
                return self._document(phrase)
        hidden = hidden_name(phrase, self._roster)
        if hidden is not None:
            return Outcome("short name", hidden)
        return Outcome("unnamed source", unnamed=phrase.words)

    def _name(self, phrase: Phrase, statement: Statement | None = None) -> Outcome:
        """Return the agent that a name stands for."""
        found = self._roster.find(phrase.name, phrase.gender if phrase.honorific else None)
        if len(found) > 1:
            nearest = self._nearest(found, statement) if statement else None
            return Outcome("unsure: two agents share the name", proposed=nearest)
        if not found or len("".join(phrase.name)) < 2:
            return Outcome("unsure: nobody of that name")
        if found[0].doubtful:
            return Outcome("unsure: hardly a name")
        full = len(phrase.name) >= len(found[0].words)
        return Outcome("full name" if full else "short name", found[0])

    def _nearest(self, bearers: Sequence[Entry], statement: Statement) -> Entry | None:
        """Return which bearer of a name has come up most before a statement, if one has."""
        place = statement.source or statement.content[0]
        weighed = self._trail.weigh(place.start, None, statement.content)
        return next((w.entry for w in weighed if w.entry in bearers), None)

    def _described(self, phrase: Phrase, statement: Statement) -> Outcome:
        """Return the agent that a description fits, unless the text stands against it."""
        outcome = self._description(phrase)
        entry, source = outcome.entry, statement.source
        if entry is None or source is None:
            return outcome
        doubt = doubt_of(phrase, entry, self._reading.text, source.start)
        return Outcome(f"unsure: {doubt}", proposed=entry) if doubt else outcome

    def _description(self, phrase: Phrase) -> Outcome:
        """Return the agent that a description fits, when it is one."""
        found = find_described(phrase, self._roster)
        if len(found) == 1:
            return Outcome("description", found[0])
        if phrase.name and not found:
            return self._name(phrase)
        if len(found) > 1:
            return Outcome("unsure: the description fits several")
        return Outcome("unnamed source", unnamed=phrase.words)

    def _document(self, phrase: Phrase) -> Outcome:
        """Return the fully named maker of a document, else the document as an unnamed source."""
        found = self._roster.find(phrase.name) if phrase.name else []
        if len(found) == 1 and len(phrase.name) >= len(found[0].words):
            return Outcome("document of a named maker", found[0])
        return Outcome("unnamed source", unnamed=phrase.words)

    def _joint(self, phrases: Sequence[Phrase]) -> Outcome:
        """Return the outcome of a source of several names."""
        outcomes = [self._name(p) if p.form is Form.NAME else self._description(p) for p in phrases]
        entries = tuple(o.entry for o in outcomes if o.entry is not None)
        if len(entries) < len(phrases):
            return Outcome("unsure: joint source with an unknown name", joint=entries)
        return Outcome("joint", joint=entries)

    def _pronoun(self, statement: Statement, phrase: Phrase) -> Outcome:
        """Return the agent that a pronoun means."""
        assert statement.source is not None
        start = statement.source.start
        word = phrase.head
        if word in ("i", "me"):
            return self._first_person(statement)
        if word in ("who", "which"):
            return find_antecedent(self._reading, self._roster, start, person=word == "who")
        if word in ("it", "its"):
            return self._thing(statement)
        if word in ("he", "she", "him", "her", "his"):
            return self._person(statement, phrase)
        return Outcome("unsure: several are meant")

    def _first_person(self, statement: Statement) -> Outcome:
        """Return the speaker of the quotation in which "I" stands."""
        if statement.parent is None or statement.parent >= len(self._outcomes):
            return Outcome("unsure: first person outside a quotation")
        outcome = self._outcomes[statement.parent]
        if outcome.entry is None:
            return outcome
        return Outcome("pronoun: first person", outcome.entry)

    def _person(self, statement: Statement, phrase: Phrase) -> Outcome:
        """Return whom "he" or "she" means."""
        source = statement.source
        assert source is not None
        if statement.parent is not None:
            return self._inside(statement, phrase)
        if any(_carries(hop, source) for hop in statement.chain):
            return Outcome("unsure: conveyed by another")
        replies = bool(statement.cue and REPLY.search(statement.cue.of(self._reading.text)))
        found = self._trail.find(source.start, phrase.gender, statement.content, replies=replies)
        if phrase.head in ("him", "her") and self._trail.names_another(found.entry, source.start):
            return Outcome("unsure: a nearer name also fits", proposed=found.entry)
        if found.entry is not None and found.entry.gender is None:
            found.entry.gender = phrase.gender
        return Outcome(found.reason, found.entry, proposed=found.proposed, share=found.share)

    def _inside(self, statement: Statement, phrase: Phrase) -> Outcome:
        """Return whom a pronoun inside another's words means: that speaker, in indirect speech.

        In a quotation "he" is somebody else; in indirect speech it is the speaker
        unless a second person was named in it first.
        """
        doubt = Outcome("unsure: pronoun inside another's words")
        parent, source = statement.parent, statement.source
        if parent is None or source is None or parent >= len(self._outcomes):
            return doubt
        entry = self._outcomes[parent].entry
        text = self._reading.text
        if entry is not None and self._opens_clause(parent, source):
            fits = entry.gender in (None, phrase.gender) and entry.agent_kind is AgentKind.PERSON
            return Outcome("pronoun: speaker of the clause", entry) if fits else doubt
        pieces = [s for s in self._statements[parent].content if s.start <= source.start < s.end]
        if entry is None or entry.gender is not phrase.gender or not pieces:
            return doubt
        before = text[pieces[0].start : source.start]
        direct = self._statements[parent].type is StatementType.DIRECT
        if direct or text[pieces[0].start] == "'" or any(mark in before for mark in '“"‘«'):
            return doubt
        if any(m.start >= pieces[0].start for m in self._mentions_before(source.start, 3)):
            return doubt
        return Outcome("pronoun: speaker of the clause", entry)

    def _opens_clause(self, parent: int, pronoun: Span) -> bool:
        """Say whether a pronoun opens what its speaker says outside marks ("Lee said she …")."""
        outer = self._statements[parent]
        first, text = outer.content[0], self._reading.text
        told = outer.source is not None and outer.source.end <= first.start
        lead = text[first.start : pronoun.start].strip().lower()
        # "Lee welcomed what she called …": whose name for it is it, if not hers
        leads = ("", "that", "what") if NAMED_SO.match(text, pronoun.end) else ("", "that")
        own = first.start <= pronoun.start < first.end and lead in leads
        if not told or outer.source is None or first.start - outer.source.end > CLAUSE_REACH:
            return False
        if self._phrases[outer.source][0].head in ("i", "we", "you", "it", "they"):
            return False
        return told and own and outer.cue is not None and not TOLD.match(outer.cue.of(text))

    def _mentions_before(self, start: int, count: int) -> Sequence[Mention]:
        """Return the last few names before `start`."""
        mentions = self._reading.mentions
        index = bisect_left(mentions, start, key=lambda m: m.start)
        return mentions[max(0, index - count) : index]

    def _thing(self, statement: Statement) -> Outcome:
        """Return the body that "it" means."""
        assert statement.source is not None
        if statement.parent is not None:
            return Outcome("unsure: pronoun inside another's words")
        found = self._trail.find_body(statement.source.start, statement.content)
        return Outcome(found.reason, found.entry)

    def _continue(self, statements: Sequence[Statement], index: int) -> Outcome:
        """Return the speaker of the statement before, when the quote follows it closely."""
        here = statements[index].content
        for back in range(index - 1, max(-1, index - _STATEMENTS_BACK), -1):
            before = statements[back]
            if before.parent is not None or (before.source is None and before.rule != CONTINUATION):
                continue
            end = max(s.end for s in (*before.content, before.source or before.content[0]))
            outcome = self._outcomes[back]
            doubt = self._breaks(end, here, outcome.entry)
            if doubt is not None:
                return Outcome(f"unsure: {doubt}")
            if outcome.entry is None:
                return replace(outcome, joint=())
            return Outcome("continuation", outcome.entry)
        return Outcome("unsure: nothing to continue")

    def _breaks(self, end: int, content: Sequence[Span], last: Entry | None) -> str | None:
        """Return why a quote does not continue what `last` said to `end`, None when it does."""
        reading, text = self._reading, self._reading.text
        start = content[0].start
        if is_heading(text, content[-1]):
            return "a heading"
        apart = reading.paragraph_at(start) - reading.paragraph_at(max(0, end - 1))
        if apart > 1:
            return "a paragraph in between"
        if apart == 1 and text[content[-1].start : content[-1].end].rstrip("”\"’'» ").endswith("?"):
            return "a question in a new paragraph may be another's"
        if reading.sentence_at(start) - reading.sentence_at(end) > 1:
            between = {match[0].lower() for match in SAME.finditer(text, end, start)}
            other = OTHER.get(last.gender) if last is not None and last.gender else None
            if not between - {other}:
                return "a sentence in between"
        if TAIL.match(text, content[-1].end):
            return "the quote goes on outside its marks"
        return None


def _carries(hop: Hop, source: Span) -> bool:
    """Say whether a relay in front of a source hands its words on ("Z quoted him as …")."""
    if hop.span is None or hop.span.end > source.start:
        return False
    return hop.cue is None or hop.cue.start >= hop.span.end
