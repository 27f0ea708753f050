"""Which function judges which frame.

Each takes a verb in its clause and returns what the clause reports, or None where
the verb means something else ("launched a campaign", "met the deadline").
"""

from collections.abc import Callable

from tracker.extract.facts import encounters, harm, journeys, launches, nominals
from tracker.extract.facts.clause import Clause, Report
from tracker.extract.facts.lexicon import Frame

FRAMES: dict[Frame, Callable[[Clause], Report | None]] = {
    Frame.LAUNCH: launches.launch,
    Frame.CONDUCT: launches.conduct,
    Frame.ORBIT: launches.orbit,
    Frame.FAIL: launches.fail,
    Frame.MEET: encounters.meet,
    Frame.SHAKE: encounters.shake,
    Frame.TALKS: encounters.talks,
    Frame.ATTEND: encounters.attend,
    Frame.STAY_AWAY: encounters.stay_away,
    Frame.PRESENT: encounters.be_present,
    Frame.ACCOMPANY: encounters.accompany,
    Frame.VISIT: journeys.visit,
    Frame.MOVE: journeys.move,
    Frame.GREET: journeys.greet,
    Frame.OCCUR: nominals.occur,
    Frame.TELL: nominals.tell,
    Frame.SIGN: encounters.sign,
    Frame.HARM: harm.harm,
    Frame.WRECK: harm.wreck,
}
