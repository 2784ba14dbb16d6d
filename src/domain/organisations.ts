/**
 * The international organisations that public addresses speak of. `from` is the year in which one
 * was founded or its founding was decided, `to` its last; years from the organisations' own
 * constituent treaties and resolutions.
 */
export type OrganisationRecord = {
  slug: string;
  name: string;
  ukrainian: string;
  /** Further names and abbreviations by which people ask for it. */
  aliases: string[];
  from: number;
  to?: number;
  successors?: string[];
};

/** `slug | name | Ukrainian name | aliases | from[-to] | successors`; aliases parted by semicolons. */
const TABLE = `
adb | Asian Development Bank | Азійський банк розвитку | ADB; АБР | 1966
afdb | African Development Bank | Африканський банк розвитку | AfDB; АфБР | 1963
african-union | African Union | Африканський союз | AU; АС | 1999
apec | Asia-Pacific Economic Cooperation | Азійсько-Тихоокеанське економічне співробітництво | APEC; АТЕС | 1989
arab-league | Arab League | Ліга арабських держав | League of Arab States; ЛАД | 1945
asean | ASEAN | АСЕАН | Association of Southeast Asian Nations; Асоціація держав Південно-Східної Азії | 1967
brics | BRICS | БРІКС | BRIC | 2006
caricom | Caribbean Community | Карибська спільнота | CARICOM | 1973
cento | Central Treaty Organization | Організація центрального договору | CENTO; Baghdad Pact | 1955-1979
cis | Commonwealth of Independent States | Співдружність Незалежних Держав | CIS; СНД | 1991
coe | Council of Europe | Рада Європи | CoE; РЄ; PACE; ПАРЄ | 1949
comecon | Comecon | Рада економічної взаємодопомоги | Council for Mutual Economic Assistance; CMEA; РЕВ | 1949-1991
commonwealth | Commonwealth of Nations | Співдружність націй | Commonwealth; British Commonwealth | 1926
csto | Collective Security Treaty Organization | Організація Договору про колективну безпеку | CSTO; ОДКБ | 1992
eaeu | Eurasian Economic Union | Євразійський економічний союз | EAEU; EEU; Eurasian Union; ЄАЕС | 2011
ebrd | European Bank for Reconstruction and Development | Європейський банк реконструкції та розвитку | EBRD; ЄБРР | 1990
ec | European Communities | Європейські Співтовариства | European Community; European Economic Community; EEC; EC; Common Market; ЄЕС; Європейське економічне співтовариство | 1951-2009 | eu
ecowas | Economic Community of West African States | Економічне співтовариство країн Західної Африки | ECOWAS; ЕКОВАС | 1975
efta | European Free Trade Association | Європейська асоціація вільної торгівлі | EFTA; ЄАВТ | 1959
eib | European Investment Bank | Європейський інвестиційний банк | EIB; ЄІБ | 1957
eu | European Union | Європейський Союз | EU; ЄС; Євросоюз | 1992
fao | Food and Agriculture Organization | Продовольча та сільськогосподарська організація ООН | FAO; ФАО | 1943
g20 | G20 | Велика двадцятка | G-20; Group of Twenty; Group of 20; Група двадцяти | 1999
g7 | G7 | Велика сімка | G-7; Group of Seven; Group of 7; Група семи | 1975
g77 | Group of 77 | Група 77 | G77; G-77 | 1964
g8 | G8 | Велика вісімка | G-8; Group of Eight; Група восьми | 1997-2014 | g7
gcc | Gulf Cooperation Council | Рада співробітництва арабських держав Перської затоки | GCC; Cooperation Council for the Arab States of the Gulf | 1981
iaea | International Atomic Energy Agency | Міжнародне агентство з атомної енергії | IAEA; МАГАТЕ | 1954
icao | International Civil Aviation Organization | Міжнародна організація цивільної авіації | ICAO; ІКАО | 1944
icc | International Criminal Court | Міжнародний кримінальний суд | ICC; МКС | 1998
icj | International Court of Justice | Міжнародний суд ООН | ICJ; Міжнародний Суд | 1945
idb | Inter-American Development Bank | Міжамериканський банк розвитку | IDB; IADB | 1959
iea | International Energy Agency | Міжнародне енергетичне агентство | IEA; МЕА | 1974
ilo | International Labour Organization | Міжнародна організація праці | ILO; International Labor Organization; МОП | 1919
imf | International Monetary Fund | Міжнародний валютний фонд | IMF; МВФ | 1944
imo | International Maritime Organization | Міжнародна морська організація | IMO; ІМО | 1948
interpol | Interpol | Інтерпол | International Criminal Police Organization | 1923
iom | International Organization for Migration | Міжнародна організація з міграції | IOM; МОМ | 1951
itu | International Telecommunication Union | Міжнародний союз електрозв'язку | ITU; МСЕ | 1865
league-of-nations | League of Nations | Ліга Націй | | 1919-1946 | un
mercosur | Mercosur | Меркосур | Southern Common Market | 1991
nato | NATO | НАТО | North Atlantic Treaty Organization; North Atlantic Alliance; Організація Північноатлантичного договору; Північноатлантичний альянс | 1949
non-aligned-movement | Non-Aligned Movement | Рух неприєднання | NAM; Movement of Non-Aligned Countries | 1961
oas | Organization of American States | Організація американських держав | OAS; ОАД | 1948
oau | Organization of African Unity | Організація африканської єдності | OAU; ОАЄ | 1963-2002 | african-union
oecd | OECD | Організація економічного співробітництва та розвитку | Organisation for Economic Co-operation and Development; Organization for Economic Cooperation and Development; ОЕСР | 1960
oic | Organisation of Islamic Cooperation | Організація ісламського співробітництва | OIC; Organization of the Islamic Conference; ОІС | 1969
opcw | Organisation for the Prohibition of Chemical Weapons | Організація із заборони хімічної зброї | OPCW; ОЗХЗ | 1993
opec | OPEC | ОПЕК | Organization of the Petroleum Exporting Countries | 1960
osce | OSCE | ОБСЄ | Organization for Security and Co-operation in Europe; Organization for Security and Cooperation in Europe; CSCE; Організація з безпеки і співробітництва в Європі | 1973
pacific-islands-forum | Pacific Islands Forum | Форум тихоокеанських островів | South Pacific Forum; PIF | 1971
pcij | Permanent Court of International Justice | Постійна палата міжнародного правосуддя | PCIJ | 1920-1946 | icj
red-cross | Red Cross and Red Crescent | Червоний Хрест і Червоний Півмісяць | Red Cross; Red Crescent; ICRC; IFRC; International Committee of the Red Cross; Червоний Хрест; МКЧХ | 1863
sadc | Southern African Development Community | Співтовариство розвитку Півдня Африки | SADC | 1980
saarc | SAARC | СААРК | South Asian Association for Regional Cooperation | 1985
sco | Shanghai Cooperation Organisation | Шанхайська організація співробітництва | SCO; ШОС | 2001
seato | SEATO | СЕАТО | Southeast Asia Treaty Organization; South-East Asia Treaty Organization | 1954-1977
un | United Nations | ООН | UN; UNO; United Nations Organization; Організація Об'єднаних Націй | 1945
unaids | UNAIDS | ЮНЕЙДС | Joint United Nations Programme on HIV/AIDS | 1994
unasur | Union of South American Nations | Союз південноамериканських націй | UNASUR; УНАСУР | 2008
unctad | UN Trade and Development | ЮНКТАД | UNCTAD; United Nations Conference on Trade and Development | 1964
undp | United Nations Development Programme | Програма розвитку ООН | UNDP; United Nations Development Program; ПРООН | 1965
unep | United Nations Environment Programme | Програма ООН з довкілля | UNEP; United Nations Environment Program; ЮНЕП | 1972
unesco | UNESCO | ЮНЕСКО | United Nations Educational, Scientific and Cultural Organization | 1945
unfpa | United Nations Population Fund | Фонд ООН у галузі народонаселення | UNFPA; ЮНФПА | 1969
unhcr | UN Refugee Agency | Агентство ООН у справах біженців | UNHCR; United Nations High Commissioner for Refugees; УВКБ ООН; УВКБ | 1950
unicef | UNICEF | ЮНІСЕФ | United Nations Children's Fund; Дитячий фонд ООН | 1946
unrwa | UNRWA | БАПОР | United Nations Relief and Works Agency for Palestine Refugees in the Near East | 1949
warsaw-pact | Warsaw Pact | Варшавський договір | Warsaw Treaty Organization; Організація Варшавського договору | 1955-1991
wfp | World Food Programme | Всесвітня продовольча програма | WFP; World Food Program; ВПП | 1961
who | World Health Organization | Всесвітня організація охорони здоров'я | WHO; ВООЗ | 1946
wipo | World Intellectual Property Organization | Всесвітня організація інтелектуальної власності | WIPO; ВОІВ | 1967
weu | Western European Union | Західноєвропейський союз | WEU; ЗЄС | 1954-2011 | eu
wmo | World Meteorological Organization | Всесвітня метеорологічна організація | WMO; ВМО | 1947
world-bank | World Bank | Світовий банк | International Bank for Reconstruction and Development; IBRD; World Bank Group; МБРР | 1944
wto | World Trade Organization | Світова організація торгівлі | WTO; СОТ | 1994
`;

export const ORGANISATIONS: readonly OrganisationRecord[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [slug = "", name = "", ukrainian = "", aliases = "", years = "", successors = ""] = line
      .split("|")
      .map((cell) => cell.trim());
    const [from, to] = years.split("-").map(Number);
    return {
      slug,
      name,
      ukrainian,
      from: from as number,
      aliases: aliases.split(";").flatMap((alias) => alias.trim() || []),
      ...(to === undefined ? {} : { to }),
      ...(successors === "" ? {} : { successors: successors.split(" ") }),
    };
  });
