"""What each rule reads, in a line, for whoever asks why a statement was found."""

from tracker.extract.sequence.join import RULE as MODEL

RULES = {
    "after": "words, then their cue and speaker: “…,” Ada Lind said",
    "inverted": "words, then the cue before its speaker: “…,” said Ada Lind",
    "before that": "a speaker, a cue and “that”: Lind said that …",
    "before clause": "a speaker, a cue and a clause: Lind said it was late",
    "before quote": "a speaker, a cue and a quotation: Lind said: “…”",
    "before colon": "a speaker, a cue and a colon: Lind said: it was late",
    "before infinitive": "a speaker, a cue and what they will do: Lind vowed to appeal",
    "before object": "a speaker, a cue and a thing: Lind denounced the plan",
    "before object_as": "a speaker calls a thing something: Lind called it a trick",
    "before object_to": "a speaker asks somebody to act: Lind urged the union to accept",
    "before charge": "a speaker charges somebody: Lind accused him of lying",
    "before question": "a speaker and a question: Lind asked whether …",
    "before measure": "a speaker puts a figure: Lind put the toll at 14",
    "before thanks": "a speaker thanks somebody for something",
    "according after": "words, then “according to” and the source",
    "according before": "“according to” and the source, then the words",
    "passive": "words attributed in the passive: was told by Lind that …",
    "hearsay": "words said by nobody named: is believed to …, reportedly",
    "citing": "an outlet that cites a source",
    "quoted as": "somebody quoted by another as saying",
    "colon": "a name and a colon before a quotation",
    "headline colon": "a name before or behind a colon in a headline",
    "unknown cue": "a quotation whose marks leave room for a speaker and an unknown verb",
    "turn": "the words behind a speaker's label in a transcript or interview",
    "signature": "a quotation signed with a dash and a name",
    "continuation": "a quotation without a cue, which goes on with the last speaker's words",
    "cue not read": "a quotation whose cue could not be read: kept, with nobody named",
    "asserted fact": "a fact that the article itself asserts",
    MODEL: "no rule: words that the sequence model tags as cue, source and content",
}
"""The name of every rule, as statements carry it, and what it reads."""
