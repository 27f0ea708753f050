"""`tracker checkpoint`, and what the command line says of time stamps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from tracker import stamping
from tracker.cli.context import Context, json_option, note, pass_context, print_json
from tracker.cli.sources import limits_of
from tracker.errors import BadInput, NotVerified
from tracker.model import Checkpoint, Stamp
from tracker.stamping import Exchange, Found, Roots
from tracker.store import checkpoints
from tracker.text.counts import count

Function = TypeVar("Function", bound=Callable[..., Any])

_FILE = click.Path(path_type=Path, dir_okay=False)
_READ = click.Path(path_type=Path, dir_okay=False, exists=True)

_UNTRUSTED = "stamp not checked against a root: name one with --timestamp-roots FILE"


def roots_option(function: Function) -> Function:
    """Add `--timestamp-roots`, the certificates that the user trusts."""
    return click.option(
        "--timestamp-roots",
        "roots",
        type=_READ,
        help="Certificates (PEM) that you trust: a time stamp has to be signed under one.",
    )(function)


def read_roots(path: Path | None) -> Roots | None:
    """Return the certificates of a file; None for no file.

    Raises:
        BadInput: it cannot be read.
    """
    return None if path is None else Roots(str(path), _read(path))


def read_checkpoint(path: Path) -> Checkpoint:
    """Return the checkpoint in a file.

    Raises:
        BadInput: it cannot be read, or holds none.
    """
    try:
        return Checkpoint.parse(_read(path).decode("utf-8"))
    except ValueError as error:
        raise BadInput(f"{path}: {error}") from error


def stamp_lines(found: Found, kept: Checkpoint | None, asked: bool) -> Iterator[str]:
    """Yield a line on each stamp of a checkpoint, by default of the newest that has one.

    `asked` says that the user named roots, and so waits for an answer.
    """
    if found.unread:
        yield (
            f"{found.unread} time stamps were not read: that needs pip install 'tracker[timestamp]'"
        )
    entries = max((one.kept.checkpoint.entries for one in found.checked), default=0)
    shown = [
        one
        for one in found.checked
        if (one.kept.checkpoint == kept if kept else one.kept.checkpoint.entries == entries)
    ]
    for one in shown:
        behind = f"signed under {one.roots}" if one.roots else _UNTRUSTED
        covered = count(one.kept.checkpoint.entries, "entry", "entries")
        yield f"checkpoint of {covered} {_told(one.stamp)}; {behind}"
    if not shown and not found.unread and (asked or (kept and found.checked)):
        yield f"no time stamp in the ledger holds{' for this checkpoint' if kept else ''}"
    others = len(found.checked) - len(shown)
    if others:
        yield f"{count(others, 'other time stamp')}: --json tells of each"


def _told(stamp: Stamp) -> str:
    exact = f" (± {stamp.accuracy:g} s)" if stamp.accuracy is not None else ""
    return f"stamped {stamp.at.isoformat()}{exact} by {stamp.authority}"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the command line asks of a checkpoint, in its own words."""

    out: Path | None
    address: str | None
    request: Path | None
    reply: Path | None
    of: Path | None

    def check(self) -> None:
        """Refuse what does not go together.

        Raises:
            BadInput: with what to give instead.
        """
        if self.reply and not (self.request and self.of):
            raise BadInput(
                "--timestamp-reply needs what was asked: --of CHECKPOINT and "
                "--timestamp-request FILE"
            )
        if self.of and not self.reply:
            raise BadInput("--of goes with --timestamp-reply: a new checkpoint is made otherwise")
        if self.reply and (self.out or self.address):
            raise BadInput("--timestamp-reply goes without --out and --timestamp")
        if self.address and self.request:
            raise BadInput(
                "give --timestamp to ask an authority, or --timestamp-request to ask by other means"
            )
        if self.request and not self.reply and not self.out:
            raise BadInput("--timestamp-request needs --out: the request is of that file's bytes")

    def new_files(self) -> list[Path]:
        """Return the files to write: the checkpoint, the request, the reply."""
        if self.out is None or self.reply:
            return []
        if self.request:
            return [self.out, self.request]
        beside = [Path(f"{self.out}{end}") for end in (".tsq", ".tsr")] if self.address else []
        return [self.out, *beside]


@click.command()
@click.option("--out", type=_FILE, help="A new file for the checkpoint, instead of printing it.")
@click.option(
    "--timestamp",
    "address",
    metavar="ADDRESS",
    help="Ask the time-stamping authority at this address to sign it. With --out the request and "
    "reply are also written beside it, as .tsq and .tsr.",
)
@click.option(
    "--timestamp-request",
    "request_",
    type=_FILE,
    help="Write the request to this file instead, to be sent by other means; with "
    "--timestamp-reply, the request that was sent.",
)
@click.option("--timestamp-reply", "reply", type=_READ, help="Keep this reply of an authority.")
@click.option("--of", type=_READ, help="The checkpoint that the reply is about.")
@roots_option
@json_option
@pass_context
def checkpoint(
    context: Context,
    out: Path | None,
    address: str | None,
    request_: Path | None,
    reply: Path | None,
    of: Path | None,
    roots: Path | None,
    as_json: bool,
) -> None:
    """Print where the ledger stands, to mail or print: it fixes all that was written so far.

    `tracker verify --verify-against FILE` reads it back. Keep it where whoever can write
    the database cannot. A time stamp shows strangers since when it has existed.
    """
    wanted = _Wanted(out, address, request_, reply, of)
    wanted.check()
    trusted = read_roots(roots)
    if reply and request_ and of:
        given = Exchange(read_checkpoint(of), _read(request_), _read(reply))
        _show(given.checkpoint, _kept(context, given, trusted, str(reply)), as_json)
        return
    files = wanted.new_files()
    for path in files:
        if path.exists():
            raise BadInput(f"{path}: there is a file of that name; give another")
    with context.reading() as session:
        made = checkpoints.make(session, datetime.now(UTC))
    contents, stamped = [made.printed()], None
    if request_:
        contents.append(stamping.request(made))
    if address:
        given = stamping.ask(address, made, limits_of(context.settings))
        stamped = _kept(context, given, trusted, address)
        contents += [given.request, given.reply]
    for path, content in zip(files, contents, strict=False):
        _write(path, content, stamped is not None)
    _show(made, stamped, as_json, files)


_Stamped = tuple[str, Stamp, Roots | None]
"""The uid of a stamp in the ledger, what it says, and what it was held against."""


def _kept(context: Context, given: Exchange, trusted: Roots | None, source: str) -> _Stamped:
    try:
        name, stamp = stamping.keep(context.engine, given, trusted, context.settings.user)
    except NotVerified as error:
        raise NotVerified(f"{source}: {error}; nothing was kept") from error
    return name, stamp, trusted


def _show(
    made: Checkpoint, stamped: _Stamped | None, as_json: bool, files: list[Path] | None = None
) -> None:
    if as_json:
        told = None
        if stamped is not None:
            name, stamp, trusted = stamped
            told = {"id": name, **stamp.record(), "checked_against": trusted and trusted.name}
        print_json({**made.record(), **({"stamp": told} if told else {})})
    elif files:
        click.echo(f"wrote {', '.join(map(str, files))}")
    else:
        click.echo(made.text())
    if stamped is not None:
        name, stamp, trusted = stamped
        note(f"{_told(stamp)}, kept in the ledger as {name}")
        note(f"signed under {trusted.name}" if trusted else _UNTRUSTED)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}") from error


def _write(path: Path, content: bytes, is_kept: bool) -> None:
    try:
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        kept = "; the time stamp is in the ledger: tracker log --kind stamp" if is_kept else ""
        raise BadInput(f"{path}: {error.strerror}{kept}") from error


COMMANDS = (checkpoint,)
