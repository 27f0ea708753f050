"""Opposites: words of which one turns round what is said where it stands for the other.

Entries are canonical forms (lower case, contractions opened), kept as stems.
"""

from tracker.text.normalise import stem

BEGINNINGS = (("over", "under"), ("pre", "post"), ("pro", "anti"), ("up", "down"))
ENDS = (
    ("ful", "less"),
    ("fully", "lessly"),
    *((f"{end}r{s}", f"ee{s}") for end in "eo" for s in ("", "s")),
)
"""Beginnings and ends of words that are opposites: overpaid, underpaid; harmful, harmless;
trainer, trainee."""


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
    """Return lines "one two / three four" of adjectives in all their degrees: slow, slower, slowest
    and slowly are opposed to whatever is quick."""
    forms = (str, _comparative, _superlative, _adverb)
    return ";".join(
        " / ".join(
            " ".join(form(word) for word in side.split() for form in forms)
            for side in line.split("/")
        )
        for line in text.split(";")
    )


def _adverb(word: str) -> str:
    """Return "slowly" of "slow"; the word itself where what ends so says something else."""
    if word in _OTHER_ADVERBS:
        return word
    return (word[:-1] + "i" if word[-1] == "y" else word) + "ly"


_OTHER_ADVERBS = frozenset({"hard", "short", "near", "late", "high", "large", "full", "bare"})
"""Adjectives of which the adverb is another word: hardly, shortly, nearly, lately, highly."""


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

_DEEDS = """
    allow permit enable admit / bar barred banned exclude; capture seize / surrender; block
    obstruct / clear facilitate; soar surge rocket / plummet plunge tumble crash slump sink; rise
    climb / plummet tumble slump slide sink; add / drop; end ended terminate / extend prolong
    continue; repeal scrap / enact pass adopt introduce; require oblige / forbid prohibit;
    construct erect / demolish raze; build built / demolish raze; follow / ignore; begin began
    begun start / finish complete conclude; save saved rescue / destroy destroyed ruin; find found
    / lose lost; accelerate / brake; continue persist / reverse cease; speed sped / slow slowed;
    cover / expose uncover; inflate / deflate; assemble / dismantle; acquire / divest; arm /
    disarm; enable / disable; encourage / deter; enroll / expel; admit / expel; emigrate /
    immigrate; ignite / extinguish; install / remove uninstall; maximize / minimize; mobilize /
    demobilize; multiply / dwindle; swell / dwindle shrink; oppress / liberate; provoke / appease
    placate; produce / consume; repair mend / damage break broke; resist / yield surrender; send
    sent / receive; separate / combine; suspend / reinstate; deposit / withdraw; appreciate /
    depreciate; intensify deepen heighten / abate subside ease; broaden / narrow; outperform /
    underperform; exceed beat / miss undershoot; jail imprison / free release pardon; charge /
    clear exonerate; enlist / desert; embrace / shun; prosper thrive / suffer; mount / ebb;
    recognize / ignore; reassure / alarm; calm soothe / inflame; build / wreck; earn / spend spent;
    evacuate / occupy; laugh / weep; sit sat / stand stood; marry / divorce; tighten toughen /
    soften relax; hasten / delay; halt / resume; reinforce / undermine weaken; hike / cut slash;
    double / halve; pay / owe; lock locked / unlock; load / unload; welcome / expel; subsidize /
    tax; plant / uproot; outnumber / trail; stabilize / destabilize; legitimize / discredit; honor
    / insult; vote / abstain; multiply / cut reduce; precede / follow; notice / ignore overlook;
    hide / show display; free / conscript confine detain; converge / diverge; centralize /
    decentralize; complicate / simplify; clarify / obscure; regulate / deregulate; segregate /
    desegregate; classify / declassify; defend / prosecute; avoid / confront; brighten / darken;
    absolve / blame; affirm / negate; cooperate / clash; escalate inflame / defuse; embolden /
    deter intimidate; expose / conceal protect; fund / defund; gather / disperse; invite /
    disinvite; overrule / uphold sustain; preserve keep / destroy scrap; rebuild / demolish;
    embrace / renounce reject; respect obey / violate breach break; submit / resist; subside /
    worsen; wax / wane; unveil / hide; believe trust / doubt distrust suspect; hope / fear dread;
    relieve reassure / worry; attend / miss skip; cheer / jeer heckle; charge prosecute /
    exonerate; overtake / trail; pledge promise / refuse; inflate exaggerate / understate; shelter
    / evict; feed / starve; reunite / separate; publish / suppress; strengthen firm / weaken; keep
    kept / break broke; help helped aid / hurt harm; hoard / share; loosen / fasten; sharpen /
    blunt; honor keep / break"""
"""Verbs, with the opposites that `_TOLD` does not have."""

_KINDS = """
    safe fit / faulty defective unfit; binding mandatory / advisory; final definitive / provisional
    interim preliminary; odd / even; active / extinct dormant passive; sunny / rainy cloudy; calm /
    rough stormy; solid / liquid; raw / cooked; single unmarried / married; fixed / variable
    floating; bullish / bearish; cautious / reckless; collective / individual; defensive /
    offensive; domestic / international overseas; elder / younger; general / specific; genuine real
    / fake counterfeit; humid / arid; indoor / outdoor; input / output; loyal / treacherous;
    moderate / extreme radical; native / foreign; natural / synthetic; net / gross; occupied /
    vacant; offline / online; outer / inner; plus / minus; polite / rude; pure / contaminated;
    random / targeted; rapid / gradual; rapidly quickly / gradually slowly; rear / front; joint /
    separate; jointly / separately; sharply steeply / slightly; slightly / hugely; stable /
    volatile; stale / fresh; straight / crooked; spacious / cramped; beautiful / ugly; vague /
    precise; vulnerable / immune; white / black; right correct rightly correctly / wrong wrongly
    mistaken; dry / rainy; daytime / nighttime; weekday / weekend; northeast / southwest; northwest
    / southeast; northward northerly / southward southerly; eastward easterly / westward westerly;
    leftist / rightist; pro / anti; current incumbent sitting / former; ex / current; sooner
    earliest / later latest; popular / despised; warmly / coolly; loudly / quietly; early /
    belated; instant immediate / delayed; proven / unproven disproved; famous / obscure; human /
    animal; adequate sufficient / scant; formal official / informal unofficial; compulsory /
    voluntary; manual / automatic; wholesale / retail; fatal deadly lethal / harmless minor; aged
    elderly / young; naval / land; armed / unarmed; decisive / indecisive; sweeping / limited;
    lasting / brief; brief / lengthy; inland / offshore; well / badly poorly ill; heavily /
    lightly; broadly widely / narrowly; comfortably easily / narrowly barely; central / peripheral;
    constructive / destructive; covert / overt; conventional / nuclear; local / national; national
    / international; big / little; double / single; ample / scant meager; amicable / hostile;
    benign / malignant; busy / idle; acute / chronic; careful cautious / careless reckless; bold /
    timid; diligent / negligent; silent / vocal outspoken; satisfied pleased / disappointed angry;
    relieved / worried; sighted / blind; convinced certain sure confident / doubtful doubt unsure;
    calmly / angrily; gratefully / grudgingly; cheaply / expensively; adult / juvenile; decisive /
    irrelevant marginal; attractive / repulsive; lively / dull; visible / hidden; affordable /
    expensive; cheerful / gloomy; sincere / insincere; tolerant / intolerant; lenient / harsh
    strict; swiftly promptly / belatedly; upbeat / downbeat; bustling / deserted"""
"""Adjectives and adverbs."""

_THINGS = """
    parent mother father / child son daughter; ally partner friend / rival opponent; attack offense
    / defense; prosecution prosecutor / defense; student pupil / professor teacher lecturer;
    advantage benefit / drawback disadvantage; peak / bottom trough; ceiling / floor; victim /
    suspect perpetrator culprit attacker; host / guest visitor; question / answer reply; sender /
    recipient; pilot crew / passenger; consumer / producer; customer client / supplier; inflation /
    deflation; withdrawal / deposit; premium / discount; emigration / immigration; emigrant /
    immigrant; fact / fiction; king / queen; nephew / niece; prince / princess; predator / prey;
    safety / danger; noise / silence; slavery / freedom; solution / problem; citizen / foreigner;
    resident native / tourist newcomer; employee / boss manager management; incumbent / challenger;
    leader / follower; attacker / defender; credit / debit; upturn upside / downturn downside;
    tailwind / headwind; revenue income / expenditure spending expense outgoings; increase rise
    growth gain hike / reduction cut fall drop decline decrease; acquittal / conviction; approval
    acceptance / rejection refusal; permission / ban; expansion / contraction; appointment /
    dismissal; hiring / firing; advance / withdrawal; praise / criticism; support / opposition;
    success / setback; strength / frailty; entry / exit; upgrade / downgrade; gift / theft; truth /
    falsehood lie; agreement / disagreement; order / chaos; unity / division; trust / suspicion;
    calm / unrest; stability / turmoil; beginning start / end ending; cure / disease; cause /
    effect; nominee / incumbent; bride / groom; actor / actress; waiter / waitress; author /
    reader; speaker / listener; teacher / student; convict / guard; prisoner inmate / guard warder;
    vendor / purchaser; courage / cowardice; competition / cooperation; complexity / simplicity;
    captor / liberator rescuer captive; believer / atheist; confidence / doubt; relief / alarm
    worry; trickle / flood; scarcity / abundance; loyalty / betrayal; order / disorder; exporter /
    importer; manufacturer / retailer; plaintiff complainant / respondent; ascent / descent; heat /
    cold; obstacle / incentive; incentive / deterrent; blame / credit; defender / critic; favorite
    / outsider underdog; optimist / pessimist; shortfall / surplus; overspend / underspend; life /
    death; uptick / downtick; interviewer / interviewee"""
"""Nouns."""

_TOLD = """
    raise raised increase grow grew rise rose climb expand gain soar jump up higher
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

OPPOSITES = _opposites(";".join((_graded(_GRADED), _TOLD, _DEEDS, _KINDS, _THINGS)))
"""Opposites as stems. A pair stopped by one is neither linked nor suggested, so the list
keeps to plain opposites."""
