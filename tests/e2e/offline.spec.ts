// The page without a network, and from one build to the next: all of a build or nothing of it, never two
// mixed, and nothing typed is lost.

import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";

import type { Locator, Page } from "@playwright/test";

import { field, figures, headline, open, ready, replace, saved, type, typeSeed } from "./support/case-page";
import { type Build, expect, fileOf, type Host, listOf, test } from "./support/builds";
import { storedCases } from "./support/storage";

const RETIRED = new URL("../../xtask/offline/retired.js", import.meta.url);
const SIMULATION = /^worker-[0-9a-f]{16}\.js$/;

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

test.describe("a new build", () => {
  test("waits for a click, keeps what was typed, and is shown as a whole", async ({ page, host, make }) => {
    const [a, b] = [make("A"), make("B")];
    host.put(a);
    await open(page);
    await kept(page);
    await expect(notice(page)).toBeHidden();
    await typeSeed(page);
    host.put(b);
    await look(page);
    await expect(notice(page)).toBeVisible();
    // Nothing happens by itself, not even with a reload.
    await page.reload();
    await ready(page);
    await expect(page).toHaveTitle(/\(A\)$/);
    await expect(notice(page)).toBeVisible();

    await replace(page, "Efficiency now", "eight");
    await replace(page, "Investment", "$300,000");
    await reload(page).click();
    await expect(page).toHaveTitle(/\(B\)$/);
    await ready(page);
    await expect(field(page, "Investment")).toHaveValue("$300,000");
    await expect(field(page, "Efficiency now")).toHaveValue("eight");
    await expect(notice(page)).toBeHidden();
    expect(await filesShown(page)).toEqual(expect.arrayContaining([fileOf(b, /^style-[0-9a-f]{16}\.css$/), fileOf(b, SIMULATION)]));
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(2);

    // It is B that opens without a network from now on.
    host.stop();
    await page.reload();
    await ready(page);
    await expect(page).toHaveTitle(/\(B\)$/);
    await type(page, "Efficiency now", "70%");
    await simulateFirst(page);
  });

  test("can be put off, and comes by itself once the page was closed", async ({ page, context, host, make }) => {
    const [a, b] = [make("A"), make("B")];
    host.put(a);
    await open(page);
    await kept(page);
    host.put(b);
    await look(page);
    await notice(page).getByRole("button", { name: "Later" }).click();
    await expect(notice(page)).toBeHidden();
    await expect(page.locator(":focus")).toHaveText("Case");
    const empty = await context.newPage();
    await page.close();
    await open(empty);
    await expect(empty).toHaveTitle(/\(B\)$/);
    // Nobody needs the one before any more.
    await expect.poll(() => builds(empty)).toEqual([b.version]);
  });

  test("is found by a page that stays open", async ({ page, host, make }) => {
    await page.clock.install();
    host.put(make("A"));
    await open(page);
    await kept(page);
    host.put(make("B"));
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.waitForTimeout(1_000);
    await expect(notice(page)).toBeHidden();
    await page.clock.fastForward("01:01:00");
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(notice(page)).toBeVisible();
  });

  test("leaves other tabs what they are, with all that they may still ask for", async ({ page, context, host, make }) => {
    const [a, b] = [make("A"), make("B")];
    host.put(a);
    await open(page);
    await kept(page);
    const other = await context.newPage();
    await open(other);
    await typeSeed(other);
    host.put(b);
    await look(page);
    await expect(notice(other)).toBeVisible();
    await reload(page).click();
    await expect(page).toHaveTitle(/\(B\)$/);
    await ready(page);

    await expect(other).toHaveTitle(/\(A\)$/);
    await expect(notice(other)).toBeVisible();
    await saved(other);
    // Its simulation is not on the host any more.
    expect(fileOf(a, SIMULATION)).not.toBe(fileOf(b, SIMULATION));
    await simulateFirst(other);
    expect(other.workers()[0].url()).toContain(fileOf(a, SIMULATION));
    await saved(other);
    await reload(other).click();
    await expect(other).toHaveTitle(/\(B\)$/);
    await expect(field(other, "Investment")).toHaveValue("$150,000 to $350,000");
  });

  test("lets those before it go", async ({ page, context, host, make, watch }) => {
    watch.allowComplaint(/404/);
    const all = ["A", "B", "C", "D"].map((name) => make(name));
    const [a, b, c, d] = all;
    host.put(a);
    await open(page);
    await kept(page);
    // C takes the place of B before B was ever shown.
    for (const build of [b, c]) {
      host.put(build);
      await look(page);
      await expect.poll(() => builds(page)).toContain(build.version);
    }
    const other = await context.newPage();
    await open(other);
    await expect(other).toHaveTitle(/\(A\)$/);
    await reload(page).click();
    await expect(page).toHaveTitle(/\(C\)$/);
    await ready(page);
    await expect.poll(() => builds(page)).toEqual([a.version, c.version].sort());
    await other.close();
    host.put(d);
    await look(page);
    await reload(page).click();
    await expect(page).toHaveTitle(/\(D\)$/);
    await ready(page);
    await expect.poll(() => builds(page)).toEqual([c.version, d.version].sort());
  });

  const failures: Record<string, (host: Host, build: Build) => void> = {
    "of which a file is missing": (host, build) => rmSync(host.path(fileOf(build, SIMULATION))),
    "of which a file is cut off": (host, build) => {
      const path = host.path(fileOf(build, SIMULATION));
      writeFileSync(path, readFileSync(path).subarray(0, 1_000));
    },
    "whose page is still that of the build before": (host) =>
      writeFileSync(host.path("index.html"), readFileSync(host.path("index.html", "before"))),
  };
  for (const [which, breakIt] of Object.entries(failures)) {
    test(`${which} is not taken, and the one before goes on as a whole`, async ({ page, host, make, watch }) => {
      watch.allowComplaint(/^(console|404)/);
      const [a, b] = [make("A"), make("B")];
      host.put(a);
      host.put(a, "before");
      await open(page);
      await kept(page);
      await typeSeed(page);
      await saved(page);
      host.put(b);
      breakIt(host, b);
      await look(page);
      await page.waitForTimeout(1_000);
      await expect(notice(page)).toBeHidden();
      expect(await builds(page)).toEqual([a.version]);
      host.stop();
      await page.reload();
      await expect(headline(page)).toContainText("$600k of $2.0M");
      await expect(page).toHaveTitle(/\(A\)$/);
      await simulateFirst(page);
      expect(page.workers()[0].url()).toContain(fileOf(a, SIMULATION));

      // Once the host has it whole, it comes.
      await host.start();
      host.put(b);
      await look(page);
      await reload(page).click();
      await expect(page).toHaveTitle(/\(B\)$/);
      await expect(field(page, "Investment")).toHaveValue("$150,000 to $350,000");
    });
  }

  test("whose network goes while it arrives is not taken", async ({ page, context, host, make, watch }) => {
    watch.allowComplaint(/^console/);
    const [a, b] = [make("A"), make("B")];
    host.put(a);
    await open(page);
    await kept(page);
    host.put(b);
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    await context.route(`**/${fileOf(b, SIMULATION)}`, async (route) => {
      isAsked();
      host.stop();
      await route.abort();
    });
    await look(page);
    await asked;
    await page.waitForTimeout(500);
    expect(await builds(page)).toEqual([a.version]);
    await page.reload();
    await ready(page);
    await expect(page).toHaveTitle(/\(A\)$/);
    await expect(notice(page)).toBeHidden();
  });

  test("gets past one that is broken, with nothing lost", async ({ page, host, make, watch }) => {
    watch.allowComplaint(/broken/);
    const [a, broken, c] = [make("A"), make("B", true), make("C")];
    host.put(a);
    await open(page);
    await kept(page);
    await typeSeed(page);
    await saved(page);
    const before = await storedCases(page);
    host.put(broken);
    await look(page);
    await reload(page).click();
    await expect(page).toHaveTitle(/\(B\)$/);
    await expect(page.getByRole("alert")).toContainText("The calculator did not arrive");

    host.put(c);
    // The broken page is still what opens, but it lets the next build take over.
    await page.reload();
    await expect(page.getByRole("alert")).toContainText("Reload the page to try again.");
    await expect.poll(() => builds(page)).toContain(c.version);
    await expect(async () => {
      await page.reload();
      await expect(page).toHaveTitle(/\(C\)$/, { timeout: 1_000 });
    }).toPass();
    await expect(headline(page)).toContainText("$600k of $2.0M");
    expect(await storedCases(page)).toEqual(before);
  });
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

function notice(page: Page): Locator {
  return page.locator(".notice").filter({ hasText: "A new version of this page is ready." });
}

function reload(page: Page): Locator {
  return notice(page).getByRole("button", { name: "Reload" });
}

/** Waits until the browser keeps the page. */
async function kept(page: Page) {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
}

/** Looks for a new build now, as the browser does with every visit. */
async function look(page: Page) {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update().catch(() => {}));
}

/** Types a range, and waits for what only the simulation's own worker can say. */
async function simulateFirst(page: Page) {
  expect(page.workers()).toHaveLength(0);
  await type(page, "Investment", "150k to 350k");
  await expect(figures(page, "simulation.npv.p50").first()).toBeVisible();
  expect(page.workers()).toHaveLength(1);
}

/** Versions of the builds that are kept for this page. */
async function builds(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => caches.keys());
  const start = `groundwork ${new URL(page.url()).pathname.replace(/[^/]*$/, "")} `;
  return names.filter((name) => name.startsWith(start)).map((name) => name.slice(start.length)).sort();
}

/** Paths of the files that are kept of a build. */
async function keptPaths(page: Page, { version }: Build): Promise<string[]> {
  const urls = await page.evaluate(async (version) => {
    const name = (await caches.keys()).find((name) => name.endsWith(` ${version}`));
    return (await (await caches.open(name!)).keys()).map((request) => request.url);
  }, version);
  return urls.map((url) => url.slice(new URL("./", page.url()).href.length)).sort();
}

/** Files of the page on screen, by their names. */
function filesShown(page: Page): Promise<string[]> {
  return page.locator("link[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")!.replace("./", "")));
}
