// What a person sees first: words before the calculator has arrived, an example, their own style
// of writing numbers.

import { field, figuresInTables, headline, open, openAll, type } from "./support/case-page";
import { expect, test } from "./support/test";

const QUESTION = "What does working around technical debt cost a year, and what is paying it down worth?";

test("the page can be read before the calculator has arrived", async ({ page }) => {
  let release = () => {};
  const isReleased = new Promise<void>((released) => (release = released));
  await page.route("**/*.wasm", async (route) => {
    await isReleased;
    await route.continue();
  });
  await page.goto("./", { waitUntil: "commit" });

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(QUESTION);
  await expect(page.getByText("Nothing you type leaves it.")).toBeVisible();
  await expect(page.getByText("The calculator is on its way.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByText("needs JavaScript")).toHaveCount(0);

  release();
  await expect(field(page, "Investment")).toBeVisible();
  await expect(page.getByText("The calculator is on its way.")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it is and what it needs", async ({ page, watch }) => {
    // Chromium's own remark; it comes only when nothing runs for seconds.
    watch.allowComplaint(/preloaded using link preload but not used/);
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(QUESTION);
    await expect(page.locator("noscript p")).toBeVisible();
    await expect(page.locator("noscript p")).toContainText("needs JavaScript and WebAssembly");
    await expect(page.getByText("Something went wrong")).toBeHidden();
  });
});

test("a calculator that cannot be loaded leaves the words and what to do", async ({ page, watch }) => {
  watch.expectComplaint(/ERR_FAILED|Failed to fetch/);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(QUESTION);
  await expect(page.getByText("The calculator did not arrive")).toBeVisible();
});

test("the empty page asks for four numbers and answers nothing yet", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(QUESTION);
  await expect(page.getByText("Four numbers give the first answer.")).toBeVisible();
  await expect(headline(page)).toHaveCount(0);
  await expect(page.getByText("not your number").first()).toBeVisible();
  await type(page, "Engineering capacity a year", "$2M");
  await expect(page.getByText("Still needed: efficiency now, efficiency after, investment.")).toBeVisible();
  await expect(page.getByRole("button", { name: "example" })).toHaveCount(0);
});

test("the example is the two-million conversation, begun in the coming January", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2025-06-15T12:00:00Z"));
  await open(page);
  await page.getByRole("button", { name: "Load an example: the two-million conversation" }).click();
  await expect(headline(page)).toHaveText(
    "Working around debt absorbs $600k of $2.0M a year. Spending $200k on it from April to June is " +
      "worth $400k a year from July on, and is paid back by the end of December 2026.",
  );
  await expect(field(page, "Name of the case")).toHaveValue("The two-million conversation");
  for (const [label, text] of [
    ["Engineering capacity a year", "$2,000,000"],
    ["Efficiency now", "70%"],
    ["Efficiency after", "90%"],
    ["Investment", "$200,000"],
  ]) {
    await expect(field(page, label)).toHaveValue(text);
  }
  await openAll(page);
  await expect(field(page, "The case begins in")).toHaveValue("January 2026");
  await expect(field(page, "First month of the work")).toHaveValue("4");
  await expect(field(page, "Length of the work")).toHaveValue("3");
  await expect(page.getByRole("button", { name: "example" })).toHaveCount(0);
  // What nobody entered is said to be nobody's.
  await expect(page.locator("summary").filter({ hasText: "Timing" })).not.toContainText("not your number");
  await expect(page.locator("summary").filter({ hasText: "Finance" })).toContainText("not your number");
});

const STYLES = [
  {
    locale: "de-DE",
    typed: ["2.000.000", "70,5 %", "90 %", "200.000,50"],
    shown: ["2.000.000 $", "70,5 %", "90 %", "200.000,50 $"],
    lead: "Working around debt absorbs 590k $ of 2,0M $ a year.",
    tables: { "headline.absorbed_per_year": "590.000 $", "headline.output_change": "27,66 %" },
  },
  {
    locale: "en-IN",
    typed: ["20,00,000", "70.5%", "90%", "2,00,000.50"],
    shown: ["$20,00,000", "70.5%", "90%", "$2,00,000.50"],
    lead: "Working around debt absorbs $590k of $2.0M a year.",
    tables: { "headline.absorbed_per_year": "$5,90,000", "headline.output_change": "27.66%" },
  },
];
for (const { locale, typed, shown, lead, tables } of STYLES) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("numbers are typed and shown in the reader's own style", async ({ page }) => {
      await open(page);
      const labels = ["Engineering capacity a year", "Efficiency now", "Efficiency after", "Investment"];
      for (const [position, label] of labels.entries()) await type(page, label, typed[position]);
      for (const [position, label] of labels.entries()) {
        await expect(field(page, label)).toHaveValue(spaced(shown[position]));
      }
      await expect(headline(page)).toContainText(lead);
      await openAll(page);
      const printed = await figuresInTables(page);
      for (const [name, text] of Object.entries(tables)) expect(printed[name]).toMatch(spaced(text));
      // Shown again after a reload as it was shown before.
      await page.reload();
      await expect(field(page, "Investment")).toHaveValue(spaced(shown[3]));
    });
  });
}

/** The text with any kind of space where there is one. */
function spaced(text: string): RegExp {
  const escaped = text.replace(/[.$]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/ /g, "\\s")}$`);
}
