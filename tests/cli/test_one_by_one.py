"""`tracker review` at a terminal: keys through a pseudo-terminal, as a person presses them."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator

import pytest

from tests.builders import add, captured
from tests.cli.conftest import Tracker
from tests.store.stored import person, statement, store
from tracker.model import Span
from tracker.store.engine import open_engine

PROMPT = "? help]"

EARLIER = "Ines Okafor said the harbour ferry stays in this port."
LATER = "The harbour ferry now stays in port, Ines Okafor said."
"""Too short to be linked by itself a week later, however alike."""

SHE = "The ferry will run again, she said after the talks."

PATIENCE = 30
"""Seconds to wait for what a terminal shows, on a busy machine."""


_AT_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C reaches the program
os.execv(sys.argv[1], sys.argv[1:])
"""


def _environment() -> dict[str, str]:
    """Return this one's, without a size that would outrank the terminal's own."""
    kept = {name: v for name, v in os.environ.items() if name not in ("COLUMNS", "LINES")}
    return {**kept, "TERM": "xterm", "NO_COLOR": "1"}


class Terminal:
    """A program that runs at a pseudo-terminal, and what it showed."""

    def __init__(self, database: str, *arguments: str, columns: int = 120) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        command = [sys.executable, "-m", "tracker", "--database", database, "--user", "ann"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _AT_TERMINAL, *command, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=_environment(),
            start_new_session=True,
        )
        os.close(theirs)
        self._shown = ""

    def until(self, words: str = PROMPT) -> str:
        """Return what was shown since the last time, up to these words."""
        end = time.monotonic() + PATIENCE
        while words not in self._shown:
            assert time.monotonic() < end, f"{words!r} never came: {self._shown}"
            if not self._read():
                break
        shown, found, self._shown = self._shown.partition(words)
        assert found, f"it ended without {words!r}: {shown}"
        return shown + found

    def _read(self) -> bool:
        if not select.select([self._ours], [], [], 1)[0]:
            return True
        try:
            data = os.read(self._ours, 65_536)
        except OSError:  # how Linux says that the other side was closed
            return False
        text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", data.decode())
        self._shown += text.replace("\r\n", "\n")
        return bool(data)

    def press(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def end(self) -> tuple[int, str]:
        """Return the exit code, and what was shown last."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, f"it did not end: {self._shown}"
        return self._process.wait(PATIENCE), self._shown

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)


@pytest.fixture
def waiting(tracker: Tracker, database: str) -> Tracker:
    """Run `tracker` on a database with a link and a speaker that wait."""
    engine = open_engine(database)
    add(engine, EARLIER, outlet="Sample Wire", published="2024-05-02")
    add(engine, LATER, outlet="Sample Daily", published="2024-05-09")
    she = SHE.index("she")
    ferry = statement(
        (0, 24),
        source=Span(she, she + 3),
        proposed="Ada Lind",
        speaker_reason="unsure: two candidates",
        speaker_confidence=0.62,
    )
    store(engine, captured(SHE, "Sample Mail"), [ferry], [person("Ada Lind")])
    engine.dispose()
    assert [s.get("link_id") for s in tracker("review", "--json").lines] == ["L1", None]
    return tracker


@pytest.fixture
def terminal(waiting: Tracker, database: str) -> Iterator[Terminal]:
    opened = Terminal(database, "review")
    yield opened
    opened.close()


def judgements(tracker: Tracker) -> list[tuple[str, str | None, str]]:
    """Return the action, verdict and reason of every judgement, oldest first."""
    entries = reversed(tracker("log", "--kind", "judgement", "--json").lines)
    return [(e["action"], e["value"]["verdict"], e["value"]["reason"]) for e in entries]


def test_one_key_decides_and_the_next_is_shown(terminal: Terminal, waiting: Tracker) -> None:
    first = terminal.until()
    assert "are these one claim?" in first
    assert "S3 unsure: perhaps Ada Lind (0.62), printed as “she”: is it?" not in first
    terminal.press("y")
    assert "L1: yes by ann; it is now confirmed" in terminal.until("confirmed")
    assert "perhaps Ada Lind (0.62), printed as “she”: is it?" in terminal.until()
    terminal.press("n")
    terminal.until("nothing else waits for you")
    terminal.until()
    terminal.press("q")
    code, last = terminal.end()
    assert (code, last.strip()) == (0, "2 decided")
    assert judgements(waiting) == [("judgement.made", "yes", ""), ("judgement.made", "no", "")]
    assert len(waiting("claim", "list", "--json").lines) == 2
    assert waiting("verify").code == 0


def test_undo_takes_back_the_last_answer_and_asks_again(
    terminal: Terminal, waiting: Tracker
) -> None:
    terminal.until()
    terminal.press("z")
    assert "nothing to take back" in terminal.until()
    terminal.press("n")
    terminal.until()
    terminal.press("z")
    shown = terminal.until()
    assert "L1: taken back" in shown
    assert "are these one claim?" in shown
    terminal.press("u")
    terminal.until()
    terminal.press("q")
    assert terminal.end()[0] == 0
    assert judgements(waiting) == [
        ("judgement.made", "no", ""),
        ("judgement.withdrawn", None, "taken back in review"),
        ("judgement.made", "unsure", ""),
    ]


def test_what_was_taken_back_waits_again(terminal: Terminal, waiting: Tracker) -> None:
    before = waiting("review", "--json").out
    terminal.until()
    terminal.press("n")
    terminal.until()
    terminal.press("z")
    terminal.until()
    terminal.press("q")
    terminal.end()
    assert waiting("review", "--json").out == before


def test_a_reason_is_given_by_another_key(terminal: Terminal, waiting: Tracker) -> None:
    terminal.until()
    terminal.press("r")
    terminal.until("reason: ")
    terminal.press("heard both tapes\r")
    terminal.until("(reason: heard both tapes)")
    terminal.press("y")
    assert "(reason:" not in terminal.until()
    terminal.press("q")
    terminal.end()
    assert judgements(waiting) == [("judgement.made", "yes", "heard both tapes")]


def test_a_reason_is_of_what_was_shown_alone(terminal: Terminal, waiting: Tracker) -> None:
    terminal.until()
    terminal.press("r")
    terminal.until("reason: ")
    terminal.press("heard both tapes\r")
    terminal.until("(reason: heard both tapes)")
    terminal.press("s")
    terminal.until()
    terminal.press("n")
    terminal.until()
    terminal.press("q")
    terminal.end()
    assert judgements(waiting) == [("judgement.made", "no", "")]


def test_agents_are_merged_and_parted_again(tracker: Tracker, database: str) -> None:
    engine = open_engine(database)
    add(engine, "Aleksandr Kozlov said the bridge stays shut.", outlet="Sample Wire")
    add(engine, "Alexander Kozlov said the ferry is late.", outlet="Sample Daily")
    engine.dispose()
    terminal = Terminal(database, "review", "--only", "agents")
    assert "is it agent" in terminal.until()
    for key, said, words in (
        ("y", "merged into agent", "agents.merged"),
        ("n", "told apart by ann", "agents.told_apart"),
    ):
        terminal.press(key)
        assert said in terminal.until()
        assert tracker("log", "--json").lines[0]["action"] == words
        terminal.press("z")
        assert "is it agent" in terminal.until()
        assert tracker("log", "--json").lines[0]["action"] == "agents.parted"
    terminal.press("u")
    assert "answered with yes or no, or skipped" in terminal.until("skipped")
    terminal.close()


def test_skipping_help_and_other_keys_store_nothing(terminal: Terminal, waiting: Tracker) -> None:
    terminal.until()
    terminal.press("?")
    assert "take back your last answer" in terminal.until()
    terminal.press("x")
    assert "no such key: 'x'" in terminal.until()
    terminal.press("s")
    assert "perhaps Ada Lind" in terminal.until()
    terminal.press("s")
    code, last = terminal.end()
    assert (code, last.splitlines()[-1]) == (0, "nothing was decided")
    assert judgements(waiting) == []


def test_what_is_pressed_before_a_question_is_shown_is_no_answer(
    terminal: Terminal, waiting: Tracker
) -> None:
    terminal.until()
    terminal.press("yn\x1bOS")
    assert "perhaps Ada Lind" in terminal.until()
    terminal.press("q")
    terminal.end()
    assert judgements(waiting) == [("judgement.made", "yes", "")]


@pytest.mark.parametrize(("key", "code"), [("\x04", 0), ("\x03", 130)], ids=["ctrl-d", "ctrl-c"])
def test_leaving_keeps_what_was_decided(
    terminal: Terminal, waiting: Tracker, key: str, code: int
) -> None:
    terminal.until()
    terminal.press("y")
    terminal.until()
    terminal.press(key)
    assert terminal.end()[0] == code
    assert judgements(waiting) == [("judgement.made", "yes", "")]


@pytest.mark.parametrize("columns", [120, 60], ids=["side by side", "one below the other"])
def test_both_texts_stand_there_with_what_differs_marked(
    waiting: Tracker, database: str, columns: int
) -> None:
    terminal = Terminal(database, "review", "--only", "links", columns=columns)
    shown = terminal.until()
    terminal.close()
    lines = shown.splitlines()
    beside = [line for line in lines if "earlier: claim" in line and "later: claim" in line]
    assert len(beside) == (1 if columns == 120 else 0)
    words = " ".join(shown.split())
    assert "Sample Wire, 2024-05-02" in words
    assert "Sample Daily, 2024-05-09" in words
    assert words.count("speaker: Ines Okafor") == 2
    assert words.count("chain: Ines Okafor →") == 2
    assert "[-" in words
    assert "{+" in words
    assert all(len(line) <= columns for line in lines if PROMPT not in line)


def test_what_a_person_answered_is_asked_of_others_only(waiting: Tracker, database: str) -> None:
    waiting("--user", "ann", "judge", "L1", "unsure", "--reason", "the tape is cut")
    for user, is_asked in (("ann", False), ("bo", True)):
        terminal = Terminal(database, "--user", user, "review", "--only", "links")
        shown = terminal.until("?" if is_asked else "nothing was decided")
        assert ("one claim" in shown) == is_asked
        if is_asked:
            assert "ann: unsure, the tape is cut" in terminal.until()
        terminal.close()


def test_a_terminal_can_have_the_list_too(waiting: Tracker, database: str) -> None:
    terminal = Terminal(database, "review", "--list")
    code, shown = terminal.end()
    terminal.close()
    assert code == 0
    assert "is this claim 1?" in shown
    assert "yes · n no" not in shown
