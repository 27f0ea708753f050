"""When a statement was made, where its clause of attribution says so.

"The White House warned last week that …", "Peskov said on Tuesday", "in a statement
on Monday": the date stands with the cue and its source, outside the content. A date
inside the content is when the thing happened, one inside a relative clause
("Ruiz, who took office in May, said") belongs to that clause, and neither is used.
A quotation that goes on with no cue of its own was said when the one before it was.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tracker.extract.anchor import anchor_of
from tracker.extract.continuation import CONTINUATION
from tracker.extract.paragraphs import body_paragraphs
from tracker.model import Article, DateInterval, Span, Statement
from tracker.text.dates import FoundDate, find_dates
from tracker.text.quotation import find_quotations
from tracker.text.sentences import find_sentences

_REACH = 120
"""Codepoints between cue and date: one clause ("told a news conference in Orlo on Tuesday")."""

_ELSEWHERE = re.compile(
    r"(?i:\b(?:who|whom|whose|which|that|when|where|while|after|before|since|until|because|if"
    r"|although|though|following|despite|as|how|what|whether|over|about|amid|ahead\sof|prior\sto"
    r"|born|elected|appointed|founded|launched|arrested|killed|died|resigned|convicted"
    r"|referr\w+|referenc\w+|allud\w+|citing|recall\w+|speaking\sof)\b)|[;—–“”]|\s-\s|--"
)
"""What shows that a date belongs to other words than the cue: a clause or event of its own."""
_ISSUED = re.compile(
    r"(?i:(?<!\bwho\s)(?<!\bwhich\s)\b(?:published|released|issued|dated|posted|aired|broadcast"
    r"|sent|filed|taped|recorded)\b)"
)
"""What a document's own date stands with, unless somebody did it: "Ruiz, who published …"."""
_BREAK = re.compile(r",\s|\(|[;:]\s|\s?[—–]\s?")
_PARTICIPLE = re.compile(
    r"\s?(?:(?!asked|questioned|pressed|challenged)[a-z]+ed|held|made|given|taken|seen|shown)\b"
)
_CHOSEN = re.compile(r"\b[a-z]+ed\s(?:on\s)?\Z")
_CLOCK = re.compile(
    r"(?i:\b\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?|GMT\b|UTC\b|o[’']clock\b)|\b\d\d[.:]\d\d\b)"
)
_KIND = re.compile(r"\s(?![a-z]*ing\b)[A-Za-z]")
_OTHER = re.compile(
    r"(?i:\b(?:from|between|to|of\s(?:the|his|her|its|their))\s(?:early\s|late\s)?)\Z"
)
"""What stands right before a date that is not one of saying: "ambassador from 2007 to 2013"."""
_LONGEST = timedelta(days=366)
"""Nobody utters a sentence for longer: "in the past five years" dates what was done."""
_UTTERED = re.compile(
    r"\s(?:[\w’'-]+\s){0,4}?(?:interviews?|speech|address|remarks|statement|letter|e?-?mail|memo"
    r"|report|study|paper|book|memoir|essay|column|article|op-ed|post|tweet|poll|survey|filing"
    r"|lawsuit|complaint|indictment|affidavit|deposition|ruling|opinion|brief|briefing|debate"
    r"|conference|meeting|hearing|appearance|testimony|rally|forum|broadcast|podcast|documentary"
    r"|questionnaire|call|town\shall|lecture|sermon|message|note|review|audit|analysis)\b"
)
"""What makes the year or month before it that of an utterance: "in a 2016 interview"."""
_BETWEEN = re.compile(r"\d|,\s(?:and|but)\s|[a-z]{3}[.!?][\"”’]?\s+[A-Z“]")
"""What parts a date from a cue though no clause word does: a figure, a new clause or sentence."""
_DETERMINER = re.compile(r"(?:\b(?i:the|an?|his|her|its|their)|[’']s?)\s\Z")
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})


def add_dates(article: Article, statements: list[Statement]) -> list[Statement]:
    """Return the statements, in the same order, with `said_on` where the cue's clause dates them.

    A statement that has a date already, or no cue, stays as it is.
    """
    anchor = anchor_of(article)
    dates = find_dates(article.text, anchor)
    if not dates or all(statement.cue is None for statement in statements):
        return list(statements)
    paragraphs = body_paragraphs(article.text)
    quotations = find_quotations(article.text, paragraphs)
    sentences = find_sentences(article.text, paragraphs, quotations)
    finder = _Finder(article.text, sentences, dates, statements, anchor)
    dated = [
        statement if statement.said_on else replace(statement, said_on=finder.said_on(statement))
        for statement in statements
    ]
    return _carry_on(dated, sentences)


def _carry_on(statements: list[Statement], sentences: Sequence[Span]) -> list[Statement]:
    """Give quotations without a cue the date of the one they go on with.

    That is the statement before, when no other sentence stands between the two.
    """
    starts = [sentence.start for sentence in sentences]
    carried: list[Statement] = []
    last: Statement | None = None
    for statement in statements:
        goes_on = statement.cue is None and statement.rule == CONTINUATION
        if goes_on and last and last.said_on and _sentences_between(last, statement, starts) <= 1:
            statement = replace(statement, said_on=last.said_on)
        carried.append(statement)
        if statement.parent is None:
            last = statement
    return carried


def _sentences_between(one: Statement, other: Statement, starts: Sequence[int]) -> int:
    """Return how many sentences on from the end of `one` the other one starts."""
    end = max(span.end for span in (*one.content, one.cue, one.source) if span is not None)
    return bisect_right(starts, other.content[0].start) - bisect_right(starts, end - 1)


class _Finder:
    """Looks up the dates of a text around a cue."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        dates: Sequence[FoundDate],
        statements: Sequence[Statement],
        anchor: date | None,
    ) -> None:
        self.text = text
        self.anchor = anchor
        self.dates = dates
        self.sentences = sentences
        self.sentence_starts = [sentence.start for sentence in sentences]
        self.starts = [found.span.start for found in dates]
        self.cues = sorted({s.cue for s in statements if s.cue is not None})
        self.pieces = sorted({piece for s in statements for piece in s.content})

    def said_on(self, statement: Statement) -> DateInterval | None:
        """Return the date that stands with the statement's cue, None where none does."""
        cue = statement.cue
        if cue is None:
            return None
        at = bisect_right(self.sentence_starts, cue.start) - 1
        if at < 0:
            return None
        sentence = self.sentences[at]
        low = max(sentence.start, cue.start - 2 * _REACH)
        high = min(max(sentence.end, cue.end), cue.end + _REACH)
        near = self.dates[bisect_left(self.starts, low) : bisect_left(self.starts, high)]
        fitting = [
            found
            for found in near
            if not (self.anchor and found.interval.start > self.anchor)  # nobody has spoken yet
            and found.interval.end - found.interval.start < _LONGEST
            and self._belongs(found.span, statement, cue)
        ]
        nearest = min(fitting, key=lambda found: _gap(found.span, cue), default=None)
        return nearest.interval if nearest else None

    def _belongs(self, day: Span, statement: Statement, cue: Span) -> bool:
        """Say whether `day` dates the saying that `cue` reports."""
        if self._in_content(day, cue) or any(piece.overlaps(day) for piece in statement.content):
            return False
        if self._nearer_cue(day, cue):
            return False
        left, right = min(day.end, cue.end), max(day.start, cue.start)
        source = statement.source
        if source and day.end <= source.start and source.of(self.text).lower() in _RELATIVE:
            return False  # "signed in April by Ruiz, who said": the date is not of her clause
        between = _CLOCK.sub(" ", self._without_source(left, right, statement))
        clause = self._own_clause(day, cue)
        if self._is_of_a_participle(day, cue, clause):
            return False
        return (
            self._is_uttered(day)
            and not (_ELSEWHERE.search(between) or _BETWEEN.search(between))
            and (not _ELSEWHERE.search(clause) or bool(_ISSUED.search(clause)))
        )

    def _is_of_a_participle(self, day: Span, cue: Span, clause: str) -> bool:
        """Say whether it tells when something was done to what the words before it name.

        "The report, opened in 1994, said"; "the delegates chosen on Sunday said".
        """
        if _ISSUED.search(clause):
            return False
        closed = self.text[day.end : day.end + 1] in (",", ")")
        if (closed or cue.end <= day.start) and _PARTICIPLE.match(clause):
            return True
        touches = self.text[day.end : cue.start] == " "
        return touches and _CHOSEN.search(clause) is not None

    def _is_uttered(self, day: Span) -> bool:
        """Say whether the date stands alone, or with what was uttered, not with another thing.

        "Wrote of the 2010 gift" tells of a gift; "said in a 2016 interview" of the saying.
        """
        before = self.text[max(0, day.start - 16) : day.start]
        if _OTHER.search(before):
            return False
        if not (day.of(self.text)[-4:].isdigit() and _KIND.match(self.text, day.end)):
            return True
        if not _DETERMINER.search(before):
            return True
        return _UTTERED.match(self.text, day.end, day.end + 80) is not None

    def _in_content(self, day: Span, cue: Span) -> bool:
        """Say whether `day` is told by a statement that does not hold the cue itself."""
        first = bisect_left(self.pieces, Span(max(0, day.start - 2000), 0))
        last = bisect_left(self.pieces, Span(day.end, 0))
        return any(
            piece.contains(day) and not piece.contains(cue) for piece in self.pieces[first:last]
        )

    def _nearer_cue(self, day: Span, cue: Span) -> bool:
        """Say whether another cue stands between the date and this one."""
        left, right = min(day.end, cue.end), max(day.start, cue.start)
        at = bisect_left(self.cues, Span(left, left))
        return at < len(self.cues) and self.cues[at] != cue and self.cues[at].start < right

    def _without_source(self, left: int, right: int, statement: Statement) -> str:
        """Return the words between date and cue, leaving out the source and the content."""
        keep, at = [], left
        covered = [span for span in (statement.source, *statement.content) if span is not None]
        for span in sorted(covered):
            if span.start < right and at < span.end:
                keep.append(self.text[at : max(at, span.start)])
                at = max(at, span.end)
        keep.append(self.text[at : max(at, right)])
        return " ".join(keep)

    def _own_clause(self, day: Span, cue: Span) -> str:
        """Return the words that lead up to the day from the cue, a comma or the start."""
        if cue.end <= day.start:
            start = cue.end
        else:
            at = bisect_right(self.sentence_starts, day.start) - 1
            start = max(self.sentences[at].start if at >= 0 else 0, day.start - _REACH)
        words = self.text[start : day.start]
        breaks = [match.end() for match in _BREAK.finditer(words)]
        return words[breaks[-1] :] if breaks else words


def _gap(day: Span, cue: Span) -> int:
    """Return the codepoints between a date and a cue."""
    return max(day.start - cue.end, cue.start - day.end, 0)
