"""What an article says of its own making: the agency whose copy it is, and who else helped.

A dateline ("SEOUL (Reuters) — "), a byline ("By Ana Lee, Associated Press"), the author
that was given, or a closing line ("— Reuters", "first published by the Gazette") says
that all of the article came through that agency: `find_origins`. Of "with inputs from
ANI" or "additional reporting by Ann Lee" nobody can tell which words came from whom:
`find_credits`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.model import Article, Span
from tracker.text.countries import find_country
from tracker.text.datelines import find_dateline, is_wire
from tracker.text.names import strip_article
from tracker.text.sentences import find_paragraphs

_HEAD = 6
"""Paragraphs at the head in which a byline or dateline stands."""

_TAIL = 5
"""Paragraphs at the end in which a credit stands."""

_SHORT = 400
"""Codepoints: a longer paragraph is no credit."""

_BYLINE = re.compile(
    r"(?:By\s|Story by\s)?(?:[^,|\n]{2,60}[,|]\s*)?(?P<name>[^,|\n]{2,40}?)\.?$", re.IGNORECASE
)
_CLOSING = re.compile(
    r"(?:.{0,4000}[.!?”\"’]\s*)?(?:[—–]|--?|\(|Source:\s|Agency:\s)\s*(?P<name>[A-Z][^.()\n]{1,40})\)?\.?$",
    re.DOTALL,
)
_FIRST_PRINTED = re.compile(
    r"\b(?:first|originally) (?:published|appeared|printed|reported) (?:by|in|on)\s"
    r"(?P<name>(?:[Tt]he\s)?[A-Z][\w’'&.-]*(?:\s[A-Z][\w’'&.-]*){0,5})"
)
_THIS = re.compile(r"\bthis (?:article|story|piece|report|column)\b", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?P<words>(?:with|including) (?:additional )?"
    r"(?:inputs?|files?|reporting|material|contributions) (?:from|by)"
    r"|additional reporting(?: was)?(?: provided)? (?:by|from)|reporting by"
    r"|agency inputs?)\b:?\s?",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"(?P<names>[A-Z][^.;:\n]{1,120}?)\s(?:also\s)?contributed(?:\sreporting\b"
    r"|\sto (?:this|the)(?: \w+)? (?:report|story|article|piece)\b|[.)]*$)"
)
_NAMES_END = re.compile(r"[.;)\n]|\sin [A-Z]|\sfrom [A-Z]|\s(?:contributed|provided)\b|$")
_JOINTS = re.compile(r",?\s+(?:and|&)\s+|,\s+|/")


@dataclass(frozen=True, slots=True)
class Credit:
    """One name that an article credits, with the words that do; spans are in its text.

    `name` is None where only "agencies" are.
    """

    name: str | None
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Origin:
    """An agency through which the whole article came; `span` None where it was given apart."""

    name: str
    span: Span | None


def find_origins(article: Article) -> tuple[Origin, ...]:
    """Return the agencies whose copy the article is: none, one, or several in parallel.

    The outlet is none of them: it stands last in every chain.
    """
    text = article.text
    paragraphs = find_paragraphs(text)
    for found in (
        _from_datelines(text, paragraphs[:_HEAD]),
        _from_bylines(article, paragraphs[:_HEAD]),
        _from_closing(text, paragraphs[1:][-_TAIL:]),
    ):
        origins = tuple(found)
        if origins:
            return origins
    return ()


def _from_datelines(text: str, paragraphs: Sequence[Span]) -> Iterator[Origin]:
    """Yield the agencies in the first dateline that names any."""
    for paragraph in paragraphs:
        dateline = find_dateline(text, paragraph)
        if dateline is None or dateline.agency is None:
            continue
        for name, span in _parts(text, dateline.agency):
            if name[0].isupper() and find_country(name) is None and not _has_digit(name):
                yield Origin(name, span)
        return


def _from_bylines(article: Article, paragraphs: Sequence[Span]) -> Iterator[Origin]:
    """Yield the agency of a byline, in the text or given as the author."""
    for paragraph in paragraphs:
        line = paragraph.of(article.text)
        match = _BYLINE.match(line) if len(line) < _SHORT // 2 else None
        if match is None:
            continue
        start = paragraph.start + match.start("name")
        name = strip_article(re.sub(r"^by\s", "", match["name"], flags=re.IGNORECASE))
        if is_wire(name):
            at = article.text.index(name.split()[0], start)
            yield Origin(name, Span(at, start + len(match["name"])))
            return
    match = _BYLINE.match(article.author.strip()) if article.author else None
    if match is not None and is_wire(match["name"]):
        yield Origin(strip_article(match["name"]), None)


def _from_closing(text: str, paragraphs: Sequence[Span]) -> Iterator[Origin]:
    """Yield the agency with which the article is signed, or that first printed it."""
    for paragraph in reversed(paragraphs):
        words = paragraph.of(text)
        first = _FIRST_PRINTED.search(words) if len(words) < _SHORT else None
        if first is not None and _THIS.search(words):
            yield _origin(paragraph.start, first)
            return
    last = paragraphs[-1] if paragraphs else None
    tail = Span(max(last.start, last.end - _SHORT), last.end) if last else None
    match = _CLOSING.match(tail.of(text)) if tail else None
    if tail is not None and match is not None and is_wire(match["name"]):
        yield _origin(tail.start, match)


def _origin(offset: int, match: re.Match[str]) -> Origin:
    printed = match["name"].rstrip(" .")
    name = strip_article(printed)
    end = offset + match.start("name") + len(printed)
    return Origin(name, Span(end - len(name), end))


def _parts(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield each name of a joint credit ("AFP/AP") with its span."""
    at = span.start
    for part in _JOINTS.split(span.of(text)):
        name = strip_article(part.strip())
        if name:
            at = text.index(name.split()[0], at)
            yield name, Span(at, at + len(name))


def _has_digit(name: str) -> bool:
    return any(character.isdigit() for character in name)


def find_credits(article: Article) -> tuple[Credit, ...]:
    """Return everybody whom the article credits at its end, in text order.

    Which statement came through whom is not known, so none of them is in a chain.
    """
    found: list[Credit] = []
    for paragraph in find_paragraphs(article.text)[-_TAIL:]:
        if paragraph.end - paragraph.start < _SHORT:
            found += _credits(article.text, paragraph)
    return tuple(found)


def _credits(text: str, paragraph: Span) -> Iterator[Credit]:
    """Yield the credits of one paragraph."""
    line = paragraph.of(text)
    for match in _CREDIT.finditer(line):
        if match["words"].lower().startswith("agency"):
            span = Span(paragraph.start + match.start(), paragraph.start + match.end("words"))
            yield Credit(None, span, match["words"])
            continue
        end = _NAMES_END.search(line, match.end())
        names = Span(paragraph.start + match.end(), paragraph.start + (end or match).start())
        yield from _credited(text, names, match["words"])
    contributed = _CONTRIBUTED.match(line.lstrip("(*—– "))
    if contributed is not None and contributed.end() > len(line) - _SHORT // 4:
        start = paragraph.start + line.index(contributed["names"])
        names = Span(start, start + len(contributed["names"]))
        yield from _credited(text, names, "contributed")


def _credited(text: str, names: Span, words: str) -> Iterator[Credit]:
    for name, span in _parts(text, names):
        anonymous = name.lower() in ("agencies", "agency", "wires", "wire services", "staff")
        yield Credit(None if anonymous else name, span, words)
