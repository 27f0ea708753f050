"""Word lists behind the canonical form of a word: short forms, numbers, spellings.

Each table maps what may be printed to the one form that matching uses. They are
lists of common English, not of any one story's names.
"""


def _pairs(text: str) -> dict[str, str]:
    """Return the table that lines of "one: other another" spell out, from other to one."""
    lines = (line.partition(":") for line in text.split(";"))
    return {other: one.strip() for one, _, others in lines for other in others.split()}


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text` as a set."""
    return frozenset(text.split())


STOP_WORDS = word_set(
    """a about above across after again against all almost along already also although am among an
    and another any are around as at away be became because become been before being below
    between both but by came can cannot come could did do does doing done down during each either
    else ever every few for from further get gets getting go goes going gone got had has have
    having he her here hers herself him himself his how however i if in into is it its itself just
    let may me might mine more most much must my myself no nor not now of off often on once one
    only onto or other our ours ourselves out over own per perhaps quite rather really said same
    say says saying shall she should since so some still such than that the their theirs them
    themselves then there these they this those though through thus till to too toward towards
    under until up upon us very was we well went were what when where whether which while who
    whom whose why will with within without would yes yet you your yours yourself yourselves
    ll re ve d m s t"""
)
"""Words that carry no content of their own; negations among them are the gates' affair."""

CONTRACTED = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    **{f"{verb}nt": (verb, "not") for verb in ("do", "does", "did", "have", "has", "is", "are")},
    **{f"{verb}nt": (verb, "not") for verb in ("was", "were", "could", "would", "should")},
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "re": ("are",),
    "ve": ("have",),
    "ll": ("will",),
    "d": ("would",),
    "m": ("am",),
}
"""Contractions that are not a word and "n't", and what stands after an apostrophe."""

SHORT_FORMS = {
    "U.S.": "usa",
    "U.S.A.": "usa",
    "US": "usa",
    "USA": "usa",
    "U.K.": "britain",
    "UK": "britain",
    "U.N.": "un",
    "E.U.": "eu",
    "%": "percent",
    "km": "kilometer",
    "kms": "kilometer",
    "kg": "kilogram",
    "Mr": "mr",
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₹": "rupee",
}
"""Short forms that are read as a word; capitals count, since "us" is no country."""

MAGNITUDES = {
    "k": "thousand",
    "K": "thousand",
    "m": "million",
    "mn": "million",
    "M": "million",
    "bn": "billion",
    "b": "billion",
    "B": "billion",
    "tn": "trillion",
    "km": "kilometer",
    "kg": "kilogram",
}
"""What letters that touch a figure mean ("$15bn", "40km")."""

_SMALL = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

NUMBER_WORDS = {word: str(n) for n, word in enumerate(_SMALL.split(), start=2)} | {
    word: str(10 * n) for n, word in enumerate(_TENS.split(), start=2)
}
"""Number words from two to ninety. "One" is left a word: it is a pronoun too often."""

TENS = frozenset(str(10 * n) for n in range(2, 10))

DEMONYMS = _pairs(
    """afghanistan: afghan afghans; albania: albanian; america: american americans;
    argentina: argentine argentinian; armenia: armenian; asia: asian;
    australia: australian australians; austria: austrian; belarus: belarusian; belgium: belgian;
    brazil: brazilian; britain: british britons briton; bulgaria: bulgarian; canada: canadian;
    china: chinese; cuba: cuban; czechia: czech; denmark: danish danes; egypt: egyptian;
    europe: european europeans; finland: finnish finns; france: french; georgia: georgian;
    germany: german germans; greece: greek greeks; hungary: hungarian; india: indian indians;
    indonesia: indonesian; iran: iranian iranians; iraq: iraqi iraqis; ireland: irish;
    israel: israeli israelis; italy: italian italians; japan: japanese; kenya: kenyan;
    korea: korean koreans; lebanon: lebanese; libya: libyan; mexico: mexican mexicans;
    netherlands: dutch; nigeria: nigerian; norway: norwegian; pakistan: pakistani;
    palestine: palestinian palestinians; philippines: philippine filipino; poland: polish poles;
    portugal: portuguese; russia: russian russians; serbia: serbian; somalia: somali;
    spain: spanish; sudan: sudanese; sweden: swedish swedes; switzerland: swiss;
    syria: syrian syrians; taiwan: taiwanese; thailand: thai; turkey: turkish turks;
    ukraine: ukrainian ukrainians; venezuela: venezuelan; vietnam: vietnamese; yemen: yemeni"""
)
"""Peoples and their adjectives, to the country: "the Korean leader" is "Korea's leader"."""

SPELLINGS = _pairs(
    """program: programme; programs: programmes; check: cheque; checks: cheques; tire: tyre;
    tires: tyres; defense: defence; defenses: defences; offense: offence; offenses: offences;
    license: licence; licenses: licences; practice: practise; practiced: practised;
    practicing: practising; aluminum: aluminium; gray: grey; plow: plough; skeptic: sceptic;
    skeptical: sceptical; skepticism: scepticism; jewelry: jewellery; maneuver: manoeuvre;
    maneuvers: manoeuvres; pajamas: pyjamas; draft: draught; curb: kerb; story: storey;
    airplane: aeroplane; dialog: dialogue; catalog: catalogue; analog: analogue;
    analyze: analyse; analyzed: analysed; analyzing: analysing; paralyze: paralyse;
    paralyzed: paralysed; enroll: enrol; enrollment: enrolment; fulfill: fulfil;
    skillful: skilful; installment: instalment; judgment: judgement; aging: ageing;
    acknowledgment: acknowledgement; pediatric: paediatric; estrogen: oestrogen; anemia: anaemia;
    hemorrhage: haemorrhage; archeology: archaeology; learned: learnt; burned: burnt;
    dreamed: dreamt; spelled: spelt; spilled: spilt; mold: mould; smolder: smoulder;
    mustache: moustache; cozy: cosy; percentage: percentages; toward: towards; while: whilst;
    among: amongst; meager: meagre; somber: sombre; ton: tonne; tons: tonnes;
    kilometers: kms kilometres; specialty: speciality; artifact: artefact"""
)
"""British spellings that no rule gives, to the American ones."""

NOT_IZE = word_set(
    """advis appris apprais aris bruis chastis circumcis compris compromis concis cruis demis devis
    disguis despis enterpris excis exercis expertis franchis improvis incis likewis merchandis
    nois otherwis paradis pois prais precis premis promis rais revis ris supervis surpris televis
    treatis uprais upris wis"""
)
"""Words in "-ise" that are spelt so on both sides of the ocean, up to the "is"."""

IRREGULAR = _pairs(
    """write: wrote written; buy: bought; sell: sold; bring: brought; think: thought; teach:
    taught; catch: caught; fight: fought; seek: sought; keep: kept; sleep: slept; weep: wept;
    meet: met; lead: led; speak: spoke spoken; break: broke broken; steal: stole stolen; choose:
    chose chosen; freeze: froze frozen; wake: woke woken; drive: drove driven; ride: rode
    ridden; rise: rose risen; give: gave given; take: took taken; shake: shook shaken; see:
    seen; know: knew known; grow: grew grown; throw: threw thrown; blow: blew blown; draw: drew
    drawn; fly: flew flown; show: shown; begin: began begun; drink: drank drunk; swim: swam
    swum; sink: sank sunk; sing: sang sung; ring: rang rung; run: ran; win: won; lose: lost;
    hold: held; sit: sat; stand: stood; understand: understood; tell: told; pay: paid; lend:
    lent; send: sent; spend: spent; build: built; make: made; hear: heard; fall: fell fallen;
    eat: ate eaten; forget: forgot forgotten; hide: hid hidden; bite: bit bitten; shoot: shot;
    learn: learnt; burn: burnt; dream: dreamt; mean: meant; deal: dealt; feed: fed; flee: fled;
    swear: swore sworn; wear: wore worn; tear: torn; bear: borne; sweep: swept; bind: bound;
    strike: struck; stick: stuck; hang: hung; dig: dug; child: children; man: men; woman: women;
    foot: feet; tooth: teeth; wife: wives; life: lives; half: halves; body: bodies"""
)
"""Forms that no ending shows, and the form they are read as."""
