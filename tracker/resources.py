"""Where the files that travel with the program are: migrations, sample articles, places."""

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


def data_file(name: str) -> Path:
    """Return the file `name` of the data that travels inside the package ("places.tsv").

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    path = _PACKAGE / "_data" / name
    if not path.is_file():
        raise FileNotFoundError(f"this installation of tracker lacks {path.name}: reinstall it")
    return path
