"""The wheel works by itself: in an empty environment, in another folder, for another user.

It is built from the repository and installed from the kept wheelhouse with the index
off, so migrations and samples have to travel inside it and its own list of
dependencies has to be whole. Its commands run with an environment of three variables.
"""

import json
import os
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker import __version__

ROOT = Path(__file__).parent.parent
WHEELHOUSE = ROOT / ".wheelhouse"

# One worker builds it once; the others leave these tests alone.
pytestmark = pytest.mark.xdist_group("wheel")

ARTICLE = """\
OLD HARBOUR, May 4 – “The crane will be repaired by Friday,” harbour master Lene Dahlquist said.

The union had asked for it in March, according to its spokesman Piet Noordam.
"""


def run(
    command: list[str | Path], folder: Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; nothing of this process's environment reaches it unasked."""
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def pip(*arguments: str | Path) -> None:
    """Run this environment's pip without an index, whatever the machine is set up to use."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    environment = {"PATH": os.environ["PATH"], "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1"}
    done = run(command, ROOT, environment)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the repository."""
    folder = tmp_path_factory.mktemp("dist")
    pip("wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", folder, ROOT)
    (path,) = folder.iterdir()
    return path


@dataclass(frozen=True, slots=True)
class Installed:
    """A command installed elsewhere, with a home and a working folder of its own."""

    command: Path
    folder: Path

    def tracker(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the installed command."""
        environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(self.folder / "home"),
            "LANG": "C.UTF-8",
        }
        return run([self.command, *arguments], self.folder, environment)


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and what it asks for, and nothing else: not even pip."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    pip("--python", python, "install", "--find-links", WHEELHOUSE, wheel)
    pip("--python", python, "check")
    return folder


@pytest.fixture
def installed(environment: Path, tmp_path: Path) -> Installed:
    """The installed command, in a new folder."""
    folder = tmp_path / "elsewhere"
    (folder / "home").mkdir(parents=True)
    return Installed(environment / "bin" / "tracker", folder)


def test_migrations_and_samples_travel_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for shipped in ("migrations", "seeds"):
        files = {
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / shipped).rglob("*")
            if path.suffix in {".py", ".json", ".mako"}
        }
        assert files
        assert {f"tracker/_shipped/{name}" for name in files} <= names


def test_nothing_of_the_repository_is_needed_or_taken_along(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"tracker", f"tracker-{__version__}.dist-info"}


def test_it_says_its_version(installed: Installed) -> None:
    done = installed.tracker("--version")
    assert (done.returncode, done.stdout) == (0, f"tracker, version {__version__}\n"), done.stderr


def test_it_needs_init_first_and_says_so(installed: Installed) -> None:
    done = installed.tracker("article", "list")
    assert done.returncode == 2
    assert "tracker init" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_init_makes_the_users_database(installed: Installed) -> None:
    done = installed.tracker("init")
    assert done.returncode == 0, done.stderr
    assert list((installed.folder / "home").rglob("*.db"))


def test_an_added_article_is_read_back(installed: Installed) -> None:
    (installed.folder / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    options = ["--outlet", "Sample Wire", "--published", "2024-05-04"]
    assert installed.tracker("init").returncode == 0

    added = installed.tracker("add", "harbour.txt", *options, "--json")
    shown = installed.tracker("article", "show", "1", "--json")
    again = installed.tracker("add", "harbour.txt", *options)
    verified = installed.tracker("verify")

    assert added.returncode == 0, added.stderr
    assert json.loads(added.stdout)["outcome"] == "added"
    speakers = {row["speaker"] for row in json.loads(shown.stdout)["statements"]}
    assert {"Lene Dahlquist", "Piet Noordam"} <= speakers
    assert "nothing changed" in again.stdout
    assert verified.returncode == 0, verified.stdout


def test_the_demo_links_its_samples_and_leaves_nothing_behind(installed: Installed) -> None:
    done = installed.tracker("demo")
    assert done.returncode == 0, done.stderr
    samples = [path for path in (ROOT / "seeds").glob("[0-9]*.json") if path.suffixes == [".json"]]
    assert sum(" added: " in line for line in done.stdout.splitlines()) == len(samples)
    assert "= claim" in done.stdout
    assert "Conflicts:" in done.stdout
    assert not list(installed.folder.rglob("*.db"))
