"""What the features weigh in the score: written by `benchmarks/fit_weights.py`."""

BIAS = -10.57
"""Log-odds of two claims with nothing in common, where a speaker or an event is known."""

WEIGHTS = {
    "whole_wording": 1.86,
    "alignment": 1.00,
    "containment": 0.87,
    "found": 1.44,
    "fullness": 1.90,
    "own_words": 3.55,
    "spelling": 1.58,
    "whole_spelling": 1.34,
    "kept": 1.34,
    "letters": 1.77,
    "rare": 1.21,
    "occasion": 3.54,
}
"""What each feature adds to the log-odds at its full value."""

BARE_BIAS = -6.93
"""The same where neither is known."""

BARE_WEIGHTS = {
    "whole_wording": 1.95,
    "found": 1.69,
    "letter_pairs": 1.51,
    "beyond": 2.18,
    "length": 2.40,
    "own_figures": 1.88,
}
"""The same where neither is known."""
