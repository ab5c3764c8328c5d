// Every figure can be asked: where it comes from, what was put in, and the way to the field.

import type { Page } from "@playwright/test";

import { field, figures, open, openAll, type, typeSeed } from "./support/case-page";
import { tabTo } from "./support/keyboard";
import { expect, test } from "./support/test";

const panel = (page: Page) => page.getByRole("dialog");

test("a figure in the sentence tells formula, figures put in, sources and the way to the field", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await figures(page, "headline.absorbed_per_year").first().click();
  await expect(panel(page)).toBeVisible();
  await expect(panel(page)).toContainText("$600,000");
  await expect(panel(page)).toContainText("$2,000,000");
  await expect(panel(page)).toContainText("70%");
  await panel(page).getByRole("button", { name: "Go to the field of efficiency now" }).click();
  await expect(panel(page)).toBeHidden();
  await expect(field(page, "Efficiency now")).toBeFocused();
});

test("by keyboard: Enter opens, Escape closes, and the focus is where it was", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  const npv = figures(page, "returns.npv").first();
  await tabTo(page, npv);
  await page.keyboard.press("Enter");
  await expect(panel(page)).toContainText("$430,207.24");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(npv).toBeFocused();
  await page.keyboard.press("Space");
  await expect(panel(page)).toBeVisible();
});

test("a figure within an explanation is explained in turn, and there is a way back", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await figures(page, "headline.absorbed_per_year").first().click();
  const first = await panel(page).getByRole("heading", { level: 2 }).textContent();
  await panel(page).locator('[data-figure="headline.capacity_per_year"]').first().click();
  await expect(panel(page).getByRole("heading", { level: 2 })).not.toHaveText(first!);
  await panel(page).getByRole("button", { name: "Back" }).click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(first!);
});

test("a default says that it is not your number, a figure that does not exist says why", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await figures(page, "returns.npv").first().click();
  await expect(panel(page).getByRole("listitem").filter({ hasText: "discount rate" })).toContainText("not your number");
  await page.keyboard.press("Escape");
  await type(page, "Efficiency after", "70%");
  await openAll(page);
  await figures(page, "returns.irr_annual").first().click();
  await expect(panel(page)).toContainText("because money flows one way only");
});

test("every figure on the page opens its trace, and every way to a field lands there", async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  await typeSeed(page);
  await openAll(page);
  const names = await page
    .locator("main [data-figure]")
    .evaluateAll((figures) => [...new Set(figures.map((figure) => figure.getAttribute("data-figure")!))]);
  expect(names.length).toBeGreaterThan(300);
  // Done inside of the page: one round trip for each of them would take minutes.
  const faults = await page.evaluate(async (names) => {
    // A dialog tells that it was closed a little later.
    const settled = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const faults: string[] = [];
    const landed = new Set<string>();
    for (const name of names) {
      const ask = async () => {
        const figure = document.querySelector(`main [data-figure="${name}"]`)!;
        figure.dispatchEvent(new MouseEvent("click", { bubbles: true }));
        await settled();
        return document.querySelector<HTMLDialogElement>("dialog.trace[open]");
      };
      const panel = await ask();
      const said = [".trace__name", ".trace__value", ".trace__words"].map((part) => panel?.querySelector(part)?.textContent);
      if (said.some((text) => !text)) faults.push(`${name} says ${JSON.stringify(said)}`);
      const ways = [...(panel?.querySelectorAll<HTMLElement>("[aria-label^='Go to the field']") ?? [])];
      // What is nothing because the case has no such lines rests on nothing.
      if (ways.length === 0 && said[1] !== "$0") faults.push(`${name} rests on nothing`);
      panel?.close();
      await settled();
      for (const way of ways.map((way) => way.ariaLabel!)) {
        if (landed.has(way)) continue;
        landed.add(way);
        const again = await ask();
        [...again!.querySelectorAll<HTMLElement>("[aria-label]")].find((button) => button.ariaLabel === way)!.click();
        await settled();
        await settled();
        const field = document.activeElement;
        if (!field?.matches("input, textarea, select")) faults.push(`${way} lands on ${field?.outerHTML.slice(0, 80)}`);
        if (field?.getBoundingClientRect().height === 0) faults.push(`${way} lands on something hidden`);
      }
    }
    return faults;
  }, names);
  expect(faults).toEqual([]);
});

test("arrow keys walk through the figures of a wide table", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await openAll(page);
  const at = (month: number, figure: string) => page.locator(`td [data-figure="timeline.${month}.${figure}"]`);
  await at(1, "baseline_efficiency").focus();
  await page.keyboard.press("ArrowDown");
  await expect(at(2, "baseline_efficiency")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(at(2, "invested_efficiency")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(at(1, "invested_efficiency")).toBeFocused();
});
