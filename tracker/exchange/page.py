"""The page of a bundle that people read: no scripts, no links, every word escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from tracker.model import Checkpoint
from tracker.views.joint import together
from tracker.views.shapes import Shape

_STYLE = (
    "body{font:16px/1.5 serif;max-width:46em;margin:2em auto;padding:0 1em}"
    "blockquote{margin:.5em 0;padding-left:1em;border-left:3px solid #999}"
    "section{border-top:2px solid #333;margin-top:2em}"
    "article{border-top:1px solid #bbb;margin-top:1em}"
    "del{background:#fdd}ins{background:#dfd}.mark{background:#ffd}"
    "pre{overflow-x:auto}dt{font-weight:bold}"
)

_HEAD = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    f"<title>Evidence for claims</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
)

_VERIFY = (
    "<h2>How to verify this bundle</h2>\n"
    "<p>This page is for reading and proves nothing by itself. With Python 3.9 or later run</p>\n"
    "<pre>python -I tracker_verify.py BUNDLE.zip --against CHECKPOINT</pre>\n"
    "<p>with the zip, or the folder it was unpacked to. Take <code>tracker_verify.py</code> and "
    "the checkpoint from somebody you trust, not from the bundle: whoever forges a bundle forges "
    "those too. It holds every record, text and capture in here against the ledger's entries, and "
    "those against the checkpoint. It cannot show that no later entry was left out.</p>\n"
)


_STAMPS = (
    "<h2>Time stamps</h2>\n"
    "<p>An authority stamped an earlier checkpoint of the same ledger with the time. "
    "<code>tracker_verify.py</code> shows which entries that covers, and when; who signed it, "
    "OpenSSL checks with the root certificate of an authority that you trust:</p>\n"
)


def page(claims: Sequence[Shape], made: Checkpoint, stamps: Sequence[str] = ()) -> str:
    """Return the page on claims, as `claim show` tells of them with redactions labelled.

    `stamps` names the time stamps that are in the bundle.
    """
    sections = "".join(map(_claim, claims))
    checkpoint = f"<h2>Checkpoint</h2>\n<pre>{escape(made.text())}</pre>\n"
    body = f"<h1>Evidence for claims</h1>\n{_VERIFY}{sections}{checkpoint}{_stamped(stamps)}"
    return f"{_HEAD}{body}</body>\n</html>\n"


def _stamped(stamps: Sequence[str]) -> str:
    commands = "\n".join(
        f"openssl ts -verify -data stamps/{name}.txt -in stamps/{name}.tsr -CAfile ROOTS.pem"
        for name in stamps
    )
    return f"{_STAMPS}<pre>{escape(commands)}</pre>\n" if stamps else ""


def _claim(shape: Shape) -> str:
    number = f"Claim {shape['claim_id']}"
    return (
        f"<section>\n<h2>{number}</h2>\n{_quoted(shape['text'])}"
        + _told(
            [
                ("Said by", _said_by(shape, shape["unnamed_source"])),
                ("Denied", "yes" if shape["denied"] else None),
                ("Said on", _day(shape["said_on"])),
                ("Kind", f"{shape['kind']}, {shape['type']}"),
                ("External id", shape["external_id"]),
                ("Record", shape["uid"]),
                ("Reports", _reports(shape["independence"])),
            ]
        )
        + "".join(map(_occurrence, shape["occurrences"]))
        + _listed("Claims it may repeat", map(_suggested, shape["suggested_links"]))
        + _listed("Claims it stands against or beside", map(_relation, shape["relations"]))
        + _listed("Notices that reach it", map(_notice, shape["notices"]))
        + _listed("Redactions", map(_redaction, shape["redactions"]))
        + "</section>\n"
    )


def _occurrence(shape: Shape) -> str:
    where = f"{shape['outlet'] or 'No outlet'}, {shape['published_at'] or 'no date'}"
    return (
        f"<article>\n<h3>{escape(where)}</h3>\n{_quoted(shape['text'])}"
        + _told(
            [
                ("Title", shape["title"]),
                ("Address", shape["url"]),
                ("Article", f"{shape['article_id']}, version {shape['version']}"),
                ("Order", shape["order"]),
                ("Said by", _said_by(shape)),
                ("Chain", " → ".join(map(_hop, shape["chain"])) or None),
                ("Rejected", "yes: it is no statement" if shape["rejected"] else None),
                ("Article withdrawn", _decision(shape["withdrawn"])),
                ("Link", _link(shape["link"])),
                ("Later versions", "; ".join(map(_step, shape["history"])) or None),
            ]
        )
        + _difference(shape["diff"])
        + _listed("Lost or changed on the way", map(_drift, shape["drift"]))
        + _listed("Corrected by people", map(_correction, shape["corrections"]))
        + _listed("Notices", map(_notice, shape["notices"]))
        + "</article>\n"
    )


def _said_by(shape: Shape, unnamed: str | None = None) -> str:
    return shape["speaker"] or together(shape) or unnamed or "nobody named"


def _quoted(words: str) -> str:
    return f"<blockquote>{escape(words)}</blockquote>\n"


def _told(pairs: Iterable[tuple[str, object]]) -> str:
    """Return a list of what is known; what is None is left out."""
    rows = (f"<dt>{name}</dt><dd>{escape(str(value))}</dd>\n" for name, value in pairs if value)
    return f"<dl>\n{''.join(rows)}</dl>\n"


def _listed(title: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(one)}</li>\n" for one in lines)
    return f"<h4>{title}</h4>\n<ul>\n{items}</ul>\n" if items else ""


def _difference(edits: Sequence[Shape]) -> str:
    """Return the words that differ from the original's, marked."""
    tags = {"insert": "ins", "delete": "del"}
    if all(edit["op"] not in tags for edit in edits):
        return ""
    words = (
        f"<{tag}>{escape(edit['text'])}</{tag}>" if tag else escape(edit["text"])
        for edit in edits
        for tag in [tags.get(edit["op"])]
    )
    return f"<h4>Differs from the original</h4>\n<p>{' '.join(words)}</p>\n"


def _day(said_on: Shape | None) -> str | None:
    if said_on is None:
        return None
    start, end = said_on["start"], said_on["end"]
    return start if start == end else f"{start} to {end}"


def _reports(shape: Shape) -> str:
    counts = {name: value for name, value in shape.items() if isinstance(value, int) and value}
    return ", ".join(f"{name.replace('_', ' ')}: {value}" for name, value in counts.items())


def _hop(hop: Shape) -> str:
    return f"{hop['agent']} ({hop['role']})"


def _link(link: Shape | None) -> str | None:
    return None if link is None else f"{link['relation']}, {_reasons(link)}"


def _reasons(shape: Shape) -> str:
    """Return the score, who decided, and what a gate found to differ."""
    said = [f"{j['user']} said {j['verdict']} ({j['reason']})" for j in shape["judgements"]]
    differ = [f"{d['gate']}: {d['left']} / {d['right']}" for d in shape["differences"]]
    decided = said or [f"by {shape['matcher']}"]
    return "; ".join([f"score {shape['score']:.2f}", str(shape["status"]), *decided, *differ])


def _suggested(link: Shape) -> str:
    return f"“{link['text']}” ({_link(link)})"


def _relation(shape: Shape) -> str:
    sides = [
        f"“{side['text']}” {_said_by(side)}, "
        f"{side['outlet'] or 'no outlet'}, {side['published_at'] or 'no date'}"
        for side in (shape["from"], shape["to"])
    ]
    return f"{sides[0]} — {shape['relation']} — {sides[1]} ({_reasons(shape)})"


def _notice(shape: Shape) -> str:
    dated = shape["published_at"] or shape["at"][:10]
    return f"{shape['kind']} by {shape['outlet'] or 'the outlet'}, {dated}: {shape['text']}"


def _decision(shape: Shape | None) -> str | None:
    return None if shape is None else f"{shape['reason']}, {shape['user']}, {shape['at'][:10]}"


def _step(shape: Shape) -> str:
    return f"version {shape['version']} ({shape['captured_at'][:10]}): {shape['fate']}"


def _drift(shape: Shape) -> str:
    return f"{shape['kind']}: {shape['before'] or 'nothing'} → {shape['after'] or 'nothing'}"


def _correction(shape: Shape) -> str:
    change = f"{shape['field']}: {shape['before'] or 'nothing'} → {shape['after'] or 'nothing'}"
    return f"{change} ({shape['reason']}, {shape['user']}, {shape['at'][:10]})"


def _redaction(shape: Shape) -> str:
    return (
        f"[redacted: {shape['reason']}, {shape['user']}, {shape['at'][:10]}] "
        f"{shape['part']} of {shape['record_kind']} {shape['record_uid']}, "
        f"ground: {shape['ground']}"
    )
