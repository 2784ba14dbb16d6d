/**
 * Every citation style and reference file for every kind of paragraph, against files that a
 * person has read. After a change that is meant: `npx vitest run test/unit/cite-golden.test.ts -u`,
 * then read the difference.
 */
import { describe, expect, it } from "vitest";
import { pageMetadata } from "../../src/cite/page-metadata.ts";
import { REFERENCE_FORMATS, referenceFile } from "../../src/cite/reference-files.ts";
import { citationsOf } from "../../src/cite/styles.ts";
import { CITABLES } from "../support/citables.ts";

describe.each(Object.entries(CITABLES))("a paragraph that is %s", (name, citable) => {
  it("is cited in every style as the golden file has it", async () => {
    const golden = citationsOf(citable)
      .map((citation) => {
        const inText = citation.inText
          ? `\n--- in text\n${citation.inText.text}\n${citation.inText.html}`
          : "";
        return `=== ${citation.label}\n${citation.text}\n--- as HTML\n${citation.html}${inText}\n`;
      })
      .join("\n");
    await expect(golden).toMatchFileSnapshot(`../fixtures/cite/${name}.styles.txt`);
  });

  it.each(REFERENCE_FORMATS)("has a .%s file as the golden file has it", async (format) => {
    await expect(referenceFile(citable, format)).toMatchFileSnapshot(
      `../fixtures/cite/${name}.${format}`,
    );
  });

  it("describes its page to machines as the golden file has it", async () => {
    await expect(`${JSON.stringify(pageMetadata(citable), null, 2)}\n`).toMatchFileSnapshot(
      `../fixtures/cite/${name}.metadata.json`,
    );
  });
});
