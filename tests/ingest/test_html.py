"""Pages: the article's words, what the page declares, and what the parser lost."""

import json
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, strategies

from tests.ingest.helpers import NO_WORD, USUAL, from_file, from_stdin
from tracker.errors import BadInput, TooLarge
from tracker.ingest import Given, Limits
from tracker.ingest.html import read_html
from tracker.ingest.source import Format, Received
from tracker.model import Capture, CaptureState, Published
from tracker.resources import shipped

HEAD = """<meta charset="utf-8"><title>Harbour closed | Quillon Post</title>
<meta property="og:site_name" content="Quillon Post">
<meta property="og:title" content="Harbour closed after spill">
<meta name="author" content="Ada Brook">
<meta property="article:published_time" content="2024-03-05T09:12:00+01:00">
<link rel="canonical" href="https://post.example/a/harbour">"""

ARTICLE = """<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Harbour closed after spill</h1>
<p>The harbour of Quillon was closed on Tuesday after a tanker spilled oil, the captain said.</p>
<p>&ldquo;We have <b>never</b> seen
   this much,&rdquo; said <a href="/danko">Mirel Danko</a>. &ldquo;It is bad.&rdquo;</p>
<h2>Fishing banned</h2>
<blockquote><p>Nobody may fish here until further notice.</p></blockquote>
<p>Signed<br> The mayor &amp;amp; council</p>
<ul><li>Twelve boats are held</li><li>Three beaches are shut</li></ul>
<p>The owner of the tanker, Belhaven Lines, did not answer questions about the accident.</p>
</article>
<div class="comments"><p>The captain lies, said a reader.</p></div>
<footer>Copyright 2019 Quillon Post</footer>"""

TEXT = """The harbour of Quillon was closed on Tuesday after a tanker spilled oil, the captain said.

“We have never seen this much,” said Mirel Danko. “It is bad.”

Fishing banned

Nobody may fish here until further notice.

Signed
The mayor &amp; council

Twelve boats are held

Three beaches are shut

The owner of the tanker, Belhaven Lines, did not answer questions about the accident."""


def page(head: str = HEAD, body: str = ARTICLE) -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def linked_data(*objects: str) -> str:
    scripts = (f'<script type="application/ld+json">{item}</script>' for item in objects)
    return '<meta charset="utf-8"><title>Harbour</title>' + "".join(scripts)


def test_the_articles_words_in_blocks(tmp_path: Path) -> None:
    capture = from_file(tmp_path / "a.html", page())
    assert capture.article.text == TEXT
    assert capture.body == page()
    assert capture.extractor == "trafilatura"
    assert (capture.media_type, capture.state) == ("text/html", CaptureState.WHOLE)


def test_what_the_page_declares() -> None:
    article = from_stdin(page()).article
    assert article.title == "Harbour closed after spill"
    assert article.outlet == "Quillon Post"
    assert article.author == "Ada Brook"
    assert article.url == "https://post.example/a/harbour"
    assert article.published == Published.parse("2024-03-05T09:12:00+01:00")


def test_what_the_user_says_wins() -> None:
    given = Given(
        url="https://x.example/1", outlet="X", title="T", author="A", published="2024-03-06"
    )
    article = from_stdin(page(), given).article
    assert (article.url, article.outlet, article.title, article.author) == (
        "https://x.example/1",
        "X",
        "T",
        "A",
    )
    assert article.published == Published.parse("2024-03-06")


def test_another_title_leaves_the_printed_headline_in_the_text() -> None:
    article = from_stdin(page(), Given(title="T")).article
    assert article.text.startswith("Harbour closed after spill\n\nThe harbour of Quillon")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        pytest.param("<title>T</title>", None, id="nothing: no copyright year"),
        pytest.param(
            linked_data('{"@type": "NewsArticle", "datePublished": "2024-03-05T08:00:00Z"}'),
            "2024-03-05T08:00:00+00:00",
            id="linked data",
        ),
        pytest.param(
            linked_data(
                '{"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"},'
                ' {"@type": ["NewsArticle"], "datePublished": "2024-03-05"}]}'
            ),
            "2024-03-05",
            id="linked data in a graph",
        ),
        pytest.param(
            linked_data('{"@type": "NewsArticle", "datePublished": 7}', "{", "[[]]"),
            None,
            id="broken linked data",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-03-05">',
            "2024-03-05",
            id="meta",
        ),
    ],
)
def test_date_declared(head: str, published: str | None) -> None:
    expected = Published.parse(published) if published else None
    assert from_stdin(page(head)).article.published == expected


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        pytest.param("<title>Harbour closed - post.example</title>", None, id="no guess"),
        pytest.param(
            linked_data('{"@type": "Article", "publisher": {"name": "Quillon Post"}}'),
            "Quillon Post",
            id="publisher",
        ),
        pytest.param(
            linked_data(
                '[{"@type": "Article", "publisher": "A"}, {"@type": "Article", "publisher": "B"}]'
            ),
            None,
            id="two publishers",
        ),
    ],
)
def test_outlet_declared(head: str, outlet: str | None) -> None:
    assert from_stdin(page(head)).article.outlet == outlet


CANONICAL = '<link rel="canonical" href="{}">'
ITS_OWN = "https://post.example/a/harbour"


@pytest.mark.parametrize(
    ("head", "fetched_from", "url"),
    [
        pytest.param("", None, None, id="nothing known"),
        pytest.param(CANONICAL.format(ITS_OWN), None, ITS_OWN, id="a saved page"),
        pytest.param(f'<meta property="og:url" content="{ITS_OWN}">', None, ITS_OWN, id="og:url"),
        pytest.param(CANONICAL.format("/a/harbour"), None, None, id="a path alone"),
        pytest.param(CANONICAL.format("http://["), None, None, id="malformed"),
        pytest.param(CANONICAL.format(ITS_OWN), ITS_OWN + "?ref=x", ITS_OWN, id="without tracking"),
        pytest.param(
            CANONICAL.format("https://wire.example/1"), ITS_OWN, ITS_OWN, id="a syndicated copy"
        ),
        pytest.param(
            CANONICAL.format("https://post.example/"), ITS_OWN, ITS_OWN, id="the front page"
        ),
    ],
)
def test_address(head: str, fetched_from: str | None, url: str | None) -> None:
    received = Received(page(head), Format.HTML, "page", url=fetched_from)
    assert read_html(received, NO_WORD, USUAL).article.url == url


@pytest.mark.parametrize(
    ("body", "encoding", "known_from"),
    [
        pytest.param(
            page('<meta charset="iso-8859-1">').decode().encode("cp1252", "xmlcharrefreplace"),
            "cp1252",
            "declared",
            id="meta",
        ),
        pytest.param(
            page('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
            "cp1252",
            "declared",
            id="http-equiv",
        ),
        pytest.param(
            b'<?xml version="1.0" encoding="ISO-8859-1"?>' + page("<title>T</title>"),
            "cp1252",
            "declared",
            id="XML declaration",
        ),
        pytest.param(page('<meta charset="utf-16">'), "utf-8", "declared", id="utf-16 in ASCII"),
        pytest.param(page("<title>T</title>"), "utf-8", "utf-8", id="none"),
        pytest.param(page().decode().encode("utf-16"), "utf-16", "bom", id="signature"),
    ],
)
def test_encoding(body: bytes, encoding: str, known_from: str) -> None:
    capture = from_stdin(body)
    assert (capture.encoding, capture.encoding_from) == (encoding, known_from)
    assert "“We have never" in capture.article.text


def nested(depth: int) -> bytes:
    deep = (
        "<div>" * depth + "<p>Far down, the clerk said the ledger was lost.</p>" + "</div>" * depth
    )
    return page(body=ARTICLE + deep + "<p>And the mayor said it was found.</p>")


@pytest.mark.parametrize(
    ("body", "state"),
    [
        pytest.param(nested(200), CaptureState.WHOLE, id="200 deep"),
        pytest.param(nested(300), CaptureState.TRUNCATED, id="300 deep"),
        pytest.param(
            page(body=ARTICLE + "<!-- -->" + "<i></b>" * 2000 + nested(300).decode()),
            CaptureState.TRUNCATED,
            id="behind many small errors",
        ),
        pytest.param(
            page(body=ARTICLE + "<p>" + "word " * 2_100_000 + "</p>"),
            CaptureState.TRUNCATED,
            id="10 MB in one element",
        ),
    ],
)
def test_what_the_parser_lost_shows(body: bytes, state: CaptureState) -> None:
    capture = from_stdin(body)
    assert capture.state is state
    assert "The harbour of Quillon was closed" in capture.article.text


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param(b"", "a.html: it is empty", id="empty"),
        pytest.param(page("", ""), "no article text in this page", id="no words"),
        pytest.param(page() + b"\0", "NUL .* at character offset", id="NUL"),
        pytest.param(
            page('<meta charset="klingon">'), "declared encoding: 'klingon' is no", id="encoding"
        ),
        pytest.param(
            page('<meta charset="utf-8">') + b"\xe9",
            "byte 0xE9 at byte offset",
            id="declared wrongly",
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, body: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        from_file(tmp_path / "a.html", body)


def test_no_warning_of_a_library_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BadInput):
        from_stdin(b"<html><body></body></html>")
    assert capfd.readouterr() == ("", "")


def test_the_text_of_a_page_has_its_own_limit() -> None:
    with pytest.raises(TooLarge, match=r"text: .* over the limit of 100 bytes.*MAX_TEXT_BYTES"):
        from_stdin(page(), limits=Limits(max_text_bytes=100))


def crowded(tag: str, count: int) -> Capture:
    words = "".join(
        f"<{tag}>word</{tag}> and {number}, the clerk said. " for number in range(count)
    )
    return from_stdin(page(body=f"<article><p>{words}</p></article>"))


def test_a_crowd_of_small_elements_in_one_paragraph_keeps_its_words() -> None:
    text = crowded("b", 3000).article.text
    assert text.startswith("word and 0, the clerk said. word and 1, the clerk said.")
    assert text.endswith("word and 2999, the clerk said.")


SAMPLES = [path for path in sorted(shipped("seeds").glob("0*.json")) if "." not in path.stem]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_article_set_as_a_page_loses_no_paragraph(path: Path) -> None:
    sample = json.loads(path.read_text(encoding="utf-8"))
    paragraphs = [line for line in sample["text"].split("\n") if line]
    blocks = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs)
    title = escape(sample["title"])
    body = f"<main><article><h1>{title}</h1>{blocks}</article></main>"
    assert from_stdin(page(f"<title>{title}</title>", body)).article.text == "\n\n".join(paragraphs)


@given(strategies.text("<>/\"'= abpdiv!-&;#x0\n", max_size=200))
def test_any_markup_gives_a_text_or_is_refused_with_a_reason(markup: str) -> None:
    try:
        line = from_stdin(b"<!doctype html><p>Shut, said she.</p>" + markup.encode()).article.text
    except BadInput as error:
        line = str(error)
    assert line.strip()
