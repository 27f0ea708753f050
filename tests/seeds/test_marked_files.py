"""The marked articles: each can be read, and each mark lies exactly on its words."""

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tracker.ingest.marked import parse_tagged, read_marked
from tracker.model import MarkedArticle
from tracker.resources import shipped
from tracker.training import for_training, held_out

FOLDER = shipped("seeds") / "marked"
FILES = sorted(FOLDER.glob("*.txt"))

Words = tuple[str, str, str]
"""The kind of a mark, its number, and the words it stands on."""


def as_xml(path: Path) -> tuple[str, Counter[Words]]:
    """Return an article's text and marks as another reader of tags has them."""
    raw = path.read_text(encoding="utf-8").strip().replace("&", "&amp;")
    raw = re.sub(r"<(?!/?[SQCR]\b)", "&lt;", raw)
    root = ElementTree.fromstring(f"<text>{raw}</text>")
    words = Counter(
        (tag.tag, tag.attrib["n"], "".join(tag.itertext()))
        for tag in root.iter()
        if tag is not root and "relay" not in tag.attrib and "".join(tag.itertext())
    )
    return "".join(root.itertext()), words


def as_read(path: Path) -> tuple[str, Counter[Words]]:
    """Return an article's text and marks as `parse_tagged` has them, numbered as in the file."""
    raw = path.read_text(encoding="utf-8").strip()
    article = parse_tagged(raw, path.stem, path.name)
    numbers = sorted({int(n) for n in re.findall(r'<[SQCR] n="(\d+)"', raw)})
    parts = (
        (kind, number, span)
        for number, mark in zip(numbers, article.attributions, strict=True)
        for kind, spans in zip(
            "CSQR", (mark.content, mark.source, mark.cue, mark.relays), strict=True
        )
        for span in spans
    )
    return article.text, Counter((kind, str(n), span.of(article.text)) for kind, n, span in parts)


def test_every_mark_lies_on_its_words() -> None:
    assert [path.stem for path in FILES if as_read(path) != as_xml(path)] == []


@pytest.fixture(scope="module")
def articles() -> list[MarkedArticle]:
    return read_marked(FOLDER)


def test_every_article_is_read(articles: list[MarkedArticle]) -> None:
    assert [article.id for article in articles] == [path.stem for path in FILES]
    assert len({article.text for article in articles}) == len(FILES) > 300


def test_none_is_both_trained_on_and_measured_on(articles: list[MarkedArticle]) -> None:
    kept, trained = held_out(articles), for_training(articles)
    assert not {article.id for article in kept} & {article.id for article in trained}
    assert sorted([*kept, *trained], key=lambda article: article.id) == articles
    assert {article.id[0] for article in kept} == {article.id[0] for article in articles}
    assert 0.05 < len(kept) / len(articles) < 0.15
