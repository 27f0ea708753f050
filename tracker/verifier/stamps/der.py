"""DER, as far as time stamps (RFC 3161) are written in it."""

from __future__ import annotations

from typing import List, Tuple

SHA256_NAME = bytes.fromhex("0609608648016503040201")
SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
TST_INFO = bytes.fromhex("060b2a864886f70d0109100104")
SEQUENCE, SET, INTEGER, OBJECT, OCTETS, TIME, TAGGED = 0x30, 0x31, 0x02, 0x06, 0x04, 0x18, 0xA0

Element = Tuple[int, bytes, bytes]
"""The tag of an element of DER, all of its bytes, and what it holds."""


def elements(data: bytes) -> List[Element]:
    """Return elements that stand side by side; ValueError where one is not whole."""
    found: List[Element] = []
    at = 0
    while at < len(data):
        if len(data) - at < 2 or data[at] & 0x1F == 0x1F:
            raise ValueError("it is no DER")
        length, body = data[at + 1], at + 2
        if length >= 0x80:
            size = length & 0x7F
            digits = data[body : body + size]
            length = int.from_bytes(digits, "big")
            if not 1 <= size <= 4 or len(digits) < size or digits[0] == 0 or length < 0x80:
                raise ValueError("it is no DER")
            body += size
        if length > len(data) - body:
            raise ValueError("it is cut off")
        found.append((data[at], data[at : body + length], data[body : body + length]))
        at = body + length
    return found


def within(element: Element, *tags: int) -> List[Element]:
    """Return the elements in a sequence or the like, of which the first have these tags."""
    found = elements(element[2])
    if [one[0] for one in found[: len(tags)]] != list(tags):
        raise ValueError("it is no time stamp")
    return found
