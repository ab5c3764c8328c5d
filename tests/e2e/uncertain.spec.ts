// How sure is it? A range typed into a field becomes a band, a chance and a sentence.

import type { Page } from "@playwright/test";

import { field, figures, headline, messageOf, open, saved, summary, type, typeSeed } from "./support/case-page";
import { expect, test } from "./support/test";

const sure = (page: Page) => page.getByRole("region", { name: "How sure" });

async function typeRanges(page: Page) {
  await typeSeed(page);
  await type(page, "Efficiency after", "80..90..95");
  await type(page, "Investment", "$150k..$200k..$300k");
}

test("a range typed into a field brings a sentence, a band and three more charts", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await expect(sure(page)).toContainText("No number of this case is a range");
  await expect(page.getByRole("button", { name: "Chance of payback" })).toHaveCount(0);

  await typeRanges(page);
  await expect(sure(page)).toContainText("10,000 draws");
  const before = await figures(page, "simulation.npv.p50").first().textContent();
  await expect(page.locator(".chart__fan").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Chance of payback" })).toBeVisible();

  // A worse range moves the middle, and with it the sentence.
  await type(page, "Efficiency after", "72..90..92");
  await expect(figures(page, "simulation.npv.p50").first()).not.toHaveText(before!);

  // One figure again: nothing is drawn, and nothing is said about draws.
  await type(page, "Efficiency after", "90%");
  await type(page, "Investment", "$200k");
  await expect(sure(page)).toContainText("No number of this case is a range");
  await expect(page.locator(".chart__fan")).toHaveCount(0);
});

test("three boxes make a range, and take one that was typed", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  const boxes = page.locator(".number-field", { has: page.locator("#efficiency-after") }).locator(".range-boxes");
  await boxes.getByText("As a range").click();
  await boxes.getByLabel("Lowest").fill("80");
  await boxes.getByLabel("Highest").fill("95");
  await page.keyboard.press("Tab");
  await expect(field(page, "Efficiency after")).toHaveValue("80% .. 90% .. 95%");
  await expect(sure(page)).toContainText("10,000 draws");

  await type(page, "Efficiency after", "75 to 85");
  await expect(boxes.getByLabel("Lowest")).toHaveValue("75%");
  await expect(boxes.getByLabel("Most likely")).toHaveValue("80%");

  // Without a most likely value the middle is taken, over a reload too.
  await boxes.getByLabel("Most likely").fill("");
  await page.keyboard.press("Tab");
  await saved(page);
  await page.reload();
  await expect(field(page, "Efficiency after")).toHaveValue("75% to 85%");
});

test("an emptied box says what to do, loses nothing, and all three empty the field", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await type(page, "Efficiency after", "80..90..95");
  const boxes = page.locator(".number-field", { has: page.locator("#efficiency-after") }).locator(".range-boxes");
  await boxes.getByText("As a range").click();
  const box = (name: string) => boxes.getByLabel(name);
  await box("Lowest").fill("");
  await page.keyboard.press("Tab");
  expect(await messageOf(page, "Efficiency after")).toBe(
    "The lowest value is missing: type it, or empty the highest too to keep one figure.",
  );
  await expect(box("Lowest")).toHaveValue("");
  await expect(box("Most likely")).toHaveValue("90%");
  await expect(box("Highest")).toHaveValue("95%");

  await saved(page);
  await page.reload();
  await boxes.getByText("As a range").click();
  await expect(box("Most likely")).toHaveValue("90%");
  await expect(box("Highest")).toHaveValue("95%");

  await box("Highest").fill("");
  await page.keyboard.press("Tab");
  await expect(field(page, "Efficiency after")).toHaveValue("90%");
  await expect(field(page, "Efficiency after")).toHaveAttribute("aria-invalid", "false");
  await box("Most likely").fill("");
  await page.keyboard.press("Tab");
  await expect(field(page, "Efficiency after")).toHaveValue("");
});

test("a range typed into three boxes is one step to undo", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  const boxes = page.locator(".number-field", { has: page.locator("#efficiency-after") }).locator(".range-boxes");
  await boxes.getByText("As a range").click();
  await boxes.getByLabel("Lowest").focus();
  for (const text of ["80", "88", "95"]) {
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await expect(field(page, "Efficiency after")).toHaveValue("80% .. 88% .. 95%");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(field(page, "Efficiency after")).toHaveValue("90%");
});

test("ranges as people write them are understood, and said", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  for (const typed of ["90 ± 5", "90 +/- 5", "85, 90, 95", "85/90/95"]) {
    await type(page, "Efficiency after", "85%");
    await type(page, "Efficiency after", typed);
    await expect(field(page, "Efficiency after")).toHaveValue("85% to 95%");
    expect(await messageOf(page, "Efficiency after")).toBe("Understood as 85% to 95%, most likely 90%.");
  }
  await type(page, "Efficiency after", "80 95");
  await expect(field(page, "Efficiency after")).toHaveValue("80 95");
  expect(await messageOf(page, "Efficiency after")).toContain("a range such as 80 to 95");
});

for (const width of [1440, 360]) {
  test(`a range is seen in full at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    await typeSeed(page);
    await type(page, "Investment", "150,000..200,000..320,000");
    await type(page, "Engineering capacity a year", "$1,500,000..$2,000,000..$3,200,000");
    for (const label of ["Investment", "Engineering capacity a year"] as const) {
      const [seen, whole] = await field(page, label).evaluate((input) => [input.clientWidth, input.scrollWidth]);
      expect(whole, label).toBeLessThanOrEqual(seen);
    }
  });
}

test("ranges out of order are told why, and stay", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  for (const [typed, why] of [
    ["95..90..80", /order|rise|lowest/i],
    ["80..97..95", /order|rise|lowest/i],
    ["80..90..170", /between 1% and 100%/],
  ] as const) {
    await type(page, "Efficiency after", typed);
    expect(await messageOf(page, "Efficiency after")).toMatch(why);
    await expect(field(page, "Efficiency after")).toHaveValue(typed);
    await expect(headline(page)).toContainText("$400k");
  }
  await summary(page, "How sure").click();
  await type(page, "Chance of no gain", "150%");
  expect(await messageOf(page, "Chance of no gain")).toMatch(/between 0% and 100%/);
  await expect(field(page, "Chance of no gain")).toHaveValue("150%");
});

test("two ranges that go together are drawn so, and can be let go again", async ({ page }) => {
  await open(page);
  await typeRanges(page);
  await summary(page, "How sure").click();
  await page.getByLabel("Draws of").selectOption({ label: "efficiency after" });
  await page.getByLabel("and of", { exact: true }).selectOption({ label: "investment" });
  await page.getByRole("button", { name: "Let them go together" }).click();
  await expect(sure(page)).toContainText(/go together/);
  await page.getByRole("button", { name: /^Remove: efficiency after and investment/ }).click();
  await expect(sure(page)).toContainText(/independent/);
});

test("any two inputs are set against each other, the case framed among them", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await summary(page, "Change two inputs at once").click();
  const grid = page.locator("table.grid");
  await expect(grid.locator("td.grid__today")).toHaveText("$430k");
  await page.getByLabel("Across").selectOption({ label: "length of the work" });
  await expect(grid.locator("td.grid__today")).toHaveText("$430k");
  await page.getByLabel("Down").selectOption({ label: "length of the work" });
  await expect(page.locator(".question").getByText(/^Rows and columns are both/)).toBeVisible();
});

test("the brief leads with the middle of the draws", async ({ page }) => {
  await open(page);
  await typeRanges(page);
  await expect(sure(page)).toContainText("10,000 draws");
  await page.getByRole("link", { name: "Brief" }).click();
  await expect(page.locator("#brief-document")).toContainText(/middle of 10,000 draws/);
});
