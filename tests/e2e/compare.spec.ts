// Cases side by side: chosen, read, taken along; and what changed since a saved point.

import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import { field, open, ready, saved, summary, type, typeSeed } from "./support/case-page";
import { caseFile, deed, dialog, envelope, openCases, said, storeCases } from "./support/cases";
import { tabTo } from "./support/keyboard";
import { refuse, store, stored, storedCases } from "./support/storage";
import { expect, test } from "./support/test";

const TITLE = "Name of the case";
/** Nothing in it is a place to break a line. */
const LONG_WORD = "platform_migration_2027_phase_2_final_v3_approved_by_the_board_and_the_auditors";

test.describe("a product manager", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("varies a case, compares, takes it along, adds a third, and sees what changed", async ({ page, watch }) => {
    // Chromium looks at the styles of what is copied as if they were to stand on the page.
    watch.allowComplaint(/Applying inline style violates|style-src-attr blocked inline/);
    await open(page);
    await typeSeed(page);
    await field(page, TITLE).fill("Auth service");
    await saved(page);
    await expect(tab(page)).toHaveCount(0);

    // A variant in one step: it is open, and what it was made of stands beside it.
    await openCases(page);
    await dialog(page).getByRole("button", { name: "Duplicate as a variant and compare" }).click();
    await expect(page).toHaveURL(/#\/compare$/);
    await expect(field(page, TITLE)).toHaveValue("Auth service (variant)");
    await expect(lead(page)).toHaveText("There is no difference: the same was entered, and the results are the same.");
    expect(await names(page)).toEqual(["Auth service (variant)", "Auth service"]);

    // One figure is changed where figures are changed.
    await cards(page).first().getByRole("link", { name: "Change its figures" }).click();
    await type(page, "Efficiency after", "85%");
    await saved(page);
    await tab(page).click();
    await expect(lead(page)).toContainText("“Auth service” is worth more over 24 months");
    await expect(lead(page)).toContainText("The one number that differs is the efficiency after: 90% for “Auth service” and 85% for “Auth service (variant)”.");
    await expect(row(page, "What was entered differently", "Efficiency after")).toHaveText(["85%", "90%"]);
    await expect(row(page, "Results that differ", "Gain of every later year, at the run rate")).toHaveText(["$300,000", "$400,000", "−$100,000"]);
    await expect(page.locator(".compare__sheet .chart")).toContainText("Cumulative net of each case");

    // Taken along, as text and as rich text.
    await action(page, "Copy as Markdown").click();
    await expect(page.getByTestId("said")).toContainText("Comparison copied as Markdown");
    const markdown = await page.evaluate(() => navigator.clipboard.readText());
    expect(markdown).toContain("# “Auth service (variant)” and “Auth service” side by side");
    expect(markdown).toContain("| Efficiency after | 85% | 90% |");
    expect(markdown).toContain("| Gain of every later year, at the run rate | $300,000 | $400,000 | −$100,000 |");
    await action(page, "Copy").click();
    await expect(page.getByTestId("said")).not.toContainText("Markdown");
    await expect(page.getByTestId("said")).toContainText("Comparison copied");
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item!.getType("text/html")).text();
    });
    expect(html).toMatch(/<table[\s>]/);
    expect(html).not.toMatch(/<(script|style|img|svg|button)\b/i);

    // A third one.
    await openCases(page);
    await deed(page, "Duplicate", "Auth service").click();
    await expect(said(page)).toContainText("was added");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add a third" }).click();
    await expect(summary(page, "Choose what is compared")).toBeFocused();
    const boxes = page.getByRole("group", { name: "Compare with" });
    await expect(boxes.getByRole("checkbox", { name: "Auth service", exact: true })).toBeChecked();
    await boxes.getByRole("checkbox", { name: "Auth service (copy)" }).check();
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(cards(page)).toHaveCount(3);
    await expect(lead(page)).toContainText("“Auth service” and “Auth service (copy)” are worth most over 24 months");

    // It is still there after a reload.
    await page.reload();
    await expect(cards(page)).toHaveCount(3);
    expect(await names(page)).toEqual(["Auth service (variant)", "Auth service", "Auth service (copy)"]);

    // One of the others is opened: what was open takes its place.
    await page.getByRole("button", { name: "Open this one: “Auth service”" }).click();
    await expect(field(page, TITLE)).toHaveValue("Auth service");
    expect(await names(page)).toEqual(["Auth service", "Auth service (variant)", "Auth service (copy)"]);
    await page.getByRole("button", { name: "Remove: “Auth service (copy)”" }).click();
    await expect(cards(page).locator(".compare-card__name")).toHaveCount(2);

    // A point is remembered, the case is changed, and what changed is read.
    await page.getByLabel("Name of the point (optional)").fill("Before the review");
    await page.getByRole("button", { name: "Remember this point" }).click();
    await expect(page.getByTestId("points-said")).toHaveText("This point is remembered.");
    await page.getByRole("link", { name: "Change its figures" }).click();
    await type(page, "Investment", "$240k");
    await saved(page);
    await openCases(page);
    await dialog(page).getByRole("button", { name: "What changed since “Before the review”" }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What changed in “Auth service” since “Before the review”");
    expect(await names(page)).toEqual(["Now", "Before the review"]);
    await expect(row(page, "What was entered differently", "Investment")).toHaveText(["$240k", "$200k"]);

    // The way back is a step that can be undone.
    await page.getByRole("button", { name: "Go back to this point: “Before the review”" }).click();
    await expect(lead(page)).toContainText("There is no difference");
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await expect(lead(page)).toContainText("The one number that differs is the investment");
  });
});

test("all of it works with the keyboard alone", async ({ page }) => {
  await storeCases(page, ["Auth service", "Billing", "Search index"]);
  await page.goto("./");
  await ready(page);
  await tabTo(page, page.getByRole("button", { name: "Cases", exact: true }));
  await page.keyboard.press("Enter");
  await tabTo(page, dialog(page).getByRole("button", { name: "Compare cases…" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/compare$/);
  await tabTo(page, page.getByRole("checkbox", { name: "Billing" }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("checkbox", { name: "Search index" }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Compare", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(cards(page)).toHaveCount(3);

  // A figure of another case explains itself as one of that case.
  const figure = cards(page).nth(1).locator(".compare-card__facts [data-figure='returns.npv']");
  await tabTo(page, figure);
  await page.keyboard.press("Enter");
  const panel = page.locator("dialog.trace");
  await expect(panel).toContainText("Of “Billing”");
  await expect(panel.getByRole("button", { name: /Go to the field/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(figure).toBeFocused();

  await tabTo(page, page.getByRole("button", { name: "Remove: “Search index”" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("“Auth service” and “Billing” side by side");

  await tabTo(page, page.getByLabel("Name of the point (optional)"));
  await page.keyboard.type("Today");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "What changed since “Today”" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Forget “Today”" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "What changed since “Today”" })).toHaveCount(0);
  await expect(page.locator("#point-undo")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "What changed since “Today”" })).toBeVisible();
});

test("no winner is named where currencies or horizons differ, and nothing is drawn without a scale", async ({ page }) => {
  await storeOf(page, [
    { ...caseFile("Boston") },
    { ...caseFile("Berlin"), currency: "EUR" },
    { ...caseFile("Three years"), horizon_months: 36 },
    { format: "groundwork-case", version: 1, title: "Begun", capacity: { annual_cost: 1_000_000 } },
  ]);
  await page.goto("./#/compare");
  await choose(page, "Berlin");
  await expect(lead(page)).toContainText("They are not converted");
  await expect(page.locator(".compare__sheet .chart")).toHaveCount(0);
  await choose(page, "Three years");
  await expect(lead(page)).toContainText("cannot be held against each other");
  await expect(page.locator(".compare__sheet .chart")).toHaveCount(1);
  await choose(page, "Begun");
  await expect(lead(page)).toContainText("“Begun” is not complete yet, so it has no results.");
  await expect(page.locator(".compare__sheet .chart")).toHaveCount(0);
});

test("another tab's changes of a compared case are followed", async ({ page, context }) => {
  await storeCases(page, ["Auth service", "Billing"]);
  await page.goto("./#/compare");
  await choose(page, "Billing");
  const other = await context.newPage();
  await other.goto("./");
  await ready(other);
  await openCases(other);
  await deed(other, "Rename", "Billing").click();
  const name = other.getByRole("textbox", { name: "New name of “Billing”" });
  await name.fill("Billing, renamed");
  await name.press("Enter");
  await expect(cards(page).nth(1)).toContainText("Billing, renamed");
  await deed(other, "Delete", "Billing, renamed").click();
  await expect(page.getByTestId("said")).toContainText("“Billing, renamed” was deleted in another tab and is compared no longer");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Two or three cases side by side");
});

test("points go with their case, come back with it, and never stand in its way", async ({ page }) => {
  await storeOf(page, [caseFile("Auth service"), caseFile("Billing")], {
    "groundwork:point:0:1": JSON.stringify({ ...envelope(caseFile("Auth service", 100_000)), name: "Earlier" }),
    "groundwork:point:0:2": "half of a po",
  });
  await page.goto("./");
  await ready(page);
  await expect(field(page, "Investment")).toHaveValue("$200,000");
  await openCases(page);
  await expect(dialog(page).locator(".points__row")).toHaveCount(1);
  const before = await stored(page);
  await deed(page, "Delete", "Auth service").click();
  await expect
    .poll(async () => Object.keys(await stored(page)).filter((key) => key.startsWith("groundwork:point:")))
    .toEqual([]);
  await dialog(page).getByRole("button", { name: "Undo deleting “Auth service”" }).click();
  await expect(said(page)).toContainText("is back");
  const after = await stored(page);
  for (const key of ["groundwork:case:0", "groundwork:point:0:1", "groundwork:point:0:2"]) expect(after[key]).toBe(before[key]);
  await dialog(page).getByRole("button", { name: "Delete everything" }).click();
  await dialog(page).getByRole("button", { name: "Yes, delete everything" }).click();
  await expect.poll(async () => Object.keys(await stored(page)).filter((key) => key.startsWith("groundwork:"))).toEqual([]);
});

test("cases of one name keep what tells them apart, whichever is open", async ({ page }) => {
  await storeOf(page, [caseFile("Same"), caseFile("Same", 400_000)]);
  await page.goto("./#/compare");
  await expect(page.locator(".compare__box")).toContainText(/Same\s*saved /);
  await page.getByRole("checkbox", { name: /^Same/ }).check();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  const worth = async () => {
    const said = await cards(page).evaluateAll((all) => all.map((each) => each.textContent!));
    return Object.fromEntries(said.map((text) => [/Same \(2\)/.test(text) ? "2" : "1", /\$(200|400)k/.exec(text)![0]]));
  };
  const before = await worth();
  expect(before).toEqual({ 1: "$200k", 2: "$400k" });
  await cards(page).nth(1).getByRole("button", { name: "Open this one" }).click();
  await expect(cards(page).nth(0)).toContainText("Same (2)");
  expect(await worth()).toEqual(before);
});

test("a variant is not begun beside a case that is not kept", async ({ page }) => {
  await open(page);
  await refuse(page, true);
  await typeSeed(page);
  await page.goto("./#/compare");
  await page.getByRole("button", { name: /^Duplicate .* as a variant and compare$/ }).click();
  await expect(page.getByTestId("said")).toContainText("The case itself could not be kept");
  await expect(field(page, TITLE)).toHaveValue("");
});

test("points that another tab forgets are not listed any more", async ({ page, context }) => {
  await storeOf(page, [caseFile("Auth service")], {
    "groundwork:point:0:1": JSON.stringify({ ...envelope(caseFile("Auth service", 100_000)), name: "Earlier" }),
  });
  await page.goto("./#/compare");
  await expect(page.locator(".points__row")).toHaveCount(1);
  const other = await context.newPage();
  await other.goto("./#/compare");
  await other.getByRole("button", { name: "Forget “Earlier”" }).click();
  await expect(page.locator(".points__row")).toHaveCount(0);
});

test("the oldest point goes only after it was said", async ({ page }) => {
  const points = Object.fromEntries(
    Array.from({ length: 10 }, (_, number) => [
      `groundwork:point:0:${number + 1}`,
      JSON.stringify({ ...envelope(caseFile("Auth service")), name: `Point ${number + 1}` }),
    ]),
  );
  await storeOf(page, [caseFile("Auth service")], points);
  await page.goto("./#/compare");
  await expect(page.locator(".points__warning")).toContainText("When you remember another, the oldest goes: “Point 1”.");
  await page.getByRole("button", { name: "Remember this point, let the oldest go" }).click();
  await expect(page.getByTestId("points-said")).toHaveText("This point is remembered.");
  await expect(page.locator(".points__row")).toHaveCount(10);
  await expect(page.getByRole("button", { name: "Forget “Point 1”" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Forget “Point 2”" })).toHaveCount(1);
  await expect.poll(async () => Object.keys(await storedCases(page))).toEqual(["groundwork:case:0"]);
});

for (const scheme of ["light", "dark"] as const) {
  test(`nothing hinders anybody, and nothing scrolls sideways at 360 px, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const long = "Pay down the debt of the authentication service before the audit in the autumn";
    await storeOf(page, [caseFile(long), caseFile("Billing", 400_000), caseFile(LONG_WORD, 900_000)]);
    await page.goto("./#/compare");
    await expectNoFindings(page, `${scheme}, empty`);
    await choose(page, "Billing", LONG_WORD);
    await expectNoFindings(page, `${scheme}, three`);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${width}`).toBe(0);
    }
    await expectNoFindings(page, `${scheme}, three, narrow`);
  });
}

/** The tab of the view, which is there while something is compared. */
function tab(page: Page): Locator {
  return page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Compare", exact: true });
}

/** The sentences that stand above everything else. */
function lead(page: Page): Locator {
  return page.locator(".compare__lead");
}

/** A card for each case. */
function cards(page: Page): Locator {
  return page.locator(".compare-card:not(.compare-card--more)");
}

function names(page: Page): Promise<string[]> {
  return cards(page).locator(".compare-card__name").allTextContents();
}

/** The cells of a row of a table. */
function row(page: Page, table: string, name: string): Locator {
  const rows = page.getByRole("region", { name: table }).getByRole("row");
  return rows.filter({ has: page.getByRole("rowheader", { name, exact: true }) }).getByRole("cell");
}

/** What can be done with the document. */
function action(page: Page, name: string): Locator {
  return page.getByRole("group", { name: "Take the comparison with you" }).getByRole("button", { name, exact: true });
}

/** Chooses what the case on screen is compared with. */
async function choose(page: Page, ...names: string[]) {
  const closed = page.locator(".compare__choice:not([open]) > summary");
  const box = page.getByRole("group", { name: "Compare with" });
  await expect(closed.or(box).first()).toBeVisible();
  if ((await closed.count()) > 0) await closed.click();
  await expect(box).toBeVisible();
  for (const checked of await box.getByRole("checkbox", { checked: true }).all()) await checked.uncheck();
  for (const name of names) await box.getByRole("checkbox", { name, exact: true }).check();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  for (const name of names) await expect(cards(page).filter({ hasText: name })).toHaveCount(1);
}

/** Stores cases before the page is opened, the first one saved last. */
async function storeOf(page: Page, files: object[], others: Record<string, string> = {}) {
  const cases = files.map((file, position) => [
    `groundwork:case:${position}`,
    JSON.stringify(envelope(file, 1_763_481_600_000 - 60_000 * position)),
  ]);
  await store(page, { ...others, "groundwork:index": "0", ...Object.fromEntries(cases) });
}

async function expectNoFindings(page: Page, state: string) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]).analyze();
  const findings = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  expect.soft(findings, state).toEqual([]);
}
