// What a person does who has no mouse.

import { expect, type Locator, type Page } from "@playwright/test";

/** More than the page has places to stop at. */
const MOST_STOPS = 160;

/** Presses Tab until the focus is there; whatever cannot be reached that way fails. */
export async function tabTo(page: Page, target: Locator) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target, "can be reached with Tab").toBeFocused();
}

/** Types at the focus; text that a field holds is selected on arriving with Tab. */
export async function typeHere(page: Page, text: string) {
  await page.keyboard.type(text);
}
