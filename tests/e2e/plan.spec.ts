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
