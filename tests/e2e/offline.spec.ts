// The page without a network: kept as a whole from the first visit on, and nothing besides.

import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";

import type { Page } from "@playwright/test";

import { field, headline, open, ready, saved, typeSeed } from "./support/case-page";
import { type Build, builds, expect, type Host, kept, listOf, look, notice, reload, simulateFirst, test } from "./support/builds";

const RETIRED = new URL("../../xtask/offline/retired.js", import.meta.url);

test.describe("without a network", () => {
  test("the page opens from the second visit on, computes and simulates", async ({ page, context, host, make }) => {
    host.put(make("A"));
    await open(page);
    await kept(page);
    await page.close();
    host.stop();

    const later = await context.newPage();
    await open(later);
    await typeSeed(later);
    await expect(headline(later)).toContainText("$600k of $2.0M");
    // Nobody has asked for the simulation before.
    await simulateFirst(later);
    await saved(later);
    await later.reload();
    await expect(field(later, "Investment")).toHaveValue("$150,000 to $350,000");
    await later.goto("./index.html#/brief");
    await expect(later.getByRole("link", { name: "Brief" }).first()).toBeVisible();
  });

  test("the page says that it does, and which build it is", async ({ page, host, make }) => {
    const build = make("A");
    host.put(build);
    await open(page);
    await kept(page);
    await page.getByRole("button", { name: "About your data" }).click();
    await expect(page.getByRole("dialog")).toContainText("opens without a network.");
    await expect(page.getByRole("dialog")).toContainText(`build ${build.version}`);
  });

  test("a build's files are all that is asked for and all that is kept", async ({ page, context, host, make }) => {
    const build = make("A");
    host.put(build);
    const asked = new Set<string>();
    const byWorker = new Set<string>();
    context.on("request", (request) => {
      asked.add(request.url());
      if (request.serviceWorker()) byWorker.add(request.url());
    });
    await open(page);
    await kept(page);
    await page.reload();
    await typeSeed(page);
    await simulateFirst(page);

    const list = Object.keys(listOf(readFileSync(host.path("service-worker.js"), "utf8")));
    const own = new Set(["", "service-worker.js", "apple-touch-icon.png", ...list].map((path) => host.url() + path));
    expect([...asked].filter((url) => !own.has(url) && !/^(data|blob):/.test(url))).toEqual([]);
    expect(byWorker.size).toBeGreaterThan(0);
    expect(await keptPaths(page, build)).toEqual(list.sort());
    expect(list).toContain("index.html");
    expect(list).not.toContain("_headers");
  });

  test("an address that leads nowhere still does", async ({ page, host, make, watch }) => {
    watch.allowComplaint(/404/);
    host.put(make("A"));
    await open(page);
    await kept(page);
    await page.reload();
    await ready(page);
    for (const path of ["missing.js", "missing-0123456789abcdef.js", "x/", "x/index.html", "toString"]) {
      expect(await page.evaluate(async (path) => (await fetch(path)).status, path), path).toBe(404);
    }
    expect((await page.goto("./x/"))!.status()).toBe(404);
  });
});

test.describe("where the page cannot be kept", () => {
  const refusals: Record<string, (page: Page, host: Host) => void | Promise<void>> = {
    "because the browser has no service workers": (page) =>
      page.addInitScript(() => delete (Navigator.prototype as any).serviceWorker),
    "because the browser refuses": (page) =>
      page.addInitScript(() => {
        ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("denied", "SecurityError"));
      }),
    "because the host lacks the worker": (_, host) => rmSync(host.path("service-worker.js")),
    "because a file is not what it should be": (_, host) => writeFileSync(host.path("manifest.webmanifest"), "{}"),
  };
  for (const [why, refuse] of Object.entries(refusals)) {
    test(`${why}, it works as ever`, async ({ page, host, make, watch }) => {
      watch.allowComplaint(/^(console|404)/);
      host.put(make("A"));
      await refuse(page, host);
      await open(page);
      await typeSeed(page);
      await saved(page);
      await page.reload();
      await expect(headline(page)).toContainText("$600k of $2.0M");
      await page.waitForTimeout(500);
      await expect(notice(page)).toBeHidden();
      expect(await page.evaluate(() => "serviceWorker" in navigator && navigator.serviceWorker.controller)).toBeFalsy();
      expect(await page.evaluate(() => caches.keys())).toEqual([]);
    });
  }
});

test("two pages of one host leave each other's files alone", async ({ page, context, host, make, watch }) => {
  watch.allowComplaint(/^request: .*\/a\/c\//);
  const [a, b, c] = [make("A"), make("B"), make("C")];
  host.put(a);
  host.put(b, "c");
  const neighbor = await context.newPage();
  await open(page);
  await kept(page);
  await neighbor.goto(host.url("c"));
  await ready(neighbor);
  await kept(neighbor);
  expect(await builds(page)).toEqual([a.version]);
  expect(await builds(neighbor)).toEqual([b.version]);
  await neighbor.close();

  host.put(c);
  await look(page);
  await reload(page).click();
  await expect(page).toHaveTitle(/\(C\)$/);
  await ready(page);
  host.stop();
  const again = await context.newPage();
  await again.goto(host.url("c"));
  await ready(again);
  await expect(again).toHaveTitle(/\(B\)$/);
  expect(await builds(again)).toEqual([b.version]);
});

test("where the page is being developed, nothing that was kept stands in the way", async ({ page, host, make }) => {
  const [a, b] = [make("A"), make("B")];
  host.put(a);
  await open(page);
  await kept(page);
  host.put(b);
  cpSync(RETIRED, host.path("service-worker.js"));
  const html = readFileSync(host.path("index.html"), "utf8");
  writeFileSync(host.path("index.html"), html.replace(`content="${b.version}"`, 'content=""'));
  await look(page);
  await expect(page).toHaveTitle(/\(B\)$/);
  await ready(page);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test("the page can be installed", async ({ page, context, host, make, request }) => {
  host.put(make("A"));
  await open(page);
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Windows of tests are private ones.
  expect(installabilityErrors.map((error) => error.errorId).filter((id) => id !== "in-incognito")).toEqual([]);

  const address = await page.locator("link[rel=manifest]").evaluate((link: HTMLLinkElement) => link.href);
  const manifest = await (await request.get(address)).json();
  expect(new URL(manifest.start_url, address).href).toBe(host.url());
  expect(new URL(manifest.scope, address).href).toBe(host.url());
  for (const icon of manifest.icons) {
    const picture = await (await request.get(new URL(icon.src, address).href)).body();
    if (icon.sizes === "any") expect(picture.toString()).toContain("<svg");
    else expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`).toBe(icon.sizes);
  }
});

/** Paths of the files that are kept of a build. */
async function keptPaths(page: Page, { version }: Build): Promise<string[]> {
  const urls = await page.evaluate(async (version) => {
    const name = (await caches.keys()).find((name) => name.endsWith(` ${version}`));
    return (await (await caches.open(name!)).keys()).map((request) => request.url);
  }, version);
  return urls.map((url) => url.slice(new URL("./", page.url()).href.length)).sort();
}
