"""Captures become articles, versions and bytes, each stored once."""

import zlib
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col, select

from tests.builders import captured
from tests.store.stored import NOON
from tracker.errors import NotFound, NotVerified
from tracker.model import RECORD, Capture, CaptureState
from tracker.store import withdrawals
from tracker.store.articles import (
    Added,
    Outcome,
    body_of,
    get_article,
    get_version,
    list_versions,
    sha256,
)
from tracker.store.capturing import add_capture
from tracker.store.engine import Engine
from tracker.store.ledger import head
from tracker.store.session import reading, writing
from tracker.store.tables import ArticleRow, BlobRow, OutletRow, VersionRow

ADDRESS = "https://wire.example/ferry"
LATE = "The ferry was late."
SUNK = "The ferry has sunk."


def put(engine: Engine, capture: Capture) -> Added:
    with writing(engine, "vera", lambda: NOON) as tx:
        return add_capture(tx, capture)


def put_all(engine: Engine, *captures: Capture) -> list[tuple[int, int, str]]:
    """Return the article, the version's number and the outcome of each."""
    done = [put(engine, capture) for capture in captures]
    return [(one.article.id, one.version.number, str(one.outcome)) for one in done]


def record(text: str, **known: str | None) -> Capture:
    return replace(captured(text, **known), extractor=RECORD)


WIRE, POST = "Sample Wire", "Harbour Post"


@pytest.mark.parametrize(
    ("captures", "expected"),
    [
        pytest.param(
            [captured(LATE, url=ADDRESS)] * 2,
            [(1, 1, "added"), (1, 1, "unchanged")],
            id="the same again",
        ),
        pytest.param(
            [captured(LATE, url=ADDRESS), captured(SUNK, url=ADDRESS)],
            [(1, 1, "added"), (1, 2, "new_version")],
            id="other words at the same address",
        ),
        pytest.param(
            [captured(LATE, url=ADDRESS), captured(SUNK, url=ADDRESS)] * 2,
            [(1, 1, "added"), (1, 2, "new_version"), (1, 1, "unchanged"), (1, 2, "unchanged")],
            id="words that came back",
        ),
        pytest.param(
            [captured(LATE, url=ADDRESS), captured(LATE, url=f"{ADDRESS}#comments")],
            [(1, 1, "added"), (1, 1, "unchanged")],
            id="a place in the same page",
        ),
        pytest.param(
            [captured(LATE, url=ADDRESS), captured(LATE, url=f"{ADDRESS}?page=2")],
            [(1, 1, "added"), (2, 1, "added")],
            id="another address",
        ),
        pytest.param(
            [captured(LATE, WIRE, url=ADDRESS), captured(LATE, POST, url=ADDRESS)],
            [(1, 1, "added"), (2, 1, "added")],
            id="another outlet's copy at the same address",
        ),
        pytest.param(
            [captured(LATE, WIRE), captured(LATE, POST), captured(LATE, None)],
            [(1, 1, "added"), (2, 1, "added"), (3, 1, "added")],
            id="another outlet's copy without address",
        ),
        pytest.param(
            [captured(LATE), captured(LATE), captured(SUNK)],
            [(1, 1, "added"), (1, 1, "unchanged"), (2, 1, "added")],
            id="without address by outlet and text",
        ),
        pytest.param(
            [captured(LATE, None), captured(LATE, None)],
            [(1, 1, "added"), (1, 1, "unchanged")],
            id="without address and outlet",
        ),
        pytest.param(
            [captured(LATE, "Sample Wire"), captured(LATE, " SAMPLE-wire ")],
            [(1, 1, "added"), (1, 1, "unchanged")],
            id="another spelling of the outlet",
        ),
    ],
)
def test_a_capture_finds_its_article(
    engine: Engine, captures: list[Capture], expected: list[tuple[int, int, str]]
) -> None:
    assert put_all(engine, *captures) == expected


FIRST, DATED = captured(LATE, url=ADDRESS), captured(LATE, url=ADDRESS, published="2024-05-03")
OTHERWISE = captured(LATE, url=ADDRESS, published="2024-05-04")


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        pytest.param([FIRST], [(1, 1, "unchanged")], id="as it was"),
        pytest.param(
            [DATED, DATED], [(2, 1, "added"), (2, 1, "unchanged")], id="with another date"
        ),
        pytest.param(
            [DATED, OTHERWISE],
            [(2, 1, "added"), (2, 1, "unchanged")],
            id="with another, then one more",
        ),
    ],
)
def test_a_withdrawn_article_takes_another_date_as_one_of_its_own(
    engine: Engine, later: list[Capture], expected: list[tuple[int, int, str]]
) -> None:
    assert put_all(engine, FIRST, DATED) == [(1, 1, "added"), (1, 1, "unchanged")]
    with writing(engine, "vera", lambda: NOON) as tx:
        withdrawals.add(tx, get_article(tx.session, 1), True, "its date is wrong")
    assert put_all(engine, *later) == expected


def test_what_is_there_already_writes_nothing(engine: Engine) -> None:
    put(engine, captured(LATE, url=ADDRESS))
    with reading(engine) as session:
        before = head(session)
    put(engine, captured(LATE, url=ADDRESS))
    with reading(engine) as session:
        assert head(session) == before


def test_an_article_keeps_the_hash_of_its_first_version(engine: Engine) -> None:
    """It settles which of two articles of one day is the earlier: it must not move."""
    put_all(engine, captured(LATE, url=ADDRESS), captured(SUNK, url=ADDRESS))
    with reading(engine) as session:
        assert get_article(session, 1).content_hash == sha256(LATE.encode())


@pytest.mark.parametrize("first", ["printed", "recorded"])
def test_a_record_is_no_version_of_the_article_at_its_address(engine: Engine, first: str) -> None:
    printed, recorded = captured(LATE, url=ADDRESS), record(SUNK, url=ADDRESS)
    captures = [printed, recorded] if first == "printed" else [recorded, printed]
    assert put_all(engine, *captures) == [(1, 1, "added"), (2, 1, "added")]
    assert put_all(engine, captured(f"{LATE} Again.", url=ADDRESS)) == [
        (1 if first == "printed" else 2, 2, "new_version")
    ]


def test_records_are_told_apart_by_their_bytes(engine: Engine) -> None:
    one = record(LATE, url=ADDRESS)
    other_bytes = replace(one, body=b"of another speaker")
    assert put_all(engine, one, other_bytes, one) == [
        (1, 1, "added"),
        (2, 1, "added"),
        (1, 1, "unchanged"),
    ]


@pytest.mark.parametrize("url", [ADDRESS, None])
def test_pages_that_cannot_be_read_are_told_apart_by_their_bytes(
    engine: Engine, url: str | None
) -> None:
    page = captured("", url=url)
    first = replace(page, body=b"<p>1", state=CaptureState.OUT_OF_MEMORY)
    second = replace(first, body=b"<p>2", state=CaptureState.OUT_OF_TIME)
    third = (1, 2, "new_version") if url else (2, 1, "added")
    assert put_all(engine, first, first, second, second) == [
        (1, 1, "added"),
        (1, 1, "unchanged"),
        third,
        (*third[:2], "unchanged"),
    ]
    with reading(engine) as session:
        rows = [get_version(session, 1, 1), get_version(session, *third[:2])]
    assert [(row.text, row.state) for row in rows] == [("", "out_of_memory"), ("", "out_of_time")]


def test_a_version_holds_what_was_captured(engine: Engine) -> None:
    given_ = captured("Līnija 1: “jā”", url=ADDRESS, published="2024-05-02T08:30:00+03:00")
    article = replace(given_.article, title="Par līniju", author="A. Ozola")
    capture = replace(
        given_, article=article, encoding="utf-8", encoding_from="bom", state=CaptureState.TRUNCATED
    )
    put(engine, capture)
    with reading(engine) as session:
        article_row, version = get_article(session, 1), get_version(session, 1)
    assert (version.text, version.title, version.author, version.state, version.captured_at) == (
        "Līnija 1: “jā”",
        "Par līniju",
        "A. Ozola",
        "truncated",
        NOON,
    )
    assert (version.encoding_from, version.extractor, version.media_type) == (
        "bom",
        "plain",
        "text/plain",
    )
    published = article.published
    assert published is not None
    assert (article_row.published_at, article_row.published_start, article_row.published_end) == (
        "2024-05-02T08:30:00+03:00",
        published.start,
        published.end,
    )


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="none"),
        pytest.param(bytes(range(256)), id="every byte"),
        pytest.param(b"<p>\xff\xfe\x00" * 50_000, id="long"),
        pytest.param(zlib.compress(b"packed"), id="packed already"),
    ],
)
def test_bytes_come_back_as_received(engine: Engine, body: bytes) -> None:
    put(engine, replace(captured(LATE), body=body))
    with reading(engine) as session:
        blob = session.get_one(BlobRow, sha256(body))
    assert (body_of(blob), blob.size) == (body, len(body))


def test_the_same_bytes_are_kept_once(engine: Engine) -> None:
    put_all(engine, captured(LATE, WIRE), captured(LATE, POST))
    with reading(engine) as session:
        bodies = session.exec(select(VersionRow.body_sha256)).all()
        assert bodies == [sha256(LATE.encode())] * 2
        assert len(session.exec(select(BlobRow)).all()) == 1


def damaged(body: bytes, codec: str = "zlib", of: bytes = b"as received") -> BlobRow:
    return BlobRow(sha256=sha256(of), size=len(of), codec=codec, body=body)


@pytest.mark.parametrize(
    ("blob", "said"),
    [
        pytest.param(damaged(b""), "cannot be unpacked", id="emptied"),
        pytest.param(damaged(b"as received"), "cannot be unpacked", id="not packed"),
        pytest.param(
            damaged(zlib.compress(b"as received")[:-5]), "cannot be unpacked", id="cut off"
        ),
        pytest.param(damaged(zlib.compress(b"altered")), "holds other bytes", id="other bytes"),
        pytest.param(damaged(b"altered", "raw"), "holds other bytes", id="other bytes, unpacked"),
    ],
)
def test_damaged_bytes_are_refused(blob: BlobRow, said: str) -> None:
    with pytest.raises(NotVerified, match=f"blob {blob.sha256[:12]} {said}"):
        body_of(blob)


@given(st.binary(max_size=200), st.data())
def test_a_flipped_bit_never_yields_other_bytes(body: bytes, data: st.DataObject) -> None:
    packed = bytearray(zlib.compress(body))
    place = data.draw(st.integers(0, len(packed) * 8 - 1))
    packed[place // 8] ^= 1 << place % 8
    with suppress(NotVerified):
        assert body_of(damaged(bytes(packed), of=body)) == body


SPELLINGS = ["The Harbour Post", "the harbour post", "THE HARBOUR-POST ", "The Härbour Post"]


@pytest.mark.parametrize("names", [SPELLINGS, SPELLINGS[::-1]], ids=["one way", "the other"])
def test_spellings_of_an_outlet_meet_whatever_the_order(engine: Engine, names: list[str]) -> None:
    put_all(engine, *[captured(f"No. {name}", name) for name in names])
    with reading(engine) as session:
        (outlet,) = session.exec(select(OutletRow)).all()
        assert outlet.name == "THE HARBOUR-POST"
        articles = session.exec(select(ArticleRow.outlet_id).order_by(col(ArticleRow.id))).all()
    assert articles == [outlet.id] * 4


def test_the_latest_version_is_given_when_none_is_named(engine: Engine) -> None:
    put_all(engine, captured(LATE, url=ADDRESS), captured(POST), captured(SUNK, url=ADDRESS))
    with reading(engine) as session:
        assert get_version(session, 1).text == SUNK
        assert get_version(session, 1, 1).text == LATE
        assert list_versions(session, limit=5) == [3, 2]
        assert list_versions(session, limit=1, offset=1) == [2]


@pytest.mark.parametrize(
    ("article", "number", "said"),
    [
        pytest.param(2, None, "no article 2", id="no article"),
        pytest.param(1, 2, "article 1 has no version 2", id="no version"),
    ],
)
def test_what_is_not_there_is_said(
    engine: Engine, article: int, number: int | None, said: str
) -> None:
    assert put(engine, captured(LATE)).outcome is Outcome.ADDED
    with reading(engine) as session, pytest.raises(NotFound, match=said):
        get_version(session, article, number)
