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
    """Return a point a bin, the range in which its true share lies drawn through it."""
    total = sum(point.count for point in panel.points)
    lines = []
    for point in panel.points:
        x, y = SIDE * point.stated, SIDE * (1 - point.right)
        low, high = (SIDE * (1 - end) for end in interval(point.right, point.count))
        about = f"stated {point.stated:.3f}, right {point.right:.3f}, count {point.count}"
        lines += [
            f'<path d="M{x:.1f} {low:.1f}V{high:.1f}" stroke="{POINTS}" stroke-width="2"/>',
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_radius(point.count, total):.1f}" '
            f'fill="{POINTS}"><title>{about}</title></circle>',
        ]
    return lines


def interval(share: float, count: int) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a share of `count`, in [0, 1].

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical
    inference, Journal of the American Statistical Association 22 (1927).
    """
    z = 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    reach = z / (1 + z * z / count) * sqrt((share * (1 - share) + z * z / (4 * count)) / count)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _radius(count: int, total: int) -> float:
    return max(LEAST, MOST * sqrt(count / max(1, total)))


def _text(x: int, y: int, words: str, anchor: str, more: str = "") -> str:
    return f'<text x="{x}" y="{y}" fill="{INK}" text-anchor="{anchor}"{more}>{escape(words)}</text>'
