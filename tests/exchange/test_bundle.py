"""A bundle opens and verifies where there is no program, and says so when it was changed."""

import hashlib
import json
import random
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from benchmarks.torture.store import small_store
from tests.builders import LIMITS, READER, add, originals
from tracker import (
    correction,
    notices,
    pipeline,
    recording,
    redaction,
    verifier,
    withdrawal,
)
from tracker.cli.app import run
from tracker.correction import Correction
from tracker.exchange import bundle
from tracker.ingest import Archive, Given, capture
from tracker.model import BLOCK, Ground, NoticeKind, Order
from tracker.notices import About, Said
from tracker.recording import Entry
from tracker.store import articles, checkpoints
from tracker.store.claims import load_claims
from tracker.store.engine import Engine, open_engine
from tracker.store.session import reading

SCRIPT = verifier.ONE_FILE
AT = datetime(2024, 5, 3, 9, tzinfo=UTC)

Files = dict[str, bytes]


def write(engine: Engine, path: Path, claims: list[int] | None = None) -> Path:
    """Write a bundle of these claims, of all that stand by themselves by default."""
    with reading(engine) as session:
        bundle.export(session, path, claims or [c.id for c in originals(session)], AT)
    return path


def alone(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the verifier in another folder, where no package can be imported."""
    command = [sys.executable, "-I", "-S", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd="/", check=False)


def problems(path: Path, kept: verifier.Record | None = None) -> list[str]:
    return list(verifier.Bundle(path, kept).problems)


def unpacked(path: Path) -> Files:
    with zipfile.ZipFile(path) as held:
        return {name: held.read(name) for name in held.namelist()}


def packed(files: Files, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


def forged(files: Files, path: Path, **changed: bytes) -> Path:
    """Pack changed files as a forger does, who writes the hashes anew."""
    whole = {**files, **changed}
    del whole["SHA256SUMS"]
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in whole.items()]
    return packed({**whole, "SHA256SUMS": "".join(lines).encode()}, path)


@pytest.fixture(scope="module")
def sampled(sampled_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of all the samples' claims."""
    folder = tmp_path_factory.mktemp("bundle")
    shutil.copyfile(sampled_template, folder / "claims.db")
    engine = open_engine(f"sqlite:///{folder / 'claims.db'}")
    path = write(engine, folder / "all.zip")
    engine.dispose()
    return path


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of a few claims with links, relations, judgements, corrections and mergers."""
    folder = tmp_path_factory.mktemp("small")
    engine = open_engine(f"sqlite:///{small_store(folder / 'claims.db')}")
    path = write(engine, folder / "small.zip")
    engine.dispose()
    return path


def test_the_samples_verify_without_the_program(sampled_engine: Engine, tmp_path: Path) -> None:
    path = write(sampled_engine, tmp_path / "all.zip")
    with reading(sampled_engine) as session:
        kept = tmp_path / "kept.txt"
        kept.write_text(checkpoints.make(session, AT + timedelta(days=1)).text(), encoding="utf-8")
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(path) as held:
        held.extractall(folder)
    for what in (path, folder):
        done = alone(folder / "tracker_verify.py", what, "--against", kept)
        assert (done.returncode, done.stderr) == (0, "")
        assert "no problems" in done.stdout
    assert {name for name in unpacked(path) if not name.startswith("texts/")} == {*verifier.BUNDLE}


@pytest.mark.parametrize("part", range(3))
def test_each_few_claims_verify_by_themselves(
    sampled_sqlite: Engine, tmp_path: Path, part: int
) -> None:
    with reading(sampled_sqlite) as session:
        numbers = [claim.id for claim in originals(session)][part::30]
    for number in numbers:
        assert problems(write(sampled_sqlite, tmp_path / f"{number}.zip", [number])) == []


def test_the_same_state_gives_the_same_bytes(sampled_engine: Engine, tmp_path: Path) -> None:
    one, two = (write(sampled_engine, tmp_path / name, [1, 2, 3]) for name in ("a.zip", "b.zip"))
    assert one.read_bytes() == two.read_bytes()


def test_what_people_decided_verifies(small: Path) -> None:
    assert problems(small) == []
    proofs = json.loads(unpacked(small)["ledger.json"])["proofs"]
    kinds = {proof["entry"]["record_kind"] for proof in proofs}
    assert kinds >= {"link", "relation", "judgement", "correction", "agent_identity", "placement"}


def test_a_desk_with_everything_verifies(engine: Engine, tmp_path: Path) -> None:
    url = "https://wire.example/1"
    text = "Mayor Ilse Brandt said the bridge would stay shut in Lyon until Friday.\n"
    add(engine, text + "“We are sorry,” Brandt said.\n", url=url)
    add(engine, text + "“We are very sorry,” Brandt told reporters.\n", url=url)
    add(engine, "The bridge would stay shut in Lyon until Friday, Mayor Ilse Brandt said.\n")
    entry = Entry(text="“Ferries will run all night.”", speaker="Tove Lindqvist")
    recording.record(engine, entry, "desk")
    correction.correct(engine, 1, Correction(reject=True), "no statement", "desk")
    said = Said(NoticeKind.CORRECTION, "The bridge opens on Thursday.")
    notices.record(engine, 1, said, About(), "desk")
    withdrawal.withdraw(engine, 2, "a test page", "desk")
    with reading(engine) as session:
        every = sorted(load_claims(session, range(1, 100)))
    path = write(engine, tmp_path / "desk.zip", every)
    assert problems(path) == []
    page = unpacked(path)["index.html"].decode()
    for shown in ("The bridge opens on Thursday.", "a test page", "no statement", "Lindqvist"):
        assert shown in page


# What was changed is found.


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0], ids=["first", "middle", "last"])
def test_a_flipped_byte_in_any_file_is_found(small: Path, tmp_path: Path, share: float) -> None:
    files = unpacked(small)
    for number, (name, data) in enumerate(files.items()):
        at = round(share * (len(data) - 1))
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        path = packed({**files, name: changed}, tmp_path / f"{number}.zip")
        assert problems(path), f"{name} at {at}"


def test_a_file_that_is_gone_is_found(small: Path, tmp_path: Path) -> None:
    files = unpacked(small)
    for number, name in enumerate(files):
        rest = {other: data for other, data in files.items() if other != name}
        assert any(name in line for line in problems(packed(rest, tmp_path / f"{number}.zip")))


@pytest.mark.parametrize("name", ["more.txt", "texts/ver-00.txt", "texts/../x", "ledger.json~"])
def test_a_file_that_was_put_in_is_found(small: Path, tmp_path: Path, name: str) -> None:
    files = unpacked(small)
    assert problems(packed({**files, name: b"x"}, tmp_path / "a.zip"))
    assert problems(forged(files, tmp_path / "b.zip", **{name: b"x"}))


def test_a_name_that_stands_there_twice_is_found(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    shutil.copyfile(small, path)
    with zipfile.ZipFile(path, "a") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr("index.html", unpacked(small)["index.html"])
    assert problems(path) == ["index.html: it stands there twice"]


def test_a_zip_that_asks_for_a_password_is_a_problem(small: Path, tmp_path: Path) -> None:
    data = bytearray(small.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the first file of the directory
    path = tmp_path / "locked.zip"
    path.write_bytes(data)
    done = alone(SCRIPT, path)
    assert done.returncode == 1
    assert "password" in done.stderr


Change = Callable[[Files], Files]


def rows(files: Files, kind: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in files[f"{kind}.jsonl"].splitlines()]


def with_rows(kind: str, change: Callable[[dict[str, Any]], None]) -> Change:
    """Return a change of the first record of a kind."""

    def changed(files: Files) -> Files:
        found = rows(files, kind)
        change(found[0])
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
        return {f"{kind}.jsonl": lines.encode()}

    return changed


def without(kind: str) -> Change:
    return lambda files: {f"{kind}.jsonl": b"".join(files[f"{kind}.jsonl"].splitlines(True)[1:])}


def with_proofs(change: Callable[[Any], None]) -> Change:
    def changed(files: Files) -> Files:
        proofs = json.loads(files["ledger.json"])
        change(proofs)
        return {"ledger.json": json.dumps(proofs).encode()}

    return changed


def of_kind(proofs: Any, kind: str) -> Any:
    return next(one for one in proofs["proofs"] if one["entry"]["record_kind"] == kind)


def other_words(files: Files) -> Files:
    name = next(name for name in files if name.startswith("texts/"))
    return {name: files[name].replace(b"a", b"e")}


def no_captures(_: Files) -> Files:
    return {"captures.warc.gz": b""}


FORGERIES: dict[str, Change] = {
    "a claim's words": with_rows("claims", lambda row: row.update(text="Nothing happened.")),
    "a claim's type": with_rows("claims", lambda row: row.update(denied=not row["denied"])),
    "a claim gone": without("claims"),
    "words": with_rows("occurrences", lambda row: row.update(text="Nothing happened.")),
    "speaker": with_rows("occurrences", lambda row: row.update(speaker="Nobody")),
    "outlet": with_rows("occurrences", lambda row: row.update(outlet="Another Paper")),
    "date": with_rows("occurrences", lambda row: row.update(published_at="2020-01-01")),
    "rejected": with_rows("occurrences", lambda row: row.update(rejected=True)),
    "a selector": with_rows(
        "occurrences",
        lambda row: row["selectors"][0].update(start=row["selectors"][0]["start"] + 1),
    ),
    "link": with_rows("occurrences", lambda row: row.update(link={"status": "confirmed"})),
    "an odd field": with_rows("occurrences", lambda row: row.update(true=True)),
    "an occurrence gone": without("occurrences"),
    "a relation": with_rows("relations", lambda row: row.update(relation="supports")),
    "status": with_rows("relations", lambda row: row.update(status="confirmed")),
    "a relation gone": without("relations"),
    "a text": other_words,
    "no captures": no_captures,
    "a proof gone": with_proofs(lambda p: p["proofs"].remove(of_kind(p, "version"))),
    "a value": with_proofs(lambda p: of_kind(p, "version").update(value="{}")),
    "a value struck out": with_proofs(lambda p: of_kind(p, "link").update(value=None, salt="")),
    "a user": with_proofs(lambda p: p["proofs"][0]["entry"].update(user="nobody")),
    "a root": with_proofs(lambda p: p["checkpoint"].update(root="0" * 64)),
    "another form": with_proofs(lambda p: p.update(tracker_proofs=2)),
    "no object": lambda files: {"ledger.json": b"[]"},
    "no JSON": lambda files: {"occurrences.jsonl": b"{\n"},
    "proofs twice": with_proofs(lambda p: p["proofs"].append(p["proofs"][0])),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_with_new_hashes_is_found(small: Path, tmp_path: Path, name: str) -> None:
    files = unpacked(small)
    changed = FORGERIES[name](files)
    assert all(files[one] != data for one, data in changed.items())
    path = forged(files, tmp_path / "forged.zip", **changed)
    done = alone(SCRIPT, path)
    assert done.returncode == 1
    assert done.stderr
    assert "SHA256SUMS" not in done.stderr


def test_any_flipped_bit_is_found_though_the_hashes_are_new(small: Path, tmp_path: Path) -> None:
    files = unpacked(small)
    chosen = random.Random(3)
    names = ["occurrences.jsonl", "relations.jsonl", *(n for n in files if n[:6] == "texts/")]
    for _ in range(300):
        name = chosen.choice(names)
        data = bytearray(files[name])
        at = chosen.randrange(len(data))
        data[at] ^= 1 << chosen.randrange(8)
        path = forged(files, tmp_path / "forged.zip", **{name: bytes(data)})
        assert problems(path), f"{name} at {at}"


def test_another_checkpoint_is_found(small: Path, sampled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(unpacked(sampled)["checkpoint.txt"])
    done = alone(SCRIPT, small, "--against", other)
    assert done.returncode == 1
    assert "not under the checkpoint that was kept" in done.stderr
    files = unpacked(small)
    assert problems(forged(files, tmp_path / "a.zip", **{"checkpoint.txt": b"none"}))
    swapped = forged(files, tmp_path / "b.zip", **{"checkpoint.txt": other.read_bytes()})
    assert problems(swapped) == ["checkpoint.txt: it is not the checkpoint of ledger.json"]


@pytest.mark.parametrize("claims", [[1], [1, 2]], ids=len)
def test_bytes_of_another_capture_are_found(
    sampled_sqlite: Engine, sampled: Path, tmp_path: Path, claims: list[int]
) -> None:
    path = write(sampled_sqlite, tmp_path / "some.zip", claims)
    files = unpacked(path)
    more = {"captures.warc.gz": unpacked(sampled)["captures.warc.gz"]}
    found = problems(forged(files, tmp_path / "more.zip", **more))
    assert found
    assert all("no proven version is its record" in line for line in found)


# Captures, the page, redaction.


def test_captures_are_read_back(
    sampled_engine: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    add(sampled_engine, "Grüße aus Köln, sagte niemand. Mayor Ilse Brandt said it rained.\n")
    files = unpacked(write(sampled_engine, tmp_path / "all.zip"))
    path = tmp_path / "captures.warc.gz"
    path.write_bytes(files["captures.warc.gz"])
    for one in Archive(str(path), Given(), LIMITS):
        pipeline.add(second_sqlite_engine, one.capture(Given(), LIMITS), "tester", READER)
    texts = sorted(data.decode() for name, data in files.items() if name.startswith("texts/"))
    with reading(second_sqlite_engine) as session:
        read = sorted(v.text for v, _ in articles.walk_versions(session))
    assert read == texts
    assert len(texts) > 12


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_a_capture_in_an_old_encoding_is_read_back(
    sqlite_engine: Engine, second_sqlite_engine: Engine, tmp_path: Path, name: str
) -> None:
    words = "“The river at the Fluß café is still rising,” said Mayor Jürgen Köhl on Tuesday.\n"
    page = f"<html><body><article><p>{words * 9}</p></article></body></html>"
    source = tmp_path / name
    source.write_bytes((page if name.endswith("html") else words).encode("windows-1252"))
    with Path("/dev/null").open("rb") as nothing:
        given = Given(encoding="windows-1252")
        pipeline.add(sqlite_engine, capture(str(source), given, LIMITS, nothing), "tester", READER)
    path = tmp_path / "captures.warc.gz"
    files = unpacked(write(sqlite_engine, tmp_path / "a.zip"))
    path.write_bytes(files["captures.warc.gz"])
    (one,) = Archive(str(path), Given(), LIMITS)
    (text,) = (data.decode() for file, data in files.items() if file.startswith("texts/"))
    assert "Jürgen Köhl" in text
    assert one.capture(Given(), LIMITS).article.text == text


HOSTILE = "<script>alert(1)</script> & \"'<img src=x onerror=y>"


def test_hostile_words_are_escaped(engine: Engine, tmp_path: Path) -> None:
    entry = Entry(
        text=f"{HOSTILE} stands.",
        speaker=HOSTILE,
        outlet=HOSTILE,
        url="https://wire.example/?a=<b>",
        external_id=HOSTILE,
    )
    recording.record(engine, entry, "desk")
    page = unpacked(write(engine, tmp_path / "a.zip"))["index.html"].decode()
    assert "&lt;script&gt;" in page
    assert set(re.findall(r"<\s*/?\s*([a-z0-9]+)", page)) <= {
        *("html head meta title style body section article h1 h2 h3 h4".split()),
        *("blockquote p dl dt dd ul li del ins pre code".split()),
    }
    assert not re.search(r"<[^>]*\bon\w+=|<[^>]*javascript:|<[^>]*\bhref", page)


def test_a_redacted_claim_shows_its_tombstone_and_verifies(engine: Engine, tmp_path: Path) -> None:
    secret = "Marek Tolan for a broken wrist"
    add(engine, f"Mayor Ilse Brandt said the clinic had treated {secret} in March.\n")
    add(engine, f"The clinic had treated {secret} in March, Mayor Ilse Brandt said.\n")
    order = Order(Ground.PERSONAL_DATA, "a patient asked")
    redaction.redact_claim(engine, 1, order, "vera")
    path = write(engine, tmp_path / "a.zip")
    assert problems(path) == []
    files = unpacked(path)
    assert "[redacted: a patient asked, vera, " in files["index.html"].decode()
    assert BLOCK.encode() in files["claims.jsonl"]
    assert all(b"Marek" not in data for data in files.values())
    assert list(verifier.warc_records(files["captures.warc.gz"])) == []


ORDER = Order(Ground.LEGAL, "a court's order", "the court")

REDACTIONS: dict[str, Callable[[Engine], object]] = {
    "words": lambda e: redaction.redact_article(e, 1, None, ("Tobias Rehn",), ORDER, "vera"),
    "article": lambda e: redaction.redact_article(e, 1, None, (), ORDER, "vera"),
    "occurrence": lambda e: redaction.redact_occurrence(e, 2, ORDER, "vera"),
    "agent": lambda e: redaction.redact_agent(e, 1, ORDER, "vera"),
    "merged agent": lambda e: redaction.redact_agent(e, 3, ORDER, "vera"),
}


@pytest.mark.parametrize("name", REDACTIONS)
def test_whatever_was_redacted_the_rest_verifies(name: str, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{small_store(tmp_path / 'claims.db')}")
    REDACTIONS[name](engine)
    with reading(engine) as session:
        every = sorted(load_claims(session, range(1, 100)))
    assert problems(write(engine, tmp_path / "all.zip", every)) == []
    for claim in every:
        assert problems(write(engine, tmp_path / f"{claim}.zip", [claim])) == []
    engine.dispose()


def test_a_capture_from_before_a_redaction_is_found(engine: Engine, tmp_path: Path) -> None:
    add(engine, "Mayor Ilse Brandt said the bridge would stay shut until Friday.\n")
    before = unpacked(write(engine, tmp_path / "before.zip"))
    redaction.redact_claim(engine, 1, ORDER, "vera")
    files = unpacked(write(engine, tmp_path / "a.zip"))
    name = "captures.warc.gz"
    found = problems(forged(files, tmp_path / "b.zip", **{name: before[name]}))
    assert any("bytes stand where they were redacted" in line for line in found)


def test_a_redacted_value_without_its_redaction_is_found(engine: Engine, tmp_path: Path) -> None:
    add(engine, "Mayor Ilse Brandt said the bridge would stay shut until Friday.\n")
    redaction.redact_claim(engine, 1, ORDER, "vera")
    files = unpacked(write(engine, tmp_path / "a.zip"))
    proofs = json.loads(files["ledger.json"])
    proofs["proofs"] = [
        one for one in proofs["proofs"] if one["entry"]["record_kind"] != "redaction"
    ]
    found = problems(
        forged(files, tmp_path / "b.zip", **{"ledger.json": json.dumps(proofs).encode()})
    )
    assert any("struck out and none says why" in line for line in found)
    assert any("its bytes are gone, and no redaction says so" in line for line in found)


def test_bytes_that_are_gone_without_a_redaction_are_found(small: Path, tmp_path: Path) -> None:
    path = forged(unpacked(small), tmp_path / "a.zip", **{"captures.warc.gz": b""})
    found = problems(path)
    assert found
    assert all(line.endswith("its bytes are gone, and no redaction says so") for line in found)


# The command.


def test_the_command_writes_a_bundle(
    sampled_sqlite: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = ["--database", sampled_sqlite.url.render_as_string(hide_password=False)]
    out = tmp_path / "a.zip"
    command = [*database, "export", "--format", "bundle", "--out", str(out)]
    assert run([*command, "1", "2"]) == 0
    assert problems(out) == []
    before = out.read_bytes()
    for arguments, says in (
        ([*command, "1"], "is there already"),
        (command, "give their numbers"),
        ([*command, "1", "--as-of", "2024-05-01"], "of the present"),
    ):
        capsys.readouterr()
        assert run(arguments) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert says in line
    assert out.read_bytes() == before
    assert run([*command[:-1], str(tmp_path / "b.zip"), "99999"]) == 1
    assert not (tmp_path / "b.zip").exists()
