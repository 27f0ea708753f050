"""Canonical JSON (RFC 8785), the common case by the standard library's encoder.

Records are texts, small numbers and lists of them; for these both write the same
bytes, and the standard library is several times as fast.
"""

import json
from typing import Any

import rfc8785

_EXACT = 2**53 - 1
"""The greatest whole number that every reader of JSON holds exactly."""

_LEAST = 1e-4
"""From here on Python writes a fraction without an exponent, as JavaScript does."""

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def dumps(value: Any) -> bytes:
    """Return the canonical JSON of a value.

    Raises:
        ValueError: a number is beyond what JSON holds, or a text cannot be encoded.
    """
    try:
        return _encode(_plain(value)).encode()
    except _Special:
        return rfc8785.dumps(value)


class _Special(Exception):
    """A value that the two encoders may write differently."""


def _plain(value: Any) -> Any:
    """Return the value such that both encoders agree on it.

    Raises:
        _Special: it holds a great or tiny number, a key beyond ASCII or an unknown type.
    """
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and -_EXACT <= value <= _EXACT:
        return value
    if isinstance(value, float) and (value == 0 or _LEAST <= abs(value) <= _EXACT):
        return int(value) if value.is_integer() else value
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict) and all(isinstance(n, str) and n.isascii() for n in value):
        return {name: _plain(one) for name, one in value.items()}
    raise _Special
