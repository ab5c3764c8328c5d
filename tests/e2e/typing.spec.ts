// A case typed by keyboard alone gives every figure of the model.

import {
  field,
  figures,
  figuresInTables,
  FOUR,
  headline,
  open,
  openAll,
  saved,
  SEED_TEXTS,
  stale,
  summary,
  type,
} from "./support/case-page";
import { tabTo, typeHere } from "./support/keyboard";
import { RETURNS_AT_HORIZONS, SEED_FIGURES, seedMonths } from "./support/seed-figures";
import { expect, test } from "./support/test";

test("the two-million conversation typed by keyboard alone shows every figure of the model", async ({ page }) => {
  await open(page);
  for (const label of FOUR) {
    await tabTo(page, field(page, label));
    await typeHere(page, SEED_TEXTS[label]);
  }
  await tabTo(page, summary(page, "Timing"));
  await page.keyboard.press("Enter");
  for (const [label, text] of [
    ["The case begins in", "2026-01"],
    ["First month of the work", "4"],
    ["Length of the work", "3"],
  ]) {
    await tabTo(page, field(page, label));
    await typeHere(page, text);
  }
  await page.keyboard.press("Tab");

  await expect(headline(page)).toHaveText(
    "Working around debt absorbs $600k of $2.0M a year. Spending $200k on it from April to June is " +
      "worth $400k a year from July on, and is paid back by the end of December 2026.",
  );
  await expect(stale(page)).toHaveCount(0);
  await expect(page.getByText("20 points: 29% more output from the same people")).toHaveText(
    "70% to 90% is 20 points: 29% more output from the same people, or the same work in 22% less time.",
  );
  for (const [name, text] of Object.entries({
    "headline.absorbed_per_year": "$600k",
    "headline.gain_per_year": "$400k",
    "returns.npv": "$339k",
    "returns.npv_cash_only": "$0",
    "returns.roi_discounted": "176%",
    "returns.deepest_point": "−$200k",
    "headline.cost_of_delay_per_week": "$7.7k",
  })) {
    await expect(figures(page, name).first(), name).toHaveText(text);
  }

  // Space opens what Enter opens.
  const closed = page.locator("main details:not([open]) > summary");
  const tables = closed.filter({ hasNotText: "Finance" });
  for (let opened = 0; (await tables.count()) > 0; opened += 1) {
    await tabTo(page, tables.first());
    await page.keyboard.press(opened % 2 ? "Enter" : "Space");
  }
  const expected = { ...SEED_FIGURES, ...seedMonths() };
  await expect.poll(() => figuresInTables(page)).toEqual(expected);
  await saved(page);
});

test("horizons typed into Finance give the returns of the model", async ({ page }) => {
  await open(page);
  for (const label of FOUR) {
    await tabTo(page, field(page, label));
    await typeHere(page, SEED_TEXTS[label]);
  }
  await tabTo(page, summary(page, "Timing"));
  await page.keyboard.press("Enter");
  await tabTo(page, field(page, "First month of the work"));
  await typeHere(page, "4");
  await tabTo(page, summary(page, "Finance"));
  await page.keyboard.press("Enter");
  await tabTo(page, summary(page, /^Returns over/));
  await page.keyboard.press("Enter");

  for (const [horizon, returns] of Object.entries(RETURNS_AT_HORIZONS)) {
    await tabTo(page, field(page, "Horizon"));
    await typeHere(page, horizon);
    await page.keyboard.press("Tab");
    await expect(figures(page, "horizon_months").first()).toHaveText(`${horizon} months`);
    await expect.poll(() => figuresInTables(page)).toMatchObject(returns);
  }
});

test("a range stands in a field and its likely value in the figures", async ({ page }) => {
  await open(page);
  for (const [at, text] of ["2 million", "0.7", "80 to 95", "200k"].entries()) {
    await tabTo(page, field(page, FOUR[at]));
    await typeHere(page, text);
  }
  await page.keyboard.press("Tab");

  await expect(field(page, "Engineering capacity a year")).toHaveValue("$2,000,000");
  await expect(field(page, "Efficiency now")).toHaveValue("70%");
  await expect(field(page, "Efficiency after")).toHaveValue("80% to 95%");
  await expect(field(page, "Investment")).toHaveValue("$200,000");
  await expect(stale(page)).toHaveCount(0);
  await expect(figures(page, "headline.gain_per_year").first()).toHaveText("$350k");
});

test("tables keep the digits that sentences leave out", async ({ page }) => {
  await open(page);
  for (const [label, text] of Object.entries({ ...SEED_TEXTS, "Efficiency after": "87.25%" })) {
    await type(page, label, text);
  }
  await expect(figures(page, "headline.points_gained").first()).toHaveText("17 points");
  await openAll(page);
  await expect
    .poll(() => figuresInTables(page))
    .toMatchObject({ "headline.points_gained": "17.25 points", "headline.gain_per_year": "$345,000" });
});
