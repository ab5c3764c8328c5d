// The page killed between two writes, at every write of a journey: what was said to be saved is there.

import type { BrowserContext, Page } from "@playwright/test";

import { field, open, ready, saved, type, typeSeed } from "./support/case-page";
import { caseFile, choose, deed, dialog, envelope, names, openCases, report, said, several } from "./support/cases";
import { FOREIGN, store, stored } from "./support/storage";
import { expect, test } from "./support/test";

/** More writes than the journey makes; the last ones run it to its end. */
const MOST_WRITES = 24;
/** Tests that share the work, so that each stays short. */
const PARTS = 6;
/** Marks a tab in which storage works again. */
const REVIVED = "revived";

for (let part = 0; part < PARTS; part += 1) {
  test(`nothing that was said to be saved is lost, part ${part + 1} of ${PARTS}`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    for (let writes = part; writes <= MOST_WRITES; writes += PARTS) {
      const context = await browser.newContext({ baseURL });
      const journeyed = await killedAfter(context, writes);
      const isOver = await check(await context.newPage(), journeyed, writes);
      await context.close();
      if (part === MOST_WRITES % PARTS && writes === MOST_WRITES) expect(isOver, "the journey has an end").toBe(true);
    }
  });
}

/** What the page had said by the time it was killed. */
interface Said {
  /** Investment of the case that was typed, as far as it was called saved. */
  amount?: number;
  /** Names that were called added, renamed or imported. */
  names: string[];
  /** Names that were called deleted, and were not brought back. */
  gone: string[];
  isOver: boolean;
}

/** Goes on the journey in a page whose storage stops for good after that many changes. */
async function killedAfter(context: BrowserContext, writes: number): Promise<Said> {
  const page = await context.newPage();
  await store(page, FOREIGN);
  await context.addInitScript(([writes, revived]) => {
    if (sessionStorage.getItem(revived)) return;
    let left = writes;
    for (const name of ["setItem", "removeItem"] as const) {
      const change = Storage.prototype[name] as (this: Storage, ...given: string[]) => void;
      Storage.prototype[name] = function (this: Storage, ...given: string[]) {
        if (this !== localStorage) return change.apply(this, given);
        if (left === 0) throw new DOMException("killed", "InvalidStateError");
        left -= 1;
        change.apply(this, given);
      } as any;
    }
    Object.assign(window, { isKilled: () => left === 0 });
  }, [writes, REVIVED] as const);
  const found: Said = { names: [], gone: [], isOver: false };
  const isAlive = async () => !(await page.evaluate(() => (window as any).isKilled()));
  await open(page);
  await journey(page, found, isAlive);
  found.isOver = await isAlive();
  // Gone without a chance to write anything more.
  await page.close({ runBeforeUnload: false });
  return found;
}

async function journey(page: Page, found: Said, isAlive: () => Promise<boolean>) {
  await typeSeed(page);
  if (!(await isSaved(page))) return;
  found.amount = 200_000;
  await type(page, "Investment", "300k");
  if (!(await isSaved(page))) return;
  found.amount = 300_000;
  await field(page, "Name of the case").fill("Typed");
  if (!(await isSaved(page))) return;
  found.names.push("Typed");

  await openCases(page);
  await deed(page, "Duplicate", "Typed").click();
  if (!(await says(page, "“Typed (copy)” was added."))) return;
  found.names.push("Typed (copy)");
  await deed(page, "Rename", "Typed (copy)").click();
  const name = dialog(page).getByRole("textbox", { name: "New name of “Typed (copy)”" });
  await name.fill("Copied");
  await page.keyboard.press("Enter");
  if (!(await says(page, "Renamed to “Copied”."))) return;
  found.names.splice(1, 1, "Copied");
  await deed(page, "Delete", "Copied").click();
  if (!(await says(page, "“Copied” was deleted."))) return;
  found.names.pop();
  found.gone.push("Copied");
  await dialog(page).getByRole("button", { name: "Undo deleting “Copied”" }).click();
  if (!(await says(page, "“Copied” is back."))) return;
  found.gone.pop();
  found.names.push("Copied");
  await choose(page, { name: "two.json", text: several([envelope(caseFile("First")), envelope(caseFile("Second"))]) });
  await expect(report(page)).toBeVisible();
  if (!(await isAlive())) return;
  found.names.push("First", "Second");
}

/** Whether the page calls what was typed saved; otherwise it has to say that it is not. */
async function isSaved(page: Page): Promise<boolean> {
  // Once typing has paused.
  await page.waitForTimeout(350);
  const status = page.getByTestId("saved");
  await expect(status).toHaveText(/^(Saved|Not saved)$/);
  return (await status.textContent()) === "Saved";
}

/** Whether the list says that it is done; otherwise it has to say that it is not. */
async function says(page: Page, done: string): Promise<boolean> {
  await expect(said(page)).toHaveText(/was added|Renamed to|was deleted|is back|could not be|was not brought back/);
  await expect.poll(async () => {
    const words = (await said(page).textContent())!;
    return words === done || /could not be|was not brought back|gone already/.test(words);
  }).toBe(true);
  return (await said(page).textContent()) === done;
}

/** Opens the page anew, with storage that works, and looks for everything that was called saved. */
async function check(page: Page, journeyed: Said, writes: number): Promise<boolean> {
  const before = `killed after ${writes} changes`;
  await revive(page);
  expect(await stored(page), before).toMatchObject(FOREIGN);
  await openCases(page);
  const listed = await names(page);
  for (const name of journeyed.names) expect(listed, before).toContain(name);
  for (const name of journeyed.gone) expect(listed, before).not.toContain(name);
  await expect(dialog(page).getByText("cannot be read"), before).toHaveCount(0);
  if (journeyed.amount !== undefined) {
    const texts = Object.entries(await stored(page)).filter(([key]) => key.startsWith("groundwork:case:"));
    const amounts = texts.map(([, text]) => JSON.parse(text).case?.investment?.amount);
    expect(Math.max(...amounts.filter((amount) => amount <= 300_000)), before).toBeGreaterThanOrEqual(journeyed.amount);
  }
  // The list heals: a case is added, and the page opens it.
  await dialog(page).getByRole("button", { name: "New case" }).click();
  await field(page, "Name of the case").fill("Afterwards");
  await saved(page);
  await page.reload();
  await ready(page);
  await expect(field(page, "Name of the case")).toHaveValue("Afterwards");
  return journeyed.isOver;
}

/** The page as it is opened after the browser was started again: with storage that works. */
async function revive(page: Page) {
  await store(page, {});
  await page.evaluate((revived) => sessionStorage.setItem(revived, "1"), REVIVED);
  await open(page);
}
