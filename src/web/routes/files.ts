/** Files: a paragraph in the formats of citation managers, and the rows of any search. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import express, { type Request, type Response, type Router } from "express";
import { REFERENCE_MEDIA_TYPES, referenceFile } from "../../cite/reference-files.ts";
import type { Answer, FoundParagraph, Question } from "../../search/answer.ts";
import { apiHit } from "../api-models.ts";
import { citedParagraph, saidBy } from "../cited-paragraph.ts";
import { searchFeed } from "../feeds.ts";
import { sendParagraph } from "../paragraph-json.ts";
import { lookUpParagraph } from "../paragraph-lookup.ts";
import { readSearchState } from "../parameters.ts";
import { type AtRevision, PARAGRAPH_FILES, type ParagraphFile } from "../urls.ts";
import type { WebContext } from "../web-context.ts";

const LIMITS = {
  /** Rows of one file. Enough for any study by hand; more is a copy of the archive, which is taken from its database. */
  rows: 10_000,
  /** Rows asked for at a time: the most a page can have. */
  batch: 100,
};

const PARAGRAPH_FILE = new RegExp(
  `^/p/([^/.]{1,40})\\.(${PARAGRAPH_FILES.map((format) => format.replace(".", "\\.")).join("|")})$`,
  "u",
);

export function filesRouter(context: WebContext): Router {
  const router = express.Router();

  router.get(PARAGRAPH_FILE, (request, response) => {
    const [written, format] = [request.params[0], request.params[1]] as [string, ParagraphFile];
    const path = (key: string, at: AtRevision) => context.urls.paragraphFile(key, format, at);
    if (format === "json") {
      sendParagraph(context, response, written, request.query.rev, path);
      return;
    }
    sendReference(context, request, response, { written, format, path });
  });

  router.get("/search.csv", async (request, response) => {
    const rows = await openRows(context, request, response, "csv");
    if (request.method === "HEAD") return void response.end();
    const csv = stringify({
      bom: true,
      header: true,
      columns: CSV_COLUMNS,
      escape_formulas: true,
      record_delimiter: "windows",
    });
    await send(response, csvRecords(context, rows), csv);
  });

  router.get("/search.jsonl", async (request, response) => {
    const rows = await openRows(context, request, response, "jsonl");
    if (request.method === "HEAD") return void response.end();
    await send(response, jsonLines(context, rows));
  });

  router.get("/search.atom", async (request, response) => {
    const { state, question } = readSearchState(request.query);
    const answer = await context.ask({ ...question, sort: "newest", page: 1, size: 20 });
    response.type("application/atom+xml").send(searchFeed(context, state, answer));
  });
  return router;
}

type Reference = {
  written: string;
  format: Exclude<ParagraphFile, "json">;
  path: (key: string, at: AtRevision) => string;
};

function sendReference(
  context: WebContext,
  request: Request,
  response: Response,
  { written, format, path }: Reference,
): void {
  const found = lookUpParagraph(context.reader, written, request.query.rev);
  if (found.state === "elsewhere") {
    response.redirect(301, path(found.key, found.at));
    return;
  }
  if (found.state === "gone") throw found.error;
  const { address } = found;
  const about = { address, source: context.reader.source(address.id) };
  const revision = found.state === "former" ? found.paragraph.revision : null;
  const citable = citedParagraph(context, found.paragraph, about, revision);
  const shown = format === "txt" || format === "md" ? "inline" : "attachment";
  response.set({
    "Content-Type": REFERENCE_MEDIA_TYPES[format],
    "Content-Disposition": `${shown}; filename="${found.paragraph.key}.${format}"`,
  });
  response.send(referenceFile(citable, format));
}

/** Asks for the first rows before any header is sent, so that an error still has its status. */
async function openRows(
  context: WebContext,
  request: Request,
  response: Response,
  format: "csv" | "jsonl",
): Promise<AsyncGenerator<FoundParagraph>> {
  const { question } = readSearchState(request.query);
  const first = { ...question, page: 1, size: LIMITS.batch, group: "paragraph" as const };
  const version = context.reader.version();
  const answer = await context.ask(first);
  response.set({
    "Content-Type":
      format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
    "Content-Disposition": `attachment; filename="search.${format}"`,
    "X-Total-Count": String(answer.total),
    "X-Row-Limit": String(LIMITS.rows),
  });
  return rowsOf(context, first, answer, version);
}

/**
 * @param version of the archive before the first rows were asked for
 * @throws Error when the archive changes on the way: pages of two states repeat rows and leave others out
 */
async function* rowsOf(
  context: WebContext,
  question: Question,
  first: Answer,
  version: number,
): AsyncGenerator<FoundParagraph> {
  yield* first.hits;
  const rows = Math.min(first.total, LIMITS.rows);
  for (let page = 2; (page - 1) * LIMITS.batch < rows; page++) {
    const answer = await context.ask({ ...question, page });
    if (context.reader.version() !== version) throw new Error("The archive changed under a file.");
    yield* answer.hits;
  }
}

const CSV_COLUMNS = [
  "url",
  "key",
  "date",
  "speaker",
  "office",
  "turn_speaker",
  "title",
  "paragraph",
  "text",
  "topics",
  "countries",
  "organisations",
  "collection",
  "language",
  "address_url",
];

async function* csvRecords(context: WebContext, rows: AsyncGenerator<FoundParagraph>) {
  for await (const row of rows) {
    const hit = apiHit(context, row);
    const { address } = hit;
    const said = saidBy(hit.turnSpeaker, row.address);
    yield [
      hit.url,
      hit.key,
      address.date,
      said.speaker,
      said.speakerOffice,
      said.turnSpeaker,
      address.title,
      hit.number,
      hit.text,
      hit.topics.map(({ label }) => label).join("; "),
      hit.countries.map(({ label }) => label).join("; "),
      hit.organisations.map(({ label }) => label).join("; "),
      address.collection,
      address.lang,
      address.url,
    ];
  }
}

async function* jsonLines(context: WebContext, rows: AsyncGenerator<FoundParagraph>) {
  for await (const row of rows) yield `${JSON.stringify(apiHit(context, row))}\n`;
}

/** A reader who goes away in the middle is no error; one that fails is cut off, never completed falsely. */
async function send(
  response: Response,
  rows: AsyncIterable<unknown>,
  ...forms: NodeJS.ReadWriteStream[]
): Promise<void> {
  try {
    await pipeline([Readable.from(rows), ...forms, response]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}
