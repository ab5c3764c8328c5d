// Every step of the case can be taken back and taken again, and fields keep an undo of their own.

import { field, headline, open, replace, saved, summary, type, typeSeed } from "./support/case-page";
import { storedCases } from "./support/storage";
import { expect, test } from "./support/test";

const UNDO = "ControlOrMeta+Z";
const REDO = "ControlOrMeta+Shift+Z";

test("what was typed is taken back field by field and comes again", async ({ page }) => {
  await open(page);
  const [undo, redo] = ["Undo", "Redo"].map((name) => page.getByRole("button", { name, exact: true }));
  await expect(undo).toBeDisabled();
  await expect(redo).toBeDisabled();

  await typeSeed(page);
  await type(page, "Efficiency now", "80%");
  await expect(headline(page)).toContainText("absorbs $400k");
  await undo.click();
  await expect(field(page, "Efficiency now")).toHaveValue("70%");
  await expect(headline(page)).toContainText("absorbs $600k");
  await expect(page.getByTestId("said")).toHaveText("Undone: efficiency now");
  await expect(field(page, "Efficiency now")).toHaveAttribute("data-changed");

  for (const label of ["Investment", "Efficiency after", "Efficiency now", "Engineering capacity a year"]) {
    await undo.click();
    await expect(field(page, label)).toHaveValue("");
  }
  await expect(undo).toBeDisabled();
  await expect(undo, "the last step back keeps the focus").toBeFocused();
  for (let step = 0; step < 5; step += 1) await redo.click();
  await expect(redo).toBeDisabled();
  await expect(field(page, "Efficiency now")).toHaveValue("80%");
  await expect(field(page, "Investment")).toHaveValue("$200,000");
  await saved(page);
  expect(Object.values(await storedCases(page)).join()).toContain('"now":0.8');
});

test("the keys undo the case, but leave a field what it can undo itself", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await replace(page, "Investment", "$300,000");
  await expect(headline(page)).toContainText("$300k on it");

  // In the field: its own typing goes first, in the browser's own steps, then those of the case.
  for (let step = 0; step < 5 && (await field(page, "Investment").inputValue()) !== "$200,000"; step += 1) {
    await page.keyboard.press(UNDO);
  }
  await expect(field(page, "Investment")).toHaveValue("$200,000");
  await expect(page.getByTestId("said")).toHaveText("");
  await page.keyboard.press(UNDO);
  await expect(page.getByTestId("said")).toHaveText("Undone: investment");
  await expect(field(page, "Investment")).toHaveValue("");
  await expect(field(page, "Investment")).toBeFocused();

  await page.keyboard.press(REDO);
  await expect(field(page, "Investment")).toHaveValue("$200,000");

  // Elsewhere: the case at once.
  await page.getByRole("button", { name: "Redo", exact: true }).focus();
  await page.keyboard.press(UNDO);
  await expect(field(page, "Investment")).toHaveValue("");
  await page.keyboard.press("Control+Y");
  await expect(field(page, "Investment")).toHaveValue("$200,000");
});

test("a second visit to a field is a step of its own", async ({ page }) => {
  await open(page);
  await type(page, "Name of the case", "Auth");
  await type(page, "Name of the case", "Auth service");
  await page.keyboard.press(UNDO);
  await expect(field(page, "Name of the case")).toHaveValue("Auth");
  await expect(page.getByTestId("said")).toHaveText("Undone: name of the case");
});

test("the example is taken back to the empty page", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "example" }).click();
  await expect(headline(page)).toBeVisible();
  await page.keyboard.press(UNDO);
  await expect(page.getByRole("button", { name: "example" })).toBeVisible();
  await expect(field(page, "Investment")).toHaveValue("");
  await expect(page.getByTestId("said")).toHaveText("Undone: the example");
});

test("text that cannot be used, and what waits behind a title, are taken back in sight", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await type(page, "Efficiency now", "eight");
  await page.keyboard.press(UNDO);
  await expect(field(page, "Efficiency now")).toHaveValue("70%");
  await expect(field(page, "Efficiency now")).toHaveAttribute("aria-invalid", "false");

  await summary(page, "Timing").click();
  await type(page, "Length of the work", "6");
  await summary(page, "Timing").click();
  await page.keyboard.press(UNDO);
  await expect(field(page, "Length of the work")).toBeInViewport();
  await expect(field(page, "Length of the work")).toHaveValue("3");

  await summary(page, "Finance").click();
  await page.getByRole("radio", { name: "money" }).check();
  await page.keyboard.press(UNDO);
  await expect(page.getByRole("radio", { name: "capacity" })).toBeChecked();
});
