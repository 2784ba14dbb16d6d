/** English: what it calls international organisations, and what only seems to name one. */
import type { GazetteerData } from "../../mentions/gazetteer.ts";
import { ORGANISATION_COLUMNS } from "../columns.ts";

/**
 * `slug | names | abbreviations | former names | bodies`. An item is matched with its capitals as
 * written; `?rule` after an item names the contextual rule that must agree. What stands with
 * "Organization" is read with "Organisation" too.
 */
const ORGANISATIONS = `
adb | Asian Development Bank | ADB?named | |
afdb | African Development Bank | AfDB | |
african-union | African Union | AU?capitals | | African Union Commission, African Union Peace and Security Council, AU Peace and Security Council, Peace and Security Council?peace
apec | Asia-Pacific Economic Cooperation, Asia-Pacific Economic Co-operation, Asia Pacific Economic Cooperation | APEC | |
arab-league | Arab League, League of Arab States, League of the Arab States | | |
asean | Association of Southeast Asian Nations, Association of South-East Asian Nations, Association of South East Asian Nations | Asean | |
brics | | BRICS | |
caricom | Caribbean Community | Caricom | Caribbean Free Trade Association, CARIFTA |
cento | Central Treaty Organization | CENTO | Baghdad Pact |
cis | Commonwealth of Independent States | CIS?capitals | |
coe | Council of Europe | | | Parliamentary Assembly of the Council of Europe, PACE?named, European Court of Human Rights, Venice Commission
comecon | Council for Mutual Economic Assistance | Comecon, CMEA | |
commonwealth | Commonwealth of Nations, British Commonwealth, British Commonwealth of Nations, Commonwealth?commonwealth | | | Commonwealth Secretariat, Commonwealth Heads of Government
csto | Collective Security Treaty Organization | CSTO | |
eaeu | Eurasian Economic Union, Eurasian Union | EAEU | |
ebrd | European Bank for Reconstruction and Development | EBRD | |
ec | European Economic Community, European Communities, European Community, European Common Market, Common Market?common-market, European Coal and Steel Community, European Atomic Energy Community | EEC, EC?named, Euratom, ECSC | |
ecowas | Economic Community of West African States, Economic Community of the West African States | ECOWAS | |
efta | European Free Trade Association | EFTA | |
eib | European Investment Bank | EIB | |
eu | European Union | EU | | European Commission, European Parliament, European Council, Council of the European Union, European Central Bank, European External Action Service, Eurogroup
fao | Food and Agriculture Organization, Food and Agriculture Organization of the United Nations, Food and Agricultural Organization | FAO | |
g20 | Group of Twenty, Group of 20, Group of the Twenty | G20, G-20 | |
g7 | Group of Seven, Group of 7 | G7, G-7 | |
g77 | Group of 77, Group of Seventy-Seven, Group of Seventy-seven, Group of seventy-seven | G77, G-77 | |
g8 | Group of Eight, Group of 8 | G8, G-8 | |
gcc | Gulf Cooperation Council, Gulf Co-operation Council, Cooperation Council for the Arab States of the Gulf | GCC?capitals | |
iaea | International Atomic Energy Agency, Atomic Energy Agency?atomic-energy | IAEA | |
icao | International Civil Aviation Organization | ICAO | |
icc | International Criminal Court | ICC?capitals | |
icj | International Court of Justice, World Court?body, International Court?international-court | ICJ | |
idb | Inter-American Development Bank, InterAmerican Development Bank | IDB?named | |
iea | International Energy Agency | IEA?named | |
ilo | International Labour Organization, International Labor Organization | ILO | |
imf | International Monetary Fund | IMF | |
imo | International Maritime Organization | IMO?named | Inter-Governmental Maritime Consultative Organization |
interpol | International Criminal Police Organization | Interpol | |
iom | International Organization for Migration | IOM | |
itu | International Telecommunication Union, International Telecommunications Union | ITU | |
league-of-nations | League of Nations, League?league | | | Covenant of the League
mercosur | Southern Common Market, Common Market of the South, Southern Cone Common Market | Mercosur | |
nato | North Atlantic Treaty Organization, North Atlantic Alliance, North Atlantic alliance, Atlantic Alliance, Atlantic alliance, Alliance?alliance | Nato | | North Atlantic Council, North Atlantic Treaty, Atlantic Pact
non-aligned-movement | Non-Aligned Movement, Nonaligned Movement, Non-aligned Movement, Movement of Non-Aligned Countries, Movement of Nonaligned Countries, Movement of the Non-Aligned Countries, Movement of Non-Aligned States | | | Conference of Heads of State or Government of Non-Aligned Countries, Conference of Heads of State and Government of Non-Aligned Countries, Conference of Non-Aligned Countries, Conference of Heads of State or Government of the Non-Aligned Countries, Conference of Heads of State or Government of Nonaligned Countries
oas | Organization of American States, Organization of the American States | OAS?capitals | Pan American Union, Pan-American Union |
oau | Organization of African Unity, Organization for African Unity | OAU | |
oecd | Organization for Economic Cooperation and Development, Organization for Economic Co-operation and Development, Organization of Economic Cooperation and Development | OECD | Organization for European Economic Cooperation, Organization for European Economic Co-operation, OEEC |
oic | Organization of Islamic Cooperation, Organization of the Islamic Conference, Organization of Islamic Conference, Organization of the Islamic Cooperation | OIC | |
opcw | Organization for the Prohibition of Chemical Weapons | OPCW | |
opec | Organization of Petroleum Exporting Countries, Organization of the Petroleum Exporting Countries | Opec | |
osce | Organization for Security and Cooperation in Europe, Organization for Security and Co-operation in Europe, Organization on Security and Cooperation in Europe | OSCE | Conference on Security and Cooperation in Europe, Conference on Security and Co-operation in Europe, CSCE |
pacific-islands-forum | Pacific Islands Forum, Pacific Island Forum | | South Pacific Forum |
pcij | Permanent Court of International Justice | PCIJ | |
red-cross | Red Cross, Red Crescent, Red Cross and Red Crescent, International Committee of the Red Cross, International Committee of Red Cross, International Red Cross and Red Crescent Movement, International Federation of Red Cross and Red Crescent Societies | ICRC, IFRC | |
saarc | South Asian Association for Regional Cooperation, South Asian Association of Regional Cooperation, South Asian Association of Regional Co-operation, South Asian Association for Regional Co-operation | SAARC | |
sadc | Southern African Development Community | SADC | Southern African Development Coordination Conference, SADCC |
sco | Shanghai Cooperation Organization | SCO?named | |
seato | Southeast Asia Treaty Organization, South-East Asia Treaty Organization, South East Asia Treaty Organization | SEATO | |
un | United Nations?united-nations, United Nations Organization?united-nations, Organization of the United Nations?united-nations | UN, UNO?uno | | Security Council?council, General Assembly?council, Economic and Social Council?council, Trusteeship Council?council, Human Rights Council?council, United Nations Security Council, United Nations General Assembly, United Nations Economic and Social Council, United Nations Human Rights Council, UN Security Council, UN General Assembly, UN Human Rights Council, Security Council of the United Nations, General Assembly of the United Nations, Economic and Social Council of the United Nations, Trusteeship Council of the United Nations, Charter of the United Nations?united-nations, United Nations Charter?united-nations
unaids | Joint United Nations Programme on HIV/AIDS, United Nations Programme on HIV/AIDS | UNAIDS | |
unasur | Union of South American Nations | UNASUR | |
unctad | United Nations Conference on Trade and Development, UN Conference on Trade and Development | UNCTAD | |
undp | United Nations Development Programme, United Nations Development Program, UN Development Programme, UN Development Program | UNDP | |
unep | United Nations Environment Programme, United Nations Environment Program, UN Environment Programme | UNEP | |
unesco | United Nations Educational,, Scientific and Cultural Organization, United Nations Educational,, Scientific,, and Cultural Organization, UN Educational,, Scientific and Cultural Organization | Unesco | |
unfpa | United Nations Population Fund, United Nations Fund for Population Activities | UNFPA | |
unhcr | United Nations High Commissioner for Refugees, UN High Commissioner for Refugees, Office of the United Nations High Commissioner for Refugees, High Commissioner for Refugees, United Nations Refugee Agency, UN Refugee Agency | UNHCR | |
unicef | United Nations Children's Fund, UN Children's Fund, United Nations International Children's Emergency Fund | Unicef | |
unrwa | United Nations Relief and Works Agency for Palestine Refugees in the Near East, United Nations Relief and Works Agency | UNRWA | |
warsaw-pact | Warsaw Pact, Warsaw Treaty Organization, Warsaw Treaty | | |
weu | Western European Union | WEU | |
wfp | World Food Programme, World Food Program | WFP | |
who | World Health Organization | WHO?who | |
wipo | World Intellectual Property Organization | WIPO | |
wmo | World Meteorological Organization | WMO | |
world-bank | World Bank, World Bank Group, International Bank for Reconstruction and Development, International Bank?international-bank, International Development Association, International Finance Corporation | IBRD | |
wto | World Trade Organization | WTO?trade | |
`;

/** Other councils, alliances, commonwealths, leagues and markets than those meant. */
const MASKS = `
National Security Council, National Security and Defense Council, National Security and Defence Council, Homeland Security Council, Internal Security Council
Alliance for Progress, Northern Alliance, Holy Alliance, Grand Alliance, Triple Alliance, Farmers' Alliance, French Alliance, Democratic Alliance, People's Alliance, Alliance of Small Island States, Alliance of Civilizations, Alliance of Sahel States, Pacific Alliance, Bolivarian Alliance, Global Alliance
Commonwealth of Massachusetts, Commonwealth of Pennsylvania, Commonwealth of Virginia, Commonwealth of Kentucky, Commonwealth of Puerto Rico, Commonwealth of Australia, Commonwealth of Dominica, Commonwealth of the Bahamas, Commonwealth of The Bahamas, Commonwealth of the Philippines, Commonwealth of the Northern Mariana Islands, Commonwealth of Liberia, Commonwealth of England, Commonwealth Club, Commonwealth Fund, Commonwealth Edison, Commonwealth Caribbean, Philippine Commonwealth, Polish-Lithuanian Commonwealth
Central American Common Market, Latin American Common Market, Caribbean Common Market, Arab Common Market, Andean Common Market, East African Common Market, African Common Market, Common Market for Eastern and Southern Africa
European Commission of Human Rights, European Commission for Human Rights, European Commission of the Danube, European Parliamentarians for Africa
League of Women Voters, American League, National League, Little League, Ivy League, Urban League, Anti-Defamation League, Awami League, Muslim League, Muslim World League, Hanseatic League
`;

export const ENGLISH: GazetteerData = {
  lang: "en",
  tables: [{ rules: ORGANISATION_COLUMNS, table: ORGANISATIONS }],
  masks: MASKS,
  inflect: (item) =>
    item.includes("Organization") ? [item, item.replace("Organization", "Organisation")] : [item],
};
