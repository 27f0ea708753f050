"""What the features weigh in the score: written by `benchmarks/fit_weights.py`."""

BIAS = -9.75
"""Log-odds of two claims with nothing in common."""

WEIGHTS = {
    "whole_wording": 1.97,
    "alignment": 0.83,
    "containment": 0.80,
    "found": 1.48,
    "fullness": 1.93,
    "own_words": 3.19,
    "spelling": 1.78,
    "whole_spelling": 1.34,
    "kept": 1.23,
    "letters": 1.68,
    "rare": 0.81,
    "occasion": 3.11,
}
"""What each feature adds to the log-odds at its full value."""
