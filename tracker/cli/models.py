"""`tracker model …`: the sequence model that finds indirect speech."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from tracker import config, training
from tracker.cli.context import Context, json_option, note, pass_context, print_json
from tracker.cli.done import Done, done, writes
from tracker.errors import BadInput
from tracker.ingest.marked import read_marked
from tracker.model import MarkedArticle
from tracker.resources import data_folder, shipped
from tracker.text.counts import count
from tracker.training import Data
from tracker.training.corrections import corrected_articles

_FOLDER = click.Path(path_type=Path, file_okay=False)
_SHIPPED_LICENCE = "MIT, as this program"


@click.group()
def model() -> None:
    """The sequence model that finds indirect speech: train, choose, look at its card."""


@model.command()
@click.argument("data", type=click.Path(path_type=Path), nargs=-1)
@click.option("--shipped", "add_shipped", is_flag=True, help="Add the shipped marked articles.")
@click.option("--out", type=_FOLDER, required=True, help="A new folder for the model.")
@click.option(
    "--from-corrections",
    is_flag=True,
    help="Add what the desk corrected, confirmed and rejected in the database.",
)
@click.option("--name", default="desk", show_default=True, help="What the model is called.")
@click.option("--licence", default="not stated", show_default=True, help="Of DATA, for the card.")
@click.option(
    "--processes",
    type=click.IntRange(1, 8),
    default=2,
    show_default=True,
    help="How many run at a time; the weights are the same.",
)
@json_option
@pass_context
def train(
    context: Context,
    data: tuple[Path, ...],
    add_shipped: bool,
    out: Path,
    from_corrections: bool,
    name: str,
    licence: str,
    processes: int,
    as_json: bool,
) -> None:
    """Train a model on marked articles and write it, with its card, to the folder of --out.

    DATA are folders of tagged .txt files or .jsonl files; `tracker model check` tells
    whether they can be read. Without DATA, the shipped marked articles. The same data give
    the same weights.
    """
    sets = [_given(path, licence) for path in data]
    if add_shipped or not sets:
        sets.insert(0, _shipped())
    if from_corrections:
        sets.append(_corrections(context))
    card = training.train_model(sets, out, name, datetime.now(UTC).date(), processes)
    if as_json:
        print_json(card)
        return
    _print_card(card)
    click.echo(f"to read with it: tracker model use {out}")


def _given(path: Path, licence: str) -> Data:
    return Data(path.name, licence, read_marked(path))


def _shipped() -> Data:
    articles = read_marked(shipped("seeds") / "marked")
    return Data("marked articles of tracker", _SHIPPED_LICENCE, training.for_training(articles))


def _corrections(context: Context) -> Data:
    with context.reading() as session:
        articles: list[MarkedArticle] = corrected_articles(session)
    if not articles:
        raise BadInput(
            "nothing was corrected yet: see tracker claim correct, or leave out --from-corrections"
        )
    return Data("corrections of the desk", "of the articles they stand in", articles)


@model.command()
@click.argument("folder", type=_FOLDER, required=False)
@click.option("--shipped", "use_shipped", is_flag=True, help="Go back to the shipped model.")
@writes
def use(folder: Path | None, use_shipped: bool) -> Done:
    """Read with the model in FOLDER from now on; TRACKER_MODEL wins over it.

    What was added before keeps what the model of its time found.
    """
    if (folder is None) is not use_shipped:
        raise click.UsageError("give the FOLDER of a model, or --shipped")
    if folder is None:
        chosen, name = None, "the shipped model"
    else:
        chosen, name = folder.absolute(), training.open_model(folder).name
    path = config.save_setting("model", str(chosen) if chosen else None)
    winner = config.load_settings().model
    if winner != chosen:
        note(f"{config.PREFIX}MODEL is set and wins: {winner}")
    return done(
        f"reading with {name} from now on ({path})",
        model=name,
        folder=str(chosen) if chosen else None,
        settings=str(path),
        overridden_by=str(winner) if winner != chosen else None,
    )


@model.command()
@click.argument("folder", type=_FOLDER, required=False)
@json_option
@pass_context
def show(context: Context, folder: Path | None, as_json: bool) -> None:
    """Show the card of the model in FOLDER, or of the one that is read with."""
    card = training.open_model(folder or context.settings.model or data_folder("model")).card
    if as_json:
        print_json(card)
    else:
        _print_card(card)


@model.command()
@click.argument("data", type=click.Path(path_type=Path))
@writes
def check(data: Path) -> Done:
    """Say whether the marked articles of DATA can be read, and how many there are."""
    articles = read_marked(data)
    marks = sum(len(article.attributions) for article in articles)
    return done(
        f"{count(len(articles), 'article')}, {count(marks, 'attribution')}",
        articles=len(articles),
        attributions=marks,
    )


def _print_card(card: dict[str, Any]) -> None:
    held_out = card["held_out"]
    click.echo(f"{card['name']}-{card['digest'][:8]}, made {card['date']} with {card['made_with']}")
    for data in card["data"]:
        click.echo(
            f"  {data['name']}: {count(data['articles'], 'article')}, "
            f"{count(data['attributions'], 'attribution')}; "
            f"licence: {data['licence']}"
        )
    click.echo(
        f"  held out: precision {held_out['precision']:.3f}, recall {held_out['recall']:.3f}, "
        f"F1 {held_out['f1']:.3f}"
    )
    for name, about in card["files"].items():
        click.echo(f"  {name}: {about['bytes'] / 1e6:.1f} MB, SHA-256 {about['sha256'][:16]}…")


COMMANDS = (model,)
