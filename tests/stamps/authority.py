"""A time-stamping authority for tests, whose stamps OpenSSL verifies: it signs what it is asked.

The recorded replies are on one checkpoint and one nonce; a database under test has others.
"""

import hashlib
from datetime import UTC, datetime
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from rfc3161_client import _rust

AT = datetime(2026, 3, 14, 10, 0, tzinfo=UTC)


def der(tag: int, *parts: bytes) -> bytes:
    """Return an element of DER."""
    body = b"".join(parts)
    if len(body) < 0x80:
        return bytes([tag, len(body)]) + body
    length = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + body


def integer(value: int) -> bytes:
    return der(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def named(dotted: str) -> bytes:
    """Return an object identifier."""
    first, second, *rest = map(int, dotted.split("."))
    groups = b""
    for number in (40 * first + second, *rest):
        low = [number & 0x7F]
        while number := number >> 7:
            low.append(number & 0x7F | 0x80)
        groups += bytes(reversed(low))
    return der(0x06, groups)


_SHA256 = der(0x30, named("2.16.840.1.101.3.4.2.1"), der(0x05))
_TST_INFO, _SIGNED = named("1.2.840.113549.1.9.16.1.4"), named("1.2.840.113549.1.7.2")


@cache
def _root() -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Sample Live Root")])
    return key, _built(name, name, key, 1).add_extension(
        x509.BasicConstraints(ca=True, path_length=None), critical=True
    ).sign(key, hashes.SHA256())


@cache
def _leaf(common_name: str) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    root, above = _root()
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    built = _built(name, above.subject, key, 2)
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    return key, built.add_extension(usage, critical=True).sign(root, hashes.SHA256())


def _built(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, serial: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(serial)
        .not_valid_before(datetime(2020, 1, 1))
        .not_valid_after(datetime(2126, 1, 1))
    )


def roots() -> bytes:
    """Return the certificate to trust, in PEM."""
    return _root()[1].public_bytes(serialization.Encoding.PEM)


def reply(request: bytes, at: datetime = AT, name: str = "Sample Live Authority") -> bytes:
    """Return the reply to a request, at a time that is stated, by an authority of this name."""
    asked = _rust.parse_timestamp_request(request)
    key, certificate = _leaf(name)
    imprint = der(0x30, _SHA256, der(0x04, asked.message_imprint.message))
    info = der(
        0x30,
        integer(1),
        named("1.2.3.4.1"),
        imprint,
        integer(77),
        der(0x18, f"{at:%Y%m%d%H%M%SZ}".encode()),
        integer(asked.nonce),
    )
    own = certificate.public_bytes(serialization.Encoding.DER)
    ess = der(0x30, der(0x30, der(0x30, der(0x04, hashlib.sha256(own).digest()))))
    attributes = b"".join(
        sorted(
            der(0x30, named(name), der(0x31, value))
            for name, value in (
                ("1.2.840.113549.1.9.3", _TST_INFO),
                ("1.2.840.113549.1.9.4", der(0x04, hashlib.sha256(info).digest())),
                ("1.2.840.113549.1.9.16.2.47", ess),
            )
        )
    )
    signature = key.sign(der(0x31, attributes), ec.ECDSA(hashes.SHA256()))
    signer = der(
        0x30,
        integer(1),
        der(0x30, certificate.issuer.public_bytes(), integer(certificate.serial_number)),
        _SHA256,
        der(0xA0, attributes),
        der(0x30, named("1.2.840.10045.4.3.2")),
        der(0x04, signature),
    )
    signed = der(
        0x30,
        integer(3),
        der(0x31, _SHA256),
        der(0x30, _TST_INFO, der(0xA0, der(0x04, info))),
        der(0xA0, own),
        der(0x31, signer),
    )
    return der(0x30, der(0x30, integer(0)), der(0x30, _SIGNED, der(0xA0, signed)))
