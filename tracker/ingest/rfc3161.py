"""Time stamps of RFC 3161, by the optional package `rfc3161-client`: asking, reading, checking.

It is an extra, `pip install 'tracker[timestamp]'`, as it brings OpenSSL (23 MB). A stamp
is checked as of its own time: its certificates have to be valid then, not now, so it goes
on to hold when they have expired.
"""

import hashlib
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from importlib import import_module
from typing import Any

from tracker.errors import BadInput, NotVerified
from tracker.ingest.der import INTEGER, OBJECT, SEQUENCE, SET, Node, inside, nodes
from tracker.model import Stamp

QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"
"""The media types of what is asked and answered over HTTP (RFC 3161, section 3.4)."""

MOST_BYTES = 256 * 1024
"""The longest reply that is read. Those of authorities have 1 to 10 KB, by their certificates."""

_SHA256 = "2.16.840.1.101.3.4.2.1"

_STATUS = (
    "granted",
    "granted with changes",
    "rejection",
    "waiting",
    "revocation warning",
    "revocation notification",
)


def make_request(data: bytes) -> bytes:
    """Return a request for a stamp on the SHA-256 of some bytes, with a nonce of its own.

    Raises:
        BadInput: the package is not installed.
    """
    library = _library()
    asked = library.TimestampRequestBuilder().data(data)
    built: bytes = asked.hash_algorithm(library.HashAlgorithm.SHA256).build().as_bytes()
    return built


def read(reply: bytes, data: bytes) -> Stamp:
    """Return what a reply says of some bytes, whoever signed it.

    Raises:
        BadInput: the package is not installed.
        NotVerified: it is no whole reply, the authority refused, or it is of other bytes.
    """
    return _read(reply, data)[1]


def check(
    reply: bytes, data: bytes, roots: bytes | None = None, request: bytes | None = None
) -> Stamp:
    """Return what a reply says of some bytes, once it is the answer to `request`, if given.

    With `roots`, certificates in PEM, it has to be signed by an authority that one of them
    stands behind; without, that was not looked at.

    Raises:
        BadInput: the package is not installed, `roots` hold no certificate, or `request`
            is none.
        NotVerified: it does not hold; the message says why.
    """
    opened, stamp = _read(reply, data)
    if request is not None:
        asked = _asked(request)
        if asked.message_imprint.message != hashlib.sha256(data).digest():
            raise NotVerified("the request is of other bytes than this checkpoint")
        if opened.tst_info.nonce != asked.nonce:
            raise NotVerified("it answers another request: its nonce is another")
    if roots is not None:
        _check_signature(opened, data, read_roots(roots))
    return stamp


def _library() -> Any:
    try:
        return import_module("rfc3161_client")  # an extra: it may be missing
    except ModuleNotFoundError as error:
        raise BadInput(
            "time stamps need the package rfc3161-client: install it with "
            "pip install 'tracker[timestamp]'"
        ) from error


def is_installed() -> bool:
    """Say whether stamps can be read here."""
    try:
        _library()
    except BadInput:
        return False
    return True


@contextmanager
def _reading() -> Iterator[None]:
    """Turn what a damaged reply ends in into one line.

    Raises:
        NotVerified: it is damaged.
    """
    try:
        with warnings.catch_warnings(action="ignore"):  # of odd certificates, in many lines
            yield
    except NotVerified:
        raise
    except Exception as error:  # of two libraries, each with a tree of its own
        said = " ".join(str(error).split()) or type(error).__name__
        raise NotVerified(f"it is no whole time stamp: {said}") from error


def _read(reply: bytes, data: bytes) -> tuple[Any, Stamp]:
    """Return the library's form of a reply, and what it says."""
    library = _library()
    if len(reply) > MOST_BYTES:
        raise NotVerified("it is too long for a time stamp")
    with _reading():
        opened = library.decode_timestamp_response(_in_order(reply))
        _require_granted(opened)
        issuer = _check_form(reply)
        token = opened.tst_info
        imprint = token.message_imprint
        authority = _signer(opened, issuer)
        stamp = Stamp(
            at=token.gen_time.astimezone(UTC),
            accuracy=_seconds(token.accuracy),
            authority=authority,
            policy=token.policy.dotted_string,
            serial=token.serial_number,
        )
    if imprint.hash_algorithm.dotted_string != _SHA256:
        raise NotVerified("it is not of a SHA-256, which was asked for")
    if imprint.message != hashlib.sha256(data).digest():
        raise NotVerified("it is of other bytes than this checkpoint")
    return opened, stamp


def _require_granted(opened: Any) -> None:
    if opened.status == 0:
        return
    name = _STATUS[opened.status] if 0 <= opened.status < len(_STATUS) else f"{opened.status}"
    said = "; ".join(map(_in_one_line, opened.status_string))
    raise NotVerified(f"the authority did not grant it: {name}{f' ({said})' if said else ''}")


def _signer(opened: Any, issuer: bytes) -> str:
    """Return who the certificate is of by which a reply is signed, and that `issuer` gave."""
    x509 = import_module("cryptography.x509")
    signers = list(opened.signed_data.signer_infos)
    if len(signers) != 1:
        raise NotVerified(f"it has {len(signers)} signatures; a time stamp has one")
    for held in opened.signed_data.certificates:
        one = x509.load_der_x509_certificate(held)
        # By the bytes, as two names of one spelling are equal whatever kinds of text they are.
        if (one.issuer.public_bytes(), one.serial_number) == (issuer, signers[0].serial_number):
            return _in_one_line(one.subject.rfc4514_string())
    raise NotVerified("it does not hold the certificate that it is signed by, which was asked for")


def _in_one_line(text: str) -> str:
    """Return what an authority says of itself, without what a terminal would obey."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _seconds(accuracy: Any) -> float | None:
    if accuracy is None:
        return None
    parts = (accuracy.seconds or 0, accuracy.millis or 0, accuracy.micros or 0)
    return float(parts[0] + parts[1] / 1e3 + parts[2] / 1e6)


def _asked(request: bytes) -> Any:
    """Return the library's form of a request, which it reads and does not announce."""
    try:
        return import_module("rfc3161_client._rust").parse_timestamp_request(request)
    except ValueError as error:
        raise BadInput("the request is no time stamp request: give the file that was made") from (
            error
        )


def read_roots(roots: bytes) -> list[Any]:
    """Return certificates given in PEM.

    Raises:
        BadInput: they are none, or the package is not installed.
    """
    _library()
    try:
        found: list[Any] = import_module("cryptography.x509").load_pem_x509_certificates(roots)
    except ValueError as error:
        raise BadInput("--timestamp-roots: there are no certificates in PEM in the file") from error
    return found


def _check_signature(opened: Any, data: bytes, roots: list[Any]) -> None:
    library = _library()
    try:
        with _reading():
            library.VerifierBuilder(roots=roots).build().verify_message(opened, data)
    except NotVerified as error:
        if isinstance(error.__cause__, library.VerificationError):
            raise NotVerified(_why(str(error.__cause__))) from error
        raise


_WHY = {
    "certificate has expired": "the authority's certificate had expired at the time it states",
    "not yet valid": "the authority's certificate was not valid yet at the time it states",
    "unable to get local issuer": "no certificate of the roots stands behind it, or one between "
    "them is missing in it",
    "self-signed certificate": "no certificate of the roots stands behind it",
    "unsuitable certificate purpose": "the certificate that it is signed by is not for time stamps",
    "EKU": "the certificate that it is signed by is not for time stamps",
}


def _why(said: str) -> str:
    """Return what the library says in words of ours, or in its own."""
    for words, told in _WHY.items():
        if words in said:
            return told
    verify = re.search(r'reason: "([^"]+)"', said)
    return f"its signature does not hold: {verify.group(1) if verify else said}"


# What neither the signature covers nor the library looks at. That cannot make a stamp say
# anything else, but a stamp with one byte changed shall not pass for whole.

_RSA, _RSA_PSS, _EC_KEY = "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.10", "1.2.840.10045.2.1"
_SIGNED_WITH = {
    "2.16.840.1.101.3.4.2.1": ("1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2"),
    "2.16.840.1.101.3.4.2.2": ("1.2.840.113549.1.1.12", "1.2.840.10045.4.3.3"),
    "2.16.840.1.101.3.4.2.3": ("1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4"),
}
"""By SHA-256, -384 and -512 the names of RSA and ECDSA with it; both are also named by the key."""


def _signed_data(reply: bytes) -> list[Node]:
    """Return what stands in a token's SignedData (RFC 5652, section 5.1)."""
    (whole,) = nodes(reply, 0, len(reply))
    _, token = inside(reply, whole, SEQUENCE)
    _, content = inside(reply, token, SEQUENCE)
    (signed,) = inside(reply, content, 0xA0)
    return inside(reply, signed, SEQUENCE)


def _in_order(reply: bytes) -> bytes:
    """Return a reply with its certificates in the order that DER wants.

    The library refuses another, which OpenSSL and many authorities write. No signature
    covers the order.
    """
    try:
        sets = [node for node in _signed_data(reply) if node.tag == 0xA0]
        for held in sets:
            found = sorted(reply[one.start : one.end] for one in inside(reply, held, 0xA0))
            reply = reply[: held.body] + b"".join(found) + reply[held.end :]
    except ValueError:
        pass  # a refusal has no token, and what is damaged the library says
    return reply


def _check_form(reply: bytes) -> bytes:
    """Check the parts that nobody signs; return the name of who issued the signer's certificate.

    Raises:
        ValueError: one is not as it has to be, or not there.
    """
    version, _, _, *_, signers = _signed_data(reply)
    (signer,) = inside(reply, signers, SET)
    parts = [node for node in inside(reply, signer, SEQUENCE) if node.tag not in (0xA0, 0xA1)]
    signer_version, named, digest, algorithm, _ = parts
    for node, wanted in ((version, 3), (signer_version, 1)):
        if node.tag != INTEGER or reply[node.body : node.end] != bytes([wanted]):
            raise ValueError("it is of another version of signed data")
    hashed, signed = (_object(reply, node) for node in (digest, algorithm))
    if signed not in (_RSA, _RSA_PSS, _EC_KEY, *_SIGNED_WITH.get(hashed, ())):
        raise ValueError("its signature is of a kind that is not read")
    issuer, _ = inside(reply, named, SEQUENCE)
    return reply[issuer.start : issuer.end]


def _object(reply: bytes, algorithm: Node) -> str:
    """Return the dotted name of an algorithm."""
    first = inside(reply, algorithm, SEQUENCE)[0]
    if first.tag != OBJECT or first.body == first.end or reply[first.end - 1] & 0x80:
        raise ValueError("an algorithm has no name")
    numbers, value = [], 0
    for byte in reply[first.body : first.end]:
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            numbers.append(value)
            value = 0
    root = min(numbers[0] // 40, 2)
    return ".".join(map(str, (root, numbers[0] - 40 * root, *numbers[1:])))
