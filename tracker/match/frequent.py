"""How common stems are in our own articles: written by `benchmarks/count_words.py`.

4,125 paragraphs of news in English. A stem under `n` stands in 2 ** n paragraphs at least
and in fewer than twice as many; one that is not listed stands in fewer than 3.
"""

PARAGRAPHS = 4125
"""Paragraphs that were counted."""

BANDS = {
    1: """
0 0.8 00 09 1.3 1.5 1.6 1.9 112 1200 131 140000 150000 171 1936 1948 1958 1983 1984 1997 2.3 2.5
2.7 2.9 20000 2003 2026 2100 210000 2200 2300 240 260 3.8 300000 3100 31000 380 4.4 400000 4100
41000 412000 4200 4300 450 480 500 50000 500000 611 612000 62 69 75 75000 82 900000 aa abgaryan
absente abstent abu accent achterloo activist addit adelin adeyinka advent advertis agenda airfield
aisha aker alasdair aldana alexandria alhaji allah alley almaz alta alter altitud altogeth amadi
ambit ammunit amo anger anil ankara apiec app ara ardnacrow arena armor asham ashworth asp assign
atlanta aurelio aviat awak background bait balk ballinre bao barbecu baromet barrington beach
beacon beauti bedroom beer belgrad belief bellami benedict bensaid bettina binder biolog bipartisan
birth bitter blackwood blake blanket blazer blink bluff boardroom boateng bois bontrag bookmark
booth boston bottl boyl brass brigid brisk bristl brown bsa budapest bugl bulak bulletin bund
bunker bunt burden businessman bust caflisch camill campus cane canon caption careless cargo cari
carpet carver casino castel castellaw cater caucasus census centerpiec centrifug challapata chapter
charleston charter chat cheap chess choi cholera circl clearwel coastguard codi coin col com
commentari communion compet compil compli compliment concess concret confin conflict congreg
conscript consequ corbin cormor corrupt cot crater crosbi curb cycl dalla danub deceas decor deepen
deficit del dell delta demograph denial deniz denni denzil deserv desper despit determin detractor
detroit dettmer detweil devan diamond disappear disciplin distant distress dna dnd docker doh dolor
dombrowski doug downstream drake driller dubai dube dull duluth dumb dunmer dunmor dáil earth
echegaray editori edward ekulo el electrician ellerbeck elspeth encourag enemi environ equal equip
esper esterhazi everett excav exclus excus expel extra fabric fairground fake fantasi farda faro
farther fatal fatima fbi fell fenwick fergus ferrant ferrer fillet fiona fla flash flatten flee
footnot forens foreseen forgeri formal foul franklin frontier frustrat fundraiz fuss gaboron
gadsden gail gannet gardaí gareth garrow gateway gaz gdp gelashvili gentleman giant gideon gifford
gil glenarrick golf gorg gracious grang granit greenvill greta grudg gujarat gull gundaroon gust
gustavo gwendolyn habit hair halden hallway halmar halv hamish hammerhead haneul hank hannah harlow
harmless harrier harrowbi hassan hatch hathaway haul hayabusa hazard heather heavili hectar hedg
height helen helena helmsman herald heroin herring hip homework hoteli hotlin howard hruska hsu
hunt hutchin hydrolog icebreak ident ilario illinoi impati imran inaugur incumb indoor infracon
inland insignia intern internat internet interven intrud inventori isadora islamabad jam jasper
jerom jo joan joe journal judiciari jump kagiso kalgo kamyshin kan kara karewa kataib kazantzi keat
kebbi keen kentucki kerrigan kesarpur kessler kikvadz kitt kittredg kna kosovo kwabena kyiv kyushu
lachlan lad lakh lamb lament lar las laser laundri lee leisur len leopold lesson levant lifeboat
lin lindenau lindmark lindmouth lip livestock lodeston lomax lone loudest lourd lownd loyal lucia
lucinda luck lumberyard lunchtim lutheran machinist magnet malon manchest manganes mankiewicz mao
marchbank marek mari maryland matern maureen mavuso medicin medium mehmet melbourn mend merab
mercado meredith metal metro metropolitan migrant migrat miller mina minar mislead missouri moin
montgomeri montoya morag moreau morland mose mosqu mosquito mozambiqu mpata mph mud musa music
mwangi nadia nakagawa naomi nasr nathaniel nationwid naval nbwa nea negat neighborhood neil nkosi
nnadi nod nomvula non noor northeast ntuli nwachukwu nyabera obvious occur offend oliv olvera
ombudsman op organ organis orla orm osman ostrand outlet outright oven oversea overtim overturn
owen oyelowo pabrad pace packag packet padlock palmetto pandem pang par pardon paso passag pasti
peal peg pella penn penros perfect perri pet petraki petri pharmacist phil phoenix pieter pilgrim
pill pizza plausibl pleasur plenti plumber pocket porch portal pot poultri pounc pragu prayer
preach precis prejudic premium prescott presumpt princ probe profession progress proud pugh qatar
qatari quay queri quill quiñon radiat raiser rao raymond realiz recip recognit recoveri redraw reev
refin refut registr registrar regrett relax reno repay reservoir resort restrain restrict revis
reviv rhodri rich rico ridgemont rig rink rip robe rocket rodeo rondon rook roper rotterdam rugbi
ruin rukhsana ruler runoff ruslan ruwa sailor saint salli santangelo sarkin satisfi sawmil sayl
scan scare scoreboard seamstress seo seong sergeant servant sett sewag shaft shallow shannon shape
sheila shelf shelv shepherd sheth shinohara shock shona shortest shortlist shovel shutdown sin
sioux sizemor skin skálavørð slice smallest snort sohal sol solicitor sophomor sour span spill
spillway spotter stallion standoff stang statu stavro steam stick sticker stir stoke storag
storefront stork stove strahan stranger stretcher struggl stump submiss submit subsid succeed
summari summon supermarket supervis surfac surgeon surgeri surnam surround surveil suspens swamp
swan sydney sydykov takeaway takeda tale taller tan tanab technolog temper tenant tender tennesse
tens teresa terrac terrenc teuvo thoma thread threshold tillman tim toddler toft tokyo toledo
tolland toma tomasz tore tourism tractor trailer tram tray treatment treleas trent tribal tribe
truce truste tuition tund tynemouth underground undertak undo unemploy unfair unman unmov unwork
uppal upset upstair uranium user vacat vane vang vaniti varn vasconcelo velmark veriti verkhovet
verlinden vet veterinarian vicar vietnam villacorta visibl vlădescu vocabulari volcano wagga waiver
wakefield walt wash wast waterfront wealth weep weir welbi welder wellington wenburi wexcomb
wexford whatsoev wherea whit whitmoor wholesal wilhelmina withdrew withheld withhold wobbl wojcik
wolf wray wrist writer wyld youth zanel zenon zero zielonka zoltan zsófia
""",
    2: """
02 05 07 08 1.2 1.4 100 10000 1100 118 14000 143 150 1500 160 180 18000 180000 1900 1911 1964 1968
1970 1971 1974 1985 1986 1988 1990 1991 1992 1999 2.1 2.4 2000 200000 2006 2025 2027 2028 2029 2030
214 250 2600 3.4 3.6 3000 30000 310 312 35 36 39 4.1 40000 42 45 53 54 55 56 57 59 6.1 6.3 600
60000 600000 67 68 72 74 800 83 84 9000 90000 91 94 96 abandon abernathi aboard abolish abort
abroad abuja access accur achterberg achterhof acr action activ actual adaez adeyemi adjourn adjust
admiss advisori advoc afraid africa agricultur aim airlin ak akpabo alabama albion aldous alec
alert alma alsleben altern amar amber ambul ame amount amundsen amus ana ann annual anyway applic
approach arceneaux archiv arroyo arslan art articl ashbi ashdown ashgrov asia assault assert assess
asset assum asylum attach attempt attent auditor aunt australia authent auto awar award awkward
babi backbench badger bae baek bailout balanc ball baltic baltimor bang bankruptci baptist barasa
bare bargain barraclough barrist barta baseless basement basi basic basket batteri bbn beat bee
beecroft behalf beira beld bello beltway bend beneath bernadett bertrand bet bexley bharat bigger
biggest bird birnin birthday biscuit bite blank blast bless blood bo boatman boiler bomb bonus boo
boon bore bow bowl boyd brake brand brannigan breach bread breath breech brendan brent briberi
brick bridget bright brightwat brisban broadwat brockley brodi broker broyl bruis brush bucket
builder bulk bulli bun button buyer c calder calf california callum calv canada canal captiv caraca
carbon career carmichael carrow castellan cat cathedr cattl cautious cedar ceil celebr cell cent
chairperson chapel chart chemistri chicago chiefli chip cho christian chronicl cinema circul
citizenship civic clarifi clark classroom claus clay cleaner climat clipboard cllr closest closur
cloth coal code colin colonel color colorado columbia columbus column columnist combin commit
communic commut compact complex complic confess confidenti confront confus congratul congression
conscienc consent constanc content context contradict contribut conven convict cool coordin coral
cord corinn corn corrigan cough councilwoman counterpart coupl courag coverag crab crack crash
creat creek cri crook cruz cs cubic cullimor culpepp cultur cup currenc current curti czechia dad
dal dana danc dane danger darfur darnel daylight dayton de dean debt debut dec deck deepli degre
delacourt delawar delet delhi deliveri delphin democraci demonstr dengu denounc dentist denver
deport deposit depth des descript desert design desmond destroy detail detain detent devic diesel
dig digit diner dioces disast disclosur discount discov discriminatori dish ditch diver divis
divorc dock docket doerr doha dong doreen doyl dress drill drug drum drummond duart dublin duchess
dufresn duke dun dunphi dust e ear earthquak eas easi easter echo ecolog edg edoho effort egg egypt
eighth elder electr elementari elev elk emerg engag english enjoy enrich enrol entir entitl entranc
entri environment episod eras escap escort estat etcheverri ethanol etheridg ethic evacu evangel
exact exceed exercis exit expand expans experi explos export extend extens facil fade fane farrant
fast faster favorit featur fertil festiv fever fiction fighter financi finch firefight fiscal
fishermen fit fitch fitz flatter fleet flower fodder folk footag formula fort fortnight fortun
foundat franc frank freedom fresh frigat fukumori funni furious furnitur galleri gambl gamboa gang
garden garrison gault gazett generous geneva genuin georgetown gerald germani gill gilliam glacier
glad gmt goal god goodspe gop gordon goss gradi graduat grandfath grass grave gravel graze greec
grice grid grievanc groan groceri growth guarante guess guid guidanc guild gunman gus guy guyana
gwilym gym gymnasium h haddad hale halfway halloway halt halvorsen hampshir handl handler handshak
handwritten happi happier harder hardest hardwar harlan harm hart harvest hate hatti havranek
havránek hay headlin headquart helicopt herd heron highland highway hispan ho hockey hodrim hog
hole holland holt homeland honor horn hors hostag hronek hull human humor hungri hurri hut hyun
idaho identif idri ill ils imag imagin imelda imogen impos imposs improv inch incid incom indict
infirmari inherit initi ink inmat inquest inquir instrument insurg integr intellig intent interpret
invent invest invoic ireland irigoyen irregular isl israel istanbul itali item jack jail jarrett
jessup jet jeter jetti jodi johannesburg jona josephin judici jun juror kaduwa kaftan kalla kalvik
kane kastner kc keeper kem kemper kenya kest kestria kettl khorenian kid kimbrough kinder knee kurt
kyrgyz kyrgyzstan la laboratori lack ladder lakehead lakeport lamp landlord landon landslid lang
lantern laszlo lattimor lavallé lay leadership lebanon leed lemon lena length leoni let libertarian
liberti librarian libya lighthous liken lindahl lionel lisbon lit liter lithuania lobbi lobster
lockhart lodg lorna los loud louisiana lowel lt luca lumber mac macklin magnitud mainten mairiga
malici mallori manifesto manila manner manufactur maravia marchmont marguerit marin marisol maritim
marlow marri marriag marshal master mate mattress mauritius mayb maynard mbatha mbeki meal median
medicaid medicar memoir memori menu merchant merci merg merricomb methodist mihelić mill miner
minimum ministeri minnesota mira miriam mirror misl mississippi mistaken mix mock modest moira
moldova montana monument moon moor mortgag mothibedi motion mountain mouth mp mullaney mum murder
nairobi nap napkin narrat nashua natur navghat navi nearbi nearer nebraska necessari nervous net
netherland neutral newslett ngozi nh nicknam nigeria nightfal ninth noh nois nolan nonpartisan
noodl norcross nordic nordstrom norland norrland novel nowher nuclear nwosu o oath obituari oblig
observatori obuya ocean oduya offens ofori ok okab okafor oklahoma okonjo okori okoro oldest
ollerenshaw oma openshelf opera optimist orang orbit ordin ordinari origin osgood oslo ottawa
ottolin outag outbreak outcom output overal overdu overnight oyelaran pac pacif pain pakistani
panic parad parliamentari parrot particip partnership pastor pat patch path patriot patrol paul
paus pave pavilion payday paz pcg pearl peat peerag pen penalti pencil penhaligon penhallow penner
pentagon perform period perman personnel petch peter petit petra petrolan pettigrew philippa
philippin photocopi physician piano pickup pie pier pike pilot pine pitch plaintiff planter plate
plus podcast podium poland pole politicsdesk popular porti portland postal poster postpon pouch
poundsworth pour prairi prather pray preced precinct predecessor prefectur preliminari premier
preston prevent priest princip principl prioriti priscilla privaci priya prize proceed product
profess promot prompt proof proper properti prospect provinc pryce puerto pump punish purchas
purpos push q qiu quad quak qualifi quentin quip radeb rahmani raleigh rancher rank ransom rapid
ray react reaction readi receipt recess reckless recruit reduc reef refere referendum reflect
reform refuge regul regular rehears rehmani rein reiss relief religi renata renner renssela repriev
republ rescuer reshuffl resist resolut restrepo retire retreat revenu revers revolt reward ribbon
rice ride ridg ridicul rifl rimal rimi rivington robot rock roland role root rope rosalind ross
routin rowntre royal royc royl ruiz runway rupe rupert rusk ruth sa sack sad sahel sail sakamoto
salmon samachar sampl sanction sandov sani santa saskia sc scallop scandal scienc score script
secondari seismolog seldom select self semi sensor seoul serbia seri serious sether settlement
seventh sh shadow sharehold sharpli shaw sheep sheet shelter shore shortag shorten shorter shot
shrink shrug shutter sialpur sigh silver simon siren sitheb situat skeptic ski skipper sky skyreach
slide slight slogan slope slot slowli smelter smoke snap sock soft soften softwar solar solberg
sollay solut sometim somewher song sooner sorrel soup soybean space specifi specul speed spell spi
spin spoil squar stack staf stamp stamper statehous statist status statut steadi steal steel
stomach stool straight stream strength stress strip stroke strong stroud structur stubborn studio
style su subsidi suburb suburban success successor sun sundaram sunil super supplier suprem
surveyor survivor swap sweat sweden sweep swim swing synod talli tamsin taoiseach tap tariff
tarrawin tarrow tarsk tashkent tast taxi taxpay te tear technic teenag tehran temperatur temporari
tennant tent termin tern terribl territori testimoni tezkabar thandeka thanksgiv theft theo thin
thorn thornburi thought threat throat throughout tidal tidewat tilleri timet tip tobia tom tomorrow
tourist township trace traffic trail transcript transfer transit trask treati trick trim tripl
troop trumbul tsosi tull tulloch tulsa tungan tunnicliff turnout twin type typic ukrain umbrella
umpir unabl unanim unchang uncl uneasi uniform uniti unlik unnam upper ur utah ute va vale
valleylin vanish vantri venabl verdict verifi vermont victim viewer violat virginia visa visitor
vlaho vltava voorhe voucher waddel wade wagon warehous wari warrant wassail watchdog waverley weak
weapon weld well wes westminst whatev whatsapp wheel whelan whitcomb whitehal whitlock whitlow
widen widow wing winston wisconsin withdrawn wolv wooden wound wrap wrongdo wronska wynn wyom xingh
xue yacht yancey yolanda york younger yusuf zone zoro zubkov
""",
    3: """
1.1 11000 120 13 1994 1998 200 2008 2009 2010 2011 2013 2014 2015 2016 2017 2018 2024 28 3.1 300 33
340 37 400 4000 412 43 46 49 51 52 6000 61000 63 64 640 65 66 80 81 88 900 abl accid acheb acosta
adair adam admir adopt adult advanc advert advic affair affect afford african afterward agent
aircraft airport al alarm aliv alon aloud ambassador amend analysi angri anim apart applaus appli
appoint area arizona arrang ash asid asleep assembl assist attribut audienc audit aug autumn avail
avoid bag baker bakeri ballroom band banker banner bar barlow barrel basin bay bed beg beij benefit
beyond bid big bin bishop bloc blow blue bodi bond boot borrow boss braimoh branch breakfast
brussel buse cake calcul calendar calloway calm cap capitol carolina cash cast castellano catch
caucus centuri chain chairwoman chamber chanc chariti cheer civil clash class clean clip clock
closer club co coach coastal coffe cold collect collector comfort command commerc commerci
commission common communiti compar compens complet compromis comput condemn conduct congressman
connect constitu constitut construct consum contact contest continu convent cook cooper copi
corliss corner coron corridor councillor counsel counter cours courthous cousin cow coyl crane
credit crime crimin crude daesung dale damag dame dark dawn deadlin dealer deep defeat delacroix
deliv denmark depend depot detect develop disagre disappoint disclos dislik dispatch dissent domin
donat dorsey doubl down dozen drain drawer drink drown duck dunn duti earn eastern econom economi
edit educ elector elsewher embarrass employ employe energi enforc enter envelop envoy establish
event ex except exempt expens expert explan fact factori failur faith falk familiar fan feb feel
fellow felt ferri fifth fill film finger finland fitzhugh fix flat florida fog fold folder food
foot footbal forbid forget forgiv founder frame freez freight frighten fuel fulli funer futur gain
game gap gas gather generat georgia gift girl glass goat gold grace grade grain grandmoth gray
green grower guest guilti gulf gun hadfield hail hallam halloran hang harriet hat heart heavi
higher highest hint holiday holli hollow holloway holm hot household husband iceland identifi ignor
illeg immedi import increas india indic industri inflat injur inspect instal instead instruct
insult interior internal interrupt introduc investor involv iran iron jacket jan japan join joint
journalist judgment junior juri kansa key kilogram king kitchen knock korea label ladi laid lane
languag laps larger latest laughter launch lawmak lawsuit leagu lean leas lectur lend lender level
liber librari licens lieuten lift lindgren link llama load loan lobbyist lock log lord lorri lowest
ludlow lund lyle maddox magazin maker mali marchetti marcus mark marsh match meanwhil mechan mediat
medic mere mexico michigan microphon middl mine minor minus missil mission mistak mobil model
mokoena moment monk mood moscow movement municip museum narrow nearest nephew network nevada nice
nomin normal notebook nov oak ob object obtain occas odd older onlin option oregon organiz osei
otherwis ought owe p pack pact pair pakistan palac paragraph parish parliament partner passport
patienc payment pell pembrok percentag permit persuad pettibon phrase pickard piec pipe pipelin
plain platform player plead pleas politician pool poor popul portug possibl practic prepar pressur
pretend previous probabl process professor profit prosecut protest prove provid provinci provis
pruitt pull pupil quarrel queue quick quist quit radar raid rail railway rang rare reader rebel
reckon recogn recommend recount recov regret renew rent reopen repair repeal rescu respect restaur
restor resum retail rev reveal rey risk roqu rough rourk rover rumor runner safeti salt san sand
sandwich satellit scene schedul scheme scientist scrap screen season secret seed seem seiz sens
sentinel separ shed sheriff shield shirt shoe shout sick sight signal signatur silenc silent simpli
sing singapor sink size skip slip smaller smell smile snow soon sorensen sorri sort spain spare
speaker special spokesperson sponsor sport spot spread spreadsheet stadium stake stall standard
stannard star stone storm strait strake strand strategi subcommitte subject sue sugar suit sum
summit superintend supervisor supper suppli suppos sure surpris suspend swear switch tank tanker
tape teagu telegram tend tenth texa th thackeray theater theori thewli tie tin tire titl today
togeth toll tolliv ton tone tonight top total tour tower track tran translat treasur tree tribun
trip truth tunnel turbin turkey un undecid unusu updat usa usual util vail valu van vanc vanderm
vehicl venezuela vessel veteran veto vice victori vienna voss wake war ward warm wave weaken wear
wed weigh welcom welfar wet wheat whip whitak whoever wide winner withdraw world worst x yard
yesterday yield
""",
    4: """
140 16 17 2012 2019 2020 2021 2022 2023 21 212 23 24 25 26 27 29 34 44 47 48 50 58 70 71 90
acknowledg act address administr admit afternoon age ago agreement ahead air alli allianc alway
analyst anonym anybodi appeal approv argument arithmet arm armi arrest associ assur attack attend
attorney averag bad ban base bear bell belong bench besid best black block border born box boy
brandt brandvold bridg brief britain broadcast brother bureau buri burn cabinet cabl camera camp
cancel captain card carrier caus caution central certain challeng chancellor channel china choic
choos christma church citizen clear clerk client climb clinic coalit coast coat collaps colleg
complaint conced concern conclud condit confer confid congress consult contain contend contract
contractor control convers convinc correct correspond courier cover crew crowd crown custom daili
dam data daughter death decad decemb declar defend deleg desk dinner diplomat direct discuss divid
doctor document dog dr dri driver drone due earlier east economist editor effect embassi emergenc
empti endors enough error euro europ even everybodi everyth examin exist express eye face fail fair
fals far farmer father fault fee feed fenc fewer field fight final financ fine finish fish flag fli
flight flood forc forecast form forum forward fourth free front gate grant great ground grow guard
happen harbor hard health heat hide high hill hire histori hit honest host hotel hundr hurt ice
immigr inform insid inspector insur interest investig invit iowa island joke justic kilomet kind
knowledg lake land larg largest laugh leak ledger legal legisl legislatur levi lie limit lindqvist
listen london longer loss lot love low lower lunch machin mail main maintain map margin measur memo
mention meridian meter midnight mile militari mind moder monitor most mps mrs negoti nomine noon
northern observ oct ohio oil one own paint parent passeng past patient pension pick pictur plane
plant pledg polici pollster posit power prais prefer present presidenti primari prime print prison
problem produc project prosecutor protect quarter quiet r rain ralli real reason receiv recent red
refer regard regist relat remain rememb remind remov repeat replac repres request requir research
reserv resign respond respons rest result ring rival roll roof round rout row rural russia safe
sale saw sea search seek senior sentenc sept septemb serv session settl shake shift shoot shop shut
similar sir sister site sleep slow social soldier someon son sound south southern speech split
spokeswoman st stage start step stock store strategist student summer surviv suspect system target
tea teacher team test testifi text thank thousand threaten throw ticket touch trader transport
travel treasuri treat trial troubl truck true tv tweet understand unit unless valley version video
villag voic volunt vow wage wall weather websit weekend west western whole wife wind window winter
wire wish wit wonder worri wors worth young
""",
    5: """
1 12 15 18 19 20 22 31 38 41 60 61 8 accept ad agenc agre aid alleg allow america announc anyon
anyth apolog appear april arriv august author ballot begin behind better billion blame board boat
book break bring budget build bus busi buy capit car care center chair chairman charg check child
cite citi colleagu come comment commiss complain confirm conserv consid council critic cross date
dead deal debat decid decis declin defens delay demand depart deputi differ dismiss disput donor
door doubt draft draw drive drop earli eat email engin estim evening everyon evid exchang execut
explain farm favor fear februari file fire firm floor follow foreign friend full fund general good
gov hall head help hope hospit idea includ independ inquiri insist institut intend issu januari job
juli june kill labor late later learn less life light list littl live local major manag market
matter mayor mean media messag miss mother neighbor neither news none north notic novemb nurs octob
offer oper opinion oppon oppos opposit other outsid owner panel park part pass person phone
photograph place play pm polic port predict price privat program propos publish quot race radio
rais rate reach recal refus region reject releas remark rep resid retir return review right rise
river road saturday save seat secur sen servic set sever share ship short singl sit small somebodi
someth sourc spokesman spring staff statement station stay stori street strike studi suggest tabl
teach telephon televis term trade train tri trust twice universiti urg view visit walk washington
watch water white woman worker wrong
""",
    6: """
10 14 30 40 5 7 account accus add advis answer argu bank bill candid carri case chang chief claim
committe compani cost count counti countri court cut democrat deni describ die director district
elect end expect fall famili feder figur find former friday govern group half hand hear hold home
hous interview judg keep law lawyer lead leader least leav left letter line long look lose mani
march member ministri minut monday money morn move ms nation near need never new newspap night note
noth number offici old open order page paper plan polit poll post pound presid press promis public
question record repli room rule school secretari sell send side sign speak spend stand stop sunday
support survey talk tax thing third thursday town tuesday turn union use voter wait warn way
wednesday win word work
""",
    7: """
11 4 6 9 accord back believ campaign close day dollar first found give governor hour know like make
man meet million minist month mr name next nobodi offic parti pay percent point put read republican
run second see senat show take think time vote want week write
""",
    8: """
2 3 ask call last peopl report state tell year
""",
}
