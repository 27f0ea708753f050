"""`tracker undo`: the inverse of what a ledger entry says."""

import click

from tracker import undo as undoing
from tracker.cli.context import Context, pass_context, reason_option
from tracker.cli.done import Done, done, writes
from tracker.cli.numbers import NUMBER


@click.command()
@click.argument("entry", type=NUMBER)
@reason_option
@writes
@pass_context
def undo(context: Context, entry: int, reason: str) -> Done:
    """Undo what ledger ENTRY says, by its number in `tracker log`.

    Both stay in the ledger. An answer is withdrawn, a correction put back, agents parted
    or merged again, a place made what it was, an article or a record by hand set aside.
    What later writes rest on is refused; so is what follows from something else.
    """
    user = context.settings.user
    line = undoing.undo(context.engine, entry, reason, user)
    return done(line, undone=entry, result=line, user=user)


COMMANDS = (undo,)
