"""From bytes to text, with how the encoding was known. Nothing is guessed.

In order: the user's word, the signature that the bytes begin with (BOM), what the
server or the page declares, and UTF-8 where all bytes are valid UTF-8. Anything
else is refused with the place of the first bad byte: a text decoded by a wrong
guess reads almost right, and its quotes are not what was printed. A statistical
guess only helps to word the error message.

Source: the order, and the labels that browsers read as a larger set, are those of
the WHATWG Encoding standard.
"""

import codecs
import re
from dataclasses import dataclass

from tracker.errors import BadInput

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 stands before UTF-16: its little-endian signature begins with that of UTF-16."""

_AS_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Declared name (as Python spells it) → codec: pages that say Latin-1 hold curly quotes of 1252."""

_NOT_FOR_TEXTS = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"}
)
"""Python codecs that are no file encodings; punycode takes quadratic time."""

_DECLARATION = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:+-]{1,40})"""
    rb"""|^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:+-]{1,40})""",
    re.IGNORECASE,
)

_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)

_DECLARED_WITHIN = 4096
"""Bytes searched for a declaration; browsers search 1,024, but pages exist that declare later."""

_SAMPLE = 20_000
"""Bytes around the first bad one that the error message's guess is made from."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the codec it was read by.

    `known_from` is "option", "bom", "declared" or "utf-8".
    """

    text: str
    encoding: str
    known_from: str


def decode(body: bytes, name: str, given: str | None, declared: str | None = None) -> Decoded:
    """Return the text of `body`, exactly: only an encoding signature is left out.

    `given` is the encoding the user names, `declared` the one that the server or the
    page states; `name` is what error messages call the source.

    Raises:
        BadInput: no encoding is known for these bytes, or they are not valid in it.
    """
    signature = _signature(body)
    if given is not None:
        codec = _lookup(given, "--encoding")
        if signature is not None and not codec.startswith(signature):
            raise BadInput(
                f"{name}: it begins with the signature of {signature}, so --encoding {given} "
                "cannot be right"
            )
        return Decoded(_decode(body, codec, name), codec, "option")
    if signature is not None:
        return Decoded(_decode(body, signature, name), signature, "bom")
    if declared is not None:
        codec = _lookup(declared, f"{name}: its declared encoding")
        codec = _AS_BROWSERS_READ.get(codec, codec)
        if codec != "utf-8" and _is_more_than_ascii_utf8(body):
            raise BadInput(
                f"{name}: it is declared as {declared}, and yet all of it is valid utf-8; say with "
                f"--encoding utf-8 or --encoding {codec} which it is"
            )
        return Decoded(_decode(body, codec, name), codec, "declared")
    return Decoded(_decode(body, "utf-8", name), "utf-8", "utf-8")


def declared_in_page(body: bytes) -> str | None:
    """Return the encoding that an HTML or XHTML page declares near its beginning.

    A page that could be read as far as its declaration is not in UTF-16, whatever
    the declaration says: browsers then take UTF-8, and so does this.
    """
    found = _DECLARATION.search(_COMMENT.sub(b"", body[:_DECLARED_WITHIN]))
    if found is None:
        return None
    label = (found.group(1) or found.group(2)).decode("ascii")
    return "utf-8" if label.lower().startswith("utf-16") else label


def beginning(body: bytes) -> str:
    """Return the first characters, good enough to tell markup from prose."""
    return (
        body[:1024].decode(_signature(body) or "latin-1", errors="ignore").lstrip("\ufeff \t\r\n")
    )


def _signature(body: bytes) -> str | None:
    return next((codec for bom, codec in _SIGNATURES if body.startswith(bom)), None)


def _is_more_than_ascii_utf8(body: bytes) -> bool:
    """Say whether the bytes hold UTF-8 sequences and nothing that is not UTF-8.

    No text in another encoding does, but by a chance that falls with each letter;
    servers that state a wrong encoding for all their pages are common.
    """
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not body.isascii()


def _lookup(label: str, whose: str) -> str:
    try:
        b"x".decode(label, errors="ignore")  # refuses codecs that give no text, such as base64
        codec = codecs.lookup(label).name
    except (LookupError, ValueError):
        codec = ""
    if not codec or codec in _NOT_FOR_TEXTS:
        raise BadInput(
            f"{whose}: {label!r} is no known text encoding; --encoding takes names such as "
            "utf-8, cp1252 or shift_jis"
        )
    return codec


def _decode(body: bytes, codec: str, name: str) -> str:
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{name}: byte 0x{body[error.start]:02X} at byte offset {error.start} is not valid "
            f"{codec}; {_advice(body, error.start)}"
        ) from error
    return text.removeprefix("\ufeff") if codec.startswith("utf") else text


def _advice(body: bytes, bad: int) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow, and needed for errors only

    matches = from_bytes(body[max(0, bad - _SAMPLE) : bad + _SAMPLE])
    found = [m.encoding for m in matches if m.encoding not in ("utf_8", "ascii")]
    if not found:
        return "if it is text, name its encoding with --encoding"
    if found[0] in _LATIN:
        found = ["cp1252", *(name for name in found if name in _LATIN - {"cp1252"})]
    return f"name its encoding with --encoding: perhaps {' or '.join(found[:2])}"


_LATIN = frozenset({"cp1250", "cp1252", "cp1254", "cp1257", "iso8859_2", "mac_latin2"})
"""Encodings of Latin letters. A few accents among plain letters fit several of them, and which
is liked best says little; most such texts are of the first that is named, as Latin-1 is."""
