"""The time zones of towns that datelines name without saying where they lie.

From general knowledge; names of zones are those of the IANA database. A country with
several zones stands under the zone of the town, not of its capital.
"""

_TOWNS = {
    "Africa/Abidjan": "abidjan, dakar, bamako, accra, freetown, ouagadougou, conakry",
    "Africa/Addis_Ababa": "addis ababa",
    "Africa/Algiers": "algiers",
    "Africa/Cairo": "cairo",
    "Africa/Casablanca": "rabat, casablanca",
    "Africa/Harare": "harare, lusaka, maputo, kigali, gaborone, lilongwe",
    "Africa/Johannesburg": "johannesburg, cape town, pretoria, durban",
    "Africa/Khartoum": "khartoum, port sudan",
    "Africa/Kinshasa": "kinshasa, luanda",
    "Africa/Lagos": "lagos, abuja, niamey, yaounde, libreville, kano",
    "Africa/Mogadishu": "mogadishu",
    "Africa/Nairobi": "nairobi, kampala, dar es salaam, djibouti",
    "Africa/Tripoli": "tripoli",
    "Africa/Tunis": "tunis",
    "America/Argentina/Buenos_Aires": "buenos aires",
    "America/Bogota": "bogota, quito, lima",
    "America/Caracas": "caracas",
    "America/Chicago": "chicago, dallas, houston, austin, minneapolis, milwaukee, memphis, "
    "new orleans, nashville, st. louis, oklahoma city, des moines, omaha",
    "America/Denver": "denver, salt lake city",
    "America/Halifax": "halifax",
    "America/Havana": "havana",
    "America/Los_Angeles": "los angeles, san francisco, san diego, seattle, las vegas, "
    "portland, sacramento, oakland",
    "America/Mexico_City": "mexico city",
    "America/New_York": "new york, washington, boston, philadelphia, atlanta, miami, "
    "united nations, baltimore, cleveland, pittsburgh, detroit, tallahassee, cincinnati",
    "America/Panama": "panama city",
    "America/Phoenix": "phoenix",
    "America/Port-au-Prince": "port-au-prince",
    "America/Santiago": "santiago",
    "America/Sao_Paulo": "sao paulo, rio de janeiro, brasilia",
    "America/Toronto": "toronto, ottawa, montreal, quebec city",
    "America/Vancouver": "vancouver",
    "Asia/Almaty": "almaty, astana",
    "Asia/Amman": "amman",
    "Asia/Baghdad": "baghdad, erbil",
    "Asia/Baku": "baku",
    "Asia/Bangkok": "bangkok, hanoi, phnom penh, vientiane, ho chi minh city",
    "Asia/Beirut": "beirut",
    "Asia/Colombo": "colombo",
    "Asia/Damascus": "damascus",
    "Asia/Dhaka": "dhaka",
    "Asia/Dubai": "dubai, abu dhabi, muscat",
    "Asia/Gaza": "gaza, gaza city, ramallah",
    "Asia/Hong_Kong": "hong kong, macau",
    "Asia/Jakarta": "jakarta",
    "Asia/Jerusalem": "jerusalem, tel aviv",
    "Asia/Kabul": "kabul",
    "Asia/Karachi": "islamabad, karachi, lahore, peshawar",
    "Asia/Kathmandu": "kathmandu",
    "Asia/Kolkata": "new delhi, mumbai, delhi, kolkata, chennai, bengaluru, srinagar, hyderabad",
    "Asia/Manila": "manila",
    "Asia/Pyongyang": "pyongyang",
    "Asia/Riyadh": "riyadh, kuwait city, jeddah, sanaa, aden, doha, manama",
    "Asia/Seoul": "seoul, busan",
    "Asia/Shanghai": "beijing, shanghai, guangzhou, shenzhen, wuhan",
    "Asia/Singapore": "singapore, kuala lumpur",
    "Asia/Taipei": "taipei",
    "Asia/Tashkent": "tashkent",
    "Asia/Tbilisi": "tbilisi",
    "Asia/Tehran": "tehran",
    "Asia/Tokyo": "tokyo, osaka, hiroshima",
    "Asia/Ulaanbaatar": "ulaanbaatar",
    "Asia/Vladivostok": "vladivostok",
    "Asia/Yangon": "yangon",
    "Asia/Yerevan": "yerevan",
    "Atlantic/Reykjavik": "reykjavik",
    "Australia/Brisbane": "brisbane",
    "Australia/Perth": "perth",
    "Australia/Sydney": "sydney, melbourne, canberra, hobart",
    "Europe/Athens": "athens, nicosia",
    "Europe/Belgrade": "belgrade, sarajevo, zagreb, pristina, ljubljana, skopje",
    "Europe/Berlin": "berlin, frankfurt, munich, hamburg, vienna, zurich, geneva",
    "Europe/Bucharest": "bucharest, sofia, chisinau",
    "Europe/Dublin": "dublin",
    "Europe/Helsinki": "helsinki, tallinn, riga, vilnius",
    "Europe/Istanbul": "istanbul, ankara",
    "Europe/Kyiv": "kyiv, kiev, kharkiv, odesa, lviv",
    "Europe/Lisbon": "lisbon",
    "Europe/London": "london, edinburgh, belfast, cardiff, glasgow, manchester",
    "Europe/Minsk": "minsk",
    "Europe/Moscow": "moscow, st. petersburg",
    "Europe/Paris": "paris, brussels, amsterdam, the hague, madrid, barcelona, strasbourg, "
    "luxembourg, rome, milan, vatican city, marseille",
    "Europe/Warsaw": "warsaw, prague, budapest, bratislava",
    "Europe/Stockholm": "stockholm, oslo, copenhagen",
    "Pacific/Auckland": "wellington, auckland, christchurch",
    "Pacific/Honolulu": "honolulu",
}
_ZONES = {town: zone for zone, towns in _TOWNS.items() for town in towns.split(", ")}

_STATES = {
    "America/New_York": "Conn Connecticut D.C Del Delaware Fla Florida Ga Georgia Maine Maryland "
    "Mass Massachusetts Md Mich Michigan N.C N.H N.J N.Y Ohio Pa Pennsylvania R.I S.C Va Vermont "
    "Virginia Vt W.Va",
    "America/Toronto": "Ont Ontario Que Quebec",
    "America/Chicago": "Ala Alabama Ark Arkansas Ill Illinois Iowa Kan Kansas La Louisiana Minn "
    "Minnesota Miss Mississippi Mo Missouri Neb Nebraska Okla Oklahoma Texas Wis Wisconsin",
    "America/Denver": "Colo Colorado Mont Montana N.M Utah Wyo Wyoming",
    "America/Phoenix": "Ariz Arizona",
    "America/Los_Angeles": "Calif California Nev Nevada Ore Oregon Wash",
    "America/Vancouver": "B.C",
    "America/Anchorage": "Alaska",
    "Pacific/Honolulu": "Hawaii",
    "": "Idaho Ind Indiana Ky Kentucky N.D S.D Tenn Tennessee",
}
"""The zone that most of a state or province keeps, none for those that two zones share evenly.
Names as datelines write them, without the last full stop."""
_ZONES_OF_STATES = {state: zone for zone, states in _STATES.items() for state in states.split()}


def zone_of(town: str, region: str) -> str | None:
    """Return the zone of a town given in lower case, None where it is not known.

    `region` is what the dateline says of where it lies: a state decides
    ("MANCHESTER, N.H."), a country does not.
    """
    state = region.rstrip(".")
    if state in _ZONES_OF_STATES:
        return _ZONES_OF_STATES[state] or None
    return _ZONES.get(town)
