"""The fast writer of canonical JSON writes what the reference implementation does."""

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import Kind
from tracker.store.canonical import dumps

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"))
)
NAMES = st.text(st.characters(codec="utf-8"), max_size=4)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner))


@given(VALUES)
def test_both_write_the_same(value: object) -> None:
    assert dumps(value) == rfc8785.dumps(value)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(1.0, b"1", id="a whole fraction"),
        pytest.param(-0.0, b"0", id="minus nothing"),
        pytest.param(0.00001, b"0.00001", id="a tiny one"),
        pytest.param(1e21, b"1e+21", id="a great one"),
        pytest.param({"b": 1, "a": Kind.FACT}, b'{"a":"fact","b":1}', id="keys in order"),
        pytest.param({"ﬁ": 1, "\U0001f600": 2}, '{"😀":2,"ﬁ":1}'.encode(), id="by UTF-16"),
        pytest.param("é\n\x01\x7f", b'"\xc3\xa9\\n\\u0001\x7f"', id="escapes"),
    ],
)
def test_what_the_two_encoders_might_write_differently(value: object, written: bytes) -> None:
    assert dumps(value) == written


def test_what_no_number_of_json_is_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\d"):
        dumps({"n": 2**53})
