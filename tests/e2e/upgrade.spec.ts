// From one build to the next: all of it or nothing, never two mixed, and nothing typed is lost.

import { readFileSync, rmSync, writeFileSync } from "node:fs";

import type { Page } from "@playwright/test";

import { field, headline, open, ready, replace, saved, type, typeSeed } from "./support/case-page";
import { type Build, builds, expect, fileOf, type Host, kept, look, notice, reload, simulateFirst, test } from "./support/builds";
import { storedCases } from "./support/storage";

const SIMULATION = /^worker-[0-9a-f]{16}\.js$/;

test("a new build waits for a click, keeps what was typed, and is shown as a whole", async ({ page, host, make }) => {
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

test("a new build can be put off, and comes by itself once the page was closed", async ({ page, context, host, make }) => {
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
  // The browser takes a moment to notice that the page is gone.
  await expect(async () => {
    await empty.goto("about:blank");
    await empty.waitForTimeout(500);
    await open(empty);
    await expect(empty).toHaveTitle(/\(B\)$/, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  // Nobody needs the one before any more.
  await expect.poll(() => builds(empty)).toEqual([b.version]);
});

test("a new build is found by a page that stays open", async ({ page, host, make }) => {
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

test("a new build leaves other tabs what they are, with all that they may still ask for", async ({ page, context, host, make }) => {
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

test("a new build lets those before it go", async ({ page, context, host, make, watch }) => {
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
  test(`a new build ${which} is not taken, and the one before goes on as a whole`, async ({ page, host, make, watch }) => {
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

test("a new build whose network goes while it arrives is not taken", async ({ page, context, host, make, watch }) => {
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

test("a new build gets past one that is broken, with nothing lost", async ({ page, host, make, watch }) => {
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

/** Files of the page on screen, by their names. */
function filesShown(page: Page): Promise<string[]> {
  return page.locator("link[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")!.replace("./", "")));
}
