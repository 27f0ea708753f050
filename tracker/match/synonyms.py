"""Words that news writers put for each other: common English, in groups.

A word counts in part as found on the other side where one of its group stands there. Words that
tell apart who, how many, when or how sure are left out.
"""

from tracker.text.normalise import stem

_GROUPS = """
    people person resident citizen inhabitant; child kid youngster pupil; woman lady; man guy;
    police officer cop constable; soldier troop serviceman; worker employee staff labourer
    workforce; boss chief head leader director; minister secretary; government administration
    cabinet authority; official representative spokesman spokeswoman; lawyer attorney counsel
    solicitor barrister; doctor physician medic; scientist researcher; student pupil; guest
    visitor; passenger traveller; prisoner inmate detainee captive; hostage captive; gunman
    attacker assailant shooter; militant rebel insurgent fighter; thief thieves burglar robber;
    refugee migrant asylum; writer author novelist; reporter journalist correspondent; film
    movie picture; singer vocalist; player footballer; customer client shopper consumer; owner
    proprietor; rival opponent competitor challenger; partner ally; expert specialist analyst;
    adviser aide counsellor; lawmaker legislator senator congressman deputy; parliament
    legislature assembly congress house; voter elector electorate; candidate contender nominee;
    campaign drive; survey poll study; report study; research study; result outcome finding;
    company firm business enterprise corporation group; factory plant mill works; shop store
    retailer outlet; office bureau; agency body organisation organization; bank lender; insurer
    insurance; stock share equity; profit earnings income; revenue sale turnover; cost price
    expense; pay wage salary; money fund cash funds; tax levy duty; fee charge; loan credit;
    debt liability; deal agreement accord pact contract treaty; talk negotiation discussion;
    meeting summit conference; plan scheme proposal project programme program; law legislation
    statute act bill; rule regulation; ban prohibition; court tribunal; trial case; judge
    magistrate justice; verdict ruling decision judgment; jail prison; crime offence offense;
    charge accuse accusation; claim allege assert maintain contend; say state tell declare
    announce report; statement announcement declaration; warn caution alert; ask request urge
    call appeal; answer reply respond response; order command instruct; demand require; promise
    vow pledge swear; plan intend aim; want wish desire seek; think believe reckon consider;
    know aware; show demonstrate reveal indicate; find found discover detect uncover; see
    witness observe; look appear seem; examine inspect check investigate probe inquiry
    investigation; begin start commence launch; stop halt cease; end finish conclude; close
    shut closure; continue proceed resume; try attempt effort; help assist aid assistance; give
    provide supply grant hand; get receive obtain; buy purchase acquire acquisition; sell sale;
    own possess; build construct erect construction; make produce manufacture; fix repair mend;
    destroy ruin wreck demolish; damage harm; hurt injure wound injury; kill slay murder; die
    death dead; fire blaze; burn torch; blast explosion explode detonate; bomb explosive
    device; crash collision accident wreck; quake earthquake tremor; storm hurricane gale;
    flood flooding inundation; rain rainfall downpour; snow snowfall; drought dry; forest wood
    woodland; river stream; coast shore seaside; island isle; hill mountain; field meadow; farm
    farmland; farmer grower; crop harvest; animal beast; cattle cow herd; house home dwelling
    residence; flat apartment; room chamber; building structure; street road lane; road highway
    motorway; bridge crossing span; car vehicle automobile auto; lorry truck; plane aircraft
    airliner jet; ship vessel boat; train rail railway; bike bicycle; motorbike motorcycle;
    airport airfield; harbour port harbor; border frontier boundary; town city; area region
    district zone; country nation state; world globe earth international; abroad overseas
    foreign; army military; weapon arm gun; missile rocket; shell bombard; attack assault raid
    strike; war conflict; fight battle combat clash; peace truce ceasefire; enemy foe; protest
    demonstration rally march; protester demonstrator; crowd throng; riot unrest; arrest detain
    custody; free release; escape flee; seize grab capture; kidnap abduct abduction; hide
    conceal; steal theft rob; search hunt; rescue save; survive survivor; disease illness
    sickness; ill sick; drug medicine medication; vaccine jab vaccination; hospital clinic;
    surgery operation; patient sufferer; virus infection; food meal; eat consume; drink
    beverage; clothes clothing garment; school college; university college; job post position
    employment; work labour labor; retire retirement; resign quit step; dismiss sack fire oust;
    hire recruit appoint name; elect choose pick select; win victory triumph; defeat beat; game
    match; goal score; team side squad; race contest; prize award; record high; rise increase
    climb grow gain jump surge growth; fall drop decline decrease slip slide; large big huge
    great enormous; small little tiny; quick fast rapid swift; slow sluggish; strong powerful
    mighty; weak feeble; important significant key major; main chief principal; new fresh
    recent; whole entire full complete; total overall; double twice; many numerous plenty lots;
    similar alike like; difficult hard tough; easy simple; dangerous hazardous risky; safe
    secure; rich wealthy affluent; poor needy; angry furious outrage; happy glad pleased
    delighted; sad sorrow grief; afraid fear scared frightened; brave courageous; clever smart;
    strange odd peculiar; clear obvious evident; true genuine; false fake; secret covert
    clandestine; famous renowned; usual normal ordinary; rare unusual; alone lone single sole;
    near close; far distant; deep depth; wide broad; empty vacant; place spot site location;
    year annual yearly; month monthly; week weekly; day daily; soon shortly; beginning start
    outset; letter note message; message text; book volume; paper newspaper document; photo
    photograph picture image; painting canvas; map chart; story tale account; lie untruth;
    mistake error; reason cause ground; aim goal target purpose; chance opportunity; danger
    risk threat hazard; problem trouble difficulty issue matter; question query; idea notion
    thought; view opinion; way manner method; need necessity; use employ utilise utilize;
    change alter alteration; move shift transfer; bring carry transport; send dispatch ship;
    keep retain hold; throw hurl toss; pull drag; push shove; hit strike; cut slash reduce
    reduction; split divide; join unite merge; merger takeover; add extra additional; remove
    withdraw; cancel scrap abandon; delay postpone; approve endorse back; reject refuse turn;
    oppose object; support back; allow permit let; prevent avert block; protect shield; force
    compel oblige; lift raise; live reside; stay remain; leave depart exit; come arrive
    arrival; go travel trip journey; visit trip; run flee; drive ride; fly flight; land
    touchdown; sleep asleep; wait await; happen occur; approximate about roughly around;
    extremely very; publish issue release; broadcast air; website site web; internet online
    web; computer pc laptop; phone telephone mobile; software program; device gadget; engine
    motor; petrol gas fuel; gasoline petrol; oil crude; power electricity energy; nuclear
    atomic; pollution contamination; waste garbage rubbish trash; climate weather; spacecraft
    probe; space orbit; dollar usd; percent percentage; cell prison; fine penalty; compensation
    damages; victim casualty; funeral burial; buried bury; bullet shot; scan test; suspicion
    suspect; proof evidence; sign signal; limit cap; share stake; investor shareholder; market
    exchange; forecast prediction predict project; budget spending; aid relief; rebuild
    reconstruct; hurry rush; guard watch; fence wall barrier; gate door; holiday vacation;
    autumn fall; dad father; mum mother mom; wife spouse; husband spouse; baby infant newborn;
    teenager teen youth; elderly aged old; neighbour neighbor; technology engineering;
    safeguard protect; increase raise; approve pass adopt; big large great; biggest largest
    greatest; dispute row conflict clash quarrel; envoy ambassador diplomat; levy toll; decline
    refuse; vote election ballot poll; pay fund finance; sector industry; quickly fast rapidly;
    pupil schoolchild; extinguish douse; overnight night; wrong incorrect mistaken; correct
    right; wage pay; fee toll; box crate; unit arm division; path track trail; speech address;
    lecture talk; tie link connection; vacancy opening; backer supporter; critic opponent;
    clash scuffle fight; deadly fatal lethal; injure hurt; wounds injuries; sack bag; pistol
    handgun gun revolver; rifle gun; cash money; peril danger; perilous dangerous; brutal
    savage; cruel brutal; calm peaceful quiet; silence quiet; dusk nightfall evening; dawn
    daybreak sunrise; noon midday; expel deport; exile banish; commence start; assist help;
    conceal hide; reveal disclose; allege claim; assert insist; insist maintain; stress
    emphasize underline; recall remember; worry concern fear; anxious worried; concerned
    worried; pleased happy; stunned shocked surprised; astonished surprised; fraud deception;
    bribe kickback; graft corruption; probe inquiry; premier prime; heir successor; sermon
    homily; worship prayer; corpse body; coffin casket; toddler child; lad boy; bloke man;
    blizzard snowstorm; cold chill; foe enemy; mob crowd; throw pelt; smash break; shatter
    break; rip tear; grab snatch; collapse fall; topple oust overthrow; quit leave; vanish
    disappear; appear emerge; arise emerge; strengthen bolster reinforce; weaken undermine;
    bolster boost; boost increase; curb limit restrict; restrict limit; restriction limit curb;
    constraint limit; broaden widen expand; enlarge expand extend; deepen worsen; worsen
    deteriorate; improve better; ease relieve; relieve alleviate; tackle address; handle
    manage; oversee supervise; supervise monitor; monitor watch; track follow; meet receive;
    concept idea; duty obligation responsibility; personnel staff; characteristic feature
    trait; especially particularly; series string slew; publication release; combine integrate
    merge; smog pollution; underestimate misjudge; react respond; avoid avert; component part;
    lawsuit suit; pledge promise vow; actual real; break violate breach; exaggerate overstate
    embellish; expect anticipate; last past previous; mobile cellular; benign harmless; serious
    major grave; gather collect; gather assemble; assemble meet; convene meet; dine eat; dwell
    live; inhabit live; purchase procure; procure obtain; acquire obtain; vow promise;
    guarantee promise; ensure guarantee; mandate require; oblige require; urge press; pressure
    press; coax persuade; convince persuade; dissuade deter; scare frighten; terrify frighten;
    mock ridicule; scold rebuke reprimand; condemn denounce; denounce criticize; slam
    criticize; blast criticize; praise commend laud hail; applaud cheer; congratulate praise;
    honor celebrate; mourn grieve; weep cry; shout yell; whisper murmur; chat talk; converse
    talk; gossip rumor; signal indicate; hint suggest; imply suggest; propose suggest;
    recommend suggest; advise recommend; sign ink; seal sign; draft write; pen write; print
    publish
"""


def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for group in _GROUPS.split(";"):
        stems = {stem(word) for word in group.split()}
        for one in stems:
            table.setdefault(one, set()).update(stems - {one})
    return {one: frozenset(others) for one, others in table.items()}


SYNONYMS = _table()
"""Stems by what may stand for them; a stem of two groups has those of both."""
