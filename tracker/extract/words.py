"""The closed classes of words that surface rules look at, and a few open ones."""

from tracker.text.tokens import word_set

PRONOUNS = word_set("i we you he she it they who")
SUBJECT_PRONOUNS = PRONOUNS | word_set(
    """
    this that others some many which everyone nobody someone neither
    """
)
DETERMINERS = word_set(
    """
    the a an this that these those his her its their our my your some any no every each
    several many most both all another few two three four five six seven eight nine ten one
    half
    """
)
AUXILIARIES = word_set(
    """
    has have had having is are was were be been being am do does did will would can could
    may might must should shall 's 've ’s ’ve 'd ’d 'll
    """
)
BE = word_set("is are was were be been being am")
HAVE = word_set("has have had having")
MODALS = word_set(
    """
    will would can could may might must should shall cannot can't won't wouldn't couldn't
    """
)
NEGATIONS = word_set(
    """
    not never didn't didn’t doesn't doesn’t don't don’t hasn't hasn’t haven't haven’t hadn't
    hadn’t won't won’t wouldn't wouldn’t couldn't couldn’t can't can’t isn't isn’t wasn't
    wasn’t cannot nor neither
    """
)
ADVERBS = word_set(
    """
    also later then since now still just even again once already always often never ever
    further soon first only earlier recently repeatedly not previously initially too himself
    herself itself themselves both reportedly long simply instead thus therefore
    """
)
SUBORDINATORS = word_set(
    """
    that because when while although though if as after before until whether but so yet
    where how why what than since unless whereas whom
    """
)
PREPOSITIONS = word_set(
    """
    of in on at by for from to with about against during after before under over between
    among through into near within without around behind across outside inside since until
    despite following amid ahead via toward towards upon like as than throughout alongside
    besides per
    """
)
TIME_WORDS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday today tonight
    tomorrow last earlier later recently previously early late next this meanwhile however
    also now then still once again january february march april may june july august
    september october november december jan. feb. aug. sept. oct. nov. dec. ago mon tue wed
    thu fri sat sun
    """
)
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
LEADING = word_set(
    """
    but and or so yet meanwhile however still then also now instead indeed besides moreover
    furthermore additionally finally earlier later yesterday today tonight recently
    afterwards last next this once perhaps nor again thus therefore while though although as
    because when if since even only where than
    """
)
DOCUMENT_NOUNS = word_set(
    """
    report reports poll polls survey surveys study studies image images photo photos
    photograph photographs video videos footage letter letters document documents data
    figures statistics records record analysis review research statement email emails e-mail
    e-mails memo transcript filing filings lawsuit complaint law bill constitution article
    book findings evidence results census register chart graph map maps ad ads polling audit
    inquiry dossier indictment affidavit paper papers text leaflet notice sign numbers
    returns tally screenshot recording tape recordings tests test count counts table
    pictures picture accounts projections logs log manifesto submission tape contract label
    blueprint investigation assessment estimates average documentation bulletin communique
    communiqué headline caption minutes ruling spreadsheet spreadsheets scan clip clips
    """
)
AGENCIES = word_set(
    """
    reuters afp ap upi tass interfax xinhua yonhap kyodo dpa efe ansa bloomberg bbc cnn itv
    npr nhk abc cbs nbc msnbc c-span politico axios breitbart huffpost buzzfeed vox telesur
    ukrinform anadolu tanjug belta kcna ria ifx pti ani ians pa wafa sana irna isna mehr rtt
    cnbc rte espn al-jazeera jazeera newsweek economist guardian telegraph independent slate
    wsj
    """
)
OUTLET_WORDS = word_set(
    """
    news agency times post radio tv television herald tribune gazette courier packet bugle
    journal press wire daily echo mail express mirror star observer chronicle globe standard
    broadcaster broadcasting newspaper paper outlet outlets magazine media channel network
    examiner inquirer dispatch advertiser bulletin sentinel sun today weekly online newsroom
    programme program podcast show website dagblad zeitung newswire review register argus
    correspondent service podcaster interviewer
    """
)
REPORTERS = word_set(
    """
    reporters journalists lawmakers supporters voters viewers listeners investors analysts
    parliament congress police officers officials me us him her them you colleagues
    delegates residents followers fans members jurors mps senators detectives investigators
    prosecutors everyone people attendees students workers staff
    """
)
ROLE_WORDS = word_set(
    """
    president minister spokesman spokeswoman spokesperson secretary senator governor
    chairman chairwoman chief director professor analyst expert experts officials official
    leader leaders critics supporters police prosecutors lawyers lawyer attorney judge mayor
    candidate source sources author head ambassador general commander officer manager coach
    economist researcher authorities government ministry campaign company party
    """
)
PLURALS = word_set(
    """
    people police officials women men children staff critics experts media others many some
    """
)
FINITE = AUXILIARIES | word_set(
    """
    went came got made took gave left kept let put became began ran met won lost held told
    said led saw brought bought sold rose fell grew stood sat spent sent built broke drew
    fought paid shook wore rode flew drove stole threw chose froze rang sank woke tore bore
    beat blew caught cost dealt drank ate fed fled forgot hung hid hurt laid lay lent lit
    meant overcame quit shot slept slid struck swept swung taught withdrew wrote meets faces
    sees helps calls wins loses dies cannot can't don't won't doesn't didn't wasn't isn't
    aren't couldn't wouldn't haven't hasn't don’t won’t doesn’t didn’t wasn’t isn’t aren’t
    couldn’t wouldn’t haven’t hasn’t can’t i’m i'm it’s it's that’s that's he’s he's she’s
    she's they’re they're we’re we're you’re you're i’ve i've there’s there's goes comes
    gets makes takes gives leaves keeps becomes needs seems says knows thinks wants likes
    means remains looks works ought
    """
)
