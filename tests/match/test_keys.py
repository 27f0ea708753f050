import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from tracker.match import content_word_count, keys

TEXT = "The harbour master closed the northern pier."


def test_keys_are_words_pairs_and_pairs_one_apart() -> None:
    assert content_word_count(TEXT) == 5
    assert len(keys(TEXT)) == 5 + 4 + 3


def test_keys_do_not_depend_on_typography_or_ending() -> None:
    assert keys("“The harbor master [himself] closes the northern piers”") == keys(TEXT)


def test_a_cut_text_shares_its_keys() -> None:
    assert keys("closed the northern pier") < keys(TEXT)


def test_a_replaced_word_leaves_the_pair_around_it() -> None:
    assert len(keys("harbour captain closed") & keys("harbour master closed")) == 3


def test_keys_are_the_same_in_another_process() -> None:
    code = f"from tracker.match import keys; print(sorted(keys({TEXT!r})))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == str(sorted(keys(TEXT)))


@given(st.text())
def test_keys_fit_a_signed_32_bit_column(text: str) -> None:
    assert all(-(2**31) <= key < 2**31 for key in keys(text))
