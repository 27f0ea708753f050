"""Plain text: the version's text is exactly the given text.

No line ending is changed and no space taken away, so that offsets counted in the
file hold in the database. Only an encoding signature is left out.
"""

from tracker.ingest.check import check_not_blank, check_size, check_text
from tracker.ingest.encoding import decode
from tracker.ingest.given import Given, Limits, clean, parse_published
from tracker.ingest.source import Received
from tracker.model import Article, Capture


def read_plain(received: Received, given: Given, limits: Limits) -> Capture:
    """Return the capture of a plain text; all that is known of it is what the user says.

    Raises:
        BadInput: it is blank, not decodable, holds characters that cannot be
            stored, or `given.published` is no date.
        TooLarge: it is over the limit.
    """
    decoded = decode(received.body, received.name, given.encoding, received.charset)
    check_text(decoded.text, received.name)
    check_not_blank(decoded.text, received.name)
    size = len(decoded.text.encode())
    check_size(size, limits.max_text_bytes, received.name, "TRACKER_MAX_TEXT_BYTES")
    return Capture(
        body=received.body,
        media_type=received.format.value,
        encoding=decoded.encoding,
        encoding_from=decoded.known_from,
        extractor="plain",
        extractor_version="1",
        article=Article(
            text=decoded.text,
            url=clean(given.url) or received.url,
            outlet=clean(given.outlet),
            title=clean(given.title),
            author=clean(given.author),
            published=parse_published(given.published, "--published"),
        ),
    )
