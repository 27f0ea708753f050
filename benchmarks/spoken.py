"""Who said it, end to end: the speakers of found statements against those people named.

A statement belongs to the mark whose content is most like its own (`benchmarks/pairing.py`).
Its speaker is right when it agrees with the marked one (`same_name` of
`benchmarks/speakers.py`), or with either of two who speak together. A name where people
say that nobody is named is wrong. Precision is the share of right ones among speakers that
are not blank; coverage is the share of the marks with one named speaker whose statement
was found and is not blank.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.relays import pair
from benchmarks.speakers import same_name
from tracker.model import Statement

AUTHOR = "author"
"""Kind of a label: the article's own author speaks, whom no name may stand for."""

ASSERTED = "asserted fact"
"""Rule of what an article itself asserts, which is nobody's statement and never marked."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Label:
    """Who says an attribution; `number` is its index among the article's.

    `who` is a full name, "A; B" for a joint source, None where nobody is named; `accept`
    are names that are right as well.
    """

    number: int
    who: str | None
    kind: str = ""
    accept: tuple[str, ...] = ()

    def is_right(self, speaker: str, text: str) -> bool:
        """Say whether a name is right; `text` is the article's."""
        if self.kind == AUTHOR:
            return False
        names = [*(self.who.split("; ") if self.who else ()), *self.accept]
        return any(same_name(speaker, name, text) for name in names)


@dataclass(slots=True)
class Spoken:
    """Counts over articles, and a line for every wrong speaker."""

    counts: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)
    sure: list[tuple[float, bool]] = field(default_factory=list)
    """How sure each named speaker was, in [0, 1], and whether it is right."""

    def add(self, row: Row, statements: Sequence[Statement], labels: Sequence[Label]) -> None:
        """Count one article, whose row has "id", "text" and "attributions"."""
        found = attributed(statements)
        pairs = pair(row["text"], row["attributions"], found)
        for label in labels:
            known = label.who is not None and ";" not in label.who
            self.counts["known"] += known
            at = pairs.get(label.number)
            if at is None:
                self.counts["not found"] += 1
            elif found[at].speaker is None:
                self.counts["blank"] += 1
            else:
                self.counts["covered"] += known
                self._judge(row, found[at], label)

    def _judge(self, row: Row, statement: Statement, label: Label) -> None:
        speaker = statement.speaker or ""
        right = label.is_right(speaker, row["text"])
        self.counts["right" if right else "wrong"] += 1
        if statement.speaker_confidence is not None:
            self.sure.append((statement.speaker_confidence, right))
        if not right:
            who = label.who or label.kind or "nobody named"
            self.lines.append(
                f"{row['id']} {label.number}: {speaker}, not {who} ({statement.speaker_reason}): "
                f"{statement.text(row['text'])[:60]}"
            )

    @property
    def precision(self) -> float:
        """Share of right ones among the speakers named, in [0, 1]."""
        return self.counts["right"] / max(1, self.counts["right"] + self.counts["wrong"])

    @property
    def coverage(self) -> float:
        """Share of the marks with one named speaker that have any, in [0, 1]."""
        return self.counts["covered"] / max(1, self.counts["known"])


def attributed(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements that somebody makes, without what the article asserts."""
    return [statement for statement in statements if statement.rule != ASSERTED]


def labels_of(row: Row) -> list[Label]:
    """Return the marked speakers of a row of `as_whole_row`."""
    return [Label(at, mark["who"]) for at, mark in enumerate(row["attributions"])]


def read_labels(lines: Sequence[Row]) -> dict[str, list[Label]]:
    """Return labels by article, from {"id", "labels": [{"n", "who", "kind", "accept"}]}."""
    return {
        line["id"]: [
            Label(
                one["n"], _named(one["who"]), one.get("kind") or "", tuple(one.get("accept") or ())
            )
            for one in line["labels"]
        ]
        for line in lines
    }


def _named(who: str | None) -> str | None:
    return None if who in ("", "?") else who
