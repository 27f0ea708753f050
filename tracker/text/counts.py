"""Counts with their noun, in the singular where there is one."""


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: "1 article", "0 outlets", "2 are absent".

    `many` is what is said of none or several, where another "s" does not make it.
    """
    return f"{number} {one if number == 1 else many or one + 's'}"
