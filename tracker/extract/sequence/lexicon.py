"""Words that may be cues where no rule reads them: nouns of saying and thinking, and verbs
and adjectives of attitude. The model learns from marks which are, and when."""

from tracker.text.tokens import word_set

_NOUNS = word_set(
    """
    claim claims argument arguments assertion assertions allegation allegations accusation
    accusations charge charges statement statements comment comments remark remarks criticism
    criticisms complaint complaints warning warnings promise promises pledge pledges vow vows plan
    plans proposal proposals idea ideas belief beliefs view views opinion opinions concern concerns
    fear fears hope hopes desire intention intentions effort efforts bid decision decisions call
    calls demand demands request requests suggestion suggestions recommendation recommendations
    support opposition praise endorsement backing attack attacks question questions denial denials
    announcement prediction predictions estimate estimates theory notion contention insistence
    confidence doubt doubts refusal willingness commitment position stance message speculation
    suspicion assurance explanation description interest goal aim report reports study studies poll
    polls survey surveys conclusion conclusions finding findings evidence admission acknowledgment
    agreement threat threats rumor rumors rumour rumours
    """
)
_ATTITUDES = word_set(
    """
    endorse endorsed endorses endorsing back backed backs backing embrace embraced embraces
    embracing echo echoed echoes signal signaled signalled signals decide decided decides deciding
    determine determined choose chose chooses seem seems seemed appear appears appeared prefer like
    likes liked love loves hate hates need needs needed try tries tried trying attempt attempted
    seek seeks sought consider considers considered considering understand understands understood
    recognize recognise remember remembers forget learn learned learning hear heard notice noticed
    worry worries worried care cares mention mentioned mentions mentioning reference referenced
    invoke invoked invoking tout touted touting pitch pitched push pushed pushing press pressed
    pressing advocate advocated advocates champion championed reject rejects rejected rejecting rule
    ruled order ordered vote voted votes approve approved approves sign signed pass passed require
    requires required allow allows show shows showed shown showing find finds found reveal indicate
    suggest suggests mean means imply underscore underscored highlight highlighted outline outlined
    lay describe detail detailed list listed lists cite cited citing focus focused target targeted
    bash bashed hammer hammered rip ripped mock mocked joke joked insult insulted taunt disavow
    disavowed apologize apologized apologise apologised regret regretted thank thanked congratulate
    congratulated acknowledge accuse blame fault defend defended distance promise pledged vowed
    announce unveil unveiled release released issue issued publish published post posted tweet
    tweeted write wrote written aim aims aimed hope plan intend intends intended prepare prepared
    poised ready eager willing reluctant committed convinced confident certain sure aware concerned
    afraid anxious hopeful optimistic skeptical sceptical doubtful critical supportive opposed
    interested
    """
)


def kind_of_word(low: str) -> str:
    """Return "noun" or "attitude" for a word that may be a cue, "" for others."""
    if low in _NOUNS:
        return "noun"
    return "attitude" if low in _ATTITUDES else ""
