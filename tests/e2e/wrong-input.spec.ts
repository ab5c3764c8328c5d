// Text that cannot be used is kept as it was typed, explained under its field, and takes nothing
// away from the result on screen.

import type { Page } from "@playwright/test";

import { field, FOUR, headline, messageOf, open, paste, saved, SEED_TEXTS, stale, type, typeSeed } from "./support/case-page";
import { expect, test } from "./support/test";

type Wrong = [text: string, message: RegExp];

const EVERYWHERE: Wrong[] = [
  ["eight", /^“eight” is not a number; type a figure such as /],
  ["💸💸", /^“💸💸” is not a number/],
  ["<b>70</b>", /is not a unit|is not a number/],
  ["1e400", /too large a figure to compute with/],
  ["9".repeat(400), /too large a figure to compute with/],
  ["7 to", /misses a figure/],
  ["1..2..3..4", /more than three figures/],
  ["1,234,56", /separators .* do not fit together/],
  ["80 95", /can be read in several ways; type one figure, or a range such as 80 to 95/],
  [`7${" figures".repeat(30)}`, /longer than a figure can be/],
];

const MONEY: Wrong[] = [
  ["70%", /“%” stands for a share, and this field takes an amount of money/],
  ["€200", /“€” stands for EUR, and amounts here are in USD \(\$\); .* change the currency of the case to EUR/],
  ["3M..2M..1M", /rises from lowest over most likely to highest; \$3,000,000, \$2,000,000, \$1,000,000 does not/],
];

const SHARE: Wrong[] = [
  ["170%", /is between 1% and 100%; 170% is above that/],
  ["-5%", /is between 1% and 100%; −5% is below that/],
  ["0", /is between 1% and 100%; 0% is below that/],
  ["$70", /“\$” stands for an amount of money, and this field takes a share/],
  ["95..90..80", /rises from lowest over most likely to highest; 95%, 90%, 80% does not/],
];

const WRONG: Record<(typeof FOUR)[number], Wrong[]> = {
  "Engineering capacity a year": [
    ...MONEY,
    ["-2M", /Engineering capacity a year is above \$0; −\$2,?.*is not/],
    ["0", /Engineering capacity a year is above \$0; \$0 is not/],
    ["2,000B", /Engineering capacity a year is .*\$1\.0T/],
  ],
  "Efficiency now": SHARE,
  "Efficiency after": SHARE,
  Investment: [...MONEY, ["-200k", /Investment is between \$0 and \$1\.0T; −\$200,000 is below that/]],
};

for (const label of FOUR) {
  test(`${label}: text that cannot be used, or none, is explained and takes nothing away`, async ({ page }) => {
    await open(page);
    await typeSeed(page);
    const lead = (await headline(page).textContent())!;
    await expect(field(page, label)).toHaveAttribute("aria-invalid", "false");
    const mended = await field(page, label).inputValue();

    for (const [text, message] of [...EVERYWHERE, ...WRONG[label]]) {
      await paste(page, label, text);
      await expect(field(page, label), text).toHaveAttribute("aria-invalid", "true");
      await expect(field(page, label)).toHaveValue(text);
      expect(await messageOf(page, label)).toMatch(message);
      await expect(stale(page)).toHaveText(new RegExp(`what stands in ${label} cannot`, "i"));
      await expect(headline(page)).toHaveText(lead);
    }
    for (const nothing of ["", "   "]) {
      await type(page, label, nothing);
      await expect(stale(page)).toHaveText(new RegExp(`still needed: ${label}`, "i"));
      await expect(headline(page)).toHaveText(lead);
      await type(page, label, SEED_TEXTS[label]);
      await expectMended(page, label, mended, lead);
    }
  });
}

test("a problem is said when the field is left, not while a figure is being typed", async ({ page }) => {
  await open(page);
  await field(page, "Efficiency now").focus();
  await page.keyboard.type("seventy");
  expect(await messageOf(page, "Efficiency now")).toBe("");
  await page.keyboard.press("Tab");
  await expect(field(page, "Efficiency now")).toHaveAttribute("aria-invalid", "true");
  // From then on the message follows the typing, so that mending is seen at once.
  await field(page, "Efficiency now").focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("70");
  await expect(field(page, "Efficiency now")).toHaveAttribute("aria-invalid", "false");
  expect(await messageOf(page, "Efficiency now")).toBe("");
});

test("a figure that could be read two ways is echoed as it was understood", async ({ page }) => {
  await open(page);
  await type(page, "Efficiency now", "1");
  expect(await messageOf(page, "Efficiency now")).toBe("Understood as 100%, not 1%.");
  await expect(field(page, "Efficiency now")).toHaveAttribute("aria-invalid", "false");
});

test("emptying all four fields leads back to the beginning", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  for (const label of FOUR) await type(page, label, "");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What does working around technical debt cost");
  await expect(page.getByText("Four numbers give the first answer.")).toBeVisible();
});

test("an efficiency after below the one now is said in the headline", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await type(page, "Efficiency after", "60%");
  await expect(headline(page)).toHaveText(
    "Working around debt absorbs $600k of $2.0M a year. Efficiency after, 60%, is below efficiency now, " +
      "70%: spending $200k would cost another $200k a year.",
  );
  await expect(page.getByText(/^Efficiency after is below efficiency now/i)).toBeVisible();
  await expect(field(page, "Efficiency after")).toHaveAttribute("aria-invalid", "false");
});

test("a first month that is none is explained, kept and mended", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await page.locator("summary").filter({ hasText: "Timing" }).click();
  await paste(page, "The case begins in", "next spring");
  await expect(field(page, "The case begins in")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "The case begins in")).toHaveValue("next spring");
  expect(await messageOf(page, "The case begins in")).toMatch(/month/);
  await expect(stale(page)).toBeVisible();
  for (const [label, text] of [
    ["First month of the work", "2.5"],
    ["Length of the work", "121"],
  ]) {
    await paste(page, label, text);
    await expect(field(page, label)).toHaveAttribute("aria-invalid", "true");
    await expect(field(page, label)).toHaveValue(text);
    expect(await messageOf(page, label)).toMatch(/whole number|between 1 and 120/);
    await type(page, label, "1");
  }
  await type(page, "The case begins in", "2026-01");
  await expect(field(page, "The case begins in")).toHaveAttribute("aria-invalid", "false");
  await expect(stale(page)).toHaveCount(0);
});

test("markup that is typed stays text", async ({ page }) => {
  await open(page);
  const name = '<img src=x onerror="window.isInjected = true"> & co';
  await paste(page, "Name of the case", name);
  await paste(page, "Investment", "<script>window.isInjected = true</script>");
  await expect(field(page, "Name of the case")).toHaveValue(name);
  expect(await messageOf(page, "Investment")).toContain("<script>");
  await saved(page);
  await page.reload();
  await expect(field(page, "Name of the case")).toHaveValue(name);
  expect(await page.evaluate(() => "isInjected" in window)).toBe(false);
  expect(await page.locator("main img, main script").count()).toBe(0);
});

async function expectMended(page: Page, label: string, text: string, lead: string) {
  await expect(field(page, label)).toHaveAttribute("aria-invalid", "false");
  await expect(field(page, label)).toHaveValue(text);
  expect(await messageOf(page, label)).toBe("");
  await expect(stale(page)).toHaveCount(0);
  await expect(headline(page)).toHaveText(lead);
}

test("170% typed key by key leaves the figures of what stood there before", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  const lead = (await headline(page).textContent())!;
  await type(page, "Efficiency after", "170%");
  await expect(stale(page)).toBeVisible();
  // Nobody meant the 17% that stood there for a moment.
  await expect(headline(page)).toHaveText(lead);
});

test("a digit added to a written amount is not taken for a fraction of it", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await field(page, "Investment").focus();
  await page.keyboard.press("End");
  await page.keyboard.type("0");
  await page.keyboard.press("Tab");
  // Read as two million, or kept with a question; never silently 200 dollars.
  const isKept = (await field(page, "Investment").getAttribute("aria-invalid")) === "true";
  await expect(field(page, "Investment")).toHaveValue(isKept ? "$200,0000" : "$2,000,000");
});
