"""The process that reads pages: what hostile markup can break is broken here.

It is started by `capped.py`, answers one page at a time, and ends when its input does.
Its memory and its time on the processor are bounded by the system, not by its own care.
"""

import math
import sys
from typing import Any

from tracker.errors import BadInput, TooLarge
from tracker.ingest.given import Limits
from tracker.ingest.html import Unreadable, read_html
from tracker.ingest.wire import pack_capture, receive, send, unpack_task
from tracker.model import CaptureState

try:
    import resource
except ImportError:  # no such limits on this system; the parent's clock still holds
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Answer pages until there are no more."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while (task := receive(source)) is not None:
        send(target, _answer(*task))


def _answer(message: dict[str, Any], body: bytes) -> dict[str, Any]:
    received, given, limits = unpack_task(message, body)
    _bound(limits)
    try:
        return {"capture": pack_capture(read_html(received, given, limits))}
    except Unreadable as error:
        return {"state": error.state.value}
    except MemoryError:
        return {"state": CaptureState.OUT_OF_MEMORY.value}
    except BadInput as error:
        return {"error": str(error), "is_too_large": isinstance(error, TooLarge)}


def _bound(limits: Limits) -> None:
    """Bound this process for the next page: address space in all, time from now on."""
    if resource is None:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    until = math.ceil(usage.ru_utime + usage.ru_stime + limits.read_timeout)
    _lower(resource.RLIMIT_CPU, until)
    _lower(resource.RLIMIT_AS, limits.read_memory)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(limit: int, value: int) -> None:
    _, most = resource.getrlimit(limit)
    within = value if most == resource.RLIM_INFINITY else min(value, most)
    resource.setrlimit(limit, (within, most))
