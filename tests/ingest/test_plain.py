"""Plain text keeps every character; what cannot be stored is refused with its place."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given, strategies

from tests.ingest.helpers import from_file, from_stdin
from tracker.errors import BadInput, TooLarge
from tracker.ingest import Given, Limits
from tracker.model import CaptureState, Published

STORABLE = strategies.text(
    strategies.characters(
        exclude_categories=("Cs",),
        exclude_characters=[chr(code) for code in range(32) if chr(code) not in "\t\n\v\f\r"],
    )
)


@given(STORABLE)
def test_the_text_is_exactly_what_was_given(words: str) -> None:
    text = "A clerk said: " + words
    capture = from_stdin(text.encode())
    assert capture.article.text == text
    assert capture.body == text.encode()


@pytest.mark.parametrize(
    ("body", "text", "encoding", "known_from"),
    [
        pytest.param(b"One.\r\nTwo.\r\n", "One.\r\nTwo.\r\n", "utf-8", "utf-8", id="line endings"),
        pytest.param(b"  One. \n\n", "  One. \n\n", "utf-8", "utf-8", id="outer space"),
        pytest.param(
            "e\u0301 \u00a0 “x”".encode(), "e\u0301 \u00a0 “x”", "utf-8", "utf-8", id="no NFC"
        ),
        pytest.param(
            codecs.BOM_UTF8 + "Zoë".encode(), "Zoë", "utf-8", "bom", id="UTF-8 signature is dropped"
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + "Zoë".encode("utf-16-le"), "Zoë", "utf-16", "bom", id="UTF-16 LE"
        ),
        pytest.param(
            codecs.BOM_UTF16_BE + "Zoë".encode("utf-16-be"), "Zoë", "utf-16", "bom", id="UTF-16 BE"
        ),
        pytest.param(
            codecs.BOM_UTF32_LE + "Zoë".encode("utf-32-le"), "Zoë", "utf-32", "bom", id="UTF-32 LE"
        ),
    ],
)
def test_decoding(body: bytes, text: str, encoding: str, known_from: str) -> None:
    capture = from_stdin(body)
    assert capture.article.text == text
    assert (capture.encoding, capture.encoding_from) == (encoding, known_from)
    assert capture.body == body


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        pytest.param("cp1252", b"\x93Never,\x94 she said.", id="curly quotes"),
        pytest.param("utf-8", codecs.BOM_UTF8 + "“Never,” she said.".encode(), id="with signature"),
        pytest.param("utf-16-le", "“Never,” she said.".encode("utf-16-le"), id="without signature"),
    ],
)
def test_the_user_names_the_encoding(encoding: str, body: bytes) -> None:
    capture = from_stdin(body, Given(encoding=encoding))
    assert capture.article.text == "“Never,” she said."
    assert (capture.encoding, capture.encoding_from) == (encoding, "option")


@pytest.mark.parametrize(
    ("body", "given", "message"),
    [
        pytest.param(b"", Given(), "standard input: it is empty", id="empty"),
        pytest.param(codecs.BOM_UTF8, Given(), "standard input: it is empty", id="signature only"),
        pytest.param(b" \n\t\xc2\xa0", Given(), "only white space", id="white space"),
        pytest.param(
            b"One\ntwo\0three", Given(), r"NUL U\+0000 at character offset 7 \(line 2\)", id="NUL"
        ),
        pytest.param(
            "é\x1b[31m".encode(), Given(), r"U\+001B at character offset 1 \(line 1\)", id="escape"
        ),
        pytest.param(
            b"caf\xe9 in Velmora",
            Given(),
            r"byte 0xE9 at byte offset 3 is not valid utf-8; .*--encoding",
            id="Latin-1",
        ),
        pytest.param(
            b"\xed\xa0\x80", Given(), "byte 0xED at byte offset 0", id="a surrogate's bytes"
        ),
        pytest.param(
            b"half \xe2\x80", Given(), "byte 0xE2 at byte offset 5", id="cut within a character"
        ),
        pytest.param(b"x", Given(encoding="klingon"), "'klingon' is no known", id="unknown codec"),
        pytest.param(b"x", Given(encoding="base64"), "'base64' is no known", id="not for text"),
        pytest.param(b"x", Given(encoding="punycode"), "'punycode' is no", id="not for files"),
        pytest.param(
            codecs.BOM_UTF8 + b"x",
            Given(encoding="latin-1"),
            "signature of utf-8, so --encoding latin-1 cannot be right",
            id="codec against signature",
        ),
        pytest.param(
            b"x",
            Given(published="13 September"),
            "--published: '13 September' is not a date; give 2023-09-13, ",
            id="malformed date",
        ),
        pytest.param(
            b"x",
            Given(published="0001-01-01T00:00:00+05:00"),
            "--published: .* is not a date",
            id="before time began",
        ),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", Given(), "not text but a PNG image", id="PNG"),
        pytest.param(b"%PDF-1.7\n", Given(), "not text but a PDF document", id="PDF"),
        pytest.param(b"PK\x03\x04\x14", Given(), "not text but a ZIP archive", id="DOCX"),
        pytest.param(b"\x1f\x8b\x08", Given(), "not text but a gzip archive", id="gzip"),
        pytest.param(b"\0\0\0\x20ftypisom", Given(), "an MP4 recording", id="MP4"),
        pytest.param(bytes(range(256)), Given(), "cannot be stored|not valid utf-8", id="junk"),
    ],
)
def test_what_is_refused(body: bytes, given: Given, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        from_stdin(body, given)


def test_options_are_checked_like_texts() -> None:
    with pytest.raises(BadInput, match="--outlet: lone surrogate"):
        Given(outlet="Daily \udce9")


def test_what_the_user_says_is_kept(tmp_path: Path) -> None:
    given = Given(
        url="https://daily.example/1",
        outlet=" Sample Daily ",
        title="Bridge shut",
        author="",
        published="2024-03-05",
    )
    article = from_file(tmp_path / "a.txt", b"The bridge is shut.", given).article
    assert article.url == "https://daily.example/1"
    assert article.outlet == "Sample Daily"
    assert article.title == "Bridge shut"
    assert article.author is None
    assert article.published == Published.parse("2024-03-05")


def test_nothing_is_made_up_for_a_plain_file(tmp_path: Path) -> None:
    capture = from_file(tmp_path / "a.txt", b"The bridge is shut.")
    article = capture.article
    assert (article.url, article.outlet, article.title, article.author, article.published) == (
        (None,) * 5
    )
    assert capture.media_type == "text/plain"
    assert capture.state is CaptureState.WHOLE


def test_a_text_at_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    limits = Limits(max_text_bytes=10)
    assert from_file(tmp_path / "a.txt", b"x" * 10, limits=limits).article.text == "x" * 10
    with pytest.raises(TooLarge, match=r"11 bytes is over the limit of 10 bytes.*MAX_TEXT_BYTES"):
        from_file(tmp_path / "b.txt", b"x" * 11, limits=limits)


def test_a_text_that_swells_in_utf_8_is_measured_in_utf_8() -> None:
    body = b"\xff\xfe" + ("漢" * 8).encode("utf-16-le")
    with pytest.raises(TooLarge, match="24 bytes"):
        from_stdin(body, limits=Limits(max_text_bytes=20))
