"""A whole database as a folder of JSON Lines, one file a kind of record, and back.

Every record names others by identifiers that follow from content. Occurrences,
links and relations also carry what a reader wants beside them (address, speaker,
chain, status); reading back passes over those and restores the rest as it was.
"""

import json
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.errors import BadInput, NotVerified
from tracker.keying import keys_for
from tracker.store import claims, dump, model_in_use, places
from tracker.store.engine import Engine
from tracker.store.records import Record
from tracker.store.restore import Restorer, require_empty
from tracker.store.session import Session, reading, writing
from tracker.views.exported import claim_extras, occurrence_extras, selected_extras, statuses

Progress = Callable[[str, int], None]
"""Told the kind of record and how many of it were written or read."""


def export(engine: Engine, folder: Path, progress: Progress, claim_ids: list[int]) -> None:
    """Write every record, or those of some claims, into files of `folder`.

    Raises:
        BadInput: the folder holds files already, or cannot be written.
        NotFound: there is no such claim.
    """
    with reading(engine) as session:
        write(session, folder, progress, claim_ids)


def write(
    session: Session,
    folder: Path,
    progress: Progress,
    claim_ids: list[int],
    with_ledger: bool = True,
) -> None:
    """Write what a session sees, of the present or the past, into files of `folder`.

    With `claim_ids` only occurrences and claims of those claims, and relations among
    them, are written, and the claims say how independent their reports are. Such a
    selection, and what has no ledger, is to be read: it cannot be read back. On any error,
    and when interrupted, nothing is left of what was written.

    Raises:
        BadInput: the folder holds files already, or cannot be written.
        NotFound: there is no such claim.
    """
    chosen = chosen_uids(session, claim_ids) if claim_ids else None
    with _filled(folder):
        for kind, found in records(session, chosen):
            if with_ledger or kind not in dump.LOG:
                _write(folder / f"{kind}.jsonl", kind, found, progress)


@contextmanager
def _filled(folder: Path) -> Iterator[None]:
    """Make a folder to be filled; whatever goes wrong, it is then as it was, there or not.

    Raises:
        BadInput: it holds files already, or cannot be written.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    if folder.is_file():
        raise BadInput(f"{folder} is a file: give a new folder with --out")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise BadInput(f"{folder} holds files already: give a new folder with --out")
    except OSError as error:
        raise BadInput(f"{error.filename or folder}: {error.strerror}") from error
    try:
        yield
    except BaseException as error:
        with suppress(OSError):  # somebody else may have put something there meanwhile
            for kind in dump.KINDS:
                (folder / f"{kind}.jsonl").unlink(missing_ok=True)
            for path in missing:
                path.rmdir()
        if isinstance(error, OSError):
            raise BadInput(f"{error.filename or folder}: {error.strerror}") from error
        raise


def _write(path: Path, kind: str, records: Iterator[Record], progress: Progress) -> None:
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            file.write(line(record))
            count += 1
    progress(kind, count)


def chosen_uids(session: Session, claim_ids: Collection[int]) -> set[str]:
    """Return the uids of the chosen claims and of all that is part of them.

    Raises:
        NotFound: there is no such claim.
    """
    ids = chosen_ids(session, claim_ids)
    return {stored.uid for stored in claims.load_claims(session, ids).values()}


def chosen_ids(session: Session, claim_ids: Collection[int]) -> set[int]:
    """Return the numbers of the chosen claims and of all that is part of them.

    Raises:
        NotFound: there is no such claim.
    """
    rows = [claims.get_claim(session, claim_id) for claim_id in claim_ids]
    roots = {row.part_of_id or row.id or 0 for row in rows}
    parts = claims.members(session, roots)
    return roots | {part for members in parts.values() for part in members}


def line(record: Record) -> str:
    """Return a record as a line of a file."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n"


def records(
    session: Session, chosen: set[str] | None = None
) -> Iterator[tuple[str, Iterator[Record]]]:
    """Yield each kind of record with its records: all, or those of some claims by uid."""
    uids = dump.Uids(session)
    extras = occurrence_extras(session)
    status = statuses(session)
    for kind, dumped in dump.KINDS.items():
        found = dumped(session, uids)
        if kind == "occurrences":
            found = ({**record, **extras(record["id"])} for record in found)
        if kind in ("links", "relations"):
            found = ({**record, "status": status[record["id"]]} for record in found)
        if chosen is None:
            yield kind, found
        elif kind in _SELECTED:
            belongs = _SELECTED[kind]
            selected = (record for record in found if belongs(record, chosen))
            if kind == "occurrences":
                beside = selected_extras(session)
                selected = ({**record, **beside(record["id"])} for record in selected)
            if kind == "claims":
                independence = claim_extras(session)
                selected = ({**record, **independence(record["id"])} for record in selected)
            yield kind, selected


_SELECTED: dict[str, Callable[[Record, set[str]], bool]] = {
    "claims": lambda record, chosen: record["id"] in chosen,
    "occurrences": lambda record, chosen: record["own_claim_id"] in chosen,
    "relations": lambda record, chosen: (
        record["from_claim_id"] in chosen or record["to_claim_id"] in chosen
    ),
}


def restore(engine: Engine, folder: Path, user: str, progress: Progress) -> None:
    """Read an exported folder into an empty database, exactly as it was.

    Raises:
        BadInput: a file is missing, or a line is malformed.
        Conflict: the database holds records already.
        NotVerified: words, bytes or ledger are not what was exported.
    """
    kinds = [kind for kind in dump.KINDS if (folder / f"{kind}.jsonl").is_file()]
    missing = [kind for kind in dump.KINDS if kind not in (*kinds, *dump.LATER)]
    if missing:
        raise BadInput(f"{folder} is no whole export: it lacks {missing[0]}.jsonl")
    with writing(engine, user) as tx:
        require_empty(tx.session)
        places.drop_shipped(tx.session)
        restorer = Restorer(tx, keys_for(engine), _made(folder / "ledger.jsonl"))
        for kind in kinds:
            _read(restorer, kind, folder / f"{kind}.jsonl", progress)
        restorer.finish("ledger_head" in kinds)
    with writing(engine, user) as tx:  # of its own, as the ledger's head is another now
        model_in_use.note_keys(tx)


_DECIDED = ("judgements", "corrections", "notices", "withdrawals")


def _made(path: Path) -> dict[str, int]:
    """Return the number of the entry that first tells of each record, by uid."""
    made: dict[str, int] = {}
    for _, record in _lines(path):
        made.setdefault(str(record.get("record_uid")), len(made))
    return made


def _read(restorer: Restorer, kind: str, path: Path, progress: Progress) -> None:
    records = list(_lines(path))
    if kind in _DECIDED:
        # What people decided later counts, and clocks may have run back meanwhile.
        records.sort(key=lambda line: restorer.made.get(str(line[1].get("id")), 0))
    for number, record in records:
        try:
            restorer.restore(kind, [record])
        except (KeyError, TypeError, ValueError) as error:
            raise BadInput(f"{path}, line {number}: {error!r}; nothing was imported") from error
        except NotVerified as error:
            raise NotVerified(f"{path}, line {number}: {error}") from error
    progress(kind, len(records))


def _lines(path: Path) -> Iterator[tuple[int, Record]]:
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                yield number, _object(path, number, line)
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} is not UTF-8: {error}") from error


def _object(path: Path, number: int, line: str) -> Record:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise BadInput(f"{path}, line {number}: not JSON ({error})") from error
    if not isinstance(record, dict):
        raise BadInput(f"{path}, line {number}: not a JSON object")
    return record
