"""A web page to the article in it.

Trafilatura tells the article from menus, comments and advertisements. Its result
is written out here block by block, one blank line between two, and without the
list marks and table bars that it would add: the text holds the page's words only.

The parser (libxml2) stops without an error at nesting depth 256 and at a text of
10 MB, and what comes after is gone. Its log says so, and the capture is then
marked as truncated. (The larger limits it offers are no way out: trafilatura
recurses over the tree, and Python's stack ends before they do.)
"""

import logging
import re
from collections.abc import Iterator
from importlib.metadata import version
from itertools import islice

import trafilatura
from lxml.etree import ErrorLevels, ErrorTypes, LxmlError, iterwalk
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.settings import Document

from tracker.errors import BadInput
from tracker.ingest.check import can_be_stored, check_not_blank, check_size, check_text
from tracker.ingest.encoding import declared_in_page, decode
from tracker.ingest.given import Given, Limits, clean, declared, parse_published
from tracker.ingest.mend import mend
from tracker.ingest.page_facts import PageFacts, declared_facts
from tracker.ingest.source import Received
from tracker.model import Article, Capture, CaptureState, Published

for _library in ("trafilatura", "htmldate", "courlan", "readability", "justext"):
    logging.getLogger(_library).addHandler(logging.NullHandler())  # else they print warnings

_OUR_VERSION = 1
"""Of the writing out here; raise it with any change that gives another text for the same page."""

_BLOCKS = frozenset(
    {"p", "head", "quote", "list", "item", "table", "row", "code", "div", "ab", "fw"}
)
"""Trafilatura's own element names whose words do not run on into the next block's."""

_INLINE_TAG = re.compile(
    r"</?(?:b|i|em|strong|span|u|font|small|mark|a|sup|sub|time)"
    r"(?=[\s/>])(?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}')*+>",
    re.IGNORECASE,
)
"""An inline tag. None runs on over the next "<": tags left open would cost quadratic time."""

_MANY = 10_000
"""Inline tags in a page above which they are taken out: trafilatura is quadratic in them.

12,000 elements in one paragraph took 5 s and nested ones 11 s; news pages have hundreds.
"""

_MOST_ELEMENTS = 50_000
"""Elements of the largest page that is read: trafilatura is quadratic in others too.

100,000 line breaks took 17 s, and a page within the limit of bytes can hold millions. A
news page has some 2,000, a live blog of a day ten times that.
"""

_SPACES = re.compile(r"[ \t\r\n\f]+")
_AT_BREAK = re.compile(r" *([\n\t]) *")


class Unreadable(BadInput):
    """The page cannot be read, though it may hold an article; `state` says why."""

    def __init__(self, name: str, state: CaptureState) -> None:
        super().__init__(f"{name}: {state.meaning}")
        self.state = state


def read_html(received: Received, given: Given, limits: Limits) -> Capture:
    """Return the capture of the article in a page; what the user says wins over the page.

    Raises:
        BadInput: there is no article text, it cannot be decoded or stored, or
            `given.published` is no date.
        Unreadable: the page has too many elements, or breaks what reads it.
        TooLarge: the text is over the limit.
    """
    name = received.name
    charset = received.charset or declared_in_page(received.body)
    decoded = decode(received.body, name, given.encoding, charset)
    check_not_blank(decoded.text, name)
    if "\0" in decoded.text:
        check_text(decoded.text, name)
    tree, state = parse(decoded.text, name)
    _check_elements(tree, name)
    _check_words(tree, decoded.text, name)
    facts = declared_facts(tree, received.url)
    mend(tree)
    found = _find_article(tree, name, state)
    title = clean(given.title) or declared(found.title)
    text = article_text(found.body, title)
    check_not_blank(text, f"{name}: the article in the page")
    check_text(text, f"{name}: the article in the page")
    check_size(len(text.encode()), limits.max_text_bytes, f"{name}: text", "TRACKER_MAX_TEXT_BYTES")
    return Capture(
        body=received.body,
        media_type=received.format.value,
        encoding=decoded.encoding,
        encoding_from=decoded.known_from,
        extractor="trafilatura",
        extractor_version=f"{version('trafilatura')}+{_OUR_VERSION}",
        article=Article(
            text=text,
            url=clean(given.url) or facts.url,
            outlet=clean(given.outlet) or facts.outlet,
            title=title,
            author=clean(given.author) or declared(found.author),
            published=_published(given, facts, found),
        ),
        state=state,
    )


def parse(page: str, name: str) -> tuple[HtmlElement, CaptureState]:
    """Return the tree of a page and whether the parser read all of it.

    Raises:
        BadInput: there is no markup in it at all.
        MemoryError: there is not enough of it.
    """
    parser = HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
    )
    if sum(1 for _ in islice(_INLINE_TAG.finditer(page), _MANY + 1)) > _MANY:
        page = _INLINE_TAG.sub("", page)
    try:
        tree = document_fromstring(page.encode(), parser=parser)
    except LxmlError as error:
        _check_memory(parser)
        raise BadInput(f"{name}: no HTML page can be read in it: {error}") from error
    _check_memory(parser)
    fatal = any(entry.level == ErrorLevels.FATAL for entry in parser.error_log)
    return tree, CaptureState.TRUNCATED if fatal else CaptureState.WHOLE


def _check_memory(parser: HTMLParser) -> None:
    """Raise MemoryError where the parser ran out of it: the page is not to blame for its gaps."""
    if any(entry.type == ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log):
        raise MemoryError


def _check_elements(tree: HtmlElement, name: str) -> None:
    if next(islice(tree.iter(), _MOST_ELEMENTS, None), None) is not None:
        raise Unreadable(name, CaptureState.TOO_COMPLEX)


def _check_words(tree: HtmlElement, page: str, name: str) -> None:
    """Refuse a page whose words hold what cannot be stored; its scripts may hold anything.

    Raises:
        BadInput: they do. The place is told in the page, or, where the page gives the
            character by its number ("&#1;"), by the words around it.
    """
    for words in tree.xpath("//text()[not(parent::script or parent::style)]"):
        if not can_be_stored(words):
            check_text(page, name)
            check_text(words, f"{name}: in {words.strip()[:60]!a}")


def article_text(body: HtmlElement, title: str | None) -> str:
    """Return the words of an article's body, a blank line between blocks.

    A first block that only repeats the title is left out: the title is kept apart.
    """
    blocks = [block for block in _blocks(body) if block]
    if blocks and title and blocks[0].casefold() == " ".join(title.split()).casefold():
        del blocks[0]
    return "\n\n".join(blocks)


def _blocks(body: HtmlElement) -> Iterator[str]:
    """Yield each block's words in order; a forced line break stays, a table cell ends in a tab."""
    pieces: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield _tidy(pieces)
            pieces = []
        elif event == "start" and element.tag == "lb":
            pieces.append("\n")
        elif event == "end" and element.tag == "cell":
            pieces.append("\t")
        words = element.text if event == "start" else element.tail
        pieces.append(_SPACES.sub(" ", words or ""))
    yield _tidy(pieces)


def _tidy(pieces: list[str]) -> str:
    """Return one block without spaces at the ends of its lines and cells."""
    return _AT_BREAK.sub(r"\1", "".join(pieces)).strip()


def _find_article(tree: HtmlElement, name: str, state: CaptureState) -> Document:
    """Return what trafilatura takes for the article, with its title, author and date.

    Its search for a date in any text is off: it takes a copyright line's year too. In a
    page that the parser did not read whole, an article that is not found may have been lost.
    """
    try:
        found = trafilatura.bare_extraction(
            tree,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except MemoryError:
        raise
    except Exception as error:  # hostile markup meets untried corners of four libraries
        raise Unreadable(name, CaptureState.READER_FAILED) from error
    if not isinstance(found, Document):
        if state is CaptureState.TRUNCATED:
            raise Unreadable(name, CaptureState.TOO_COMPLEX)
        raise BadInput(f"{name}: there is no article text in this page; give its text as .txt")
    return found


def _published(given: Given, facts: PageFacts, found: Document) -> Published | None:
    if clean(given.published):
        return parse_published(given.published, "--published")
    return facts.published or parse_published(found.date, "the page's date")
