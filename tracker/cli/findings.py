"""What was found to concern new statements: linked, suggested and related, a line each."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tracker.cli.printing import Shape, clip, place
from tracker.model import LinkStatus


def finding_lines(shape: Shape, *, others: bool) -> Iterator[str]:
    """Yield a line for every link, suggestion and relation of new statements.

    Each shows the words of the new statement, or with `others` those that it was found to
    concern: where there is one new statement, its own words are known to who gave them.
    """
    side = "original" if others else "text"
    for link in shape["linked"]:
        if link["carried"]:
            continue
        yield (
            f"  = claim {link['claim_id']} ({link['relation']}, {link['score']:.2f}; first in "
            f"{place(link['first'])}): {clip(link[side])}"
        )
    for link in shape["suggested"]:
        yield (
            f"  ? {link['link_id']}: perhaps claim {link['claim_id']} ({link['relation']}, "
            f"{link['score']:.2f}): {clip(link[side])}"
        )
    yield from _repeat_lines(shape["repeated"], others=others)
    for relation in shape["relations"]:
        yield _relation_line(relation, others=others)


def _repeat_lines(repeated: Sequence[Shape], *, others: bool) -> Iterator[str]:
    """Yield lines for stored statements that repeat a new one, the first few of each claim."""
    shown = Counter[int]()
    for link in repeated:
        claim_id = link["claim_id"]
        shown[claim_id] += 1
        if shown[claim_id] > SHOWN:
            continue
        words = clip(link["repeat" if others else "text"])
        found = f"{place(link['repeat_in'])} ({link['relation']}, {link['score']:.2f}): {words}"
        if link["status"] == LinkStatus.SUGGESTED:
            yield f"  ? {link['link_id']}: claim {claim_id} is perhaps repeated in {found}"
        else:
            yield f"  = claim {claim_id} is repeated in {found}"
    for claim_id, number in shown.items():
        if number > SHOWN:
            more = f"{number - SHOWN} more: `tracker claim show {claim_id}`"
            yield f"  = claim {claim_id} is repeated in {more}"


SHOWN = 3
"""Stored statements shown that repeat one new claim."""


def _relation_line(relation: Shape, *, others: bool) -> str:
    basis = f" by {relation['basis']}" if relation["basis"] else ""
    new = relation["new"]
    other = "to" if new == "from" else "from"
    subject = "" if new == "from" else f"claim {relation['from']['claim_id']} "
    return (
        f"  ! {relation['relation_id']}: {subject}{relation['relation']}{basis} claim "
        f"{relation['to']['claim_id']}: {clip(relation[other if others else new]['text'])}"
    )
