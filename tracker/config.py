"""Settings, from the environment: each is `TRACKER_` and its name in capitals.

They are read once, by the command line; everything below it takes plain arguments.
An empty variable counts as one that is not set.
"""

import getpass
import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_dir
from pydantic import ByteSize, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from tracker.errors import BadInput

PREFIX = "TRACKER_"


def default_database() -> str:
    """Return the address of the SQLite file in the user's data directory."""
    return f"sqlite:///{Path(user_data_dir('tracker', appauthor=False), 'tracker.db').as_posix()}"


def login_name() -> str:
    """Return the login name; a number where the system has no name for the user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container's user without an entry
        return f"uid-{os.getuid()}"


class Settings(BaseSettings):
    """What a run goes by.

    Sizes are bytes and take units ("10MB"); `fetch_timeout` is in seconds.
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
        shown = f"--{name}" if name in (given or {}) else f"{PREFIX}{name.upper()}"
        reason = first["msg"].removeprefix("Value error, ")
        # An address may hold a password, which belongs in no message.
        value = "" if name == "database" else f"={first['input']!r}"
        raise BadInput(f"{shown}{value} cannot be used: {reason}") from error
