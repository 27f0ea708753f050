"""Words in the middle of an article that must not be lost, in markup that is easily lost."""

import pytest

from tests.ingest.helpers import from_stdin

PARAGRAPHS = [
    f"<p>Council member {name} of Velmora said on Tuesday that the ferries of the eastern bank, "
    "which have carried coal and cattle for ninety years, would stop before the winter.</p>"
    for name in ("Adler", "Birch", "Cole", "Drew", "Elm", "Frost")
]


def text_with(markup: str) -> str:
    """Return the text of an article with `markup` between its third and fourth paragraph."""
    body = "".join([*PARAGRAPHS[:3], markup, *PARAGRAPHS[3:]])
    page = f"<!doctype html><html><body><article>{body}</article></body></html>"
    return from_stdin(page.encode()).article.text


@pytest.mark.parametrize(
    ("markup", "block"),
    [
        pytest.param(
            "<p>On <time>Monday</time> he left.</p>", "On Monday he left.", id="time in a sentence"
        ),
        pytest.param(
            "<ul><li>It ends <b><time>at noon</time></b>, he said.</li></ul>",
            "It ends at noon, he said.",
            id="time in a list",
        ),
        pytest.param(
            "<p>The <button>levy</button> was his idea.</p>",
            "The levy was his idea.",
            id="button in a sentence",
        ),
        pytest.param(
            "<p>A <label>levee</label>, she said.</p>", "A levee, she said.", id="label in one"
        ),
        pytest.param(
            "<div>“It is <i>over</i>,” he said.</div>", "“It is over,” he said.", id="div"
        ),
        pytest.param(
            "<div>“It is over,” he said.</div><div>“It is not,” she said.</div>",
            "“It is over,” he said.\n\n“It is not,” she said.",
            id="two divs",
        ),
        pytest.param(
            "<center>“It is over,” he said.</center>", "“It is over,” he said.", id="center"
        ),
        pytest.param(
            "<x-text>“It is over,” he said.</x-text>", "“It is over,” he said.", id="own element"
        ),
    ],
)
def test_words_that_are_kept(markup: str, block: str) -> None:
    before, after = "before the winter.\n\n", "\n\nCouncil member Drew"
    assert before + block + after in text_with(markup)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        pytest.param("<div><button>Share this story</button></div>", "Share", id="button"),
        pytest.param("<p><button>Share this story</button></p>", "Share", id="button alone"),
        pytest.param("<div>Read more</div>", "Read more", id="label of two words"),
        pytest.param(
            "<form><label>Your address, please</label> for news</form>", "address", id="form"
        ),
    ],
)
def test_what_is_no_sentence_stays_out(markup: str, words: str) -> None:
    assert words not in text_with(markup)
