"""A session on a past state, read by the same queries as the present one."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlmodel import Session

from tracker.store.engine import Engine
from tracker.store.model_in_use import by_words_alone
from tracker.store.past.moment import Asked, Past, end_of
from tracker.store.past.published import leave_out_unpublished
from tracker.store.past.rewind import rewind
from tracker.store.past.shadow import Shadow
from tracker.store.past.statements import Keys
from tracker.store.session import translated
from tracker.store.sqlite_file import require_unchanged


@contextmanager
def reading_past(engine: Engine, asked: Asked, keys: Keys) -> Iterator[Past]:
    """Open a session that only reads, on the state that is asked for.

    `keys` gives the hashes of a claim's words, for finding it by words it had then. No model
    of sentences is asked: the ledger does not keep what it said of words corrected since.

    Raises:
        NotFound: the ledger has no such entry.
        DatabaseProblem: the database cannot be reached or read.
    """
    with translated(engine), engine.connect() as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        if not on_sqlite:
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with Session(by_words_alone(connection)) as session:
            if on_sqlite:
                # Temporary views are no write to the database, but count as one.
                connection.exec_driver_sql("PRAGMA query_only=OFF")
            past = _go_back(session, asked, keys)
            connection.exec_driver_sql(
                "PRAGMA query_only=ON" if on_sqlite else "SET TRANSACTION READ ONLY"
            )
            yield past
            require_unchanged(connection)


def _go_back(session: Session, asked: Asked, keys: Keys) -> Past:
    end = None
    if asked.as_of is None and asked.known_by is None:
        return Past(session, asked, None)
    shadow = Shadow(session.connection())
    if asked.as_of is not None:
        end = end_of(session, asked.as_of)
        rewind(session, shadow, end, keys)
    left = 0
    if asked.known_by is not None:
        session.expunge_all()
        left = leave_out_unpublished(session, shadow, asked.known_by)
    session.expunge_all()
    session.info.clear()
    return Past(session, asked, end, left)
