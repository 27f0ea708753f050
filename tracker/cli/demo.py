"""`tracker demo`: the sample articles in a database of their own."""

import shutil
import tempfile
from pathlib import Path

import click

from tracker import demo as samples
from tracker import gazetteer
from tracker.cli.articles import print_added
from tracker.cli.claims import print_claim, print_claim_rows, print_relation
from tracker.cli.context import Context, console, pass_context
from tracker.cli.sources import Given, capture_source
from tracker.model import Capture
from tracker.store import schema, search
from tracker.store.engine import Engine, open_engine
from tracker.store.search import Filter
from tracker.store.session import reading
from tracker.views.adding import findings_shape
from tracker.views.article import placed_shape
from tracker.views.claim import claim_rows, claim_shape
from tracker.views.conflicts import conflict_shapes


@click.command()
@click.option("--keep", type=click.Path(path_type=Path), help="Keep the database in this folder.")
@pass_context
def demo(context: Context, keep: Path | None) -> None:
    """Read the sample articles into a fresh database and show what was linked.

    It never touches another database. The articles are of our own writing about
    public events; people and places outside the Vostochny meeting are invented.
    """
    folder = keep or Path(tempfile.mkdtemp(prefix="tracker-demo-"))
    if keep and keep.is_file():
        raise click.UsageError(f"{keep} is a file: give a folder")
    if keep and (keep / "demo.db").exists():
        raise click.UsageError(f"{keep / 'demo.db'} exists already: give another folder")
    engine = open_engine(f"sqlite:///{folder.absolute() / 'demo.db'}")
    try:
        schema.upgrade(engine)
        gazetteer.seed(engine, "demo")
        _fill(context, engine)
        _show(engine)
    finally:
        engine.dispose()
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)
    if keep:
        click.echo(f"\nthe database is kept: tracker --database sqlite:///{keep / 'demo.db'} …")


def _fill(context: Context, engine: Engine) -> None:
    def capture(path: Path) -> Capture:
        return capture_source(context.settings, str(path), Given())

    for result in samples.add_samples(
        engine, samples.sample_files(), capture, "demo", context.bare_reader
    ):
        with reading(engine) as session:
            print_added(
                {
                    "outcome": str(result.outcome),
                    **placed_shape(session, result.article_id, result.version),
                    **findings_shape(session, result.occurrences),
                }
            )


def _show(engine: Engine) -> None:
    screen = console()
    with reading(engine) as session:
        rows = claim_rows(session, search.list_claims(session, Filter(), limit=1_000))
        screen.print("\nThe claims, each where it was first recorded:")
        print_claim_rows(rows)
        screen.print("\nClaims that several articles carry, with what changed:")
        for row in rows:
            if row["occurrences"] > 1:
                print_claim(claim_shape(session, row["claim_id"]))
        screen.print("\nConflicts:")
        for shape in conflict_shapes(session, limit=50):
            print_relation(shape)


COMMANDS = (demo,)
