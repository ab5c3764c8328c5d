// Measures the built page in a real browser; `cargo xtask bench` calls it and prints the results.
//
// Writes to the file named in GROUNDWORK_REPORT:
//   { evaluate_us: number | null, simulate_ms: number | null,
//     keystroke_ms: { median, p95, count } | null,
//     ranges_keystroke_ms: the same, with ranges in the case,
//     draws_ms: { median, p95, count } | null, notes: [text] }
// A part that the page does not have yet is null, and a note says so.

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";

import { serve } from "./static-server.mjs";

const SEED_CASE = {
  format: "groundwork-case",
  version: 1,
  start: "2026-01",
  horizon_months: 24,
  discount_rate: 0.1,
  capacity: { annual_cost: 2_000_000 },
  efficiency: { now: 0.7, after: 0.9 },
  investment: { amount: 200_000, first_month: 4, months: 3 },
};
/** The same with everything uncertain that usually is. */
const UNCERTAIN_CASE = {
  ...SEED_CASE,
  capacity: { annual_cost: { low: 1_800_000, likely: 2_000_000, high: 2_300_000 } },
  efficiency: { now: { low: 0.65, likely: 0.7, high: 0.75 }, after: { low: 0.8, likely: 0.9, high: 0.95 } },
  investment: { ...SEED_CASE.investment, amount: { low: 150_000, likely: 200_000, high: 350_000 } },
};
/** What is typed where a keystroke is measured with ranges. */
const RANGES = [
  ["Efficiency after", "80..90..95"],
  ["Investment", "150k..200k..300k"],
];
const ROUNDS = 50;
/** Long enough that the browser's coarse clock does not matter. */
const ROUND_MS = 10;
const DIGITS_A_NUMBER = 7;
const NUMBERS = 8;
/** Work that a key causes later than this is not felt as part of the keystroke. */
const KEY_WINDOW_MS = 100;
/** From one key to the next: the draws, which are asked for after a pause, arrive in between. */
const KEY_INTERVAL_MS = 400;

const notes = [];
const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const server = await serve({ folder: dist });
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH,
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
});
try {
  const page = await browser.newPage({ locale: "en-US", serviceWorkers: "block" });
  await page.goto(server.url);
  await page.locator("body :visible").first().waitFor();
  const report = {
    evaluate_us: await measureEvaluate(page),
    simulate_ms: await measureSimulate(page),
    keystroke_ms: (await measureKeystroke(page))?.keys,
    notes,
  };
  for (const [label, range] of RANGES) {
    await page.getByRole("textbox", { name: label, exact: true }).fill(range);
    await page.keyboard.press("Tab");
  }
  const withRanges = await measureKeystroke(page);
  report.ranges_keystroke_ms = withRanges?.keys;
  report.draws_ms = withRanges?.later;
  const text = JSON.stringify(report, null, 2);
  if (process.env.GROUNDWORK_REPORT) await writeFile(process.env.GROUNDWORK_REPORT, text);
  else console.log(text);
} finally {
  await browser.close();
  server.close();
}

/** Median time of one `window.groundwork.evaluate(case)`, in microseconds. */
async function measureEvaluate(page) {
  const isThere = await page
    .waitForFunction(() => typeof window.groundwork?.evaluate === "function", null, { timeout: 5_000 })
    .then(() => true, () => false);
  if (!isThere) {
    notes.push("skipped: the page has no window.groundwork.evaluate yet");
    return null;
  }
  const times = await page.evaluate(
    ([seedCase, rounds, roundMs]) => {
      const measure = (calls) => {
        const start = performance.now();
        for (let call = 0; call < calls; call += 1) window.groundwork.evaluate(seedCase);
        return performance.now() - start;
      };
      // Also warms up.
      let calls = 16;
      while (measure(calls) < roundMs) calls *= 2;
      return Array.from({ length: rounds }, () => (measure(calls) * 1_000) / calls);
    },
    [SEED_CASE, ROUNDS, ROUND_MS],
  );
  return quantile(times, 0.5);
}

/** Median time from asking the worker for 10,000 draws of a case with four ranges to its results. */
async function measureSimulate(page) {
  if (!(await page.evaluate(() => typeof window.groundwork?.simulate === "function"))) {
    notes.push("skipped: the page has no window.groundwork.simulate yet");
    return null;
  }
  const times = await page.evaluate(
    async ([uncertainCase, rounds]) => {
      const measure = async () => {
        const start = performance.now();
        await window.groundwork.simulate(uncertainCase, { draws: 10_000 });
        return performance.now() - start;
      };
      // Fetches the worker and warms it up.
      for (let call = 0; call < 5; call += 1) await measure();
      const times = [];
      while (times.length < rounds) times.push(await measure());
      return times;
    },
    [UNCERTAIN_CASE, ROUNDS],
  );
  return quantile(times, 0.5);
}

/**
 * Time of the main thread for one digit typed: script, style, layout and paint, from a trace. What it
 * causes later, which is the draws where there are ranges, is told apart.
 */
async function measureKeystroke(page) {
  const preferred = page.locator("#capacity-annual-cost");
  const field = (await preferred.count()) ? preferred : page.locator("input[type=text], input:not([type])").first();
  if (!(await field.count())) {
    notes.push("skipped: the page has no text field yet");
    return null;
  }
  await field.focus();
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] },
  });
  for (let number = 0; number < NUMBERS; number += 1) {
    await field.selectText();
    await page.waitForTimeout(500);
    for (let digit = 1; digit <= DIGITS_A_NUMBER; digit += 1) {
      await page.keyboard.press(`Digit${digit}`);
      await page.waitForTimeout(KEY_INTERVAL_MS);
    }
  }
  const isComplete = new Promise((complete) => session.once("Tracing.tracingComplete", complete));
  await session.send("Tracing.end");
  await isComplete;

  const keys = events.filter((event) => event.name === "EventDispatch" && event.args?.data?.type === "keydown");
  if (!keys.length) {
    notes.push("skipped: the trace has no key events");
    return null;
  }
  const { pid, tid } = keys[0];
  const tasks = events.filter((event) => event.name === "RunTask" && event.pid === pid && event.tid === tid);
  const within = (fromMs, toMs) => {
    const times = keys.map(({ ts }) => {
      const [from, to] = [ts + fromMs * 1_000, ts + toMs * 1_000];
      const own = tasks.filter((task) => from < task.ts + task.dur && task.ts < to);
      return own.reduce((total, task) => total + task.dur, 0) / 1_000;
    });
    return { median: quantile(times, 0.5), p95: quantile(times, 0.95), count: times.length };
  };
  return { keys: within(0, KEY_WINDOW_MS), later: within(KEY_WINDOW_MS, KEY_INTERVAL_MS - 20) };
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
