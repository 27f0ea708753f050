"""From a capture to stored, linked claims: one transaction an article."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker import __version__, extract, keying, linking, resolve, versions
from tracker.extract.sequence.model import SequenceModel
from tracker.model import NOWHERE, Agent, Article, Capture, CaptureState, Gazetteer, Span, Statement
from tracker.store import capturing, retries, session, sightings, statements, withdrawals
from tracker.store.articles import Outcome
from tracker.store.engine import Engine
from tracker.store.retries import Request
from tracker.store.session import Session, writing
from tracker.store.statements import Finding, Source
from tracker.text.language import is_english

CONTEXT = 300
"""Codepoints kept on each side of a statement: the subject that a cut quote lacks."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What extraction and resolution found in one article."""

    statements: Sequence[Statement]
    agents: Sequence[Agent]


@dataclass(frozen=True, slots=True)
class AddResult:
    """What adding one source came to; `occurrences` are the new ones' ids."""

    article_id: int
    version: int
    outcome: Outcome
    state: CaptureState
    occurrences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads articles: the places a desk knows, and a sequence model with its name.

    Made once, used for every article. Without a model rules read alone.
    """

    gazetteer: Gazetteer = NOWHERE
    model: SequenceModel | None = None
    model_name: str = "rules alone"

    @property
    def source(self) -> Source:
        """Who found the statements, as occurrences keep it."""
        return Source("extracted", f"{__version__}, {self.model_name}")

    def read(self, article: Article) -> Reading:
        """Return the statements of an article with their speakers resolved.

        A text that is not in English yields none: extraction does not know its language.
        """
        if is_english(article.text) is False:
            return Reading((), ())
        found = extract.extract(article, self.gazetteer, self.model)
        resolution = resolve.resolve(article, found)
        return Reading(resolution.statements, resolution.agents)


def add(
    engine: Engine, capture: Capture, user: str, reader: Reader, asked: Request | None = None
) -> AddResult:
    """Store a capture with its statements, and link them. All or nothing.

    When it was `asked` before, what was answered then is answered again.

    Raises:
        BadInput: the key of what is asked was used for another input.
        DatabaseProblem: the database cannot be written.
    """
    if (before := answered(engine, asked)) is not None:
        return before
    if capture.state is CaptureState.WHOLE and is_english(capture.article.text) is False:
        capture = replace(capture, state=CaptureState.UNKNOWN_LANGUAGE)
    reading = reader.read(capture.article)
    # Before the transaction, so that others do not wait for a model of sentences.
    keys = keying.keys_for(engine)
    findings = [finding(capture.article.text, s, keys) for s in reading.statements]
    with writing(engine, user) as tx:
        # Once more: another process may have been faster with the same request.
        if (before := _answered(tx.session, asked)) is not None:
            return before
        added = capturing.add_capture(tx, capture)
        fresh = []
        if added.outcome is Outcome.UNCHANGED:
            sightings.add(tx, added, capture)
        else:
            fresh = statements.add_statements(tx, added, findings, reading.agents, reader.source)
            if added.outcome is Outcome.NEW_VERSION:
                versions.follow(tx, added)
            if withdrawals.withdrawal_of(tx.session, added.article.id) is not None:
                withdrawals.settle(tx, added.article, "its article is withdrawn")
            linking.link_new(tx, [row.claim_id for row in fresh])
        result = AddResult(
            article_id=added.article.id,
            version=added.version.number,
            outcome=added.outcome,
            state=CaptureState(added.version.state),
            occurrences=tuple(row.id for row in fresh),
        )
        answer = {
            "article": added.article.uid,
            "version": result.version,
            "outcome": str(result.outcome),
            "state": str(result.state),
            "occurrences": [row.uid for row in fresh],
        }
        retries.keep(tx, asked, answer)
        return result


def answered(engine: Engine, asked: Request | None) -> AddResult | None:
    """Return what adding came to when it was `asked` before, None when it is new.

    Raises:
        BadInput: the key was used for another input.
    """
    if asked is None:
        return None
    with session.reading(engine) as reading:
        return _answered(reading, asked)


def _answered(reading: Session, asked: Request | None) -> AddResult | None:
    answer = retries.earlier(reading, asked)
    if answer is None:
        return None
    return AddResult(
        article_id=retries.article_id(reading, answer["article"]),
        version=answer["version"],
        outcome=Outcome(answer["outcome"]),
        state=CaptureState(answer["state"]),
        occurrences=tuple(
            row.id for row in retries.occurrence_rows(reading, answer["occurrences"])
        ),
    )


def finding(text: str, statement: Statement, keys: keying.Keys) -> Finding:
    """Return a statement of `text` with what storing and matching need of it."""
    return Finding(
        statement=statement,
        keys=keys(statement.text(text)),
        context=paragraph_around(text, statement.content),
    )


def paragraph_around(text: str, content: Sequence[Span]) -> str:
    """Return the printed lines that hold `content`, at most `CONTEXT` codepoints a side."""
    first, last = content[0].start, content[-1].end
    start = text.rfind("\n", max(0, first - CONTEXT), first) + 1 or max(0, first - CONTEXT)
    end = text.find("\n", last, last + CONTEXT)
    return text[start : end if end >= 0 else last + CONTEXT].strip()
