"""Run every module of this package that has a `main`, or those named; exit 1 when one fails."""

import importlib
import pkgutil
import sys

import benchmarks.torture


def modules() -> list[str]:
    """Return the names of the modules here that have a `main`, in their order."""
    names = sorted(found.name for found in pkgutil.iter_modules(benchmarks.torture.__path__))
    return [
        name
        for name in names
        if name != "__main__"
        and hasattr(importlib.import_module(f"benchmarks.torture.{name}"), "main")
    ]


def run(names: list[str]) -> int:
    """Run modules one after another; return how many failed."""
    failed = 0
    for name in names:
        print(f"== {name}", flush=True)
        failed += bool(importlib.import_module(f"benchmarks.torture.{name}").main())
    return failed


if __name__ == "__main__":
    sys.exit(min(1, run(sys.argv[1:] or modules())))
