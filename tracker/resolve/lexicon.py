"""Word lists: honorifics, offices, bodies, documents, relatives, and what is no name.

All are common English and international news vocabulary; none names a person
or a place. Every entry is in lower case without full stops.
"""

from collections.abc import Iterable
from enum import StrEnum

from tracker.text.names import word_set


class Gender(StrEnum):
    """The gender that a text's own words give a person."""

    FEMALE = "female"
    MALE = "male"


MALE_HONORIFICS = word_set(
    """mr sir lord king prince alhaji don pan baron count duke herr monsieur sheikh imam shaikh
    encik señor senor father fr brother msgr monsignor rabbi pastor datuk tuan emir sultan"""
)

FEMALE_HONORIFICS = word_set(
    """mrs ms miss dame lady queen princess madam madame baroness countess duchess hajiya alhaja
    sister mother frau señora senora doña dona puan cik mama datin"""
)

HONORIFICS = (
    MALE_HONORIFICS
    | FEMALE_HONORIFICS
    | word_set(
        """dr hon rt honourable honorable st barr engr otunba tan seri sri dato datuk kpt dsp asp
    csp cp acp dcp sp haji ustaz ayatollah mx messrs"""
    )
)

RANKS = word_set(
    """general gen colonel col lieutenant lt captain capt major maj sergeant sgt corporal cpl
    admiral adm commander cmdr brigadier brig marshal private pvt inspector insp
    superintendent supt constable cst const detective det officer commissioner deputy sheriff
    marshall commodore ensign trooper brigadier-general"""
)

OFFICES = (
    word_set(
        """president vice-president vp premier minister ministers chancellor taoiseach tánaiste
    secretary treasurer governor gov senator sen representative rep congressman congresswoman
    mp mep msp td mla mna mhk senior councillor cllr councilor councilman councilwoman
    alderman mayor lawmaker deputy ambassador envoy consul commissioner director
    director-general secretary-general dg chairman chairwoman chairperson chair chairmen
    spokesman spokeswoman spokesperson speaker leader co-leader chief head boss deputy-leader
    whip justice judge magistrate coroner prosecutor attorney lawyer solicitor barrister
    advocate counsel registrar sarpanch rector dean vice-chancellor provost principal
    headteacher headmaster headmistress bishop archbishop cardinal pope imam rabbi pastor
    reverend rev vicar canon sheriff marshal ombudsman auditor comptroller controller
    inspector superintendent warden ceo cfo cto coo founder co-founder owner co-owner manager
    coach captain skipper editor publisher correspondent reporter columnist presenter anchor
    analyst economist strategist trader broker professor lecturer prof scientist researcher
    historian academic scholar author novelist poet writer artist painter composer conductor
    actor actress singer director-designate producer engineer architect surveyor doctor
    surgeon nurse midwife physician paramedic pharmacist teacher student farmer fisherman
    fisher driver pilot clerk dispatcher firefighter policeman policewoman detective witness
    defendant plaintiff claimant complainant candidate challenger nominee incumbent rival
    opponent predecessor successor colleague aide adviser advisor counsellor assistant
    organizer organiser activist campaigner volunteer resident neighbour neighbor landlord
    tenant shopkeeper baker butcher tailor plumber electrician carpenter mechanic miner
    steward convener convenor delegate negotiator mediator diplomat attaché astronaut
    cosmonaut athlete player striker goalkeeper midfielder defender winger batsman bowler
    jockey trainer referee umpire swimmer runner champion grandmaster veteran pensioner
    retiree qualifier seed king queen prince princess emperor emir sultan sheikh chieftain
    elder monarch bursar caretaker guardian trustee governor-general lieutenant-governor
    solicitor-general attorney-general auditor-general undersecretary under-secretary chargé
    rapporteur commodore curator librarian archivist gardener keeper ranger verger chaplain
    abbot prioress monk nun deputy-governor shareholder investor entrepreneur executive
    banker financier operator worker labourer employee customer buyer seller supplier
    passenger survivor victim hostage cyclist walker hiker climber sailor soldier guard
    sentry sniper commander lieutenant generalissimo dictator ruler frontrunner front-runner
    newcomer backbencher frontbencher moderator host organist cellist violinist pianist
    guitarist drummer dancer choreographer regulator watchdog-chief sommelier chef cook
    waiter waitress bartender barman barmaid publican undertaker hairdresser barber
    seamstress grower breeder vet veterinarian biologist chemist physicist astronomer
    seismologist geologist meteorologist forecaster climatologist epidemiologist virologist
    psychologist psychiatrist sociologist anthropologist archaeologist oncologist
    cardiologist statistician demographer mathematician linguist philosopher theologian
    lyricist playwright filmmaker cinematographer photographer journalist broadcaster blogger
    vlogger influencer streamer gamer developer programmer coder hacker designer planner
    commentator pundit critic reviewer campaign-manager strategist-in-chief pollster lobbyist
    fundraiser donor philanthropist benefactor heir heiress widow widower patriarch matriarch
    ceann comhairle chairlady convict inmate prisoner detainee suspect accused
    offender teen teenager toddler youngster harbourmaster harbormaster dockworker docker
    trucker rancher herder beekeeper winemaker brewer distiller logger lumberjack forester
    woodcutter landowner homeowner tycoon magnate billionaire millionaire mogul industrialist
    industrialists stationmaster signalman postman postmaster postmistress milkman builder
    roofer welder committeewoman committeeman selectman selectwoman assemblyman assemblywoman
    legislator parliamentarian senator-elect president-elect governor-elect mayor-elect"""
    )
    | RANKS
)
"""Nouns for what a person is or does; they stand before a name or for it."""

RELATIVES = word_set(
    """mother father sister brother son daughter wife husband widow widower aunt uncle cousin
    niece nephew grandmother grandfather grandson granddaughter friend partner girlfriend
    boyfriend fiancé fiancée mum mom dad twin stepfather stepmother neighbour neighbor
    roommate sister-in-law brother-in-law"""
)

FEMALE_NOUNS = word_set(
    """spokeswoman chairwoman congresswoman councilwoman policewoman businesswoman actress
    mother sister wife widow daughter aunt niece grandmother granddaughter woman girl
    girlfriend mum mom heiress queen princess headmistress waitress seamstress nun lady
    matriarch assemblywoman saleswoman fisherwoman sportswoman stateswoman duchess countess
    baroness stepmother sister-in-law midwife"""
)

MALE_NOUNS = word_set(
    """spokesman chairman congressman councilman policeman businessman actor father brother
    husband widower son uncle nephew grandfather grandson man boy boyfriend dad king prince
    headmaster waiter monk lord patriarch assemblyman salesman fisherman sportsman statesman
    duke count baron stepfather brother-in-law taoiseach batsman gentleman guy bloke"""
)

BODIES = word_set(
    """agency bureau ministry department dept office council committee commission commissioners
    board authority administration government cabinet parliament assembly senate congress
    house court tribunal chamber bench jury police force service services army navy corps
    command guard military airforce militia brigade battalion party coalition alliance
    movement front union guild federation confederation association society league club team
    club's trust foundation charity fund institute institution observatory laboratory
    university college school academy hospital clinic museum library company corporation corp
    inc ltd plc llc group holdings partners bank exchange firm airline airlines airways
    railway railways carrier operator builder maker utility brokerage retailer manufacturer
    refiner refinery producer insurer network channel station broadcaster radio television tv
    newspaper paper magazine journal chronicle times post gazette herald tribune daily
    observer sentinel mail courier press news wire website site embassy consulate mission
    delegation secretariat forum initiative campaign project programme program centre center
    organisation organization body watchdog regulator inspectorate registry register treasury
    exchequer customs directorate division unit panel inquiry taskforce task-force
    authority's publisher developer developers contractor contractors church diocese synod
    mosque temple parish district municipality county borough town city village state kingdom
    republic nations tribe clan cooperative co-operative collective consortium syndicate
    works industries enterprises motors energy water electric power pharma pharmaceuticals
    petrochemical securities capital analytics research polling insight opinion survey
    pollster consultancy intelligence surveillance crown palace kremlin pentagon prosecution
    defence opposition ngo think-tank thinktank band orchestra theatre festival airport port
    coastguard mariners teamsters workers teachers farmers miners residents friends lines
    line shipping steel metals mines mining mill mills farms foods brewery philharmonic
    symphony choir chorale ensemble opera ballet conservatory conservatoire ministries forces"""
)
"""Nouns that make a capitalised name the name of a body, or stand for one."""

OUTLET_TAILS = word_set(
    """evening morning weekly echo independent standard globe star mirror examiner inquirer
    dispatch advertiser bulletin argus bugle newswire today online tidning dagblad zeitung"""
)
"""Words that end a paper's name, and are no bodies otherwise ("the independent said")."""

OUTLET_HEADS = word_set("omroep agence agencia agenzia agentur rádio televisión télévision")
"""Words that open an outlet's name in other languages."""

NATIONAL_BODIES = word_set(
    """military army navy ministry government police parliament embassy presidency cabinet
    authorities air-force treasury coastguard guard guards intelligence regulator customs
    foreign-ministry"""
)
"""Bodies that a nation's or a holder's name before them identifies ("the Danish navy")."""

STAFFS = frozenset(
    {
        *(("joint", "chiefs"), ("general", "staff"), ("joint", "staff"), ("defence", "staff")),
        *(("defense", "staff"), ("naval", "staff"), ("air", "staff"), ("army", "staff")),
    }
)
"""Pairs that open the name of a body although none of their words does elsewhere."""

COLLECTIVES = word_set(
    """council league union association federation confederation committee chamber society
    board academy network alliance assembly conference congress guild house court forum"""
)
"""Bodies named after the people in them ("Council of Ministers", "League of Women Voters")."""

STATE_BODIES = {
    "agency": word_set(
        """space intelligence security nuclear weather meteorological defence defense energy
        statistics health environment aviation spy"""
    ),
    "bank": word_set("central national"),
    "court": word_set("supreme constitutional high"),
    "service": word_set("weather meteorological intelligence security border health customs"),
    "office": word_set("foreign statistics meteorological"),
}
"""Bodies of which a state has one, by noun, and the word before it that says which."""

PUBLIC_BODIES = word_set(
    """authority council police university college hospital court airport port department
    district county city municipality parish ministry government parliament school commission
    harbour harbor region province"""
)
"""Bodies named by their place: "Skallen" alone is the town, not the Skallen Harbour Authority."""

HELD_BODIES = word_set(
    """campaign team camp office department administration company charity party"""
)
"""Bodies that only their holder's name identifies ("Ruiz's campaign")."""

DOCUMENTS = word_set(
    """report study survey poll review analysis paper document documents letter memo memorandum
    statement notice filing complaint lawsuit indictment affidavit email emails message note
    book biography article investigation audit inquiry inquest research data figures
    statistics census image images photo photos photograph photographs picture pictures
    footage video recording transcript minutes records register ledger diary entry archive
    forecast estimate estimates projection projections model models bulletin communiqué
    communique declaration resolution ruling judgment judgement verdict order law bill act
    treaty agreement contract text script leaflet poster sign banner plaque inscription graph
    chart map table index dossier file files papers list account accounts report's polling
    findings results tests test ballot petition website page post tweet advertisement ad
    programme manifesto speech sermon count tally toll readings measurements memoir memoirs spot
    commercial column op-ed editorial essay documentary film trailer clip tape novel"""
)

AUTHORED = word_set(
    """report study survey poll review analysis audit statement bulletin forecast estimate note
    research polling paper figures data memo projections count letter"""
)
"""Documents whose maker speaks through them when named with by or from."""

QUANTIFIERS = word_set(
    """one two three four five six seven eight nine ten eleven twelve some many most few several
    other others another both all every each any no various numerous more fewer hundreds
    thousands dozens half"""
)

GROUPS = word_set(
    """critics experts analysts officials sources witnesses residents people reporters observers
    diplomats investigators scientists researchers economists traders campaigners activists
    opponents supporters rivals allies colleagues aides insiders managers staff ministers
    lawyers doctors police authorities locals neighbours neighbors relatives friends families
    parents teachers nurses workers unions banks investors others some many both another
    somebody someone anyone anybody everybody everyone nobody prosecutors mps lawmakers
    senators councillors users readers voters skippers militants dockers management dad mum
    mom grandma grandpa half"""
)
"""Words for sources that a text does not name, when they stand alone."""

POST_NOMINALS = word_set("mp mep msp td ms mla qc kc sc obe mbe cbe phd md jr sr ii iii esq")
"""What follows a name and is no part of it."""

PARTISANS = word_set(
    "democrats republicans conservatives liberals greens tories socialists communists nationalists"
)
"""Names of parties' people, which are groups."""

DEFINITE = frozenset({"the", "this", "that", "these", "those"})

POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your"})

PREPOSITIONS = word_set(
    """of for from in at by with on to near under over between among against after before during
    since within outside inside behind about into onto upon through without sitting speaking
    citing"""
)

QUALIFIERS = word_set(
    """then former ex acting interim new newly old present current same late outgoing incoming
    elected veteran senior junior first second third independent opposition long-time
    longtime one-time embattled departing retired local state national city district chief
    deputy assistant associate official own"""
)
"""Adjectives of an office that neither tell who holds it nor rule a holder out."""

STARTERS = word_set(
    """the a an this that these those his her its their my our your he she it they we i you who
    which what when where why how if but and or nor so yet for as at by in on of to from with
    into under over after before during since until while because although though unless
    whether once not no none there here then now today yesterday tomorrow also however
    meanwhile instead still even only just both either neither each every all some many most
    few several another other others such more less much one two three four five six seven
    eight nine ten hundreds thousands dozens asked speaking told said according per citing
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december earlier later last next recently
    separately privately publicly somebody someone everybody everyone nobody anybody anyone
    nothing something perhaps maybe yes well oh despite amid like unlike about among between
    against through without within outside inside behind nearly almost around up down off out
    did do does is are was were has have had will would can could should must might don’t
    didn’t isn’t it’s asking let never ever always often sometimes soon ago again back good
    live updated read see watch photo image video analysis opinion exclusive breaking
    published edited reporting additional source correction editor’s note"""
)
"""Words that open sentences with a capital and are no part of a name."""

PERSON_PRONOUNS = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
}

GENERIC_ROLES: dict[str, frozenset[str]] = {
    "leader": word_set(
        """leader president premier minister chancellor king dictator ruler emir taoiseach"""
    ),
    "chair": word_set("chair chairman chairwoman chairperson"),
    "spokesman": word_set("spokesman spokeswoman spokesperson"),
    "lawyer": word_set("lawyer attorney solicitor barrister advocate counsel"),
    "chief": word_set("chief head director boss"),
    "dg": word_set("director-general dg"),
    "governor": word_set("governor gov"),
    "senator": word_set("senator sen"),
    "representative": word_set("representative rep congressman congresswoman"),
    "captain": word_set("captain capt"),
    "colonel": word_set("colonel col"),
    "general": word_set("general gen"),
    "sergeant": word_set("sergeant sgt"),
    "superintendent": word_set("superintendent supt"),
    "inspector": word_set("inspector insp"),
    "councillor": word_set("councillor cllr councilor"),
    "professor": word_set("professor prof"),
    "lawmaker": word_set("lawmaker senator congressman congresswoman mp td legislator"),
    "academic": word_set("academic professor lecturer scholar researcher"),
}
"""What a description's noun may stand for among recorded titles."""


def noun_gender(words: Iterable[str]) -> Gender | None:
    """Return the gender that a noun among `words` (lower case) tells."""
    for word in words:
        if word in FEMALE_NOUNS:
            return Gender.FEMALE
        if word in MALE_NOUNS:
            return Gender.MALE
    return None
