"""What the features weigh in the score where a model of sentences is asked too.

Fitted with wordllama (1-5441bda015db8bd9); the scale of `meaning` is made alike for all
models (`tracker/semantic/scale.py`), so that the weights hold for another one nearly.
Written by `benchmarks/fit_weights.py`."""

BIAS = -11.68
"""Log-odds of two claims with nothing in common, where a speaker or an event is known."""

WEIGHTS = {
    "whole_wording": 1.21,
    "alignment": 0.41,
    "containment": 0.45,
    "found": 2.08,
    "fullness": 1.75,
    "own_words": 2.96,
    "spelling": 1.29,
    "whole_spelling": 0.91,
    "kept": 1.49,
    "letters": 1.32,
    "rare": 0.64,
    "own_figures": 1.63,
    "occasion": 3.27,
    "meaning": 2.62,
}
"""What each feature adds to the log-odds at its full value."""

BARE_BIAS = -7.26
"""The same where neither is known."""

BARE_WEIGHTS = {
    "whole_wording": 1.41,
    "found": 1.16,
    "fullness": 1.60,
    "letter_pairs": 1.09,
    "beyond": 1.62,
    "untold": 2.45,
    "strewn": 0.80,
    "joined": 0.75,
    "own_figures": 1.29,
    "meaning": 0.59,
}
"""The same where neither is known."""
