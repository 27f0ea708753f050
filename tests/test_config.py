"""Settings: defaults, the environment, and what is refused."""

import getpass
from pathlib import Path

import pytest

from tracker.config import Settings, load_settings
from tracker.errors import BadInput


def test_defaults(tmp_path: Path) -> None:
    settings = load_settings()
    # conftest puts the data folder here; macOS has its own place under HOME
    assert settings.database.startswith(f"sqlite:///{tmp_path}")
    assert settings.database.endswith("/tracker/tracker.db")
    assert settings.max_text_bytes == 10_000_000
    assert settings.max_body_bytes == 25_000_000
    assert settings.fetch_timeout == 30


def test_the_writer_is_the_login_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ida")
    assert load_settings().user == getpass.getuser() == "ida"


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        pytest.param("TRACKER_DATABASE", "sqlite:///x.db", "database", "sqlite:///x.db", id="db"),
        pytest.param("TRACKER_USER", " Ida Marl ", "user", "Ida Marl", id="user"),
        pytest.param("TRACKER_MAX_TEXT_BYTES", "500", "max_text_bytes", 500, id="bytes"),
        pytest.param("TRACKER_MAX_TEXT_BYTES", "20MB", "max_text_bytes", 20_000_000, id="unit"),
        pytest.param("TRACKER_MAX_BODY_BYTES", "1GB", "max_body_bytes", 10**9, id="body"),
        pytest.param("TRACKER_FETCH_TIMEOUT", "2.5", "fetch_timeout", 2.5, id="seconds"),
        pytest.param("TRACKER_MAX_TEXT_BYTES", "", "max_text_bytes", 10_000_000, id="empty"),
    ],
)
def test_the_environment(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, field: str, expected: object
) -> None:
    monkeypatch.setenv(name, value)
    assert getattr(load_settings(), field) == expected


def test_what_is_given_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_USER", "ida")
    assert load_settings({"user": "mirel"}).user == "mirel"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("TRACKER_MAX_TEXT_BYTES", "0", id="no bytes"),
        pytest.param("TRACKER_MAX_BODY_BYTES", "-5", id="less than none"),
        pytest.param("TRACKER_MAX_TEXT_BYTES", "many", id="no number"),
        pytest.param("TRACKER_FETCH_TIMEOUT", "nan", id="not a number"),
        pytest.param("TRACKER_FETCH_TIMEOUT", "-1", id="negative"),
        pytest.param("TRACKER_USER", "  ", id="blank name"),
        pytest.param("TRACKER_USER", "a\nb", id="two lines"),
    ],
)
def test_what_is_refused_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadInput, match=name) as caught:
        load_settings()
    assert "\n" not in str(caught.value)


def test_a_bad_option_is_named_as_an_option() -> None:
    with pytest.raises(BadInput, match="--user"):
        load_settings({"user": ""})


def test_a_password_is_in_no_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DATABASE", "postgresql://ada:secret@host/\n")
    with pytest.raises(BadInput, match=r"^TRACKER_DATABASE cannot be used") as caught:
        load_settings()
    assert "secret" not in str(caught.value)


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().user = "x"
