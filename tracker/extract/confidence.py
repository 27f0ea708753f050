"""How far each rule can be trusted."""

_PRECISION: dict[str, float] = {}


def confidence_of(rule: str) -> float:
    """Return the share of the rule's statements that the marked articles have, in [0, 1]."""
    return _PRECISION.get(rule, 0.5)
