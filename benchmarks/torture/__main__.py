"""Run every module of this package that is a program, or those named; exit 1 when one fails."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import benchmarks.torture

PROGRAM = 'if __name__ == "__main__":'


def programs() -> list[str]:
    """Return the names of the modules here that run by themselves, in their order."""
    folder = Path(benchmarks.torture.__path__[0])
    names = sorted(found.name for found in pkgutil.iter_modules([str(folder)]))
    return [
        name
        for name in names
        if name != "__main__" and PROGRAM in (folder / f"{name}.py").read_text(encoding="utf-8")
    ]


def run(names: list[str]) -> int:
    """Run programs one after another, each to its end; return how many failed."""
    failed = 0
    for name in names:
        print(f"== {name}", flush=True)
        command = [sys.executable, "-m", f"benchmarks.torture.{name}"]
        failed += subprocess.run(command, check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(min(1, run(sys.argv[1:] or programs())))
