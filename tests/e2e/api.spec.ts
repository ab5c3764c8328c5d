// `window.groundwork`: the calculation for scripts, to the bit, with errors that name what is wrong.

import { readFileSync } from "node:fs";

import type { Page } from "@playwright/test";

import { headline, open, typeSeed } from "./support/case-page";
import { expect, test } from "./support/test";

// Case files and results are JSON of any shape here; what they hold is what the tests check.
type Json = any;

const readJson = (path: string): Json => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const SEED = readJson("../cases/seed.json");
const GOLDEN = readJson("../golden/results/seed.json");

test.beforeEach(({ page }) => open(page));

test("evaluating the seed case gives the golden results to the bit", async ({ page }) => {
  const results = await evaluate(page, SEED);
  // Also tells -0 from 0, and every other number to its last bit.
  expect(results).toStrictEqual(GOLDEN);
  expect(Object.keys(results)).toEqual(Object.keys(GOLDEN));
});

test("three more cases gain what the model says, which the seed case cannot tell apart", async ({ page }) => {
  const rows = [
    [2_000_000, 0.7, 0.85, 200_000, 270_000],
    [3_000_000, 0.6, 0.8, 300_000, 540_000],
    [1_500_000, 0.65, 0.75, 100_000, 140_000],
  ];
  for (const [annual_cost, now, after, amount, gain] of rows) {
    const results = await evaluate(page, {
      format: "groundwork-case",
      version: 1,
      capacity: { annual_cost },
      efficiency: { now, after },
      investment: { amount },
    });
    expect(results.headline.gain_year_one).toBeCloseTo(gain, 6);
  }
});

test("returns over four horizons are those of the model", async ({ page }) => {
  const rows = [
    { months: 12, total_net: 0, npv: -6_735.61, monthly: 0, annual: 0, index: 0.96496, roi: 0, discounted: null },
    { months: 18, total_net: 200_000, npv: 170_114.12, monthly: 0.1049459, annual: 2.31201404, index: 1.88501, roi: 1, discounted: 12.224048 },
    { months: 24, total_net: 400_000, npv: 338_733.72, monthly: 0.13057436, annual: 3.36103514, index: 2.76224, roi: 2, discounted: 12.224048 },
    { months: 36, total_net: 800_000, npv: 652_796.74, monthly: 0.14236343, annual: 3.93914187, index: 4.39614, roi: 4, discounted: 12.224048 },
  ];
  for (const { months, total_net, npv, monthly, annual, index, roi, discounted } of rows) {
    const { returns, notes, timeline } = await evaluate(page, { ...SEED, horizon_months: months });
    expect(timeline).toHaveLength(months);
    expect(returns.total_net).toBeCloseTo(total_net, 6);
    expect(returns.npv).toBeCloseTo(npv, 2);
    expect(returns.irr_monthly).toBeCloseTo(monthly, 8);
    expect(returns.irr_annual).toBeCloseTo(annual, 8);
    expect(returns.profitability_index).toBeCloseTo(index, 5);
    expect(returns.roi).toBeCloseTo(roi, 9);
    expect(returns.payback_months).toBeCloseTo(12, 9);
    if (discounted === null) {
      expect(returns.discounted_payback_months).toBeNull();
      const reasons = notes.filter((note: Json) => note.figure === "returns.discounted_payback_months");
      expect(reasons.map((note: Json) => note.code)).toEqual(["not_paid_back"]);
    } else {
      expect(returns.discounted_payback_months).toBeCloseTo(discounted, 6);
    }
  }
});

test("solving gives the thresholds, whole months and a wanted return", async ({ page }) => {
  const { horizon } = (await evaluate(page, SEED)).thresholds;
  const none = { npv: 0 };
  expect(await solve(page, SEED, { input: "investment.amount", target: none })).toEqual({
    value: near(horizon.largest_investment),
    today: 200_000,
    met_today: true,
    met_above: false,
    further: [],
    further_met_above: [],
  });
  expect(await solve(page, SEED, { input: "efficiency.after", target: none })).toMatchObject({
    value: near(horizon.efficiency_after),
    met_above: true,
  });
  expect(await solve(page, SEED, { input: "efficiency.confidence", target: none })).toMatchObject({
    value: near(horizon.gain_share),
  });
  const inTwelve = { payback_months: 12 };
  expect(await solve(page, SEED, { input: "horizon_months", target: inTwelve })).toMatchObject({ value: 12 });
  const inFourteen = { payback_months: 14 };
  expect(await solve(page, SEED, { input: "investment.months", target: inFourteen })).toMatchObject({ value: 5 });
  const twice = { roi: 1 };
  expect(await solve(page, SEED, { input: "efficiency.after", target: twice })).toMatchObject({
    value: near(0.7 + 0.4 / 3),
  });
});

test("questions that cannot be answered say why", async ({ page }) => {
  const questions: [Json, RegExp][] = [
    [{ input: "efficiency.confidence", target: { npv: 1e9 } }, /no confidence in the gain within 0 to 1 reaches it/],
    [{ input: "efficiency.confidence", target: { npv: -1e9 } }, /every confidence in the gain within 0 to 1 reaches it/],
    [{ input: "efficiency.nope", target: { npv: 0 } }, /question\.input is "efficiency\.nope"/],
    [{ target: { npv: 0 } }, /question\.input is missing/],
    [{ input: "investment.amount" }, /question\.target must be/],
    [{ input: "investment.amount", target: {} }, /question\.target must have one field/],
    [{ input: "investment.amount", target: { npv: 0, roi: 0 } }, /question\.target must have one field/],
    [{ input: "investment.amount", target: { npv: "0" } }, /question\.target\.npv is "0"/],
    [{ input: "investment.amount", target: { speed: 1 } }, /question\.target\.speed is not known/],
    [null, /question/],
    ["investment.amount", /question/],
  ];
  for (const [question, message] of questions) {
    expect(await refusal(page, "solve", SEED, question)).toMatch(message);
  }
});

test("a case becomes a link of this page, and the link the case", async ({ page, baseURL }) => {
  const link = await page.evaluate((seed) => (window as Json).groundwork.toLink(seed), SEED);
  expect(link.startsWith(`${baseURL}#case=1.`)).toBe(true);
  expect(await page.evaluate((link) => (window as Json).groundwork.fromLink(link), link)).toStrictEqual(SEED);
  const bad: [unknown, RegExp][] = [
    [link.slice(0, -20), /cut off/],
    [link.replace("case=1.", "case=2."), /later release/],
    [baseURL, /no link to a case/],
    [7, /link must be a text/],
    [null, /link must be a text/],
  ];
  for (const [text, message] of bad) expect(await refusal(page, "fromLink", text)).toMatch(message);
  expect(await refusal(page, "toLink", { ...SEED, version: 2 })).toMatch(/version 2/);
  const note = { note: "x" };
  const huge = { ...SEED, sources: Object.fromEntries(Array.from({ length: 8_000 }, (_, at) => [`${at * 7_919 * 7_919}`, note])) };
  expect(await refusal(page, "toLink", huge)).toMatch(/at most 32768/);
});

test("the API announces itself with its version", async ({ page }) => {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.addEventListener("groundwork:ready", (event) => {
      heard.push([event.constructor.name, typeof (window as Json).groundwork.evaluate]);
    });
  });
  // A page that is left while it still loads complains.
  await page.waitForLoadState("networkidle");
  await page.reload();
  await expect.poll(() => page.evaluate(() => (window as Json).heard)).toEqual([["CustomEvent", "function"]]);
  expect(await page.evaluate(() => (window as Json).groundwork.version)).toMatch(/^\d+\.\d+\.\d+$/);
  await page.waitForLoadState("networkidle");
});

test("a number out of range is refused with its path, the value and the range", async ({ page }) => {
  const cases: [(bad: Json) => void, ...RegExp[]][] = [
    [(bad) => (bad.efficiency.now = 1.7), /efficiency\.now/, /1\.7/, /0\.01 to 1/],
    [(bad) => (bad.efficiency.after = 0), /efficiency\.after/, /\b0;/, /0\.01 to 1/],
    [(bad) => (bad.capacity.annual_cost = 0), /capacity\.annual_cost/, /\b0;/, /above 0/],
    [(bad) => (bad.capacity.annual_cost = 2e12), /capacity\.annual_cost/, /2000000000000/, /1000000000000/],
    [(bad) => (bad.investment.amount = -1), /investment\.amount/, /-1/, /0 to/],
    [(bad) => (bad.investment.months = 1.5), /investment\.months/, /1\.5/, /whole number from 1 to 120/],
    [(bad) => (bad.horizon_months = 121), /horizon_months/, /121/, /1 to 120/],
    [(bad) => (bad.discount_rate = 10), /discount_rate/, /10/, /0 to 1/],
    [(bad) => (bad.efficiency.now = "0.7"), /efficiency\.now/, /"0\.7"/, /number/, /0\.01 to 1/],
    [(bad) => (bad.efficiency.now = null), /efficiency\.now/, /null|missing/],
    [(bad) => (bad.efficiency.now = { low: 0.9, likely: 0.8, high: 0.7 }), /efficiency\.now/, /0\.9/, /rise/],
    [(bad) => (bad.horizon_months = { low: 1, likely: 2, high: 3 }), /horizon_months/, /1 to 120/],
    [(bad) => delete bad.efficiency.now, /efficiency\.now is missing/],
    [(bad) => delete bad.capacity, /capacity\.annual_cost is missing/],
    [(bad) => (bad.efficiency = 0.7), /efficiency is 0\.7/, /object/],
    [(bad) => (bad.investment.paid_from = "luck"), /investment\.paid_from/, /luck/, /capacity or money/],
    [(bad) => (bad.start = "2026-13"), /start/, /2026-13/],
    [(bad) => (bad.currency = "dollars"), /currency/, /dollars/],
    [(bad) => Object.assign(bad.capacity, { engineers: 10, salary: 1e5 }), /capacity\.annual_cost/, /capacity\.engineers/, /capacity\.salary/],
    [(bad) => (bad.version = 2), /version 2/, /later/],
    [(bad) => (bad.version = "1"), /version/],
    [(bad) => (bad.format = "groundwork"), /format/, /groundwork-case/],
    [(bad) => delete bad.format, /format/],
  ];
  for (const [spoil, ...messages] of cases) {
    const bad = structuredClone(SEED);
    spoil(bad);
    const refused = await refusal(page, "evaluate", bad);
    for (const message of messages) expect(refused).toMatch(message);
  }
  await worksStill(page);
});

test("all that is wrong with a case is said at once", async ({ page }) => {
  const bad = { ...SEED, efficiency: { now: 1.7, after: "x" }, investment: {} };
  const refused = await refusal(page, "evaluate", bad);
  expect(refused.split("\n")).toEqual([
    expect.stringContaining("efficiency.now is 1.7"),
    expect.stringContaining("efficiency.after is \"x\""),
    expect.stringContaining("investment.amount is missing"),
  ]);
});

test("what JSON cannot hold is refused by name", async ({ page }) => {
  const refused = await page.evaluate((seed) => {
    const api = (window as Json).groundwork;
    const now = (value: unknown) => ({ ...seed, efficiency: { ...seed.efficiency, now: value } });
    const cyclic = { ...seed };
    cyclic.sources = cyclic;
    let deep = {};
    for (let level = 0; level < 5_000; level += 1) deep = { deep };
    const hostile: Record<string, unknown> = {
      NaN: now(NaN),
      Infinity: now(Infinity),
      "-Infinity": now(-Infinity),
      cyclic,
      deep: { ...seed, deep },
      list: [seed],
      text: JSON.stringify(seed),
      null: null,
      undefined: undefined,
      number: 42,
      function: () => seed,
      bigint: now(1n),
      symbol: Symbol("case"),
      throwing: { ...seed, toJSON: () => { throw new RangeError("not today"); } },
      large: { ...seed, title: "x".repeat(300_000) },
    };
    return Object.entries(hostile).map(([name, given]) => {
      try {
        return [name, JSON.stringify(api.evaluate(given))];
      } catch (error) {
        return [name, error instanceof Error ? error.message : `thrown: ${String(error)}`];
      }
    });
  }, SEED);
  const messages = Object.fromEntries(refused);
  expect(messages.NaN).toMatch(/efficiency\.now.*NaN.*0\.01 to 1/);
  expect(messages.Infinity).toMatch(/efficiency\.now.*inf.*0\.01 to 1/i);
  expect(messages["-Infinity"]).toMatch(/efficiency\.now.*-inf.*0\.01 to 1/i);
  for (const name of ["cyclic", "bigint", "throwing", "undefined", "function", "symbol"]) {
    expect(messages[name], name).toMatch(/case must be an object that can be written as JSON/);
  }
  for (const name of ["list", "text", "null", "number"]) {
    expect(messages[name], name).toMatch(/not a case file/);
  }
  expect(messages.deep).toMatch(/levels deep/);
  expect(messages.large).toMatch(/bytes/);
  await worksStill(page);
});

test("a key named __proto__ is data and never a prototype", async ({ page }) => {
  const [results, isPolluted, own] = await page.evaluate((text) => {
    const api = (window as Json).groundwork;
    const given = JSON.parse(text);
    const results = api.evaluate(given);
    return [results, "polluted" in {}, Object.keys(given.efficiency)];
  }, JSON.stringify(SEED).replace('"now":', '"__proto__":{"polluted":true,"after":0.1},"now":').replace('"format":', '"__proto__":{"polluted":true,"version":9},"format":'));
  expect(own).toContain("__proto__");
  const { notes, ...figures } = results;
  const { notes: _, ...golden } = GOLDEN;
  expect(figures).toStrictEqual(golden);
  // Data nobody reads, and said so.
  expect(notes.map((note: Json) => note.code)).toEqual(["unused_field", "unused_field"]);
  expect(isPolluted).toBe(false);

  // What a prototype holds is not part of the file.
  const inherited = await page.evaluate((seed) => {
    const { efficiency, ...rest } = seed;
    try {
      return JSON.stringify((window as Json).groundwork.evaluate(Object.assign(Object.create({ efficiency }), rest)));
    } catch (error) {
      return (error as Error).message;
    }
  }, SEED);
  expect(inherited).toMatch(/efficiency\.now is missing/);
});

test("the case of a script leaves the case on the page alone", async ({ page }) => {
  await typeSeed(page);
  const before = await headline(page).textContent();
  await evaluate(page, { ...SEED, capacity: { annual_cost: 5_000_000 } });
  await refusal(page, "evaluate", { ...SEED, efficiency: {} });
  expect(await headline(page).textContent()).toBe(before);
});

function evaluate(page: Page, given: Json): Promise<Json> {
  return page.evaluate((given) => (window as Json).groundwork.evaluate(given), given);
}

function solve(page: Page, given: Json, question: Json): Promise<Json> {
  return page.evaluate(([given, question]) => (window as Json).groundwork.solve(given, question), [given, question]);
}

/** Message of the `Error` that a call throws. */
function refusal(page: Page, name: "evaluate" | "solve" | "toLink" | "fromLink", ...given: Json[]): Promise<string> {
  return page.evaluate(
    ([name, given]) => {
      try {
        return `no error but ${JSON.stringify((window as Json).groundwork[name](...given))}`;
      } catch (error) {
        return error instanceof Error ? error.message : `thrown: ${String(error)}`;
      }
    },
    [name, given] as const,
  );
}

/** Nothing that was refused has broken the page. */
async function worksStill(page: Page) {
  expect(await evaluate(page, SEED)).toStrictEqual(GOLDEN);
  await typeSeed(page);
  await expect(headline(page)).toContainText("$600k of $2.0M");
}

/** Within a millionth of `value`. */
function near(value: number) {
  return expect.closeTo(value, 6 - Math.ceil(Math.log10(Math.abs(value))));
}
