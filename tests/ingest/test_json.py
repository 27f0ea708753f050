"""An article in JSON: every field reaches its place, and nothing is passed over."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies

from tests.ingest.helpers import NO_WORD, from_file, from_stdin
from tracker.errors import BadInput, TooLarge
from tracker.ingest import Given, Limits
from tracker.model import Published

WHOLE = {
    "url": "https://wire.example/7",
    "outlet": "Sample Wire",
    "title": "Bridge shut",
    "author": "Ida Marl",
    "published_at": "2024-03-05T09:12:00+01:00",
    "text": "\r\n“Shut,” she said. \n",
}


def encoded(fields: object) -> bytes:
    return json.dumps(fields).encode()


def test_every_field_is_kept_and_the_text_exactly(tmp_path: Path) -> None:
    article = from_file(tmp_path / "a.json", encoded(WHOLE)).article
    assert article.url == WHOLE["url"]
    assert article.outlet == WHOLE["outlet"]
    assert article.title == WHOLE["title"]
    assert article.author == WHOLE["author"]
    assert article.published == Published.parse(WHOLE["published_at"])
    assert article.text == WHOLE["text"]


@given(strategies.text(strategies.characters(exclude_categories=("Cs", "Cc"))))
def test_any_text_comes_back_as_it_was(words: str) -> None:
    assert from_stdin(encoded({"text": "Said: " + words})).article.text == "Said: " + words


@pytest.mark.parametrize("field", ["url", "outlet", "title", "author"])
def test_options_win_over_fields(field: str) -> None:
    article = from_stdin(encoded(WHOLE), Given(**{field: "https://other.example"})).article
    assert getattr(article, field) == "https://other.example"


def test_the_date_option_wins_over_a_malformed_field() -> None:
    fields = WHOLE | {"published_at": "last week"}
    article = from_stdin(encoded(fields), Given(published="2024-03-06")).article
    assert article.published == Published.parse("2024-03-06")


def test_a_blank_date_option_leaves_the_date_of_the_file() -> None:
    article = from_stdin(encoded(WHOLE), Given(published=" ")).article
    assert article.published == Published.parse(WHOLE["published_at"])


def test_null_and_blank_fields_are_absent() -> None:
    fields = {"text": "Shut.", "url": None, "outlet": " ", "title": "", "published_at": None}
    article = from_stdin(encoded(fields)).article
    assert (article.url, article.outlet, article.title, article.published) == (None,) * 4


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param(b"", "it is empty", id="empty"),
        pytest.param(b"[1]", "an article is a JSON object", id="list"),
        pytest.param(b'"text"', "an article is a JSON object", id="string"),
        pytest.param(b"{", "not JSON: .* at line 1, column 2", id="cut off"),
        pytest.param(b'{"text": "a"}\n{"text": "b"}', "Extra data at line 2.*one object", id="two"),
        pytest.param(b"{}", "there is no text in it", id="no text"),
        pytest.param(
            b'{"text": "a", "url": "javascript:alert(1)"}',
            r"url 'javascript:alert\(1\)' is no address",
            id="no address",
        ),
        pytest.param(b'{"text": null}', "there is no text in it", id="null text"),
        pytest.param(b'{"text": " \\n"}', "text: there is only white space", id="blank text"),
        pytest.param(b'{"text": 7}', "text must be text, not a number", id="number"),
        pytest.param(b'{"text": "a", "url": []}', "url must be text, not a list", id="list field"),
        pytest.param(
            b'{"text": "a", "outlet": true}', "outlet must be text, not true", id="boolean field"
        ),
        pytest.param(
            b'{"text": "a", "publised_at": "2024-03-05", "body": "b"}',
            "unknown fields 'body', 'publised_at'; the form is .*published_at",
            id="unknown fields",
        ),
        pytest.param(b'{"text": "a", "text": "b"}', "'text' given twice", id="field twice"),
        pytest.param(
            b'{"text": "a", "published_at": "5 March"}',
            "published_at: '5 March' is not a date; give 2023-09-13",
            id="malformed date",
        ),
        pytest.param(
            b'{"text": "ab\\ud800c"}',
            r"text: lone surrogate U\+D800 at character offset 2",
            id="lone surrogate",
        ),
        pytest.param(b'{"text": "a\\u0000"}', "text: NUL .* at character offset 1", id="NUL"),
        pytest.param(b'{"text": "a", "title": "\\u0007"}', "title: control char", id="in a title"),
        pytest.param(b'{"\\ud800": 1}', r"unknown fields '\\ud800'", id="surrogate in a key"),
        pytest.param(b'{"text": "caf\xe9"}', "byte 0xE9 at byte offset 13", id="Latin-1"),
        pytest.param(b"[" * 100_000, "cannot be read", id="nesting without end"),
        pytest.param(b'{"text": ' + b"9" * 5000 + b"}", "cannot be read", id="endless number"),
    ],
)
def test_what_is_refused(tmp_path: Path, body: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        from_file(tmp_path / "a.json", body, NO_WORD)


def test_an_escaped_surrogate_pair_is_one_character() -> None:
    fields: dict[str, Any] = {"text": "a\U0001f600b"}
    assert b"\\ud83d\\ude00" in encoded(fields)
    assert from_stdin(encoded(fields)).article.text == "a\U0001f600b"


def test_the_text_has_its_own_limit() -> None:
    with pytest.raises(TooLarge, match="text: 40 bytes is over the limit of 30 bytes"):
        from_stdin(encoded({"text": "é" * 20}), limits=Limits(max_text_bytes=30))
