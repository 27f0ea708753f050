"""`tracker checkpoint` with time stamps: asking over HTTP, by files, and what verify says."""

import sys
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

import httpx2
import pytest

from tests.cli.conftest import Tracker
from tests.stamps import authority, recorded
from tracker import stamping
from tracker.ingest import stamps as tokens
from tracker.ingest.fetch import post
from tracker.model import Checkpoint

ADDRESS = "http://stamps.example/tsa"
REPLY = {"Content-Type": tokens.REPLY}

Answer = Callable[[httpx2.Request], httpx2.Response]


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], None]:
    """Let what an authority answers over HTTP come from a function."""

    def answer(by: Answer) -> None:
        transport = httpx2.MockTransport(by)
        monkeypatch.setattr(stamping, "post", partial(post, transport=transport))

    return answer


@pytest.fixture
def roots(tmp_path: Path) -> Path:
    path = tmp_path / "roots.pem"
    path.write_bytes(authority.roots())
    return path


def replied(body: bytes) -> httpx2.Response:
    return httpx2.Response(200, headers=REPLY, stream=httpx2.ByteStream(body))


def stamped(request: httpx2.Request) -> httpx2.Response:
    assert (request.method, request.headers["content-type"]) == ("POST", tokens.QUERY)
    return replied(authority.reply(request.content))


@pytest.fixture
def filled(tracker: Tracker, tmp_path: Path) -> Tracker:
    (tmp_path / "story.txt").write_text("“It opens in June,” Mayor Tobias Rehn said.", "utf-8")
    assert tracker("add", tmp_path / "story.txt", "--outlet", "Sample Wire").code == 0
    return tracker


def test_an_authority_is_asked_and_verify_tells_of_it(
    filled: Tracker, answered: Callable[[Answer], None], roots: Path, tmp_path: Path
) -> None:
    answered(stamped)
    out = tmp_path / "kept.txt"
    asked = ("checkpoint", "--timestamp", ADDRESS, "--out", out, "--timestamp-roots", roots)
    ran = filled(*asked)
    assert ran.code == 0, ran.err
    assert "stamped 2026-03-14T10:00:00+00:00 by CN=Sample Live Authority" in ran.err
    kept = Checkpoint.parse(out.read_text("utf-8"))
    reply = Path(f"{out}.tsr").read_bytes()
    assert tokens.check(
        reply, out.read_bytes(), roots.read_bytes(), Path(f"{out}.tsq").read_bytes()
    )

    bare = filled("verify", "--verify-against", out)
    assert (bare.code, bare.err) == (0, "")
    assert f"checkpoint of {kept.entries} entries stamped 2026-03-14" in bare.out
    assert "stamp not checked against a root: name one with --timestamp-roots FILE" in bare.out
    held = filled("verify", "--verify-against", out, "--timestamp-roots", roots)
    assert (held.code, f"signed under {roots}" in held.out) == (0, True)
    (shape,) = filled("verify", "--timestamp-roots", roots, "--json").json["stamps"]
    assert (shape["entries"], shape["entry"]) == (kept.entries, kept.entries + 1)
    assert (shape["at"], shape["checked_against"]) == ("2026-03-14T10:00:00+00:00", str(roots))
    again = filled(*asked)
    assert (again.code, "there is a file of that name" in again.err) == (2, True)


def test_a_root_that_is_not_behind_it_fails_verification(
    filled: Tracker, answered: Callable[[Answer], None], tmp_path: Path
) -> None:
    answered(stamped)
    other = tmp_path / "other.pem"
    other.write_bytes(recorded("other-root.pem"))
    assert filled("checkpoint", "--timestamp", ADDRESS).code == 0
    ran = filled("verify", "--timestamp-roots", other)
    assert (ran.code, "no certificate of the roots stands behind it" in ran.err) == (1, True)
    assert "no time stamp in the ledger holds" in ran.out
    before = filled("log", "--kind", "stamp", "--json").lines
    ran = filled("checkpoint", "--timestamp", ADDRESS, "--timestamp-roots", other)
    assert (ran.code, "nothing was kept" in ran.err) == (1, True)
    assert filled("log", "--kind", "stamp", "--json").lines == before


def test_a_newsroom_without_a_way_out_carries_files(
    filled: Tracker, roots: Path, tmp_path: Path
) -> None:
    kept, request, reply = (tmp_path / name for name in ("kept.txt", "kept.tsq", "kept.tsr"))
    assert filled("checkpoint", "--out", kept, "--timestamp-request", request).code == 0
    reply.write_bytes(authority.reply(request.read_bytes()))
    # The database goes on meanwhile.
    assert filled("claim", "correct", 1, "--speaker", "Ada Lind", "--reason", "misread").code == 0
    taken = ("checkpoint", "--timestamp-reply", reply, "--of", kept, "--timestamp-request", request)
    ran = filled(*taken, "--timestamp-roots", roots, "--json")
    assert ran.code == 0, ran.err
    assert ran.json["stamp"]["at"] == "2026-03-14T10:00:00+00:00"
    assert filled(*taken).code == 0
    assert len(filled("log", "--kind", "stamp", "--json").lines) == 1
    ran = filled("verify", "--verify-against", kept, "--timestamp-roots", roots)
    assert (ran.code, f"signed under {roots}" in ran.out) == (0, True)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        pytest.param("rejected.tsr", "did not grant it: rejection (Message digest", id="refused"),
        pytest.param("other-nonce.tsr", "its nonce is another", id="nonce"),
        pytest.param("other-text.tsr", "of other bytes than this checkpoint", id="imprint"),
        pytest.param("expired.tsr", "had expired", id="expired"),
        pytest.param("without-certificate.tsr", "does not hold the certificate", id="bare"),
    ],
)
def test_a_recorded_reply_that_does_not_hold_is_not_kept(
    tracker: Tracker, tmp_path: Path, name: str, why: str
) -> None:
    ran = tracker(*taken(tmp_path, name))
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert why in ran.err
    assert "nothing was kept" in ran.err
    assert not tracker("log", "--json").lines


def taken(folder: Path, reply: str) -> tuple[object, ...]:
    """Return the words by which a recorded reply on an empty ledger is given."""
    for name in ("checkpoint.txt", "request.tsq", "roots.pem", reply):
        (folder / name).write_bytes(recorded(name))
    return (
        *("checkpoint", "--of", folder / "checkpoint.txt", "--timestamp-reply", folder / reply),
        *("--timestamp-request", folder / "request.tsq"),
        *("--timestamp-roots", folder / "roots.pem"),
    )


def test_a_recorded_reply_is_kept(tracker: Tracker, tmp_path: Path) -> None:
    ran = tracker(*taken(tmp_path, "chain.tsr"))
    assert ran.code == 0, ran.err
    ran = tracker("verify", "--timestamp-roots", tmp_path / "roots.pem")
    assert (ran.code, "by CN=Sample Stamping Authority Below; signed" in ran.out) == (0, True)


def test_a_checkpoint_of_another_database_is_not_kept(
    filled: Tracker, bare: Tracker, tmp_path: Path
) -> None:
    other = ("--database", f"sqlite:///{tmp_path}/other.db")
    assert bare(*other, "init").code == 0
    assert bare(*other, "add", tmp_path / "story.txt", "--outlet", "Sample Wire").code == 0
    kept, request, reply = (tmp_path / name for name in ("kept.txt", "kept.tsq", "kept.tsr"))
    assert bare(*other, "checkpoint", "--out", kept, "--timestamp-request", request).code == 0
    reply.write_bytes(authority.reply(request.read_bytes()))
    ran = filled(
        *("checkpoint", "--timestamp-reply", reply, "--of", kept, "--timestamp-request", request)
    )
    assert (ran.code, "the checkpoint is not of this database" in ran.err) == (1, True)
    assert not filled("log", "--kind", "stamp", "--json").lines


async def _breaking() -> AsyncIterator[bytes]:
    yield authority.reply(tokens.make_request(b"x"))[:100]
    raise httpx2.ReadError("the connection was closed")


async def _endless() -> AsyncIterator[bytes]:
    while True:
        yield bytes(65_536)


def unreachable(_: httpx2.Request) -> httpx2.Response:
    raise httpx2.ConnectError("no route to it")


@pytest.mark.parametrize(
    ("answer", "code", "why"),
    [
        pytest.param(unreachable, 2, "it cannot be fetched: no route to it", id="unreachable"),
        pytest.param(lambda _: httpx2.Response(503), 2, "the server answers 503", id="status"),
        pytest.param(
            lambda _: httpx2.Response(302, headers={"Location": "http://u:p@else.example/"}),
            2,
            "sends us on to http://else.example/",
            id="redirect",
        ),
        pytest.param(
            lambda _: httpx2.Response(200, html="<p>Welcome</p>"),
            2,
            "answers with text/html, not with application/timestamp-reply",
            id="a page",
        ),
        pytest.param(
            lambda _: httpx2.Response(
                200, headers={**REPLY, "Content-Encoding": "gzip"}, stream=httpx2.ByteStream(b"x")
            ),
            2,
            "packed",
            id="compressed",
        ),
        pytest.param(
            lambda _: httpx2.Response(200, headers=REPLY, content=_breaking()),
            2,
            "the connection was closed",
            id="dies in the middle",
        ),
        pytest.param(
            lambda _: httpx2.Response(200, headers=REPLY, content=_endless()),
            2,
            "answers with more than 262144 bytes",
            id="endless",
        ),
        pytest.param(
            lambda _: replied(b""),
            1,
            "no whole time stamp",
            id="empty",
        ),
        pytest.param(
            lambda r: replied(authority.reply(r.content)[:-9]),
            1,
            "no whole time stamp",
            id="cut off",
        ),
        pytest.param(
            lambda _: replied(recorded("rejected.tsr")),
            1,
            "did not grant it: rejection",
            id="refused",
        ),
    ],
)
def test_what_an_authority_can_answer_wrong(
    tracker: Tracker,
    answered: Callable[[Answer], None],
    tmp_path: Path,
    answer: Answer,
    code: int,
    why: str,
) -> None:
    answered(answer)
    ran = tracker("checkpoint", "--timestamp", ADDRESS, "--out", tmp_path / "kept.txt")
    assert (ran.code, ran.err.count("\n")) == (code, 1), ran.err
    assert why in ran.err
    assert not tracker("log", "--json").lines
    assert not list(tmp_path.glob("kept*"))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param(("--timestamp-request", "a.tsq"), "needs --out", id="request alone"),
        pytest.param(("--of", "a"), "goes with --timestamp-reply", id="of alone"),
        pytest.param(("--timestamp-reply", "a"), "needs what was asked", id="reply alone"),
        pytest.param(
            ("--timestamp-reply", "a", "--of", "a", "--timestamp-request", "a", "--out", "b"),
            "goes without --out",
            id="reply and out",
        ),
        pytest.param(
            ("--timestamp", ADDRESS, "--timestamp-request", "a", "--out", "b"),
            "or --timestamp-request",
            id="both ways",
        ),
    ],
)
def test_options_that_do_not_go_together(
    tracker: Tracker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    why: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a").write_text("a", "utf-8")
    ran = tracker("checkpoint", *words)
    assert (ran.code, why in ran.err) == (2, True)


def test_a_file_that_cannot_be_written_loses_no_stamp(
    filled: Tracker, answered: Callable[[Answer], None], tmp_path: Path
) -> None:
    answered(stamped)
    ran = filled("checkpoint", "--timestamp", ADDRESS, "--out", tmp_path / "no" / "kept.txt")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "the time stamp is in the ledger: tracker log --kind stamp" in ran.err
    assert len(filled("log", "--kind", "stamp", "--json").lines) == 1


def test_without_the_package_verify_says_what_was_not_read(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tracker(*taken(tmp_path, "granted.tsr")).code == 0
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    ran = tracker("verify")
    assert ran.code == 0
    assert "1 time stamps were not read: that needs pip install 'tracker[timestamp]'" in ran.out
    ran = tracker("verify", "--timestamp-roots", tmp_path / "roots.pem")
    assert (ran.code, "time stamps need the package rfc3161-client" in ran.err) == (2, True)
