"""`tracker evaluate …`: how the program does by what people decided."""

from typing import Any

import click

from tracker.cli.context import Context, console, json_option, pass_context, print_json
from tracker.views.evaluated import judgements_shape


@click.group()
def evaluate() -> None:
    """Measure the program by what people decided."""


@evaluate.command("judgements")
@click.option(
    "--precision",
    type=click.FloatRange(0.5, 1.0, max_open=True),
    default=0.99,
    show_default=True,
    help="The share of automatic links that shall be right.",
)
@json_option
@pass_context
def judgements_(context: Context, precision: float, as_json: bool) -> None:
    """Hold the matcher against the desk's own answers on links.

    Prints the precision and recall of automatic links with their 95 % intervals, and
    the score from which to link for the precision wanted. Only what people answered is
    measured: answer on automatic links too (`tracker judge`), not on suggested ones alone.
    """
    with context.reading() as session:
        shape = judgements_shape(session, precision)
    if as_json:
        print_json(shape)
    else:
        _print(shape)


def _print(shape: dict[str, Any]) -> None:
    screen = console()
    screen.print(
        f"answers on links: {shape['yes']} yes, {shape['no']} no; left aside "
        f"{shape['unsure']} unsure, {shape['disputed']} disputed"
    )
    screen.print(f"precision of automatic links: {_share(shape['precision'])}")
    screen.print(f"recall of automatic links: {_share(shape['recall'])}")
    if shape["barred"]:
        screen.print(
            f"linked at no score, for a difference or as too short: {shape['barred']}, "
            f"of them one claim all the same: {shape['barred_yes']}"
        )
    threshold = shape["threshold"]
    if threshold:
        screen.print(
            f"threshold for {shape['wanted_precision']:g}: {threshold['score']:.4f} "
            f"({threshold['low']:.4f}–{threshold['high']:.4f}); now {shape['threshold_now']:g}"
        )
        screen.print(f"  precision there: {_share(threshold['precision'])}")
        screen.print(f"  recall there: {_share(threshold['recall'])}")
    screen.print(shape["advice"])


def _share(share: dict[str, Any]) -> str:
    if share["value"] is None:
        return "nobody answered on any"
    return (
        f"{share['value']:.3f} ({share['low']:.3f}–{share['high']:.3f}; "
        f"{share['hits']} of {share['of']})"
    )


COMMANDS = (evaluate,)
