"""Time stamps (RFC 3161): of which bytes they are and of when.

Who signed them is not checked here, which takes more than the standard library has:
`openssl` does.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import datetime, timezone
from typing import Dict, List, Tuple

from tracker.verifier.checkpoints import printed, read_checkpoint
from tracker.verifier.hashing.canonical import Record, uid
from tracker.verifier.stamps.der import (
    INTEGER,
    OBJECT,
    OCTETS,
    SEQUENCE,
    SET,
    SHA256_NAME,
    SIGNED_DATA,
    TAGGED,
    TIME,
    TST_INFO,
    Element,
    elements,
    within,
)


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
