"""`tracker add`, `extract` and `article`: what a desk sees of a source."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.ingest.test_archive import ADDRESS, response, write

TEXT = (
    "KELDER (Sample Wire) —\n\n"
    "The bridge at Sorra will stay closed until autumn, town engineer Ada Lind said on "
    "Monday, Northern Press reported.\n\n"
    "“We found eleven cracked bolts,” she added. “Nobody will drive over them.”\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_add_prints_what_it_found_and_linked(tracker: Tracker, article: Path) -> None:
    first = tracker("add", article, "--outlet", "Sample Wire", "--published", "2024-05-06")
    assert first.code == 0
    assert "article 1, version 1 (Sample Wire, 2024-05-06) added: 3 statements" in first.out
    second = tracker("add", article, "--outlet", "Sample Daily", "--published", "2024-05-07")
    assert second.code == 0
    assert "= claim 1 (verbatim" in second.out
    # Few words, but hers, and of the day before.
    assert second.out.count("= claim") == 3
    assert "perhaps" not in second.out


def test_the_same_again_changes_nothing_and_says_so(tracker: Tracker, article: Path) -> None:
    tracker("add", article, "--outlet", "Sample Wire")
    entries = len(tracker("log", "--json", "--limit", 10_000).lines)
    again = tracker("add", article, "--outlet", "Sample Wire")
    assert again.code == 0
    assert "already stored, nothing changed" in again.out
    assert len(tracker("log", "--json", "--limit", 10_000).lines) == entries


def test_other_text_at_the_address_is_a_new_version(tracker: Tracker, article: Path) -> None:
    url = ("--url", "https://wire.example/bridge")
    tracker("add", article, *url)
    article.write_text(TEXT.replace("eleven", "twelve"), encoding="utf-8")
    added = tracker("add", article, *url, "--json").json
    assert (added["outcome"], added["article_id"], added["version"]) == ("new_version", 1, 2)
    assert "eleven" in tracker("article", "show", 1, "--version", 1, "--json").json["text"]


def test_article_show_has_the_statements_as_extract_prints_them(
    tracker: Tracker, article: Path
) -> None:
    known = ("--outlet", "Sample Wire", "--published", "2024-05-06")
    tracker("add", article, *known)
    extracted = tracker("extract", article, *known, "--json").lines
    stored = tracker("article", "show", 1, "--json").json["statements"]
    assert [{k: s[k] for k in extracted[0]} for s in stored] == extracted
    assert all(s["occurrence_id"] and s["claim_id"] for s in stored)
    for statement in stored:
        for piece in statement["content"]:
            assert TEXT[piece["start"] : piece["end"]] == piece["exact"]


def test_extract_needs_no_database(bare: Tracker, article: Path, tmp_path: Path) -> None:
    missing = f"sqlite:///{tmp_path}/none.db"
    found = bare("--database", missing, "extract", article, "--published", "2024-05-06", "--json")
    assert found.code == 0
    by_text = {line["content"][0]["exact"]: line for line in found.lines}
    closed = by_text["The bridge at Sorra will stay closed until autumn"]
    assert closed["speaker"] == "Ada Lind"
    assert closed["said_on"]["start"] == "2024-05-06"
    assert [hop["agent"] for hop in closed["chain"]] == ["Ada Lind", "Northern Press"]
    assert not (tmp_path / "none.db").exists()


def test_a_batch_goes_on_after_a_bad_source(
    tracker: Tracker, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    ran = tracker("add", tmp_path / "empty.txt", article)
    assert ran.code == 1
    assert "empty.txt" in ran.err
    assert "1 of 2 sources failed" in ran.err
    assert len(tracker("article", "list", "--json").lines) == 1


@pytest.fixture
def bomb(tmp_path: Path) -> Path:
    """A page that takes more memory to read than the least that can be set."""
    path = tmp_path / "bomb.html"
    path.write_text("<html><body>" + "<i>x</i>" * 2_000_000, encoding="ascii")
    return path


def test_a_page_that_cannot_be_read_is_kept_as_bytes_and_told(
    tracker: Tracker, article: Path, bomb: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TRACKER_READ_MEMORY", "100MB")
    ran = tracker("add", bomb, article)
    assert ran.code == 1
    assert "bomb.html: reading the page took more memory than it may; its bytes are kept" in ran.err
    assert "1 of 2 sources failed" in ran.err
    kept, read = tracker("article", "list", "--json").lines
    assert (kept["state"], kept["statements"]) == ("out_of_memory", 0)
    assert (read["state"], read["statements"] > 0) == ("whole", True)
    again = tracker("add", bomb)
    assert (again.code, "already stored" in again.out) == (1, True)
    assert tracker("verify").code == 0
    assert tracker("export", "--out", tmp_path / "out").code == 0
    assert "state: out_of_memory" in tracker("article", "show", kept["article_id"]).out


def test_every_page_of_an_archive_is_added(tracker: Tracker, tmp_path: Path) -> None:
    path = write(
        tmp_path / "crawl.warc.gz",
        response(),
        response(b"<html></html>", ADDRESS + "/none"),
        response(b"{}", ADDRESS + ".css", Content_Type="text/css"),
    )
    ran = tracker("add", path, "--outlet", "Post", "--json")
    assert ran.code == 1
    assert "record 3 (https://post.example/a/harbour/none): there is no article text" in ran.err
    assert "2 other records in this archive were passed over" in ran.err
    assert "1 of 2 sources failed" in ran.err
    shape = tracker("article", "show", 1, "--json").json
    assert (shape["outlet"], shape["url"]) == ("Post", ADDRESS)
    assert shape["captured_at"].startswith("2024-03-05T10:00:00")
    assert tracker("verify").code == 0


def test_a_cut_archive_is_told_after_its_pages(tracker: Tracker, tmp_path: Path) -> None:
    path = write(tmp_path / "crawl.warc", response())
    path.write_bytes(path.read_bytes() + b"WARC/1.1\r\n")
    ran = tracker("add", path)
    assert ran.code == 1
    assert "cannot be read: it ends in the middle of a record" in ran.err
    assert len(tracker("article", "list", "--json").lines) == 1


def test_extract_reads_the_one_page_of_an_archive(bare: Tracker, tmp_path: Path) -> None:
    one = write(tmp_path / "one.warc", response())
    assert bare("extract", one, "--json").lines
    two = write(tmp_path / "two.warc", response(), response(address=ADDRESS + "/2"))
    ran = bare("extract", two)
    assert (ran.code, "there are 2 pages in this archive" in ran.err) == (2, True)


def test_nothing_is_extracted_from_a_page_that_cannot_be_read(
    bare: Tracker, bomb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_READ_MEMORY", "100MB")
    ran = bare("extract", bomb)
    assert (ran.code, ran.out) == (2, "")
    assert "took more memory than it may; give its text as .txt" in ran.err


def test_json_article_brings_its_own_facts(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "bridge.json"
    given = {"url": "https://wire.example/b", "outlet": "Sample Wire", "title": "Bridge shut"}
    path.write_text(json.dumps({**given, "published_at": "2024-05-06", "text": TEXT}))
    added = tracker("add", path, "--json").json
    assert {key: added[key] for key in given} == given
    assert added["published_at"] == "2024-05-06"


def test_another_language_is_stored_and_marked(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "bruecke.txt"
    path.write_text(
        "Die Brücke bei Sorra bleibt bis zum Herbst gesperrt, sagte die Ingenieurin der Stadt "
        "am Montag. „Wir haben elf gerissene Bolzen gefunden“, sagte sie und fügte hinzu, dass "
        "niemand über die Brücke fahren werde, bevor sie nicht alle ersetzt worden seien.",
        encoding="utf-8",
    )
    added = tracker("add", path, "--json").json
    assert added["state"] == "unknown_language"
    assert added["statements"] == 0
    assert tracker("article", "list", "--json").lines[0]["state"] == "unknown_language"
