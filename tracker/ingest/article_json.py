"""One article as a JSON object: `{url, outlet, title, author, published_at, text}`.

Only `text` is required, and it is kept exactly. What the object holds beyond these
fields is refused and not passed over: a misspelt `publised_at` would be lost.
"""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from tracker.errors import BadInput
from tracker.ingest.check import check_address, check_not_blank, check_size, check_text
from tracker.ingest.encoding import decode
from tracker.ingest.given import Given, Limits, clean, parse_published
from tracker.ingest.source import Received
from tracker.model import Article, Capture

FIELDS = ("url", "outlet", "title", "author", "published_at", "text")


def read_json(received: Received, given: Given, limits: Limits) -> Capture:
    """Return the capture of an article in JSON; what the user says wins over its fields.

    Raises:
        BadInput: it is no JSON object of these fields, a field is of another type than
            text, the text is blank, or something cannot be stored or is no date.
        TooLarge: the text is over the limit.
    """
    name = received.name
    decoded = decode(received.body, name, given.encoding, received.charset)
    fields = _fields(_parse(decoded.text, name), name)
    text = fields["text"]
    check_not_blank(text, f"{name}: text")
    check_size(len(text.encode()), limits.max_text_bytes, f"{name}: text", "TRACKER_MAX_TEXT_BYTES")
    if clean(given.published):
        published = parse_published(given.published, "--published")
    else:
        published = parse_published(fields.get("published_at"), f"{name}: published_at")
    return Capture(
        body=received.body,
        media_type=received.format.value,
        encoding=decoded.encoding,
        encoding_from=decoded.known_from,
        extractor="json",
        extractor_version="1",
        article=Article(
            text=text,
            url=clean(given.url) or clean(fields.get("url")) or received.url,
            outlet=clean(given.outlet) or clean(fields.get("outlet")),
            title=clean(given.title) or clean(fields.get("title")),
            author=clean(given.author) or clean(fields.get("author")),
            published=published,
        ),
    )


def _parse(text: str, name: str) -> object:
    check_not_blank(text, name)
    try:
        return json.loads(text, object_pairs_hook=lambda pairs: _object(pairs, name))
    except json.JSONDecodeError as error:
        hint = "; an article file holds one object" if error.msg == "Extra data" else ""
        place = f"line {error.lineno}, column {error.colno}"
        raise BadInput(f"{name}: this is not JSON: {error.msg} at {place}{hint}") from error
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{name}: this JSON cannot be read: {error}") from error


def _object(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        seen = Counter(key for key, _ in pairs)
        twice = sorted(key for key, count in seen.items() if count > 1)
        raise BadInput(f"{name}: {_listed(twice)} given twice; leave one")
    return fields


def _fields(value: object, name: str) -> Mapping[str, str]:
    """Return the fields that are there (null is the same as absent), each a storable text."""
    if not isinstance(value, dict):
        raise BadInput(f"{name}: an article is a JSON object with a text, {_FORM}")
    unknown = sorted(key for key in value if key not in FIELDS)
    if unknown:
        raise BadInput(f"{name}: unknown fields {_listed(unknown)}; the form is {_FORM}")
    fields = {key: field for key, field in value.items() if field is not None}
    for key, field in fields.items():
        if not isinstance(field, str):
            raise BadInput(f"{name}: {key} must be text, not {_KIND.get(type(field), 'a number')}")
        check_text(field, f"{name}: {key}")
    if clean(fields.get("url")):
        check_address(fields["url"], f"{name}: url")
    if "text" not in fields:
        raise BadInput(f"{name}: there is no text in it; the form is {_FORM}")
    return fields


def _listed(keys: list[str]) -> str:
    return ", ".join(ascii(key) for key in keys[:5]) + (" and more" if len(keys) > 5 else "")


_FORM = "{" + ", ".join(FIELDS) + "}"

_KIND: Mapping[type, str] = {bool: "true or false", list: "a list", dict: "an object"}
