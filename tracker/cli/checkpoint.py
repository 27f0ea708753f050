"""`tracker checkpoint`, and `tracker timestamp …`: having an authority sign a checkpoint."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from tracker import stamping
from tracker.cli.context import Context, json_option, pass_context, print_json
from tracker.cli.sources import limits_of
from tracker.cli.stamps import (
    READABLE,
    UNTRUSTED,
    read_bytes,
    read_checkpoint,
    read_roots,
    roots_option,
    told,
)
from tracker.errors import BadInput, NotVerified
from tracker.model import Stamp
from tracker.stamping import Exchange, Roots
from tracker.store import checkpoints

_NEW = click.Path(path_type=Path, dir_okay=False)

_checkpoint_argument = click.argument("checkpoint_file", metavar="CHECKPOINT", type=READABLE)


@click.command()
@click.option("--out", type=_NEW, help="A new file for the checkpoint, instead of printing it.")
@json_option
@pass_context
def checkpoint(context: Context, out: Path | None, as_json: bool) -> None:
    """Print where the ledger stands, to mail or print: it fixes all that was written so far.

    `tracker verify --verify-against FILE` reads it back. Keep it where whoever can write
    the database cannot. `tracker timestamp` has it signed, to show strangers since when it
    has existed.
    """
    if out is not None:
        _require_new(out)
    with context.reading() as session:
        made = checkpoints.make(session, datetime.now(UTC))
    if out is not None:
        _write(out, made.printed())
    if as_json:
        print_json(made.record())
    else:
        click.echo(f"wrote {out}" if out else made.text())


@click.group()
def timestamp() -> None:
    """Time stamps: an authority signs a checkpoint, so that nobody need trust the desk.

    The checkpoint is a file that `tracker checkpoint --out FILE` wrote. Of it the authority
    sees a hash, nothing else. What it replies is kept in the ledger.
    """


@timestamp.command()
@_checkpoint_argument
@click.argument("address")
@roots_option
@json_option
@pass_context
def fetch(
    context: Context, checkpoint_file: Path, address: str, roots: Path | None, as_json: bool
) -> None:
    """Ask the authority at an address to stamp a checkpoint, and keep what it replies.

    The request and the reply are also written beside the checkpoint, as .tsq and .tsr.
    """
    trusted, made = read_roots(roots), read_checkpoint(checkpoint_file)
    files = [_beside(checkpoint_file, end) for end in ("tsq", "tsr")]
    for path in files:
        _require_new(path)
    given = stamping.ask(address, made, limits_of(context.settings), str(checkpoint_file))
    kept = _keep(context, given, trusted, address)
    for path, content in zip(files, (given.request, given.reply), strict=True):
        _write(path, content, "; the time stamp is in the ledger: tracker log --kind stamp")
    _show(given, kept, as_json, files)


@timestamp.command()
@_checkpoint_argument
@click.option("--out", type=_NEW, help="A new file for the request; CHECKPOINT.tsq otherwise.")
@json_option
def request(checkpoint_file: Path, out: Path | None, as_json: bool) -> None:
    """Write a request to stamp a checkpoint, to be sent to an authority by other means.

    `tracker timestamp reply` keeps what comes back.
    """
    path = out or _beside(checkpoint_file, "tsq")
    _require_new(path)
    _write(path, stamping.request(read_checkpoint(checkpoint_file)))
    if as_json:
        print_json({"request": str(path)})
    else:
        click.echo(f"wrote {path}")


@timestamp.command()
@_checkpoint_argument
@click.argument("reply_file", metavar="REPLY", type=READABLE)
@click.option(
    "--request",
    "request_",
    type=READABLE,
    help="The request that was sent; CHECKPOINT.tsq otherwise.",
)
@roots_option
@json_option
@pass_context
def reply(
    context: Context,
    checkpoint_file: Path,
    reply_file: Path,
    request_: Path | None,
    roots: Path | None,
    as_json: bool,
) -> None:
    """Keep an authority's reply to a request that was sent by other means."""
    asked = request_ or _beside(checkpoint_file, "tsq")
    if not asked.exists():
        raise BadInput(f"{asked}: no such file: name the request that was sent with --request FILE")
    made = read_checkpoint(checkpoint_file)
    given = Exchange(made, read_bytes(asked), read_bytes(reply_file))
    _show(given, _keep(context, given, read_roots(roots), str(reply_file)), as_json)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A stamp in the ledger by its uid, what it says, and what it was held against."""

    uid: str
    stamp: Stamp
    trusted: Roots | None


def _keep(context: Context, given: Exchange, trusted: Roots | None, source: str) -> _Kept:
    try:
        name, stamp = stamping.keep(context.engine, given, trusted, context.settings.user)
    except NotVerified as error:
        raise NotVerified(f"{source}: {error}; nothing was kept") from error
    return _Kept(name, stamp, trusted)


def _show(given: Exchange, kept: _Kept, as_json: bool, files: Sequence[Path] = ()) -> None:
    behind = kept.trusted.name if kept.trusted else None
    if as_json:
        stamp = {"id": kept.uid, **kept.stamp.record(), "checked_against": behind}
        print_json({**given.checkpoint.record(), "stamp": stamp})
    else:
        click.echo(f"{told(kept.stamp)}, kept in the ledger as {kept.uid}")
        click.echo(f"signed under {behind}" if behind else UNTRUSTED)
        for path in files:
            click.echo(f"wrote {path}")


def _beside(path: Path, end: str) -> Path:
    return Path(f"{path}.{end}")


def _require_new(path: Path) -> None:
    if path.exists():
        raise BadInput(f"{path}: there is a file of that name; move it, or give another")


def _write(path: Path, content: bytes, and_yet: str = "") -> None:
    try:
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}{and_yet}") from error


COMMANDS = (checkpoint, timestamp)
