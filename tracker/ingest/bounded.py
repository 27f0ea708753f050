"""A process whose memory and time the system bounds, for reading what cannot be trusted.

Such input can be built to exhaust or break the libraries that read it, and not all of
them were written to expect that. Their process may die; the program, its transaction
and the rest of a batch do not.
"""

import contextlib
import math
import os
import signal
import subprocess
import sys
import threading
from typing import Any, BinaryIO, cast

from tracker.ingest.given import Limits
from tracker.ingest.wire import receive, send
from tracker.model import CaptureState

try:
    import resource
except ImportError:  # no such limits on this system; the clock still holds
    resource = None  # type: ignore[assignment]

GRACE = 10.0
"""Seconds more by the clock than a task may take on the processor, for a busy machine."""


class Died(Exception):
    """The process ended before it answered; `state` says why."""

    def __init__(self, state: CaptureState) -> None:
        super().__init__(state.meaning)
        self.state = state


def bound(limits: Limits) -> None:
    """Bound the process that calls this: its address space in all, its time from now on."""
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


class BoundedProcess:
    """A process that runs `main` of a module, which answers messages on its output."""

    def __init__(self, module: str) -> None:
        self._process = _start(module)
        self._pid = os.getpid()
        self._questions = cast(BinaryIO, self._process.stdin)
        self._answers = cast(BinaryIO, self._process.stdout)

    @property
    def is_ours(self) -> bool:
        """Whether this process started it: what a parent started is not ours to use."""
        return self._pid == os.getpid()

    def ask(self, message: Any, body: bytes, limits: Limits) -> tuple[Any, bytes]:
        """Return the answer to a message with the bytes that go with it.

        Raises:
            Died: it did not answer, and does not run any more.
        """
        with self._watched(limits):
            with contextlib.suppress(BrokenPipeError):
                send(self._questions, message, body)
            return self._next()

    def next(self, limits: Limits) -> tuple[Any, bytes]:
        """Return the next answer, where one message has several.

        Raises:
            Died: there is none, and it does not run any more.
        """
        with self._watched(limits):
            return self._next()

    def _next(self) -> tuple[Any, bytes]:
        answer = receive(self._answers)
        if answer is None:
            raise Died(_stands_for(self.close()))
        return answer

    @contextlib.contextmanager
    def _watched(self, limits: Limits) -> Any:
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        watch = threading.Timer(limits.read_timeout + GRACE, stop)
        watch.daemon = True
        watch.start()
        try:
            yield
        except Died as error:
            raise (Died(CaptureState.OUT_OF_TIME) if late.is_set() else error) from None
        except BaseException:  # Ctrl-C: half an answer may lie in the pipe
            self.close()
            raise
        finally:
            watch.cancel()

    def close(self) -> int:
        """End it, and return how it ended: the signal, negative, or its exit code."""
        for pipe in (self._questions, self._answers):
            with contextlib.suppress(OSError):
                pipe.close()
        try:
            return self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()


def _start(module: str) -> subprocess.Popen[bytes]:
    """Start the process with this one's modules, whatever lies in the working directory."""
    program = f"import sys; sys.path[:] = {sys.path!r}; from {module} import main; main()"
    return subprocess.Popen(
        [sys.executable, "-P", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for the program, which then closes its input
    )


def _stands_for(code: int) -> CaptureState:
    """Return what the end of the process says of what it read."""
    if code == -getattr(signal, "SIGXCPU", 0):
        return CaptureState.OUT_OF_TIME
    return CaptureState.READER_FAILED
