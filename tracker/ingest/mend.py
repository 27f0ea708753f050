"""Words that trafilatura would drop out of the middle of an article, put where it keeps them.

It takes some elements for controls or decoration wherever they stand, and so makes
"On <time>Tuesday</time> he resigned" read "On he resigned"; and among paragraphs it
passes over text that stands in a bare `div` or in an element of the site's own.
Both would alter or lose a statement in a text that looks whole. What is put right
here is only what stands in running text: a share button stays a button.
"""

from lxml.html import HtmlElement

_DROPPED_INLINE = ("time", "label", "button", "output")
"""Elements that are dropped with their words, though they may stand inside a sentence."""

_PARAGRAPHS = ("p", "li", "blockquote", "td", "dd", "h2", "h3")
"""What such an element must stand in: elsewhere it is a byline's date or a form's control."""

_LEAF_BLOCKS = ("div", "center")

_IN_PARAGRAPHS = """a abbr b bdi bdo br cite code data del dfn em font i ins kbd mark q s samp
    small span strike strong sub sup time tt u var wbr"""
_INSIDE_A_PARAGRAPH = frozenset(_IN_PARAGRAPHS.split())
"""Elements that a paragraph may hold; with any other, a `div` holds more than one paragraph."""

_FEWEST_WORDS = 3
"""Words of a `div` that make a sentence; fewer are a label ("Advertisement", "Read more")."""


def mend(tree: HtmlElement) -> None:
    """Change a page's tree in place so that the words of its sentences are kept."""
    for element in list(tree.iter(*_DROPPED_INLINE)):
        if _is_in_a_sentence(element):
            element.tag = "span"
    for element in list(tree.iter()):
        if _is_a_paragraph(element):
            element.tag = "p"


def _is_in_a_sentence(element: HtmlElement) -> bool:
    """Say whether the element stands in a paragraph whose words go on after it."""
    goes_on = False
    inner = element
    while inner.tag not in _PARAGRAPHS:
        goes_on = goes_on or bool((inner.tail or "").strip())
        inner = inner.getparent()
        if inner is None:
            return False
    return goes_on


def _is_a_paragraph(element: HtmlElement) -> bool:
    """Say whether a bare block holds one paragraph's text and stands next to paragraphs."""
    if element.tag not in _LEAF_BLOCKS and "-" not in element.tag:
        return False
    neighbours = (element.getprevious(), element.getnext())
    if not any(near is not None and near.tag == "p" for near in neighbours):
        return False
    if not all(child.tag in _INSIDE_A_PARAGRAPH for child in element.iterdescendants()):
        return False
    return len(element.text_content().split()) >= _FEWEST_WORDS
