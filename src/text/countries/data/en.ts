/** English: what it calls countries (`en-countries.ts`), and the phrases that only seem to name one. */
import type { LanguageData } from "../gazetteer.ts";
import { COUNTRIES } from "./en-countries.ts";

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
KP+KR | Korea?korea, Korean?korea, Korean peninsula, Korean Peninsula
CG+CD | Congo?congo, Congolese?congo
IN+PK | Kashmir?kashmir, Kashmiri?kashmir, Jammu and Kashmir?kashmir
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

/** Phrases that hold a country's name and do not speak of it. */
const MASKS = `
New Mexico, New England, New Englander, New Englanders, New Britain, New France, New Spain, New Holland, New Guinea, New Ireland, New Scotland, New Sweden, New Jersey, Papua and New Guinea
South China Sea, East China Sea, Gulf of Mexico, Gulf of Guinea, Gulf of Oman, Gulf of Aden, Gulf of Finland, Gulf of Thailand, Gulf of Siam, Gulf of Panama, Sea of Japan, Gulf of Tonkin, Gulf of California, Gulf of Honduras, Gulf of Venice, Bay of Bengal, Bay of Honduras, Philippine Sea, Persian Gulf, Indian Ocean, Irish Sea, Norwegian Sea, English Channel, Straits of Florida, Strait of Malacca, Greenland Sea, Timor Sea, Java Sea, Straits of Singapore, Java Head, Libyan Desert, Syrian Desert, Sea of Galilee, Gulf of Iran, Cuban Straits, Panama Railroad, Tibetan Plateau, Sea of Marmara, Caspian Sea, Gulf of Bothnia, Great Australian Bight, Iberian Peninsula, Sargasso Sea, South Georgia Island
Jordan River, River Jordan, Jordan Valley, Congo River, River Congo, Congo Basin, Congo basin, Niger River, River Niger, Niger Basin, Niger basin, Lake Chad, Lake Chad Basin, Senegal River, River Senegal, Gambia River, Mexico Bay, Mexico Point, Orange River, Guinea Coast, coast of Guinea, Ganges Delta, Upper Guinea, Lake Geneva, Lake Victoria, Rome Beauty, Lebanon Valley, Lebanon Springs, Zambezi River
Native American, Native Americans, native American, American Indian, American Indians, American-Indian, African American, African Americans, African-American, African-Americans, Asian American, Asian Americans, Asian-American, Asian-Americans, Afro-American, Afro-Americans, Arab American, Arab Americans, Arab-American, Arab-Americans, Hispanic American, Hispanic Americans, Hispanic-American, Hispanic-Americans, Black American, Mexican Americans, Jewish American
Latin America, Latin American, Latin Americans, Latin-America, Latin-American, Latin-Americans, South America, South American, South Americans, South-American, Central America, Central American, Central Americans, Central-American, North America, North American, North Americans, North-American, Spanish America, Spanish American, Spanish Americans, Spanish-American, Inter-American, Inter American, inter-American, InterAmerican, Pan American, Pan-American, Pan America, Ibero-American, Ibero-America, Ibero American, Hispano-America, Indo-America, Euro-American, Meso-America, Anglo-America, Hispanic America, All-American
American Republics, American States, American States Members, American Samoan Islands, American continent, American continents, American Continent, American hemisphere, American Hemisphere, American Convention on Human Rights, American Declaration of the Rights, Organization of American States, Union of American Republics, Bureau of American Republics, Conference of American States, Congress of American States, Confederate States of America, Bank of America, Boy Scouts of America, Miss America, Captain America, Voice of America?mask-exception, Central American Common Market
Indian Territory, Indian Affairs, Indian Country, Indian country, Indian Bureau, Indian Office, Indian Department, Indian Agent, Indian Agents, Indian Summer, Indian summer, Indian Health Service, Indian Reorganization Act, Bureau of Indian Affairs, Commissioner of Indian Affairs, Indian Self-Determination, Indian Commissioner, Indian Commissioners, Indian River, Indian Head, Indian Wells, Indian tribe, Indian tribes, Indian corn, West Indian, West Indians, West Indies, East Indies, East Indian, East Indians, East India, West India, West Indies Federation, British West Indies, French West Indies, Plains Indian, Plains Indians, Cherokee Indians, Creek Indians, Seminole Indians, Sioux Indians, Amerindian, Red Indian, Red Indians, Cleveland Indians, Indo-Pacific, Indo-China, Indo-Chinese, Indo-European, French Indochina
Anglo-Saxon, Anglo-Saxons, Anglo-American Law, Serbo-Croatian, Serbo-Croat, Austria-Hungary, Austro-Hungarian, Austro-Hungary, Greco-Roman, Graeco-Roman, Judeo-Spanish
African Union, South American Community, European Union, Western Union, French-kiss, French press, French fries, French horn, French Quarter, French toast, French window, French windows, French Open, French Lick, French Broad, French spoliations?mask-exception, Swiss cheese, Swiss Army knife, Swiss chard, Danish pastry, Turkish bath, Turkish delight, Turkish Republic of Northern Cyprus, Dutch auction, Dutch courage, Dutch treat, Dutch oven, Dutch uncle, Pennsylvania Dutch, Cuban heel, German shepherd, German Shepherd, German shepherds, German measles, Irish coffee, Irish setter, Irish stew, Irish whiskey, Fighting Irish, Brazil nut, Brazil nuts, India ink, India rubber, India-rubber, China cabinet, China shop, Panama hat, Panama hats, Panama Papers, Guinea pig, Guinea pigs, Guinea worm, Guinea-worm, Guinea fowl, Guinea corn, Jersey City, Jersey Shore, Jersey cow, Russian roulette, Russian doll, Russian dressing, Chinese New Year, Chinese wall, Chinese checkers, Japanese knotweed, Japanese beetle, Egyptian cotton, Persian cat, Persian rug, Siamese twins, Siamese cat, Afghan hound, English muffin, English muffins, English setter, Scotch tape, Scotch whisky, Scots Irish, Scots-Irish, Scotch-Irish, Scotch Plains, Welsh rarebit, Belgian waffle, Canadian bacon, Canada goose, Canada geese, Mexican standoff, Mexican hat, Italian dressing, Spanish flu, Spanish influenza, Spanish moss, Spanish Harlem, Spanish Steps, Greek fire, Greek yogurt, Greek Orthodox, Russian Orthodox, Roman Catholic, Bermuda grass, Bermuda shorts, Bermuda Triangle, Cyprus Avenue, Hong Kong flu, Hong Kong Flu, Asian flu, Turkey Creek, Turkey Hill, Turkey Point, Turkey shoot, Great Turkey, Peru Creek, Little Italy, Little Havana, Little Haiti, Little Odessa, Little India, Little Mexico, Little Saigon, Chinatown, Germantown, German Township, German Valley, Holland Tunnel, Holland Township, Holland Purchase, Jordanville, London broil, London plane, London Township, Moscow mule, Venice Beach, Berlin Township, Rome Township, Paris Township, Plaster of Paris, Paris Island, Parris Island, Paris Hilton, Brussels sprout, Brussels sprouts, Brussels griffon, Vienna sausage, Bologna sausage, Berlin Wall, Berlin wall, Peking duck, Peking Duck, Havana cigar, Madras shirt, Java programming, Lima bean, Lima beans, Naples yellow, Stockholm syndrome, Helsinki syndrome, Delhi belly, Manila envelope, Manila paper, Geneva gown, Jerusalem artichoke, Turin Shroud, Tokyo Rose, Saigon Joe, Havana Brown, Rhodes Scholar, Rhodes Scholars, Rhodes Scholarship, Rhodes scholar, Olympic Games London
Lorraine Motel, Milan Kundera, Prince of Wales, Princess of Wales, Bank of England?mask-exception, Kent State, Oxford Street, Michael Jordan, Vernon Jordan, Barbara Jordan, Hamilton Jordan, Catherine of Aragon, Jack London, Kimberly England, Anne of Denmark, Lily Allen, Adrian Chad, Kenya Moore, Asia Minor, Franco regime, General Franco, Generalissimo Franco, Francisco Franco, U. S. Grant, US Grant, U. S. Steel, US Steel, US Airways, U.S. Open, US Open, US Weekly, American Airlines, American Express, American Idol, American football, American Football, American Legion?mask-exception, British Airways, British Petroleum, British Columbia?mask-exception, Air France, Air Canada, Texas Instruments, Royal Dutch Shell, Royal Dutch, China Grove, China Lake, Mexico Beach, Cuba Gooding, Malta Township, Lebanon Township, Peru Township, Poland Township, Norway Township, Sweden Township, Denmark Township, Cairo Township, Athens Township, Georgia Tech, Georgia State, Georgia Southern, Georgia Institute, Georgia O'Keeffe, Georgia Pacific, Georgia-Pacific, Georgian Bay, Georgian architecture, Georgian house, Strait of Georgia, South Georgia College, Miss Georgia
Roman Empire, Holy Roman Empire, Ottoman Empire, Persian Empire, Greek fire, Greek mythology, Greek tragedy, Greek letter, Greek alphabet, French doors, Treaty of Versailles, Versailles Treaty, Congress of Vienna, Vienna Congress, Paris Commune, Paris Peace Accords
University of Georgia, Washington Post, Washington Times, Washington Monument, Washington Irving, Washington County, Washington University, Washington Territory, Washington State University, Washington Redskins, Washington Nationals, Washington Wizards, Washington Capitals, Fort Washington, Mount Washington, Lake Washington, Port Washington, George Washington, Martha Washington, Booker T. Washington, Denzel Washington, Bushrod Washington, Washington Consensus, Washington Roebling, Harold Washington, Walter Washington, Washington Heights, Washington Square, Washington Street, Washington Avenue, Washington Island, Territory of Washington, Washington Navy Yard?mask-exception
Kansas Territory, North Pole, South Pole, Native Hawaiian, Louisiana Purchase, Virginia Tech, Virginia Woolf, Virginia Beach, Carolina Panthers, Indiana Jones, Dakota Territory, Florida Keys?mask-exception, Texas Hold, Hannah Montana, Joe Montana, Tennessee Williams, Tennessee Ernie, Buffalo Bill, Buffalo Soldier, Buffalo Soldiers, Grover Cleveland, President Cleveland, Denver Post?mask-exception
Voice of Russia Radio, Russia Today Tonight, Maidan Wardak, Victoria Falls, Saint Petersburg Paradox, Cyprus tree, Niger Innis, Sydney Blumenthal, Lord North, Suez Canal Users
`;

export const ENGLISH: LanguageData = {
  lang: "en",
  countries: COUNTRIES,
  lists: [
    { rule: "former-name", table: FORMER_NAMES },
    { rule: "leader-office", table: LEADER_OFFICES },
    { rule: "compound", table: COMPOUNDS },
    { rule: "part", table: PARTS },
  ],
  masks: MASKS,
  inflect: (item, rule) => (rule === "demonym" && takesS(item) ? [item, `${item}s`] : [item]),
};

/** Iraqi, Iraqis; but Chinese, British, Swiss, Dutch, Frenchmen, Khmer Rouge stay. */
function takesS(people: string): boolean {
  return !/(?:ese|ish|ch|s|x|men|Rouge|Cong|n[ai]-Vanuatu)$/.test(people);
}
