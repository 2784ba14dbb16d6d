/** Why an organisation is on a paragraph, said plainly. */
import type { RuleDescriptions } from "../mentions/describe-rule.ts";

export const ORGANISATION_RULES: RuleDescriptions = {
  rules: {
    name: "The words are a name of the organisation.",
    abbreviation: "The words are the abbreviation of its name.",
    "former-name": "The words are what the organisation, or what it grew out of, was called.",
    body: "The words name a body of the organisation, its charter or its founding treaty.",
  },
  contexts: {
    named: "The letters can mean several things, and the text names the organisation in full.",
    "united-nations":
      "“United Nations” is read as the organisation and not as those allied in the war from the words around it.",
    who: "“WHO” is read as the World Health Organization from its capitals and the words around it.",
    alliance: "“Alliance” stands by itself and is read as NATO, which the text names.",
    "plain-alliance":
      "“The Alliance” stands by itself and is read as NATO, as the speaker’s country calls no other so.",
    commonwealth:
      "“Commonwealth” is read as the Commonwealth of Nations from the words around it and who speaks.",
    "common-market":
      "“Common Market” stands without another name before it and is read as the European one of that time.",
    league: "“League” stands by itself, and the text names the League of Nations.",
    "international-court":
      "“International Court” stands by itself and is read as the International Court of Justice.",
    "international-bank": "“International Bank” is what the World Bank was called in its time.",
    "atomic-energy": "“Atomic Energy Agency” is read as the international one from what is named.",
    uno: "“UNO” was an abbreviation of United Nations Organization in its time.",
  },
  unknownRule: "The words were taken for this organisation.",
  unknownContext:
    "The words can mean several things; the text around them decides for this organisation.",
};
