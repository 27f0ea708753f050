"""Frequent given names by gender, and East Asian family names that come first.

Written from general knowledge. Names borne by both genders (Alex, Kim, Robin,
Sasha, Jean, Andrea, Nikita) are left out: an unknown gender is safe, a wrong
one puts words into the wrong mouth.
"""

from tracker.resolve.lexicon import Gender
from tracker.text.names import fold_name, word_set

FEMALE_NAMES = word_set(
    """ada adaeze adela adriana agata agnes agnieszka aisha aida ailsa alana alice alicia alina
    alison alma amal amalia amanda amelia amina amira amy ana anastasia angela angelica anika
    anita anna annabel anne annette annika anya aoife april astrid audrey ayesha barbara
    beatrice beatriz bella bernadette beth bianca birgit blessing brenda bridget bronwen
    bronwyn bryony camila camille candice carla carmen carol carole carolina caroline carys
    catherine catriona cecilia charlotte chiara chidinma chiamaka chioma chloe christina
    christine claire clara clarissa claudia concepción constance cristina cynthia daisy
    daniela daphne deborah debra deirdre delia denise diana dilys dina dolores dora doris
    dorothy ebony edith eileen eilidh eimear elaine elena eleanor eleni elisa elisabeth
    elizabeth ella ellen elsa emily emma erica erika esther eva eve evelyn fatima fatou
    farida faryal fenella fiona flora florence frances francesca freya gabriela gemma
    georgina geraldine gertrude gillian gloria grace greta gwen gwendolyn hana hanna hannah
    harriet hazel heather heidi helen helena helga henrietta hilary hilda ifeoma ilse imani
    imelda imogen ines ingrid irena irene irina iris isabel isabella isla ivana jacqueline
    jane janet janice jasmine jean-marie jelena jemima jennifer jenny jessica jill joan
    joanna jodie josephine joy joyce juanita judith julia juliana julie juliet june karen
    karin karina katarina kate katherine kathleen kathryn katie katrine katya kavita khadija
    kirsten kirsty kristina lakshmi lara laura lauren leah leela leila lena letitia lidia
    lilian lily linda linnea lisa liza lorna lorraine louisa louise lucia lucinda lucy
    ludmila luisa lydia mabel madeleine maeve magda magdalena maggie mairead malin mandy mara
    marcela margaret margarita margot maria mariam mariana marie marina marisol marta martha
    martina mary matilda maureen maya meera megan melanie melissa mercedes mette michelle
    mila milena mildred mina miranda miriam modupe moira molly mona monica monique morag
    muriel myra nadia nadine nancy naomi natalia natalie natasha nerys ngozi niamh nicola
    nicole nina nisha noor nora noreen norma nosipho noura nuala olga olivia oksana paloma
    pamela patience patricia paula pauline peggy penelope petra philippa philomena phoebe
    phyllis pilar polly precious priscilla priya priyanka rachel ramona rasa rebecca regina
    renata renee rhiannon rhona rhoda rita roberta rosa rosalind rosalie rose rosemary rosie
    rosnah rowena roxana ruth sabine sabrina sally samantha samira sandra sara sarah saskia
    selina senga serena shanice sharon sheila shirley siobhan sioned simone sofia soledad
    solveig sonia sonja sophia sophie sorcha stella stephanie sue sunita susan susanna
    svetlana sylvia tabitha tamara tamar tania tanya tatiana teresa tessa thandi thandiwe
    theresa tiffany tilda trish tina trudy uma ursula valentina valeria valerie vanessa vera
    verity veronica victoria viktoria violet virginia vivian vivien waltraud wanda wanjiru
    wendy wilhelmina winifred xenia yasmin yevgenia yolanda yvette yvonne zainab zanele zara
    zeynep zofia zoe zuzana róisín fathima saoirse gráinne orla sinéad siân cerys aigul
    gulnara dilnoza nargiza cholpon ayşe fatma elif emine meryem hatice zehra leyla shirin
    maryam zahra fatemeh doreen gail petronella gwenda glenda rhian meinir anwen nia lowri
    elin catrin hisako haruka chihiro keiko yuki yoko naoko sakura akiko michiko kumiko
    noriko tomoko raewyn aroha ngaire zola nomvula thandeka lindiwe nomsa zodwa busisiwe
    refilwe lerato naledi palesa nkechi adaobi ngozika folake bukola yetunde funmilayo funke
    titilayo abena akosua ama adwoa efua esi wambui nyambura njeri akinyi atieno achieng
    makena jackline letchumi revathi leonie lucille cecile delphine genevieve marguerite
    mathilde manon aurelie solange odile simonetta antonella donatella graziella ornella
    raffaella silvia lucrezia fabiola consuelo guadalupe rosario yuleisy dayana xiomara
    marisa bettina ilona katalin zsófia zsuzsanna judit ildikó agnesa ivanka snezana biljana
    dragana gordana ljiljana vesna milica jovana iva petya desislava ludmilla yelena galina
    tamila ulyana zoya raisa nadezhda lyubov vasilisa kateryna olena yulia daria darya polina
    kseniya marjun sigrid gudrun inga ragnhild tove hilde berit randi liv siri ingeborg
    ulrika gunilla birgitta kerstin pirjo aino katriina maarit sanna outi winnie millie evie
    rosanna joanne jan-marie dawn gaynor beryl mavis hattie edna agatha cordelia ottoline
    parisa nasrin soraya layla hala rania dalia noha salma huda betty donna kimberly carolyn
    ann diane cheryl judy kathy tammy lori marilyn bonnie ruby lois annie lillian crystal
    gladys connie cindy sherry thelma ethel marjorie carrie rhonda debbie danielle suzanne
    michele bertha darlene erin cathy joann bernice stacy ida holly brittany loretta jeanette
    laurie kristen elsie jeanne vicki tara terri tonya wilma gina kristin charlene bessie
    delores melinda arlene colleen allison lillie marcia nellie minnie marlene marian vickie
    mattie hillary carly megyn melania chelsea condoleezza dianne mazie joni nikki michaela
    katrina alixandria rosanne jen jenna abby"""
)

MALE_NAMES = word_set(
    """aaron abdul abdullah abel abraham adam adrian ahmad ahmed aidan alan alasdair albert alberto
    alejandro alessandro alexander alexei alfonso alfred ali alistair allan allen alvin amir
    anatoly anders andre andreas andrei andrew andrzej angus ansgar anthony antoine anton
    antonio antti arif arjun armando arnold arthur arturo asif askar august augustin barnaby
    barry bartholomew basil ben benedict benjamin bernard bernardo bilal bill bjorn bob boris
    brad bradley bram brendan brian bruce bruno bryan byron callum calvin carl carlos cedric
    cemal cesar charles charlie chidi chike chinedu christian christopher chukwuma clarence
    claude clement clifford clive colin colm conor conrad corey cormac cornelius craig curtis
    cuthbert cyril damian damir dan daniel danny darius darren dave david davor dean declan
    dennis derek desmond detlef diarmuid diego dieter dimitri dirk dmitri dmitry dominic
    donald donovan douglas dov duncan ebuka edgar eduardo edward edwin elijah elias eliot
    emeka emeric emil emilio emmanuel emlyn enrique eric erik ernest ernesto ethan eugene
    evan ewan fabio fabian farouk federico felipe felix fernando ferran fergus filip finn
    fintan fionn francis francisco franco frank franz frederick fredrik gabriel gareth gary
    gavin gennady geoff geoffrey george georg georgi gerald gerard gerrit giancarlo gideon
    giles giorgio giovanni giuseppe gleb glen godfrey gordon graham gregor gregory guillermo
    gunnar gunther gustav gustavo guy hakan hamid hamish hamza hank hans harald hari harold
    harry hasan hassan heinrich hector henrik henry herbert herman hiroshi horst howard
    hubert hugh hugo hussein ian ibrahim idris igor ignacio imran isaac isidor ismail ivan
    ivor jack jacob jacques jake jakob jamal james jan jared jason jasper javier jaroslav
    jeff jeffrey jeremy jerome jerry jesse jim joao joaquin joe joel johan johann john johnny
    jolyon jon jonas jonathan jordi jorge jose josef joseph joshua juan julian julius jun
    juraj jürgen kamal kanybek karel karl karim keith kelvin kenneth kevin khaled khalid
    klaus konstantin konstantinos krzysztof kurt kwabena kwame lars laszlo laurence lawrence
    lech leo leon leonard leonid leopold leroy lewis liam lionel lloyd lorenzo louis luca
    lucas luis lukas luke lwazi magnus malcolm manuel marc marcel marco marcus marek mario
    mark marko markus martin marvin mateusz matteo matthew matthias maurice max maxim
    maximilian mehmet michael michal miguel mikael mike mikhail milan miles milos mitchell
    mohamed mohammad mohammed muhammad mordechai moses murray mustafa musa nathan nathaniel
    ned neil nelson neville nicholas nick nicolas nigel nikolai noah norman ola oleg oliver
    olivier omar orlando oscar osman otto owen pablo paolo pascal patrick patrik paul pavel
    peadar pedro per percy pete peter petr philip philippe pierre piotr quentin rafael raj
    rajesh rajiv ralph ramon randall rashid ray raymond reginald reinhard rene reuben ricardo
    richard rick rizwan rob robert roberto rodney rodrigo roger roland rolf roman ronald
    ronan rory ross roy rupert ruprecht russell ryan salim salman sam sami samuel sandro sani
    saul scott sean sebastian segun selim serge sergei sergey sergio seth shane sidney
    siegfried simon sipho stanley stefan stephan stephen steve steven stepan stuart sunil
    surendran sven tariq ted terence terry tertius thabo theo theodore thomas tim timothy
    tobias todd tom tomas tomasz tony trevor tristan umar uwe vaclav vadim valery vernon
    victor viktor vikram vincent vinod viktoras vitaly vladimir vladislav volodymyr walter
    warren wayne werner wilfred wilhelm will willem william wolfgang wycliffe xavier yaroslav
    yegor yevgeny yosef youssef yuri yusuf zachary zoltan ruaridh algis almaz farrukh behrouz
    bijan daler rustam timur ulan azamat tunde femi bola-ahmed kofi kwesi yaw chibuzo obinna
    uche tendai tapiwa themba bongani sizwe mandla krishna ravi suresh ramesh mahesh anil
    amit sanjay vijay deepak manoj rakesh naveen arun ashok kacper radoslaw radosław wojciech
    grzegorz jerzy stanislaw tadeusz zbigniew bogdan mariusz dariusz przemyslaw slawomir
    terrence gwilym dafydd rhys iestyn aled gethin hywel ioan owain huw alun idwal meirion
    hefin emrys ieuan geraint ishfaq faisal tahir nasir shahid waqar imtiaz javed pervez
    zafar akram nadeem kashif rashad towhidul rafiqul shafiq mahmud jonty dougal lachlan
    fraser euan struan ivo piers tarquin bertrand gaston henri luc remi thierry yves didier
    etienne gilles loic guillaume mathieu benoit fabrice alain arnaud enzo luigi massimo
    stefano vincenzo giacomo gianni alessio emanuele raul ruben gonzalo ramiro servando
    efrain hernan joaquín josé andrés tomás nicolás benicio dragan goran zoran slobodan nenad
    branko bojan srdjan vuk petrit besim arber agim ilir lajos istvan ferenc gabor zsolt
    attila balazs csaba dumitru ion mihai radu nicolae vasile liviu plamen stoyan krasimir
    asen oleksandr mykola petro taras bohdan ihor andriy serhiy ruslan rinat marat ilyas
    erlan nurlan bolat talgat sanzhar bakyt emir eldar elchin ilham vagif levan giorgi zurab
    irakli nodar tigran ashot gevorg hrant samvel kemal orhan yilmaz serkan murat cem emre
    burak tolga haluk selçuk ahmet ergun majid reza mehdi javad behzad farhad kourosh siavash
    hamed masoud saeed mohsen faysal tarek walid ziad bassam fouad marwan nabil rami samer
    wael hisham adel ashraf moustafa yasser ayman sherif tamer hossam salah younes rachid
    mourad khalil suhail oluwaseun oluwaseyi adebayo adewale olumide kayode wale kunle gbenga
    dapo tayo nnamdi ikenna kelechi okechukwu ugochukwu onyekachi uzor ebube kwadwo kojo
    kwaku kipchoge mwangi kamau njoroge otieno ochieng odhiambo kiprono samson mutua lungelo
    siyabonga vusumuzi vuyo andile mduduzi tumelo kabelo tebogo kagiso sibusiso kenji takeshi
    hiroki satoshi makoto takashi akira shigeru yukio reiji kazuo algirdas vytautas mindaugas
    andris janis juris aivars toomas jaan sindre magne torbjorn håkon øystein eirik jostein
    trond stellan torsten jógvan hákun páll gunnlaugur sigurdur einar suleiman abubakar garba
    bello aliyu sadiq nawab mossy séamus pádraig ciarán oisín ehud larry justin brandon fred
    billy randy bobby phillip shawn jimmy glenn jeffery travis kyle eddie ricky troy micheal
    ronnie tommy darrell floyd wesley greg dustin derrick clyde lester brent tyler gilbert
    brett milton cecil duane elmer ron harvey cory darryl mathew tyrone lonnie lance julio
    dwayne dwight jimmie everett ken alfredo johnnie clifton willard daryl virgil andy
    salvador kirk terrance freddie barack bernie jeb mitt newt mitch chuck reince rudy
    geraldo trey devin bret tucker orrin trent thad kasim deval matt josh doug stan"""
)

FAMILY_NAMES_FIRST = word_set(
    """kim lee park pak choe choi jung jeong jong kang cho jo yoon yun jang chang lim rim han oh
    seo so shin sin kwon hwang ahn an song ryu yoo hong jeon ko moon mun yang bae paik baek heo
    nam ri ro noh roh wang li zhang liu chen zhao huang zhou wu xu sun ma zhu hu guo he lin gao
    luo zheng liang xie tang deng feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye
    cheng wei su lü ding ren shen yao lu fu zhong cui tan liao fan lao shi meng fang hao qin
    bai nguyen tran le pham hoang phan vu vo dang bui do ngo duong ly sakamoto okabe kitano
    ogasawara tanaka suzuki sato ito yamamoto nakamura kobayashi kato yoshida yamada sasaki
    matsumoto inoue kimura hayashi shimizu mori abe ikeda hashimoto ishikawa"""
)
"""Korean, Chinese, Vietnamese and frequent Japanese family names, folded."""


_BY_NAME = {fold_name(n): Gender.MALE for n in MALE_NAMES} | {
    fold_name(n): Gender.FEMALE for n in FEMALE_NAMES
}


def given_gender(name: str) -> Gender | None:
    """Return the gender that a given name is borne by, None when unknown.

    Of a double name ("Ana-Maria") the first part decides.
    """
    folded = fold_name(name)
    return _BY_NAME.get(folded) or _BY_NAME.get(folded.split(" ")[0] if folded else "")


def is_family_name_first(words: tuple[str, ...]) -> bool:
    """Say whether a name's first word is an East Asian family name."""
    return len(words) > 1 and fold_name(words[0]) in FAMILY_NAMES_FIRST
