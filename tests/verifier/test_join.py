"""The file that is copied anywhere is made of the modules, and does what they do."""

import runpy
from pathlib import Path

import pytest

from tracker import verifier
from tracker.verifier import join

FOLDER = Path(verifier.__file__).parent

FIRST = '"""One."""\n\nimport json\n\nA = json.dumps\n'
SECOND = (
    '"""Two."""\n\nimport json\nfrom re import sub\n\nfrom tracker.verifier.one import A\n\nB = A\n'
)


def test_the_file_is_what_the_modules_make() -> None:
    made = join.join(*join.sources(FOLDER))
    assert verifier.ONE_FILE.read_text(encoding="utf-8") == made, "run `make verifier`"


def test_every_module_is_in_the_file() -> None:
    modules = {
        ".".join(path.relative_to(FOLDER).with_suffix("").parts)
        for path in FOLDER.rglob("*.py")
        if path.name != "__init__.py"
    }
    assert modules - {"join", "tracker_verify"} == {*join.PARTS}


def test_the_file_has_every_name_that_the_package_has() -> None:
    names = runpy.run_path(str(verifier.ONE_FILE))
    assert {*verifier.__all__} - names.keys() == {"ONE_FILE"}


def test_parts_stand_in_order_with_their_imports_at_the_top() -> None:
    assert join.join("Both.", {"one": FIRST, "two": SECOND}).splitlines() == [
        '"""Both.',
        '"""',
        "",
        join.NOTICE,
        "",
        "import json",
        "from re import sub",
        "",
        "",
        "# one.py: One.",
        "",
        "A = json.dumps",
        "",
        "",
        "# two.py: Two.",
        "",
        "B = A",
    ]


REFUSED = {
    "a later part": ({"two": SECOND, "one": FIRST}, "two: it imports one, which is no earlier"),
    "a name twice": ({"one": FIRST, "two": FIRST}, "two: 'A' is a name of one too"),
    "a function twice": (
        {"one": FIRST, "two": '"""Two."""\n\nimport json\n\n\ndef A() -> None: ...\n'},
        "two: 'A' is a name of one too",
    ),
    "the program": (
        {"one": '"""One."""\n\nfrom tracker.store import ledger\n'},
        "one: it imports what is not of the standard library",
    ),
    "the whole program": (
        {"one": '"""One."""\n\nimport tracker\n'},
        "one: it imports what is not of the standard library",
    ),
    "a neighbour": (
        {"one": FIRST, "two": '"""Two."""\n\nfrom . import one\n'},
        "two: it imports what is not of the standard library",
    ),
    "another library": (
        {"one": '"""One."""\n\nfrom sqlmodel import Session\n'},
        "one: it imports what is not of the standard library",
    ),
    "another name": (
        {"one": '"""One."""\n\nimport json as j\n'},
        "one: it imports something under another name",
    ),
    "an import in a function": (
        {"one": '"""One."""\n\nA = 1\n\n\ndef b() -> None:\n    import json\n'},
        "one: it imports something below its top",
    ),
}


@pytest.mark.parametrize(("parts", "says"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_joined_is_refused(parts: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        join.join("Both.", parts)
