"""`tracker review` at a terminal: one key a decision, the most useful question next."""

from dataclasses import dataclass, field
from typing import Any

from rich.console import Console

from tracker import identity, review
from tracker.cli import printing
from tracker.cli.context import Context
from tracker.cli.keys import END, Keys, line
from tracker.cli.printing import clip, perhaps, place
from tracker.cli.side_by_side import side_by_side
from tracker.errors import Conflict, NotFound, Stale
from tracker.model import Verdict
from tracker.store import judgements, ledger
from tracker.views.labels import labelled
from tracker.views.waiting import Waiting, next_waiting

Shape = dict[str, Any]

_VERDICTS = {"y": Verdict.YES, "n": Verdict.NO, "u": Verdict.UNSURE}

_KEYS = "y yes · n no · u unsure · s skip · r reason · z undo · q quit · ? help"

_HELP = """  y  yes: the two are one claim; the relation holds; that is the speaker; one agent
  n  no
  u  unsure: kept as an answer, and asked of others
  s  skip it, for now
  r  give a reason, then answer
  z  take back your last answer here; the log keeps both
  q  quit; every answer is stored already"""

_UNDONE = "taken back in review"


@dataclass
class OneByOne:
    """A person at a terminal, asked one thing after another.

    `passed` are the names of what is not asked: answered by this person before, or
    answered or skipped here. `answered` are the names answered here, in order. `seen` is
    the newest ledger entry when what is asked was read: an answer rests on that.
    """

    context: Context
    screen: Console
    only: Waiting | None = None
    passed: set[str] = field(default_factory=set)
    answered: list[str] = field(default_factory=list)
    reason: str = ""
    seen: int = 0

    def run(self) -> None:
        """Ask until nothing waits or the person quits."""
        with self.context.reading() as session:
            self.passed |= judgements.answered_by(session, self.context.settings.user)
        wanted: str | None = None
        while True:
            with self.context.reading() as session:
                found = next_waiting(session, self.passed, self.only, wanted)
                self.seen = ledger.head(session)[0]
                if found is not None:
                    found = found[0], labelled(session, found[1])
            if found is None and not self.answered:
                break
            key = self._ask(found)
            if key in ("q", END):
                break
            wanted = self._undo() if key == "z" else self._take(key, found)
            if wanted is None or key == "z":
                self.reason = ""  # it was for what was shown
        count = len(self.answered)
        self._say(f"{count} decided" if count else "nothing was decided")

    def _ask(self, found: tuple[str, Shape] | None) -> str:
        """Show what is asked, and return the key that is pressed then."""
        with Keys().pressed() as keys:
            keys.forget()
            if found:
                self._show(*found)
            else:
                self._say("nothing else waits for you (z takes back your last answer)")
            reason = f" (reason: {clip(self.reason, 60)})" if self.reason else ""
            self.screen.print(f"[{_KEYS}]{reason} ", end="")
            key = keys.read().lower()
        self.screen.print()
        return key

    def _take(self, key: str, found: tuple[str, Shape] | None) -> str | None:
        """Do what a key says of what is shown; return the name of what to show next."""
        if key == "?":
            self._say(_HELP)
        elif found is None:
            return None
        elif key in _VERDICTS:
            self._answer(*found, _VERDICTS[key])
            return None
        elif key == "s":
            self.passed.add(found[0])
            return None
        elif key == "r":
            self.reason = line("reason")
        else:
            self._say(f"no such key: {key!r}")
        return found[0] if found else None

    def _answer(self, name: str, shape: Shape, verdict: Verdict) -> None:
        self.passed.add(name)
        try:
            said = self._decide(name, shape, verdict)
        except Stale as error:
            self.passed.discard(name)
            self._say(f"not stored: {error}")
            return
        except (Conflict, NotFound) as error:
            self._say(f"not stored: {error}")
            return
        self.answered.append(name)
        self._say(said)

    def _decide(self, name: str, shape: Shape, verdict: Verdict) -> str:
        engine, user = self.context.engine, self.context.settings.user
        if "into_id" not in shape:
            status = review.judge(engine, name, verdict, self.reason, user, self.seen)
            return f"{name}: {verdict} by {user}; it is now {status}"
        pair = shape["agent_id"], shape["into_id"]
        if verdict is Verdict.UNSURE:
            raise Conflict("agents that may be one are answered with yes or no, or skipped")
        if verdict is Verdict.YES:
            identity.merge(engine, *pair, self.reason, user, self.seen, force=True)
            return f"agent {pair[0]} merged into agent {pair[1]} by {user}"
        identity.tell_apart(engine, *pair, self.reason, user, self.seen)
        return f"agents {pair[0]} and {pair[1]} told apart by {user}"

    def _undo(self) -> str | None:
        """Take back the last answer; return the name of what it was on, to ask it again."""
        if not self.answered:
            self._say("nothing to take back")
            return None
        name = self.answered.pop()
        engine, user = self.context.engine, self.context.settings.user
        try:
            if name.startswith("A"):
                agent, _, other = name[1:].partition("-")
                identity.take_back(engine, int(agent), int(other), _UNDONE, user)
            else:
                review.withdraw(engine, name, _UNDONE, user)
        except (Conflict, NotFound) as error:
            self._say(f"not taken back: {error}")
            return None
        self.passed.discard(name)
        self._say(f"{name}: taken back")
        return name

    def _say(self, text: str) -> None:
        self.screen.print(text)

    def _show(self, name: str, shape: Shape) -> None:
        self.screen.print()
        if "into_id" in shape:
            self._show_agents(shape)
        elif "later" in shape:
            self._show_pair(name, shape)
        else:
            self._show_speaker(name, shape)
        for judgement in shape.get("judgements", ()):
            self._say(printing.judgement(judgement))

    def _show_pair(self, name: str, shape: Shape) -> None:
        if "link_id" in shape:
            question = f"{shape['relation']}, {shape['score']:.2f}: are these one claim?"
        else:
            basis = f" by {shape['basis']}" if shape["basis"] else ""
            question = f"the later {shape['relation']} the earlier{basis}: does it?"
        self.screen.print(f"{name} {question}", style="bold")
        self.screen.print(side_by_side(shape, self.screen.width))
        for difference in shape["differences"]:
            sides = f"{difference['right'] or '–'} ↔ {difference['left'] or '–'}"
            self._say(f"differs in {difference['gate']}: {sides}")

    def _show_speaker(self, name: str, shape: Shape) -> None:
        source = f", printed as “{shape['source']['exact']}”" if shape["source"] else ""
        self.screen.print(f"{name} {perhaps(shape)}{source}: is it?", style="bold")
        self._say(f"{place(shape)}\n\n{clip(shape['text'], 2_000)}\n")
        self._say(f"in: {clip(shape['context'], 2_000)}")

    def _show_agents(self, shape: Shape) -> None:
        where = f" in article {shape['article_id']}" if shape["article_id"] else ""
        self.screen.print(
            f"agent {shape['agent_id']}, {shape['name']}{where}: is it agent {shape['into_id']}, "
            f"{shape['into_name']}?",
            style="bold",
        )
        self._say(f"{shape['score']:.2f}: {shape['reason']}")
