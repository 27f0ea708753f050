"""What a command was given wrongly, as one line: what, at which option, and what to give."""

from typing import Any

import click


def told(error: click.ClickException) -> str:
    """Return what click refused, in its words, and behind them what to do."""
    message = " ".join(error.format_message().split())
    if not isinstance(error, click.UsageError) or "Did you mean" in message:
        return message
    message = message.rstrip(".")
    if isinstance(error, click.MissingParameter):
        message += _purpose(error.param)
    elif isinstance(error, click.BadParameter) and error.param is not None:
        message += _accepted(error.param.type)
    elif "unexpected extra argument" in message and _takes_words(error.ctx):
        message += ": put words that belong together in quotation marks"
    return message + (f". See `{error.ctx.command_path} --help`" if error.ctx is not None else "")


def _takes_words(context: click.Context | None) -> bool:
    """Say whether a command's last argument is words, which a shell hands over one by one."""
    taken = context.command.params if context is not None else []
    arguments = [one.name for one in taken if isinstance(one, click.Argument)]
    return arguments[-1:] in (["query"], ["name"])


def _purpose(missing: click.Parameter | None) -> str:
    """Return what the option that is missing is for."""
    help_ = missing.help if isinstance(missing, click.Option) else None
    return f" ({help_.rstrip('.')})" if help_ else ""


def _accepted(type_: click.ParamType[Any]) -> str:
    """Return what the values of a type are, where click only says which one is none."""
    if isinstance(type_, click.IntRange | click.FloatRange):
        return f": give a number{_range(type_)}"
    if isinstance(type_, click.types.IntParamType):
        return ": give a number such as 12"
    if isinstance(type_, click.DateTime):
        return ": give a day such as 2024-05-02"
    if isinstance(type_, click.Path) and type_.exists:
        return ": give one that is there"
    return ""


def _range(type_: click.IntRange | click.FloatRange) -> str:
    least, most = type_.min, type_.max
    if least is not None and most is not None:
        return f" from {least} to {most}"
    return f", {least} or more" if least is not None else f", {most} or less"
