"""Numbers as people give them on the command line: those of records, and how many rows."""

from typing import Any

import click

from tracker.errors import NotFound

LARGEST = 2**31 - 1
"""The largest number that a record can have: databases could not even look for one far beyond."""


class Number(click.types.IntParamType):
    """The number of a record; one that is larger than any is not found."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number. Raises NotFound for one that no record can have."""
        number: int = super().convert(value, param, ctx)
        if number > LARGEST:
            raise NotFound(f"{number} is larger than the number of any record: give one such as 12")
        return number


class AtLeast(click.IntRange):
    """How many rows there may be: more than there can be is as good as all."""

    def __init__(self, least: int) -> None:
        super().__init__(least)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, bounded so that a database takes it."""
        number: int = super().convert(value, param, ctx)
        return min(number, LARGEST)


NUMBER = Number()
