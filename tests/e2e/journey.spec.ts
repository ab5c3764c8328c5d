// An engineer who comes with four numbers and leaves with a case: by keyboard alone, and by touch.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { field, figures, headline, open, openAll, saved, SEED_TEXTS, summary, typeSeed } from "./support/case-page";
import { tabTo } from "./support/keyboard";
import { expect, test } from "./support/test";

test("by keyboard alone: from the empty page to a case with a source, a cost and an answer", async ({ page }) => {
  test.setTimeout(60_000);
  await open(page);
  const fill = async (label: string, text: string) => {
    await tabTo(page, field(page, label));
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(text);
  };
  for (const [label, text] of Object.entries(SEED_TEXTS)) await fill(label, text);
  await page.keyboard.press("Tab");
  await expect(headline(page)).toContainText("absorbs $600k of $2.0M a year");

  await tabTo(page, summary(page, "Timing"));
  await page.keyboard.press("Enter");
  await fill("The case begins in", "2026-01");
  await fill("First month of the work", "4");
  await expect(headline(page)).toContainText("from April to June");

  await tabTo(page, summary(page, "Costs"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Add a cost" }));
  await page.keyboard.press("Enter");
  await expect(field(page, "Name")).toBeFocused();
  await page.keyboard.type("Training");
  await fill("Paid once", "$24k");

  await tabTo(page, summary(page, "Sources"));
  await page.keyboard.press("Enter");
  await fill("Source of engineering capacity a year", "FY26 budget, finance");
  await expect(page.getByText("FY26 budget, finance").first()).toBeVisible();

  await tabTo(page, figures(page, "returns.npv").first());
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog");
  await expect(panel).toContainText("FY26 budget, finance");
  await page.keyboard.press("Escape");

  const chart = page.getByRole("slider");
  await tabTo(page, chart);
  await page.keyboard.press("End");
  // 18 months of 33,333 less 200,000 less 24,000.
  await expect(chart).toHaveAttribute("aria-valuetext", /December 2027.*\$376k/);

  await tabTo(page, page.getByText("Ask for another target"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("textbox", { name: "How much" }));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("24");
  await expect(page.getByText(/^To be paid back within 24 months, efficiency after must be at least/)).toBeVisible();

  await page.keyboard.press("ControlOrMeta+Z");
  await saved(page);
  await page.reload();
  await expect(headline(page)).toContainText("from April to June");
  await expect(summary(page, "Costs")).toContainText("1 line");
});

test.describe("by touch at 360 px", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("from the empty page to a figure that explains itself", async ({ page }) => {
    await open(page);
    for (const [label, text] of Object.entries(SEED_TEXTS)) {
      await field(page, label).tap();
      await page.keyboard.type(text);
    }
    await summary(page, "Timing").tap();
    await field(page, "First month of the work").tap();
    await page.keyboard.type("4");
    await page.getByText("Investment", { exact: true }).first().tap();
    await expect(headline(page)).toContainText("$400k");

    await headline(page).locator('[data-figure="headline.gain_per_year"]').tap();
    await expect(page.getByRole("dialog")).toContainText("$400,000");
    await page.getByRole("button", { name: "Go to the field of engineering capacity a year" }).tap();
    await expect(field(page, "Engineering capacity a year")).toBeFocused();

    const chart = page.getByRole("slider");
    await chart.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await chart.boundingBox())!;
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await expect(page.locator(".chart__reading")).toBeVisible();
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(excess).toBeLessThanOrEqual(0);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing with every panel open, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme });
    await open(page);
    await typeSeed(page);
    await summary(page, "Other benefits").click();
    await page.getByRole("button", { name: "Add a benefit" }).click();
    await openAll(page);
    await page.getByRole("button", { name: "Show data" }).click();
    await page.getByRole("slider").focus();
    await page.keyboard.press("End");
    await expectNothingFound(page, "everything open");
    await page.keyboard.press("Escape");
    await figures(page, "returns.npv").first().click();
    await expectNothingFound(page, "a trace");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Shortcuts" }).or(page.getByRole("button", { name: "?" })).first().click();
    await expectNothingFound(page, "the shortcuts");
  });
}

async function expectNothingFound(page: Page, state: string) {
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]);
  const { violations } = await axe.analyze();
  const findings = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  expect.soft(findings, state).toEqual([]);
}
