/** English: what it calls countries (`en-countries.ts`), what it used to call them, and what only seems to name one (`en-masks.ts`). */
import type { GazetteerData } from "../../mentions/gazetteer.ts";
import { COUNTRY_COLUMNS } from "../columns.ts";
import { COUNTRIES } from "./en-countries.ts";
import { MASKS } from "./en-masks.ts";

/** Names of the past for countries of today; `code | names`. */
const FORMER_NAMES = `
BF | Upper Volta
BJ | Dahomey
BR | Empire of Brazil
BW | Bechuanaland
BY | Byelorussia, Belorussia, Byelorussian Soviet Socialist Republic, Byelorussian SSR, Byelorussian S.S.R.
BZ | British Honduras
CD | Zaire, Zaïre, Belgian Congo, Congo Free State, Zairian, Zairean, Zairois
CF | Central African Empire, Ubangi-Shari
CI | Ivory Coast Republic
CM | Cameroons
CO | United States of Colombia, New Granada
CV | Cape Verde, Cape Verde Islands
DE | West Germany, West German, German Empire, Nazi Germany, Hitlerite Germany, Nazi German
DJ | French Somaliland, French Territory of the Afars and the Issas
EG | United Arab Republic
EH | Spanish Sahara
ET | Abyssinia, Abyssinian
FK | Malvinas Islands
GN | French Guinea
GQ | Spanish Guinea
GW | Portuguese Guinea
GY | British Guiana
HT | Hayti
ID | Dutch East Indies, Netherlands East Indies, Netherlands Indies
IE | Irish Free State
IN | British India
IR | Persia
JO | Transjordan, Trans-Jordan
JP | Empire of Japan, Imperial Japan
KG | Kirghizstan, Kirgizstan
KH | Kampuchea, Democratic Kampuchea, Khmer Republic
KI | Gilbert Islands
LK | Ceylon, Ceylonese
LS | Basutoland
MD | Moldavia
MG | Malagasy Republic
MK | FYROM, Yugoslav Republic of Macedonia
ML | French Sudan
MM | Burma
MN | Outer Mongolia
MV | Maldive Islands
MW | Nyasaland
MY | Malaya, Malayan, Federation of Malaya
NA | South West Africa, South-West Africa
NI | Greytown
OM | Muscat and Oman
PH | Philippine Islands, Philippine Archipelago
PR | Porto Rico, Porto Rican
RO | Roumania, Rumania
RS | Servia
RU | Russian Empire, Tsarist Russia, Czarist Russia, Imperial Russia, Muscovy
SR | Surinam, Dutch Guiana
SZ | Swaziland
TG | Togoland
TH | Siam, Siamese
TJ | Tadzhikistan
TL | East Timor
TN | Regency of Tunis
TR | Sublime Porte, Ottoman Porte, Sublime Ottoman Porte
TV | Ellice Islands
TW | Formosa, Formosan
TZ | Tanganyika
UA | Ukrainian Soviet Socialist Republic, Ukrainian SSR, Ukrainian S.S.R.
VA | Papal States
VE | United States of Venezuela
VI | Danish West Indies
VN | South Vietnam, South Viet-Nam, South Viet Nam, Republic of Vietnam, Republic of Viet-Nam, Republic of Viet Nam
VU | New Hebrides
WS | Western Samoa, Samoan Islands
YE | Yemen Arab Republic, North Yemen
ZA | Union of South Africa
ZM | Northern Rhodesia
ZW | Rhodesia, Southern Rhodesia
`;

/** Provinces and lands that say where a town is ("London, Ontario"); `code | names`. */
const REGIONS = `
AU | New South Wales, Queensland, Tasmania, Western Australia, South Australia, Northern Territory
CA | Ontario, Quebec, Québec, British Columbia, Alberta?given, Saskatchewan, Manitoba, Nova Scotia, New Brunswick, Newfoundland, Labrador, Prince Edward Island, Yukon Territory, Nunavut
`;

/** Names of two countries at once, or of one of two; `code+code | names`. */
const SHARED_NAMES = `
KP+KR | Korea?korea, Koreas, Korean peninsula, Korean Peninsula
CG+CD | Congo?congo
IN+PK | Kashmir?kashmir, Jammu and Kashmir?kashmir
`;

const SHARED_DEMONYMS = `
KP+KR | Korean?korea
CG+CD | Congolese?congo
IN+PK | Kashmiri?kashmir
ES+US | Spanish-American War
`;

/** Peoples within a country, and the people of its towns and regions, with their adjectives; `code | names`. */
const PEOPLES = `
CN | Tibetan, Tibetans
DE | Berliners
FR | Parisian, Parisians
GB | Londoners
UA | Crimean Tatar, Crimean Tatars, Kharkivites, Kyivan, Kyivans, Kyivites, Odesan, Odesans
`;

/** Seats and houses of government that stand for a country; `code | names`. */
const LEADER_OFFICES = `
DE | Bundestag, Bundesrat, Bundeswehr, Reichstag
FR | Élysée Palace, Élysée, Quai d'Orsay
GB | Downing Street, Whitehall, Buckingham Palace, House of Lords
IL | Knesset
IN | Lok Sabha
JP | Japanese Diet
KR | Blue House
PL | Sejm
RU | Kremlin, State Duma, Red Square
UA | Verkhovna Rada, Bankova
US | White House, Pentagon, Capitol Hill
`;

/** First halves of compounds such as "Sino-Soviet"; `code | prefixes`. */
const COMPOUNDS = `
AT | Austro?compound
CN | Sino?compound
ES | Hispano?compound
FR | Franco?compound
GB | Anglo?compound
GR | Greco?compound, Graeco?compound
IN | Indo?compound
IT | Italo?compound
RU | Russo?compound
TR | Turco?compound, Turko?compound
`;

/**
 * States and large cities of the United States, taken for the country only where the speaker is
 * from elsewhere and the text agrees otherwise (rule `part`).
 */
const PARTS = `
US | Alabama?part, Alaska?part, Arizona?part, Arkansas?part, California?part, Colorado?part, Connecticut?part, Delaware?part, Florida?part, Hawaii?part, Idaho?part, Illinois?part, Indiana?part, Iowa?part, Kansas?part, Kentucky?part, Louisiana?part, Maine?part, Maryland?part, Massachusetts?part, Michigan?part, Minnesota?part, Mississippi?part, Missouri?part, Montana?part, Nebraska?part, Nevada?part, New Hampshire?part, New Jersey?part, New Mexico?part, New York?part, New York City?part, New York State?part, North Carolina?part, North Dakota?part, Ohio?part, Oklahoma?part, Oregon?part, Pennsylvania?part, Rhode Island?part, South Carolina?part, South Dakota?part, Tennessee?part, Texas?part, Utah?part, Vermont?part, Virginia?part, West Virginia?part, Wisconsin?part, Wyoming?part
US | Los Angeles?part, Chicago?part, Houston?part, Philadelphia?part, San Francisco?part, San Diego?part, Boston?part, Seattle?part, Detroit?part, Atlanta?part, Miami?part, Dallas?part, Denver?part, Baltimore?part, Minneapolis?part, Milwaukee?part, New Orleans?part, Las Vegas?part, Cincinnati?part, Pittsburgh?part, Indianapolis?part, Sacramento?part, Brooklyn?part, Manhattan?part, Honolulu?part, Nashville?part, Louisville?part, Oklahoma City?part, Kansas City?part, Salt Lake City?part, Santa Monica?part, Hollywood?part, Silicon Valley?part, Wall Street?part, Buffalo?part, Cleveland?part, Fort Worth?part, San Antonio?part, Tampa?part, Anchorage?part, Omaha?part, Tulsa?part, Tucson?part, Albuquerque?part, Chapel Hill?part, Baton Rouge?part, Little Rock?part, Santa Fe?part, Washington State?part, Manhattan Beach?part, Long Island?part
US | Ala.?abbreviation, Ariz.?abbreviation, Ark.?abbreviation, Calif.?abbreviation, Colo.?abbreviation, Conn.?abbreviation, Del.?abbreviation, Fla.?abbreviation, Ga.?abbreviation, Ill.?abbreviation, Ind.?abbreviation, Kan.?abbreviation, Kans.?abbreviation, Ky.?abbreviation, La.?abbreviation, Md.?abbreviation, Mass.?abbreviation, Mich.?abbreviation, Minn.?abbreviation, Miss.?abbreviation, Mo.?abbreviation, Mont.?abbreviation, Neb.?abbreviation, Nev.?abbreviation, Okla.?abbreviation, Ore.?abbreviation, Pa.?abbreviation, Tenn.?abbreviation, Tex.?abbreviation, Va.?abbreviation, Vt.?abbreviation, Wash.?abbreviation, Wis.?abbreviation, W.Va.?abbreviation, Wyo.?abbreviation, N.C.?abbreviation, S.C.?abbreviation, N.D.?abbreviation, S.D.?abbreviation, N.H.?abbreviation, N.J.?abbreviation, N.M.?abbreviation, N.Y.?abbreviation, R.I.?abbreviation, D.C.?abbreviation
US | AL?abbreviation, AK?abbreviation, AZ?abbreviation, AR?abbreviation, CA?abbreviation, CO?abbreviation, CT?abbreviation, FL?abbreviation, GA?abbreviation, HI?abbreviation, IA?abbreviation, IL?abbreviation, KS?abbreviation, KY?abbreviation, LA?abbreviation, MA?abbreviation, MD?abbreviation, MI?abbreviation, MN?abbreviation, MO?abbreviation, MS?abbreviation, MT?abbreviation, NE?abbreviation, NV?abbreviation, OH?abbreviation, PA?abbreviation, TN?abbreviation, TX?abbreviation, UT?abbreviation, VA?abbreviation, VT?abbreviation, WA?abbreviation, WI?abbreviation, WV?abbreviation
`;

export const ENGLISH: GazetteerData = {
  lang: "en",
  tables: [
    { rules: COUNTRY_COLUMNS, table: COUNTRIES },
    { rules: ["former-name"], table: FORMER_NAMES },
    { rules: ["name"], table: SHARED_NAMES },
    { rules: ["demonym"], table: SHARED_DEMONYMS },
    { rules: ["region"], table: REGIONS },
    { rules: ["people"], table: PEOPLES },
    { rules: ["leader-office"], table: LEADER_OFFICES },
    { rules: ["compound"], table: COMPOUNDS },
    { rules: ["part"], table: PARTS },
  ],
  masks: MASKS,
  inflect: (item, rule) => (rule === "demonym" && takesS(item) ? [item, `${item}s`] : [item]),
};

/** Iraqi, Iraqis; but Chinese, British, Swiss, Dutch, Frenchmen, Khmer Rouge stay. */
function takesS(people: string): boolean {
  return !/(?:ese|ish|nch|tch|s|x|men|man|Rouge|Cong|Vanuatu)$/.test(people);
}
