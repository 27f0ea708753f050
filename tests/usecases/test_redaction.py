"""Words that must go are gone from everywhere, visibly, and everything still verifies."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import String, inspect, text

from tests.builders import add
from tracker import audit, correction, identity, match, recording, redaction, review, withdrawal
from tracker.cli.app import run
from tracker.correction import Correction
from tracker.errors import BadInput, Conflict, NotFound
from tracker.exchange import jsonl
from tracker.ingest.places import shipped_places
from tracker.model import BLOCK, Ground, Kind, Order, Verdict
from tracker.recording import Entry
from tracker.store import articles, claims, ledger, occurrences, redactions, remains
from tracker.store.articles import Outcome
from tracker.store.engine import Engine
from tracker.store.search import Filter, search_claims
from tracker.store.session import reading, writing
from tracker.views.agent import agent_shape
from tracker.views.article import article_shape
from tracker.views.claim import claim_shape

WIRE = (
    "Mayor Ilse Brandt said on Tuesday that the clinic had treated Marek Tolan for a broken "
    "wrist in March.\n\n"
    "“The bridge will be closed for two weeks,” Brandt told Harbour Radio.\n"
)
SECRET = "Marek Tolan for a broken wrist"
DAILY = f"The clinic had treated {SECRET} in March, Mayor Ilse Brandt said.\n"
ORDER = Order(Ground.PERSONAL_DATA, "a patient asked", "the clinic")


@pytest.fixture
def desk(engine: Engine) -> Engine:
    add(engine, WIRE, url="https://wire.example/1", published="2024-05-01")
    return engine


def verified(engine: Engine) -> bool:
    _, problems = audit.verify(engine, shipped_places())
    assert problems == []
    return True


def holds(engine: Engine, words: str) -> list[str]:
    """Return where a database holds words: the bytes of its files, or all text columns."""
    if engine.dialect.name == "sqlite":
        path = Path(engine.url.database or "")
        files = path.parent.glob(f"{path.name}*")
        return [file.name for file in files if words.encode() in file.read_bytes()]
    found = []
    with engine.connect() as connection:
        seen = inspect(connection)
        for table in seen.get_table_names():
            for column in seen.get_columns(table):
                if isinstance(column["type"], String):
                    query = text(f'SELECT 1 FROM {table} WHERE strpos("{column["name"]}", :w) > 0')
                    if connection.execute(query, {"w": words}).first():
                        found.append(f"{table}.{column['name']}")
    return found


def taken(engine: Engine, *words: str) -> redaction.Redacted:
    return redaction.redact_article(engine, 1, None, words, ORDER, "vera")


def test_words_are_gone_from_every_record_and_from_the_file(desk: Engine) -> None:
    correction.correct(desk, 1, Correction(content=("treated " + SECRET,)), "shorter", "vera")
    assert holds(desk, SECRET)
    assert taken(desk, SECRET).remains == ()
    assert holds(desk, SECRET) == []
    assert holds(desk, "Marek") == []
    assert verified(desk)


def test_what_stands_beside_them_stays_where_it_was(desk: Engine) -> None:
    with reading(desk) as session:
        before = article_shape(session, 1)
    taken(desk, SECRET)
    with reading(desk) as session:
        after = article_shape(session, 1)
    assert after["text"] == WIRE.replace(SECRET, BLOCK * len(SECRET))
    for old, new in zip(before["statements"], after["statements"], strict=True):
        for piece, was in zip(new["content"], old["content"], strict=True):
            assert (piece["start"], piece["end"]) == (was["start"], was["end"])
            assert after["text"][piece["start"] : piece["end"]] == piece["exact"]
            assert piece["exact"] == was["exact"].replace(SECRET, BLOCK * len(SECRET))
    (gone,) = after["redactions"]
    assert (gone["reason"], gone["user"], gone["ground"]) == (
        "a patient asked",
        "vera",
        "personal-data",
    )
    assert after["text_sha256"] != before["text_sha256"]


def test_both_hashes_of_the_text_are_kept(desk: Engine) -> None:
    taken(desk, SECRET)
    with reading(desk) as session:
        version = articles.get_version(session, 1)
        (row,) = redactions.of_records(session, [version.uid])
        assert row.old_sha256 == articles.sha256(WIRE.encode())
        assert row.new_sha256 == version.text_sha256 == articles.sha256(version.text.encode())
        assert row.spans == [[WIRE.index(SECRET), WIRE.index(SECRET) + len(SECRET)]]


def test_keys_and_search_forget_the_words(desk: Engine) -> None:
    with reading(desk) as session:
        assert search_claims(session, match.word_keys("broken wrist"), Filter(), 5)
    taken(desk, SECRET)
    with reading(desk) as session:
        assert search_claims(session, match.word_keys("broken wrist"), Filter(), 5) == []
        assert search_claims(session, match.word_keys("clinic treated"), Filter(), 5)


def test_the_same_text_does_not_come_back_when_it_is_added_again(desk: Engine) -> None:
    taken(desk, SECRET)
    again = add(desk, WIRE, url="https://wire.example/1", published="2024-05-01")
    assert (again.outcome, again.version) == (Outcome.UNCHANGED, 1)
    assert holds(desk, SECRET) == []


def test_it_says_where_the_words_still_stand(desk: Engine) -> None:
    add(desk, DAILY, outlet="Sample Daily", url="https://daily.example/1", published="2024-05-02")
    left = taken(desk, SECRET).remains
    assert "article_version 2" in left
    assert not [place for place in left if place.startswith("article_version 1")]
    assert verified(desk)


def test_a_claim_goes_in_every_article_that_prints_it(desk: Engine) -> None:
    add(desk, DAILY, outlet="Sample Daily", url="https://daily.example/1", published="2024-05-02")
    assert redaction.redact_claim(desk, 1, ORDER, "vera").remains == ()
    assert holds(desk, SECRET) == []
    assert verified(desk)
    with reading(desk) as session:
        assert set(claims.get_claim(session, 1).text) == {BLOCK}
        assert article_shape(session, 1)["statements"][1]["content"][0]["exact"].startswith("“The")


def test_an_occurrence_goes_with_its_links_reasons(desk: Engine) -> None:
    add(
        desk,
        DAILY.replace("broken wrist", "broken arm and two ribs"),
        outlet="Sample Daily",
        url="https://daily.example/1",
        published="2024-05-02",
    )
    redaction.redact_occurrence(desk, 1, ORDER, "vera")
    assert holds(desk, SECRET) == []
    assert verified(desk)


def test_a_whole_text_goes_with_its_title_and_bytes(engine: Engine) -> None:
    done = recording.record(
        engine, Entry("Marek Tolan broke his wrist", speaker="Ilse Brandt"), "vera"
    )
    redaction.redact_article(engine, done.article_id, None, (), ORDER, "vera")
    assert holds(engine, "broke his wrist") == []
    assert verified(engine)
    again = recording.record(
        engine, Entry("Marek Tolan broke his wrist", speaker="Ilse Brandt"), "vera"
    )
    assert again == recording.Recorded(done.article_id, done.occurrence_id, done.claim_id, False)
    assert holds(engine, "broke his wrist") == []


def test_the_names_of_an_agent_go_and_articles_can_name_it_anew(desk: Engine) -> None:
    with reading(desk) as session:
        agent_id = claims.get_claim(session, 1).speaker_id or 0
    left = redaction.redact_agent(desk, agent_id, ORDER, "vera").remains
    assert all(re.match(r"(article_version|claim|ledger_value|selector) ", r) for r in left)
    with reading(desk) as session:
        assert set(article_shape(session, 1)["statements"][0]["speaker"]) == {BLOCK}
    assert verified(desk)
    add(desk, DAILY, outlet="Sample Daily", url="https://daily.example/1", published="2024-05-02")
    with reading(desk) as session:
        assert set(article_shape(session, 2)["statements"][0]["speaker"]) == {BLOCK}
    assert verified(desk)
    with pytest.raises(Conflict, match="redacted already"):
        redaction.redact_agent(desk, agent_id, ORDER, "vera")


def test_the_reason_of_a_correction_goes(desk: Engine) -> None:
    why = "Olav Renner rang and said so"
    correction.correct(desk, 1, Correction(confirm=True), why, "vera")
    entry = head(desk, "correction.made")
    redaction.redact_reason(desk, entry, ORDER, "vera")
    assert holds(desk, "Olav Renner") == []
    assert verified(desk)
    with pytest.raises(Conflict, match="redacted already"):
        redaction.redact_reason(desk, entry, ORDER, "vera")


def test_what_two_fields_were_corrected_of_can_be_redacted(desk: Engine) -> None:
    with reading(desk) as session:
        text = occurrences.load(session, [1])[0].claim.text
    changed = Correction(content=(" ".join(text.split()[:3]),), kind=Kind.QUOTE)
    correction.correct(desk, 1, changed, "words", "vera")
    redaction.redact_occurrence(desk, 1, ORDER, "vera")
    assert verified(desk)


def test_the_reason_of_a_withdrawal_goes_and_that_of_a_redaction_stays(desk: Engine) -> None:
    withdrawal.withdraw(desk, 1, "Olav Renner asked", "vera")
    entry = head(desk, "article.withdrawn")
    redaction.redact_reason(desk, entry, ORDER, "vera")
    assert holds(desk, "Olav Renner") == []
    assert verified(desk)
    with pytest.raises(Conflict, match="there to be seen"):
        redaction.redact_reason(desk, head(desk, "redaction.made"), ORDER, "vera")


def head(engine: Engine, action: str) -> int:
    with reading(engine) as session:
        return next(r.seq for r, _ in ledger.entries(session, limit=500) if r.action == action)


def test_the_reason_of_a_judgement_goes_and_the_answer_stays(desk: Engine) -> None:
    add(desk, DAILY, outlet="Sample Daily", url="https://daily.example/1", published="2024-05-02")
    review.judge(desk, "L1", Verdict.YES, "Olav Renner told me", "vera")
    entry = head(desk, "judgement.made")
    redaction.redact_reason(desk, entry, ORDER, "vera")
    assert holds(desk, "Olav Renner") == []
    assert review.withdraw(desk, "L1", "over", "vera") == "auto"
    assert verified(desk)


def test_an_export_carries_tombstones_and_is_read_back(
    desk: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    taken(desk, SECRET)
    jsonl.export(desk, tmp_path / "one", lambda *_: None, [])
    for file in (tmp_path / "one").iterdir():
        assert SECRET not in file.read_text()
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "olga", lambda *_: None)
    assert verified(second_sqlite_engine)
    jsonl.export(second_sqlite_engine, tmp_path / "two", lambda *_: None, [])
    for file in (tmp_path / "one").iterdir():
        if file.name != "places.jsonl":
            assert file.read_text() == (tmp_path / "two" / file.name).read_text()


FORGED = {
    "a value without a tombstone": "UPDATE ledger_value SET value = NULL, salt = ''"
    " WHERE seq = (SELECT MIN(seq) FROM ledger_value WHERE value IS NOT NULL)",
    "a tombstone that is another": "UPDATE redaction SET reason = 'none'",
    "a tombstone that is gone": "DELETE FROM redaction WHERE record_kind = 'blob'",
    "words put back": "UPDATE article_version SET text = replace(text, '█', 'x')",
}


@pytest.mark.parametrize("change", FORGED.values(), ids=FORGED.keys())
def test_what_is_forged_about_a_redaction_is_found(sqlite_engine: Engine, change: str) -> None:
    add(sqlite_engine, WIRE, url="https://wire.example/1", published="2024-05-01")
    taken(sqlite_engine, SECRET)
    with writing(sqlite_engine, "mallory") as tx:
        for table in ("redaction", "ledger_value", "article_version"):
            for event in ("update", "delete"):
                tx.session.connection().exec_driver_sql(f"DROP TRIGGER {table}_no_{event}")
        tx.session.connection().exec_driver_sql(change)
    assert audit.verify(sqlite_engine, shipped_places())[1]


def test_what_cannot_be_redacted_is_refused_and_changes_nothing(desk: Engine) -> None:
    with reading(desk) as session:
        head = ledger.head(session)
    with pytest.raises(BadInput, match="does not hold"):
        taken(desk, "Marek Tollan")
    with pytest.raises(NotFound):
        redaction.redact_article(desk, 9, None, ("x",), ORDER, "vera")
    with pytest.raises(BadInput, match="holds the words"):
        redaction.redact_article(
            desk, 1, None, (SECRET,), Order(Ground.OTHER, f"not {SECRET}"), "vera"
        )
    with reading(desk) as session:
        assert ledger.head(session) == head
    taken(desk, SECRET)
    with pytest.raises(Conflict, match="redacted already"):
        taken(desk, BLOCK * 5)


def test_merged_agents_and_chains_verify_after_a_name_is_redacted(desk: Engine) -> None:
    add(desk, DAILY, outlet="Sample Daily", url="https://daily.example/1", published="2024-05-02")
    with reading(desk) as session:
        hops = occurrences.load(session, [1])[0].hops
        speaker = claims.get_claim(session, 1).speaker_id or 0
        outlet = next(h.agent_id for h in hops if h.agent_id != speaker)
    identity.tell_apart(desk, speaker, outlet, "a person, a wire", "vera")
    redaction.redact_agent(desk, speaker, ORDER, "vera")
    assert verified(desk)


SHOWN = [
    ("claim show", ["claim", "show", "1"], 0),
    ("claim list", ["claim", "list"], 0),
    ("article show", ["article", "show", "1"], 0),
    ("search", ["search", "clinic"], 0),
    ("timeline", ["timeline", "1"], 0),
]


@pytest.mark.parametrize(("arguments", "code"), [s[1:] for s in SHOWN], ids=[s[0] for s in SHOWN])
def test_commands_say_what_was_redacted_and_why(
    desk: Engine,
    database: str,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
) -> None:
    common = ["--database", database, "--user", "vera"]
    order = ["--reason", "a patient asked", "--ground", "personal-data"]
    assert run([*common, "redact", "article", "1", "--words", SECRET, *order]) == 0
    capsys.readouterr()
    assert run([*common, *arguments]) == code
    printed = capsys.readouterr().out
    assert re.search(r"treated \[redacted: a patient asked, vera, \d{4}-\d\d-\d\d\]", printed)
    assert BLOCK not in printed
    assert run([*common, "verify"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(
        r"2 redacted, by vera on \S+ for a patient asked \(personal-data\)", lines[0]
    )


def test_sqlite_has_nothing_in_its_log_afterwards(
    sqlite_database: str, opened: Callable[[str], Engine]
) -> None:
    engine = opened(sqlite_database)
    add(engine, WIRE, url="https://wire.example/1", published="2024-05-01")
    taken(engine, SECRET)
    log = Path(f"{engine.url.database}-wal")
    assert not log.exists() or log.stat().st_size == 0


def test_when_another_program_reads_it_says_that_the_file_may_keep_the_words(
    sqlite_database: str, opened: Callable[[str], Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, other = opened(sqlite_database), opened(sqlite_database)
    add(engine, WIRE, url="https://wire.example/1", published="2024-05-01")
    monkeypatch.setattr(remains, "PATIENCE", 0.1)
    with reading(other) as session:
        assert claims.get_claim(session, 1).text
        with pytest.raises(Conflict, match=r"run `tracker redact shred`"):
            taken(engine, SECRET)
    assert verified(engine)
    redaction.shred(engine)
    assert holds(engine, SECRET) == []


def test_an_import_and_export_keep_a_withdrawal(
    desk: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    withdrawal.withdraw(desk, 1, "a test page", "vera")
    jsonl.export(desk, tmp_path / "one", lambda *_: None, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "olga", lambda *_: None)
    assert verified(second_sqlite_engine)
    with reading(second_sqlite_engine) as session:
        assert article_shape(session, 1)["withdrawn"]["reason"] == "a test page"
    assert withdrawal.restore(second_sqlite_engine, 1, "it was none", "olga") == 2


def test_an_export_of_before_is_read_without_tombstones(
    desk: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    jsonl.export(desk, tmp_path / "one", lambda *_: None, [])
    for kind in ("redactions", "withdrawals"):
        (tmp_path / "one" / f"{kind}.jsonl").unlink()
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "olga", lambda *_: None)
    assert verified(second_sqlite_engine)


def test_claims_of_the_samples_go_and_everything_else_verifies(sampled_engine: Engine) -> None:
    with reading(sampled_engine) as session:
        words = {
            number: [o["text"] for o in claim_shape(session, number)["occurrences"]]
            for number in (2, 6, 9)
        }
    for number, texts in words.items():
        remaining = redaction.redact_claim(sampled_engine, number, ORDER, "vera").remains
        assert remaining == ()
        assert [holds(sampled_engine, one) for one in texts] == [[]] * len(texts)
    assert verified(sampled_engine)


def test_what_was_linked_stays_linked_until_people_say_otherwise(desk: Engine) -> None:
    add(desk, DAILY, outlet="Sample Daily", url="https://daily.example/1", published="2024-05-02")
    later = 3

    def part_of() -> int | None:
        with reading(desk) as session:
            return claims.get_claim(session, later).part_of_id

    assert part_of() == 1
    taken(desk, SECRET)
    add(desk, WIRE.replace("bridge", "lock"), outlet="Sample Evening", published="2024-05-03")
    correction.correct(desk, later, Correction(confirm=True), "on tape", "vera")
    assert part_of() == 1
    review.judge(desk, "L1", Verdict.NO, "another patient", "vera")
    assert part_of() is None
    review.withdraw(desk, "L1", "the same", "vera")
    assert verified(desk)


def test_agents_that_are_one_lose_their_names_together(desk: Engine) -> None:
    done = recording.record(desk, Entry("The ferry is late", speaker="I. Brandt"), "vera")
    with reading(desk) as session:
        one, other = (claims.get_claim(session, n).speaker_id or 0 for n in (1, done.claim_id))
    identity.merge(desk, one, other, "one person", "vera")
    redaction.redact_agent(desk, one, ORDER, "vera")
    with reading(desk) as session:
        shape = agent_shape(session, other, 5)
    assert set("".join([shape["name"], *shape["names"]])) == {BLOCK}
    assert verified(desk)


def test_a_copy_of_another_outlet_keeps_its_text_and_loses_the_shared_bytes(
    desk: Engine, second_sqlite_engine: Engine, tmp_path: Path
) -> None:
    add(desk, WIRE, outlet="Sample Daily", url="https://daily.example/1", published="2024-05-02")
    assert "article_version 2" in taken(desk, SECRET).remains
    assert verified(desk)
    with reading(desk) as session:
        assert article_shape(session, 2)["text"] == WIRE
        assert article_shape(session, 2)["redactions"] == []
    jsonl.export(desk, tmp_path / "one", lambda *_: None, [])
    jsonl.restore(second_sqlite_engine, tmp_path / "one", "olga", lambda *_: None)
    assert verified(second_sqlite_engine)
    redaction.redact_article(desk, 2, None, (SECRET,), ORDER, "vera")
    assert holds(desk, SECRET) == []
    assert verified(desk)


def test_every_redaction_of_an_article_is_told_and_a_second_one_adds_to_the_first(
    desk: Engine, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    taken(desk, SECRET)
    later = Order(Ground.LEGAL, "a court order")
    redaction.redact_article(desk, 1, None, ("bridge will be closed",), later, "olga")
    assert holds(desk, "bridge will be closed") == []
    assert verified(desk)
    assert run(["--database", database, "article", "show", "1"]) == 0
    printed = capsys.readouterr().out
    assert "redacted (text): a patient asked, vera, " in printed
    assert "redacted (text): a court order, olga, " in printed
    assert re.search(r"treated \[redacted: a patient asked, vera, \S+\] in March", printed)
    assert re.search(r"The \[redacted: a court order, olga, \S+\] for two weeks", printed)
    assert run(["--database", database, "log", "--limit", "200"]) == 0
    assert "[redacted]" in capsys.readouterr().out


def test_of_a_paragraph_printed_twice_only_the_one_asked_for_goes(engine: Engine) -> None:
    add(engine, DAILY + "\nThe council met.\n\n" + DAILY, url="https://wire.example/1")
    with reading(engine) as session:
        said = [s for s in article_shape(session, 1)["statements"] if SECRET in _words(s)]
    assert len(said) == 2
    redaction.redact_occurrence(engine, said[1]["occurrence_id"], ORDER, "vera")
    with reading(engine) as session:
        first, second = (occurrences.load(session, [one["occurrence_id"]])[0].claim for one in said)
        assert SECRET in first.text
        assert SECRET in first.context
        assert SECRET not in second.text + second.context
    assert verified(engine)


def _words(statement: dict[str, Any]) -> str:
    return str(statement["content"][0]["exact"])
