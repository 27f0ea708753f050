"""Settings, from the environment and from the user's settings file.

In the environment each is `TRACKER_` and its name in capitals, and wins; an empty
variable counts as one that is not set. The file is `settings.json` in the user's
configuration directory, a JSON object by name. Both are read once, by the command line;
everything below it takes plain arguments.
"""

import getpass
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from platformdirs import user_config_dir, user_data_dir
from pydantic import ByteSize, Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from tracker.errors import BadInput

PREFIX = "TRACKER_"


def default_database() -> str:
    """Return the address of the SQLite file in the user's data directory."""
    return f"sqlite:///{Path(user_data_dir('tracker', appauthor=False), 'tracker.db').as_posix()}"


def settings_file() -> Path:
    """Return where the user's settings file is, whether or not there is one."""
    return Path(user_config_dir("tracker", appauthor=False), "settings.json")


def _held() -> dict[str, Any]:
    """Return what the user's settings file holds, {} where there is none.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not UTF-8, not JSON, or not an object.
    """
    path = settings_file()
    held = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if not isinstance(held, dict):
        raise ValueError("it is not a JSON object")
    return held


def login_name() -> str:
    """Return the login name; a number where the system has no name for the user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container's user without an entry
        return f"uid-{os.getuid()}"


class Settings(BaseSettings):
    """What a run goes by.

    Sizes are bytes and take units ("10MB"); times are in seconds.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    database: str = Field(
        default_factory=default_database,
        description="Where claims are kept: an SQLAlchemy address.",
    )
    user: str = Field(
        default_factory=login_name,
        description="Who writes; the ledger names it with every change.",
    )
    max_text_bytes: ByteSize = Field(
        default=ByteSize(10_000_000),
        gt=0,
        description="The longest text of one article, in UTF-8.",
    )
    max_body_bytes: ByteSize = Field(
        default=ByteSize(25_000_000),
        gt=0,
        description="The largest page or JSON file, as received.",
    )
    fetch_timeout: float = Field(
        default=30.0,
        gt=0,
        le=3600,
        description="How long an address may take to answer in whole.",
    )
    read_memory: ByteSize = Field(
        default=ByteSize(1_000_000_000),
        ge=100_000_000,
        description="The memory that reading one page may take, its program included.",
    )
    read_timeout: float = Field(
        default=60.0,
        ge=1,
        le=3600,
        description="How long reading one page may take.",
    )

    model: Path | None = Field(
        default=None,
        description="The folder of a sequence model to read with, in place of the shipped one.",
    )

    semantic_model: Path | None = Field(
        default=None,
        description="The folder of a model of sentences (`model.onnx`, `tokenizer.json`) to match"
        " by meaning too; needs the extra `semantic`.",
    )

    unsafe_server: bool = Field(
        default=False,
        description="Work with a PostgreSQL server whose settings (fsync, full_page_writes) can"
        " lose what it confirmed.",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return where settings come from, the strongest first."""
        file = InitSettingsSource(settings_cls, init_kwargs=_held())
        return init_settings, env_settings, file

    @field_validator("database", "user")
    @classmethod
    def _one_line(cls, value: str) -> str:
        if not value.strip() or not value.isprintable():
            raise ValueError("it must be one line with something in it")
        return value.strip()


def load_settings(given: Mapping[str, object] | None = None) -> Settings:
    """Return the settings; what is `given` by name wins over the environment.

    Raises:
        BadInput: a setting has a value that cannot be used; the message names it.
    """
    try:
        return Settings(**dict(given or {}))  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        shown = _shown(name, given or {})
        reason = first["msg"].removeprefix("Value error, ")
        # An address may hold a password, which belongs in no message.
        value = "" if name == "database" else f"={first['input']!r}"
        raise BadInput(f"{shown}{value} cannot be used: {reason}") from error
    except (ValueError, OSError) as error:
        raise BadInput(f"{settings_file()}: the settings cannot be read: {error}") from error


def _shown(name: str, given: Mapping[str, object]) -> str:
    """Return a setting as the user gave it: an option, a variable, or a line of the file."""
    if name in given:
        return f"--{name.replace('_', '-')}"
    variable = f"{PREFIX}{name.upper()}"
    return variable if os.environ.get(variable) else f"{settings_file()}: {name}"


def save_setting(name: str, value: str | None) -> Path:
    """Write one setting into the user's file, or take it out with None; return the file.

    Raises:
        BadInput: the file is not readable as settings, or cannot be written.
    """
    path = settings_file()
    try:
        held = {k: v for k, v in _held().items() if k != name}
        if value is not None:
            held[name] = value
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(held, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except (OSError, ValueError) as error:
        raise BadInput(f"{path}: the settings cannot be changed: {error}") from error
    return path
