"""What was found to concern new statements: linked, suggested and related, a line each."""

from collections.abc import Iterator

from tracker.cli.printing import Shape, clip, place


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
    for relation in shape["relations"]:
        basis = f" by {relation['basis']}" if relation["basis"] else ""
        words = relation["to" if others else "from"]["text"]
        yield (
            f"  ! {relation['relation_id']}: {relation['relation']}{basis} claim "
            f"{relation['to']['claim_id']}: {clip(words)}"
        )
