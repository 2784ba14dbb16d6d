/**
 * Installs what is missing, and does nothing when nothing is. Runs before `npm start`, `npm test`
 * and `npm run verbatim`, on whatever Node the machine has (20 or newer), so it is plain JavaScript
 * and imports nothing that would have to be installed first.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  "..",
);
const OLDEST_NODE = 24;
const PRODUCTION = process.env.NODE_ENV === "production";

/** Names of packages that the lock file asks for and the install does not have in that version. */
function missingPackages() {
  const installedLock = path.join(ROOT, "node_modules/.package-lock.json");
  const wanted = readJson(path.join(ROOT, "package-lock.json")).packages;
  const installed = existsSync(installedLock) ? readJson(installedLock).packages : {};
  return Object.entries(wanted)
    .filter(([place, entry]) => place !== "" && !entry.optional && !(PRODUCTION && entry.dev))
    .filter(([place, entry]) => installed[place]?.version !== entry.version)
    .map(([place]) => place.replace(/^.*node_modules\//, ""));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The Node that npm scripts will find first: the one that came with the install, or the machine's own. */
function nodeForScripts() {
  const bundled = path.join(
    ROOT,
    "node_modules/.bin",
    process.platform === "win32" ? "node.cmd" : "node",
  );
  if (!existsSync(bundled)) return process.version;
  try {
    return execFileSync(bundled, ["--version"], {
      encoding: "utf8",
      shell: process.platform === "win32",
    }).trim();
  } catch {
    return process.version;
  }
}

function majorOf(version) {
  return Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
}

/** @returns whether npm succeeded; its own messages are on the screen */
function npm(...args) {
  const windows = process.platform === "win32";
  const flags = ["--no-audit", "--no-fund", "--loglevel=error"];
  const program = windows ? "npm.cmd" : "npm";
  const options = { cwd: ROOT, stdio: "inherit", shell: windows };
  return spawnSync(program, [...args, ...flags], options).status === 0;
}

/**
 * No package needs its install script but `node`, which fetches the Node of this platform by it.
 * Without --ignore-scripts npm would compile better-sqlite3, whose binaries are in the package: it
 * overlooks `"gypfile": false` where there is a lock file (npm/cli#9859).
 */
function install() {
  console.log("Installing what verbatim needs (once; from the npm registry only) …");
  if (!npm("ci", "--ignore-scripts")) {
    console.error(
      "\n`npm ci` did not succeed; its messages are above. Mend that and run the command again.",
    );
    process.exit(1);
  }
  if (majorOf(nodeForScripts()) < OLDEST_NODE) npm("rebuild", "node");
}

if (missingPackages().length > 0 || majorOf(nodeForScripts()) < OLDEST_NODE) install();

const node = nodeForScripts();
if (majorOf(node) < OLDEST_NODE) {
  console.error(
    `verbatim runs on Node ${OLDEST_NODE} or newer, and this machine has ${node}.\n` +
      `The npm package "node" normally brings Node ${OLDEST_NODE} along, but it is not in node_modules here ` +
      "(optional dependencies left out, or a platform without it).\n" +
      `Fix: install Node ${OLDEST_NODE} from nodejs.org, or run \`npm ci --ignore-scripts --include=optional\` ` +
      "and `npm rebuild node`, and start again.",
  );
  process.exit(1);
}
