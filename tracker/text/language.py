"""Is a text in English? Extraction knows no other language.

The small words of a language ("the", "of", "was") make up a third to a half of any
prose in it and are hardly found in another's. A text is English when more of its
words are English small words than small words of any other language here, and it
is not when another language has clearly more, or when it is long and has almost
none. A text in letters that are not Latin is not English. In between (a headline,
a list of names, two languages in turn) the answer is that it cannot be told.
"""

import re
from collections import Counter
from itertools import islice

_SMALL_WORDS: dict[str, str] = {
    "English": """the of and to in a that is was he for it with as his on be at by had not are but
        from or have an they which were we been has their will would there what its when who more
        if no out so said up into than them could this over after before about she her""",
    "German": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als
        auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über
        einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde""",
    "French": """de la le et les des en un du une que est pour qui dans par plus pas au sur ne se
        ce il sont la avec son aux d'un cette ont ses mais comme ou si leur elle qu'il été deux
        nous vous je c'est être fait aussi""",
    "Spanish": """de la que el en los del se las por un para con no una su al lo como más pero
        sus le ya este sí porque esta entre cuando muy sin sobre también me hasta hay donde
        quien desde todo nos ha fue son""",
    "Portuguese": """de que do da em um para com não uma os no se na por mais as dos como mas
        ao ele das seu sua ou quando muito nos já está eu também só pelo pela até isso ela entre
        foi são""",
    "Italian": """di il la che in un per una sono non le si con da del della come al più ma
        gli dei nel alla ha lo su delle anche dal se questo ci era nella cui essere stato""",
    "Dutch": """de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij
        door werd nog naar heeft hij ze wordt tot uit over kan deze worden hebben was zich""",
    "Swedish": """och att det som en på är av för med den till inte har de ett om var sig från
        vi så kan han men när efter skulle eller vid under också mot""",
    "Norwegian and Danish": """og at det som en på er av for med den til ikke har de et om var
        seg sig fra vi så kan han men når etter efter skulle eller ved under også mot af jeg""",
    "Finnish": """ja on ei että se oli hän mutta myös kun ovat joka ole sen kuin niin mukaan jos
        tai jo vain sekä hänen ollut mitä he nyt kertoo""",
    "Polish": """na się do nie to że jest jak od po za przez dla ale tym oraz był są co
        jego przed który już tylko może ich""",
    "Czech and Slovak": """se na je že do to ve ale jako za by po pro podle jsou při
        nebo od které který není už jeho sa sú aj ako pri""",
    "Hungarian": """az és hogy nem is egy volt de ez meg csak már szerint ki el mint még azt
        lesz vagy kell után pedig""",
    "Romanian": """de și în la cu care pe nu din că un mai pentru este sunt au fost se ce prin
        fi sau al după dar lui""",
    "Croatian and Serbian": """je da se na za su od koji što ne bi će kao to iz do ali
        koja nije te prema bio više""",
    "Turkish": """ve bir bu da de için ile olarak çok daha gibi olan en sonra kadar ne ancak ise
        ya değil var diye oldu""",
    "Indonesian and Malay": """yang dan di untuk dengan dari pada ini itu tidak dalam akan ke
        adalah oleh juga telah bahwa ada karena mereka sudah""",
    "Vietnamese": """và của là các có được cho trong không với người những đã một này để khi về
        từ tại ra ông""",
}
"""Some of the most frequent small words of languages in Latin letters that newsrooms meet.

Words of one letter stand only under English: in "U-S-A" or "a, b, c" they are no sign of others.
"""


def _languages_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in _SMALL_WORDS.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


_LANGUAGES = _languages_by_word()

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOT_LATIN = re.compile("[\u0370-\u1dff\u2c00-\ua71f\ua800-\ufaff\ufe70-\ufefe\uff66-\uffdc]")

_WORDS = 5_000
"""Words that are looked at: a text's language shows long before."""

_FEWEST = 3
"""Small words that one language must have before it counts as recognised."""

_LEAD = 1.5
"""How many times the English small words another language must have."""

_LONG = 50
_ALMOST_NONE = 0.1
"""A text of `_LONG` words with a smaller share of English small words is in no known language.

English news has a share of .33 to .45; languages that are not listed have below .05.
"""

_FEWEST_LETTERS = 6
"""Letters that a text must have before its script decides."""


def is_english(text: str) -> bool | None:
    """Return whether `text` is in English, None when there is too little to tell by."""
    words = [found.group() for found in islice(_WORD.finditer(text), _WORDS)]
    letters = "".join(words)
    foreign = len(_NOT_LATIN.findall(letters))
    if len(letters) >= _FEWEST_LETTERS and foreign > len(letters) / 2:
        return False
    counts: Counter[str] = Counter()
    for word, times in Counter(word.lower().replace("’", "'") for word in words).items():
        for language in _LANGUAGES.get(word, ()):
            counts[language] += times
    english = counts.pop("English", 0)
    other = max(counts.values(), default=0)
    if other >= _FEWEST and other > _LEAD * english:
        return False
    if len(words) >= _LONG and english < _ALMOST_NONE * len(words):
        return False
    return True if english >= _FEWEST and english > other else None
