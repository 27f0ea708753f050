"""The bounded process that reads pages: what hostile markup can break is broken here.

It answers one page at a time, and ends when its input does.
"""

import sys
from typing import Any

from tracker.errors import BadInput, TooLarge
from tracker.ingest.bounded import bound
from tracker.ingest.html import Unreadable, read_html
from tracker.ingest.wire import pack_capture, receive, send, unpack_task
from tracker.model import CaptureState


def main() -> None:
    """Answer pages until there are no more."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while (task := receive(source)) is not None:
        send(target, _answer(*task))


def _answer(message: dict[str, Any], body: bytes) -> dict[str, Any]:
    received, given, limits = unpack_task(message, body)
    bound(limits)
    try:
        return {"capture": pack_capture(read_html(received, given, limits))}
    except Unreadable as error:
        return {"state": error.state.value}
    except MemoryError:
        return {"state": CaptureState.OUT_OF_MEMORY.value}
    except BadInput as error:
        return {"error": str(error), "is_too_large": isinstance(error, TooLarge)}
