import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.text.normalise import content_words, fold, without_editorial, words

TYPOGRAPHY = {
    "quotation marks": ("“It’s ‘late’,”", "\"it's 'late',\""),
    "dashes": ("a—b – c‑d", "a-b - c-d"),
    "white space": ("  one\u00a0two\n\tthree ", "one two three"),
    "no width": ("co\u00adop\u200berate", "cooperate"),
    "compatibility forms": ("ﬁve １２ …", "five 12 ..."),
    "accents composed": ("Jose\u0301", "josé"),
    "case": ("STRASSE Straße", "strasse strasse"),
    "nothing left": ("\u200b \u00ad", ""),
}


@pytest.mark.parametrize(("text", "folded"), TYPOGRAPHY.values(), ids=TYPOGRAPHY)
def test_fold_gives_one_form(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(st.text())
@example("ᄀ\u200bᅡ")
@example("a\u00ad\u0301")
@example("a ¨")
def test_folding_twice_equals_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text())
def test_every_folded_character_has_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= at < len(text) for at in folded.offsets)


def test_a_match_in_folded_text_leads_back_to_the_words_as_printed() -> None:
    text = "He said:  “The ship’s crew — all of it — is safe.”"
    folded = fold(text)
    start = folded.text.index("ship's crew - all")
    end = start + len("ship's crew - all")
    assert text[folded.offsets[start] : folded.offsets[end - 1] + 1] == "ship’s crew — all"


def test_many_accents_on_one_letter_take_linear_time() -> None:
    assert len(fold("a" + "\u0301\u0323" * 200_000).text) > 1000


FORMS = {
    "contraction": ("don't", ["do", "not"]),
    "irregular contraction": ("won’t can't", ["will", "not", "can", "not"]),
    "pronoun contraction": ("we're they've", ["we", "are", "they", "have"]),
    "possessive": ("the crew's ships'", ["the", "crew", "ships"]),
    "separators": ("1,000 2.50 1,5", ["1000", "2.5", "1,5"]),
    "number words": ("twenty-three two", ["23", "2"]),
    "money": ("$15bn", ["dollar", "15", "billion"]),
    "glued unit": ("40km", ["40", "kilometer"]),
    "per cent": ("31 per cent, 31%", ["31", "percent", "31", "percent"]),
    "the country, not the pronoun": ("US told us", ["usa", "told", "us"]),
    "points": ("the U.S. and the U.N.", ["the", "usa", "and", "the", "un"]),
    "british -our": ("colour four", ["color", "four".replace("four", "4")]),
    "british -ise": ("organised promised surprise", ["organized", "promised", "surprise"]),
    "british -re": ("the centre's theatres", ["the", "center", "theaters"]),
    "british double l": ("travelled called", ["traveled", "called"]),
}


@pytest.mark.parametrize(("text", "forms"), FORMS.values(), ids=FORMS)
def test_words_have_one_canonical_form(text: str, forms: list[str]) -> None:
    assert [word.form for word in words(text)] == forms


EDITORIAL = {
    "brackets": ("“They [the miners] left,”", "“They left,”"),
    "sic": ("“He were [sic] late”", "“He were late”"),
    "parentheses in a quotation": (
        "“to develop (their presence in) space,”",
        "“to develop space,”",
    ),
    "parentheses outside": ("some 45 km (28 miles) “away”", "some 45 km (28 miles) “away”"),
    "no quotation marks": ("to develop (their presence in) space", "to develop space"),
    "ellipses": ("“We came… and . . . went ... home”", "“We came and went home”"),
    "nothing but an editor's words": ("[inaudible]", "inaudible"),
    "plain": ("“We came.”", "“We came.”"),
}


@pytest.mark.parametrize(("text", "bare"), EDITORIAL.values(), ids=EDITORIAL)
def test_an_editors_words_are_left_out(text: str, bare: str) -> None:
    assert " ".join(without_editorial(text).split()) == bare


CONTENT = {
    "function words go": ("They are trying to develop it", ["tri", "develop"]),
    "a people is its country": ("the Korean leader", ["korea", "leader"]),
    "endings go": ("launches launched launching", ["launch", "launch", "launch"]),
    "spelling": ("defence programmes", ["defens", "program"]),
}


@pytest.mark.parametrize(("text", "stems"), CONTENT.values(), ids=CONTENT)
def test_content_words_are_stems_that_carry_meaning(text: str, stems: list[str]) -> None:
    assert content_words(text) == stems


@given(st.text())
def test_any_text_has_content_words(text: str) -> None:
    assert all(content_words(text))
