"""A verifier that stands by itself: a database or an export is what its ledger says.

One file, the standard library alone, Python 3.9 or later, nothing of the program: copy
it anywhere and run `python tracker_verify.py PATH`. PATH is an SQLite file, a folder
that `tracker export` wrote, a zip of one, or a bundle of evidence, zipped or unpacked.
It has its own canonical JSON, its own
Merkle tree and its own reading of the records, so that a fault of the program's is no
fault here. docs/verify.md says what each check finds, and what it cannot.

Exit codes: 0 nothing wrong, 1 something does not hold (a line each), 2 bad input.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import sqlite3
import sys
import zipfile
import zlib
from collections import Counter, defaultdict
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Set, Tuple
from urllib.parse import quote

Record = Dict[str, Any]

GENESIS = "0" * 64

UNREADABLE = (
    sqlite3.Error,
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RuntimeError,
    EOFError,
)
"""What reading a damaged record can end in; a zip that asks for a password is a RuntimeError."""


class BadInput(Exception):
    """What was given cannot be checked at all."""


# Canonical JSON (RFC 8785), for what records hold: null, booleans, numbers, texts, lists
# and objects. Whole numbers beyond 2^53 - 1 are refused, as other readers would change them.


quoted: Callable[[str], str] = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a text as JSON. One encoder for all: making one takes longer than the text."""


def canonical(value: Any) -> str:
    """Return the canonical JSON of a value.

    Raises ValueError or TypeError for what has none.
    """
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int):
        if abs(value) >= 2**53:
            raise ValueError(f"{value} is too great a number")
        return str(value)
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        pairs = (f"{canonical(name)}:{canonical(value[name])}" for name in names)
        return "{" + ",".join(pairs) + "}"
    raise TypeError(f"{type(value).__name__} has no place in a record")


def _float(value: float) -> str:
    """Return a number as JavaScript writes it: the shortest digits, 1e21 and 1e-7 with a power."""
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(f"{value} is no number of JSON")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, part = mantissa.partition(".")
    part = "" if part == "0" else part
    digits = (whole + part).lstrip("0")
    # The value is 0.digits times ten to the power of `point`.
    point = int(exponent or 0) + len(whole) - (len(whole + part) - len(digits))
    digits = digits.rstrip("0")
    if len(digits) <= point <= 21:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    power = f"e{point - 1:+d}"
    return sign + digits[0] + ("." + digits[1:] if digits[1:] else "") + power


def sha256(text: str) -> str:
    """Return the SHA-256, in hex, of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def uid(prefix: str, *parts: Any) -> str:
    """Return the identifier that follows from what defines a record."""
    return f"{prefix}-{sha256(canonical([prefix, *parts]))[:20]}"


# The Merkle tree of RFC 6962 over the hashes of entries.


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def merkle_root(leaves: Iterable[bytes]) -> bytes:
    """Return the root over leaves: pairs are joined level by level, an odd one goes up."""
    level = [leaf_hash(leaf) for leaf in leaves]
    if not level:
        return hashlib.sha256().digest()
    while len(level) > 1:
        odd = level[-1:] if len(level) % 2 else []
        level = [node_hash(a, b) for a, b in zip(level[::2], level[1::2])] + odd
    return level[0]


def grow(trees: List[Tuple[int, bytes]], leaf: bytes) -> None:
    """Add a leaf to whole trees side by side, the largest first: each its size and root."""
    trees.append((1, leaf_hash(leaf)))
    while len(trees) > 1 and trees[-1][0] == trees[-2][0]:
        size, right = trees.pop()
        trees[-1] = (2 * size, node_hash(trees[-1][1], right))


def top(trees: List[Tuple[int, bytes]]) -> bytes:
    """Return the root over whole trees side by side."""
    if not trees:
        return hashlib.sha256().digest()
    found = trees[-1][1]
    for _, left in reversed(trees[:-1]):
        found = node_hash(left, found)
    return found


def proof_holds(leaf: bytes, index: int, size: int, path: List[bytes], root: bytes) -> bool:
    """Say whether a leaf stands at `index` among `size` under `root` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    last, found = size - 1, leaf_hash(leaf)
    for beside in path:
        if last == 0:
            return False
        if index % 2 or index == last:
            found = node_hash(beside, found)
            while index % 2 == 0 and index:
                index, last = index >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        index, last = index >> 1, last >> 1
    return last == 0 and found == root


def goes_on(old: Tuple[int, bytes], new: Tuple[int, bytes], path: List[bytes]) -> bool:
    """Say whether the tree of `old` (size, root) is a beginning of `new`'s (RFC 9162, 2.1.4.2)."""
    if not 1 <= old[0] <= new[0]:
        return False
    if old[0] == new[0]:
        return not path and old[1] == new[1]
    hashes = list(path)
    if old[0] & (old[0] - 1) == 0:
        hashes.insert(0, old[1])
    if not hashes:
        return False
    index, last = old[0] - 1, new[0] - 1
    while index % 2:
        index, last = index >> 1, last >> 1
    of_old = of_new = hashes[0]
    for beside in hashes[1:]:
        if last == 0:
            return False
        if index % 2 or index == last:
            of_old, of_new = node_hash(beside, of_old), node_hash(beside, of_new)
            while index % 2 == 0 and index:
                index, last = index >> 1, last >> 1
        else:
            of_new = node_hash(of_new, beside)
        index, last = index >> 1, last >> 1
    return last == 0 and (of_old, of_new) == (old[1], new[1])


# Checkpoints, as JSON or as printed.

CHECKPOINT = ("database", "entries", "head", "root", "at", "tool")


def read_checkpoint(text: str) -> Record:
    """Return a checkpoint in either form; raises ValueError for what is none."""
    if text.lstrip().startswith("{"):
        given = load(text)
        if given.get("tracker_checkpoint") != 1:
            raise ValueError("it is no tracker checkpoint of form 1")
    else:
        given = _printed(text)
    missing = [name for name in CHECKPOINT if name not in given]
    if missing:
        raise ValueError(f"it is no checkpoint: it has no {missing[0]!r}")
    for name in ("database", "head", "root"):
        if not re.fullmatch("[0-9a-f]{64}", str(given[name])):
            raise ValueError(f"its {name!r} is no SHA-256 in hex")
    if not re.fullmatch("[0-9]{1,18}", str(given["entries"])):
        raise ValueError("its 'entries' is no number")
    return {**given, "entries": int(given["entries"])}


def _printed(text: str) -> Record:
    lines = [line.strip("> |\t\r") for line in text.splitlines()]
    if "tracker checkpoint 1" not in lines:
        raise ValueError("it is no tracker checkpoint of form 1")
    given: Record = {}
    for line in lines:
        name, _, rest = line.partition(" ")
        if name not in CHECKPOINT or not line.endswith("]"):
            continue
        value, _, checksum = rest[:-1].rpartition("[")
        value = " ".join(value.split())
        if sha256(f"{name} {value}")[:4] != checksum:
            raise ValueError(f"its line {name!r} was mistyped: the checksum does not fit")
        if given.setdefault(name, value) != value:
            raise ValueError(f"it has two lines {name!r}")
    for name in ("database", "head", "root"):
        given[name] = given.get(name, "").replace(" ", "")
    return given


def printed(kept: Record) -> bytes:
    """Return the bytes that `tracker checkpoint` printed, which are the ones that are stamped."""
    lines = ["tracker checkpoint 1"]
    for name in CHECKPOINT:
        value = str(kept[name])
        if name in ("database", "head", "root"):
            value = " ".join(value[at : at + 8] for at in range(0, len(value), 8))
        lines.append(f"{name:<9} {value}  [{sha256(f'{name} {value}')[:4]}]")
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def load(text: str) -> Any:
    """Return the value of JSON; a name given twice, or what is no number, is refused."""
    return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)


def _object(pairs: List[Tuple[str, Any]]) -> Record:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number of JSON")


# Time stamps (RFC 3161): of which bytes they are and of when. Who signed them is not checked
# here, which takes more than the standard library has: `openssl` does.

SHA256_NAME = bytes.fromhex("0609608648016503040201")
SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
TST_INFO = bytes.fromhex("060b2a864886f70d0109100104")
SEQUENCE, SET, INTEGER, OBJECT, OCTETS, TIME, TAGGED = 0x30, 0x31, 0x02, 0x06, 0x04, 0x18, 0xA0

Element = Tuple[int, bytes, bytes]
"""The tag of an element of DER, all of its bytes, and what it holds."""


def elements(data: bytes) -> List[Element]:
    """Return elements that stand side by side; ValueError where one is not whole."""
    found: List[Element] = []
    at = 0
    while at < len(data):
        if len(data) - at < 2 or data[at] & 0x1F == 0x1F:
            raise ValueError("it is no DER")
        length, body = data[at + 1], at + 2
        if length >= 0x80:
            size = length & 0x7F
            digits = data[body : body + size]
            length = int.from_bytes(digits, "big")
            if not 1 <= size <= 4 or len(digits) < size or digits[0] == 0 or length < 0x80:
                raise ValueError("it is no DER")
            body += size
        if length > len(data) - body:
            raise ValueError("it is cut off")
        found.append((data[at], data[at : body + length], data[body : body + length]))
        at = body + length
    return found


def within(element: Element, *tags: int) -> List[Element]:
    """Return the elements in a sequence or the like, of which the first have these tags."""
    found = elements(element[2])
    if [one[0] for one in found[: len(tags)]] != list(tags):
        raise ValueError("it is no time stamp")
    return found


def imprint_of(element: Element) -> str:
    """Return the SHA-256, in hex, that a MessageImprint holds."""
    algorithm, digest = within(element, SEQUENCE, OCTETS)
    if within(algorithm, OBJECT)[0][1] != SHA256_NAME or len(digest[2]) != 32:
        raise ValueError("it is not of a SHA-256")
    return digest[2].hex()


def read_stamp(reply: bytes) -> Tuple[str, str]:
    """Return the SHA-256, in hex, that a reply is of, and the time that it states, in UTC."""
    (whole,) = elements(reply)
    status, token = within(whole, SEQUENCE, SEQUENCE)
    if within(status, INTEGER)[0][2] != b"\0":
        raise ValueError("the authority did not grant it")
    kind, held = within(token, OBJECT, TAGGED)
    (signed,) = within(held, SEQUENCE)
    content = within(signed, INTEGER, SET, SEQUENCE)[2]
    inner, packed = within(content, OBJECT, TAGGED)
    if (kind[1], inner[1]) != (SIGNED_DATA, TST_INFO):
        raise ValueError("it is no time stamp")
    (octets,) = within(packed, OCTETS)
    (info,) = elements(octets[2])
    parts = within(info, INTEGER, OBJECT, SEQUENCE, INTEGER, TIME)
    stated = re.fullmatch(r"(\d{14})(?:\.\d*[1-9])?Z", parts[4][2].decode("ascii"))
    if not stated or info[0] != SEQUENCE or whole[0] != SEQUENCE:
        raise ValueError("it is no time stamp")
    at = datetime.strptime(stated.group(1), "%Y%m%d%H%M%S").replace(tzinfo=timezone.utc)
    return imprint_of(parts[2]), at.isoformat()


class Stamped:
    """A time stamp in the ledger: the checkpoint, what was asked and replied, and the time.

    Raises ValueError where the reply or the request is of other bytes than the checkpoint's.
    """

    def __init__(self, name: str, entry: int, value: Record) -> None:
        self.name, self.entry = name, entry
        self.checkpoint = read_checkpoint(json.dumps(value["checkpoint"]))
        self.text = printed(self.checkpoint)
        self.request = base64.b64decode(value["request"], validate=True)
        self.reply = base64.b64decode(value["reply"], validate=True)
        if uid("stm", self.checkpoint["root"], value["reply"]) != name:
            raise ValueError("it is another reply than its name follows from")
        (asked,) = elements(self.request)
        imprint, self.at = read_stamp(self.reply)
        wanted = hashlib.sha256(self.text).hexdigest()
        if imprint_of(within(asked, INTEGER, SEQUENCE)[1]) != wanted:
            raise ValueError("its request is of other bytes than its checkpoint")
        if imprint != wanted:
            raise ValueError("it is of other bytes than its checkpoint")

    def files(self) -> Dict[str, bytes]:
        """Return the files by which any program can check it, by name."""
        parts = {"txt": self.text, "tsq": self.request, "tsr": self.reply}
        return {f"{self.name}.{end}": data for end, data in parts.items()}

    def lines(self, folder: str) -> List[str]:
        """Return what to tell of it, where its files lie in a folder."""
        place = f"{folder}/{self.name}"
        return [
            f"{self.name}: the checkpoint of {self.checkpoint['entries']} entries was stamped "
            f"at {self.at}",
            "  who signed it was NOT checked; with the authority's root certificate that is:",
            f"  openssl ts -verify -data {place}.txt -in {place}.tsr -CAfile ROOTS.pem",
        ]


# What is found wrong.


class Problems(List[str]):
    """What does not hold, a line each, in the order in which it was found."""

    def add(self, record: str, message: object) -> None:
        """Note what is wrong with a record."""
        self.append(f"{record}: {message}")

    @contextmanager
    def reading(self, what: str) -> Iterator[None]:
        """Note it where something cannot be read, and go on."""
        try:
            yield
        except UNREADABLE as error:
            self.add(what, f"it cannot be read: {type(error).__name__}: {error}")


# Reading. Both sources give records in the form of an export: uids for references.

KINDS = tuple(
    (
        "outlets articles versions agents places events participations claims occurrences "
        "attributions facts links relations judgements corrections anchorings notices "
        "requests withdrawals redactions ledger"
    ).split()
)


class Export:
    """A folder that was exported, or a zip that holds one."""

    keeps_order = False

    def __init__(self, path: Path) -> None:
        self.problems = Problems()
        self._zip = zipfile.ZipFile(path) if path.is_file() else None
        names = self._zip.namelist() if self._zip else [p.name for p in path.iterdir()]
        ledgers = [name for name in names if name.split("/")[-1] == "ledger.jsonl"]
        if len(ledgers) != 1:
            raise BadInput(f"{path} is no whole export: it has no ledger.jsonl to check against")
        self._folder = path
        self._prefix = ledgers[0][: -len("ledger.jsonl")]

    def records(self, kind: str) -> Iterator[Record]:
        """Yield the records of a kind; a line that is none becomes a problem."""
        try:
            data = self._read(f"{self._prefix}{kind}.jsonl")
        except (KeyError, FileNotFoundError):
            if kind not in LATER:
                self.problems.add(f"{kind}.jsonl", "the file is missing")
            return
        for number, line in enumerate(data.split(b"\n")[:-1], 1):
            with self.problems.reading(f"{kind}.jsonl, line {number}"):
                record = load(line.decode("utf-8"))
                if not isinstance(record, dict):
                    raise ValueError("it is no JSON object")
                yield record
        if data and not data.endswith(b"\n"):
            self.problems.add(f"{kind}.jsonl", "its last line is cut off")

    def _read(self, name: str) -> bytes:
        return self._zip.read(name) if self._zip else (self._folder / name).read_bytes()

    def body(self, version: Record) -> Optional[bytes]:
        """Return the bytes that a version was captured from, None where they were emptied."""
        if version["body"] is None:
            return None
        return base64.b64decode(version["body"], validate=True)

    def size(self, version: Record) -> Optional[int]:
        """Return how many bytes there were of a version whose bytes were emptied."""
        return version.get("size")

    def close(self) -> None:
        """Close the zip."""
        if self._zip:
            self._zip.close()


TABLES = {
    "outlets": "outlet",
    "articles": "article",
    "versions": "article_version",
    "agents": "agent",
    "places": "place",
    "events": "event",
    "participations": "participation",
    "claims": "claim",
    "occurrences": "occurrence",
    "attributions": "attribution",
    "facts": "reported_fact",
    "links": "link",
    "relations": "claim_relation",
    "judgements": "judgement",
    "corrections": "correction",
    "anchorings": "anchoring",
    "notices": "article_notice",
    "requests": "idempotency_key",
    "withdrawals": "article_withdrawal",
    "redactions": "redaction",
    "agent_identity": "agent_identity",
}
"""The table of each kind of record."""

NUMBERS = {
    "articles": {"outlet": ("outlet_id", "outlets")},
    "versions": {"article": ("article_id", "articles")},
    "events": {"place": ("place_id", "places")},
    "participations": {"event": ("event_id", "events"), "agent": ("agent_id", "agents")},
    "claims": {
        "speaker": ("speaker_id", "agents"),
        "event": ("event_id", "events"),
        "part_of": ("part_of_id", "claims"),
    },
    "occurrences": {
        "own_claim_id": ("claim_id", "claims"),
        "version": ("version_id", "versions"),
        "parent": ("parent_id", "occurrences"),
        "proposed_id": ("proposed_id", "agents"),
    },
    "attributions": {
        "occurrence": ("occurrence_id", "occurrences"),
        "agent": ("agent_id", "agents"),
    },
    "facts": {"occurrence": ("occurrence_id", "occurrences"), "event": ("event_id", "events")},
    "links": {"occurrence": ("occurrence_id", "occurrences"), "claim_id": ("claim_id", "claims")},
    "relations": {
        "from_claim_id": ("from_claim_id", "claims"),
        "to_claim_id": ("to_claim_id", "claims"),
    },
    "judgements": {
        "link": ("link_id", "links"),
        "relation": ("relation_id", "relations"),
        "occurrence": ("occurrence_id", "occurrences"),
        "withdraws": ("withdraws_id", "judgements"),
    },
    "corrections": {"occurrence": ("occurrence_id", "occurrences")},
    "anchorings": {
        "occurrence": ("occurrence_id", "occurrences"),
        "version": ("version_id", "versions"),
        "successor": ("successor_id", "occurrences"),
    },
    "notices": {
        "article": ("article_id", "articles"),
        "claim": ("claim_id", "claims"),
        "occurrence": ("occurrence_id", "occurrences"),
        "withdraws": ("withdraws_id", "notices"),
    },
    "withdrawals": {"article": ("article_id", "articles")},
    "agent_identity": {
        "agent": ("agent_id", "agents"),
        "other": ("other_id", "agents"),
        "withdraws": ("withdraws_id", "agent_identity"),
    },
}
"""What a record names by uid, its column in the database, and the kind that it names."""

LATER = ("anchorings", "notices", "requests", "withdrawals", "redactions")
"""Kinds that exports and databases of earlier releases lack."""

BOOLEANS = ("denied", "rejected", "active", "same", "carried", "withdrawn")
TIMES = ("at", "captured_at")
JSONS = ("speaker_names", "features", "differences", "anchors", "spans", "struck", "answer")

BLOCK = "\u2588"
"""What stands in the place of every character that was redacted."""

EMPTIED = "redacted"
"""How bytes are packed that were taken out."""

APPEND_ONLY = tuple(
    (
        "ledger judgement correction article_version blob agent_identity anchoring "
        "article_notice article_withdrawal redaction idempotency_key"
    ).split()
)
STRUCK_OUT = "ledger_value"

_BLOTTED = "length(NEW.{0}) = length(OLD.{0}) AND replace(NEW.{0}, '█', '') = ''"
_SAME_LENGTH = "length(NEW.{0}) = length(OLD.{0})"
_OPEN = "EXISTS (SELECT 1 FROM redaction, ledger_head WHERE redaction.entry > ledger_head.seq%s)"

BLOTS: Dict[str, Tuple[str, Dict[str, str]]] = {
    "judgement": ("uid", {"reason": _BLOTTED}),
    "agent_identity": ("uid", {"reason": _BLOTTED}),
    "article_withdrawal": ("uid", {"reason": _BLOTTED}),
    "correction": ("uid", dict.fromkeys(("before", "after", "reason"), _BLOTTED)),
    "article_version": (
        "uid",
        dict.fromkeys(("text", "text_sha256", "title", "author"), _SAME_LENGTH),
    ),
    "blob": ("sha256", {"body": "length(NEW.body) = 0", "codec": "NEW.codec = 'redacted'"}),
}
"""By table: the column that a redaction names its rows by, and what it may make of them."""
ROW_KEYS = {"ledger": ("seq",), "ledger_value": ("seq",), "blob": ("sha256",)}


def allowed(table: str, columns: List[str], can_redact: bool) -> Optional[str]:
    """Return the SQL condition under which a row may be updated, None for never."""
    strike = "NEW.value IS NULL AND NEW.salt = '' AND NEW.seq = OLD.seq"
    if not can_redact:
        return strike if table == STRUCK_OUT else None
    if table == STRUCK_OUT:
        return f"{strike} AND NEW.reason_text IS NULL AND {_OPEN % ''}"
    if table not in BLOTS:
        return None
    named_by, blots = BLOTS[table]
    conditions = [_OPEN % f" AND redaction.record_uid = OLD.{named_by}"]
    for column in columns:
        kept = f'NOT (NEW."{column}" IS NOT OLD."{column}")'
        blot = blots.get(column, "").format(f'"{column}"')
        conditions.append(f"({kept} OR ({blot}))" if blot else kept)
    changes = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in blots)
    return " AND ".join([*conditions, f"({changes})"])


def triggers(table: str, columns: List[str], can_redact: bool) -> Record:
    """Return the SQL of the triggers that keep a table append-only, by name."""
    condition = allowed(table, columns, can_redact)
    strike = f"WHEN ({condition}) IS NOT TRUE " if condition else ""
    taken = " OR ".join(f"{key} = NEW.{key}" for key in ROW_KEYS.get(table, ("id", "uid")))
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    made = {
        "no_update": f"BEFORE UPDATE ON {table} {strike}{refuse}",
        "no_delete": f"BEFORE DELETE ON {table} {refuse}",
        "no_replace": f"BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken}) {refuse}",
    }
    return {f"{table}_{name}": f"CREATE TRIGGER {table}_{name} {sql}" for name, sql in made.items()}


class Database:
    """An SQLite file, opened so that nothing in it can change."""

    keeps_order = True

    def __init__(self, path: Path) -> None:
        self.problems = Problems()
        self._db = self._open(path)
        self._db.row_factory = sqlite3.Row
        self._uids: Dict[str, Dict[int, str]] = {}

    @staticmethod
    def _open(path: Path) -> sqlite3.Connection:
        address = f"file:{quote(str(path.absolute()))}"
        for mode in ("mode=ro", "mode=ro&immutable=1"):
            # A write-ahead log needs files beside it, which a read-only disk refuses.
            opened = sqlite3.connect(f"{address}?{mode}", uri=True)
            try:
                opened.execute("SELECT count(*) FROM sqlite_master").fetchone()
                return opened
            except UNREADABLE as error:
                opened.close()
                failed = error
        raise BadInput(f"{path} cannot be read as an SQLite database: {failed}")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def records(self, kind: str) -> Iterator[Record]:
        """Yield the records of a kind, in the order of their numbers."""
        if kind == "ledger":
            yield from self._ledger()
            return
        names = self._of("SELECT place_id, name, key FROM place_name") if kind == "places" else {}
        if kind in LATER and not self._has(TABLES[kind]):
            return
        parts = self._selectors() if kind == "occurrences" else {}
        about = self._about_agents() if kind == "agents" else {}
        for row in self._rows(f"SELECT * FROM {TABLES[kind]} ORDER BY id"):
            number = row.pop("id")
            record = self._record(kind, row)
            if kind == "places":
                record["aliases"] = [alias["name"] for alias in names.get(number, ())]
                for alias in names.get(number, ()):
                    self._check_key("place_name", alias)
            if kind == "occurrences":
                record["selectors"] = parts.get(number, [])
            if kind == "agents":
                record["same_as_id"] = self._uid("agents", record["same_as_id"])
                record.update(about.get(number, {"names": [], "occupancies": [], "identities": []}))
            if kind == "articles":
                self._check_published(record)
            yield record

    def _record(self, kind: str, row: Record) -> Record:
        """Return a row with uids for numbers and times, booleans and JSON as exports have them."""
        named = {
            name: self._uid(target, row.pop(column))
            for name, (column, target) in NUMBERS.get(kind, {}).items()
        }
        record: Record = {"id": row.pop("uid")} if "uid" in row else {}
        for name, value in row.items():
            if name in BOOLEANS:
                value = None if value is None else bool(value)
            elif name in TIMES:
                value = _utc(value)
            elif name in JSONS:
                value = load(value)
            record[name] = value
        if kind == "events":
            record["start"], record["end"] = record.pop("starts"), record.pop("ends")
            record["as_printed"] = record.pop("when_as_printed")
        return {**record, **named}

    def _has(self, table: str) -> bool:
        query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        return self._db.execute(query, (table,)).fetchone() is not None

    def _rows(self, sql: str) -> Iterator[Record]:
        for row in self._db.execute(sql):
            yield dict(row)

    def _of(self, sql: str) -> Dict[int, List[Record]]:
        """Return rows by the number in their first column."""
        found: Dict[int, List[Record]] = defaultdict(list)
        for row in self._rows(sql):
            found[row.pop(next(iter(row)))].append(row)
        return found

    def _uid(self, kind: str, number: Optional[int]) -> Optional[str]:
        if number is None:
            return None
        if kind not in self._uids:
            rows = self._db.execute(f"SELECT id, uid FROM {TABLES[kind]}")
            self._uids[kind] = {row[0]: row[1] for row in rows}
        return self._uids[kind].get(number, f"row {number}, which is not there")

    def _selectors(self) -> Dict[int, List[Record]]:
        found = self._of(
            'SELECT occurrence_id, part, position, start, "end", exact, prefix, suffix,'
            " made_by, active FROM selector ORDER BY id"
        )
        for selectors in found.values():
            for selector in selectors:
                selector["active"] = bool(selector["active"])
        there = self._uid("occurrences", -1) and self._uids["occurrences"]
        for number in found.keys() - (there or {}).keys():
            self.problems.add("selector", f"it belongs to occurrence {number}, which is not there")
        return found

    def _about_agents(self) -> Dict[int, Record]:
        """Return each agent's names, positions and identities, by its number."""
        about: Dict[int, Record] = defaultdict(
            lambda: {"names": [], "occupancies": [], "identities": []}
        )
        for number, names in self._of("SELECT agent_id, name, key FROM agent_name").items():
            about[number]["names"] = [name["name"] for name in names]
            for name in names:
                self._check_key("agent_name", name)
        for number, held in self._of(
            'SELECT agent_id, title, "of", version_id FROM occupancy'
        ).items():
            about[number]["occupancies"] = [
                {
                    "title": o["title"],
                    "of": o["of"],
                    "version": self._uid("versions", o["version_id"]),
                }
                for o in held
            ]
        for row in self._rows("SELECT * FROM agent_identity ORDER BY id"):
            row.pop("id")
            agent = row["agent_id"]
            about[agent]["identities"].append(self._record("agent_identity", row))
        for number in about.keys() - {row["id"] for row in self._rows("SELECT id FROM agent")}:
            self.problems.add("agent", f"something is told of agent {number}, which is not there")
        return about

    def _check_key(self, table: str, row: Record) -> None:
        is_redacted = not row["name"].strip(BLOCK) and row["key"] == ""
        if not is_redacted and not _is_folded(row["name"], row["key"]):
            self.problems.add(table, f"{row['name']!r} is not stored with its folded form")

    def _check_published(self, record: Record) -> None:
        start, end = record.pop("published_start"), record.pop("published_end")
        held = [None if value is None else _utc(value) for value in (start, end)]
        with self.problems.reading(f"article {record['id']}"):
            if held != _published(record["published_at"]):
                raise ValueError("its interval of publication is not that of its date")

    def body(self, version: Record) -> Optional[bytes]:
        """Return the bytes that a version was captured from, None where they were emptied."""
        query = "SELECT size, codec, body FROM blob WHERE sha256 = ?"
        row = self._db.execute(query, (version["body_sha256"],)).fetchone()
        if row is None:
            raise ValueError("the bytes it was captured from are missing")
        if row["codec"] == EMPTIED and not row["body"]:
            return None
        # A size in the row bounds what a forged stream may unpack to.
        unpack = zlib.decompressobj()
        body = unpack.decompress(row["body"], row["size"] + 1) if row["codec"] == "zlib" else None
        if body is not None and not unpack.eof:
            raise ValueError("its bytes cannot be unpacked whole")
        body = row["body"] if body is None else body
        if len(body) != row["size"]:
            raise ValueError("its bytes are not of the size that was captured")
        return bytes(body)

    def size(self, version: Record) -> Optional[int]:
        """Return how many bytes there were of a version whose bytes were emptied."""
        query = "SELECT size FROM blob WHERE sha256 = ?"
        found: Optional[int] = self._db.execute(query, (version["body_sha256"],)).fetchone()[0]
        return found

    def _ledger(self) -> Iterator[Record]:
        columns = [row["name"] for row in self._rows("PRAGMA table_info(ledger_value)")]
        reason = ", v.reason_text" if "reason_text" in columns else ""
        for row in self._rows(
            f"SELECT l.*, v.salt, v.value{reason} FROM ledger l"
            " LEFT JOIN ledger_value v ON v.seq = l.seq ORDER BY l.seq"
        ):
            with self.problems.reading(f"ledger entry {row['seq']}"):
                row["at"] = _utc(row["at"])
                yield row

    def check_itself(self, seq: int, newest: str) -> None:
        """Note what is wrong below the level of records, and where the head points."""
        with self.problems.reading("database"):
            for (found,) in self._db.execute("PRAGMA integrity_check(20)"):
                if found != "ok":
                    self.problems.add("database", found)
            for row in self._db.execute("PRAGMA foreign_key_check"):
                self.problems.add(f"table {row[0]}", f"row {row[1]} names a {row[2]} not there")
        with self.problems.reading("database"):
            self._check_triggers()
        with self.problems.reading("ledger head"):
            heads = [tuple(row) for row in self._db.execute("SELECT seq, hash FROM ledger_head")]
            if heads != [(seq, newest)]:
                self.problems.add("ledger head", f"it does not name entry {seq}, the last one")
        with self.problems.reading("blobs"):
            for row in self._db.execute(
                "SELECT sha256 FROM blob WHERE sha256 NOT IN"
                " (SELECT body_sha256 FROM article_version)"
            ):
                self.problems.add(f"blob {row[0]}", "no version was captured from it")

    def _check_triggers(self) -> None:
        rows = self._db.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        tables = {row["name"] for row in rows if row["type"] == "table"}
        held = {row["name"]: row["sql"] for row in rows if row["type"] == "trigger"}
        wanted: Record = {}
        for table in tables.intersection((*APPEND_ONLY, STRUCK_OUT)):
            columns = [row["name"] for row in self._rows(f"PRAGMA table_info({table})")]
            wanted.update(triggers(table, columns, "redaction" in tables))
        for name in sorted(wanted.keys() | held.keys()):
            if held.get(name) != wanted.get(name):
                self.problems.add("database", f"the trigger {name} is not as tracker made it")


def _utc(value: str) -> str:
    """Return a time as the database has it, in UTC without a zone, as records have it."""
    return datetime.fromisoformat(value).replace(tzinfo=timezone.utc).isoformat()


def _utc_or_none(value: Optional[str]) -> Optional[str]:
    return None if value is None else _utc(value)


def _published(given: Optional[str]) -> List[Optional[str]]:
    """Return the first and last instant of a date, or of a date and time."""
    if given is None:
        return [None, None]
    at = datetime.fromisoformat(given)
    if len(given) > 10:
        return [at.astimezone(timezone.utc).isoformat()] * 2
    start = at.replace(tzinfo=timezone.utc)
    return [start.isoformat(), (start + timedelta(days=1, microseconds=-1)).isoformat()]


def _is_folded(name: str, key: str) -> bool:
    """Say whether a name's folded form can be right; only ASCII can be folded here."""
    if not name.isascii():
        return key != ""
    folded = re.sub("[^a-z0-9]+", " ", name.lower().replace("'", "")).strip()
    return key == (folded or name.strip().lower())


# The ledger: its chain, and what it last wrote of every record.

ENTRY = tuple("seq at user action record_kind record_uid digest reason tool previous".split())
"""What an entry's hash covers."""

MANY = ("agent_name", "occupancy")
"""Kinds of which each entry is a record of its own, under the uid of an agent."""

WITHOUT_ROWS = ("keys", "sighting", "stamp")
"""Kinds of entries that tell of no record."""

DIGESTED = "sha256:"
"""What a reason begins with whose words stand beside the chain."""

Told = List[Tuple[int, Optional[str]]]
"""Entries on a record, oldest first: the number, and the value's digest, None if struck out."""


def hash_of(entry: Record) -> str:
    """Return the hash of an entry: over all that it says, its own hash left out."""
    odd = set(entry) - {*ENTRY, "hash", "salt", "value", "reason_text"}
    if odd:
        raise ValueError(f"its field {sorted(odd)[0]!r} is odd")
    return sha256(canonical({name: entry[name] for name in ENTRY}))


class Ledger:
    """The chain, gone through once."""

    def __init__(self, entries: Iterable[Record], problems: Problems) -> None:
        self.problems = problems
        self.hashes: List[str] = []
        self.seq = 0
        self.told: Dict[str, Dict[str, Told]] = defaultdict(lambda: defaultdict(list))
        self.redacted: Set[int] = set()
        self.emptied: Dict[str, List[List[int]]] = {}
        """What of a record a redaction took out: spans of its text or its bytes."""
        self.stamps: List[Stamped] = []
        self._struck: List[int] = []
        previous = GENESIS
        for entry in entries:
            with problems.reading(f"ledger entry {self.seq + 1}"):
                self._read(entry, previous)
                previous = self.hashes[-1]
        for seq in self._struck:
            if seq not in self.redacted:
                problems.add(f"ledger entry {seq}", "its value was struck out and none says why")
        self._check_stamps()

    @property
    def head(self) -> str:
        """The hash of the newest entry."""
        return self.hashes[-1] if self.hashes else GENESIS

    def _read(self, entry: Record, previous: str) -> None:
        seq, name = entry["seq"], f"ledger entry {entry['seq']}"
        if seq != self.seq + 1:
            self.problems.add(name, f"entry {self.seq + 1} should stand here")
        if entry["previous"] != previous:
            self.problems.add(name, "it does not follow from the entry before")
        if hash_of(entry) != entry["hash"]:
            self.problems.add(name, "its hash does not match what it says")
        value, salt = entry["value"], entry["salt"]
        kind, digest = entry["record_kind"], None
        if salt is None:
            self.problems.add(name, "its value is missing")
        elif value is None:
            self._struck.append(seq)
            if salt != "":
                self.problems.add(name, "it has a salt beside a value that was struck out")
            if entry.get("reason_text") is not None:
                self.problems.add(name, "it has a reason beside it that was not written with it")
        else:
            digest = sha256(value)
            if sha256(salt + value) != entry["digest"]:
                self.problems.add(name, "its value is not the one that was written")
            self._check_reason(name, entry)
            if kind == "redaction":
                self._read_redaction(load(value))
            if kind == "stamp":
                with self.problems.reading(f"stamp {entry['record_uid']}"):
                    self.stamps.append(Stamped(entry["record_uid"], seq, load(value)))
        self.told[kind][entry["record_uid"]].append((seq, digest))
        self.hashes.append(entry["hash"])
        self.seq = seq

    def _check_reason(self, name: str, entry: Record) -> None:
        """Hold a reason against its digest: the words stand beside the chain, as values do."""
        reason, words = entry["reason"] or "", entry.get("reason_text")
        if reason.startswith(DIGESTED):
            if DIGESTED + sha256(entry["salt"] + (words or "")) != reason:
                self.problems.add(name, "its reason is not the one that was written")
        elif words is not None:
            self.problems.add(name, "it has a reason beside it that was not written with it")

    def _read_redaction(self, value: Record) -> None:
        self.redacted.update(value["struck"])
        self.emptied[value["record"]] = value["spans"]

    def _check_stamps(self) -> None:
        """Note each stamp whose checkpoint is not of this ledger."""
        level: List[Tuple[int, bytes]] = []
        size = 0
        for stamp in sorted(self.stamps, key=lambda one: one.checkpoint["entries"]):
            kept = stamp.checkpoint
            for digest in self.hashes[size : kept["entries"]]:
                grow(level, bytes.fromhex(digest))
            size = max(size, kept["entries"])
            first, newest = (self.hashes[:1], self.hashes[:size][-1:]) if size else ([], [])
            held = ((first or [GENESIS])[0], (newest or [GENESIS])[0], top(level).hex())
            fits = held == (kept["database"], kept["head"], kept["root"])
            if not fits or kept["entries"] >= stamp.entry:
                self.problems.add(f"stamp {stamp.name}", "its checkpoint is not of this ledger")

    def check_against(self, kept: Record) -> None:
        """Note what shows that the ledger does not go on from a checkpoint."""
        leaves = [bytes.fromhex(digest) for digest in self.hashes[: kept["entries"]]]
        if kept["entries"] and self.hashes[:1] != [kept["database"]]:
            self.problems.add("checkpoint", "it is of another ledger, or this was written anew")
        if len(leaves) < kept["entries"]:
            self.problems.add(
                "checkpoint",
                f"it tells of {kept['entries']} entries and there are {len(leaves)}: the end was "
                "cut off, or an older state was put back",
            )
            return
        if (self.hashes[kept["entries"] - 1] if kept["entries"] else GENESIS) != kept["head"]:
            self.problems.add("checkpoint", f"entry {kept['entries']} was rewritten")
        if merkle_root(leaves).hex() != kept["root"]:
            self.problems.add("checkpoint", f"the first {kept['entries']} entries were rewritten")


# Records as the ledger writes them, built from records as exports have them.


def told(**values: Any) -> Record:
    """Return what is known of these: an unknown one has no place in a record."""
    return {name: value for name, value in values.items() if value is not None}


def picked(record: Record, *names: str) -> Record:
    """Return some fields of a record."""
    return {name: record[name] for name in names}


REASONS = ("score", "features", "differences", "matcher", "matcher_version", "active")
SELECTOR = ("part", "position", "start", "end", "exact", "prefix", "suffix", "made_by", "active")
HOP = ("position", "agent", "role", "start", "end", "cue_start", "cue_end", "made_by", "active")
FACT = ("property", "value_min", "value_max", "unit", "qualifier", "as_of", "as_printed")
VERSION = tuple(
    (
        "article number body_sha256 text_sha256 title author media_type encoding encoding_from "
        "extractor extractor_version state captured_at"
    ).split()
)
ANCHORING = tuple("occurrence version fate state score anchors successor carried".split())
NOTICE = tuple("article claim occurrence kind text published_at url user at withdraws".split())
REQUEST = ("key", "digest", "answer", "user", "at")
WITHDRAWAL = ("article", "withdrawn", "reason", "user", "at")
REDACTION = tuple("part spans struck old_sha256 new_sha256 ground asked_by reason user at".split())
IDENTITY = ("agent", "other", "same", "reason", "user", "at", "withdraws")
CORRECTION = ("occurrence", "field", "before", "after", "reason", "user", "at")
OCCURRENCE = tuple(
    (
        "version ordinal parent origin rule confidence speaker_reason extractor_version rejected"
    ).split()
)
CLAIM = tuple(
    (
        "external_id kind type act text context speaker speaker_names unnamed_source denied event"
    ).split()
)


def place_record(place: Record) -> Record:
    """Return a place as the ledger has it."""
    aliases = sorted(set(place["aliases"]) - {place["name"]})
    known = {"kind": place["kind"], "within": place["within"], "aliases": aliases}
    origin = {} if place["origin"] == "article" else {"origin": place["origin"]}
    return {"name": place["name"], **{k: v for k, v in known.items() if v}, **origin}


def event_record(event: Record, participations: List[Record]) -> Record:
    """Return an event with who took part."""
    parts = sorted((p["agent"], p["role"], p["presence"] or "") for p in participations)
    precision = event["place_precision"]
    return {
        **picked(event, "type", "modality", "start", "end", "precision", "as_printed", "place"),
        "participants": [
            {"agent": agent, "role": role, **({"presence": presence} if presence else {})}
            for agent, role, presence in parts
        ],
        **({"place_precision": precision} if precision else {}),
    }


def claim_record(claim: Record) -> Record:
    """Return a claim's own wording, without what it is part of."""
    said = {name: claim[f"said_{name}"] for name in ("start", "end", "precision", "as_printed")}
    if said["start"] is None and any(said.values()):
        raise ValueError("the day it was said has no beginning")
    return {
        "id": claim["id"],
        **picked(claim, *CLAIM),
        "said_on": None if said["start"] is None else said,
    }


def occurrence_record(
    row: Record, claim: Record, hops: List[Record], facts: List[Record]
) -> Record:
    """Return an occurrence whole."""
    selectors = [picked(selector, *SELECTOR) for selector in row["selectors"]]
    chain = [{**picked(h, *HOP), **told(**picked(h, "source_type", "ground"))} for h in hops]
    return {
        **picked(row, *OCCURRENCE),
        **told(speaker_confidence=row["speaker_confidence"], proposed=row["proposed_id"]),
        "claim": claim_record(claim),
        "selectors": sorted(
            selectors, key=lambda s: (s["part"], s["made_by"], s["position"], s["start"], s["end"])
        ),
        "chain": sorted(
            chain, key=lambda h: (h["position"], h["made_by"], h["agent"], h["start"] or -1)
        ),
        "facts": sorted(
            (picked(fact, *FACT) for fact in facts), key=lambda f: (f["property"], f["as_printed"])
        ),
    }


def judgement_record(row: Record) -> Record:
    """Return a judgement; what it is on stands in one of three fields."""
    subjects = [row[name] for name in ("link", "relation", "occurrence") if row[name] is not None]
    if len(subjects) != 1:
        raise ValueError("it is not on one link, relation or occurrence")
    fields = picked(row, "verdict", "reason", "user", "at", "withdraws")
    return {"subject": subjects[0], **fields}


# The check of all records.


IN_ORDER = ("judgement", "correction", "agent_identity", "notice", "article_withdrawal")
"""Kinds of which later rows count more than earlier ones."""


class Records:
    """Every record of a source against what the ledger last wrote of it."""

    def __init__(self, source: Any, ledger: Ledger, problems: Problems) -> None:
        self.source, self.ledger, self.problems = source, ledger, problems
        self.count = 0
        self.unwritten = 0
        self.towards: Dict[str, str] = {}
        """Whom people say each agent is."""
        self._seen: Dict[str, Set[str]] = defaultdict(set)
        self._texts: Dict[str, str] = {}
        self._rows: Dict[str, List[Record]] = {}
        self._order: Dict[str, int] = {}
        self._dates: Optional[Dict[str, Optional[str]]] = None

    def check(self) -> None:
        """Go through all there are, then through all that the ledger tells of."""
        for kind in KINDS[:-1]:
            self._rows[kind] = []
            with self.problems.reading(kind):
                self._rows[kind] = [self._kept(kind, row) for row in self.source.records(kind)]
        checks: List[Tuple[str, Callable[[Record], None]]] = [
            ("outlets", self._outlet),
            ("articles", self._article),
            ("agents", self._agent),
            ("places", self._place),
            ("links", self._link),
            ("relations", self._relation),
            ("judgements", self._judgement),
            ("corrections", self._correction),
            ("anchorings", self._anchoring),
            ("notices", self._notice),
            ("requests", self._request),
            ("withdrawals", self._withdrawal),
            ("redactions", self._redaction),
        ]
        for kind, check in checks:
            for row in self._rows[kind]:
                with self.problems.reading(f"{kind[:-1]} {row.get('id')}"):
                    check(row)
        self._events()
        self._occurrences()
        with self.problems.reading("agents"):
            self._merged()
        self._references()
        self._missing()
        if isinstance(self.source, Export):
            with self.problems.reading("what the export shows"):
                Shown(self._rows, self).check(self.problems)

    def _kept(self, kind: str, row: Record) -> Record:
        """Check a version while its text and bytes are at hand; they are not kept twice."""
        if kind == "versions":
            with self.problems.reading(f"version {row.get('id')}"):
                self._version(row)
        return row

    def _version(self, row: Record) -> None:
        name, text = f"version {row['id']}", row.pop("text")
        self._texts[row["id"]] = text
        self._compare("version", name, row["id"], picked(row, *VERSION))
        if sha256(text) != row["text_sha256"]:
            self.problems.add(name, "its text is not the text that was captured")
        body = self.source.body(row)
        if body is None:
            if row["body_sha256"] not in self.ledger.emptied:
                self.problems.add(name, "its bytes are gone, and no redaction says so")
            elif self.ledger.emptied[row["body_sha256"]] not in ([], [[0, self.source.size(row)]]):
                self.problems.add(name, "so many bytes are not what was redacted")
        elif hashlib.sha256(body).hexdigest() != row["body_sha256"]:
            self.problems.add(name, "its bytes are not the bytes that were captured")
        row.pop("body", None)

    def _compare(self, kind: str, name: str, uid_: str, record: Record) -> None:
        """Hold a record against its last entry."""
        self.count += 1
        if uid_ in self._seen[kind]:
            self.problems.add(name, "it stands there twice")
        self._seen[kind].add(uid_)
        entries = self.ledger.told[kind].get(uid_)
        if not entries:
            self.problems.add(name, "no entry of the ledger tells of it")
            return
        seq, digest = entries[-1]
        if digest is None and seq in self.ledger.redacted:
            return
        if digest != sha256(canonical(record)):
            self.problems.add(name, "it is not as the ledger last wrote it")
        if kind in IN_ORDER and self.source.keeps_order:
            made = entries[0][0]
            if made < self._order.get(kind, 0):
                self.problems.add(name, "it stands after one that was made later")
            self._order[kind] = made

    def _compare_many(self, kind: str, agent: str, records: List[Record]) -> None:
        """Hold records of one agent against the entries, of which each tells of one."""
        self.count += len(records)
        self._seen[kind].add(agent)
        entries = self.ledger.told[kind].get(agent, [])
        hidden = sum(digest is None and seq in self.ledger.redacted for seq, digest in entries)
        wanted = Counter(digest for _, digest in entries if digest is not None)
        held = Counter(sha256(canonical(record)) for record in records)
        if sum((held - wanted).values()) > hidden:
            self.problems.add(f"agent {agent}", f"it has a {kind} that no entry tells of")
        if wanted - held or len(records) < len(entries):
            self.problems.add(f"agent {agent}", f"it lacks a {kind} that the ledger tells of")

    def _key(self, name: str, row: Record, wanted: str) -> None:
        if not row["name"].strip(BLOCK) and row["key"] == "" and row["id"] in self.ledger.emptied:
            return  # a redacted name has no folded form for its identifier to follow from
        if row["id"] != wanted or not _is_folded(row["name"], row["key"]):
            self.problems.add(name, "its identifier does not follow from its folded name")

    def _outlet(self, row: Record) -> None:
        name = f"outlet {row['id']}"
        self._compare("outlet", name, row["id"], {"name": row["name"]})
        self._key(name, row, uid("out", row["key"]))

    def _article(self, row: Record) -> None:
        record = picked(row, "outlet", "url", "content_hash", "published_at")
        self._compare("article", f"article {row['id']}", row["id"], record)

    def _agent(self, row: Record) -> None:
        name, agent = f"agent {row['id']}", row["id"]
        self._compare("agent", name, agent, picked(row, "kind", "name", "scope"))
        self._key(name, row, uid("agt", row["key"], row["scope"]))
        self._compare_many("agent_name", agent, [{"name": one} for one in row["names"]])
        held = [picked(one, "title", "of", "version") for one in row["occupancies"]]
        self._compare_many("occupancy", agent, held)

    def _place(self, row: Record) -> None:
        name = f"place {row['id']}"
        self._key(name, row, uid("plc", row["key"]))
        if row["origin"] == "shipped" and row["id"] not in self.ledger.told["place"]:
            self.unwritten += 1
            return
        self._compare("place", name, row["id"], place_record(row))

    def _link(self, row: Record) -> None:
        record = {"claim": row["claim_id"], **picked(row, "occurrence", "relation", "decision")}
        record.update(picked(row, *REASONS))
        self._compare("link", f"link {row['id']}", row["id"], record)

    def _relation(self, row: Record) -> None:
        ends = {"from_claim": row["from_claim_id"], "to_claim": row["to_claim_id"]}
        record = {**ends, **picked(row, "relation", "basis", *REASONS)}
        self._compare("relation", f"relation {row['id']}", row["id"], record)

    def _judgement(self, row: Record) -> None:
        self._compare("judgement", f"judgement {row['id']}", row["id"], judgement_record(row))

    def _correction(self, row: Record) -> None:
        record = picked(row, *CORRECTION)
        self._compare("correction", f"correction {row['id']}", row["id"], record)

    def _anchoring(self, row: Record) -> None:
        name = f"anchoring {row['id']}"
        self._compare("anchoring", name, row["id"], picked(row, *ANCHORING))
        length = len(self._texts[row["version"]])
        for anchor in row["anchors"]:
            start, end = anchor["start"], anchor["end"]
            if start is not None and not 0 <= start < end <= length:
                self.problems.add(name, f"its {anchor['part']} cannot stand at {start}")

    def _notice(self, row: Record) -> None:
        self._compare("notice", f"notice {row['id']}", row["id"], picked(row, *NOTICE))

    def _request(self, row: Record) -> None:
        self._compare("request", f"request {row['id']}", row["id"], picked(row, *REQUEST))

    def _withdrawal(self, row: Record) -> None:
        record = picked(row, *WITHDRAWAL)
        self._compare("article_withdrawal", f"withdrawal {row['id']}", row["id"], record)

    def _redaction(self, row: Record) -> None:
        name = f"redaction {row['id']}"
        about = row["record"] if "record" in row else row["record_uid"]
        record = {"record_kind": row["record_kind"], "record": about, **picked(row, *REDACTION)}
        self._compare("redaction", name, row["id"], record)
        told_ = self.ledger.told["redaction"].get(row["id"], [(0, None)])
        if told_[-1][0] != row["entry"]:
            self.problems.add(name, "its entry is another one")
        if row["record_kind"] == "version":
            text = self._texts[about]
            if any(text[start:end].strip(BLOCK) for start, end in row["spans"]):
                self.problems.add(name, "words stand where they were redacted")

    def _by(self, kind: str, field: str, owners: str) -> Dict[str, List[Record]]:
        """Return the rows of a kind by what they belong to; strays are noted."""
        found: Dict[str, List[Record]] = defaultdict(list)
        for row in self._rows[kind]:
            found[str(row.get(field))].append(row)
        for stray in sorted(found.keys() - {row.get("id") for row in self._rows[owners]}):
            self.problems.add(kind, f"one belongs to {stray}, which is not there")
        return found

    def _events(self) -> None:
        parts = self._by("participations", "event", "events")
        for row in self._rows["events"]:
            with self.problems.reading(f"event {row.get('id')}"):
                record = event_record(row, parts.get(row["id"], []))
                self._compare("event", f"event {row['id']}", row["id"], record)

    def _occurrences(self) -> None:
        hops = self._by("attributions", "occurrence", "occurrences")
        facts = self._by("facts", "occurrence", "occurrences")
        claims = {row.get("id"): row for row in self._rows["claims"]}
        worded = Counter(row.get("own_claim_id") for row in self._rows["occurrences"])
        for row in self._rows["occurrences"]:
            name = f"occurrence {row.get('id')}"
            with self.problems.reading(name):
                claim, own = claims[row["own_claim_id"]], facts.get(row["id"], [])
                record = occurrence_record(row, claim, hops.get(row["id"], []), own)
                self._compare("occurrence", name, row["id"], record)
                self._check_words(name, row["selectors"], self._texts[row["version"]])
                self._check_day(claim, row["version"])
                if any(fact["event"] != claim["event"] for fact in own):
                    self.problems.add(name, "a figure of it is of another event than its claim")
        for row in self._rows["claims"]:
            with self.problems.reading(f"claim {row.get('id')}"):
                self._check_claim(row, worded[row["id"]])

    def _check_day(self, claim: Record, version: str) -> None:
        """Check the copy of the publication's beginning that a database keeps with a claim."""
        if "published_start" not in claim:
            return
        article = self._published_at.get(version)
        if _utc_or_none(claim["published_start"]) != _published(article)[0]:
            self.problems.add(f"claim {claim['id']}", "it does not begin when its article does")

    @property
    def _published_at(self) -> Dict[str, Optional[str]]:
        if self._dates is None:
            articles = {row.get("id"): row.get("published_at") for row in self._rows["articles"]}
            self._dates = {
                row["id"]: articles.get(row["article"]) for row in self._rows["versions"]
            }
        return self._dates

    def _check_words(self, name: str, selectors: List[Record], text: str) -> None:
        for s in selectors:
            if text[s["start"] : s["end"]] != s["exact"]:
                self.problems.add(name, f"its {s['part']} is not what stands in the text")
        if not any(s["part"] == "content" and s["active"] for s in selectors):
            self.problems.add(name, "it points to no words")

    def _check_claim(self, row: Record, worded: int) -> None:
        name = f"claim {row['id']}"
        if worded != 1:
            self.problems.add(name, f"{worded} occurrences word it, not one")
        if row["part_of"] is None and row["id"] not in self.ledger.told["placement"]:
            return
        self._compare("placement", name, row["id"], {"part_of": row["part_of"]})

    def _merged(self) -> None:
        """Check whom people say each agent is: every word counts in order, the last on a pair."""
        words = [
            {**word, "from": agent["id"]}
            for agent in self._rows["agents"]
            for word in agent["identities"]
        ]
        told_ = self.ledger.told["agent_identity"]
        words.sort(key=lambda word: told_.get(word["id"], [(0, None)])[0][0])
        for word in words:
            name = f"word on agent {word['agent']}"
            self._compare("agent_identity", name, word["id"], picked(word, *IDENTITY))
            if word["from"] != word["agent"]:
                self.problems.add(name, "it stands with another agent")
        withdrawn = {word["withdraws"] for word in words}
        last = {frozenset((w["agent"], w["other"])): w for w in words if w["same"] is not None}
        self.towards = {
            w["agent"]: w["other"] for w in last.values() if w["same"] and w["id"] not in withdrawn
        }
        for row in self._rows["agents"]:
            if "same_as_id" in row and row["same_as_id"] != _end(row["id"], self.towards):
                self.problems.add(f"agent {row['id']}", "it is not one with whom people say it is")

    def _references(self) -> None:
        """Check that whatever a record names is there."""
        there = {kind: {row.get("id") for row in rows} for kind, rows in self._rows.items()}
        for kind, fields in NUMBERS.items():
            for row in self._rows.get(kind, ()):
                for name, (_, target) in fields.items():
                    wanted = row.get(name)
                    if wanted is not None and wanted not in there[target]:
                        self.problems.add(
                            f"{kind[:-1]} {row.get('id', '')}",
                            f"its {name} is {wanted}, which is not there",
                        )

    def _missing(self) -> None:
        """Note every record that the ledger tells of and that is not there."""
        known = {"place", "placement", *MANY, *WITHOUT_ROWS, *self._seen}
        known |= {"outlet", "article", "version", "agent", "agent_identity", "event"}
        known |= {"occurrence", "link", "relation", "judgement", "correction"}
        known |= {"anchoring", "notice", "request", "article_withdrawal", "redaction"}
        for kind, told_ in self.ledger.told.items():
            if kind not in known:
                self.problems.add("ledger", f"this verifier knows no records of kind {kind!r}")
            if kind not in WITHOUT_ROWS:
                for missing in sorted(told_.keys() - self._seen[kind]):
                    self.problems.add(
                        f"{kind} {missing}", "the ledger tells of it; it is not there"
                    )


def _end(agent: str, towards: Dict[str, str]) -> Optional[str]:
    """Return the agent that stands for another, None for one that stands by itself."""
    passed, at = {agent}, agent
    while towards.get(at) and towards[at] not in passed:
        at = towards[at]
        passed.add(at)
    return None if at == agent else at


# What an export shows beside its records, for readers: it has to follow from them.

FIELDS = {
    "outlets": ("id", "name", "key"),
    "articles": ("id", "outlet", "url", "content_hash", "published_at"),
    "versions": ("id", *VERSION),
    "agents": ("id", "kind", "name", "key", "scope", "names", "occupancies", "identities"),
    "places": ("id", "name", "key", "kind", "within", "origin", "aliases"),
    "events": tuple(
        "id type modality start end precision as_printed place place_precision".split()
    ),
    "participations": ("event", "agent", "role", "presence"),
    "claims": (
        *("id", "part_of", *CLAIM),
        *("said_start", "said_end", "said_precision", "said_as_printed"),
    ),
    "occurrences": (
        *("id", "own_claim_id", "proposed_id", "speaker_confidence", "selectors", *OCCURRENCE),
        *"act chain claim_id content cue denied event kind link outlet proposed".split(),
        *"published_at said_on source speaker text type url".split(),
    ),
    "attributions": ("occurrence", "source_type", "ground", *HOP),
    "facts": ("occurrence", "event", *FACT),
    "links": ("id", "occurrence", "claim_id", "relation", "decision", "status", *REASONS),
    "relations": (
        *("id", "from_claim_id", "to_claim_id", "relation", "basis", "status"),
        *REASONS,
    ),
    "judgements": tuple("id link relation occurrence verdict reason user at withdraws".split()),
    "corrections": ("id", *CORRECTION),
    "anchorings": ("id", *ANCHORING),
    "notices": ("id", *NOTICE),
    "requests": ("id", *REQUEST),
    "withdrawals": ("id", *WITHDRAWAL),
    "redactions": ("id", "entry", "record_kind", "record", *REDACTION),
}
"""Every field of each kind of record in an export; no other may stand there."""

HOLDING = ("suggested", "disputed", "auto", "confirmed")
"""What may hold an occurrence to its claim, weakest first."""


class Shown:
    """The readers' fields of an export, worked out again from its records."""

    def __init__(self, rows: Dict[str, List[Record]], records: Any) -> None:
        self._rows = rows
        self._records = records
        self._by_id = {
            kind: {row["id"]: row for row in rows[kind]}
            for kind in ("outlets", "articles", "versions", "agents", "places", "events", "claims")
        }
        self._of: Dict[str, Dict[str, List[Record]]] = {}
        for kind, field in (
            ("attributions", "occurrence"),
            ("facts", "occurrence"),
            ("links", "occurrence"),
            ("participations", "event"),
        ):
            self._of[kind] = defaultdict(list)
            for row in rows[kind]:
                self._of[kind][row[field]].append(row)
        self._judged: Dict[str, List[Record]] = defaultdict(list)
        told_ = records.ledger.told["judgement"]
        for row in sorted(rows["judgements"], key=lambda row: told_[row["id"]][0][0]):
            self._judged[row["link"] or row["relation"] or row["occurrence"]].append(row)

    def check(self, problems: Problems) -> None:
        """Note every field that is none, is missing, or shows something else."""
        for kind, fields in FIELDS.items():
            for row in self._rows[kind]:
                if set(row) - {"size"} != set(fields) or ("size" in row and kind != "versions"):
                    odd = sorted(set(row) ^ set(fields))[0]
                    problems.add(f"{kind[:-1]} {row.get('id', '')}", f"its field {odd!r} is odd")
        for kind in ("links", "relations"):
            for row in self._rows[kind]:
                if row["status"] != self.status(row):
                    problems.add(f"{kind[:-1]} {row['id']}", "its status is not what people said")
        for row in self._rows["occurrences"]:
            with problems.reading(f"occurrence {row['id']}"):
                for name, value in self.occurrence(row).items():
                    if row[name] != value:
                        problems.add(f"occurrence {row['id']}", f"it shows another {name!r}")

    def status(self, row: Record) -> str:
        """Return the status of a link or relation, as people's answers make it."""
        said = self._judged[row["id"]]
        withdrawn = {one["withdraws"] for one in said}
        last = {one["user"]: one for one in said if one["verdict"]}
        verdicts = {one["verdict"] for one in last.values() if one["id"] not in withdrawn}
        verdicts -= {"unsure"}
        if verdicts:
            decided = {"yes": "confirmed", "no": "rejected"}
            return decided[verdicts.pop()] if len(verdicts) == 1 else "disputed"
        return "auto" if row.get("decision") == "link" else "suggested"

    def _name(self, agent: Optional[str]) -> Optional[str]:
        """Return the name to show for an agent: that of the one people say it is."""
        if agent is None:
            return None
        return str(self._by_id["agents"][_end(agent, self._records.towards) or agent]["name"])

    def occurrence(self, row: Record) -> Record:
        """Return what an occurrence shows to readers."""
        claim = self._by_id["claims"][row["own_claim_id"]]
        version = self._by_id["versions"][row["version"]]
        article = self._by_id["articles"][version["article"]]
        outlet = self._by_id["outlets"].get(article["outlet"])
        spans = {
            part: [
                picked(s, "start", "end", "exact")
                for s in row["selectors"]
                if s["active"] and s["part"] == part
            ]
            for part in ("content", "source", "cue")
        }
        hops = sorted(self._of["attributions"][row["id"]], key=lambda hop: hop["position"])
        return {
            **picked(claim, "act", "kind", "type", "denied", "text"),
            "content": spans["content"],
            "source": spans["source"][0] if spans["source"] else None,
            "cue": spans["cue"][0] if spans["cue"] else None,
            "speaker": self._name(claim["speaker"]),
            "proposed": self._name(row["proposed_id"]),
            "chain": [
                {**picked(h, "position", "role", "source_type", "ground"), "agent": name}
                for h in hops
                if h["active"]
                for name in [self._name(h["agent"])]
            ],
            "said_on": claim_record(claim)["said_on"],
            "event": self._event(claim["event"], row["id"]),
            "claim_id": claim["part_of"] or claim["id"],
            "link": self._link(row["id"], claim["part_of"]),
            "url": article["url"],
            "published_at": article["published_at"],
            "outlet": outlet["name"] if outlet else None,
        }

    def _event(self, event_id: Optional[str], occurrence: str) -> Optional[Record]:
        if event_id is None:
            return None
        event = self._by_id["events"][event_id]
        place = self._by_id["places"].get(event["place"])
        dated = event["start"] and event["end"] and event["precision"]
        when = picked(event, "start", "end", "precision")
        parts = [
            {"agent": self._name(p["agent"]), "role": p["role"], "presence": p["presence"]}
            for p in self._of["participations"][event_id]
        ]
        return {
            **picked(event, "type", "modality"),
            **(when if dated else dict.fromkeys(when)),
            "place": place["name"] if place else None,
            "place_precision": event["place_precision"],
            "participants": InAnyOrder(parts),
            "quantities": InAnyOrder(
                {
                    **picked(fact, "property", "unit", "qualifier", "as_printed"),
                    "min": fact["value_min"],
                    "max": fact["value_max"],
                }
                for fact in self._of["facts"][occurrence]
            ),
        }

    def _link(self, occurrence: str, part_of: Optional[str]) -> Optional[Record]:
        """Return the strongest active link that holds an occurrence to the claim it is part of."""
        best: Optional[Record] = None
        for link in self._of["links"][occurrence] if part_of else ():
            whole = self._by_id["claims"][link["claim_id"]]["part_of"] or link["claim_id"]
            shown = {**picked(link, "relation", "score"), "status": self.status(link)}
            holds = link["active"] and whole == part_of and shown["status"] in HOLDING
            if holds and (best is None or _strength(shown) > _strength(best)):
                best = shown
        return best


def _strength(link: Record) -> Tuple[int, float]:
    return (HOLDING.index(link["status"]), link["score"])


class InAnyOrder(List[Record]):
    """A list that equals another one of the same records."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, list) and sorted(map(canonical, self)) == sorted(
            map(canonical, other)
        )

    __hash__ = None


# Proofs that single entries are in a ledger, without the ledger.


def check_proofs(given: Record, kept: Optional[Record]) -> Tuple[int, Problems]:
    """Return how many proofs were checked, and which do not hold.

    `kept` is the checkpoint that is trusted; without it, the one that came along.
    """
    problems = Problems()
    if given.get("tracker_proofs") != 1:
        raise BadInput("these are no tracker proofs of form 1")
    came = read_checkpoint(json.dumps(given["checkpoint"]))
    trusted = kept or came
    if any(trusted[name] != came[name] for name in ("database", "entries", "head", "root")):
        problems.add("checkpoint", "the proofs are not under the checkpoint that was kept")
    root = bytes.fromhex(trusted["root"])
    for number, proof in enumerate(given["proofs"], 1):
        with problems.reading(f"proof {number}"):
            entry = proof["entry"]
            name = f"proof of entry {entry['seq']}"
            path = [bytes.fromhex(one) for one in proof["path"]]
            leaf = bytes.fromhex(hash_of(entry))
            if entry["hash"] != leaf.hex():
                problems.add(name, "its hash does not match what it says")
            if set(proof) != {"entry", "salt", "value", "index", "size", "path"}:
                raise ValueError("it has other fields than a proof has")
            fits = proof["index"] == entry["seq"] - 1 and proof["size"] == trusted["entries"]
            if not fits or not proof_holds(leaf, proof["index"], proof["size"], path, root):
                problems.add(name, "it is not under the checkpoint's root")
            value = proof["value"]
            if value is not None and sha256(proof["salt"] + value) != entry["digest"]:
                problems.add(name, "its value is not the one that was written")
    return len(given["proofs"]), problems


# Bundles: some claims with their texts and captures, and proofs of what the ledger tells of them.

BUNDLE = (
    "SHA256SUMS captures.warc.gz checkpoint.txt claims.jsonl index.html ledger.json "
    "occurrences.jsonl relations.jsonl tracker_verify.py"
).split()
"""The files of a bundle; the texts of versions lie in `texts/` beside them."""

STAMPS = "stamps.json"
"""Where a bundle has time stamps: that its ledger goes on from each one's checkpoint."""

BESIDE = r"texts/ver-[0-9a-f]+\.txt|stamps/stm-[0-9a-f]+\.(txt|tsq|tsr)"
"""The names of files that a bundle has as many of as it needs."""

ONLY_OURS = ("SHA256SUMS", "captures.warc.gz", "ledger.json", "checkpoint.txt")
"""Files of which one shows that something is meant to be a bundle."""

ADDED = {"claims": ("independence", "notices"), "occurrences": ("history", "notices")}
"""Fields that a bundle shows beside those of an export, which are held against nothing."""

MOST = 2**30
"""Bytes that a file of a bundle may have, unpacked."""


def names_in(path: Path) -> List[str]:
    """Return the names of all files in a folder or zip; one that stands there twice, twice."""
    if path.is_dir():
        found = [p for p in path.rglob("*") if p.is_symlink() or not p.is_dir()]
        return sorted(p.relative_to(path).as_posix() for p in found)
    with zipfile.ZipFile(path) as held:
        return sorted(held.namelist())


def is_bundle(path: Path) -> bool:
    """Say whether a path is a bundle, or was one; an export has a ledger of its own kind."""
    if not path.is_dir() and not zipfile.is_zipfile(path):
        return False
    names = names_in(path)
    whole = any(name.split("/")[-1] == "ledger.jsonl" for name in names)
    return not whole and any(name in ONLY_OURS for name in names)


def read_files(path: Path, problems: Problems) -> Dict[str, bytes]:
    """Return the files of a bundle that can be read, by name."""
    found: Dict[str, bytes] = {}
    names = names_in(path)
    for name, count in Counter(names).items():
        if count > 1:
            problems.add(name, "it stands there twice")
    held = None if path.is_dir() else zipfile.ZipFile(path)
    try:
        for name in names:
            with problems.reading(name):
                if held is None and (path / name).is_symlink():
                    raise ValueError("it is a link")
                size = held.getinfo(name).file_size if held else (path / name).stat().st_size
                if size > MOST:
                    raise ValueError("it is too large")
                found[name] = held.read(name) if held else (path / name).read_bytes()
    finally:
        if held:
            held.close()
    return found


def check_sums(files: Dict[str, bytes], problems: Problems) -> None:
    """Note each file that is not as SHA256SUMS has it, that it does not name, or that is gone."""
    wanted: Dict[str, str] = {}
    lines = files.get("SHA256SUMS", b"").decode("utf-8").split("\n")
    if lines.pop() != "":
        problems.add("SHA256SUMS", "its last line is cut off")
    for line in lines:
        digest, gap, name = line.partition("  ")
        if not gap or not re.fullmatch("[0-9a-f]{64}", digest) or name in wanted:
            problems.add("SHA256SUMS", f"its line {line!r} is none")
        wanted[name] = digest
    for name in sorted({*wanted, *BUNDLE} - files.keys()):
        problems.add(name, "the file is missing")
    for name in sorted(files.keys() - {"SHA256SUMS"}):
        if name not in wanted:
            problems.add(name, "SHA256SUMS does not name it")
        elif hashlib.sha256(files[name]).hexdigest() != wanted[name]:
            problems.add(name, "it is not the file that SHA256SUMS names")
        if name not in (*BUNDLE, STAMPS) and not re.fullmatch(BESIDE, name):
            problems.add(name, "a bundle has no such file")


def warc_records(data: bytes) -> Iterator[Tuple[Record, bytes]]:
    """Yield the headers, by name in small letters, and the block of each record of a WARC."""
    while data:
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
        record = unpack.decompress(data, MOST)
        if not unpack.eof:
            raise ValueError("a record of it is cut off, or too large")
        data = unpack.unused_data
        head, gap, rest = record.partition(b"\r\n\r\n")
        version, *lines = head.decode("utf-8").split("\r\n")
        if not gap or not version.startswith("WARC/1."):
            raise ValueError("it holds what is no WARC record")
        headers: Record = {}
        for line in lines:
            name, colon, value = line.partition(":")
            if not colon or name.lower() in headers:
                raise ValueError(f"its header {line!r} is odd")
            headers[name.lower()] = value.strip()
        length = int(headers["content-length"])
        if rest[length:] != b"\r\n\r\n":
            raise ValueError("a record is not of the length that it says")
        yield headers, rest[:length]


class Slice:
    """What proven entries tell of: the last value of each record, and what was redacted."""

    def __init__(self, proofs: List[Record], problems: Problems) -> None:
        self.values: Dict[str, Record] = defaultdict(dict)
        """By kind and uid the record as last written, None where it was struck out."""
        self.told: Dict[str, Dict[str, Told]] = defaultdict(lambda: defaultdict(list))
        self.many: Dict[str, Dict[str, List[Record]]] = defaultdict(lambda: defaultdict(list))
        self.emptied: Set[str] = set()
        struck: List[int] = []
        redacted: Set[int] = set()
        seen = 0
        for proof in proofs:
            entry = proof["entry"]
            if entry["seq"] <= seen:
                problems.add(f"proof of entry {entry['seq']}", "it does not stand in its order")
            seen = entry["seq"]
            kind, about = entry["record_kind"], entry["record_uid"]
            value = None if proof["value"] is None else load(proof["value"])
            digest = None if proof["value"] is None else sha256(proof["value"])
            if value is None:
                struck.append(seen)
            elif kind == "redaction":
                redacted.update(value["struck"])
                self.emptied.add(value["record"])
            self.told[kind][about].append((seen, digest))
            self.values[kind][about] = value
            if kind in MANY and value is not None:
                self.many[kind][about].append(value)
        for seq in struck:
            if seq not in redacted:
                problems.add(f"proof of entry {seq}", "its value was struck out and none says why")

    def rows(self, kind: str) -> List[Record]:
        """Return the records of a kind with their uids, in the order of their first entries."""
        return [
            {**value, "id": about}
            for about, value in self.values[kind].items()
            if value is not None
        ]


class Proven:
    """The rows that an export would have, built from proven records, for `Shown`."""

    def __init__(self, slice_: Slice) -> None:
        self.ledger = slice_
        """Under the name by which `Shown` asks for the order of entries."""
        self.towards: Dict[str, str] = {}
        claims, occurrences, hops, facts = self._words(slice_)
        events = slice_.rows("event")
        self.rows: Dict[str, List[Record]] = {
            "outlets": slice_.rows("outlet"),
            "articles": slice_.rows("article"),
            "versions": slice_.rows("version"),
            "agents": slice_.rows("agent"),
            "places": slice_.rows("place"),
            "events": [{"place_precision": None, **event} for event in events],
            "participations": [
                {"presence": None, **part, "event": event["id"]}
                for event in events
                for part in event["participants"]
            ],
            "claims": claims,
            "occurrences": occurrences,
            "attributions": hops,
            "facts": facts,
            "links": [{**row, "claim_id": row["claim"]} for row in slice_.rows("link")],
            "judgements": [self._judgement(row, slice_) for row in slice_.rows("judgement")],
        }
        self._merge(slice_)

    @staticmethod
    def _words(slice_: Slice) -> Tuple[List[Record], List[Record], List[Record], List[Record]]:
        claims, occurrences, hops, facts = [], [], [], []
        for row in slice_.rows("occurrence"):
            claim = row["claim"]
            said = claim["said_on"] or {}
            placed = slice_.values["placement"].get(claim["id"]) or {}
            days = {
                f"said_{name}": said.get(name)
                for name in ("start", "end", "precision", "as_printed")
            }
            claims.append({**claim, **days, "part_of": placed.get("part_of")})
            occurrences.append({**row, "own_claim_id": claim["id"]})
            hops += [
                {"source_type": None, "ground": None, **hop, "occurrence": row["id"]}
                for hop in row["chain"]
            ]
            facts += [
                {**fact, "occurrence": row["id"], "event": claim["event"]} for fact in row["facts"]
            ]
        return claims, occurrences, hops, facts

    @staticmethod
    def _judgement(row: Record, slice_: Slice) -> Record:
        subject = row["subject"]
        on = {
            name: subject if subject in slice_.values[name] else None
            for name in ("link", "relation", "occurrence")
        }
        return {**row, **on}

    def _merge(self, slice_: Slice) -> None:
        """Find whom people say each agent is, as `Records` does."""
        told_ = slice_.told["agent_identity"]
        words = sorted(slice_.rows("agent_identity"), key=lambda word: told_[word["id"]][-1][0])
        withdrawn = {word["withdraws"] for word in words}
        last = {frozenset((w["agent"], w["other"])): w for w in words if w["same"] is not None}
        self.towards = {
            w["agent"]: w["other"] for w in last.values() if w["same"] and w["id"] not in withdrawn
        }

    def know_place(self, event_id: Optional[str], name: Optional[str]) -> None:
        """Take a place that shipped with the program, of which no entry tells, by its name.

        Its identifier follows from the folded name, which is known here for ASCII only.
        """
        event = next((row for row in self.rows["events"] if row["id"] == event_id), None)
        place = event["place"] if event else None
        if place is None or name is None or place in {row["id"] for row in self.rows["places"]}:
            return
        folded = re.sub("[^a-z0-9]+", " ", name.lower().replace("'", "")).strip()
        if not name.isascii() or uid("plc", folded) == place:
            self.rows["places"].append({"id": place, "name": name})


class Bundle:
    """The check of a bundle: files, proofs, then every file against what was proven."""

    def __init__(self, path: Path, kept: Optional[Record]) -> None:
        self.problems = Problems()
        self.files = read_files(path, self.problems)
        with self.problems.reading("SHA256SUMS"):
            check_sums(self.files, self.problems)
        self.count = self.entries = 0
        self.texts: Dict[str, str] = {}
        self.stamps: List[Stamped] = []
        self.covered: Dict[str, str] = {}
        """How many of the proven entries each stamp's checkpoint tells of, by its name."""
        slice_ = None
        with self.problems.reading("ledger.json"):
            slice_ = self._prove(kept)
        if slice_ is not None:
            self._check(slice_)

    def _prove(self, kept: Optional[Record]) -> Slice:
        given = load(self.files["ledger.json"].decode("utf-8"))
        if not isinstance(given, dict) or given.get("tracker_proofs") != 1:
            raise ValueError("it holds no tracker proofs of form 1")
        with self.problems.reading("checkpoint.txt"):
            came = read_checkpoint(self.files["checkpoint.txt"].decode("utf-8"))
            inside = read_checkpoint(json.dumps(given["checkpoint"]))
            if any(came[name] != inside[name] for name in CHECKPOINT):
                self.problems.add("checkpoint.txt", "it is not the checkpoint of ledger.json")
        self.entries, wrong = check_proofs(given, kept)
        self.problems.extend(wrong)
        return Slice(given["proofs"], self.problems)

    def _check(self, slice_: Slice) -> None:
        with self.problems.reading("captures.warc.gz"):
            self._versions(slice_)
        with self.problems.reading(STAMPS):
            self._stamps(slice_)
        with self.problems.reading("records"):
            proven = Proven(slice_)
            claims, occurrences, relations = map(self._rows, ("claims", "occurrences", "relations"))
            self._claims(claims, proven)
            self._occurrences(occurrences, {row.get("id") for row in claims}, proven)
            self._relations(relations, {row.get("id") for row in claims}, proven)

    def _stamps(self, slice_: Slice) -> None:
        """Check that each stamp is as proven, and is of an earlier state of the same ledger."""
        given = load(
            self.files.get(STAMPS, b'{"tracker_stamps":1,"beginnings":{}}').decode("utf-8")
        )
        if set(given) != {"tracker_stamps", "beginnings"} or given["tracker_stamps"] != 1:
            raise ValueError("it holds no tracker stamps of form 1")
        beginnings = given["beginnings"]
        told_ = slice_.told["stamp"]
        for name in sorted(beginnings.keys() ^ told_.keys()):
            self.problems.add(f"stamp {name}", "it is in stamps.json or proven, and not both")
        wanted: Dict[str, bytes] = {}
        proven = load(self.files["ledger.json"].decode("utf-8"))
        new = (proven["checkpoint"]["entries"], bytes.fromhex(proven["checkpoint"]["root"]))
        entries = [proof["entry"] for proof in proven["proofs"]]
        numbers = [entry["seq"] for entry in entries if entry["record_kind"] != "stamp"]
        for name in sorted(beginnings.keys() & told_.keys()):
            with self.problems.reading(f"stamp {name}"):
                stamp = Stamped(name, told_[name][0][0], slice_.values["stamp"][name])
                wanted.update({f"stamps/{file}": data for file, data in stamp.files().items()})
                kept = stamp.checkpoint
                path = [bytes.fromhex(one) for one in beginnings[name]]
                if not goes_on((kept["entries"], bytes.fromhex(kept["root"])), new, path):
                    raise ValueError("the ledger does not go on from its checkpoint")
                self.stamps.append(stamp)
                some = sum(seq <= kept["entries"] for seq in numbers)
                self.covered[name] = f"{some} of the {len(numbers)} proven entries on these claims"
        there = {name for name in self.files if name.startswith("stamps/")}
        for name in sorted(there | wanted.keys()):
            if self.files.get(name) != wanted.get(name):
                self.problems.add(name, "it is not what was proven")

    def _rows(self, kind: str) -> List[Record]:
        rows = []
        name = f"{kind}.jsonl"
        lines = self.files.get(name, b"").split(b"\n")
        if lines.pop():
            self.problems.add(name, "its last line is cut off")
        for number, line in enumerate(lines, 1):
            with self.problems.reading(f"{name}, line {number}"):
                row = load(line.decode("utf-8"))
                if not isinstance(row, dict) or not isinstance(row.get("id"), str):
                    raise ValueError("it is no record")
                for field in ADDED.get(kind, ()):
                    row.pop(field, None)
                rows.append(row)
        self.count += len(rows)
        for one, times in Counter(row["id"] for row in rows).items():
            if times > 1:
                self.problems.add(f"{kind[:-1]} {one}", "it stands there twice")
        return rows

    # Versions: the text, and the bytes in the archive.

    def _versions(self, slice_: Slice) -> None:
        captured: Dict[str, Tuple[Record, bytes]] = {}
        with self.problems.reading("captures.warc.gz"):
            for headers, block in warc_records(self.files.get("captures.warc.gz", b"")):
                name = headers["warc-record-id"]
                if name in captured:
                    self.problems.add("captures.warc.gz", f"it has two records {name}")
                captured[name] = (headers, block)
        versions = slice_.values["version"]
        self.count += len(versions)
        for about, record in versions.items():
            name = f"version {about}"
            with self.problems.reading(name):
                text = self.files.get(f"texts/{about}.txt")
                if text is None:
                    raise ValueError("its text is missing")
                self.texts[about] = text.decode("utf-8")
                if hashlib.sha256(text).hexdigest() != record["text_sha256"]:
                    self.problems.add(name, "its text is not the text that was captured")
                found = captured.pop(f"<urn:tracker:{about}>", None)
                self._capture(name, record, found, slice_)
        for odd in sorted(captured):
            self.problems.add("captures.warc.gz", f"no proven version is its record {odd}")
        for file in sorted(self.files):
            if file.startswith("texts/") and file[len("texts/") : -len(".txt")] not in versions:
                self.problems.add(file, "no proven version has this text")
        self._redactions(slice_)

    def _capture(
        self, name: str, record: Record, found: Optional[Tuple[Record, bytes]], slice_: Slice
    ) -> None:
        """Check the record of the archive that a version was captured from."""
        if found is None:
            if record["body_sha256"] not in slice_.emptied:
                self.problems.add(name, "its bytes are gone, and no redaction says so")
            return
        headers, body = found
        if hashlib.sha256(body).hexdigest() != record["body_sha256"]:
            self.problems.add(name, "its bytes are not the bytes that were captured")
        article = slice_.values["article"].get(record["article"]) or {}
        address = headers["warc-target-uri"]
        if address not in (article.get("url"), headers["warc-record-id"].strip("<>")):
            self.problems.add(name, "its capture has another address than its article")
        at = datetime.fromisoformat(headers["warc-date"].replace("Z", "+00:00"))
        if at != datetime.fromisoformat(record["captured_at"]):
            self.problems.add(name, "its capture is of another time")
        if headers["warc-type"] != "resource":
            self.problems.add(name, "its capture is no resource")
        if headers["content-type"].split(";")[0].strip() != record["media_type"]:
            self.problems.add(name, "its capture is of another kind")
        digest = base64.b32encode(hashlib.sha256(body).digest()).decode("ascii")
        if headers["warc-payload-digest"] != f"sha256:{digest}":
            self.problems.add(name, "its capture is not what its digest was made of")

    def _redactions(self, slice_: Slice) -> None:
        for row in slice_.rows("redaction"):
            text = self.texts.get(row["record"], "")
            if any(text[start:end].strip(BLOCK) for start, end in row["spans"]):
                self.problems.add(f"redaction {row['id']}", "words stand where they were redacted")

    # Claims, occurrences and relations: rows against proven records.

    def _same(self, name: str, found: Record, wanted: Record) -> None:
        """Note each field in which a row is not as proven."""
        for field in sorted(found.keys() | wanted.keys()):
            # By ==, which a list in any order has of its own.
            if field not in found or field not in wanted or not wanted[field] == found[field]:  # noqa: SIM201
                self.problems.add(name, f"its {field!r} is not what was proven")

    def _claims(self, rows: List[Record], proven: Proven) -> None:
        known = {row["id"]: row for row in proven.rows["claims"]}
        given = {row["id"] for row in rows}
        for row in rows:
            name = f"claim {row['id']}"
            if row["id"] not in known:
                self.problems.add(name, "no proven entry tells of it")
                continue
            with self.problems.reading(name):
                self._same(name, row, picked(known[row["id"]], *FIELDS["claims"]))
        for one in known.values():
            if one["part_of"] in given and one["id"] not in given:
                self.problems.add(f"claim {one['id']}", "it is part of a claim, and is missing")

    def _occurrences(self, rows: List[Record], claims: Set[Any], proven: Proven) -> None:
        known = {row["id"]: row for row in proven.rows["occurrences"]}
        for row in rows:
            with self.problems.reading(f"occurrence {row['id']}"):
                event = row["event"] or {}
                own = known.get(row["id"], {}).get("claim", {})
                proven.know_place(own.get("event"), event.get("place"))
        shown = Shown(proven.rows, proven)
        for row in rows:
            name = f"occurrence {row['id']}"
            if row["id"] not in known:
                self.problems.add(name, "no proven entry tells of it")
                continue
            with self.problems.reading(name):
                self._occurrence(name, row, known[row["id"]], shown)
        there = {row["id"] for row in rows}
        for one in known.values():
            if one["own_claim_id"] in claims and one["id"] not in there:
                self.problems.add(f"occurrence {one['id']}", "it is of a claim, and is missing")
        for missing in sorted(claims - {row.get("own_claim_id") for row in rows}):
            self.problems.add(f"claim {missing}", "no occurrence words it")

    def _occurrence(self, name: str, row: Record, known: Record, shown: Shown) -> None:
        readable = shown.occurrence(row)
        wanted = {
            "id": row["id"],
            "own_claim_id": known["own_claim_id"],
            "proposed_id": known.get("proposed"),
            "speaker_confidence": known.get("speaker_confidence"),
            **picked(known, *OCCURRENCE),
            "selectors": InAnyOrder(known["selectors"]),
            **readable,
            # A record does not keep the order of two agents in one place of a chain.
            "chain": InAnyOrder(readable["chain"]),
        }
        self._same(name, row, wanted)
        text = self.texts[row["version"]]
        for s in row["selectors"]:
            if text[s["start"] : s["end"]] != s["exact"]:
                self.problems.add(name, f"its {s['part']} is not what stands in the text")

    def _relations(self, rows: List[Record], claims: Set[Any], proven: Proven) -> None:
        known = {row["id"]: row for row in proven.ledger.rows("relation")}
        shown = Shown(proven.rows, proven)
        for row in rows:
            name = f"relation {row['id']}"
            if row["id"] not in known:
                self.problems.add(name, "no proven entry tells of it")
                continue
            with self.problems.reading(name):
                one = known[row["id"]]
                wanted = {
                    "id": row["id"],
                    "from_claim_id": one["from_claim"],
                    "to_claim_id": one["to_claim"],
                    **picked(one, "relation", "basis", *REASONS),
                    "status": shown.status(row),
                }
                self._same(name, row, wanted)
        there = {row["id"] for row in rows}
        for one in known.values():
            if claims & {one["from_claim"], one["to_claim"]} and one["id"] not in there:
                self.problems.add(f"relation {one['id']}", "it is of a claim, and is missing")


# The command.


def verify(path: Path, kept: Optional[Record] = None) -> Tuple[Record, Problems]:
    """Return what was checked of an SQLite file, a folder or a zip, and what does not hold.

    Raises BadInput for what is none of them.
    """
    source = open_source(path)
    try:
        problems = source.problems
        ledger = Ledger(source.records("ledger"), problems)
        if isinstance(source, Database):
            source.check_itself(ledger.seq, ledger.head)
        records = Records(source, ledger, problems)
        records.check()
        if kept is not None:
            ledger.check_against(kept)
    except UNREADABLE as error:
        source.problems.add(str(path), f"it cannot be read: {type(error).__name__}: {error}")
        return {"records": 0, "entries": 0, "shipped": 0, "stamps": []}, source.problems
    finally:
        source.close()
    checked = {
        "records": records.count,
        "entries": len(ledger.hashes),
        "shipped": records.unwritten,
        "stamps": ledger.stamps,
    }
    return checked, problems


def _looks_like_bundle(path: Path) -> bool:
    try:
        return is_bundle(path)
    except UNREADABLE as error:
        raise BadInput(f"{path}: {error}") from error


def open_source(path: Path) -> Any:
    """Return what reads a path; raises BadInput for what is no database and no export."""
    try:
        if path.is_dir() or zipfile.is_zipfile(path):
            return Export(path)
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\x00":
                raise BadInput(
                    f"{path} is no SQLite database, no exported folder and no zip of one"
                )
        return Database(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise BadInput(f"{path}: {error}") from error


def _read(path: Optional[Path], parse: Callable[[str], Any]) -> Any:
    if path is None:
        return None
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput(f"{path}: {error}") from error


def tell_stamps(stamps: List[Stamped], folder: Optional[Path]) -> None:
    """Print the newest stamp, and write the files of all into a folder if one is named."""
    if stamps and folder is None:
        newest = max(stamps, key=lambda one: one.checkpoint["entries"])
        print(f"{len(stamps)} time stamps; --stamps FOLDER writes their files there; the newest is")
        print("\n".join(newest.lines("FOLDER")))
    if folder is None:
        return
    try:
        folder.mkdir(exist_ok=True)
        for stamp in stamps:
            for name, data in stamp.files().items():
                (folder / name).write_bytes(data)
            print("\n".join(stamp.lines(str(folder))))
    except OSError as error:
        raise BadInput(f"{folder}: {error}") from error


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tracker-verify", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument(
        "path", nargs="?", type=Path, help="SQLite file, exported folder or bundle, or zip"
    )
    parser.add_argument("--against", type=Path, help="a checkpoint kept elsewhere")
    parser.add_argument("--stamps", type=Path, help="a folder to write time stamps to")
    parser.add_argument("--proofs", type=Path, help="proofs that entries are under a checkpoint")
    return parser


def main(arguments: Optional[List[str]] = None) -> int:
    """Check what the command line names; return the exit code."""
    parser = _arguments()
    given = parser.parse_args(arguments)
    if given.path is None and given.proofs is None:
        parser.error("give a path, or --proofs FILE")
    try:
        kept = _read(given.against, read_checkpoint)
        problems = Problems()
        if given.path is not None and _looks_like_bundle(given.path):
            bundle = Bundle(given.path, kept)
            problems = bundle.problems
            print(f"checked a bundle: {bundle.count} records, {bundle.entries} proofs")
            if kept is None:
                print("no checkpoint was given: it holds only if the one in it does")
            for stamp in bundle.stamps:
                print("\n".join(stamp.lines("stamps")))
                print(f"  it covers {bundle.covered[stamp.name]}")
        elif given.path is not None:
            checked, problems = verify(given.path, kept)
            print("checked {records} records, {entries} ledger entries".format(**checked))
            if checked["shipped"]:
                print(f"{checked['shipped']} places came with the program and are no record")
            tell_stamps(checked["stamps"], given.stamps)
        if given.proofs is not None:
            count, wrong = check_proofs(_read(given.proofs, load), kept)
            print(f"checked {count} proofs")
            problems.extend(wrong)
            if kept is None:
                print("no checkpoint was given: the proofs hold only if the one in them does")
    except (BadInput, KeyError, TypeError) as error:
        print(f"tracker-verify: {error}", file=sys.stderr)
        return 2
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems) or 'no'} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
