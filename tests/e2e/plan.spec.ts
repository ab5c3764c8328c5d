// A product manager tries another split, compares strategies, and places initiatives.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { field, headline, messageOf, open, saved, summary, type, typeSeed } from "./support/case-page";
import { expect, test } from "./support/test";

const slider = (page: Page, name: string) => page.getByRole("slider", { name, exact: true });

async function openPlan(page: Page) {
  await open(page);
  await typeSeed(page);
  await summary(page, "If we do nothing").click();
  await type(page, "Efficiency lost a year", "5%");
  await page.getByRole("link", { name: "Plan" }).click();
  await expect(page.getByTestId("plan-headline")).toBeVisible();
}

async function shares(page: Page): Promise<number[]> {
  const names = ["Features", "Defects", "Debt", "Risk"];
  return Promise.all(names.map(async (name) => Number(await slider(page, name).inputValue())));
}

test("from 80/20 to 70/30, three initiatives, and a quarter with too much in it", async ({ page }) => {
  await openPlan(page);
  await type(page, "Debt", "20%");
  expect(await shares(page)).toEqual([65, 10, 20, 5]);
  const before = await page.getByTestId("plan-headline").textContent();

  await page.getByRole("button", { name: "Change it from the next quarter on" }).click();
  await type(page, "Debt", "30%");
  expect(await shares(page)).toEqual([55, 10, 30, 5]);
  await expect(page.getByRole("region", { name: "What follows from it" })).toContainText("As planned by quarter");
  await expect(page.getByTestId("plan-headline")).not.toBeEmpty();
  expect(before).not.toBe("");

  for (const [name, quarter, share, category] of [
    ["Split the session store", "1", "20%", "debt"],
    ["Single sign-on", "1", "40%", "features"],
    ["Clean up payments", "1", "15%", "debt"],
  ] as const) {
    await page.getByRole("button", { name: "Add an initiative" }).click();
    const line = page.getByRole("group", { name: "Unnamed initiative" });
    await line.getByLabel("Quarter", { exact: true }).selectOption(quarter);
    await line.getByLabel("Taken from").selectOption(category);
    await line.getByRole("textbox", { name: "Share of the quarter" }).fill(share);
    await line.getByLabel("Name", { exact: true }).fill(name);
  }
  await page.keyboard.press("Tab");
  const roadmap = page.getByRole("region", { name: "Roadmap", exact: true });
  await expect(roadmap).toContainText(/Debt is overbooked by 5%/);
  await expect(roadmap.locator(".roadmap__over")).toHaveCount(1);

  // By keyboard its figures are one stop, and arrow keys walk through them.
  await roadmap.getByRole("region", { name: "Roadmap by quarter" }).focus();
  await page.keyboard.press("Tab");
  await expect(roadmap.locator("td [data-figure]").first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(roadmap.locator("td [data-figure]").nth(1)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(roadmap.locator("td [data-figure]:focus")).toHaveCount(0);

  // Nothing was prevented, and all of it is kept.
  await saved(page);
  await page.reload();
  await expect(page.getByRole("region", { name: "Roadmap", exact: true })).toContainText("Clean up payments");
});

test("shares always make a whole, by field, by slider and by keys", async ({ page }) => {
  await openPlan(page);
  await slider(page, "Debt").focus();
  for (let press = 0; press < 12; press += 1) await page.keyboard.press("ArrowRight");
  expect(await shares(page)).toEqual([73, 10, 12, 5]);
  await type(page, "Features", "95%");
  expect((await shares(page)).reduce((sum, share) => sum + share, 0)).toBe(100);

  await type(page, "Debt", "120%");
  expect(await messageOf(page, "Debt")).toMatch(/between 0% and 100%/);
  await expect(field(page, "Debt")).toHaveValue("120%");
  expect((await shares(page)).reduce((sum, share) => sum + share, 0)).toBe(100);
  await page.keyboard.press("ControlOrMeta+Z");
});

test("a strategy is added with its own assumptions, and says what it still needs", async ({ page }) => {
  await openPlan(page);
  await page.getByRole("button", { name: "Big rewrite", exact: true }).click();
  const line = page.getByRole("group", { name: "Big rewrite" });
  const results = page.getByRole("region", { name: "What follows from it" });
  await expect(results).toContainText("“Big rewrite” cannot be computed yet. Enter the");
  await line.getByRole("textbox", { name: "Share for the rewrite" }).fill("50%");
  await line.getByRole("textbox", { name: "Planned length" }).fill("12");
  await line.getByRole("textbox", { name: "Overrun" }).fill("50%");
  await line.getByRole("textbox", { name: "Efficiency after the rewrite" }).fill("95%");
  await page.keyboard.press("Tab");
  await expect(results).not.toContainText("cannot be computed");
  await line.getByRole("button", { name: "Remove: Big rewrite" }).click();
  await expect(line).toHaveCount(0);
});

test("without a decline the right share is not guessed: the decline is asked for", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await page.getByRole("link", { name: "Plan" }).click();
  const results = page.getByRole("region", { name: "What follows from it" });
  await expect(results).toContainText(/decline|loses a year/i);
});

test("the split is drawn by quarter as it is moved, and is read without the picture too", async ({ page }) => {
  await openPlan(page);
  const title = "Capacity today and by quarter";
  const chart = page.getByRole("figure").filter({ hasText: title });
  const said = chart.locator(".chart__description");
  await expect(said).toContainText("Of capacity today, 85% goes to features, 10% to defects, 0% to debt and 5% to risk.");
  await type(page, "Debt", "20%");
  await expect(said).toContainText("Of capacity today, 65% goes to features");
  await page.getByRole("button", { name: "Change it from the next quarter on" }).click();
  await type(page, "Debt", "30%");
  await expect(said).toContainText(/From .+ on, 55% goes to features, 10% to defects, 30% to debt and 5% to risk\./);

  const picture = chart.getByRole("slider", { name: title });
  await picture.focus();
  await page.keyboard.press("Home");
  await expect(picture).toHaveAttribute("aria-valuetext", "today: Features 65%, Defects 10%, Debt 20%, Risk 5%");
  await page.keyboard.press("ArrowRight");
  await expect(picture).toHaveAttribute("aria-valuetext", /: Features 55%, Defects 10%, Debt 30%, Risk 5%$/);

  await chart.getByText("Show data").click();
  const rows = chart.getByRole("row");
  await expect(rows.nth(1)).toHaveText(/Today\s*65%\s*10%\s*20%\s*5%/);
  await expect(rows.nth(2)).toHaveText(/55%\s*10%\s*30%\s*5%/);
  // A share of a quarter is a figure and explains itself.
  await chart.locator("td [data-figure]").nth(6).click();
  await expect(page.locator("dialog.trace[open] .trace__name")).toContainText("Share of debt planned");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true });

  test("the answer stands at the foot while one plans, and leads to its sentence", async ({ page }) => {
    await openPlan(page);
    await page.getByRole("button", { name: "A fixed share, always", exact: true }).click();
    const glance = page.getByTestId("glance");
    await expect(glance).toContainText(/((This work|20% always): \$[\d.]+[kM] more|As today delivers most) in \d+ months/);
    await expect(glance).toContainText(/[\d.]+% for debt holds efficiency/);

    // By keyboard it comes first within the view.
    await page.getByRole("link", { name: "Brief" }).focus();
    await page.keyboard.press("Tab");
    await expect(glance).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("plan-headline")).toBeFocused();
    await expect(page.getByTestId("plan-headline")).toBeInViewport();
    await expect(glance).toHaveCount(0);
  });

  test("nothing with the focus is under it", async ({ page }) => {
    await openPlan(page);
    await page.getByRole("link", { name: "Brief" }).focus();
    await page.keyboard.press("Tab");
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press("Tab");
      const isCovered = await page.evaluate(() => {
        const bar = document.querySelector(".glance")?.getBoundingClientRect();
        const focused = document.activeElement!.getBoundingClientRect();
        const isSmall = focused.height < innerHeight / 3;
        return bar !== undefined && isSmall && focused.bottom > bar.top && focused.top < bar.bottom;
      });
      expect(isCovered, `stop ${stop}`).toBe(false);
    }
  });
});

test("on paper stands what was decided, in tables and without fields", async ({ page }) => {
  await openPlan(page);
  await type(page, "Debt", "20%");
  await page.getByRole("button", { name: "Change it from the next quarter on" }).click();
  await type(page, "Debt", "30%");
  await page.getByRole("button", { name: "Big rewrite", exact: true }).click();
  const line = page.getByRole("group", { name: "Big rewrite" });
  await line.getByRole("textbox", { name: "Share for the rewrite" }).fill("50%");
  await line.getByRole("textbox", { name: "Planned length" }).fill("12");
  await page.keyboard.press("Tab");

  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const decided = page.locator(".plan__decided");
  await expect(decided.getByRole("row").nth(1)).toHaveText(/Today\s*65%\s*10%\s*20%\s*5%/);
  await expect(decided.getByRole("row").nth(2)).toHaveText(/55%\s*10%\s*30%\s*5%/);
  await expect(decided.locator("svg").first()).toBeVisible();
  const assumed = page.locator(".plan__assumed");
  await expect(assumed).toContainText(/Share of capacity for the rewrite\s*50%/);
  await expect(assumed).toContainText(/Efficiency after the rewrite\s*not entered/);
  await expect(assumed).toContainText(/Planned length of the rewrite\s*12 months/);
  await expect(page.locator("main").locator("button, select, input").filter({ visible: true })).toHaveCount(0);

  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(decided).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 360]) {
    test.describe(`${colorScheme} at ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test("axe finds nothing in the plan, and nothing scrolls sideways", async ({ page }) => {
        await openPlan(page);
        await page.getByRole("button", { name: "Add an initiative" }).click();
        await page.getByRole("button", { name: "Big rewrite", exact: true }).click();
        const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
        expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    });
  }
}

test("an empty case says what the plan needs", async ({ page }) => {
  await page.goto("./#/plan");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("How much of capacity");
  await page.getByRole("link", { name: "Enter it in the Case view" }).click();
  await expect(headline(page).or(field(page, "Efficiency now"))).toBeVisible();
});
