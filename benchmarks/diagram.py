"""A reliability diagram as SVG: what is stated against what is so, a point a bin.

The same points give the same bytes. No background is drawn, and every colour has a contrast
of at least 3.5 to 1 against both white and black, so that it reads on either.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import sqrt

INK = "#7a7a7a"
POINTS = "#2f7fd0"
SIDE = 260
"""Width and height of a panel's square, in pixels."""
LEFT, TOP, BELOW, GAP = 56, 52, 52, 40
LEAST, MOST = 3.0, 14.0
"""Radius of the smallest point, and of one that has all: the area grows with the count."""


@dataclass(frozen=True, slots=True)
class Point:
    """A bin: its mean confidence and its share right, in [0, 1], and how many are in it."""

    stated: float
    right: float
    count: int


@dataclass(frozen=True, slots=True)
class Panel:
    """One square of the diagram."""

    title: str
    note: str
    points: tuple[Point, ...]


def draw(panels: Sequence[Panel]) -> str:
    """Return the panels side by side, as a file's text."""
    step = LEFT + SIDE + GAP
    width, height = step * len(panels), TOP + SIDE + BELOW
    names = escape("; ".join(f"{panel.title}, {panel.note}" for panel in panels))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" font-family="sans-serif" font-size="12">',
        f"<title>Confidence stated against share right. {names}</title>",
    ]
    for number, panel in enumerate(panels):
        lines += [f'<g transform="translate({number * step + LEFT} {TOP})">']
        lines += [*_frame(panel), *_points(panel), "</g>"]
    return "\n".join([*lines, "</svg>", ""])


def _frame(panel: Panel) -> list[str]:
    """Return the axes with their figures, the diagonal of perfect confidence, the words."""
    line = f'stroke="{INK}" fill="none"'
    lines = [
        f'<rect width="{SIDE}" height="{SIDE}" {line}/>',
        f'<path d="M0 {SIDE}L{SIDE} 0" {line} stroke-dasharray="4 4"/>',
    ]
    for fifth in range(6):
        at, label = SIDE * fifth // 5, f"{fifth / 5:.1f}"
        lines.append(_text(at, SIDE + 18, label, "middle"))
        lines.append(_text(-8, SIDE - at + 4, label, "end"))
    return [
        *lines,
        _text(0, -28, panel.title, "start", ' font-size="14" font-weight="bold"'),
        _text(0, -10, panel.note, "start"),
        _text(SIDE // 2, SIDE + 40, "confidence stated", "middle"),
        _text(
            0, 0, "share right", "middle", f' transform="translate(-38 {SIDE // 2}) rotate(-90)"'
        ),
    ]


def _points(panel: Panel) -> list[str]:
    total = sum(point.count for point in panel.points)
    places = [
        (point, SIDE * point.stated, SIDE * (1 - point.right), _radius(point.count, total))
        for point in panel.points
    ]
    path = "L".join(f"{x:.1f} {y:.1f}" for _, x, y, _ in places)
    lines = [f'<path d="M{path}" stroke="{POINTS}" fill="none"/>'] if len(places) > 1 else []
    for point, x, y, radius in places:
        about = f"stated {point.stated:.3f}, right {point.right:.3f}, count {point.count}"
        lines.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{POINTS}">'
            f"<title>{about}</title></circle>"
        )
    return lines


def _radius(count: int, total: int) -> float:
    return max(LEAST, MOST * sqrt(count / max(1, total)))


def _text(x: int, y: int, words: str, anchor: str, more: str = "") -> str:
    return f'<text x="{x}" y="{y}" fill="{INK}" text-anchor="{anchor}"{more}>{escape(words)}</text>'
