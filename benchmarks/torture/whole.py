"""The smallest database in which every table has a row, and the ledger an entry of every kind.

Every bit of it is flipped in turn and each flip costs two verifications, so its texts and
reasons are as short as they can be.
"""

from pathlib import Path

from sqlmodel import select

from benchmarks.torture.store import capture_of, compact, relate
from tracker import (
    correction,
    gazetteer,
    identity,
    match,
    notices,
    pipeline,
    recording,
    redaction,
    review,
    undo,
    withdrawal,
)
from tracker.correction import Correction
from tracker.gazetteer import Edit
from tracker.model import (
    Act,
    Agent,
    AgentKind,
    Ground,
    Kind,
    NoticeKind,
    Order,
    Span,
    Statement,
    StatementType,
    Verdict,
)
from tracker.notices import About, Said
from tracker.pipeline import Reader
from tracker.recording import Entry
from tracker.store import capturing, ledger, rekey, retries, schema, statements
from tracker.store.engine import Engine, open_engine
from tracker.store.places import Known
from tracker.store.session import reading, writing
from tracker.store.statements import Source
from tracker.store.tables import AgentRow

FIRED = "Nordia fired two missiles near Larvik, Mayor Bo Ek said."
LATER = FIRED.replace("two", "three")
ADDRESS = "https://a.example/1"

ORDER = Order(Ground.LEGAL, "order", "court")


def whole_store(path: Path) -> Path:
    """Make the database; return its path."""
    engine = open_engine(f"sqlite:///{path}")
    schema.upgrade(engine)
    fill(engine)
    engine.dispose()
    compact(path)
    return path


def fill(engine: Engine) -> None:
    """Do to an empty database, of either engine, all that a desk does."""
    article = _capture_thrice(engine)
    other = pipeline.add(engine, capture_of(FIRED, "B", "2024-05-03"), "v", Reader()).article_id
    _notices(engine, article)
    _speaker_proposed(engine)
    _say_of_claims(engine)
    _say_of_agents_and_places(engine)
    withdrawal.withdraw(engine, other, "slip", "v")
    withdrawal.restore(engine, other, "none", "v")
    rekey.rekey(engine, match.keys, "v", lambda count: None)
    redaction.redact_article(engine, other, None, ("two missiles",), ORDER, "v")
    redaction.redact_agent(engine, _agent(engine, "Ida Berg"), ORDER, "v")
    redaction.redact_reason(engine, _last(engine, "judgement.withdrawn"), ORDER, "v")


def _capture_thrice(engine: Engine) -> int:
    """Capture an article on request, as it is again, and with other words; return its number."""
    asked = retries.request("k", "add", {"text": FIRED})
    for text, request in ((FIRED, asked), (FIRED, None), (LATER, None)):
        capture = capture_of(text, "A", "2024-05-02", ADDRESS)
        added = pipeline.add(engine, capture, "v", Reader(), request)
    return added.article_id


def _notices(engine: Engine, article: int) -> None:
    notices.record(engine, article, Said(NoticeKind.CORRECTION, "Three."), About(claim_id=1), "v")
    about = About(occurrence_id=1)
    made = notices.record(engine, article, Said(NoticeKind.RETRACTION, "No."), about, "v")
    notices.withdraw(engine, article, made.name, "slip", "v")


def _speaker_proposed(engine: Engine) -> None:
    """Store a statement whose speaker is proposed, and answer on it."""
    text = "It rains."
    said = Statement(
        content=(Span(0, 9),),
        kind=Kind.CLAIM,
        type=StatementType.INDIRECT,
        act=Act.SPEECH,
        proposed="Ida Berg",
        speaker_confidence=0.6,
    )
    with writing(engine, "v") as tx:
        added = capturing.add_capture(tx, capture_of(text, None, None))
        findings, agents = (
            [pipeline.finding(text, said, match.keys)],
            [Agent("Ida Berg", AgentKind.PERSON, ("Berg",))],
        )
        (row,) = statements.add_statements(tx, added, findings, agents, Source("hand", "1"))
        number = row.id
    review.judge(engine, f"S{number}", Verdict.YES, "it is her", "v")


def _say_of_claims(engine: Engine) -> None:
    """Relate two claims, answer on a link and on the relation, correct, and undo both."""
    relate(engine, 2, 1)
    review.judge(engine, "R1", Verdict.NO, "two counts", "v")
    review.judge(engine, "L1", Verdict.YES, "same", "v")
    review.judge(engine, "L1", Verdict.UNSURE, "perhaps", "o")
    undo.undo(engine, _last(engine, "judgement.made"), "looked", "o")
    correction.correct(engine, 1, Correction(speaker="Ada Lind"), "misread", "o")
    undo.undo(engine, _last(engine, "correction.made"), "no", "o")
    recorded = recording.record(engine, Entry("It hails.", speaker="Ann Ruiz"), "v", "k2")
    undo.undo(engine, _last(engine, "occurrence.added"), f"not {recorded.claim_id}", "v")


def _say_of_agents_and_places(engine: Engine) -> None:
    one, other = _agent(engine, "Bo Ek"), _agent(engine, "Ada Lind")
    identity.merge(engine, other, one, "one man", "v")
    identity.split(engine, other, "two", "v")
    identity.tell_apart(engine, other, one, "two", "o")
    place = gazetteer.add(engine, Known("Nordby", aliases=("Nord",)), "new", "v")
    gazetteer.edit(engine, place, Edit(drop_aliases=("Nord",), add_aliases=("By",)), "map", "v")
    undo.undo(engine, _last(engine, "place.edited"), "no map", "v")


def _agent(engine: Engine, name: str) -> int:
    """Return the number of the agent of a name."""
    with reading(engine) as session:
        return session.exec(select(AgentRow.id).where(AgentRow.name == name)).one()


def _last(engine: Engine, action: str) -> int:
    """Return the newest ledger entry of an action."""
    with reading(engine) as session:
        return next(
            row.seq for row, _ in ledger.entries(session, limit=500) if row.action == action
        )
