// The calculator comes in two halves: the first draws the page, the second follows before anybody has
// typed, whatever needs it earlier gets it at once, and a page without it says so.

import type { Page, Route } from "@playwright/test";

import { field, FOUR, headline, open, openAll, ready, saved, type, typeSeed } from "./support/case-page";
import { storedCases } from "./support/storage";
import { expect, test } from "./support/test";

const SECOND_HALF = "**/groundwork_second-*.wasm";

const STOPPED = "Something went wrong, and the page has stopped.";

test("the second half comes after the first paint, with its integrity", async ({ page }) => {
  await page.addInitScript(() => {
    const fetchAsEver = window.fetch;
    window.fetch = (address, settings) => {
      if (String(address).includes("groundwork_second")) (window as any).integrity = settings?.integrity;
      return fetchAsEver(address, settings);
    };
  });
  await open(page);
  await expect.poll(() => waysOfLoading(page)).toEqual(["fetch"]);
  expect(await page.evaluate(() => (window as any).integrity)).toMatch(/^sha384-[A-Za-z0-9+/]{64}$/);
  // A paint counts from when it is seen, which on a busy machine can be long after it was handed over;
  // what asks before the paint does so every time.
  await expect(async () => {
    await page.reload();
    await ready(page);
    await expect.poll(() => waysOfLoading(page)).toEqual(["fetch"]);
    expect(await page.evaluate(isAfterPaint)).toBe(true);
  }).toPass({ timeout: 20_000 });
});

/** Whether the second half was asked for after something was painted. */
function isAfterPaint(): boolean {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const second = performance.getEntriesByType("resource").find(({ name }) => name.includes("groundwork_second"));
  return paint !== undefined && second !== undefined && paint.startTime < second.startTime;
}

test("the empty page is drawn and its fields can be reached without the second half", async ({ page }) => {
  await page.route(SECOND_HALF, () => {});
  await open(page);
  for (const label of FOUR) await field(page, label).focus();
  expect(await waysOfLoading(page)).toEqual([]);
});

for (const drawn of [0, 0.01, 0.5, 0.999]) {
  test(`the empty page needs no second half where the number drawn is ${drawn}`, async ({ page }) => {
    await page.addInitScript((drawn) => (Math.random = () => drawn), drawn);
    await page.route(SECOND_HALF, () => {});
    await open(page);
    expect(await waysOfLoading(page)).toEqual([]);
  });
}

test("the first half reads no data that only comes with the second", async ({ page, context }) => {
  await page.route(SECOND_HALF, () => {});
  const alone = await drawn(page);
  expect(await waysOfLoading(page)).toEqual([]);

  // As if a case were kept, both come before anything is drawn.
  const together = await context.newPage();
  await together.addInitScript(() => {
    const getItem = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
      return new Error().stack!.includes("hasCase") ? "" : getItem.call(this, key);
    };
  });
  const before = await drawn(together);
  expect(await waysOfLoading(together)).toEqual(["fetch"]);
  expect(alone).toBe(before);

  async function drawn(page: Page): Promise<string> {
    await open(page);
    for (const label of FOUR) await field(page, label).focus();
    return page.locator("body").innerHTML();
  }
});

test("who types once the second half has come waits for nothing", async ({ page }) => {
  await open(page);
  await expect.poll(() => waysOfLoading(page)).toEqual(["fetch"]);
  // It has come; to join takes a busy machine a moment more.
  await page.waitForTimeout(1_000);
  await typeSeed(page);
  await expect(headline(page)).toContainText("Working around debt absorbs $600k of $2.0M a year.");
  await type(page, "Investment", "abc");
  await expect(field(page, "Investment")).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "Undo" }).click();
  await openAll(page);
  expect(await waysOfLoading(page)).toEqual(["fetch"]);
});

test("a case that is kept is shown by both halves, fetched together", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await saved(page);

  let requests = 0;
  page.on("request", (request) => (requests += Number(request.url().includes("groundwork_second"))));
  const isAsked = page.waitForRequest(SECOND_HALF);
  // The first does not come before the second is asked for.
  await page.route("**/groundwork_bg-*.wasm", async (route) => {
    await isAsked;
    await route.continue();
  });
  await page.reload();
  await expect(headline(page)).toBeVisible();
  await openAll(page);
  await page.waitForTimeout(500);
  expect(await waysOfLoading(page)).toEqual(["fetch"]);
  expect(requests, "it is asked for once").toBe(1);
});

test("what is done before the second half is there gets it at once", async ({ page }) => {
  let requests = 0;
  let letPass = () => {};
  const isLetPass = new Promise<void>((pass) => (letPass = pass));
  await page.route(SECOND_HALF, async (route) => {
    requests += 1;
    // Only the first, which nobody waits for, is held back.
    if (requests === 1) await isLetPass;
    await route.continue();
  });
  const isAsked = page.waitForRequest(SECOND_HALF);
  await open(page);
  await isAsked;
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  expect(await waysOfLoading(page)).toEqual(["xmlhttprequest"]);
  letPass();
  await typeSeed(page);
  await openAll(page);
  await expect(headline(page)).toBeVisible();
  // That it joins once more changes nothing.
  await expect.poll(() => waysOfLoading(page)).toEqual(["fetch", "xmlhttprequest"]);
  await type(page, "Investment", "300k");
  await expect(headline(page)).toContainText("Spending $300k");
  await saved(page);
  await expect(page.getByText(STOPPED)).toBeHidden();
});

const BREAKS: Record<string, (route: Route) => Promise<void>> = {
  "is missing": (route) => route.fulfill({ status: 404, contentType: "text/html", body: "Not found" }),
  "is cut off": async (route) => {
    const body = (await (await route.fetch()).body()).subarray(0, 50_000);
    await route.fulfill({ contentType: "application/wasm", body });
  },
  "is changed on its way": async (route) => {
    const body = await (await route.fetch()).body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ contentType: "application/wasm", body });
  },
  "is refused": (route) => route.abort(),
};
for (const [what, breakIt] of Object.entries(BREAKS)) {
  test(`a second half that ${what} stops the page, which says so`, async ({ page, watch }) => {
    watch.allowComplaint(/./);
    await page.route(SECOND_HALF, breakIt);
    await page.goto("./");
    await expect(page.getByRole("alert").filter({ hasText: STOPPED })).toBeVisible();
    // It was drawn before, but a page that keeps nothing takes nothing.
    await expect(page.locator("#page input").first()).toBeVisible();
    await expect(page.locator("#page")).toHaveAttribute("inert");

    await page.unroute(SECOND_HALF);
    await page.getByRole("link", { name: "Reload the page" }).click();
    await typeSeed(page);
    await expect(headline(page)).toBeVisible();
    await expect(page.getByText(STOPPED)).toBeHidden();
  });

  test(`a saved case whose second half ${what} is not lost`, async ({ page, watch }) => {
    watch.allowComplaint(/./);
    await open(page);
    await typeSeed(page);
    await saved(page);
    const before = await storedCases(page);

    await page.route(SECOND_HALF, breakIt);
    await page.reload();
    await expect(page.getByRole("alert")).toContainText("The calculator did not arrive");
    await expect(page.getByRole("link", { name: "Save the last one as a file" })).toBeVisible();
    expect(await storedCases(page)).toEqual(before);

    await page.unroute(SECOND_HALF);
    await page.reload();
    await expect(headline(page)).toBeVisible();
    await expect(field(page, "Investment")).toHaveValue("$200,000");
    await expect(page.getByText(STOPPED)).toBeHidden();
  });
}

test("a second half that is needed at once and missing is said as well", async ({ page, watch }) => {
  watch.allowComplaint(/./);
  let requests = 0;
  await page.route(SECOND_HALF, async (route) => {
    requests += 1;
    // The first never comes.
    if (requests > 1) await route.fulfill({ status: 404, contentType: "text/html", body: "Not found" });
  });
  await open(page);
  await field(page, "Investment").focus();
  await page.keyboard.type("2");
  await expect(page.getByRole("alert").filter({ hasText: STOPPED })).toBeVisible();
  await expect(page.locator("#page")).toHaveAttribute("inert");

  await page.unroute(SECOND_HALF);
  await page.getByRole("link", { name: "Reload the page" }).click();
  await open(page);
  await typeSeed(page);
  await expect(headline(page)).toBeVisible();
});

/** How the second half was asked for, each way that has come to its end once. */
async function waysOfLoading(page: Page): Promise<string[]> {
  const ways = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter((entry) => entry.name.includes("groundwork_second"))
      .map((entry) => entry.initiatorType),
  );
  return [...new Set(ways)].sort();
}
