"""Small words of which one turns round what is said where it stands for the other.

They carry no content of their own, so that neither the score nor the opposites see them: "spoke
for the sale", "spoke against the sale"; "the attack on the rebels", "the attack by the rebels".
"""

from collections.abc import Sequence


def _pairs(text: str) -> frozenset[frozenset[str]]:
    """Return the pairs that lines "one two / three four" spell out, across the stroke."""
    sides = ([side.split() for side in line.split("/")] for line in text.split(";"))
    return frozenset(frozenset((a, b)) for here, there in sides for a in here for b in there)


_AGAINST = _pairs("into / out; in / out; to toward towards into onto / from; for / against")
"""Directions that are plain opposites."""

_OTHERWISE = _pairs(
    """by / to at on of against for; from / at on against for; until / from since after during;
    during / before after; within / after; off / on for up in; because / although though despite;
    and / or; if / when once; he his him himself / she her hers herself; here / there; must
    / can could; will / should; more / most"""
)
"""Words of which the other seldom says the same: who does it and whom it befalls, when it begins
and ends, why, and whether."""

_JOINED: dict[tuple[str, ...], str] = {
    ("out", "of"): "out",
    ("away", "from"): "from",
    ("because", "of"): "because",
}
"""Two words that are read as one of them."""

_BESIDE = frozenset({"a", "an", "the", "this", "that", "these", "those", "also"})
"""Words beside them that may change as well."""

_ALIKE_BEHIND = frozenset({"differ"})
"""Stems behind which "to" and "from" say the same."""


def are_opposite(left: Sequence[str], right: Sequence[str], before: str) -> bool:
    """Say whether one side goes the other way than the other; `before` is the stem before them."""
    return before not in _ALIKE_BEHIND and _pair(left, right) in _AGAINST


_PARTICLES = tuple(map(frozenset, ({"in", "out"}, {"up", "down"}, {"up", "back"}, {"on", "off"})))


def have_opposite_particles(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether a verb goes with the one on one side and with its opposite on the other,
    whatever the verbs are: "let in", "shut out"."""
    here, there = set(left) - set(right), set(right) - set(left)
    return any(
        len(pair & here) == len(pair & there) == 1 and pair & here != pair & there
        for pair in _PARTICLES
    )


def may_say_otherwise(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether the one seldom says what the other does."""
    return _pair(left, right) in _OTHERWISE


def _pair(left: Sequence[str], right: Sequence[str]) -> frozenset[str]:
    """Return the one word of either side, nothing if a side has more."""
    bare = [tuple(word for word in side if word not in _BESIDE) for side in (left, right)]
    words = [_JOINED.get(side, side[0] if len(side) == 1 else "") for side in bare]
    return frozenset(words) if all(words) else frozenset()
