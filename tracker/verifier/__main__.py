"""`python -m tracker.verifier`, and what the joined file does when it is run."""

from __future__ import annotations

import sys

from tracker.verifier.command import main

if __name__ == "__main__":
    sys.exit(main())
