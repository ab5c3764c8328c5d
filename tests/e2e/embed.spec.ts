// A part of a case in somebody else's page.

import AxeBuilder from "@axe-core/playwright";
import { type FrameLocator, type Page } from "@playwright/test";

import { caseFile } from "./support/brief";
import { headline, open, typeSeed } from "./support/case-page";
import { caseText, fragmentOf } from "./support/links";
import { expect, test } from "./support/test";

/** The link's text of a case, as it stands after `#`. */
function link(file: object): string {
  return fragmentOf(JSON.stringify(file)).slice(1);
}

/** Counts every look at what the browser keeps. */
async function countStorage(page: Page) {
  await page.addInitScript(() => {
    (window as any).looks = [];
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"] as const) {
      const owner = Object.getOwnPropertyDescriptor(window, name) ? window : Window.prototype;
      const { get } = Object.getOwnPropertyDescriptor(owner, name)!;
      Object.defineProperty(owner, name, {
        configurable: true,
        get() {
          (window as any).looks.push(name);
          return get!.call(this);
        },
      });
    }
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie")!;
    Object.defineProperty(Document.prototype, "cookie", {
      ...cookie,
      get() {
        (window as any).looks.push("cookie");
        return cookie.get!.call(this);
      },
    });
  });
}

const looks = (page: Page) => page.evaluate(() => (window as any).looks as string[]);

test("the headline of a case stands in it, with its key figures and the way to the whole case", async ({ page }) => {
  await countStorage(page);
  await page.goto(`./embed.html#headline&${link(caseFile("seed"))}`);
  await expect(headline(page)).toContainText("is worth $400k a year");
  await expect(page.getByText("NPV, 24 months", { exact: false })).toBeVisible();
  // Nothing to ask and nothing to type.
  await expect(page.locator("[role=button], input, button")).toHaveCount(0);
  const whole = page.getByRole("link", { name: "Open the whole case in Groundwork" });
  await expect(whole).toHaveAttribute("href", /^\.\/#case=1\./);
  expect(await looks(page)).toEqual([]);
  const [opened] = await Promise.all([page.waitForEvent("popup"), whole.click()]);
  await expect(headline(opened)).toContainText("is worth $400k a year");
});

test("each chart of a case stands in it, those drawn from ranges too", async ({ page }) => {
  await countStorage(page);
  const ranges = link(caseFile("ranges"));
  await page.goto(`./embed.html#chart&${ranges}`);
  await expect(page.getByRole("heading", { name: "Cumulative net, if we invest instead of carrying on" })).toBeVisible();
  for (const [key, title] of [
    ["efficiency", "Efficiency, doing nothing against investing"],
    ["product-delivered", "Product delivered, against carrying on"],
    ["chance-of-payback", "Chance that it has been paid back, month by month"],
    ["range-of-outcomes", "Net present value, how often the draws come to it"],
    ["what-moves-it", "What moves the net present value, one input at a time"],
  ] as const) {
    expect(await looks(page)).toEqual([]);
    // The same page follows its address.
    await page.evaluate((address) => (location.hash = address), `#chart=${key}&${ranges}`);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.locator(".chart__scene")).toBeVisible();
  }
  expect(await looks(page)).toEqual([]);
});

test("its own storage denied or full makes no difference, and what is kept stays as it is", async ({ page, context }) => {
  await open(page);
  await typeSeed(page);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const before = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const other = await context.newPage();
  await other.goto(`./embed.html#headline&${link(caseFile("plan"))}`);
  await expect(headline(other)).toBeVisible();
  const after = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(after).toBe(before);
});

test("an address without a part, a cut link and a case that is not finished each get a sentence", async ({ page }) => {
  const seed = link(caseFile("seed"));
  for (const [address, sentence] of [
    ["", "The address of this part is incomplete"],
    [`#pie&${seed}`, "The address of this part is incomplete"],
    [`#headline&${seed.slice(0, 60)}`, "The link is cut off"],
    [`#headline&${seed.slice(0, -3)}zzz`, "The link is damaged"],
    [`#headline&${fragmentOf("{}", "2").slice(1)}`, "made by a newer version"],
    [`#headline&${fragmentOf(caseText({ efficiency: { now: 0.7 } })).slice(1)}`, "Still needed:"],
    [`#chart=range-of-outcomes&${seed}`, "No number of this case is a range"],
  ] as const) {
    await page.goto("about:blank");
    await page.goto(`./embed.html${address}`);
    await expect(page.locator("#page")).toContainText(sentence);
  }
});

test("a wiki page takes the code from the share dialog and shows the part in a frame", async ({ page, baseURL }) => {
  await open(page);
  await typeSeed(page);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByText("Embed a part in a wiki page").click();
  await page.getByLabel("Part", { exact: true }).selectOption({ label: "Efficiency, doing nothing against investing" });
  const code = await page.getByLabel("Code of this part").inputValue();
  expect(code).toMatch(/^<iframe src="[^"]+embed\.html#chart=efficiency&amp;case=1\.[^"]+" title="[^"]+"/);
  await page.getByRole("button", { name: "Copy code" }).click();
  await expect(page.getByRole("dialog").getByText("Copied.")).toBeVisible();

  const wiki = `${baseURL}wiki.html`;
  await page.route(wiki, (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><title>Wiki</title><h1>Wiki</h1>${code}` }),
  );
  await page.goto(wiki);
  const frame: FrameLocator = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: "Efficiency, doing nothing against investing" })).toBeVisible();
  await expect(frame.locator(".chart__scene")).toBeVisible();
});

for (const scheme of ["light", "dark"] as const) {
  test(`it can be read by everybody and fits a narrow column, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 320, height: 600 });
    for (const part of ["headline", "chart"]) {
      await page.goto("about:blank");
      await page.goto(`./embed.html#${part}&${link(caseFile("seed"))}`);
      await expect(page.getByRole("link", { name: "Open the whole case in Groundwork" })).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect((await new AxeBuilder({ page }).setLegacyMode().withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze()).violations).toEqual([]);
    }
  });
}
