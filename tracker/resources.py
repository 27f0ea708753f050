"""Where the files that travel with the program are: migrations and sample articles."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return the folder `name` ("migrations", "seeds") of this installation.

    In a wheel the folders lie inside the package; in a source tree, beside it.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for folder in (_PACKAGE / "_shipped" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"this installation of tracker lacks its folder {name!r}: reinstall it")


def data_folder(name: str) -> Path:
    """Return the folder `name` of the data that travels inside the package ("model")."""
    return _PACKAGE / "_data" / name
