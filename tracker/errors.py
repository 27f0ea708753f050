"""Everything that can go wrong, as one tree.

TrackerError                 one line for the user: what was wrong, where, what to do
├── BadInput                 the caller gave something unusable            (exit code 2)
│   └── TooLarge             it is over a limit that a setting can raise   (exit code 2)
├── NotFound                 what was asked for is not there               (exit code 1)
├── Conflict                 the record stands against it                  (exit code 1)
│   └── Stale                it was changed since the person saw it        (exit code 1)
├── NotVerified              a stored record does not hold what it says    (exit code 1)
└── DatabaseProblem          the database cannot be used as it is          (exit code 2)
    ├── NeedsInit            no schema yet, or an older one: `tracker init`
    └── NewerSchema          written by a newer tracker

The exit codes live with the command line, not here.
"""


class TrackerError(Exception):
    """The base of all errors that are shown to the user as one line."""


class BadInput(TrackerError):
    """The input cannot be used; the message says what, where, and what to do."""


class TooLarge(BadInput):
    """The input is over a limit; the message names the setting that raises it."""


class NotFound(TrackerError):
    """No record answers to the identifier that was given."""


class Conflict(TrackerError):
    """The record is in a state that does not allow it, or was changed since it was read."""


class Stale(Conflict):
    """A person edits what they saw, and somebody wrote on it meanwhile; HTTP answers 409."""


class NotVerified(TrackerError):
    """A stored record does not match its text, its hash or the ledger."""


class DatabaseProblem(TrackerError):
    """The database cannot be opened, read or written as it is."""


class NeedsInit(DatabaseProblem):
    """The database has no schema, or an older one than this program's."""


class NewerSchema(DatabaseProblem):
    """The database was written by a newer version of this program."""
