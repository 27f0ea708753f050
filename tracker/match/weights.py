"""What the features weigh in the score: written by `benchmarks/fit_weights.py`."""

BIAS = -11.31
"""Log-odds of two claims with nothing in common, where a speaker or an event is known."""

WEIGHTS = {
    "whole_wording": 1.43,
    "alignment": 0.67,
    "containment": 0.67,
    "found": 2.29,
    "fullness": 2.19,
    "own_words": 3.14,
    "spelling": 1.53,
    "whole_spelling": 1.25,
    "kept": 1.41,
    "letters": 1.58,
    "rare": 0.77,
    "own_figures": 1.53,
    "occasion": 3.35,
}
"""What each feature adds to the log-odds at its full value."""

BARE_BIAS = -6.93
"""The same where neither is known."""

BARE_WEIGHTS = {
    "whole_wording": 1.44,
    "found": 1.23,
    "fullness": 1.66,
    "letter_pairs": 1.12,
    "beyond": 1.63,
    "untold": 2.46,
    "strewn": 0.78,
    "joined": 0.76,
    "own_figures": 1.30,
}
"""The same where neither is known."""
