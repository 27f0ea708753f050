"""How records look on a terminal: plain lines, the words as printed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.text import Text

from tracker.text.counts import count
from tracker.views.joint import together

Shape = Mapping[str, Any]

_WIDTH = 160
"""Characters of a claim shown in a list; `claim show` prints all of it."""

_DIFF_STYLE = {
    "equal": ("", "", ""),
    "delete": ("[-", "-]", "red strike"),
    "insert": ("{+", "+}", "green"),
}


def clip(text: str, width: int = _WIDTH) -> str:
    """Return `text` on one line, cut at `width` with an ellipsis where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def checked(numbers: Mapping[str, int]) -> str:
    """Return how much was checked of each kind: "1 version, 12 occurrences, 1 ledger entry"."""
    return ", ".join(count(number, _ONE.get(name, name), name) for name, number in numbers.items())


_ONE = {
    "versions": "version",
    "occurrences": "occurrence",
    "places": "place",
    "other records": "other record",
    "ledger entries": "ledger entry",
}
"""What one is called of what an audit counts."""


def set_aside(shape: Shape) -> str:
    """Return why an occurrence does not count."""
    held = shape["withdrawn"]
    if held is None:
        return "rejected: a person said that this is no statement"
    return f"withdrawn with its article: {held['reason']} ({held['user']}, {held['at'][:10]})"


def redaction(shape: Shape) -> str:
    """Return a tombstone as a line."""
    asked = f", asked by {shape['asked_by']}" if shape["asked_by"] else ""
    return (
        f"redacted ({shape['part']}): {shape['reason']}, {shape['user']}, {shape['at'][:10]}; "
        f"{shape['ground']}{asked}"
    )


def who(shape: Shape) -> str:
    """Return the speaker to show (name, names, unnamed source, unknown), and a denial as one."""
    unnamed = f"({shape['unnamed_source']})" if shape.get("unnamed_source") else None
    speaker = shape.get("speaker") or together(shape) or unnamed or "(speaker unknown)"
    return f"{speaker}{_denial(shape)}"


def _denial(shape: Shape) -> str:
    """Return the verb of a denial, nothing for what is no denial."""
    many = len(shape.get("joint_speakers", ())) + shape.get("joint_others", False) > 1
    return "" if not shape.get("denied") else " deny" if many else " denies"


def statement_lines(shape: Shape, label: str) -> Iterator[str]:
    """Yield the lines that show one statement."""
    words = " … ".join(" ".join(piece["exact"].split()) for piece in shape["content"])
    nested = f", within [{shape['parent']}]" if shape["parent"] is not None else ""
    who_says = f"{statement_speaker(shape)}{_denial(shape)}"
    yield f"{label} {shape['kind']}, {shape['type']}{nested}: {who_says}"
    yield f"    {words or '[struck out]'}"  # of a past that nothing tells any more
    if shape["chain"]:
        yield f"    chain: {chain(shape['chain'])}"
    if shape["said_on"]:
        yield f"    said: {interval(shape['said_on'])}"
    if shape["event"]:
        yield f"    event: {event(shape['event'])}"


def explanation_lines(shape: Shape) -> Iterator[str]:
    """Yield the lines that say why a statement was found, and why its speaker is who it is."""
    yield f"    because: {shape['rule']}: {shape['reads']}"
    sure = f"a reader would mark it: {shape['confidence']:.2f}"
    if shape["source_confidence"] is not None:
        sure += f"; this is its source: {shape['source_confidence']:.2f}"
    yield f"    how sure: {sure}"
    speaker = shape["speaker_reason"] or "nobody is meant"
    if shape["speaker_confidence"] is not None:
        speaker += f", {shape['speaker_confidence']:.2f}"
    if shape["proposed"]:
        speaker += f"; most likely {shape['proposed']}"
    yield f"    speaker: {speaker}"


def statement_speaker(shape: Shape) -> str:
    """Return who a statement is given to, and in doubt why nobody is."""
    if shape["speaker"]:
        return str(shape["speaker"])
    both = together(shape)
    if both:
        return both
    speakers = [hop["agent"] for hop in shape["chain"] if hop["role"] == "speaker"]
    if speakers:
        return f"({', '.join(speakers)})"
    if shape["rule"] == "asserted fact":
        return "(the article itself)"
    if shape["proposed"]:
        return f"({perhaps(shape)})"
    return f"(speaker unknown: {shape['speaker_reason'] or 'none named'})"


def perhaps(shape: Shape) -> str:
    """Return whom a blank speaker may stand for: "unsure: perhaps Ada Lind (0.62)"."""
    share = shape["speaker_confidence"]
    return f"unsure: perhaps {shape['proposed']}" + (f" ({share:.2f})" if share else "")


def chain(hops: Iterable[Shape]) -> str:
    """Return a chain to read: "Dmitry Peskov → RIA Novosti + TASS → Sample Wire".

    An unnamed source has what it is, and why it is not named, behind it.
    """
    positions: dict[int, list[str]] = {}
    for hop in hops:
        known = "; ".join(filter(None, (hop["source_type"], hop["ground"])))
        agent = f"{hop['agent']} ({known})" if known else hop["agent"]
        positions.setdefault(hop["position"], []).append(agent)
    return " → ".join(" + ".join(agents) for _, agents in sorted(positions.items()))


def interval(when: Shape) -> str:
    """Return a date interval to read, with the words as printed."""
    days = when["start"] if when["start"] == when["end"] else f"{when['start']} to {when['end']}"
    return f"{days} ({when['as_printed']})"


def event(shape: Shape) -> str:
    """Return an event on one line."""
    parts = [shape["type"].replace("_", " ")]
    if shape["modality"] != "happened":
        parts.append(shape["modality"])
    if shape["start"]:
        same = shape["start"] == shape["end"]
        parts.append(shape["start"] if same else f"{shape['start']} to {shape['end']}")
    if shape["place"]:
        kind = f" ({shape['place_precision']})" if shape["place_precision"] else ""
        parts.append(f"at {shape['place']}{kind}")
    for part in shape["participants"]:
        presence = f", {part['presence']}" if part["presence"] else ""
        parts.append(f"{part['agent']} ({part['role']}{presence})")
    parts.extend(figure(q) for q in shape["quantities"])
    return ", ".join(parts)


def figure(quantity: Shape) -> str:
    """Return a figure with what it counts: "missiles: two ballistic missiles"."""
    return f"{quantity['property']}: {quantity['as_printed']}"


def drift_line(drift: dict[str, Any]) -> str:
    """Return what was lost or changed, before and after; nothing after it is gone."""
    before, after = clip(drift["before"], 80), clip(drift["after"], 80)
    return f"drift in {drift['kind']}: {before} → {after or 'not said'}"


def diff_line(edits: Iterable[Shape]) -> Text:
    """Return a word diff: taken out in [-…-], put in in {+…+}, also without colour."""
    line = Text()
    for edit in edits:
        left, right, style = _DIFF_STYLE[edit["op"]]
        line.append(f"{left}{edit['text']}{right}", style=style)
        line.append(" ")
    line.rstrip()
    return line


def independence(shape: Shape) -> str:
    """Return what stands behind a claim: "3 articles, 3 outlets, 1 independent origin (TASS)"."""
    parts = [count(shape["articles"], "article"), count(shape["outlets"], "outlet")]
    names = "; ".join(origin["name"] for origin in shape["origins"])
    known = count(shape["independent_origins"], "independent origin")
    parts.append(f"{known} ({names})" if names else known)
    if shape["unknown_origin"]:
        printed = shape["unknown_articles"]
        same = (
            f" (one text in {printed} articles)" if shape["unknown_origin"] == 1 < printed else ""
        )
        parts.append(f"{shape['unknown_origin']} of unknown origin{same}")
    if shape["not_compared"]:
        parts.append(f"{count(shape['not_compared'], 'text')} not compared")
    return ", ".join(parts)


def correction(shape: Shape) -> str:
    """Return what a person corrected, on one line."""
    before, after = (clip(shape[side] or "blank", 80) for side in ("before", "after"))
    change = f"{shape['field']} was {before}, is {after}"
    return f"corrected by {shape['user']}: {change} ({shape['reason']})"


def judgement(shape: Shape) -> str:
    """Return what a person answered, on one line; who answers by a key may give no reason."""
    return ", ".join(filter(None, (f"{shape['user']}: {shape['verdict']}", shape["reason"])))


def place(shape: Shape) -> str:
    """Return where and when something was printed."""
    outlet = shape.get("outlet") or shape.get("url") or "unknown outlet"
    return f"{outlet}, {published(shape.get('published_at'))}"


def published(at: str | None) -> str:
    """Return a time of publication to read: "2023-09-13", "2023-09-13 08:40 UTC"."""
    if at is None:
        return "undated"
    day, _, time = at.partition("T")
    if not time:
        return day
    return f"{day} {time[:5]} {'UTC' if time.endswith('+00:00') else time[-6:]}"
