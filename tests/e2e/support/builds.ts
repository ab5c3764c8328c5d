// Builds of the page that differ in what a person sees, and a host they are put on.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Locator, Page } from "@playwright/test";

import { serve } from "../static-server.mjs";
import { figures, type } from "./case-page";
import { expect, test as base } from "./test";

export { expect };

const DIST = fileURLToPath(new URL("../../../dist", import.meta.url));
const PAGE = "index.html";
const WORKER = "service-worker.js";

/** A build of the page in a folder of its own. */
export interface Build {
  folder: string;
  /** What its title ends with. */
  name: string;
  /** What the service worker calls it. */
  version: string;
}

/** The page as it was built, with another title, another style, another simulation worker, and names,
 * integrity and list that fit; a broken one throws where the calculator should start. */
export function build(folder: string, name: string, isBroken = false): Build {
  cpSync(DIST, folder, { recursive: true });
  change(folder, /^style-[0-9a-f]{16}\.css$/, (text) => `${text}\n/* ${name} */\n`);
  change(folder, /^worker-[0-9a-f]{16}\.js$/, (text) => `${text}\n// ${name}\n`);
  if (isBroken) change(folder, /^groundwork-[0-9a-f]{16}\.js$/, (text) => `throw new Error("broken");\n${text}`);

  const version = hash("sha256", name, "hex").slice(0, 12);
  edit(folder, PAGE, (html) => {
    const script = /<script type="module"[^>]*>([\s\S]*?)<\/script>/.exec(html)![1];
    return html
      .replace(/'sha256-[^']+'/, `'sha256-${hash("sha256", script, "base64")}'`)
      .replace("</title>", ` (${name})</title>`)
      .replace(/content="[0-9a-f]{12}" name="version"/, `content="${version}" name="version"`);
  });
  edit(folder, WORKER, (text) => {
    const listed = Object.keys(listOf(text)).map((path) => path.replace(/-[0-9a-f]{16}\./, "-*."));
    const there = readdirSync(folder).filter((path) => listed.includes(path.replace(/-[0-9a-f]{16}\./, "-*.")));
    const list = Object.fromEntries(there.map((path) => [path, integrity(readFileSync(join(folder, path)))]));
    return text
      .replace(/^const VERSION = .*$/m, `const VERSION = "${version}";`)
      .replace(/^const FILES = .*$/m, `const FILES = ${JSON.stringify(list)};`);
  });
  return { folder, name, version };
}

/** Path of the one file of a build that fits. */
export function fileOf({ folder }: Build, pattern: RegExp): string {
  const [path, ...others] = readdirSync(folder).filter((path) => pattern.test(path));
  if (path === undefined || others.length > 0) throw new Error(`${pattern} is not one file`);
  return path;
}

/** Paths a service worker keeps. */
export function listOf(worker: string): Record<string, string> {
  return JSON.parse(/^const FILES = (.*);$/m.exec(worker)![1]);
}

/** Edits the file that fits, and names it by what it holds then. */
function change(folder: string, pattern: RegExp, editing: (text: string) => string) {
  const path = fileOf({ folder, name: "", version: "" }, pattern);
  const before = integrity(readFileSync(join(folder, path)));
  edit(folder, path, editing);
  const bytes = readFileSync(join(folder, path));
  const name = path.replace(/-[0-9a-f]{16}\./, `-${hash("sha256", bytes, "hex").slice(0, 16)}.`);
  renameSync(join(folder, path), join(folder, name));
  edit(folder, PAGE, (html) => html.replaceAll(path, name).replaceAll(before, integrity(bytes)));
}

function edit(folder: string, path: string, editing: (text: string) => string) {
  const before = readFileSync(join(folder, path), "utf8");
  const after = editing(before);
  if (after === before) throw new Error(`${path} stays as it is`);
  writeFileSync(join(folder, path), after);
}

const hash = (kind: string, data: string | Buffer, digits: "hex" | "base64") =>
  createHash(kind).update(data).digest(digits);
const integrity = (bytes: Buffer) => `sha384-${hash("sha384", bytes, "base64")}`;

/** A host at `/a/`, with a page at `/a/b/` unless told otherwise. */
export class Host {
  private server?: { url: string; close(): void };
  private port = 0;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  async start() {
    this.server = await serve({ folder: this.folder, base: "/a/", port: this.port });
    this.port = Number(new URL(this.server.url).port);
  }

  stop() {
    this.server?.close();
    this.server = undefined;
  }

  url(place = "b"): string {
    return `http://127.0.0.1:${this.port}/a/${place}/`;
  }

  /** Puts a build in place of the one before, nothing of which is left. */
  put({ folder }: Build, place = "b") {
    rmSync(join(this.folder, place), { recursive: true, force: true });
    cpSync(folder, join(this.folder, place), { recursive: true });
  }

  /** Where a file lies on the host. */
  path(file: string, place = "b"): string {
    return join(this.folder, place, file);
  }
}

/** The `test` of specs about builds: service workers are allowed, and the host is the test's own. */
export const test = base.extend<{ host: Host; make: (name: string, isBroken?: boolean) => Build }>({
  serviceWorkers: "allow",
  make: async ({}, use, info) => {
    await use((name, isBroken) => build(info.outputPath(name), name, isBroken));
  },
  host: async ({}, use, info) => {
    const host = new Host(info.outputPath("host"));
    await host.start();
    await use(host);
    host.stop();
  },
  baseURL: async ({ host }, use) => use(host.url()),
});

/** The notice that a new build is ready. */
export function notice(page: Page): Locator {
  return page.locator(".notice").filter({ hasText: "A new version of this page is ready." });
}

/** The way to it. */
export function reload(page: Page): Locator {
  return notice(page).getByRole("button", { name: "Reload" });
}

/** Waits until the browser keeps the page. */
export async function kept(page: Page) {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
}

/** Looks for a new build now, as the browser does with every visit. */
export async function look(page: Page) {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update().catch(() => {}));
}

/** Types a range, and waits for what only the simulation's own worker can say. */
export async function simulateFirst(page: Page) {
  expect(page.workers()).toHaveLength(0);
  await type(page, "Investment", "150k to 350k");
  await expect(figures(page, "simulation.npv.p50").first()).toBeVisible();
  expect(page.workers()).toHaveLength(1);
}

/** Versions of the builds that are kept for this page. */
export async function builds(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => caches.keys());
  const start = `groundwork ${new URL(page.url()).pathname.replace(/[^/]*$/, "")} `;
  return names.filter((name) => name.startsWith(start)).map((name) => name.slice(start.length)).sort();
}
