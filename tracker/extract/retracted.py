"""Statements that a text tells were taken back: "retracted her claim that …".

So it is with what somebody regrets or avoids saying, or denies having said: given to them it
would be asserted by who no longer, or never, asserts it.
"""

from tracker.extract.draft import Draft
from tracker.extract.lexicon import FORMS
from tracker.extract.phrases import STOPS, is_reporting_participle
from tracker.extract.reading import Sentence
from tracker.text.tokens import word_set

_TAKING_BACK = word_set(
    """
    retract retracts retracted retracting withdraw withdraws withdrew withdrawn withdrawing recant
    recants recanted recanting disown disowns disowned disowning repudiate repudiates repudiated
    renounce renounces renounced rescind rescinds rescinded disavow disavows disavowed
    """
)
_WITH_BACK = word_set(
    "take takes took taken taking walk walks walked walking row rows rowed rowing dialed dialled"
)
_WITH_PREPOSITION = word_set("backed backs distanced distances backtracked backtracks")
_REGRETTING = word_set(
    """
    apologise apologises apologised apologising apologize apologizes apologized apologizing sorry
    regret regrets regretted regretting avoid avoids avoided avoiding refrain refrains refrained
    deny denies denied denying
    """
)
"""Words behind which "saying that" is regretted, avoided or denied."""

_NOUNS = word_set(
    """
    statement statements claim claims assertion assertions allegation allegations accusation
    accusations remark remarks comment comments testimony suggestion suggestions admission
    confession warning warnings promise promises pledge pledges announcement contention charge
    insinuation prediction assurance assurances report reports
    """
)
_BOUNDS = STOPS | word_set("and but because after before while who which when")
_POSSESSIVES = word_set("her his their its my our")
_REACH = 12
"""Tokens between the verb and what was taken back."""


def without_retracted(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those whose content was taken back, regretted or never said."""
    return [draft for draft in drafts if not _is_retracted(sentence, draft)]


def _is_retracted(sentence: Sentence, draft: Draft) -> bool:
    low, start = sentence.low, draft.content[-1][0]
    if draft.cue is None or draft.cue[0] >= draft.last:
        return False
    denies = draft.verb is not None and draft.verb.verb.lemma == "deny"
    source = draft.source
    own = source[0] if source is not None and low[source[0]] not in _POSSESSIVES else 0
    for at in range(start - 1, max(-1, start - _REACH), -1):
        if low[at] in _BOUNDS or at < own:
            return False  # "denied a report that Cho had said …": Cho did
        if _takes_back(low, at) and _names_words(low, at + 1, start):
            return True
        if low[at] in _REGRETTING and not denies and _tells_of_saying(sentence, at + 1, start):
            return True
    return False


def _takes_back(low: list[str], at: int) -> bool:
    """Say whether a verb by which words are taken back stands here."""
    if low[at] in _WITH_BACK:
        return low[at + 1 : at + 2] == ["back"]
    return low[at] in _TAKING_BACK or low[at] in _WITH_PREPOSITION


def _names_words(low: list[str], first: int, start: int) -> bool:
    """Say whether a noun of speech leads to the content at `start`, or stands at its head."""
    return any(
        low[at] in _NOUNS and (at + 1 == start or low[at + 1 : at + 2] == ["that"])
        for at in range(first, min(start + 3, len(low)))
    )


def _tells_of_saying(sentence: Sentence, first: int, start: int) -> bool:
    """Say whether "saying" or "having said" leads to the content at `start`, or begins it."""
    low = sentence.low
    noun = first < start and _names_words(low, first, start)
    return noun or any(
        is_reporting_participle(low[at])
        or (low[at] == "having" and low[at + 1 : at + 2] != [] and low[at + 1] in FORMS)
        for at in range(first, min(start + 2, len(low)))
    )
