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


BEGINNINGS = (("over", "under"), ("pre", "post"), ("pro", "anti"))
ENDS = (("ful", "less"), ("fully", "lessly"))
"""Beginnings and ends of words that are opposites: overpaid, underpaid; harmful, harmless."""


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


def _opposites(text: str) -> dict[str, frozenset[str]]:
    """Return, for each stem of lines "one two / three four", the stems across the stroke."""
    table: dict[str, set[str]] = {}
    for line in text.split(";"):
        sides = [{stem(word) for word in side.split()} for side in line.split("/")]
        for here, there in (sides, sides[::-1]):
            for word in here:
                table.setdefault(word, set()).update(there)
    return {word: frozenset(opposites) for word, opposites in table.items()}


def _graded(text: str) -> str:
    """Return the lines "one two / three four" of adjectives once more in both their degrees."""
    grades = (
        " / ".join(" ".join(map(grade, side.split())) for side in line.split("/"))
        for line in text.split(";")
        for grade in (_comparative, _superlative)
    )
    return ";".join(grades)


def _comparative(word: str) -> str:
    """Return "larger" of "large", "busier" of "busy"; "big" is written "bigg"."""
    return (word[:-1] + "i" if word[-1] == "y" else word.removesuffix("e")) + "er"


def _superlative(word: str) -> str:
    return _comparative(word).removesuffix("er") + "est"


_GRADED = """high tall / low short; large bigg great grand / small little tiny slight; long / short;
    strong tough / weak; rich wealthy / poor; old / young new fresh; fast quick swift / slow;
    hot warm / cold cool; safe / risky; easy simple light / hard tough; cheap / dear costly;
    near close / far; busy loud noisy / quiet calm; common / rare; heavy / light; wide broad /
    narrow; deep / shallow; bright light / dark dim; thick fatt / thin slim; rough / smooth; clean /
    dirty; happy / sadd; kind / cruel; wett / dry; early / late; sharp / blunt; soft / hard; full /
    empty; friendly / hostile unfriendly; healthy fitt / sick; wise smart clever / stupid dumb;
    steep / gentle flat; brave / timid; proud / humble; strict tight / loose lax; bigg / small"""
"""Adjectives that have degrees, with their opposites; "bigg" is what is left of "bigger"."""

OPPOSITES = _opposites(
    _graded(_GRADED)
    + ";"
    + """raise raised increase grow grew rise rose climb expand gain soar jump up higher
        / cut lower lowered reduce decrease decline fall fell drop shrink slash plunge down;
    win won victory take took taken / lose lost defeat loss;
    accept agree approve / reject decline refuse disapprove;
    approve adopt grant pass / block veto reject deny dismiss; uphold upheld / overturn overturned
        quash annul;
    support back backed favor endorse / oppose opposed against reject condemn; before / after;
    supporter proponent backer / opponent critic; welcome / reject condemn deplore;
    more / less fewer; most / least; highest largest biggest best / lowest smallest worst;
    commonest / rarest; hottest warmest / coldest; hotter warmer / colder cooler; richest / poorest;
    richer / poorer; strongest / weakest; stronger / weaker; longest / shortest; oldest / youngest
        newest; older / younger newer; fastest quickest / slowest; faster quicker / slower; safest
        / riskiest; safer / riskier; easier / harder; easiest / hardest;
    cheapest / dearest costliest; cheaper / dearer costlier; nearest closest / farthest furthest;
    busiest / quietest;
    tighten / loosen ease relax; widen / narrow; advance / retreat; accelerate / slow decelerate;
    upgrade / downgrade; inflow / outflow; lend lent / borrow; overestimate / underestimate;
        overstate / understate; optimistic / pessimistic; optimism / pessimism; help / hinder;
    appoint / dismiss sack oust; legalize / outlaw criminalize; buyer / seller; winner / loser;
    high / low; good better / bad worse; safe / dangerous unsafe;
    open opened reopen / close closed shut;
    start started begin began launch resume restart / stop stopped end ended halt suspend;
    allow permit let / ban forbid prohibit block prevent; legal lawful / illegal unlawful;
    first / last; above over / below under;
    arrive arrived / leave left depart; buy bought purchase / sell sold; true / false untrue;
    confirm confirmed admit / deny denied; always / never; guilty convict convicted
        / innocent acquit acquitted; love / hate;
    enter join joined rejoin / leave left quit withdraw;
    friend ally / enemy foe; rich / poor; strong strengthen / weak weaken; success succeed / fail
        failure; create build built / destroy destroyed abolish; include / exclude;
    easy / difficult hard;
    import / export; north northern / south southern; east eastern / west western;
    male man men / female woman women; alive / dead; public / private; major / minor;
    improve improved / worsen worsened; early earlier / late later;
    pass passed / fail;
    maximum / minimum; majority / minority; profit / loss; surplus / deficit; friendly / hostile;
    defend / attack; praise / criticize condemn; hire hired recruit / fire fired dismiss
        sack laid;
    give gave / take took;
    add added / remove removed; protect / harm endanger; peace / war; everyone / nobody noone;
    everything / nothing; longer / shorter; long / short; full / empty; old / new; old / young;
    last / next; common / rare; hot / cold; wet damp / dry; quick fast / slow; near / far;
    same / different; cheap / expensive costly; permanent / temporary; urban / rural;
    voluntary optional / compulsory mandatory; accurate / inaccurate misleading; morning / evening;
    summer / winter; father dad / mother mum mom; son / daughter; brother / sister;
    husband / wife; boy / girl; uncle / aunt; employer / employee; landlord / tenant;
    plaintiff / defendant; appear / disappear vanish; agree / disagree; like / dislike;
    left / right; inside / outside; remember / forget; forget / recall; encourage / discourage;
    deep / shallow; hide hid hidden conceal / reveal disclose; plentiful abundant / scarce;
    generous / stingy; sober / drunk; strength / weakness; secret secretly / open openly publicly;
    forgive forgave / punish; toward towards / away; top / bottom; blessing / curse; ancient /
    modern; arrival / departure; ascend / descend; attract / repel; forward / backward; birth /
    death; born / died; complex complicated / simple; hope / despair; demand / supply; external /
    internal; fertile / barren; hero / villain coward; indoors / outdoors; junior / senior;
    lengthen / shorten; natural / artificial; past / future; positive / negative; presence /
    absence; present / absent; pride / shame; push / pull; reward / punish; save / waste; sink sank
    / float; sleep asleep / awake; superior / inferior; sweet / bitter sour; together / apart;
    upstairs / downstairs; upper / lower; upward upwards / downward downwards; vertical /
    horizontal; wealth / poverty; wild / tame; amateur / professional; benefit / harm; boom / slump
    bust; civilian / military; crowded / deserted; debtor / creditor; domestic / foreign; donor /
    recipient; entrance / exit; flexible / rigid; former / current; freeze froze / thaw melt;
    gather / scatter; interior / exterior; joy / sorrow; height / depth; dawn / dusk; sunrise /
    sunset; lead / trail; brave / cowardly; float / drown;
    gain gained / lose lost loss shed; obey comply heed / defy ignore flout; praise credit / blame;
    boycott / attend join; retain keep kept / scrap abandon; renew extend / cancel revoke shorten;
    postpone delay / hasten; flourish thrive / wither struggle; invest / divest; nationalize /
    privatize; ratify / reject; honor / breach; unite united / divide divided; merge / split;
    persuade / dissuade; survive survived / die died; survivor / victim; spend spent / save saved;
    transparent / opaque; honest / corrupt; clean / polluted; coastal / inland; onshore / offshore;
    mild slight / severe; minor / serious; tiny / huge; reluctant / eager; voluntarily / forcibly;
    deliberate deliberately / accidental accidentally; temporarily / permanently;
    partial partially partly / complete completely full fully; cause caused / prevent prevented;
    unanimously / narrowly; publicly / privately secretly; soar soared surge surged / tumble tumbled
    plunge plunged; hawkish / dovish; optimism / gloom; confident certain / doubtful; predecessor /
    successor; teacher / pupil; doctor / patient; remain remained stay stayed / leave left;
    enforce / ignore; welcome / criticize; cheer applaud / boo; ahead / behind; within / beyond;
    solvent / bankrupt; asset / liability; triumph / defeat; progress breakthrough / setback;
    escalate worsen heighten / ease; boost boosted / cut; slow slowed / quicken accelerate; deploy
    deployed / withdraw withdrew withdrawn; occupy occupied / vacate vacated evacuate; fill filled /
    drain drained empty; thick / thin; shortage scarcity / glut surplus abundance; drought / flood;
    peaceful / violent; safe harmless / deadly toxic; edible / poisonous; fresh / rotten; respect
    admire / despise; mandatory obligatory / optional; elect elected / oust ousted; promote /
    demote; opening / closure; growth expansion / contraction decline recession; recover recovery /
    relapse; improve / deteriorate; strengthen support help / undermine hurt; release publish leak
    / withhold withheld; grant issue / revoke; impose / waive; introduce establish form / abolish
    dissolve dismantle; attach / detach; eastbound / westbound; northbound / southbound; uphill /
    downhill; upstream / downstream; inbound incoming / outbound outgoing; takeoff / landing; ask
    asked / answer answered; lender / borrower; government / opposition; conservative / liberal;
    hawk / dove; adult / child; midday noon / midnight; spring / autumn; wartime / peacetime;
    beginner / expert; remember / forgot;
    lift lifted / impose imposed; release released free freed
        / detain detained arrest arrested jail"""
)
"""Opposites as stems. A pair stopped by one is neither linked nor suggested, so the list
keeps to plain opposites."""


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
        "some": "some several sometimes certain part partly",
        "few": "few rarely seldom handful",
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
