"""Pages broken by accident or on purpose: refused with their place, or read; never a hang."""

import pytest

from tests.ingest.helpers import from_stdin
from tracker.errors import BadInput
from tracker.ingest import Given
from tracker.model import Published

BODY = "<p>The ferries of Velmora, which carried coal, would stop on Tuesday, the clerk said.</p>"


def page(body: str = "", head: str = "<title>Ferries</title>") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}{BODY * 4}</body></html>".encode()


def linked_data(publisher: str) -> str:
    item = f'{{"@type": "NewsArticle", "publisher": "{publisher}", "datePublished": "2024-03-05"}}'
    return f'<script type="application/ld+json">{item}</script>'


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param(
            "<p>Shut\x02 now.</p>", r"U\+0002 at character offset 69 \(line 1\)", id="raw"
        ),
        pytest.param("<p>Shut&#2; now.</p>", r"in 'Shut\\x02 now.': .* U\+0002", id="reference"),
    ],
)
def test_what_is_refused(body: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        from_stdin(page(body))


def test_a_script_may_hold_any_character() -> None:
    assert "the clerk said" in from_stdin(page("<script>x = '\x02'</script>")).article.text


@pytest.mark.parametrize("publisher", ["A\\ud800B", "A\\u0000B", "A\\u0002B"])
def test_a_name_that_cannot_be_stored_is_unknown(publisher: str) -> None:
    article = from_stdin(page(head=linked_data(publisher))).article
    assert article.outlet is None
    assert article.published == Published.parse("2024-03-05")


def test_a_blank_date_option_leaves_the_date_of_the_page() -> None:
    article = from_stdin(page(head=linked_data("Post")), Given(published="")).article
    assert article.published == Published.parse("2024-03-05")


@pytest.mark.parametrize("tag", ["<b ", "<b '", '<b "', "<b a=b\n"])
def test_tags_that_do_not_end_take_no_quadratic_time(tag: str) -> None:
    # 20,000 of them took half a minute when each was searched for its end in all the rest
    with pytest.raises(BadInput, match="no article text"):
        from_stdin(b"<html><body><p>" + tag.encode() * 200_000)


def test_too_many_small_elements_are_taken_out_and_their_words_kept() -> None:
    words = " ".join(f"<b>word</b> <i title='a>b'>{number}</i>." for number in range(6_000))
    text = from_stdin(page(f"<p>{words}</p>")).article.text
    assert text.startswith("word 0. word 1. ")
    assert "word 5999." in text


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [pytest.param("utf-8", "Orléans", id="utf-8"), pytest.param("cp1252", "OrlÃ©ans", id="cp1252")],
)
def test_a_declaration_that_the_bytes_belie_is_for_the_user_to_settle(
    encoding: str, expected: str
) -> None:
    body = page("<p>The mayor of Orléans said no.</p>", '<meta charset="iso-8859-1">')
    with pytest.raises(BadInput, match="declared as iso-8859-1, and yet all of it is valid utf-8"):
        from_stdin(body)
    assert expected in from_stdin(body, Given(encoding=encoding)).article.text


def test_a_declaration_in_a_comment_is_none() -> None:
    head = '<!-- <meta charset="iso-8859-1"> --><title>Ferries</title>'
    capture = from_stdin(page("<p>The mayor of Orléans said no.</p>", head))
    assert (capture.encoding, capture.encoding_from) == ("utf-8", "utf-8")
