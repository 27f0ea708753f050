"""Backups of an SQLite database: a copy counts only once it has been verified."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tracker import audit, gazetteer
from tracker.errors import BadInput, NotVerified
from tracker.model import Place
from tracker.store import ledger, schema
from tracker.store.copying import Progress, copy_file, file_of, placed, refuse_existing, settle
from tracker.store.engine import Engine, make_folder, open_engine
from tracker.store.session import reading


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds: how much was checked by kind, and the ledger's head."""

    checked: dict[str, int]
    seq: int
    hash: str


def back_up(engine: Engine, out: Path, places: Sequence[Place], progress: Progress) -> Copied:
    """Copy the database into a new file while others write, and verify the copy.

    Raises:
        BadInput: it is on PostgreSQL, or there is a file of that name.
        NotVerified: the copy does not verify; no file is left.
        DatabaseProblem: the database cannot be read.
    """
    source = file_of(engine)
    with placed(out.absolute()) as partial:
        copy_file(source, partial, progress)
        with _opened(partial) as copy:
            copied = _verify(copy, places)
        settle(partial)
    return copied


def restore(
    file: Path, engine: Engine, user: str, places: Sequence[Place], progress: Progress
) -> Copied:
    """Put a backup, of this release or an earlier one, where `engine` has no database yet.

    It is copied, upgraded and verified under another name first.

    Raises:
        BadInput: there is a database at that address, or the file holds none of tracker's.
        NotVerified: what it holds does not verify; nothing is put in place.
        NewerSchema: a newer program wrote it.
        DatabaseProblem: the file cannot be read.
    """
    target = file_of(engine)
    try:
        refuse_existing(target)
    except BadInput as error:
        raise BadInput(f"{error} address with --database, such as sqlite:///restored.db") from error
    make_folder(engine)
    with placed(target) as partial:
        copy_file(file, partial, progress)
        with _opened(partial) as copy:
            if schema.current_revision(copy) is None:
                raise BadInput(f"{file} holds no database of tracker's")
            schema.upgrade(copy)
            schema.mend_triggers(copy)
            gazetteer.seed(copy, user)
            copied = _verify(copy, places)
        settle(partial)
    return copied


@contextmanager
def _opened(path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{path}")
    try:
        yield engine
    finally:
        engine.dispose()


def _verify(engine: Engine, places: Sequence[Place]) -> Copied:
    checked, problems = audit.verify(engine, places)
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise NotVerified(f"{problems[0].record}: {problems[0].message}{more}")
    with reading(engine) as session:
        seq, last = ledger.head(session)
    return Copied(checked, seq, last)


__all__ = ["Copied", "back_up", "restore"]
