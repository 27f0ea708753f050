"""Figures that are told as parts, repetitions or absences: "a third of", "twice", "no injuries"."""

import re

_TOPS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_LARGE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_HARM = {
    **{"casualties": "casualty", "fatalities": "fatality", "deaths": "death"},
    **{"injuries": "injury", "victims": "victim"},
}

_ENDS_THERE = (
    r"\b(?!\s(?!(?:of|on|in|from|to|since|last|this|over|at|and|after|before|between|compared|with|for"
    r"|as|when|while|against|by|because|but|or)\b)\w)"
)
"""Behind "by a third" no noun follows: "by a third party" is no part."""

TOLD = re.compile(
    r"(?<![\w-])(?i:(?P<by>(?<=by\s))?"
    r"(?P<top>a|one|two|three|four)[\s-](?P<part>half|third|quarter|fifth|tenth)s?"
    rf"(?(by){_ENDS_THERE}|(?=\s(?:of|more|fewer|less|higher|lower|larger|smaller)\b))"
    r"(?:\sof\s(?:an?|one)\s(?P<large>thousand|million|billion|trillion)\b)?"
    r"|(?P<half>half(?=\s(?:of|the|its|their|all|those|these)\b)"
    rf"|(?<=by\s)half{_ENDS_THERE})"
    r"|(?P<times>twice|thrice)\b(?!\s(?:as|the|an?)\b)"
    rf"|(?:no|zero)\s(?P<none>{'|'.join(_HARM)})\b"
    r"|(?P<nobody>(?:nobody|no\sone|no-one)(?=\s(?:was|has\sbeen|had\sbeen|died)\b)"
    r"|(?<=killed\s)(?:nobody|no\sone)|(?<=injured\s)(?:nobody|no\sone)))"
)
"""Pattern of such a figure, its qualifier apart."""


def value_and_unit(match: re.Match[str]) -> tuple[float, str | None]:
    """Return the figure that `TOLD` matched; a part is a percentage, "nobody" no person."""
    if match["times"]:
        return (2.0 if match["times"].lower() == "twice" else 3.0), "time"
    if match["half"]:
        return 50.0, "percent"
    if match["none"]:
        return 0.0, _HARM[match["none"].lower()]
    if match["nobody"]:
        return 0.0, "person"
    share = _TOPS[match["top"].lower()] / _PARTS[match["part"].lower()]
    if match["large"]:
        return round(share * _LARGE[match["large"].lower()], 6), None
    return round(100 * share, 2), "percent"
