"""Claims in bulk: one JSON object a line, bad lines refused, the rest kept."""

import json
from pathlib import Path

import pytest

from tests.builders import originals
from tracker import audit
from tracker.errors import BadInput
from tracker.exchange.entries import import_entries, read_entry
from tracker.store.engine import Engine
from tracker.store.session import reading

GOOD = {
    "external_id": "7",
    "kind": "quote",
    "text": "“The northern channel will be dredged before the winter storms arrive.”",
    "speaker": "Ines Okafor",
    "said_on": "2024-05-02",
    "via": ["Northern Press"],
    "url": "https://wire.example/channel",
    "outlet": "Sample Wire",
    "published_at": "2024-05-02",
    "context": "At the quay.",
}


def quiet(count: int) -> None:
    """Pass over what is told of the progress."""


def write(path: Path, *rows: object) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_claim_keeps_all_its_fields(engine: Engine, tmp_path: Path) -> None:
    outcome = import_entries(engine, write(tmp_path / "c.jsonl", GOOD), "desk", quiet)
    assert (outcome.new, outcome.known, outcome.refused) == (1, 0, [])
    with reading(engine) as session:
        (stored,) = originals(session)
    claim = stored.claim
    assert (claim.external_id, claim.speaker, claim.context) == ("7", "Ines Okafor", "At the quay.")
    assert claim.said_on is not None
    assert claim.said_on.start.isoformat() == "2024-05-02"
    assert audit.verify(engine)[1] == []


def test_bad_lines_are_refused_with_their_number_and_the_rest_is_kept(
    engine: Engine, tmp_path: Path
) -> None:
    path = write(
        tmp_path / "c.jsonl", GOOD, "{broken", {"speaker": "Nobody"}, "", {"text": "It rained."}
    )
    outcome = import_entries(engine, path, "desk", quiet)
    assert outcome.new == 2
    assert [line.split(":")[0].rsplit(" ", 1)[1] for line in outcome.refused] == ["2", "3"]


def test_importing_again_adds_nothing(engine: Engine, tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", GOOD, {"text": "It rained."})
    import_entries(engine, path, "desk", quiet)
    outcome = import_entries(engine, path, "desk", quiet)
    assert (outcome.new, outcome.known) == (0, 2)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"\xff{}", "UTF-8"),
        (b"[1]", "not a JSON object"),
        (b'{"text": ""}', "empty"),
        (b'{"text": 3}', "text is no text"),
        (b'{"text": "a", "speaker": " "}', "speaker: the name ' ' is blank"),
        (b'{"text": "a", "via": ["b", " "]}', "via: the name ' ' is blank"),
        (b'{"text": "a", "published_at": "0001-01-01T00:00:00+14:00"}', "is no date"),
        (
            b'{"text": "a", "url": "javascript:alert(1)"}',
            r"url 'javascript:alert\(1\)' is no address",
        ),
        (b'{"text": "a", "speeker": "b"}', "unknown field 'speeker'"),
        (b'{"text": "a", "kind": "rumour"}', "rumour"),
        (b'{"text": "a", "via": "TASS"}', "via is no list"),
        (b'{"text": "a", "said_on": "soon"}', "said_on"),
        (b'{"text": "a", "published_at": "2024-13-01"}', "published_at"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": "a\\ud800b"}', "surrogate"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_line_says_what_is_wrong(line: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_entry(line)


def test_a_file_that_is_not_there(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No such file"):
        import_entries(engine, tmp_path / "none.jsonl", "desk", quiet)


def test_an_external_id_stands_for_the_words_it_came_with(engine: Engine, tmp_path: Path) -> None:
    """In one file, across batches and across imports; what is the same is known."""
    import_entries(engine, write(tmp_path / "c.jsonl", GOOD), "desk", quiet)
    other = {**GOOD, "text": "“The channel will not be dredged at all.”"}
    twice = [{"external_id": "8", "text": "It rained."}, {"external_id": "8", "text": "It hailed."}]
    path = write(tmp_path / "d.jsonl", other, GOOD, *twice)
    outcome = import_entries(engine, path, "desk", quiet)
    assert (outcome.new, outcome.known) == (1, 1)
    assert [line.split(": ")[0].rsplit(" ", 1)[1] for line in outcome.refused] == ["1", "4"]
    assert "external_id '7' was given before with other words" in outcome.refused[0]
    again = import_entries(engine, path, "desk", quiet)
    assert (again.new, again.known, again.refused) == (0, 2, outcome.refused)
    assert audit.verify(engine)[1] == []


def test_one_external_id_may_carry_words_of_two_speakers(engine: Engine, tmp_path: Path) -> None:
    """The words are the same, so the version is too; neither is refused when it comes again."""
    path = write(tmp_path / "c.jsonl", GOOD, {**GOOD, "external_id": "9", "speaker": "Abe Lind"})
    import_entries(engine, path, "desk", quiet)
    outcome = import_entries(engine, path, "desk", quiet)
    assert (outcome.new, outcome.known, outcome.refused) == (0, 2, [])
