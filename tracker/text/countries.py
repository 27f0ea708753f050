"""Countries with their demonyms and capitals.

One line a country: name | other names | adjectives and peoples | capital and
other places that stand for its government. News prose names a state by any of
these ("Pyongyang failed twice"), so a participant given by one is the country.

Source: general knowledge; which states there are, and the English names of those seldom
in the news, after Unicode CLDR as Babel 2.18 carries it (Unicode License v3).
"""

from collections.abc import Iterator

from tracker.text.names import fold_name

_TABLE = """
Afghanistan||Afghan,Afghans|Kabul
Albania||Albanian,Albanians|Tirana
Algeria||Algerian,Algerians|Algiers
Andorra||Andorran,Andorrans|
Angola||Angolan,Angolans|Luanda
Antigua and Barbuda|Antigua & Barbuda|Antiguan,Antiguans|
Argentina||Argentine,Argentinian,Argentines|Buenos Aires
Armenia||Armenian,Armenians|Yerevan
Australia||Australian,Australians|Canberra
Austria||Austrian,Austrians|Vienna
Azerbaijan||Azerbaijani,Azeri,Azerbaijanis|Baku
Bahamas|The Bahamas|Bahamian,Bahamians|
Bahrain||Bahraini,Bahrainis|Manama
Bangladesh||Bangladeshi,Bangladeshis|Dhaka
Barbados||Barbadian,Barbadians|
Belarus||Belarusian,Belarusians|Minsk
Belgium||Belgian,Belgians|
Belize||Belizean,Belizeans|
Benin||Beninese|Porto-Novo
Bhutan||Bhutanese|Thimphu
Bolivia||Bolivian,Bolivians|La Paz
Bosnia|Bosnia and Herzegovina,Bosnia-Herzegovina|Bosnian,Bosnians|Sarajevo
Botswana||Botswanan|Gaborone
Brazil||Brazilian,Brazilians|Brasilia,Brasília
Britain|United Kingdom,UK,U.K.,Great Britain|British,Britons|London,Westminster,Whitehall
Brunei|Brunei Darussalam|Bruneian,Bruneians|
Bulgaria||Bulgarian,Bulgarians|Sofia
Burkina Faso||Burkinabe,Burkinabè|Ouagadougou
Burundi||Burundian,Burundians|Gitega
Cambodia||Cambodian,Cambodians|Phnom Penh
Cameroon||Cameroonian,Cameroonians|Yaoundé,Yaounde
Canada||Canadian,Canadians|Ottawa
Cape Verde|Cabo Verde|Cape Verdean,Cape Verdeans|
Central African Republic||Central African,Central Africans|Bangui
Chad||Chadian,Chadians|N’Djamena
Chile||Chilean,Chileans|
China|People’s Republic of China,PRC|Chinese|Beijing
Colombia||Colombian,Colombians|Bogotá,Bogota
Comoros||Comorian,Comorians|
Congo|Democratic Republic of Congo,DR Congo,DRC|Congolese|Kinshasa
Costa Rica||Costa Rican,Costa Ricans|
Croatia||Croatian,Croat,Croats|Zagreb
Cuba||Cuban,Cubans|Havana
Cyprus||Cypriot,Cypriots|Nicosia
Czech Republic|Czechia|Czech,Czechs|Prague
Denmark||Danish,Danes|Copenhagen
Djibouti||Djiboutian,Djiboutians|
Dominica|||
Dominican Republic||Dominican,Dominicans|Santo Domingo
Ecuador||Ecuadorian,Ecuadorians,Ecuadorean|Quito
Egypt||Egyptian,Egyptians|Cairo
El Salvador||Salvadoran,Salvadorans|San Salvador
Equatorial Guinea||Equatorial Guinean,Equatoguinean|
Eritrea||Eritrean,Eritreans|Asmara
Estonia||Estonian,Estonians|Tallinn
Eswatini|Swaziland|Swazi,Swazis|
Ethiopia||Ethiopian,Ethiopians|Addis Ababa
Fiji||Fijian,Fijians|Suva
Finland||Finnish,Finns|Helsinki
France||French|Paris,Élysée
Gabon||Gabonese|Libreville
Gambia|The Gambia|Gambian,Gambians|Banjul
Georgia||Georgian,Georgians|Tbilisi
Germany||German,Germans|Berlin
Ghana||Ghanaian,Ghanaians|Accra
Greece||Greek,Greeks|Athens
Grenada||Grenadian,Grenadians|
Guatemala||Guatemalan,Guatemalans|Guatemala City
Guinea||Guinean,Guineans|Conakry
Guinea-Bissau||Bissau-Guinean|
Guyana||Guyanese|
Haiti||Haitian,Haitians|Port-au-Prince
Honduras||Honduran,Hondurans|Tegucigalpa
Hungary||Hungarian,Hungarians|Budapest
Iceland||Icelandic,Icelanders|Reykjavik,Reykjavík
India||Indian,Indians|New Delhi,Delhi
Indonesia||Indonesian,Indonesians|Jakarta
Iran|Islamic Republic of Iran|Iranian,Iranians|Tehran
Iraq||Iraqi,Iraqis|Baghdad
Ireland|Republic of Ireland|Irish|Dublin
Israel||Israeli,Israelis|
Italy||Italian,Italians|Rome
Ivory Coast|Côte d’Ivoire|Ivorian,Ivorians|Yamoussoukro
Jamaica||Jamaican,Jamaicans|
Japan||Japanese|Tokyo
Jordan||Jordanian,Jordanians|Amman
Kazakhstan||Kazakh,Kazakhs,Kazakhstani|Astana
Kenya||Kenyan,Kenyans|Nairobi
Kiribati|||
Kosovo||Kosovar,Kosovan,Kosovars|Pristina
Kuwait||Kuwaiti,Kuwaitis|Kuwait City
Kyrgyzstan||Kyrgyz,Kyrgyzstani|Bishkek
Laos||Lao,Laotian|Vientiane
Latvia||Latvian,Latvians|Riga
Lebanon||Lebanese|Beirut
Lesotho||Basotho|Maseru
Liberia||Liberian,Liberians|Monrovia
Libya||Libyan,Libyans|Tripoli
Liechtenstein||Liechtensteiner,Liechtensteiners|
Lithuania||Lithuanian,Lithuanians|Vilnius
Luxembourg||Luxembourgish|
Madagascar||Malagasy|Antananarivo
Malawi||Malawian,Malawians|Lilongwe
Malaysia||Malaysian,Malaysians|Kuala Lumpur,Putrajaya
Maldives|The Maldives|Maldivian,Maldivians|
Mali||Malian,Malians|Bamako
Malta||Maltese|Valletta
Marshall Islands||Marshallese|
Mauritania||Mauritanian,Mauritanians|Nouakchott
Mauritius||Mauritian,Mauritians|
Mexico||Mexican,Mexicans|Mexico City
Micronesia||Micronesian,Micronesians|
Moldova||Moldovan,Moldovans|Chisinau,Chișinău
Monaco||Monegasque,Monegasques|
Mongolia||Mongolian,Mongolians|Ulaanbaatar,Ulan Bator
Montenegro||Montenegrin,Montenegrins|Podgorica
Morocco||Moroccan,Moroccans|Rabat
Mozambique||Mozambican,Mozambicans|Maputo
Myanmar|Burma|Burmese|Naypyidaw
Namibia||Namibian,Namibians|Windhoek
Nauru||Nauruan,Nauruans|
Nepal||Nepali,Nepalese|Kathmandu
Netherlands|The Netherlands|Dutch|The Hague,Amsterdam
New Zealand||New Zealanders|Wellington
Nicaragua||Nicaraguan,Nicaraguans|Managua
Niger||Nigerien,Nigeriens|Niamey
Nigeria||Nigerian,Nigerians|Abuja
North Korea|Democratic People’s Republic of Korea,DPRK|North Korean,North Koreans|Pyongyang
North Macedonia||Macedonian,Macedonians|Skopje
Norway||Norwegian,Norwegians|Oslo
Oman||Omani,Omanis|Muscat
Pakistan||Pakistani,Pakistanis|Islamabad
Palau||Palauan,Palauans|
Palestine|Palestinian Authority|Palestinian,Palestinians|Ramallah
Panama||Panamanian,Panamanians|Panama City
Papua New Guinea|PNG|Papua New Guinean,Papua New Guineans|Port Moresby
Paraguay||Paraguayan,Paraguayans|Asunción,Asuncion
Peru||Peruvian,Peruvians|Lima
Philippines|The Philippines|Philippine,Filipino,Filipinos|Manila
Poland||Polish,Poles|Warsaw
Portugal||Portuguese|Lisbon
Qatar||Qatari,Qataris|Doha
Republic of the Congo|Republic of Congo,Congo-Brazzaville||Brazzaville
Romania||Romanian,Romanians|Bucharest
Russia|Russian Federation|Russian,Russians|Moscow
Rwanda||Rwandan,Rwandans|Kigali
Samoa||Samoan,Samoans|
San Marino|||
São Tomé and Príncipe|Sao Tome and Principe,São Tomé & Príncipe||
Saudi Arabia||Saudi,Saudis,Saudi Arabian|Riyadh
Senegal||Senegalese|Dakar
Serbia||Serbian,Serb,Serbs|Belgrade
Seychelles||Seychellois|
Sierra Leone||Sierra Leonean,Sierra Leoneans|Freetown
Singapore||Singaporean,Singaporeans|
Slovakia||Slovak,Slovaks|Bratislava
Slovenia||Slovenian,Slovene,Slovenes|Ljubljana
Solomon Islands||Solomon Islander,Solomon Islanders|Honiara
Somalia||Somali,Somalis|Mogadishu
South Africa||South African,South Africans|Pretoria
South Korea|Republic of Korea,ROK|South Korean,South Koreans|Seoul
South Sudan||South Sudanese|Juba
Spain||Spanish,Spaniards|Madrid
Sri Lanka||Sri Lankan,Sri Lankans|Colombo
St. Kitts and Nevis|Saint Kitts and Nevis,St. Kitts & Nevis||
St. Lucia|Saint Lucia|St. Lucian,St. Lucians|
St. Vincent and the Grenadines|Saint Vincent and the Grenadines,St. Vincent & Grenadines||
Sudan||Sudanese|Khartoum
Suriname||Surinamese|Paramaribo
Sweden||Swedish,Swedes|Stockholm
Switzerland||Swiss|Bern,Berne
Syria||Syrian,Syrians|Damascus
Taiwan||Taiwanese|Taipei
Tajikistan||Tajik,Tajiks|Dushanbe
Tanzania||Tanzanian,Tanzanians|Dodoma
Thailand||Thai,Thais|Bangkok
Timor-Leste|East Timor|Timorese|
Togo||Togolese|Lomé,Lome
Tonga||Tongan,Tongans|
Trinidad and Tobago||Trinidadian,Trinidadians|Port of Spain
Tunisia||Tunisian,Tunisians|Tunis
Turkey|Türkiye|Turkish,Turks|Ankara
Turkmenistan||Turkmen|Ashgabat
Tuvalu||Tuvaluan,Tuvaluans|
Uganda||Ugandan,Ugandans|Kampala
Ukraine||Ukrainian,Ukrainians|Kyiv,Kiev
United Arab Emirates|UAE|Emirati,Emiratis|Abu Dhabi
United States|US,U.S.,USA,United States of America,America|American,Americans|Washington
Uruguay||Uruguayan,Uruguayans|Montevideo
Uzbekistan||Uzbek,Uzbeks|Tashkent
Vanuatu||Ni-Vanuatu|
Venezuela||Venezuelan,Venezuelans|Caracas
Vietnam||Vietnamese|Hanoi
Yemen||Yemeni,Yemenis|Sanaa,Sana’a
Zambia||Zambian,Zambians|Lusaka
Zimbabwe||Zimbabwean,Zimbabweans|Harare
"""


def _read(column: int) -> dict[str, str]:
    """Return {folded word: country} of one column of the table."""
    found: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        cells = line.split("|")
        words = cells[column].split(",") if cells[column] else []
        found |= {fold_name(word): cells[0] for word in words}
    return found


_NAMES = _read(0) | _read(1)
_DEMONYMS = _read(2)
_CAPITALS = _read(3)


def country_names() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each country with the other names it is printed under."""
    for line in _TABLE.strip().splitlines():
        name, others, *_ = line.split("|")
        yield name, tuple(others.split(",")) if others else ()


def find_country(words: str) -> str | None:
    """Return the country that `words` name: its name, another name, or its capital."""
    folded = fold_name(words)
    return _NAMES.get(folded) or _CAPITALS.get(folded)


def find_nationality(words: str) -> str | None:
    """Return the country of an adjective, a people, or a country's own name or capital."""
    folded = fold_name(words)
    return _DEMONYMS.get(folded) or _DEMONYMS.get(folded + "s") or find_country(words)


def is_demonym(words: str) -> bool:
    """Say whether `words` are an adjective or a people ("Russian", "Egyptians", "Dane")."""
    folded = fold_name(words)
    return folded in _DEMONYMS or folded + "s" in _DEMONYMS
