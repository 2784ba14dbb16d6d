/** Why a country is on a paragraph, said plainly. */
import type { RuleDescriptions } from "../mentions/describe-rule.ts";

export const COUNTRY_RULES: RuleDescriptions = {
  rules: {
    name: "The words are a name of the country.",
    "official-name": "The words are the official name of the state.",
    "former-name": "The words are a former name of the country.",
    demonym: "The words name the country's people or are its adjective.",
    capital: "The words name the country's capital, or what was its capital at the time.",
    city: "The words name a city or place in the country.",
    people:
      "The words name a people within the country or the people of one of its places, or are their adjective.",
    region: "The words name a province or land of the country.",
    "leader-office": "The words name a seat or house of the country's government.",
    compound: "The words are the country's part of a compound such as “Sino-Soviet”.",
    part: "The words name a state or city of the country, and the text around them agrees.",
  },
  contexts: {
    georgia:
      "“Georgia” is read as the country in the Caucasus from what else the text names and who speaks.",
    korea: "“Korea” is read as the North, the South or both from the words around it and the date.",
    congo: "“Congo” is read as one of the two states of that name from what else the text names.",
    kashmir: "Kashmir is disputed between India and Pakistan, so both are named.",
    guinea: "“Guinea” stands alone here and is not the gulf, the coast or the animal.",
    indian: "“Indian” is read as of India from what else the text names, who speaks and when.",
    dominican:
      "“Dominican” is read as of the Dominican Republic or of Dominica from the text around it.",
    canton: "“Canton” is read as the Chinese port, as addresses of that time use it.",
    washington:
      "“Washington” is read as the capital of the United States and not as a person or a state.",
    "republic-of-china": "“Republic of China” is read as China before 1949 and as Taiwan since.",
    "serbia-and-montenegro":
      "Serbia and Montenegro were one state from 2003 to 2006 and are two otherwise.",
  },
  unknownRule: "The words were taken for this country.",
  unknownContext:
    "The words can mean several things; the text around them decides for this country.",
};
