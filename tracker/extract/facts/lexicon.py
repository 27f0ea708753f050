"""The words that report events: verbs with their forms, and the nouns they need.

A verb alone proves nothing ("launched a campaign", "met the deadline"), so each
verb belongs to a frame, and the frame names what else must stand in the clause.
"""

from enum import StrEnum


class Form(StrEnum):
    """A form of a verb; the regular past and past participle are one word."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    ING = "ing"


class Frame(StrEnum):
    """What a verb needs around it to report an event."""

    LAUNCH = "launch"
    CONDUCT = "conduct"
    ORBIT = "orbit"
    FAIL = "fail"
    MEET = "meet"
    SHAKE = "shake"
    TALKS = "talks"
    ATTEND = "attend"
    STAY_AWAY = "stay away"
    PRESENT = "present"
    ACCOMPANY = "accompany"
    VISIT = "visit"
    MOVE = "move"
    GREET = "greet"
    OCCUR = "occur"
    TELL = "tell"
    SIGN = "sign"
    HARM = "harm"
    WRECK = "wreck"


_VERBS = """
launch: fire fires fired firing | launch launches launched launching | lob lobs lobbed lobbing
launch: test-fire test-fires test-fired test-firing | test-launch - test-launched -
launch: shoot shoots shot shooting | unleash unleashes unleashed unleashing
conduct: conduct conducts conducted conducting | carry carries carried carrying
conduct: stage stages staged staging | test - tested testing
orbit: put puts put putting | place places placed placing | send sends sent sending
orbit: deliver delivers delivered delivering
fail: fail fails failed failing | crash crashes crashed - | explode explodes exploded -
fail: end ends ended -
meet: meet meets met meeting | confer confers conferred conferring
shake: shake shakes shook shaking
talks: hold holds held holding | host hosts hosted hosting
attend: take takes took taking | attend attends attended attending | join joins joined joining
stay away: skip skips skipped skipping | boycott boycotts boycotted boycotting
stay away: miss misses missed missing | shun shuns shunned shunning
present: - - present - | - - absent - | - - been -
accompany: accompany accompanies accompanied -
visit: enter enters entered entering | visit visits visited visiting | tour tours toured touring
move: travel travels travelled travelling | travel travels traveled traveling
move: fly flies flew flying | go - went - | return returns returned returning
move: leave leaves left leaving | cross crosses crossed crossing
move: arrive arrives arrived arriving | depart departs departed departing
move: land lands landed - | head heads headed heading
greet: greet greets greeted greeting | welcome welcomes welcomed welcoming
greet: receive receives received receiving
occur: take takes took taking | occur occurs occurred occurring | hold holds held holding
occur: happen happens happened happening | host hosts hosted hosting
tell: detect detects detected detecting | confirm confirms confirmed confirming
tell: announce announces announced announcing | report reports reported reporting
tell: record records recorded recording | track tracks tracked tracking
tell: observe observes observed observing | oversee oversees oversaw overseeing
tell: watch watches watched watching | supervise supervises supervised supervising
tell: condemn condemns condemned condemning | welcome welcomes welcomed welcoming
tell: hail hails hailed hailing | attend attends attended attending
sign: sign signs signed signing | ink inks inked inking | seal seals sealed sealing
sign: conclude concludes concluded concluding | initial - initialled -
harm: hit hits hit hitting | strike - struck striking | shake shakes shook shaking
harm: rock - rocked rocking | jolt jolts jolted jolting | sweep sweeps swept sweeping
harm: rip rips ripped ripping | tear tears tore tearing | kill kills killed killing
harm: wound wounds wounded wounding | injure injures injured injuring
harm: destroy destroys destroyed destroying | flatten flattens flattened flattening
harm: batter batters battered battering | engulf engulfs engulfed engulfing
harm: devastate devastates devastated - | inundate inundates inundated -
harm: bomb - bombed bombing | shell - shelled shelling | ambush - ambushed ambushing
harm: attack - attacked attacking | storm - stormed storming
harm: raid - raided raiding | detonate - detonated - | break breaks broke -
wreck: sink sinks sank sinking | capsize capsizes capsized - | derail derails derailed -
wreck: crash crashes crashed - | collapse collapses collapsed - | explode explodes exploded -
wreck: erupt erupts erupted - | overturn overturns overturned - | collide collides collided -
wreck: give gives gave giving | burst bursts burst bursting | cave caves caved caving
wreck: topple topples toppled - | plunge plunges plunged - | come comes came coming
wreck: go goes went going | catch catches caught - | burn burns burned - | burn burns burnt -
wreck: flood floods flooded - | tip tips tipped - | roll rolls rolled -
"""


_PARTICIPLES = {
    **{"shaken": "shook", "taken": "took", "flown": "flew", "sunk": "sank", "broken": "broke"},
    **{"torn": "tore", "gone": "went", "overseen": "oversaw"},
    **{"given": "gave"},
}
"""Past participles that differ from the past, for "has flown", "was shaken"."""


def _read_verbs() -> dict[str, tuple[tuple[Frame, Form], ...]]:
    forms: dict[str, list[tuple[Frame, Form]]] = {}
    for line in _VERBS.strip().splitlines():
        frame, _, verbs = line.partition(": ")
        for verb in verbs.split(" | "):
            for form, word in zip(Form, verb.split(), strict=True):
                entry = (Frame(frame), form)
                known = forms.setdefault(word, [])
                if word != "-" and entry not in known:
                    known.append(entry)
    forms.pop("-", None)
    for participle, past in _PARTICIPLES.items():
        forms[participle] = [entry for entry in forms[past] if entry[1] is Form.PAST]
    # "hit" and "put" are their own past, and news tells in the past.
    return {
        word: tuple(e for e in entries if not (e[1] is Form.BASE and (e[0], Form.PAST) in entries))
        for word, entries in forms.items()
    }


VERBS = _read_verbs()
"""Word → the frames and forms it can be."""

WEAPONS = frozenset(
    """missile missiles rocket rockets projectile projectiles shells torpedo torpedoes mortars
    artillery icbm icbms slbm slbms drone drones warhead warheads munitions weapons""".split()
)
SPACE = frozenset(
    """satellite satellites spacecraft orbiter astronaut astronauts cosmonaut cosmonauts capsule
    probe spaceship rover telescope payload""".split()
)
SATELLITES = frozenset({"satellite", "satellites"})
NOT_IN_ORBIT = frozenset(
    """office offices channel channels television tv town towns dish phone phones image images
    imagery programme programmes program programs technology navigation service services network
    campus state states centre center broadcaster station internet photo photos""".split()
)
"""After "satellite" these make it no satellite."""
AGREEMENTS = frozenset(
    """agreement agreements deal deals treaty treaties pact pacts accord accords memorandum
    memorandums memoranda mou mous contract contracts declaration communiqué communique protocol
    protocols armistice ceasefire truce convention compact""".split()
)
MET_OTHERWISE = frozenset(
    """deadline deadlines target targets goal goals demand demands criteria need needs standard
    standards requirement requirements expectations challenge challenges resistance condition
    conditions test fate threshold obligations opposition match""".split()
)
"""What is met without anybody meeting anybody."""
SPORT = frozenset(
    """final semi-final semi-finals quarter-final quarter-finals league cup playoffs playoff
    kick-off fixture tie""".split()
)
"""Where teams meet."""
FIGURATIVE = frozenset("""storm flood floods avalanche tsunami""".split())
"""Disasters that before "of" are none ("a storm of protest")."""
GATHERINGS = frozenset(
    """talks meeting meetings summit negotiations discussions conference session consultations
    ceremony dialogue""".split()
)
ATTACKS = frozenset(
    """attack attacks airstrike airstrikes airstrike strike strikes shelling bombing bombings bomb
    bombs gunman gunmen shooting shootings stabbing raid raids ambush ambushes missile missiles
    drone drones rocket rockets militants militant insurgents attacker attackers mortar mortars
    grenade grenades bombardment assault massacre gun shooter shooters shot gunned
    stabbed assailants terrorists terrorist bomber
    fighters rebels air-strike air-strikes artillery gunfire offensive militia militiamen
    jihadists""".split()
)
DISASTERS = frozenset(
    """earthquake earthquakes quake tremor aftershock flood floods flooding floodwaters fire blaze
    wildfire wildfires bushfire crash collision derailment sinking capsizing storm typhoon
    cyclone hurricane tornado landslide landslides mudslide mudslides avalanche tsunami eruption
    blast explosion explosions collapse stampede crush heatwave shipwreck blizzard accident
    disaster rockslide rockfall mudflow cave-in sinkhole inferno typhoons cyclones hurricanes
    tornadoes avalanches tremors quakes eruptions crashes collisions derailments stampedes
    wreck pileup pile-up mishap drowning sinks capsizes derails
    capsized sank derailed collapsed crashed""".split()
)
VEHICLES = frozenset(
    """boat boats ship ferry vessel trawler barge dinghy canoe train plane jet airliner helicopter
    bus buses coach lorry truck car tram minibus tanker freighter submarine airplane aircraft
    van vehicle vehicles trains carriages""".split()
)
STRUCTURES = frozenset(
    """bridge footbridge building buildings roof mine dam tower wall tunnel stand balcony house
    homes houses school dyke levee crane block shaft gallery volcano ceiling""".split()
)
COLLAPSING = STRUCTURES | frozenset(
    """embankment pier jetty scaffolding stairway staircase grandstand overpass viaduct walkway
    hillside slope cliff glacier pipeline pipe chimney mast silo barn reservoir levees dykes dams
    bridges factory warehouse hotel mosque church temple hospital hostel flats""".split()
)
"""What may give way or fall in, beside what an article tells apart its disasters by."""
INSTITUTIONS = frozenset(
    """news times post journal herald tribune magazine tv radio television court congress senate
    party league committee council commission union association university college school church
    corporation company group bank fund street industries inc corp ltd""".split()
)
"""What is gone to without a journey when it is all that is named."""
WEAK_CAUSES = frozenset(
    """fire strike strikes storm collapse crush fighters offensive drone drones assault missile
    missiles accident disaster raid raids""".split()
)
"""Causes that count in an article's lead only where it names no clearer one."""
HARM_OF_PLACES = frozenset(
    """hit hits struck strikes shook shakes shaken rocked rocks jolted jolts swept sweeps ripped
    rips tore tears flattened destroyed destroys battered engulfed devastated inundated killed
    kills injured wounded broke""".split()
)
"""Verbs whose subject may be a force of nature or an explosion."""
ARMED_VERBS = frozenset(
    """bombed shelled ambushed attacked stormed raided detonated hit struck killed
    wounded""".split()
)
"""Verbs whose subject may be armed people or a weapon."""

OFFICES = frozenset(
    """leader president minister premier chancellor king queen prince princess pope pontiff emperor
    ambassador envoy governor mayor chief commander general secretary chairman chairwoman
    director spokesman spokeswoman marshal admiral colonel senator diplomat official
    counterpart""".split()
)
GROUPS = frozenset(
    """military army navy forces troops soldiers officials government police guard rebels militants
    delegation diplomats ministry company agency leaders ministers parliament cabinet council
    committee assembly lawmakers negotiators mediators gunmen insurgents separatists coalition
    authorities airline presidents commanders envoys governments companies union bank force
    militia fighters airforce regime team""".split()
)
TITLES = frozenset(
    """minister president marshal director general secretary chancellor premier governor
    mayor senator colonel admiral chief chairman chairwoman chairperson
    ambassador leader captain major lieutenant sergeant commander judge justice professor
    councillor councilor commissioner speaker deputy foreign defence defense mr mrs ms dr sir
    dame lord lady gen lt col sen rep gov prof capt adm maj sgt envoy counterpart spokesman
    spokeswoman spokesperson press vice-president sheikh emir sultan emperor archbishop bishop
    cardinal representative congressman congresswoman superintendent inspector detective
    officer""".split()
)
FUNCTION_WORDS = frozenset(
    """the a an in on at to for by with from and or but nor as than that which who whom whose when
    where while if because since after before until during into onto over under up down out off
    about against between among per via is are was were be been being has have had do does did
    will would shall should may might can could must not no he she it they we you i him her them
    us this these those his their its my your our what how why there here then now so too also
    still yet once both all some many most each every any few several two three four five six
    seven eight nine ten eleven twelve dozens hundreds thousands one another other such only
    just even earlier later meanwhile however although though despite following amid without
    today tonight yesterday tomorrow somebody someone anybody anyone everybody everyone nobody
    nothing something
    accompanied speaking asked last next early late according instead of""".split()
)
AUXILIARIES = frozenset(
    """is are was were be been has have had do does did will would shall should may might can could
    must isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't""".split()
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december jan. feb. mar. apr. jun. jul. aug. sep.
    sept. oct. nov. dec. sept""".split()
)
