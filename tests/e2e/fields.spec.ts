// What may be said beside the four numbers: costs and benefits that come and go, the team, sources.

import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import { field, figures, figuresInTables, open, openAll, ready, saved, stale, summary, type, typeSeed } from "./support/case-page";
import { tabTo } from "./support/keyboard";
import { expect, test } from "./support/test";

const HORIZON = 24;
const MONTHLY_RATE = 1.1 ** (1 / 12) - 1;

test("a case with a cost and a benefit gives the figures of the model", async ({ page }) => {
  await openSeed(page);
  await addCost(page, "Licenses", { "Paid once": "$6k", "In month": "4", "Paid a year": "$12k", "From month": "7" });
  await addBenefit(page, "Fewer incidents", "Login outages", {
    "Incidents a year now": "12",
    "Incidents a year after": "3",
    "Cost of an incident": "$8k",
    Confidence: "75%",
    Delay: "2",
  });
  await line(page, "Login outages").getByLabel("Counts as").selectOption("Cash");

  // 9 incidents fewer at 8k, 75 % of it: 54k a year, 4.5k a month, from the third month after June.
  // 6k in April, then 1k a month from July to the horizon.
  const benefit = (month: number) => (month >= 6 + 2 + 1 ? 4_500 : 0);
  const cost = (month: number) => (month === 4 ? 6_000 : 0) + (month >= 7 ? 1_000 : 0);
  await expect(line(page, "Login outages")).toContainText("$54,000 a year");
  await openAll(page);
  await expect(figures(page, "headline.other_benefits_per_year").last()).toHaveText("$54,000");
  await expect
    .poll(() => figuresInTables(page))
    .toMatchObject({
      "headline.cost_of_delay_per_week": "$8,500", // (400k + 54k - 12k) / 52
      "calendar_years.2026.other_benefits": "$18,000", // September to December
      "calendar_years.2026.costs": "$12,000", // 6k once, six months of 1k
      "calendar_years.2026.net": "$6,000", // 200k + 18k - 200k - 12k
      "calendar_years.2027.other_benefits": "$54,000",
      "calendar_years.2027.costs": "$12,000",
      "calendar_years.2027.net": "$442,000",
      "returns.total_net": "$448,000",
      "by_tag.cash.benefits": money(presentValue(benefit)),
      "by_tag.cash.costs": money(presentValue(cost)),
      "by_tag.cash.net": money(presentValue(benefit) - presentValue(cost)),
      "returns.npv_cash_only": money(presentValue(benefit) - presentValue(cost)),
    });
  await expect(stale(page)).toHaveCount(0);
});

test("what is entered beside the four numbers changes the case as the model says", async ({ page }) => {
  await openSeed(page);
  await openAll(page);
  await type(page, "Share of freed hours that is used", "50%");
  await type(page, "Confidence in the gain", "80%");
  // 0.5 x 2M x 0.8 x 0.2
  await expect.poll(() => figuresInTables(page)).toMatchObject({ "headline.gain_per_year": "$160,000" });
  await type(page, "Share of capacity for upkeep", "1%");
  // 1 % of 2M, from July on
  await expect.poll(() => figuresInTables(page)).toMatchObject({ "calendar_years.2027.upkeep": "$20,000" });
  await expect(page.getByText("the case assumes it gets no worse")).toBeVisible();
  await type(page, "Efficiency lost a year", "12%");
  await expect(page.getByText("the case assumes it gets no worse")).toBeHidden();
  // One point a month from 70 %: 11 points lost by December.
  await expect.poll(() => figuresInTables(page)).toMatchObject({ "timeline.12.baseline_efficiency": "59.00%" });
});

test("hours that may count twice are asked about, and both answers do what they say", async ({ page }) => {
  await openSeed(page);
  const numbers = { "Hires a year": "5", "Weeks until useful now": "12", "Weeks until useful after": "8", "Cost of a newcomer a week": "$3k" };
  await addBenefit(page, "Newcomers useful sooner", "Hiring plan", numbers);
  const asked = line(page, "Hiring plan").getByText("may count the same hours");
  await expect(asked).toBeVisible();
  await page.getByRole("button", { name: "Keep both: tag as cash" }).click();
  await expect(asked).toBeHidden();
  await expect(line(page, "Hiring plan").getByLabel("Counts as")).toHaveValue("cash");
  await expect(line(page, "Hiring plan").getByLabel("Counts as")).toBeFocused();

  await line(page, "Hiring plan").getByLabel("Counts as").selectOption("capacity");
  await expect(asked).toBeVisible();
  await page.getByRole("button", { name: "Remove this line" }).click();
  await expect(line(page, "Hiring plan")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Add a benefit" })).toBeFocused();

  // Where efficiency does not rise, nothing is counted twice.
  await addBenefit(page, "Newcomers useful sooner", "Hiring plan", numbers);
  await type(page, "Efficiency after", "70%");
  await expect(asked).toBeHidden();
});

test("an incomplete line says what is missing while the rest is evaluated", async ({ page }) => {
  await openSeed(page);
  await addBenefit(page, "Fewer people leaving", "Two who may go", { "Leavers a year now": "2", "Leavers a year after": "1" });
  await expect(line(page, "Two who may go")).toContainText("still needed: salary of a leaver.");
  await expect(summary(page, "Other benefits")).toContainText("1 not counted yet");
  await expect(stale(page)).toHaveCount(0);
  await expect(figures(page, "headline.gain_per_year").first()).toHaveText("$400k");

  await line(page, "Two who may go").getByLabel("Salary of a leaver").fill("$120k");
  // 1 leaver fewer x 120k x 50 %
  await expect(line(page, "Two who may go")).toContainText("$60,000 a year");
  await expect(summary(page, "Other benefits")).toContainText("1 line");
});

test("a cost that ends before it begins, or begins after the horizon, says so", async ({ page }) => {
  await openSeed(page);
  await addCost(page, "Licenses", { "Paid a year": "$12k", "From month": "8", "To month": "5" });
  await expect(line(page, "Licenses")).toContainText("never paid");
  await line(page, "Licenses").getByLabel("To month").fill("");
  await expect(line(page, "Licenses")).not.toContainText("never paid");
  await line(page, "Licenses").getByLabel("From month").fill("25");
  await expect(line(page, "Licenses")).toContainText("falls after the horizon");
});

test("capacity turns into a team and back, and survives a reload half done", async ({ page }) => {
  await openSeed(page);
  await page.getByRole("button", { name: "or as a team" }).click();
  await type(page, "Number of engineers", "10");
  await expect(page.getByText("Until the team is complete, $2,000,000 a year counts.")).toBeVisible();
  await expect(figures(page, "headline.absorbed_per_year").first()).toHaveText("$600k");
  await saved(page);
  await page.reload();
  await ready(page);
  await expect(field(page, "Engineering capacity a year")).toHaveValue("$2,000,000");
  await page.getByRole("button", { name: "or as a team" }).click();
  await expect(field(page, "Number of engineers")).toHaveValue("10");

  await type(page, "Salary of an engineer", "$120k");
  // 10 x 120k x 1.4, of which 30 % is lost
  await expect(page.getByText("Engineering capacity a year: $1,680,000.")).toBeVisible();
  await expect(figures(page, "headline.absorbed_per_year").first()).toHaveText("$504k");
  await page.getByRole("button", { name: "or as an amount" }).click();
  await expect(field(page, "Engineering capacity a year")).toHaveValue("$1,680,000");
  await page.getByRole("button", { name: "or as a team" }).click();
  await expect(field(page, "Number of engineers")).toHaveValue("10");
  await expect(field(page, "Salary of an engineer")).toHaveValue("$120,000");

  await type(page, "Salary of an engineer", "$1M");
  await expect(figures(page, "headline.absorbed_per_year").first()).toHaveText("$4.2M"); // 30 % of 14M
  await type(page, "Salary of an engineer", "");
  await expect(figures(page, "headline.absorbed_per_year").first()).toHaveText("$504k");
  await type(page, "Salary of an engineer", "$120k");
  await page.getByRole("button", { name: "or as an amount" }).click();
  await expect(field(page, "Engineering capacity a year")).toHaveValue("$1,680,000");
  await expect(stale(page)).toHaveCount(0);
});

test("numbers without a source are marked, and a note of two lines is kept", async ({ page }) => {
  await openSeed(page);
  await summary(page, "Sources").click();
  // The three months of work are a suggestion, which nobody entered.
  await expect(summary(page, "Sources")).toContainText("0 of 5 inputs");
  await expect(page.locator("details", { has: summary(page, "Sources") }).getByText("not your number", { exact: true })).toHaveCount(1);
  await field(page, "Source of efficiency now").fill("Survey of both teams:\nthree of ten days");
  await expect(summary(page, "Sources")).toContainText("1 of 5 inputs");
  await expect(page.getByText("no source yet")).toHaveCount(4);
  await saved(page);
  await page.reload();
  await ready(page);
  await expect(summary(page, "Sources")).toContainText("1 of 5 inputs");
  await summary(page, "Sources").click();
  await expect(field(page, "Source of efficiency now")).toHaveValue("Survey of both teams:\nthree of ten days");
});

test("by keyboard alone a line is added, filled, tagged and removed", async ({ page }) => {
  await openSeed(page);
  await tabTo(page, summary(page, "Costs"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Add a cost" }));
  await page.keyboard.press("Enter");
  await expect(field(page, "Name")).toBeFocused();
  await page.keyboard.type("Training");
  await page.keyboard.press("Tab");
  await expect(field(page, "Paid once")).toBeFocused();
  await page.keyboard.type("$6k");
  await tabTo(page, page.getByLabel("Counts as"));
  await page.keyboard.type("Cap");
  await expect(page.getByLabel("Counts as")).toHaveValue("capacity");
  await tabTo(page, page.getByRole("button", { name: "Add a cost" }));
  await page.keyboard.press("Space");
  await expect(line(page, "Unnamed cost").getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Licenses");
  await expect(summary(page, "Costs")).toContainText("2 lines");
  await expect(line(page, "Licenses").getByLabel("Name")).toHaveValue("Licenses");

  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Remove Training" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Licenses" })).toBeFocused();
  await expect(summary(page, "Costs")).toContainText("1 line");
  await tabTo(page, page.getByRole("button", { name: "Remove Licenses" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Add a cost" })).toBeFocused();
});

test("a line may go while somebody is in one of its fields", async ({ page }) => {
  await openSeed(page);
  await addCost(page, "First", { "Paid once": "$1k" });
  await addCost(page, "Second", { "Paid once": "$2k" });
  await line(page, "First").getByLabel("Paid once").fill("$9k");
  await expect(line(page, "First").getByLabel("Paid once")).toBeFocused();
  // Not a click, which would take the focus out of the field before.
  await page.getByRole("button", { name: "Remove First" }).evaluate((button: HTMLElement) => button.click());
  await expect(line(page, "First")).toHaveCount(0);
  await expect(line(page, "Second").getByLabel("Paid once")).toHaveValue("$2,000");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 320]) {
    test(`lines, the guard and the team have no findings of axe, ${colorScheme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await openSeed(page);
      await addCost(page, "A cost with a name that is longer than the column is wide", { "Paid a year": "$12k", "From month": "8", "To month": "5" });
      await addBenefit(page, "Fewer incidents", "Login outages", { "Incidents a year now": "12", "Incidents a year after": "3", "Cost of an incident": "$8k" });
      await addBenefit(page, "Revenue at risk", "", {});
      await page.getByRole("button", { name: "or as a team" }).click();
      await openAll(page);
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
      const { violations } = await axe.withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
      const [excess, ids] = await page.evaluate(() => [
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        [...document.querySelectorAll("[id]")].map(({ id }) => id),
      ] as const);
      expect(excess).toBeLessThanOrEqual(0);
      expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
    });
  }
}

/** Opens the page with the two-million conversation, beginning in January 2026. */
async function openSeed(page: Page) {
  await open(page);
  await typeSeed(page);
  await summary(page, "Timing").click();
  await type(page, "The case begins in", "2026-01");
  await type(page, "First month of the work", "4");
  await type(page, "Length of the work", "3");
}

/** The line of that name. */
function line(page: Page, name: string): Locator {
  return page.getByRole("group", { name, exact: true });
}

async function addCost(page: Page, name: string, numbers: Record<string, string>) {
  const add = page.getByRole("button", { name: "Add a cost" });
  if (!(await add.isVisible())) await summary(page, "Costs").click();
  await add.click();
  await fill(page, name, numbers);
}

async function addBenefit(page: Page, kind: string, name: string, numbers: Record<string, string>) {
  const add = page.getByRole("button", { name: "Add a benefit" });
  if (!(await add.isVisible())) await summary(page, "Other benefits").click();
  await page.getByLabel("Kind of benefit").selectOption(kind);
  await add.click();
  await fill(page, name, numbers);
}

/** Names the line that was just added, where the focus is, and fills its fields. */
async function fill(page: Page, name: string, numbers: Record<string, string>) {
  await expect(page.locator("input:focus")).toHaveValue("");
  await page.keyboard.type(name);
  for (const [label, text] of Object.entries(numbers)) {
    const number = line(page, name).getByLabel(label, { exact: true });
    await number.fill(text);
    await number.blur();
  }
}

/** Flows at the ends of months 1 to 24, valued at the start of month 1. */
function presentValue(flow: (month: number) => number): number {
  let sum = 0;
  for (let month = 1; month <= HORIZON; month += 1) sum += flow(month) / (1 + MONTHLY_RATE) ** month;
  return sum;
}

function money(amount: number): string {
  return amount.toLocaleString("en-US", { style: "currency", currency: "USD" });
}
