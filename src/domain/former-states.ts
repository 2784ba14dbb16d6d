/**
 * States that are no more and whose codes ISO 3166-3 keeps. `alpha3` is the code they had in
 * ISO 3166-1, by which older data sets name them. Years are those in which the state was,
 * not those in which its code was listed.
 */
export type FormerStateRecord = {
  code: string;
  alpha3: string;
  name: string;
  ukrainian: string;
  aliases: string[];
  from: number;
  to: number;
  successors: string[];
};

export const FORMER_STATES: readonly FormerStateRecord[] = [
  {
    code: "ANHH",
    alpha3: "ANT",
    name: "Netherlands Antilles",
    ukrainian: "Нідерландські Антильські острови",
    aliases: ["Dutch Antilles"],
    from: 1954,
    to: 2010,
    successors: ["BQ", "CW", "SX"],
  },
  {
    code: "CSHH",
    alpha3: "CSK",
    name: "Czechoslovakia",
    ukrainian: "Чехословаччина",
    aliases: [
      "Czecho-Slovakia",
      "Czechoslovak Republic",
      "Czechoslovak Socialist Republic",
      "Czech and Slovak Federal Republic",
    ],
    from: 1918,
    to: 1992,
    successors: ["CZ", "SK"],
  },
  {
    code: "CSXX",
    alpha3: "SCG",
    name: "Serbia and Montenegro",
    ukrainian: "Сербія і Чорногорія",
    aliases: ["State Union of Serbia and Montenegro"],
    from: 2003,
    to: 2006,
    successors: ["ME", "RS", "XK"],
  },
  {
    code: "DDDE",
    alpha3: "DDR",
    name: "East Germany",
    ukrainian: "Німецька Демократична Республіка",
    aliases: ["German Democratic Republic", "GDR"],
    from: 1949,
    to: 1990,
    successors: ["DE"],
  },
  {
    code: "GEHH",
    alpha3: "GEL",
    name: "Gilbert and Ellice Islands",
    ukrainian: "Острови Гілберта та Елліс",
    aliases: [],
    from: 1916,
    to: 1976,
    successors: ["KI", "TV"],
  },
  {
    code: "PCHH",
    alpha3: "PCI",
    name: "Trust Territory of the Pacific Islands",
    ukrainian: "Підопічна територія Тихоокеанські острови",
    aliases: ["Pacific Islands (Trust Territory)"],
    from: 1947,
    to: 1994,
    successors: ["FM", "MH", "MP", "PW"],
  },
  {
    code: "PZPA",
    alpha3: "PCZ",
    name: "Panama Canal Zone",
    ukrainian: "Зона Панамського каналу",
    aliases: ["Canal Zone"],
    from: 1903,
    to: 1979,
    successors: ["PA"],
  },
  {
    code: "SKIN",
    alpha3: "SKM",
    name: "Sikkim",
    ukrainian: "Сіккім",
    aliases: ["Kingdom of Sikkim"],
    from: 1642,
    to: 1975,
    successors: ["IN"],
  },
  {
    code: "SUHH",
    alpha3: "SUN",
    name: "Soviet Union",
    ukrainian: "Радянський Союз",
    aliases: ["USSR", "Union of Soviet Socialist Republics"],
    from: 1922,
    to: 1991,
    successors: "AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ".split(" "),
  },
  {
    code: "VDVN",
    alpha3: "VDR",
    name: "North Vietnam",
    ukrainian: "Північний Вʼєтнам",
    aliases: [
      "North Viet-Nam",
      "Democratic Republic of Vietnam",
      "Democratic Republic of Viet-Nam",
    ],
    from: 1945,
    to: 1976,
    successors: ["VN"],
  },
  {
    code: "YDYE",
    alpha3: "YMD",
    name: "South Yemen",
    ukrainian: "Південний Ємен",
    aliases: ["Democratic Yemen", "People's Democratic Republic of Yemen"],
    from: 1967,
    to: 1990,
    successors: ["YE"],
  },
  {
    code: "YUCS",
    alpha3: "YUG",
    name: "Yugoslavia",
    ukrainian: "Югославія",
    aliases: [
      "Jugoslavia",
      "Federal Republic of Yugoslavia",
      "Socialist Federal Republic of Yugoslavia",
      "Federal People's Republic of Yugoslavia",
    ],
    from: 1918,
    to: 2003,
    successors: ["BA", "CSXX", "HR", "ME", "MK", "RS", "SI", "XK"],
  },
];
