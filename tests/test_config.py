"""Settings: defaults, the environment, and what is refused."""

import getpass
from pathlib import Path

import pytest

from tracker.config import Settings, load_settings, save_setting, settings_file
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


def write(body: str | bytes) -> Path:
    """Write the settings file of the user, who is a test's own."""
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body.encode() if isinstance(body, str) else body)
    return path


@pytest.mark.parametrize(
    ("body", "field", "expected"),
    [
        pytest.param('{"user": "ida"}', "user", "ida", id="user"),
        pytest.param('{"model": "/models/desk"}', "model", Path("/models/desk"), id="path"),
        pytest.param('{"max_text_bytes": "2MB"}', "max_text_bytes", 2_000_000, id="unit"),
        pytest.param('{"fetch_timeout": 5}', "fetch_timeout", 5, id="number"),
        pytest.param("{}", "model", None, id="nothing"),
    ],
)
def test_the_file(body: str, field: str, expected: object) -> None:
    write(body)
    assert getattr(load_settings(), field) == expected


def test_option_then_environment_then_file_then_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "default")
    assert load_settings().user == "default"
    write('{"user": "file"}')
    assert load_settings().user == "file"
    monkeypatch.setenv("TRACKER_USER", "environment")
    assert load_settings().user == "environment"
    assert load_settings({"user": "option"}).user == "option"


def test_an_empty_variable_leaves_the_file_its_say(monkeypatch: pytest.MonkeyPatch) -> None:
    write('{"model": "/models/desk"}')
    monkeypatch.setenv("TRACKER_MODEL", "")
    assert load_settings().model == Path("/models/desk")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        pytest.param("{", "cannot be read", id="broken"),
        pytest.param("", "cannot be read", id="empty"),
        pytest.param(b"\xff\xfe", "cannot be read", id="another encoding"),
        pytest.param("[]", "not a JSON object", id="a list"),
        pytest.param('"user"', "JSON object", id="a string"),
        pytest.param('{"modell": "x"}', "modell", id="unknown"),
        pytest.param('{"fetch_timeout": "soon"}', "fetch_timeout='soon'", id="no number"),
        pytest.param('{"user": ""}', "user=''", id="blank"),
        pytest.param('{"user": null}', "user=None", id="null"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(body: str | bytes, says: str) -> None:
    path = write(body)
    with pytest.raises(BadInput, match=r"settings\.json") as caught:
        load_settings()
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    assert says in str(caught.value)


def test_no_password_of_the_file_is_in_a_message() -> None:
    write('{"database": "postgresql://ada:secret@host/\\n"}')
    with pytest.raises(BadInput, match=r"settings\.json: database cannot be used") as caught:
        load_settings()
    assert "secret" not in str(caught.value)


def test_a_setting_is_saved_beside_the_others() -> None:
    assert save_setting("model", "/models/desk") == settings_file()
    assert load_settings().model == Path("/models/desk")
    save_setting("user", "Ida Märl")
    save_setting("model", "/models/night")
    assert settings_file().read_text(encoding="utf-8") == (
        '{\n  "user": "Ida Märl",\n  "model": "/models/night"\n}\n'
    )
    save_setting("model", None)
    assert (load_settings().user, load_settings().model) == ("Ida Märl", None)


def test_taking_out_what_is_not_there_is_nothing_wrong() -> None:
    save_setting("model", None)
    assert load_settings().model is None


@pytest.mark.parametrize("body", ["{", "[]", b"\xff"], ids=["broken", "a list", "not UTF-8"])
def test_a_file_that_is_no_settings_is_left_as_it_is(body: str | bytes) -> None:
    path = write(body)
    before = path.read_bytes()
    with pytest.raises(BadInput, match="the settings cannot be changed"):
        save_setting("model", "/models/desk")
    assert path.read_bytes() == before


def test_a_folder_in_the_files_place(tmp_path: Path) -> None:
    settings_file().mkdir(parents=True)
    with pytest.raises(BadInput, match="cannot be changed"):
        save_setting("model", "/models/desk")
