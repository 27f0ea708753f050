"""The documentation says what the program does, and its site stands by itself."""

import re
import runpy
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tracker.cli.app import cli

ROOT = Path(__file__).parent.parent
PAGES = runpy.run_path(str(ROOT / "docs" / "reference.py"))["pages"]()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for word, below in command.commands.items():
            yield from commands(below, f"{name} {word}")


COMMANDS = dict(commands(cli, "tracker"))
OPTIONS = {
    f"{name} {option.opts[-1]}": option
    for name, command in COMMANDS.items()
    for option in command.params
    if isinstance(option, click.Option)
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_follows_from_the_code_is_up_to_date(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == PAGES[name], f"docs/{name} is out of date: run `make docs`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    help_text = COMMANDS[name].help
    assert help_text, f"{name} has no help"
    assert help_text.splitlines()[0].endswith("."), f"{name}: help opens with a sentence"


@pytest.mark.parametrize("name", OPTIONS)
def test_every_option_has_help(name: str) -> None:
    help_text = OPTIONS[name].help
    assert help_text, f"{name} has no help"
    assert help_text.rstrip().endswith("."), f"{name}: its help is a sentence"


def test_commands_that_the_documentation_names_exist() -> None:
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = {
        (path.name, words)
        for path in texts
        for words in re.findall(r"`tracker ((?:[a-z]+ ?)+)", path.read_text(encoding="utf-8"))
    }
    assert named
    unknown = [(file, words) for file, words in named if not exists(words.split())]
    assert not unknown


def exists(words: list[str]) -> bool:
    """Whether `words` begin with a command; what follows one are its arguments."""
    command: click.Command = cli
    for word in words:
        if not isinstance(command, click.Group):
            return True
        if word not in command.commands:
            return False
        command = command.commands[word]
    return True


def requirement_names(requirements: list[str]) -> set[str]:
    return {re.match(r"[\w.-]+", line).group() for line in requirements}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("heading", "requirements"),
    [
        ("To run", PROJECT["project"]["dependencies"]),
        ("For a team's server", PROJECT["project"]["optional-dependencies"]["postgres"]),
        ("For cities of the world", PROJECT["project"]["optional-dependencies"]["places"]),
        ("For time stamps", PROJECT["project"]["optional-dependencies"]["timestamp"]),
        ("For matching by meaning", PROJECT["project"]["optional-dependencies"]["semantic"]),
        ("To develop", PROJECT["dependency-groups"]["dev"]),
        ("To compare", PROJECT["dependency-groups"]["bench"]),
    ],
    ids=["run", "postgres", "places", "timestamp", "semantic", "dev", "bench"],
)
def test_every_dependency_has_its_line(heading: str, requirements: list[str]) -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    section = page.split(f"## {heading}\n")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `([\w.-]+)` \|", section, re.M)) == requirement_names(requirements)


def test_contributing_lists_the_layers_of_the_contract() -> None:
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "```text\n" + "\n".join(layers) + "\n```" in page


def test_no_committed_file_of_the_lock_names_a_host() -> None:
    for path in (ROOT / "requirements").iterdir():
        assert "://" not in path.read_text(encoding="utf-8"), path.name


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation, built with warnings as errors."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


LOADS = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']?(?:https?:)?//[^>]*>"""
    r"""|<link\b[^>]*\bhref=["']?(?:https?:)?//[^>]*>"""
    r"""|@import\s[^;]*//[^;]*;|url\(\s*["']?(?:https?:)?//[^)]*\)""",
    re.IGNORECASE,
)
"""What makes a browser fetch from another host without a click."""


def test_the_site_loads_nothing_from_elsewhere(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in {".html", ".css"}]
    found = {
        path.name: LOADS.findall(path.read_text(encoding="utf-8", errors="replace"))
        for path in files
    }
    assert len(files) > 10
    assert not {name: loads for name, loads in found.items() if loads}


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://cdn.example/a.js"></script>',
        "<link rel=stylesheet href=//fonts.example/a.css>",
        "@import url(https://fonts.example/a.css);",
        ".a { background: url('//images.example/a.png') }",
    ],
    ids=["script", "stylesheet", "import", "image"],
)
def test_what_loads_from_elsewhere_is_seen(text: str) -> None:
    assert LOADS.search(text)
