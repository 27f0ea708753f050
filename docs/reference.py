"""Write the two pages that follow from the code: docs/commands.md and docs/map.md.

Run by `make docs`; a test fails when a page is not what this would write.
"""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click

from tracker.cli.app import cli
from tracker.config import PREFIX, Settings

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tracker"

WIDTH = 96
"""Columns of the help texts: what fits a page beside its navigation."""

NOTICE = "<!-- Written by `make docs`. -->\n"

COMMANDS_INTRO = """
# Commands

Every command has `--help`. Exit codes: 0 done; 1 something asked for was not found or did
not verify, or part of a batch failed; 2 bad input, or a database that cannot be used; 130
interrupted. What is wrong is said in one line on standard error. With `--json`, lists are
one JSON object a line.

## Settings

Read from the environment; the options `--database` and `--user` win over them.
"""

MAP_INTRO = """
# Map of modules

Each line is the first line of the module's own docstring. Packages stand in the order of
their layers: an import may only go down this page, and modules whose layer stands on one
line, parted by a bar, never import each other. `make check` holds it.
"""

OWN_DEFAULTS = {
    "database": "a file in your data folder",
    "user": "your login name",
    "model": "the shipped one",
    "semantic_model": "none",
}
"""What stands for defaults that are no value, or differ from machine to machine."""


def pages() -> dict[str, str]:
    """Return the text of each page by its path below docs/."""
    return {"commands.md": commands_page(), "map.md": map_page()}


def commands_page() -> str:
    """Return the reference of the command line, from the commands themselves."""
    settings = "\n".join(settings_rows())
    top = click.Context(cli, info_name="tracker", terminal_width=WIDTH, **cli.context_settings)
    sections = "\n".join(command_sections(cli, top))
    return f"{NOTICE}{COMMANDS_INTRO}\n{settings}\n\n{sections}"


def settings_rows() -> Iterator[str]:
    """Yield the table of settings, a line each."""
    yield "| variable | default | what it is |"
    yield "|---|---|---|"
    for name, field in Settings.model_fields.items():
        default = OWN_DEFAULTS.get(name) or f"{field.default:,}"
        yield f"| `{PREFIX}{name.upper()}` | {default} | {field.description} |"


def command_sections(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield a section for a command, with its help as printed, and one for each below it."""
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.commands[name]
            yield from command_sections(below, click.Context(below, info_name=name, parent=context))


def map_page() -> str:
    """Return the map of modules, from their docstrings, in the order of the layers."""
    sections = [f"{NOTICE}{MAP_INTRO}"]
    for layer in layers():
        lines = [map_line(path) for name in layer for path in modules(name)]
        sections.append("\n".join([f"## {' | '.join(layer)}\n", *lines, ""]))
    return "\n".join(sections)


def modules(name: str) -> list[Path]:
    """Return the files of a package or module directly below `tracker`, in order of name."""
    path = PACKAGE / name
    return sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]


def layers() -> list[list[str]]:
    """Return the layers of the import contract, top first, each with its modules."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    return [layer.split(" | ") for layer in contracts[0]["layers"]]


def map_line(path: Path) -> str:
    """Return a module's line: its path and the first line of its docstring."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    if not docstring:
        raise ValueError(f"{path}: a module docstring is missing")
    line = docstring.splitlines()[0].replace("<", "&lt;")
    is_package = path.name == "__init__.py"
    name = f"{path.parent if is_package else path}".removeprefix(f"{ROOT}/")
    return f"- `{name}{'/' if is_package else ''}` {line}"


def main() -> None:
    """Write both pages, and say which were not as they should be."""
    for name, text in pages().items():
        path = ROOT / "docs" / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"docs/{name} written")


if __name__ == "__main__":
    main()
