"""What importing the command line leaves behind in the process that did it."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("state", ["enable", "disable"])
def test_garbage_is_collected_afterwards_as_it_was_before(state: str) -> None:
    said = (
        "import gc; gc.{}(); import tracker.cli; print(gc.isenabled(), gc.get_freeze_count() > 0)"
    )
    command = [sys.executable, "-c", said.format(state)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [str(state == "enable"), "True"]
