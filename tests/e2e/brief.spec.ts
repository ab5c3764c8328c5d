// The brief reads what the case says, can be asked like the case, and loses nothing that was typed.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { action, caseFile, openBrief, sheet, tab } from "./support/brief";
import { field, figures, messageOf, open, paste, saved, type, typeSeed } from "./support/case-page";
import { tabTo } from "./support/keyboard";
import { expect, test } from "./support/test";

const SEED = caseFile("seed");
const EVERYTHING = caseFile("everything");
const LOSING = { ...SEED, efficiency: { ...SEED.efficiency, after: 0.72 } };
const BEYOND = { ...SEED, horizon_months: 4, investment: { ...SEED.investment, first_month: 9 } };

const panel = (page: Page) => page.getByRole("dialog");
const stale = (page: Page) => page.getByRole("status").filter({ hasText: "last values that could be used" });

test("opened by its tab it reads the figures of the case, and by its address as well", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  const names = ["headline.absorbed_per_year", "headline.capacity_per_year", "headline.gain_per_year", "returns.npv"];
  const read = () => Promise.all(names.map((name) => figures(page, name).first().textContent()));
  const inCase = await read();
  await saved(page);

  await tab(page, "Brief").click();
  await expect(page).toHaveURL(/#\/brief$/);
  await expect(tab(page, "Brief")).toHaveAttribute("aria-current", "page");
  expect(await read()).toEqual(inCase);
  await expect(sheet(page).getByRole("heading", { level: 1 })).toHaveText("A case for paying down technical debt");
  const first = await sheet(page).textContent();

  await page.reload();
  await expect(sheet(page)).toBeVisible();
  expect(await sheet(page).textContent()).toBe(first);
});

test("a name typed at the top and an undone change stand in it at once", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await type(page, "Investment", "$300k");
  await tab(page, "Brief").click();
  await expect(sheet(page)).toContainText("The ask is $300k of work");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(sheet(page)).toContainText("The ask is $200k of work");
  await type(page, "Name of the case", "Pay <b>down</b> auth");
  await expect(sheet(page).getByRole("heading", { level: 1 })).toHaveText("Pay <b>down</b> auth");
});

test("without figures it says what is missing and where to enter it", async ({ page }) => {
  await page.goto("./#/brief");
  await expect(page.getByText(/^The brief is written from the case\. Still needed: .*efficiency now/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Copy|^Save|^Print/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Enter it in the Case view" }).click();
  await typeSeed(page);
  await type(page, "Efficiency now", "");
  await tab(page, "Brief").click();
  await expect(stale(page)).toContainText("still needed: efficiency now");
});

test("an example writes the brief", async ({ page }) => {
  await page.goto("./#/brief");
  await page.getByRole("button", { name: /^Load an example/ }).click();
  await expect(sheet(page)).toContainText("Working around debt absorbs $600k of it");
});

test("text that cannot be used is named, and is still there after any way back", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await paste(page, "Efficiency after", "170%");
  // Left in the middle of typing, without leaving the field.
  await field(page, "Investment").focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("about two");
  await page.evaluate(() => (window.location.hash = "#/brief"));
  await expect(stale(page)).toContainText("what stands in efficiency after, investment cannot");

  await page.goBack();
  await expect(field(page, "Efficiency after")).toHaveValue("170%");
  expect(await messageOf(page, "Efficiency after")).toMatch(/170% is above that/);
  await expect(field(page, "Investment")).toHaveValue("about two");
  await page.goForward();
  await expect(stale(page)).toBeVisible();
  await tab(page, "Case").click();
  await expect(field(page, "Investment")).toHaveValue("about two");
  await paste(page, "Investment", "$250k");
  await paste(page, "Efficiency after", "90%");
  await tab(page, "Brief").click();
  await expect(stale(page)).toHaveCount(0);
  await expect(sheet(page)).toContainText("The ask is $250k of work");
});

for (const [name, file, sentence] of [
  ["a losing case", LOSING, /does not pay back within 24 months/],
  ["a case whose work lies beyond its months", BEYOND, /horizon|4 months/],
] as const) {
  test(`${name} is told as it is`, async ({ page }) => {
    await openBrief(page, file);
    await expect(sheet(page)).toContainText(sentence);
    await expect(sheet(page)).not.toContainText("is paid back by");
    await expect(sheet(page)).not.toContainText(/NaN|undefined|Infinity/);
  });
}

test("every figure of it can be asked, and every way to a field lands there", async ({ page }) => {
  test.setTimeout(120_000);
  await openBrief(page, EVERYTHING);
  // Once there are draws the brief says them, and other things in fewer words.
  await expect(sheet(page)).toContainText("10,000 draws");
  const faults = await page.evaluate(async () => {
    // A dialog tells that it was closed a little later.
    const settled = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const until = async (selector: string) => {
      for (let tries = 0; tries < 100 && !document.querySelector(selector); tries += 1) await settled();
    };
    const ask = async (name: string) => {
      window.location.hash = "#/brief";
      await until("article [data-figure]");
      document.querySelector(`article [data-figure="${name}"]`)!.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      await settled();
      return document.querySelector<HTMLDialogElement>("dialog.trace[open]");
    };
    const faults: string[] = [];
    const landed = new Set<string>();
    const figures = [...document.querySelectorAll("article [data-figure]")];
    const names = [...new Set(figures.map((figure) => figure.getAttribute("data-figure")!))];
    if (names.length < 20) faults.push(`only ${names.length} figures`);
    for (const name of names) {
      const panel = await ask(name);
      const said = [".trace__name", ".trace__value", ".trace__words"].map((part) => panel?.querySelector(part)?.textContent);
      if (said.some((text) => !text)) faults.push(`${name} says ${JSON.stringify(said)}`);
      const ways = [...(panel?.querySelectorAll<HTMLElement>("[aria-label^='Go to the field']") ?? [])];
      panel?.close();
      await settled();
      for (const way of ways.map((way) => way.ariaLabel!)) {
        if (landed.has(way)) continue;
        landed.add(way);
        const again = await ask(name);
        [...again!.querySelectorAll<HTMLElement>("[aria-label]")].find((button) => button.ariaLabel === way)!.click();
        await until("main.case");
        await settled();
        await settled();
        const field = document.activeElement;
        if (!field?.matches("input, textarea, select")) faults.push(`${way} lands on ${field?.outerHTML.slice(0, 80)}`);
        if (field?.getBoundingClientRect().height === 0) faults.push(`${way} lands on something hidden`);
      }
    }
    if (landed.size < 10) faults.push(`only ${landed.size} ways to fields`);
    return faults;
  });
  expect(faults).toEqual([]);
});

test("the way to a field is a step the browser takes back", async ({ page }) => {
  await openBrief(page, SEED);
  await figures(page, "headline.absorbed_per_year").first().click();
  await panel(page).getByRole("button", { name: "Go to the field of efficiency now" }).click();
  await expect(field(page, "Efficiency now")).toBeFocused();
  await expect(tab(page, "Case")).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(/#\/case$/);
  await page.goBack();
  await expect(sheet(page)).toBeVisible();
});

test("by keyboard: to the brief, a copy, a figure asked, its field, and back", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await typeSeed(page);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await tabTo(page, tab(page, "Brief"));
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toBeVisible();
  await tabTo(page, action(page, "Copy as Markdown"));
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("said")).toHaveText("Brief copied as Markdown");
  const absorbed = sheet(page).locator('[data-figure="headline.absorbed_per_year"]').first();
  await tabTo(page, absorbed);
  await page.keyboard.press("Enter");
  await expect(panel(page)).toContainText("$600,000");
  await page.keyboard.press("Escape");
  await expect(absorbed).toBeFocused();
  const chart = sheet(page).getByRole("slider");
  await tabTo(page, chart);
  await page.keyboard.press("End");
  await expect(chart).toHaveAttribute("aria-valuetext", /^end of .*: cumulative net \$\d+k$/);
  await absorbed.focus();
  await page.keyboard.press("Space");
  await tabTo(page, panel(page).getByRole("button", { name: "Go to the field of efficiency now" }));
  await page.keyboard.press("Enter");
  await expect(field(page, "Efficiency now")).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 360]) {
    test.describe(`${colorScheme} at ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test("axe finds nothing in any state", async ({ page }) => {
        await page.goto("./#/brief");
        await expectNothingFound(page, "nothing entered");
        for (const [state, file] of Object.entries({ SEED, EVERYTHING, LOSING, BEYOND })) {
          await openBrief(page, file);
          await expectNothingFound(page, state);
        }
        await tab(page, "Case").click();
        await paste(page, "Efficiency after", "170%");
        await tab(page, "Brief").click();
        await expect(stale(page)).toBeVisible();
        await expectNothingFound(page, "text that cannot be used");
      });
    });
  }
}

for (const width of [360, 320]) {
  test(`nothing reaches over the edge at ${width} px, and tables scroll within themselves`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    const named = { ...EVERYTHING, title: `Auth ${"Schifffahrtsgesellschaft".repeat(6)}` };
    for (const file of [SEED, named, LOSING, BEYOND]) {
      await openBrief(page, file);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const outside = await sheet(page).evaluate((sheet) => {
        const all = [...sheet.querySelectorAll(":not(.figure-table__scroll *)")];
        return all.filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5).map((element) => element.outerHTML.slice(0, 80));
      });
      expect(outside).toEqual([]);
    }
  });
}

async function expectNothingFound(page: Page, state: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"])
    .analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), state).toEqual([]);
}
