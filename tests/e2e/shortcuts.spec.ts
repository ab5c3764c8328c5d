// Help, and what is said about one's data: dialogs that hold the focus and give it back.

import AxeBuilder from "@axe-core/playwright";

import { field, headline, open, ready, saved, typeSeed } from "./support/case-page";
import { downloaded, FOREIGN, store, stored } from "./support/storage";
import { expect, test } from "./support/test";

test("? lists the shortcuts, Escape closes them and the focus is where it was", async ({ page }) => {
  await open(page);
  const opener = page.getByRole("button", { name: "About your data" });
  await opener.focus();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText("Undo the last step");
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press("Tab");
    const isOutside = await page.evaluate(() => document.activeElement!.matches("main *, header.top *"));
    expect(isOutside, "the focus stays inside").toBe(false);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();

  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
});

test("? typed into a field is text", async ({ page }) => {
  await open(page);
  await field(page, "Name of the case").focus();
  await page.keyboard.type("Why?");
  await expect(field(page, "Name of the case")).toHaveValue("Why?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("single keys can be turned off, and stay off", async ({ page }) => {
  await open(page);
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: "A key alone" }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.reload();
  await ready(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(page.getByRole("checkbox", { name: "A key alone" })).not.toBeChecked();
});

test("axe finds nothing in the dialogs", async ({ page }) => {
  await open(page);
  for (const [button, name] of [
    ["Keyboard shortcuts", "Keyboard shortcuts"],
    ["About your data", "About your data"],
  ]) {
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    if (name === "About your data") await page.getByRole("button", { name: "Delete everything" }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    await page.keyboard.press("Escape");
  }
});

test("everything of this page is deleted when asked twice, and nothing else", async ({ page }) => {
  await store(page, FOREIGN);
  await open(page);
  await typeSeed(page);
  await saved(page);
  await page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");

  await page.getByRole("button", { name: "About your data" }).click();
  await expect(page.getByText("Kept here: 1 case, and what you prefer")).toBeVisible();
  await page.getByRole("button", { name: "Delete everything" }).click();
  await page.getByRole("button", { name: "Keep everything" }).click();
  expect(Object.keys(await stored(page)).length).toBeGreaterThan(Object.keys(FOREIGN).length);

  await page.getByRole("button", { name: "Delete everything" }).click();
  const file = JSON.parse(await downloaded(page, "Save this case as a file first"));
  expect(file).toMatchObject({ investment: { amount: 200_000 } });
  await page.getByRole("button", { name: "Yes, delete everything" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(field(page, "Investment")).toHaveValue("");
  await expect(headline(page)).toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "Theme" })).toHaveValue("system");
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled();
  // Not kept again by the autosave, nor when the tab goes.
  await page.waitForTimeout(500);
  await expect.poll(() => stored(page)).toEqual(FOREIGN);
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  await page.reload();
  await ready(page);
  await expect.poll(() => stored(page)).toEqual(FOREIGN);

  await typeSeed(page);
  await saved(page);
});

test("the headline is read aloud once typing pauses, and only when it changes", async ({ page }) => {
  await open(page);
  const aloud = page.getByTestId("aloud");
  await typeSeed(page);
  await expect(aloud).toHaveText("");
  await expect(aloud).toHaveText(/^Working around debt absorbs \$600k/, { timeout: 3_000 });
  const changes = await page.evaluateHandle(() => {
    const seen: string[] = [];
    const place = document.querySelector("[data-testid=aloud]")!;
    new MutationObserver(() => seen.push(place.textContent!)).observe(place, {
      subtree: true,
      characterData: true,
      childList: true,
    });
    return seen;
  });
  await field(page, "Name of the case").focus();
  await page.keyboard.type("A name");
  await page.waitForTimeout(1_800);
  expect(await changes.jsonValue()).toEqual([]);
});
