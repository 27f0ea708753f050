"""kill -9 at random and at named places, while articles are added and links judged.

After every kill: each command that printed its success left exactly what it said, each
that did not left all of it or nothing, no row is without its bytes, and everything
verifies. What was not answered is asked again under the same key and is not done twice.
"""

import multiprocessing
import os
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

from sqlalchemy import text

from benchmarks.torture import failpoints, options
from benchmarks.torture.databases import fresh_databases
from tracker import audit
from tracker.cli.app import run
from tracker.ingest.places import shipped_places
from tracker.store.engine import open_engine
from tracker.store.session import reading

KILLS = 200
"""Kills for each engine in a whole run."""

A_DATABASE = 40
"""Kills after which a fresh database is taken: checking all of it grows with it."""

WORKERS = 2
"""Processes that write at once; each is killed at a moment of its own."""

LONGEST = 3.0
"""Seconds of work until a kill at random, at the most."""

PATIENCE = 120.0
"""Seconds until a worker that met no failpoint is killed all the same."""

STATEMENTS = 2
"""Statements in each article."""

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["benchmarks.torture.warm"])

WIRE = "https://wire.example/"
FROM = len(WIRE) + 1
AT_RANDOM = "at random"

_ADDED = re.compile(rf'"url": "{re.escape(WIRE)}(\d+)"')
_JUDGED = re.compile(r"L(\d+): yes by ")


@dataclass
class Tally:
    """What a run came to. `faults` is what must not be, a line each; empty when all is well."""

    kills: int = 0
    points: Counter[str] = field(default_factory=Counter)
    added: int = 0
    judged: int = 0
    unheard: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """What one worker is to do, by number, and where (the how manieth time) or when it dies.

    `seconds` count from its start; without a `point` it is killed then.
    """

    articles: list[int]
    links: list[int]
    point: str | None
    hits: int
    seconds: float


class Run:
    """One database, and what its workers were heard to say."""

    def __init__(self, address: str, folder: Path, seed: int) -> None:
        self.address = address
        self.engine = open_engine(address)
        self.chance = random.Random(seed)
        self.folder = folder
        self.heard = folder / "heard"
        self.heard.touch()
        self.waiting: list[int] = []
        self.next = 1
        self.tally = Tally()

    def kill_some(self, kills: int) -> Tally:
        """Start workers and kill them until that many were; check after every one."""
        try:
            while self.tally.kills < kills and not self.tally.faults:
                self._round(min(WORKERS, kills - self.tally.kills))
        finally:
            self.engine.dispose()
        return self.tally

    def _round(self, workers: int) -> None:
        plans = [self._plan() for _ in range(workers)]
        running = [
            (CONTEXT.Process(target=work, args=(self.address, self.heard, plan)), plan)
            for plan in plans
        ]
        for process, _ in running:
            process.start()
        start = time.monotonic()
        for process, plan in sorted(running, key=lambda one: one[1].seconds):
            self._end(process, plan, start)
        self._check()

    def _plan(self) -> Plan:
        articles = self.waiting[:2] + list(range(self.next, self.next + 3))
        self.waiting, self.next = self.waiting[2:], self.next + 3
        for number in articles:
            write_article(self.folder, number)
        links = self._unjudged()
        self.chance.shuffle(links)
        if self.chance.random() < 0.5:
            point, seconds = self.chance.choice(failpoints.POINTS), PATIENCE
        else:
            point, seconds = None, self.chance.uniform(0, LONGEST)
        return Plan(articles, links[:2], point, self.chance.randint(1, 6), seconds)

    def _end(self, process: BaseProcess, plan: Plan, start: float) -> None:
        process.join(max(0.0, plan.seconds - (time.monotonic() - start)))
        process.kill()
        process.join()
        if process.exitcode == -signal.SIGKILL:
            self.tally.kills += 1
            self.tally.points[plan.point or AT_RANDOM] += 1
        elif process.exitcode != 0:
            self.tally.faults.append(f"a worker failed with {process.exitcode}")

    def _unjudged(self) -> list[int]:
        return self._column(
            "SELECT id FROM link WHERE active AND id NOT IN"
            " (SELECT link_id FROM judgement WHERE link_id IS NOT NULL)"
        )

    def _column(self, query: str) -> list[int]:
        with reading(self.engine) as session:
            return [int(value) for value in session.connection().execute(text(query)).scalars()]

    def _check(self) -> None:
        said = self.heard.read_text(encoding="utf-8")
        said = said[: said.rfind("\n") + 1]  # a line that was cut off said nothing
        added, judged = map(Counter, (map(int, p.findall(said)) for p in (_ADDED, _JUDGED)))
        stored = Counter(
            self._column(f"SELECT CAST(substr(url, {FROM}) AS INTEGER) FROM article ORDER BY id")
        )
        answers = self._answers()
        faults = self.tally.faults
        faults += [f"article {n} was confirmed and is lost" for n in added if not stored[n]]
        faults += [f"article {n} is there {c} times" for n, c in stored.items() if c > 1]
        lost = judged - Counter(n for n, _ in answers)
        faults += [f"the answer on L{n} was confirmed and is lost" for n in lost]
        twice = [n for (n, _), count in answers.items() if count > 1]
        faults += [f"one worker's answer on L{n} is there twice" for n in twice]
        faults += [f"version {n}: {message}" for n, message in self._halves()]
        faults += [f"{p.record}: {p.message}" for p in audit.verify(self.engine, PLACES)[1]]
        self.waiting = [n for n in range(1, self.next) if n not in added]
        self.tally.added, self.tally.judged = len(added), judged.total()
        self.tally.unheard = len(stored) - len(added) + len(answers) - judged.total()

    def _answers(self) -> Counter[tuple[int, str]]:
        """Return how often each worker is held to have answered on each link."""
        query = 'SELECT link_id, "user" FROM judgement WHERE verdict IS NOT NULL'
        with reading(self.engine) as session:
            rows = session.connection().execute(text(query))
            return Counter((int(link), str(user)) for link, user in rows)

    def _halves(self) -> list[tuple[int, str]]:
        """Return the versions of which something is missing."""
        found = [
            (number, "its bytes are missing")
            for number in self._column(
                "SELECT id FROM article_version WHERE body_sha256 NOT IN (SELECT sha256 FROM blob)"
            )
        ]
        for number in self._column(
            "SELECT id FROM article_version WHERE (SELECT count(*) FROM occurrence"
            f" WHERE version_id = article_version.id) <> {STATEMENTS}"
        ):
            found.append((number, f"it has not its {STATEMENTS} statements"))
        keys = self._column("SELECT CAST(substr(key, 3) AS INTEGER) FROM idempotency_key")
        articles = self._column(f"SELECT CAST(substr(url, {FROM}) AS INTEGER) FROM article")
        found += [(n, "its key or it is missing") for n in set(keys) ^ set(articles)]
        return found


PLACES = shipped_places()


def write_article(folder: Path, number: int) -> None:
    """Write an article of two statements; every second one repeats the one before."""
    (folder / f"{number}.txt").write_text(
        f"Mayor Tobias Rehn said the hall number {number // 2} would open again before the "
        "summer holidays.\n\n“We have waited long enough for this,” he said.\n",
        encoding="utf-8",
    )


def work(address: str, heard: Path, plan: Plan) -> None:
    """Add articles and judge links by the command line, its output going to `heard`."""
    if plan.point:
        failpoints.arm(plan.point, plan.hits)
    links = list(plan.links)
    with heard.open("a", encoding="utf-8", buffering=1) as out:
        sys.stdout = out
        for number in plan.articles:
            path = heard.parent / f"{number}.txt"
            known = ["--outlet", f"Outlet {number}", "--published", "2024-05-02"]
            known += ["--url", f"{WIRE}{number}", "--idempotency-key", f"k-{number}"]
            _tell(address, "add", str(path), "--json", *known)
            if links:
                _tell(address, "judge", f"L{links.pop()}", "yes", "--reason", "the same words")


def _tell(address: str, *arguments: str) -> None:
    code = run(["--database", address, "--user", f"worker-{os.getpid()}", *arguments])
    if code:
        sys.exit(code)


def crash(address: str, kills: int, seed: int) -> Tally:
    """Kill writers to one database, which `tracker init` made; return what it came to."""
    with tempfile.TemporaryDirectory(prefix="tracker-crash-") as folder:
        return Run(address, Path(folder), seed).kill_some(kills)


def crash_all(kind: str, kills: int) -> Tally:
    """Kill writers to fresh databases of one engine; return what it came to."""
    total = Tally()
    with fresh_databases(kind) as fresh:
        for seed in range(-(-kills // A_DATABASE)):
            part = crash(fresh(), min(A_DATABASE, kills - total.kills), seed)
            total.points += part.points
            total.faults += part.faults
            for name in ("kills", "added", "judged", "unheard"):
                setattr(total, name, getattr(total, name) + getattr(part, name))
    return total


def main(arguments: list[str] | None = None) -> int:
    """Print what a run of each engine came to; return 1 when one had a fault."""
    parser = options.parser(__doc__)
    options.number(parser, "kills", KILLS, "kills for each engine")
    given = options.parse(parser, arguments)
    failed = False
    for kind in given.engine:
        start = time.monotonic()
        total = crash_all(kind, given.kills)
        at_random = total.points.pop(AT_RANDOM, 0)
        print(
            f"{kind}: {total.kills} kills, {at_random} at random and the others at "
            f"{len(total.points)} places; {total.added} articles and {total.judged} judgements "
            f"confirmed, {total.unheard} stored of which nobody heard; {len(total.faults)} faults; "
            f"{time.monotonic() - start:.0f} s",
            *(f"  {fault}" for fault in total.faults),
            sep="\n",
            flush=True,
        )
        failed |= bool(total.faults)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
