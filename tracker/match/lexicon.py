"""Word lists of the gates: what turns a sentence round when it comes, goes or is replaced.

Entries are canonical forms (lower case, contractions opened) unless a list says stems.
"""

from tracker.text.normalise import stem
from tracker.text.variants import word_set

NEGATIONS = word_set(
    """not no never none nobody nothing nowhere neither nor without deny denies denied denying
    denial unless fail fails failed failing failure refuse refuses refused refusing refusal unable
    incapable lack lacks lacked absence hardly scarcely false untrue fabrication baseless unfounded
    incorrect wrong refute refutes refuted myth"""
)
"""Words that deny what stands beside them."""

NOT_NEGATING = word_set(
    "fewer less later only just doubt matter surprise surprisingly wonder exaggeration least until"
)
"""Words that take the force from the "no" or "not" before them: "no fewer than", "not only"."""

NEGATING_PHRASES = frozenset(
    {("yet", "to"), ("stop", "short"), ("stops", "short"), ("stopped", "short")}
    | {("declined", "to"), ("declines", "to"), ("declining", "to"), ("declined", "comment")}
    | {("rather", "than")}
)
"""Two words that deny together: "has yet to open", "stopped short of calling it off"."""

RAISING = frozenset(
    stem(word) for word in "expect think believe want plan intend seem appear suppose".split()
)
"""Stems of verbs of which it is the same to deny them or what follows them."""

EMBEDDING = frozenset(
    stem(word)
    for word in """say tell claim argue suggest mean know known hope fear see show prove evidence
    proof sign indication truth true case fact reason convince sure certain clear agree accept
    admit promise allow let permit mention report guarantee idea chance possibility intention need
    wish likely possible conclude find feel imagine understand make insist maintain imply assume
    demand ask order call""".split()
)
"""Stems of words that what follows hangs on: who does not say that it holds says nothing of it."""

DENYING = word_set(
    """impossible unaware unknown unclear unlikely ignore ignores ignored ignoring overlook
    overlooks overlooked neglect neglects neglected omit omits omitted forget forgets forgot
    forgotten decline declines declined declining reject rejects rejected rejecting oppose opposes
    opposed opposing against avoid avoids avoided avoiding prevent prevents prevented preventing
    forbid forbids forbade forbidden ban bans banned banning bar barred prohibit prohibits
    prohibited ruled out until short less dismiss dismisses dismissed dismissing missed skip
    skipped empty absent missing exempt spared impunity abstain abstained refrain refrained
    stop stops stopped stopping cease ceased withhold withheld"""
)
"""Words with a denial inside, so that a "not" with another word may say what they say: who
ignored a warning did not heed it, what ran out is not left."""

DENIALS = word_set(
    """deny denies denied denying denial false untrue fabrication fabricated baseless unfounded
    incorrect refute refutes refuted myth lie hoax"""
)
"""Words that turn a statement with a negation into a denial of somebody's claim."""

PREFIXES = ("un", "in", "il", "im", "ir", "dis", "non")
"""Prefixes that turn a word into its opposite: legal, illegal."""


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


def _kinds(table: dict[str, str]) -> dict[str, frozenset[str]]:
    """Return, for each stem, the kinds that name it."""
    kinds: dict[str, set[str]] = {}
    for kind, listed in table.items():
        for word in listed.split():
            kinds.setdefault(stem(word), set()).add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


QUANTIFIERS = {
    word: group
    for group, words in {
        "all": "all every each always entire whole everyone everybody everything",
        "most": "most majority mostly usually",
        "many": "many often numerous frequently routinely regularly",
        "some": "some several sometimes certain part parts partly",
        "few": "few rarely seldom handful minority",
        "none": "none nobody nothing never zero",
    }.items()
    for word in words.split()
}
"""Words that say how many, by group; a change of group changes the claim."""

MUCH, LITTLE = frozenset({"all", "most", "many"}), frozenset({"few", "none"})
"""Groups of `QUANTIFIERS` of which one is the opposite of the other."""

MODALS = {
    word: group
    for group, words in {
        "certain": """will shall must would certainly definitely surely undoubtedly inevitably sure
        certain bound""",
        "possible": "may might possibly maybe perhaps probably likely potentially",
        "doubtful": "unlikely",
    }.items()
    for word in words.split()
}
"""Words that say how sure; "can" and "could" are left out, they change with the tense."""

MAGNITUDE_WORDS = word_set("hundred thousand million billion trillion dozen half double twice")
"""Words that are part of a figure."""

MEASURES = _kinds(
    {
        "time": "second minute hour day night week month year decade century",
        "money": "cent penny dollar euro pound rupee yuan yen won rand peso ruble franc krone",
        "length": "millimeter centimeter meter kilometer mile inch foot feet yard",
        "area": "hectare acre",
        "weight": "gram kilogram ton tonne ounce",
        "size": "hundred thousand million billion trillion dozen",
        "part": "half third quarter",
        "rate": "percent euro dollar pound point",
        "multiple": "double triple quadruple halve",
    }
)
"""Stems of what is measured in, by what it measures: minutes are not hours."""

ORDINALS = word_set(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth 1st 2nd 3rd
    4th 5th 6th 7th 8th 9th 10th 11th 12th"""
)
"""Places in a row: the first is not the second."""

SYMMETRIC = _stems("meet met talk speak spoke discuss negotiate marry agree")
"""Stems of what two do together, so that it does not matter who is named first."""

DECIDING = _stems("vote decide rule choose chose elect agree approve")
"""Stems of what settles a matter, so that it matters whether it is still to come."""

CASUALTIES = _stems(
    """dead death died die dies toll kill killed injured injury wounded missing casualties
    victims bodies corpses displaced homeless infected cases survivors rescued detained arrested
    evacuated"""
)
"""Stems of what is counted up as news comes in: a higher figure later is an update."""

MISSING = _stems("missing unaccounted")
"""Stems of what is counted down as well: the missing are found."""

SCENES = _stems(
    """boat ferry vessel ship trawler barge dinghy tanker freighter submarine train tram plane
    airliner helicopter bus coach sinking sank capsized capsizing shipwreck derailment crash
    collision earthquake quake tremor flood flooding landslide mudslide avalanche tsunami eruption
    volcano typhoon cyclone hurricane tornado blizzard wildfire stampede heatwave bridge mine dam
    tower tunnel dyke crane warehouse factory refinery market mosque church temple stadium hotel
    hospital clinic nightclub cinema theatre barracks embassy checkpoint convoy prison
    explosion mill silo depot quarry school"""
)
"""Stems of what disaster strikes or what strikes; two reports of one week that share one, and
in which nothing disagrees, are of one event."""

CALENDAR = {
    stem(word): group
    for group, words in {
        "weekday": "monday tuesday wednesday thursday friday saturday sunday",
        "near": "today yesterday tomorrow",
        "month": """january february march april june july august september october november
        december""",
    }.items()
    for word in words.split()
}
"""Stems of days and months, by kind; "May" is left out, it is a verb too."""

ALIASES = {
    stem(name): frozenset(stem(word) for word in others.split())
    for name, others in {
        "dprk": "north korea pyongyang",
        "rok": "south korea seoul",
        "usa": "america united states washington",
        "america": "usa united states washington",
        "britain": "united kingdom england london",
        "prc": "china beijing",
        "uae": "emirates united arab",
        "eu": "european europe union brussels",
        "un": "united nations",
        "kremlin": "russia moscow",
        "ussr": "soviet union",
    }.items()
}
"""Stems of what a country or body is also called, where the letters do not show it."""

FRAME = _stems(
    """say said tell told add accord announce declare report spokesman spokeswoman statement
    interview source confer conference news official his her he she it they their who mr a an the
    of in on at as by to for"""
)
"""Stems of words that hand a report on, and of small ones that hold it together: that somebody
said so at a news conference is no part of what is told."""

JOINERS = word_set("and but if not no never none nor neither without")
"""Words by which a sentence says something further, puts a condition on it, or denies it."""

BEING = word_set("am is are was were be been being")
"""Forms of "be", with which a deed is suffered."""

HOLDING = BEING | word_set(
    """about after against as at before behind between by for from in into not of off on out over
    than through to toward towards under until with"""
)
"""Words that say how what stands before them and what stands behind them belong together."""
