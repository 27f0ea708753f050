"""From which probability, and of how many words, a pair is linked or put before a person."""

LINK = 0.9
"""Probability from which a pair without differences is linked. Of the labelled pairs kept for
testing, 114 of 116 that were linked are the same claim; the two others are an opposite and a
change of places that no gate knows."""

SUGGEST = 0.6
"""Probability from which a pair is put before a person."""

LEAST_WORDS = 5
"""Content words on the shorter side without which nothing is linked automatically, a plain cut
of the same speaker's words left aside."""
