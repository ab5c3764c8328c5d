// Whether the browser may clear the cases: asked about once there is something to lose, and only then.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { field, open, ready, saved, type, typeSeed } from "./support/case-page";
import { dialog, openCases, storeCases } from "./support/cases";
import { stored } from "./support/storage";
import { expect, test } from "./support/test";

const OFFER = ".offer";

test("nobody is asked at first sight, nor with one case", async ({ page }) => {
  await answering(page, false);
  await open(page);
  await typeSeed(page);
  await saved(page);
  await page.waitForTimeout(300);
  await expect(page.locator(OFFER)).toHaveCount(0);
  await page.reload();
  await ready(page);
  await expect(page.locator(OFFER)).toHaveCount(0);
  expect(await asked(page)).toBe(0);
});

test("with the second case it is offered once, and “Not now” is remembered", async ({ page }) => {
  await answering(page, false);
  await storeCases(page, ["One"]);
  await open(page);
  await openCases(page);
  await dialog(page).getByRole("button", { name: "New case" }).click();
  await expect(page.locator(OFFER)).toHaveCount(0);
  await field(page, "Name of the case").fill("Two");
  await expect(page.locator(OFFER)).toContainText("You keep more than one case here now");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(page.locator(OFFER)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Cases", exact: true })).toBeFocused();
  await page.reload();
  await ready(page);
  await type(page, "Investment", "300k");
  await saved(page);
  await page.waitForTimeout(300);
  await expect(page.locator(OFFER)).toHaveCount(0);
  expect(await asked(page)).toBe(0);
});

test("where everything was deleted nothing is offered any more", async ({ page }) => {
  await answering(page, false);
  await storeCases(page, ["One", "Two"]);
  await open(page);
  await type(page, "Investment", "300k");
  await expect(page.locator(OFFER)).toHaveCount(1);
  await openCases(page);
  await dialog(page).getByRole("button", { name: "Delete everything" }).click();
  await dialog(page).getByRole("button", { name: "Yes, delete everything" }).click();
  await expect(page.locator(OFFER)).toHaveCount(0);
});

for (const [isGiven, words, sentence] of [
  [true, "The browser has promised to keep your cases", "This browser has promised to keep it"],
  [false, "The browser did not promise it", "did not promise to"],
] as const) {
  test(`the browser is asked on a click alone, and its ${isGiven ? "yes" : "no"} is said in words`, async ({ page }) => {
    await answering(page, isGiven);
    await storeCases(page, ["One", "Two"]);
    await open(page);
    await type(page, "Investment", "300k");
    expect(await asked(page)).toBe(0);
    await page.getByRole("button", { name: "Ask the browser to keep them" }).click();
    await expect(page.getByTestId("said")).toContainText(words);
    await expect(page.locator(OFFER)).toHaveCount(0);
    expect(await asked(page)).toBe(1);
    await page.getByRole("button", { name: "About your data" }).click();
    await expect(page.getByTestId("promise")).toContainText(sentence);
    await expect(page.getByRole("dialog")).toContainText(/Kept here: 2 cases, and what you prefer.*That takes \d+ KB/);
    await expect(page.getByRole("button", { name: "Ask the browser to keep it" })).toHaveCount(isGiven ? 0 : 1);
  });
}

test("“About your data” says what may happen, and asks from there", async ({ page }) => {
  await answering(page, true);
  await open(page);
  await page.getByRole("button", { name: "About your data" }).click();
  await expect(page.getByTestId("promise")).toContainText("may clear it when it runs short of room");
  await expect(page.getByTestId("promise")).toContainText("a copy that stays yours");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Ask the browser to keep it" }).click();
  await expect(page.getByTestId("promise")).toContainText("has promised to keep it");
});

test("a browser that says nothing about it is not asked", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "storage", { value: undefined }));
  await storeCases(page, ["One", "Two"]);
  await open(page);
  await type(page, "Investment", "300k");
  await saved(page);
  await page.waitForTimeout(300);
  await expect(page.locator(OFFER)).toHaveCount(0);
  await page.getByRole("button", { name: "About your data" }).click();
  await expect(page.getByTestId("promise")).toContainText("does not say whether it may clear it");
  await expect(page.getByRole("button", { name: "Ask the browser to keep it" })).toHaveCount(0);
});

test("several cases in a browser that may clear them are worth a reminder, once", async ({ page }) => {
  await answering(page, false);
  await storeCases(page, ["1", "2", "3", "4", "5"], { "groundwork:preferences": '{"persistence_answered":true}' });
  await open(page);
  await type(page, "Investment", "300k");
  await expect(page.locator(OFFER)).toContainText("in this browser alone");
  await page.getByRole("button", { name: "Export all cases…" }).click();
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: "Export all cases" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator(OFFER)).toHaveCount(0);
  expect(JSON.parse((await stored(page))["groundwork:preferences"])).toMatchObject({ export_answered: true });
});

/** A browser that has promised nothing yet, and answers like that when it is asked. */
async function answering(page: Page, isGiven: boolean) {
  await page.addInitScript((isGiven) => {
    let asked = 0;
    const storage = {
      persisted: () => Promise.resolve(asked > 0 && isGiven),
      persist: () => Promise.resolve((asked += 1) > 0 && isGiven),
    };
    Object.defineProperty(navigator, "storage", { value: storage });
    Object.assign(window, { asked: () => asked });
  }, isGiven);
}

/** How often the browser was asked. */
function asked(page: Page): Promise<number> {
  return page.evaluate(() => (window as any).asked());
}
