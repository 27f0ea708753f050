"""Checkpoints that a time-stamping authority signs, so that a court need not trust the desk.

The stamp is on the bytes that `tracker checkpoint` prints. Whoever has those and the reply
can check it by any program that knows RFC 3161, without this one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tracker.errors import BadInput, NotVerified, TrackerError
from tracker.ingest import rfc3161 as tokens
from tracker.ingest.fetch import Query, post
from tracker.ingest.given import Limits
from tracker.model import Checkpoint, Stamp
from tracker.store import checkpoints, stamps
from tracker.store.engine import Engine
from tracker.store.ledger import Problem
from tracker.store.session import Session, reading, writing
from tracker.store.stamps import Kept


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked of an authority on a checkpoint, and what it replied, in DER."""

    checkpoint: Checkpoint
    request: bytes
    reply: bytes


@dataclass(frozen=True, slots=True)
class Roots:
    """Certificates in PEM that the user trusts, and what messages call them.

    Raises:
        BadInput: they are none, or the package that reads them is not installed.
    """

    name: str
    pem: bytes

    def __post_init__(self) -> None:
        tokens.read_roots(self.pem)


def request(made: Checkpoint) -> bytes:
    """Return a request to stamp a checkpoint, for whoever sends it by other means.

    Raises:
        BadInput: the package for time stamps is not installed.
    """
    return tokens.make_request(made.printed())


def ask(address: str, made: Checkpoint, limits: Limits, source: str) -> Exchange:
    """Return what an authority at an http or https address replies about a checkpoint.

    `source` is the file that holds the checkpoint, for what to do where that fails.

    Raises:
        BadInput: it cannot be asked, or answers with something else.
        TooLarge: the answer is too long for a time stamp.
    """
    request = tokens.make_request(made.printed())
    query = Query(request, tokens.QUERY, tokens.REPLY, tokens.MOST_BYTES)
    try:
        return Exchange(made, request, post(address, query, limits))
    except BadInput as error:
        raise type(error)(
            f"{error}; nothing was kept: ask again later, or write a request to send yourself: "
            f"tracker timestamp request {source}"
        ) from error


def keep(engine: Engine, given: Exchange, roots: Roots | None, user: str) -> tuple[str, Stamp]:
    """Keep a reply in the ledger, once it holds; return the stamp's uid, and what it says.

    Without `roots` it is kept unchecked in that one respect: who signed it.

    Raises:
        NotVerified: it does not hold, or the checkpoint is not of this database; nothing
            is kept.
    """
    pem = roots.pem if roots else None
    stamp = tokens.check(given.reply, given.checkpoint.printed(), pem, given.request)
    with writing(engine, user) as tx:
        wrong = checkpoints.problems(tx.session, given.checkpoint)
        if wrong:
            raise NotVerified(f"the checkpoint is not of this database: {wrong[0].message}")
        return stamps.add(tx, given.checkpoint, given.request, given.reply), stamp


@dataclass(frozen=True, slots=True)
class Checked:
    """A stamp that holds as far as was looked: `roots` names what is behind it, None unasked."""

    kept: Kept
    stamp: Stamp
    roots: str | None

    def record(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "id": self.kept.uid,
            "entry": self.kept.entry,
            "entries": self.kept.checkpoint.entries,
            "root": self.kept.checkpoint.root,
            **self.stamp.record(),
            "checked_against": self.roots,
        }


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of the stamps in a ledger.

    `unread` is their number where the package that reads them is not installed.
    """

    checked: list[Checked]
    problems: list[Problem]
    unread: int = 0

    def record(self) -> dict[str, Any]:
        """Return the stamps as JSON holds them."""
        return {
            "stamps": [one.record() for one in self.checked],
            "stamps_unread": self.unread,
        }


def verify(engine: Engine, roots: Roots | None = None) -> Found:
    """Check that each stamp in the ledger is of its checkpoint, and that one of this ledger."""
    try:
        with reading(engine) as session:
            held = stamps.every(session)
            found = Found([], _strange(session, held))
    except (TrackerError, ValueError, TypeError, LookupError) as error:
        # Of a damaged database; what is wrong with it is for `audit` to say.
        return Found([], [Problem("stamps", f"they cannot be read: {error}")])
    if not tokens.is_installed():
        return Found([], found.problems, unread=len(held))
    for one in held:
        try:
            pem = roots.pem if roots else None
            stamp = tokens.check(one.reply, one.checkpoint.printed(), pem, one.request)
            found.checked.append(Checked(one, stamp, roots.name if roots else None))
        except (NotVerified, BadInput) as error:
            found.problems.append(Problem(f"stamp {one.uid}", str(error)))
    return found


def _strange(session: Session, held: Sequence[Kept]) -> list[Problem]:
    """Return the stamps whose checkpoint is not of this ledger, from before they were kept."""
    roots = checkpoints.roots(session, [one.checkpoint.entries for one in held])
    return [
        Problem(f"stamp {one.uid}", "its checkpoint is not of this ledger")
        for one in held
        if not checkpoints.is_of(session, one.checkpoint, roots.get(one.checkpoint.entries))
        or one.checkpoint.entries >= one.entry
    ]
