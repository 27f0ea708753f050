"""Asking again with the same key gives the answer that was given, and does nothing twice."""

from dataclasses import replace

import pytest
from sqlmodel import select

from tests.builders import READER, captured
from tracker import audit, pipeline, recording
from tracker.errors import BadInput
from tracker.recording import Entry
from tracker.store import counts, retries
from tracker.store.engine import Engine
from tracker.store.ledger import count_entries, last_value
from tracker.store.retries import LONGEST
from tracker.store.session import reading
from tracker.store.tables import IdempotencyRow

TEXT = "Harbour master Ines Falk said the ferry would not sail again before Friday."
OTHER = "Harbour master Ines Falk said the ferry would sail again on Thursday."


def held(engine: Engine) -> dict[str, int]:
    with reading(engine) as session:
        return counts.of_records(session)


def asked(**given: str) -> retries.Request:
    return retries.request("k-1", "add", given)


def test_an_answer_is_given_again(engine: Engine) -> None:
    first = pipeline.add(engine, captured(TEXT), "vera", READER, asked(sha256="1"))
    before = held(engine)
    assert pipeline.add(engine, captured(TEXT), "ida", READER, asked(sha256="1")) == first
    assert pipeline.answered(engine, asked(sha256="1")) == first
    assert held(engine) == before
    assert audit.verify(engine)[1] == []


def test_a_key_for_another_input_is_refused(engine: Engine) -> None:
    pipeline.add(engine, captured(TEXT), "vera", READER, asked(sha256="1"))
    before = held(engine)
    with pytest.raises(BadInput, match=r"'k-1' was used by vera on .* for another input"):
        pipeline.add(engine, captured(OTHER), "ida", READER, asked(sha256="2"))
    assert held(engine) == before


def test_an_answer_does_not_change_with_what_came_later(engine: Engine) -> None:
    """Without a key the second time would find the text known; with one it is as at first."""
    first = pipeline.add(engine, captured(TEXT), "vera", READER, asked(sha256="1"))
    url = "https://wire.example/ferry"
    pipeline.add(engine, captured(TEXT, url=url), "vera", READER)
    assert pipeline.add(engine, captured(TEXT), "vera", READER).occurrences == ()
    assert pipeline.add(engine, captured(TEXT), "vera", READER, asked(sha256="1")) == first
    assert len(first.occurrences) == 1


def test_what_was_answered_is_in_the_ledger(engine: Engine) -> None:
    pipeline.add(engine, captured(TEXT), "vera", READER, asked(sha256="1"))
    with reading(engine) as session:
        (row,) = session.exec(select(IdempotencyRow))
        assert count_entries(session, kind="request") == 1
        assert last_value(session, "request", row.uid) == retries.request_record(row)


def test_a_failed_request_keeps_its_key_free(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(retries, "keep", fail)
        with pytest.raises(KeyboardInterrupt):
            pipeline.add(engine, captured(TEXT), "vera", READER, asked(sha256="1"))
    assert held(engine)["articles"] == 0
    assert pipeline.add(engine, captured(OTHER), "vera", READER, asked(sha256="2")).occurrences


ENTRY = Entry(text="We will pay for every night.", speaker="Lena Moor", said_on="2024-03-06")


def test_a_recorded_claim(engine: Engine) -> None:
    first = recording.record(engine, ENTRY, "vera", "r-1")
    before = held(engine)
    assert recording.record(engine, ENTRY, "vera", "r-1") == first
    assert first.is_new
    with pytest.raises(BadInput, match="for another input"):
        recording.record(engine, replace(ENTRY, speaker="Piet Moor"), "vera", "r-1")
    assert held(engine) == before


@pytest.mark.parametrize(
    "key", ["", "  ", "two\nlines", "x" * (LONGEST + 1)], ids=["empty", "blank", "lines", "long"]
)
def test_a_key_that_is_none_is_refused(key: str) -> None:
    with pytest.raises(BadInput, match="--idempotency-key is one line"):
        retries.request(key, "add", {})
