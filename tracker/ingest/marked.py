"""Marked articles from files: a folder of texts with tags, or JSON Lines with offsets.

Tagged text: `<S n="1" who="Ada Lind">`, `<Q n="1">`, `<C n="1" act="speech">` and
`<R n="1">` around source, cue, content and relays; equal numbers belong together, tags may
nest, `<S …/>` names a source that is not printed, and a cue with `relay="1"` is a relay's.

JSON Lines: `{"id", "text", "attributions": [{"content", "source", "cue", "relay", "who",
"act"}]}`, spans as [start, end) codepoint offsets; only `content` is required.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tracker.errors import BadInput
from tracker.model import Act, Attribution, MarkedArticle, Span

_TAG = re.compile(r'<(/?)([SQCR])((?:\s+\w+="[^"]*")*)\s*(/?)>')
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_LEFT_OVER = re.compile(r"</?[SQCR]\b[^>\n]{0,40}")
_NAMELESS = "?"


def read_marked(path: Path) -> list[MarkedArticle]:
    """Return the marked articles of a folder (its .txt files, by name) or a .jsonl file.

    Raises:
        BadInput: nothing is there, or a mark cannot be read; the message says where.
    """
    if path.is_dir():
        files = sorted(path.glob("*.txt"))
        articles = [parse_tagged(_text(file).strip(), file.stem, str(file)) for file in files]
    elif path.suffix == ".jsonl":
        lines = _text(path).split("\n")
        articles = [
            _from_json(line, f"{path}, line {number}")
            for number, line in enumerate(lines, 1)
            if line.strip()
        ]
    else:
        raise BadInput(f"{path}: give a folder of tagged .txt files, or a .jsonl file")
    if not articles:
        raise BadInput(f"{path}: there is no marked article in it")
    return articles


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{path}: it cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: it is not UTF-8: {error.reason} at byte {error.start}") from error


@dataclass(slots=True)
class _Parts:
    """What the tags of one number mark."""

    content: list[Span] = field(default_factory=list)
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    relays: list[Span] = field(default_factory=list)
    who: str | None = None
    act: str | None = None

    def add(self, kind: str, attributes: dict[str, str], span: Span | None) -> None:
        """Take in one tag; `span` is None for an empty one."""
        if kind == "S":
            self.who = attributes.get("who") or self.who
        if kind == "C":
            self.act = self.act or attributes.get("act")
        if span is not None and not (kind == "Q" and "relay" in attributes):
            {"S": self.source, "Q": self.cue, "C": self.content, "R": self.relays}[kind].append(
                span
            )


def parse_tagged(raw: str, name: str, where: str) -> MarkedArticle:
    """Return the article that a tagged text stands for, its tags taken out.

    Raises:
        BadInput: a tag is not closed or not readable, an attribution has no content or
            act, or a mark begins or ends with white space.
    """
    text, tags = _take_tags(raw, where)
    parts: dict[str, _Parts] = {}
    for kind, attributes, span in tags:
        number = attributes.get("n", "")
        if not number.isdecimal():
            raise BadInput(f"{where}: a tag {kind} has no number n")
        if span is not None and not span.of(text):
            raise BadInput(f"{where}: mark {number}: a tag {kind} encloses nothing")
        if span is not None and span.of(text) != span.of(text).strip():
            raise BadInput(f"{where}: mark {number}: {span.of(text)!r} has white space at its edge")
        parts.setdefault(number, _Parts()).add(kind, attributes, span)
    marks = sorted(parts.items(), key=lambda item: int(item[0]))
    return MarkedArticle(name, text, tuple(_attribution(p, f"{where}: mark {n}") for n, p in marks))


_Tag = tuple[str, dict[str, str], Span | None]


def _take_tags(raw: str, where: str) -> tuple[str, list[_Tag]]:
    """Return the text without its tags, and each tag with the span that it encloses."""
    pieces: list[str] = []
    found: list[_Tag] = []
    open_: list[tuple[str, dict[str, str], int]] = []
    length = at = 0
    for tag in _TAG.finditer(raw):
        pieces.append(raw[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        closes, kind, attributes = tag[1], tag[2], dict(_ATTRIBUTE.findall(tag[3]))
        if tag[4]:
            found.append((kind, attributes, None))
        elif not closes:
            open_.append((kind, attributes, length))
        elif not open_ or open_[-1][0] != kind:
            raise BadInput(f"{where}: </{kind}> closes nothing, after {raw[:at][-60:]!r}")
        else:
            _, attributes, start = open_.pop()
            found.append((kind, attributes, Span(start, length)))
    text = "".join([*pieces, raw[at:]])
    left = _LEFT_OVER.search(text)
    if open_ or left:
        shown = left.group() if left else f"<{open_[-1][0]} n={open_[-1][1].get('n')}>"
        raise BadInput(f"{where}: the tag {shown!r} is not closed or not readable")
    return text, found


def _attribution(parts: _Parts, where: str) -> Attribution:
    if not parts.content:
        raise BadInput(f"{where} has no content")
    return Attribution(
        content=tuple(sorted(parts.content)),
        source=tuple(sorted(parts.source)),
        cue=tuple(sorted(parts.cue)),
        relays=tuple(sorted(parts.relays)),
        who=None if parts.who == _NAMELESS else parts.who,
        act=_act(parts.act, where),
    )


def _act(word: str | None, where: str) -> Act:
    try:
        return Act(word or "")
    except ValueError as error:
        raise BadInput(f"{where}: act {word!r} is none of {', '.join(Act)}") from error


def _from_json(line: str, where: str) -> MarkedArticle:
    try:
        row: dict[str, Any] = json.loads(line)
        text = row["text"]
        if not isinstance(text, str):
            raise TypeError(f"text is {text!r}")
        text.encode()  # lone surrogates are no text
        marks = tuple(
            _mark_from_json(mark, text, where) for mark in row["attributions"] if mark["content"]
        )
        return MarkedArticle(str(row["id"]), text, marks)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"{where}: no marked article: {type(error).__name__}: {error}") from error


def _mark_from_json(mark: dict[str, Any], text: str, where: str) -> Attribution:
    def spans(name: str) -> tuple[Span, ...]:
        return tuple(_inside(text, mark.get(name) or []))

    who = mark.get("who")
    return Attribution(
        content=spans("content"),
        source=spans("source"),
        cue=spans("cue"),
        relays=spans("relay"),
        who=None if who == _NAMELESS else who,
        act=_act(mark.get("act") or Act.SPEECH, where),
    )


def _inside(text: str, pairs: list[list[int]]) -> Iterator[Span]:
    for start, end in pairs:
        if not (isinstance(start, int) and isinstance(end, int)):
            raise TypeError(f"[{start!r}, {end!r}] are no offsets")
        if not 0 <= start < end <= len(text):
            raise ValueError(f"[{start}, {end}] is no stretch of a text of {len(text)} codepoints")
        yield Span(start, end)
