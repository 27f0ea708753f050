"""Time stamps, by replies that OpenSSL made and that were recorded (tests/stamps/)."""

import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stamps import FOLDER, authority, recorded
from tracker.errors import BadInput, NotVerified
from tracker.ingest import rfc3161
from tracker.ingest.der import inside, nodes
from tracker.model import Checkpoint

DATA = recorded("checkpoint.txt")
ROOTS = recorded("roots.pem")
REQUEST = recorded("request.tsq")


def test_the_recorded_checkpoint_is_as_it_is_printed() -> None:
    assert Checkpoint.parse(DATA.decode()).printed() == DATA


@pytest.mark.parametrize(
    ("name", "signer"),
    [
        pytest.param("granted.tsr", "CN=Sample Stamping Authority", id="by the root"),
        pytest.param("chain.tsr", "CN=Sample Stamping Authority Below", id="one between"),
    ],
)
def test_a_granted_reply_holds_and_says_when(name: str, signer: str) -> None:
    stamp = rfc3161.check(recorded(name), DATA, ROOTS, REQUEST)
    assert (stamp.authority, stamp.policy, stamp.accuracy) == (signer, "1.2.3.4.1", 1.0)
    assert datetime(2026, 11, 1, tzinfo=UTC) < stamp.at < datetime(2126, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        pytest.param("rejected.tsr", "rejection (Message digest algorithm", id="refused"),
        pytest.param("other-nonce.tsr", "its nonce is another", id="another request"),
        pytest.param("other-text.tsr", "of other bytes than this checkpoint", id="another text"),
        pytest.param("longer-hash.tsr", "not of a SHA-256", id="another hash"),
        pytest.param("without-certificate.tsr", "does not hold the certificate", id="none"),
        pytest.param("without-between.tsr", "one between them is missing", id="chain is cut"),
        pytest.param("expired.tsr", "had expired at the time it states", id="expired then"),
        pytest.param("not-yet.tsr", "was not valid yet at the time it states", id="not yet"),
        pytest.param("not-for-stamps.tsr", "is not for time stamps", id="a mail certificate"),
        pytest.param("checkpoint.txt", "no whole time stamp", id="a text"),
        pytest.param("request.tsq", "no whole time stamp", id="the request"),
    ],
)
def test_what_does_not_hold_says_why(name: str, why: str) -> None:
    with pytest.raises(NotVerified) as raised:
        rfc3161.check(recorded(name), DATA, ROOTS, REQUEST)
    assert why in str(raised.value)
    assert "\n" not in str(raised.value)


def test_every_recorded_file_is_asked_about() -> None:
    made = {path.name for path in FOLDER.glob("*.tsr")}
    asked = set()
    for test in (test_a_granted_reply_holds_and_says_when, test_what_does_not_hold_says_why):
        (mark,) = test.pytestmark  # type: ignore[attr-defined]
        asked |= {parameters.values[0] for parameters in mark.args[1]}
    assert made <= asked


def test_a_root_that_is_not_behind_it_is_not_enough() -> None:
    with pytest.raises(NotVerified, match="no certificate of the roots stands behind it"):
        rfc3161.check(recorded("granted.tsr"), DATA, recorded("other-root.pem"), REQUEST)


def test_one_of_several_roots_is_enough() -> None:
    assert rfc3161.check(recorded("granted.tsr"), DATA, recorded("other-root.pem") + ROOTS)


def test_without_roots_a_reply_is_read_and_not_trusted() -> None:
    # By whom it is signed is not looked at: the caller has to say so.
    assert rfc3161.check(recorded("expired.tsr"), DATA).authority.endswith("Expired")


@pytest.mark.parametrize("change", [0x01, 0x20, 0x80, 0xFF])
@pytest.mark.parametrize("name", ["granted.tsr", "chain.tsr"])
def test_no_changed_byte_is_accepted(name: str, change: int) -> None:
    whole = recorded(name)
    for at in range(len(whole)):
        changed = bytearray(whole)
        changed[at] ^= change
        with pytest.raises(NotVerified):
            rfc3161.check(bytes(changed), DATA, ROOTS, REQUEST)


def test_no_shorter_and_no_longer_reply_is_accepted() -> None:
    whole = recorded("granted.tsr")
    for wrong in (*(whole[:end] for end in range(len(whole))), whole + b"\0", whole + whole):
        with pytest.raises(NotVerified):
            rfc3161.check(wrong, DATA, ROOTS, REQUEST)


def test_the_order_of_certificates_does_not_matter() -> None:
    # OpenSSL writes them in the order it was given, which the library refuses.
    whole = recorded("chain.tsr")
    held = next(node for node in rfc3161._signed_data(whole) if node.tag == 0xA0)
    found = [whole[one.start : one.end] for one in inside(whole, held, 0xA0)]
    assert len(found) == 2
    turned = whole[: held.body] + b"".join(reversed(found)) + whole[held.end :]
    assert turned != whole
    for reply in (whole, turned):
        assert rfc3161.check(reply, DATA, ROOTS, REQUEST).authority.endswith("Below")


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_one_line(junk: bytes) -> None:
    with pytest.raises(NotVerified) as raised:
        rfc3161.read(junk, DATA)
    assert "\n" not in str(raised.value)


@given(st.binary(max_size=60))
def test_elements_lie_side_by_side_or_are_refused(data: bytes) -> None:
    try:
        found = nodes(data, 0, len(data))
    except ValueError:
        return
    ends = [0, *(node.end for node in found)]
    assert [node.start for node in found] == ends[:-1]
    assert ends[-1] == len(data)
    assert all(node.start < node.body <= node.end for node in found)


def test_a_long_reply_is_not_read() -> None:
    with pytest.raises(NotVerified, match="too long"):
        rfc3161.read(bytes(rfc3161.MOST_BYTES + 1), DATA)


def test_a_name_is_one_line_and_no_orders_to_a_terminal() -> None:
    request = rfc3161.make_request(DATA)
    reply = authority.reply(request, name="A\x1b[2J\nsigned under roots.pem")
    stamp = rfc3161.check(reply, DATA, authority.roots(), request)
    assert stamp.authority == "CN=A [2J signed under roots.pem"


def test_each_request_has_a_nonce_of_its_own() -> None:
    first, second = rfc3161.make_request(DATA), rfc3161.make_request(DATA)
    assert first != second
    with pytest.raises(NotVerified, match="its nonce is another"):
        rfc3161.check(authority.reply(second), DATA, authority.roots(), first)
    assert rfc3161.check(authority.reply(first), DATA, authority.roots(), first).at == authority.AT


@pytest.mark.parametrize(
    ("year", "holds"),
    [
        pytest.param(2019, False, id="before its certificate"),
        pytest.param(2020, True, id="long ago"),
        pytest.param(2125, True, id="to come"),
        pytest.param(2126, False, id="after its certificate"),
    ],
)
def test_a_stamp_is_checked_as_of_its_own_time(year: int, holds: bool) -> None:
    request = rfc3161.make_request(DATA)
    reply = authority.reply(request, datetime(year, 7, 1, tzinfo=UTC))
    if holds:
        assert rfc3161.check(reply, DATA, authority.roots(), request).at.year == year
    else:
        with pytest.raises(NotVerified, match="at the time it states"):
            rfc3161.check(reply, DATA, authority.roots(), request)


@pytest.mark.parametrize(
    ("roots", "request_", "why"),
    [
        pytest.param(b"no PEM", REQUEST, "no certificates in PEM", id="roots"),
        pytest.param(ROOTS, b"no request", "no time stamp request", id="request"),
    ],
)
def test_wrong_files_are_bad_input(roots: bytes, request_: bytes, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        rfc3161.check(recorded("granted.tsr"), DATA, roots, request_)


def test_a_request_on_another_text_does_not_fit() -> None:
    with pytest.raises(NotVerified, match="the request is of other bytes"):
        rfc3161.check(recorded("granted.tsr"), DATA, ROOTS, rfc3161.make_request(b"another"))


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    assert not rfc3161.is_installed()
    with pytest.raises(BadInput, match=r"pip install 'tracker\[timestamp\]'"):
        rfc3161.make_request(DATA)
