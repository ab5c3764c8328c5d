// Measures the built page with Lighthouse as a phone sees it; `cargo xtask bench` calls it.
//
// Writes to the file named in GROUNDWORK_REPORT:
//   { lighthouse: { performance, accessibility, best_practices }, notes: [text] }
// Scores are medians of all runs, from 0 to 100; notes name what cost a point in the median run.

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { serve } from "./static-server.mjs";

const RUNS = 5;
const CATEGORIES = ["performance", "accessibility", "best-practices"];

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const server = await serve({ folder: dist, isCompressing: true });
const runs = [];
try {
  for (let run = 0; run < RUNS; run += 1) {
    const chrome = await launch({
      chromePath: process.env.CHROME_PATH,
      chromeFlags: ["--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update"],
    });
    try {
      const { lhr } = await lighthouse(server.url, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" });
      runs.push(lhr);
    } finally {
      await chrome.kill();
    }
  }
} finally {
  server.close();
}

const median = (category) => {
  const sorted = [...runs].sort((a, b) => a.categories[category].score - b.categories[category].score);
  return sorted[Math.floor(RUNS / 2)];
};
const score = (category) => Math.round(100 * median(category).categories[category].score);
const report = {
  lighthouse: {
    performance: score("performance"),
    accessibility: score("accessibility"),
    best_practices: score("best-practices"),
  },
  notes: CATEGORIES.flatMap((category) => lost(median(category), category)),
};
const text = JSON.stringify(report, null, 2);
if (process.env.GROUNDWORK_REPORT) await writeFile(process.env.GROUNDWORK_REPORT, text);
else console.log(text);

/** What a category counts and is not perfect. */
function lost({ categories, audits }, category) {
  const counted = categories[category].auditRefs.filter(({ weight }) => weight > 0);
  return counted
    .map(({ id, weight }) => ({ weight, ...audits[id] }))
    .filter(({ score }) => score !== null && score < 1)
    .map(({ title, weight, score, displayValue }) => {
      const value = displayValue ? `, ${displayValue}` : "";
      return `Lighthouse, ${category}: ${title}${value} (${Math.round(100 * score)} of 100, weight ${weight})`;
    });
}
