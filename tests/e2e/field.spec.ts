// A single field: what the keys do, what is understood, and what helps to fill it in.

import { field, figures, messageOf, open, replace, saved, summary, type, typeSeed } from "./support/case-page";
import { expect, test } from "./support/test";

test("arrow keys step by the size of the number, ten times with Shift, and stay within bounds", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  for (const [label, steps] of Object.entries({
    "Engineering capacity a year": [
      ["ArrowUp", "$2,020,000"],
      ["ArrowDown", "$2,000,000"],
      ["Shift+ArrowUp", "$2,200,000"],
    ],
    "Efficiency now": [
      ["ArrowUp", "71%"],
      ["Shift+ArrowDown", "61%"],
    ],
    "Efficiency after": [
      ["Shift+ArrowUp", "100%"],
      ["ArrowUp", "100%"],
    ],
  })) {
    await field(page, label).focus();
    for (const [key, text] of steps) {
      await page.keyboard.press(key);
      await expect(field(page, label), `${label}: ${key}`).toHaveValue(text);
      await expect(field(page, label)).toBeFocused();
    }
  }
  expect(await messageOf(page, "Efficiency after")).toBe("100% is the most that can stand here.");
  await expect(figures(page, "headline.absorbed_per_year").first()).toHaveText("$858k");
  // What the steps led to is said once the keys rest.
  await expect(page.locator(".number-field__announced").nth(1)).toHaveText("61%");
});

test("the caret keeps its place while stepping, and Home and End stay the browser's", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  const caret = () =>
    field(page, "Investment").evaluate((input: HTMLInputElement) => [input.selectionStart, input.value.length]);
  await field(page, "Investment").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await expect(field(page, "Investment")).toHaveValue("$202,000");
  expect(await caret()).toEqual([7, 8]);
  await page.keyboard.press("Home");
  expect(await caret()).toEqual([0, 8]);
});

test("a range steps its most likely value and keeps its order", async ({ page }) => {
  await open(page);
  await type(page, "Efficiency after", "80..94..95");
  await field(page, "Efficiency after").focus();
  await page.keyboard.press("Shift+ArrowUp");
  await expect(field(page, "Efficiency after")).toHaveValue("80% .. 95% .. 95%");
  await page.keyboard.press("ArrowUp");
  expect(await messageOf(page, "Efficiency after")).toContain("is the highest of the range");
});

test("the wheel over a focused field changes nothing", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  for (const label of ["Investment", "Efficiency now"]) {
    const before = await field(page, label).inputValue();
    await field(page, label).focus();
    await field(page, label).hover();
    await page.mouse.wheel(0, 200);
    await page.mouse.wheel(0, -200);
    await expect(field(page, label)).toHaveValue(before);
  }
});

test("Enter writes the value and says what is to be said, and the focus stays", async ({ page }) => {
  await open(page);
  await replace(page, "Investment", "about 200 thousand");
  await page.keyboard.press("Enter");
  await expect(field(page, "Investment")).toHaveValue("$200,000");
  await expect(field(page, "Investment")).toBeFocused();
  expect(await messageOf(page, "Investment")).toBe("Understood as $200,000.");
  // Passing through again changes nothing; typing does.
  await page.keyboard.press("Tab");
  await field(page, "Investment").focus();
  await page.keyboard.press("Tab");
  expect(await messageOf(page, "Investment")).toBe("Understood as $200,000.");
});

test("a range or an echo does not make what stands below jump", async ({ page }) => {
  await open(page);
  const place = async () => (await field(page, "Investment").boundingBox())!.y;
  const before = await place();
  await type(page, "Efficiency after", "80 to 95");
  expect(await messageOf(page, "Efficiency after")).toBe("Figures use the most likely value, 87.5%.");
  expect(await place()).toBe(before);
});

test("a default is marked until somebody keeps it as theirs", async ({ page }) => {
  await open(page);
  await summary(page, "Finance").click();
  const horizon = page.locator(".number-field").filter({ has: field(page, "Horizon") });
  await expect(horizon).toContainText("not your number");
  await expect(horizon).toContainText("24 months unless you say otherwise");
  await expect(field(page, "Horizon")).toHaveAttribute("placeholder", "24");
  await page.getByRole("button", { name: "keep it as mine: Horizon, 24 months" }).click();
  await expect(field(page, "Horizon")).toHaveValue("24");
  await expect(field(page, "Horizon")).toBeFocused();
  await expect(horizon).not.toContainText("not your number");
  await saved(page);
  await page.reload();
  await summary(page, "Finance").click();
  await expect(field(page, "Horizon")).toHaveValue("24");
});

test("the investment says how much of a year it is", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await expect(page.getByText("10% of a year, about 1.2 months of everyone")).toBeVisible();
});

const HANDS = [
  {
    locale: "de-DE",
    hint: "2M $",
    typed: [
      ["Engineering capacity a year", "1.500", "1.500 $", ""],
      ["Engineering capacity a year", "1,5 Mio.", "1.500.000 $", ""],
      ["Investment", "1.5", "1,50 $", "Understood as 1,50 $."],
      ["Efficiency now", "70,5", "70,5 %", ""],
    ],
  },
  {
    locale: "en-IN",
    hint: "$2M",
    typed: [
      ["Engineering capacity a year", "12,34,567", "$12,34,567", ""],
      ["Investment", "2 lakh", "$2,00,000", ""],
      ["Investment", "200,00", "$200", "Understood as $200."],
    ],
  },
];
for (const { locale, hint, typed } of HANDS) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`figures are typed and shown as in ${locale}`, async ({ page }) => {
      await open(page);
      await expect(page.locator("#capacity-annual-cost-hint")).toContainText(plain(hint));
      for (const [label, text, shown, said] of typed) {
        await type(page, label, text);
        expect(plain(await field(page, label).inputValue())).toBe(shown);
        expect(plain(await messageOf(page, label))).toBe(said);
      }
    });
  });
}

test("hours lost become an efficiency, entered by its button only, with a note on how", async ({ page }) => {
  await open(page);
  await summary(page, "Help me estimate it").click();
  await page.getByLabel("Hours worked a week, per person").fill("40");
  await page.getByLabel("Hours of them lost to workarounds").fill("12");
  await expect(page.getByText("That is an efficiency of 70%: of 40 hours a week, 12 go to")).toBeVisible();
  await page.getByLabel("Hours of that loss that are not debt").fill("3");
  await expect(page.getByText("That is an efficiency of 78%")).toContainText(
    "9 without the 3 that debt is not to blame for",
  );
  await expect(field(page, "Efficiency now")).toHaveValue("");

  await page.getByRole("button", { name: "Use 78%" }).click();
  await expect(field(page, "Efficiency now")).toHaveValue("78%");
  await expect(page.locator("#efficiency-now-hint")).toContainText("Estimated: of 40 hours a week, 12 go to");
  await saved(page);
  const source = await page.evaluate(() => {
    const texts = Object.keys(localStorage).map((key) => localStorage.getItem(key)!);
    return texts.find((text) => text.includes('"estimated"'));
  });
  expect(source).toContain("Estimated: of 40 hours a week");
});

test("days and a slowdown lead to an efficiency too, and wrong answers get a sentence", async ({ page }) => {
  await open(page);
  await summary(page, "Help me estimate it").click();
  await page.getByLabel("days of ten").check();
  const days = page.getByLabel("Of ten working days");
  await days.fill("3");
  await expect(page.getByRole("button", { name: "Use 70%" })).toBeVisible();
  await days.fill("11");
  await expect(page.getByText("No more can be lost than there is working time.")).toBeVisible();
  await days.fill("some");
  await days.blur();
  await expect(page.getByText("“some” is not a number")).toBeVisible();
  await expect(days).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("button", { name: /^Use/ })).toHaveCount(0);

  await page.getByLabel("how much longer changes take").check();
  await page.getByLabel("Changes in this area take so many times as long").fill("1.5x");
  await page.getByLabel("Share of the work that touches it").fill("60%");
  await expect(page.getByRole("button", { name: "Use 80%" })).toBeVisible();
});

test("what others report is shown on request, with its trust, and puts nothing into the case", async ({ page }) => {
  await open(page);
  const reports = page.locator("details").filter({ has: summary(page, "What do others report?") }).first();
  await expect(reports.getByText("43 developers")).toBeHidden();
  await reports.locator("summary").click();
  await expect(reports.getByText("43 developers")).toBeVisible();
  await expect(reports).toContainText("2018");
  await expect(reports).toContainText("good, a small but careful study");
  await expect(reports).toContainText("Often misquoted.");
  await expect(reports.getByRole("button")).toHaveCount(0);
  await expect(field(page, "Efficiency now")).toHaveValue("");
});

/** Text with ordinary spaces. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
