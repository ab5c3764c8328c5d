// Everybody can use it: no findings of axe in either theme at either width, no sideways scrolling,
// nothing too small to hit, every field and message tied together.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { field, FOUR, headline, open, openAll, paste, typeSeed } from "./support/case-page";
import { store } from "./support/storage";
import { expect, test } from "./support/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const SMALLEST_TARGET = 24;

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 360]) {
    test.describe(`${colorScheme} at ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test("axe finds nothing on the way from the empty page to a losing case", async ({ page }) => {
        await store(page, { "groundwork:index": "abc", "groundwork:case:abc": "{" });
        await open(page);
        await expect(page.getByText("cannot be read")).toBeVisible();
        await expectNothingFound(page, "a notice about storage, nothing typed");
        await page.getByRole("button", { name: "Dismiss" }).click();
        await expectNothingFound(page, "the empty page");
        await typeSeed(page);
        await expectNothingFound(page, "the four numbers");
        await paste(page, "Efficiency after", "170%");
        await expectNothingFound(page, "text that cannot be used");
        await paste(page, "Efficiency after", "72%");
        await expect(headline(page)).toContainText("does not pay back");
        await expectNothingFound(page, "a losing case");
        await openAll(page);
        await expectNothingFound(page, "everything open");
      });
    });
  }
}

test("both themes are what the system asks for", async ({ page }) => {
  const lightness = async (colorScheme: "light" | "dark") => {
    await page.emulateMedia({ colorScheme });
    return page.evaluate(() => {
      const channels = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g)!.slice(0, 3);
      return channels.reduce((sum, channel) => sum + Number(channel), 0) / (3 * 255);
    });
  };
  await open(page);
  expect(await lightness("light")).toBeGreaterThan(0.9);
  expect(await lightness("dark")).toBeLessThan(0.2);
});

const NARROW = [
  { name: "at 320 px", viewport: { width: 320, height: 640 }, deviceScaleFactor: 1 },
  { name: "at twice the size on 1280 px", viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
];
for (const { name, viewport, deviceScaleFactor } of NARROW) {
  test.describe(name, () => {
    test.use({ viewport, deviceScaleFactor });

    test("nothing scrolls sideways but wide tables in their own frame", async ({ page }) => {
      await open(page);
      await expectNoSidewaysScroll(page, "the empty page");
      await typeSeed(page);
      await expectNoSidewaysScroll(page, "the four numbers");
      await openAll(page);
      await expectNoSidewaysScroll(page, "everything open");
      await paste(page, "Investment", "9".repeat(199));
      await paste(page, "Name of the case", "A very long name ".repeat(20));
      await expectNoSidewaysScroll(page, "long text that cannot be used");
      await paste(page, "Investment", "$123,456,789,012.34");
      await paste(page, "Engineering capacity a year", "$987,654,321,098.76");
      await expectNoSidewaysScroll(page, "large amounts");
    });
  });
}

for (const width of [1440, 320]) {
  test(`everything that is pressed is at least 24 px in size at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await store(page, { "groundwork:index": "abc", "groundwork:case:abc": "{" });
    await open(page);
    await expect(page.getByRole("button", { name: "example" })).toBeVisible();
    expect(await tooSmall(page)).toEqual([]);
    await typeSeed(page);
    await openAll(page);
    expect(await tooSmall(page)).toEqual([]);
  });
}

test("every field has a label, a hint and a place for its message", async ({ page }) => {
  await open(page);
  await openAll(page);
  const fields = page.getByRole("textbox");
  expect(await fields.count()).toBeGreaterThan(FOUR.length);
  for (const each of await fields.all()) {
    const name = await each.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? input.ariaLabel);
    expect(name).toBeTruthy();
    if (name === "Name of the case") continue;
    const ids = ((await each.getAttribute("aria-describedby")) ?? "").split(" ");
    expect(ids).toHaveLength(2);
    for (const id of ids) await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
    await expect(page.locator(`[id="${ids[0]}"]`)).not.toBeEmpty();
    await expect(page.locator(`[id="${ids[1]}"]`)).toHaveAttribute("aria-live", "polite");
  }
});

test("the order of headings skips no level and there is one title", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await openAll(page);
  const levels = await page
    .getByRole("heading")
    .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  await expect(page.getByRole("main")).toHaveCount(1);
});

test("the wheel over a field changes nothing", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await field(page, "Investment").focus();
  await field(page, "Investment").hover();
  await page.mouse.wheel(0, 300);
  await expect(field(page, "Investment")).toHaveValue("$200,000");
});

async function expectNothingFound(page: Page, state: string) {
  // Without frames there is nothing to gather from other pages, and only findings matter.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).withTags(TAGS);
  const { violations } = await axe.analyze();
  const findings = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  expect.soft(findings, state).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page, state: string) {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(excess, state).toBeLessThanOrEqual(0);
}

/** What can be pressed and is smaller than a finger needs; a choice is as large as its label. */
function tooSmall(page: Page): Promise<string[]> {
  return page
    .locator("button, summary, input, select, textarea, a[href], [role=button]")
    .filter({ visible: true })
    .evaluateAll((targets, smallest) => {
      const small = targets.filter((target) => {
        // A target within a sentence is as high as its line.
        const inline = getComputedStyle(target).display === "inline";
        const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
        return !inline && (width < smallest || height < smallest);
      });
      return small.map((target) => `${target.outerHTML} ${JSON.stringify(target.getBoundingClientRect())}`);
    }, SMALLEST_TARGET);
}
