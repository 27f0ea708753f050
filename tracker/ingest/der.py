"""Just enough of DER to look into a time stamp: where each element stands in the bytes."""

from dataclasses import dataclass

SEQUENCE, SET, INTEGER, OBJECT = 0x30, 0x31, 0x02, 0x06


@dataclass(frozen=True, slots=True)
class Node:
    """An element: its tag, where it starts, where what it holds starts, and where both end."""

    tag: int
    start: int
    body: int
    end: int


def nodes(data: bytes, start: int, end: int) -> list[Node]:
    """Return the elements that stand side by side from `start` to `end`, each of them whole.

    Raises:
        ValueError: one is cut off, or of a form that DER does not have or a time stamp
            does not need (tags from 31, lengths from 2^32).
    """
    found = []
    while start < end:
        found.append(_node(data, start, end))
        start = found[-1].end
    return found


def inside(data: bytes, node: Node, tag: int) -> list[Node]:
    """Return the elements in another one, which has to be of this tag.

    Raises:
        ValueError: it is of another, or what it holds is not whole.
    """
    if node.tag != tag:
        raise ValueError(f"tag {node.tag:#x} stands where {tag:#x} should")
    return nodes(data, node.body, node.end)


def _node(data: bytes, start: int, end: int) -> Node:
    if end - start < 2 or data[start] & 0x1F == 0x1F:
        raise ValueError(f"no element at byte {start}")
    length, body = data[start + 1], start + 2
    if length >= 0x80:
        size = length & 0x7F
        digits = data[body : min(body + size, end)]
        length = int.from_bytes(digits, "big")
        if not 1 <= size <= 4 or len(digits) < size or digits[0] == 0 or length < 0x80:
            raise ValueError(f"no length at byte {start + 1}")
        body += size
    if length > end - body:
        raise ValueError(f"the element at byte {start} is cut off")
    return Node(data[start], start, body, body + length)
