"""`tracker init`, `tracker doctor` and `tracker db`."""

from collections.abc import Callable

import click

from tracker import gazetteer
from tracker.cli.context import Context, json_option, note, pass_context, print_json
from tracker.cli.done import Done, done, writes
from tracker.cli.transfer import held_interrupt, progress
from tracker.errors import BadInput
from tracker.keying import keys_for
from tracker.store import model_in_use, rekey, schema
from tracker.store.engine import Engine, make_folder
from tracker.store.roles import roles_sql
from tracker.store.safety import require_safe
from tracker.text.counts import count
from tracker.views.health import health_shape


@click.command()
@writes
@pass_context
def init(context: Context) -> Done:
    """Create the database, or bring it to this version's schema and list of places.

    Running it again changes nothing.
    """
    engine = context.any_engine
    make_folder(engine)
    before = schema.current_revision(engine)
    require_safe(engine, context.settings.unsafe_server, but_triggers=True)
    schema.upgrade(engine)
    mended = schema.mend_triggers(engine)
    changed = gazetteer.seed(engine, context.settings.user)
    if model_in_use.given(engine) and not rekey.count_claims(engine):
        _rekey(engine, context.settings.user, lambda _: None)
    after = schema.current_revision(engine)
    outcome = "is up to date" if before == after else "created" if before is None else "upgraded"
    address = schema.display(engine)
    lines = [f"database {outcome}: {address} (schema {after})"]
    if before is None:
        lines.append(_NEXT)
    if mended:
        note(f"put back, and somebody had taken them away: {', '.join(mended)}")
    if changed and before is not None:
        places = count(changed, "shipped place is", "shipped places are")
        lines.append(f"{places} new or changed: `tracker place list`")
    return done(
        *lines,
        database=address,
        schema=after,
        schema_before=before,
        triggers_put_back=mended,
        places=changed,
    )


_NEXT = (
    "next: `tracker add story.txt --outlet NAME --published DATE`; "
    "`tracker demo` shows what comes of it"
)
"""For whoever has an empty database."""


@click.command()
@json_option
@pass_context
def doctor(context: Context, as_json: bool) -> int:
    """Say what runs here: engine, versions, settings, and what is wrong with them.

    Exits 1 when something needs attention, 2 when other commands refuse to work on it.
    """
    shape = health_shape(context.looked_at)
    if as_json:
        print_json(shape)
    else:
        for name, value in shape["facts"].items():
            click.echo(f"{name:<22} {value}")
        for name in ("refused", "warnings"):
            for message in shape[name]:
                click.echo(f"{name.removesuffix('s')}: {message}")
    return 2 if shape["refused"] else 1 if shape["warnings"] else 0


@click.group()
def db() -> None:
    """Look after the database itself."""


@db.command("rekey")
@writes
@pass_context
def rekey_command(context: Context) -> Done:
    """Build the keys of all claims anew, as after an upgrade that changes how they are made.

    With --semantic-model claims get keys of their meaning too; without it these are taken
    away. Claims can be added and matched meanwhile. A run that was stopped is finished by
    running it again: what is right already is left alone.
    """
    engine = context.engine
    with progress() as bar, held_interrupt() as check:
        task = bar.add_task("claims", total=rekey.count_claims(engine))

        def passed(number: int) -> None:
            bar.advance(task, number)
            check()

        result = _rekey(engine, context.settings.user, passed)
    return done(
        f"{count(result.claims, 'claim')} gone through, {result.changed} had other keys",
        claims=result.claims,
        changed=result.changed,
    )


def _rekey(engine: Engine, user: str, done: Callable[[int], None]) -> rekey.Rekeyed:
    model = model_in_use.given(engine)
    return rekey.rekey(engine, keys_for(engine), user, done, model.name if model else None)


@db.command("roles")
@click.option("--owner", default="tracker_owner", show_default=True, help="Who owns the tables.")
@click.option(
    "--application", default="tracker_app", show_default=True, help="Whom the program works as."
)
@writes
def roles_command(owner: str, application: str) -> Done:
    """Print the SQL for a PostgreSQL owner role and an application role with few rights.

    Run it as the superuser in tracker's database, then let desks connect as the
    application's role: it can add, and can change or delete nothing that is append-only.
    Upgrades (`tracker init`) are run as the owner; run the SQL again after one.
    """
    for option, role in (("--owner", owner), ("--application", application)):
        if not role.strip():
            raise BadInput(f"{option} is empty: give the name of a role")
    sql = roles_sql(owner, application)
    return done(sql, owner=owner, application=application, sql=sql)


COMMANDS = (init, doctor, db)
