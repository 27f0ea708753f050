"""What a time-stamping authority says: that some bytes were there at a time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Stamp:
    """The word of an authority, as its token has it (RFC 3161).

    `at` is its time, aware, in UTC; `accuracy` how far it may be off, in seconds, None
    where it does not say. `authority` is the subject of the certificate that signed;
    whether anybody trusts that is another question.
    """

    at: datetime
    accuracy: float | None
    authority: str
    policy: str
    serial: int

    def record(self) -> dict[str, Any]:
        """Return the stamp as JSON holds it; the serial as text, since it may be of 160 bits."""
        return {
            "at": self.at.isoformat(),
            "accuracy": self.accuracy,
            "authority": self.authority,
            "policy": self.policy,
            "serial": str(self.serial),
        }
