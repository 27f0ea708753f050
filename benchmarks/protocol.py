"""How a tool is run: articles come in on standard input, attributions and costs go out.

In: {"id", "text"} a line. Out: {"id", "attributions": [{"source", "cue", "content"}]} a
line, and at the end one line of `Costs`. The standard library is all this needs, since it
runs in the environment of the tool.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

SECONDS = 2.0
"""CPU seconds of reading a measurement takes at least: less varied by over 10 %."""

Row = dict[str, Any]
"""An attribution: "source", "cue" and "content", each a list of [start, end) offsets."""

Reader = Callable[[list[str]], Iterable[list[Row]]]
"""Texts to the attributions of each, in the same order."""


def serve(read: Reader) -> None:
    """Read the articles on standard input, repeatedly if it takes less than `SECONDS`."""
    rows = [json.loads(line) for line in sys.stdin]
    texts = [row["text"] for row in rows]
    list(read(texts[:1]))  # what is loaded once is not counted
    passes, began = 0, time.process_time()
    while not passes or time.process_time() - began < SECONDS:
        found = list(read(texts))
        passes += 1
    seconds = (time.process_time() - began) / passes
    for row, attributions in zip(rows, found, strict=True):
        print(json.dumps({"id": row["id"], "attributions": attributions}))
    print(json.dumps({"cpu_seconds": seconds, "peak_mb": peak_mb()}))


def peak_mb() -> float:
    """Return the most memory this process ever had in use, in MB of 10⁶ bytes.

    Linux counts into `ru_maxrss` what the process was forked from, which may be the larger;
    its own figure stands in /proc. macOS gives bytes.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024 / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else 1024) / 1e6
