"""What is refused at the door, with its place named.

A database must give back exactly what it was given. PostgreSQL refuses NUL where
SQLite takes it, no encoding can write a lone surrogate, and XML has no form for
the other control characters; a text with any of them is damaged or no text.
"""

import re

from tracker.errors import BadInput, TooLarge

_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff]")
"""C0 controls other than tab, line feed, vertical tab, form feed and carriage return."""

_SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, "a PNG image"),
    (b"\xff\xd8\xff", 0, "a JPEG image"),
    (b"GIF87a", 0, "a GIF image"),
    (b"GIF89a", 0, "a GIF image"),
    (b"II*\x00", 0, "a TIFF image"),
    (b"MM\x00*", 0, "a TIFF image"),
    (b"RIFF", 0, "a RIFF file (WebP, WAV or AVI)"),
    (b"%PDF-", 0, "a PDF document"),
    (b"{\\rtf", 0, "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an old Microsoft Office document"),
    (b"PK\x03\x04", 0, "a ZIP archive (perhaps a DOCX, ODT or EPUB document)"),
    (b"\x1f\x8b", 0, "a gzip archive"),
    (b"BZh", 0, "a bzip2 archive"),
    (b"\xfd7zXZ\x00", 0, "an xz archive"),
    (b"\x28\xb5\x2f\xfd", 0, "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7-Zip archive"),
    (b"Rar!\x1a\x07", 0, "a RAR archive"),
    (b"\x7fELF", 0, "a program"),
    (b"SQLite format 3\x00", 0, "an SQLite database"),
    (b"ID3", 0, "an MP3 recording"),
    (b"OggS", 0, "an Ogg recording"),
    (b"ftyp", 4, "an MP4 recording"),
    (b"WARC/", 0, "a WARC archive, whose name must end in .warc or .warc.gz"),
)
"""How files of other kinds begin: the bytes, at which offset, and what they tell."""


_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[^\s/][^\s]*", re.IGNORECASE)


def check_address(value: str, name: str) -> None:
    """Check that a web address is whole; by any other nothing could be found later.

    Raises:
        BadInput: it is none; `name` says what gave it.
    """
    if not _ADDRESS.fullmatch(value.strip()):
        example = "https://wire.example/1"
        raise BadInput(f"{name} {value!r} is no address: give it whole, such as {example}")


def can_be_stored(text: str) -> bool:
    """Say whether a text can be stored and given back exactly, as `check_text` wants it."""
    return _REFUSED.search(text) is None


def check_text(text: str, name: str) -> None:
    """Refuse a text that cannot be stored and given back exactly.

    Raises:
        BadInput: it holds NUL, another control character or a lone surrogate; the
            message gives the offset in characters, counted from 0.
    """
    found = _REFUSED.search(text)
    if found is None:
        return
    code = ord(found.group())
    what = "lone surrogate" if code >= 0xD800 else "NUL" if code == 0 else "control character"
    line = text.count("\n", 0, found.start()) + 1
    raise BadInput(
        f"{name}: {what} U+{code:04X} at character offset {found.start()} (line {line}) "
        "cannot be stored; remove it from the source"
    )


def check_not_blank(text: str, name: str) -> None:
    """Refuse a text without words.

    Raises:
        BadInput: it is empty or only white space.
    """
    if not text.strip("\ufeff").strip():
        what = "there is only white space in it" if text else "it is empty"
        raise BadInput(f"{name}: {what}; an article needs a text")


def check_not_binary(body: bytes, name: str) -> None:
    """Refuse bytes that begin as a known kind of file that is no text.

    Raises:
        BadInput: they do; the message says what they seem to be.
    """
    for signature, offset, what in _SIGNATURES:
        if body.startswith(signature, offset):
            raise BadInput(f"{name}: this is not text but {what}; give .txt, .html or .json")


def check_size(size: int, limit: int, name: str, setting: str, *, whole: bool = True) -> None:
    """Refuse what is over a limit; `whole` is False when only the first `size` bytes are known.

    Raises:
        TooLarge: it is; the message names the setting that raises the limit.
    """
    if size > limit:
        more = "" if whole else "more than "
        shown = size if whole else limit
        raise TooLarge(
            f"{name}: {more}{megabytes(shown)} is over the limit of {megabytes(limit)}; "
            f"raise {setting} (bytes) to read it"
        )


def megabytes(size: int) -> str:
    """Return a size in bytes to read; small ones stay bytes."""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size} bytes"
