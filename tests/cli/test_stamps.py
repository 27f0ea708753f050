"""`tracker timestamp`: asking over HTTP, by files, and what verify says of the stamps."""

import sys
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

import httpx2
import pytest

from tests.cli.conftest import Tracker
from tests.stamps import authority, recorded
from tracker import stamping
from tracker.ingest import rfc3161 as tokens
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


def checkpoint(tracker: Tracker, folder: Path, name: str = "kept.txt") -> Path:
    """Write a checkpoint to a file."""
    assert tracker("checkpoint", "--out", folder / name).code == 0
    return folder / name


def test_an_authority_is_asked_and_verify_tells_of_it(
    filled: Tracker, answered: Callable[[Answer], None], roots: Path, tmp_path: Path
) -> None:
    answered(stamped)
    out = checkpoint(filled, tmp_path)
    asked = ("timestamp", "fetch", out, ADDRESS, "--timestamp-roots", roots)
    ran = filled(*asked)
    assert ran.code == 0, ran.err
    assert "stamped 2026-03-14T10:00:00+00:00 by CN=Sample Live Authority" in ran.out
    assert ran.out.splitlines()[1:] == [
        f"signed under {roots}",
        f"wrote {out}.tsq",
        f"wrote {out}.tsr",
    ]
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
    ran = filled("timestamp", "fetch", checkpoint(filled, tmp_path), ADDRESS)
    assert (ran.code, "stamp not checked against a root" in ran.out) == (0, True)
    ran = filled("verify", "--timestamp-roots", other)
    assert (ran.code, "no certificate of the roots stands behind it" in ran.err) == (1, True)
    assert "no time stamp in the ledger holds" in ran.out
    before = filled("log", "--kind", "stamp", "--json").lines
    again = checkpoint(filled, tmp_path, "again.txt")
    ran = filled("timestamp", "fetch", again, ADDRESS, "--timestamp-roots", other)
    assert (ran.code, "nothing was kept" in ran.err) == (1, True)
    assert filled("log", "--kind", "stamp", "--json").lines == before


def test_a_newsroom_without_a_way_out_carries_files(
    filled: Tracker, roots: Path, tmp_path: Path
) -> None:
    kept, reply = checkpoint(filled, tmp_path), tmp_path / "reply"
    assert filled("timestamp", "request", kept).out == f"wrote {kept}.tsq\n"
    reply.write_bytes(authority.reply(Path(f"{kept}.tsq").read_bytes()))
    # The database goes on meanwhile.
    assert filled("claim", "correct", 1, "--speaker", "Ada Lind", "--reason", "misread").code == 0
    taken = ("timestamp", "reply", kept, reply)
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
        *("timestamp", "reply", folder / "checkpoint.txt", folder / reply),
        *("--request", folder / "request.tsq", "--timestamp-roots", folder / "roots.pem"),
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
    kept, request, reply = (tmp_path / name for name in ("kept.txt", "asked", "reply"))
    assert bare(*other, "checkpoint", "--out", kept).code == 0
    ran = bare("timestamp", "request", kept, "--out", request, "--json")
    assert (ran.code, ran.json) == (0, {"request": str(request)})
    reply.write_bytes(authority.reply(request.read_bytes()))
    ran = filled("timestamp", "reply", kept, reply, "--request", request)
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
    kept = checkpoint(tracker, tmp_path)
    ran = tracker("timestamp", "fetch", kept, ADDRESS)
    assert (ran.code, ran.err.count("\n")) == (code, 1), ran.err
    assert why in ran.err
    assert "nothing was kept" in ran.err
    assert (
        f"ask again later, or write a request to send yourself: tracker timestamp request {kept}"
        in ran.err
    ) == (code == 2)
    assert not tracker("log", "--json").lines
    assert list(tmp_path.glob("kept*")) == [kept]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param(("checkpoint", "--out", "a"), "a: there is a file", id="checkpoint there"),
        pytest.param(("timestamp", "request", "a"), "a: it is no", id="no checkpoint"),
        pytest.param(("timestamp", "fetch", "a", ADDRESS), "a: it is no", id="nothing to stamp"),
        pytest.param(("timestamp", "request", "kept.txt"), "there is a file", id="request there"),
        pytest.param(("timestamp", "fetch", "kept.txt", ADDRESS), "tsq: there is", id="asked once"),
        pytest.param(("timestamp", "reply", "b", "a"), "name the request", id="no request"),
    ],
)
def test_files_that_do_not_fit(
    tracker: Tracker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    why: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a").write_text("a", "utf-8")
    assert tracker("timestamp", "request", checkpoint(tracker, tmp_path)).code == 0
    checkpoint(tracker, tmp_path, "b")
    ran = tracker(*words)
    assert (ran.code, ran.err.count("\n"), why in ran.err) == (2, 1, True), ran.err


def test_a_file_that_cannot_be_written_loses_no_stamp(
    filled: Tracker, answered: Callable[[Answer], None], tmp_path: Path
) -> None:
    answered(stamped)
    kept = checkpoint(filled, tmp_path)
    Path(f"{kept}.tsr").symlink_to(tmp_path / "no" / "kept.tsr")
    ran = filled("timestamp", "fetch", kept, ADDRESS)
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
    assert "1 time stamp was not read: that needs pip install 'tracker[timestamp]'" in ran.out
    ran = tracker("verify", "--timestamp-roots", tmp_path / "roots.pem")
    assert (ran.code, "time stamps need the package rfc3161-client" in ran.err) == (2, True)
