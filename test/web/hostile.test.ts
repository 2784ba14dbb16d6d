/** Five hundred requests that nobody should send: each gets a helpful page or a 4xx, and nothing gets out unescaped. */
import { describe, expect, it } from "vitest";
import { ErrorSchema } from "../../src/web/api-schemas.ts";
import type { RawAnswer } from "../support/http.ts";
import { serveArchive } from "../support/served-archive.ts";

/** Text that would show up as markup, were it ever printed unescaped. */
const MARK = "<i id=zzz>";
const PAYLOADS = [
  `"'><script>alert(1)</script>${MARK}`,
  `${MARK}<img src=x onerror=alert(1)>`,
  `</title></script><svg onload=alert(1)>${MARK}`,
  `<%= 7*7 %>${MARK}<%- global %>`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: template syntax is what is tried
  "${7*7}{{7*7}}#{7*7}<i id=zzz>",
  `'; DROP TABLE paragraph; --${MARK}`,
  `" OR 1=1 --${MARK}`,
  "') UNION SELECT key, text FROM tombstone --",
  "paragraph_fts MATCH 'a' NEAR/0",
  'text:"a" AND col:b OR NOT',
  "NEAR(a b, 99999999999)",
  "\u0000",
  "a\u0000b",
  "\ufffe\uffff",
  "\u202e\u2066\u2069",
  "🏳️‍🌈".repeat(50),
  "á́́́́́".repeat(60),
  "(".repeat(1000),
  ")".repeat(1000),
  '"'.repeat(999),
  "-".repeat(500),
  "- - -",
  "OR OR OR",
  "OR",
  "*",
  "a*".repeat(200),
  "(a OR (b OR (c OR (d".repeat(40),
  `-${'"x"'.repeat(100)}`,
  "~10",
  '"a b"~999999999999999999999',
  "year:NaN",
  "date:9999-99-99..0000-00-00",
  "from:x to:y topic: country: :",
  "country:__proto__ speaker:constructor topic:hasOwnProperty",
  "__proto__",
  "constructor",
  "toString",
  "../../../../etc/passwd",
  "%00%0a%0d%09",
  "\r\nSet-Cookie: a=b",
  "the ".repeat(400),
  "x".repeat(2000),
  "x".repeat(2001),
  "𝒳".repeat(1000),
  "١٢٣ १२३ 一二三",
  "null",
  "undefined",
  "-1",
  "1e309",
  "[object Object]",
];
/** Sent byte for byte: no URL that a library would write. */
const RAW_PATHS = [
  "/search?q=%ff%fe",
  "/search?q=%",
  "/search?q=%zz",
  "/search?q=%ed%a0%80",
  "/search?q[]=a&q[b]=c&q[__proto__]=d",
  "/search?__proto__[x]=1&constructor=2",
  "/search?&&&===&q",
  "/search?q=a;page=2",
  `/search?${"q=a&".repeat(2000)}`,
  `/search?${"topic=a&".repeat(1500)}`,
  "/search?page=-99999999999999999999&size=1e9",
  "/search?page=999999999999999999999999",
  "/search?page=1000000&size=100",
  "/search?from=0000&to=99999",
  "/search?from=9999-12-31&to=0001-01-01",
  "/search?sort[]=x&group=__proto__",
  "/search?year=99999&year=-1&year=0",
  "/%ff",
  "/%00",
  "/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "//evil.example/",
  "/\\evil.example",
  "/p/%ff",
  "/p/%00.ris",
  "/p/....json",
  "/p/__proto__",
  "/p/constructor.json",
  "/p/'%20OR%201=1",
  "/addresses/%00",
  "/addresses/..%2f..%2fpackage.json",
  "/addresses/__proto__?q=%ff",
  "/api/v1/addresses?limit=99999999&after=%00",
  "/api/v1/addresses/'%3b%20DROP%20TABLE%20address",
  "/api/v1/paragraphs/%ed%a0%80?rev=%00",
  "/topics/%ff",
  "/topics/__proto__",
  "/countries/%00",
  "/countries/XX",
  "/speakers/'%20OR%20''='",
  "/collections/constructor",
  "/years/NaN",
  "/years/99999999999999999999",
  "/years/-1",
  "/sitemap-999999.xml",
  "/sitemap-0.xml",
  "/assets/%00",
  "/assets/__proto__",
  "/search.exe?q=a",
  "/search.csv?page=99&size=0&sort=x",
  "/search.atom?q=%00%ff",
];

const { archive, site } = await serveArchive();

function hostilePaths(): string[] {
  const bases = [
    "/search?q=",
    "/api/v1/search?q=",
    "/search?topic=",
    "/search?country=",
    "/search?speaker=a&from=",
    "/search?page=",
    "/search.atom?q=",
    "/search.jsonl?q=",
    "/addresses/2022-09-28-evening-address-on-grain-and-power?q=",
  ];
  const paths = bases.flatMap((base) => PAYLOADS.map((text) => base + encode(text)));
  const inPaths = ["/addresses/", "/topics/", "/countries/", "/p/"].flatMap((base) =>
    PAYLOADS.slice(0, 12).map((text) => base + encode(text)),
  );
  return [...paths, ...inPaths, ...RAW_PATHS];
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** What is wrong with an answer, whatever was asked. */
function problemsOf({ status, headers, body }: RawAnswer): string[] {
  const isJson = /json/u.test(String(headers["content-type"]));
  const isMarkup = /html|xml/u.test(String(headers["content-type"]));
  const checks: [boolean, string][] = [
    [status >= 500, "a 5xx"],
    [!String(headers["content-security-policy"]).includes("default-src 'none'"), "no policy"],
    [headers["set-cookie"] !== undefined, "a header of its own"],
    [!/^\/(?![/\\])/u.test(String(headers.location ?? "/")), "leads elsewhere"],
    [isMarkup && body.includes(MARK), "markup unescaped"],
    [isMarkup && /<script>alert|<img src=x|<svg onload/u.test(body), "a script unescaped"],
    [isJson && status >= 400 && !isError(body), "not the one error shape"],
    [/SQLITE|node_modules|\bat \w+ \(/u.test(body), "its inside"],
  ];
  return checks.flatMap(([failed, problem]) => (failed ? [problem] : []));
}

function isError(body: string): boolean {
  return ErrorSchema.safeParse(JSON.parse(body)).success;
}

describe("hostile requests", () => {
  it("are five hundred at least", () => {
    expect(new Set(hostilePaths()).size).toBeGreaterThanOrEqual(500);
  });

  it("never get a 5xx, a header of their own, or their markup back", async () => {
    const wrong: string[] = [];
    for (const path of hostilePaths()) {
      const answer = await site.raw(path, { Accept: "text/html" });
      for (const problem of problemsOf(answer)) {
        wrong.push(`${path.slice(0, 120)} → ${answer.status}: ${problem}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("leave the archive as it was", () => {
    expect(archive.context.reader.summary()).toMatchObject({ addresses: 3, paragraphs: 7 });
  });

  it("put words of the archive on the page as words, never as markup", async () => {
    const page = await (await site.get("/search?q=never")).text();
    expect(page).not.toContain("<script>alert(");
    expect(page).toContain("&lt;script&gt;alert(");
    for (const path of ["/search?q=світло", "/collections/evening-addresses"]) {
      const body = await (await site.get(encodeURI(path))).text();
      expect(body).not.toContain('<b>"хліб"');
      expect(body).toMatch(/&lt;b&gt;(?:&#34;|&quot;)/u);
    }
  });

  it("mend what can be mended and say so on the page", async () => {
    const page = await (await site.get("/search?q=grain&page=-1")).text();
    expect(page).toContain("page=-1 is not possible");
  });
});
