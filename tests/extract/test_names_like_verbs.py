"""Names that read like verbs, tenses and adverbs are names: Omar Ahmed, Ann King, Joan Early."""

import pytest

from tests.extract.readings import read

NAMES = [
    *("Omar Ahmed", "Salim Mohammed", "Tom Reed", "Ali Saeed", "Rana Majeed", "Ann Creed"),
    *("Ann King", "Paul Manning", "Rosa Fleming", "Maya Singh", "Jim Kelly", "Joan Early"),
    *("Mark Grant", "Sue Marks", "Ray Price", "Grace Bush", "Joy Woods", "Dale Young"),
]

FRAMES = [
    ("The guards have no radio, said {}.", "The guards have no radio", "{}"),
    ("The guards have no radio, said {}, a foreman.", "The guards have no radio", "{}, a foreman"),
    ("“We have no radio,” said {}, who runs it.", "“We have no radio,”", "{}, who runs it"),
    ("{} said the guards had no radio.", "the guards had no radio", "{}"),
    ("According to {}, the guards have no radio.", "the guards have no radio", "{}"),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("text", "content", "source"), FRAMES, ids=[f[0] for f in FRAMES])
def test_a_name_that_reads_like_a_verb(text: str, content: str, source: str, name: str) -> None:
    found = [(one.content, one.source) for one in read(text.format(name))]
    assert found == [(content, source.format(name))]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The guards had no radio, said Ivo Lund, a foreman.", "The guards had no radio", "Lund"),
        ("Ministers will meet in Lanz, 30 km away, said Ivo Lund.", "in Lanz, 30 km away", "Lund"),
        ("Mayor Finally Said The Dam Was Safe", "The Dam Was Safe", "Mayor"),
        ("Ivo Lund, a foreman, said Tuesday it was safe.", "it was safe", "Ivo Lund, a foreman"),
        ("Ivo Lund, a foreman, said Ann Lee had lied.", "Ann Lee had lied", "Ivo Lund, a foreman"),
    ],
)
def test_which_side_of_said_the_name_stands_on(text: str, content: str, source: str) -> None:
    (found,) = read(text)
    assert content in found.content
    assert source in (found.source or "")
