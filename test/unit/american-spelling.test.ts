import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { americanSpelling } from "../../src/text/american-spelling.ts";
import { searchStem } from "../../src/text/search-stem.ts";
import { stem } from "../../src/text/stem.ts";

const PAIRS = `defence defense, offences offenses, defenceless defenseless, licence license,
pretence pretense, practise practice, practising practicing, labour labor, labourers laborers,
organisation organization, organised organized, reorganise reorganize, centre center, centres centers,
centred centered, programme program, programmes programs, colour color, coloured colored,
neighbour neighbor, neighbouring neighboring, neighbourhood neighborhood, honour honor,
honourable honorable, dishonoured dishonored, favour favor, favourite favorite, behaviour behavior,
harbour harbor, endeavours endeavors, travelled traveled, cancelling canceling, labelled labeled,
modelling modeling, signalled signaled, marvellous marvelous, counsellor counselor,
councillors councilors, jewellery jewelry, fuelled fueled, levelled leveled, woollen woolen,
skilful skillful, wilfully willfully, fulfil fulfill, fulfilment fulfillment, enrolment enrollment,
instalment installment, dialogue dialog, dialogues dialogs, catalogued cataloged, analogue analog,
analyse analyze, analysed analyzed, paralysing paralyzing, theatre theater, kilometres kilometers,
litre liter, fibre fiber, manoeuvre maneuver, manoeuvred maneuvered, calibre caliber,
recognise recognize, realisation realization, civilised civilized, mobilisation mobilization,
decolonisation decolonization, criticise criticize, authorising authorizing, paediatric pediatric,
haemorrhage hemorrhage, mediaeval medieval, aluminium aluminum, grey gray, plough plow,
ploughshares plowshares, sceptical skeptical, mould mold, artefacts artifacts, ageing aging,
judgement judgment, sulphur sulfur, connexion connection, despatched dispatched, armoured armored,
vigour vigor, rumours rumors, unauthorised unauthorized, demilitarised demilitarized,
moulded molded, smouldering smoldering, encyclopaedia encyclopedia, orthopaedic orthopedic,
anaemia anemia, leukaemia leukemia, anaesthetic anesthetic, gynaecology gynecology,
archaeology archeology, palaeolithic paleolithic, primaeval primeval, diarrhoea diarrhea,
foetus fetus, moustache mustache, moveable movable, tranquillize tranquilize, inflexion inflection,
cypher cipher, cosy cozy, pyjamas pajamas, medallist medalist, dialled dialed, hydrolyse hydrolyze,
sombre somber, malpractised malpracticed`
  .split(/,\s+/)
  .map((pair) => pair.split(" ") as [string, string]);

describe("British and American spellings", () => {
  test.each(PAIRS)("%s and %s find each other in English", (british, american) => {
    expect(searchStem(british, "en")).toBe(searchStem(american, "en-GB"));
  });

  test.each([
    "advise advised exercise exercised promise promised surprise raise rise otherwise likewise wise",
    "enterprise compromise supervise revise precise franchise merchandise disguise praise cruise",
    "hour hours four your pour tour tourism detour source course court journal flour sour",
    "acre acres massacre ogre were there here spirit genre timbre",
    "analyses colleague league rogue vogue tongue science presence fence hence whence commence",
    "cheque storey tyre draught kerb gaol",
  ])("leave alone what both spell so: %s", (words) => {
    for (const word of words.split(" ")) expect(americanSpelling(word)).toBe(word);
  });

  test("are a matter of English", () => {
    expect(searchStem("centre", "fr")).toBe(stem("centre", "fr"));
    expect(searchStem("couleur", "fr")).toBe(stem("couleur", "fr"));
  });

  test("begin with the same letter, whatever the word", () => {
    // Words that the rules change, and what their beginnings may go on with: chance finds none of them.
    const british = fc.constantFrom(...PAIRS.map(([word]) => word));
    const ending = fc.constantFrom("", "s", "d", "r", "ed", "er", "ing", "ise", "isation");
    const cut = fc.nat({ max: 3 });
    fc.assert(
      fc.property(british, cut, ending, (word, letters, end) => {
        const variant = word.slice(0, word.length - letters) + end;
        expect(americanSpelling(variant)[0]).toBe(word[0]);
      }),
      { numRuns: 5000 },
    );
  });

  test("come to the American one, which stays", () => {
    for (const [british, american] of PAIRS) {
      expect(americanSpelling(american)).toBe(american);
      expect(americanSpelling(americanSpelling(british))).toBe(americanSpelling(british));
    }
  });
});
