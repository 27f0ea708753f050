"""Canonical JSON (RFC 8785), for what records hold, and reading JSON strictly.

That is null, booleans, numbers, texts, lists and objects. Whole numbers beyond 2^53 - 1
are refused, as other readers would change them.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Callable, Dict, List, Tuple

Record = Dict[str, Any]


quoted: Callable[[str], str] = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a text as JSON. One encoder for all: making one takes longer than the text."""


def canonical(value: Any) -> str:
    """Return the canonical JSON of a value.

    Raises ValueError or TypeError for what has none.
    """
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int):
        if abs(value) >= 2**53:
            raise ValueError(f"{value} is too great a number")
        return str(value)
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        pairs = (f"{canonical(name)}:{canonical(value[name])}" for name in names)
        return "{" + ",".join(pairs) + "}"
    raise TypeError(f"{type(value).__name__} has no place in a record")


def _float(value: float) -> str:
    """Return a number as JavaScript writes it: the shortest digits, 1e21 and 1e-7 with a power."""
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(f"{value} is no number of JSON")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, part = mantissa.partition(".")
    part = "" if part == "0" else part
    digits = (whole + part).lstrip("0")
    # The value is 0.digits times ten to the power of `point`.
    point = int(exponent or 0) + len(whole) - (len(whole + part) - len(digits))
    digits = digits.rstrip("0")
    if len(digits) <= point <= 21:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    power = f"e{point - 1:+d}"
    return sign + digits[0] + ("." + digits[1:] if digits[1:] else "") + power


def sha256(text: str) -> str:
    """Return the SHA-256, in hex, of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def uid(prefix: str, *parts: Any) -> str:
    """Return the identifier that follows from what defines a record."""
    return f"{prefix}-{sha256(canonical([prefix, *parts]))[:20]}"


def load(text: str) -> Any:
    """Return the value of JSON; a name given twice, or what is no number, is refused."""
    return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)


def _object(pairs: List[Tuple[str, Any]]) -> Record:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number of JSON")
