// Two tabs on what one browser keeps: each follows the other, and nothing is overwritten unseen.

import type { Page } from "@playwright/test";

import { field, headline, open, ready, saved, type, typeSeed } from "./support/case-page";
import { caseFile, choose, deed, dialog, envelope, names, openCases, report, said, several, storeCases } from "./support/cases";
import { downloaded, FOREIGN, refuse, stored, storedCases } from "./support/storage";
import { expect, test } from "./support/test";

const TITLE = "Name of the case";
const THREE = ["Auth service", "Billing", "Search index"];
const DELETED = "This case was deleted in another tab";
const CLEARED = "What this browser kept for this page was cleared";

test.describe("the case that is open", () => {
  test("follows the other tab while nothing is unsaved here, and can be taken back", async ({ page, context }) => {
    const other = await both(page, () => context.newPage());
    await type(other, "Investment", "400k");
    await expect(field(page, "Investment")).toHaveValue("$400,000");
    await expect(page.getByTestId("said")).toHaveText("Changed just now in another tab");
    await expect(headline(page)).toContainText("$400k on it");
    await expect(page.locator(".notice")).toHaveCount(0);
    await saved(page);

    // Several changes of the other tab are one step back.
    await type(other, "Efficiency after", "85%");
    await expect(field(page, "Efficiency after")).toHaveValue("85%");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(field(page, "Investment")).toHaveValue("$200,000");
    await expect(field(page, "Efficiency after")).toHaveValue("90%");
    // Undone is a change like any other: the other tab follows, and can take it back in turn.
    await expect(field(other, "Investment")).toHaveValue("$200,000");
    await other.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(field(page, "Investment")).toHaveValue("$400,000");
    await saved(page);
    await saved(other);
  });

  test("goes back and forth between two who type in turn, and every change arrives", async ({ page, context }) => {
    const other = await both(page, () => context.newPage());
    for (const [from, to, amount, shown] of [
      [page, other, "300k", "$300,000"],
      [other, page, "310k", "$310,000"],
      [page, other, "320k", "$320,000"],
      [other, page, "330k", "$330,000"],
    ] as const) {
      await type(from, "Investment", amount);
      await expect(field(to, "Investment")).toHaveValue(shown);
    }
    await expect(page.locator(".notice")).toHaveCount(0);
    await expect(other.locator(".notice")).toHaveCount(0);
    const texts = Object.values(await storedCases(page));
    expect(texts).toHaveLength(1);
    expect(JSON.parse(texts[0])).toMatchObject({ case: { investment: { amount: 330_000 } } });
  });

  test("is written by one tab at a time, with or without locks", async ({ page, context }) => {
    await context.addInitScript(() => {
      // The blank page before has no storage to ask.
      if (location.protocol === "about:") return;
      if (sessionStorage.getItem("no-locks")) Object.defineProperty(navigator, "locks", { value: undefined });
    });
    const other = await both(page, () => context.newPage());
    await other.evaluate(() => sessionStorage.setItem("no-locks", "1"));
    await other.reload();
    await ready(other);
    // Somebody holds the lock: this tab waits a while, then goes on.
    await other.evaluate(() => sessionStorage.removeItem("no-locks"));
    const holder = await context.newPage();
    await open(holder);
    await holder.evaluate(() => void navigator.locks.request("groundwork:writing", () => new Promise(() => undefined)));
    await type(page, "Investment", "300k");
    await page.waitForTimeout(500);
    expect(Object.values(await storedCases(page)).join()).not.toContain('"amount":300000');
    await saved(page);
    expect(Object.values(await storedCases(page)).join()).toContain('"amount":300000');
    // A page that goes does not wait.
    await type(page, "Investment", "310k");
    await page.waitForTimeout(400);
    await page.reload();
    await ready(page);
    await expect(field(page, "Investment")).toHaveValue("$310,000");
    // Without locks nothing waits.
    await expect(field(other, "Investment")).toHaveValue("$310,000");
    await type(other, "Investment", "320k");
    await expect.poll(async () => Object.values(await storedCases(page)).join(), { timeout: 900 }).toContain('"amount":320000');
  });

  test("waits for its turn and then writes what stands there by then, never an older text", async ({ page, context }) => {
    const other = await both(page, () => context.newPage());
    await other.evaluate(() => {
      const own = window as any;
      return new Promise((held) => void navigator.locks.request("groundwork:writing", () => new Promise((end) => { own.end = end; held(null); })));
    });
    await type(page, "Investment", "300k");
    await page.waitForTimeout(400);
    // Another case takes its place while the write waits: going there writes first, at once.
    await openCases(page);
    expect(Object.values(await storedCases(page)).join()).toContain('"amount":300000');
    await dialog(page).getByRole("button", { name: "New case" }).click();
    await field(page, TITLE).fill("Another one");
    await other.evaluate(() => (window as any).end());
    await saved(page);
    await page.waitForTimeout(1_200);
    const cases = Object.values(await storedCases(page)).map((text) => JSON.parse(text).case);
    expect(cases.map((each) => each.title ?? "").sort()).toEqual(["", "Another one"]);
    expect(cases.find((each) => each.title !== "Another one").investment.amount).toBe(300_000);
  });

  test("changed by both at the same moment is a choice, not a loss", async ({ page, context }) => {
    const other = await both(page, () => context.newPage());
    // As if neither browser nor comparison had kept them apart: the same revision, another text.
    await other.evaluate(() => {
      const key = `groundwork:case:${localStorage.getItem("groundwork:index")}`;
      localStorage.setItem(key, localStorage.getItem(key)!.replace('"amount":200000', '"amount":777000'));
    });
    await expect(page.getByText("changed in another tab")).toBeVisible();
    await page.getByRole("button", { name: "Keep mine as a copy" }).click();
    await saved(page);
    const texts = Object.values(await storedCases(page)).join();
    expect(texts).toContain('"amount":777000');
    expect(texts).toContain('"amount":200000');
  });

  test("deleted in the other tab stays deleted until somebody wants it", async ({ page, context }) => {
    const other = await both(page, () => context.newPage());
    await remove(other, "Unnamed case");
    await expect(page.getByText(DELETED)).toBeVisible();
    await expect(page.getByTestId("saved")).toHaveText("Not saved");
    await type(page, "Investment", "300k");
    await page.waitForTimeout(600);
    expect(await storedCases(page)).toEqual({});
    expect(JSON.parse(await downloaded(page, "Save as a file"))).toMatchObject({ investment: { amount: 300_000 } });
    await page.getByRole("button", { name: "Keep it as a new case" }).click();
    await saved(page);
    await expect(page.getByText(DELETED)).toHaveCount(0);
    const texts = Object.values(await storedCases(page));
    expect(texts).toHaveLength(1);
    expect(JSON.parse(texts[0])).toMatchObject({ revision: 1, case: { investment: { amount: 300_000 } } });
  });

  test("deleted in the other tab can be closed, and is asked about where something was typed since", async ({ page, context }) => {
    await storeCases(page, THREE);
    const other = await context.newPage();
    await open(other);
    await open(page);
    await remove(other, "Auth service");
    await expect(page.getByText(DELETED)).toBeVisible();
    await page.getByRole("button", { name: "Close it" }).click();
    await expect(field(page, TITLE)).toHaveValue("Billing");
    await expect(page.getByText(DELETED)).toHaveCount(0);

    await remove(other, "Billing");
    await expect(page.getByText(DELETED)).toBeVisible();
    await type(page, "Investment", "300k");
    await page.getByRole("button", { name: "Close it" }).click();
    const question = page.getByRole("dialog", { name: "What is on screen is not kept" });
    await question.getByRole("button", { name: "Go on without it" }).click();
    await expect(field(page, TITLE)).toHaveValue("Search index");
    expect(Object.keys(await storedCases(page))).toEqual(["groundwork:case:2"]);
  });

  test("deleted and brought back in the other tab goes on here as if nothing had been", async ({ page, context }) => {
    const other = await both(page, () => context.newPage());
    await remove(other, "Unnamed case");
    await expect(page.getByText(DELETED)).toBeVisible();
    await dialog(other).getByRole("button", { name: "Undo deleting" }).click();
    await expect(page.getByText(DELETED)).toHaveCount(0);
    await saved(page);
    await type(page, "Investment", "300k");
    await expect(field(other, "Investment")).toHaveValue("$300,000");
  });

  test("is left on screen where the other tab deletes everything", async ({ page, context }) => {
    await storeCases(page, THREE, FOREIGN);
    const other = await context.newPage();
    await open(other);
    await open(page);
    await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
    await openCases(other);
    await dialog(other).getByRole("button", { name: "Delete everything" }).click();
    await dialog(other).getByRole("button", { name: "Yes, delete everything" }).click();
    await expect(page.getByText(DELETED)).toBeVisible();
    await expect(field(page, TITLE)).toHaveValue("Auth service");
    await expect(page.locator("html")).not.toHaveAttribute("data-theme", "dark");
    await type(page, "Investment", "300k");
    await page.waitForTimeout(600);
    expect(await stored(page)).toEqual(FOREIGN);
  });
});

test.describe("storage that is cleared beneath the page", () => {
  for (const way of ["by another page of the host", "without a word"] as const) {
    test(`${way} leaves the case on screen and is said`, async ({ page, context }) => {
      const other = await both(page, () => context.newPage());
      if (way === "without a word") {
        await other.close();
        await page.evaluate(() => localStorage.clear());
        // Coming back to the tab is when it is seen.
        await page.evaluate(() => window.dispatchEvent(new Event("focus")));
      } else {
        await other.evaluate(() => localStorage.clear());
      }
      await expect(page.getByText(CLEARED)).toBeVisible();
      await expect(page.getByTestId("saved")).toHaveText("Not saved");
      await expect(field(page, "Investment")).toHaveValue("$200,000");
      expect(JSON.parse(await downloaded(page, "Save as a file"))).toMatchObject({ investment: { amount: 200_000 } });
      await page.getByRole("button", { name: "Keep it now" }).click();
      await saved(page);
      await expect(page.getByText(CLEARED)).toHaveCount(0);
      expect(Object.values(await storedCases(page)).join()).toContain('"amount":200000');
    });
  }

  test("is kept again by the next change, and leaving before is asked about", async ({ page, context }) => {
    const other = await both(page, () => context.newPage());
    await other.evaluate(() => localStorage.clear());
    await other.close({ runBeforeUnload: false });
    await expect(page.getByText(CLEARED)).toBeVisible();
    await type(page, "Investment", "300k");
    await saved(page);
    expect(Object.values(await storedCases(page)).join()).toContain('"amount":300000');
  });

  test("with something that is not written yet is written at once", async ({ page, context }) => {
    await both(page, () => context.newPage());
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>("#investment-amount")!;
      field.value = "300k";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      localStorage.clear();
      dispatchEvent(new StorageEvent("storage", { key: null }));
    });
    await expect(page.getByText("This case is kept again")).toBeVisible();
    expect(Object.values(await storedCases(page)).join()).toContain('"amount":300000');
  });
});

test.describe("the list of cases", () => {
  test("follows what another tab begins, renames, copies, imports and deletes, and keeps the focus", async ({ page, context }) => {
    await storeCases(page, THREE);
    const other = await context.newPage();
    await open(other);
    await open(page);
    await openCases(page);
    await deed(page, "Export", "Search index").focus();

    await openCases(other);
    await deed(other, "Rename", "Billing").click();
    await expect(dialog(other).getByRole("textbox", { name: "New name of “Billing”" })).toBeFocused();
    await other.keyboard.type("Invoices");
    await other.keyboard.press("Enter");
    await expect.poll(async () => (await names(page)).sort()).toEqual(["Auth service", "Invoices", "Search index"]);
    await deed(other, "Duplicate", "Search index").click();
    await expect.poll(async () => (await names(page)).sort()).toEqual(["Auth service", "Invoices", "Search index", "Search index (copy)"]);
    await deed(other, "Delete", "Invoices").click();
    await expect.poll(async () => (await names(page)).sort()).toEqual(["Auth service", "Search index", "Search index (copy)"]);
    await expect(deed(page, "Export", "Search index")).toBeFocused();
    await dialog(other).getByRole("button", { name: "Undo deleting “Invoices”" }).click();
    await expect.poll(() => names(page)).toContain("Invoices");
    await choose(other, { name: "two.json", text: several([envelope(caseFile("First")), envelope(caseFile("Second"))]) });
    await expect(report(other)).toBeVisible();
    await expect.poll(() => names(page)).toContain("Second");
    await other.bringToFront();
    await openCases(other);
    await dialog(other).getByRole("button", { name: "New case" }).click();
    await field(other, TITLE).fill("Begun over there");
    await expect.poll(() => names(page)).toContain("Begun over there");
    await expect(field(page, TITLE)).toHaveValue("Auth service");
  });

  test("lets a name that is being typed be", async ({ page, context }) => {
    await storeCases(page, THREE);
    const other = await context.newPage();
    await open(other);
    await open(page);
    await openCases(page);
    await deed(page, "Rename", "Billing").click();
    await expect(dialog(page).getByRole("textbox", { name: "New name of “Billing”" })).toBeFocused();
    await page.keyboard.type("Half a na");
    await remove(other, "Search index");
    await page.waitForTimeout(400);
    await page.keyboard.type("me");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await names(page)).sort()).toEqual(["Auth service", "Half a name"]);
  });

  test("a case renamed in the other tab has its new name at the top of this one", async ({ page, context }) => {
    await storeCases(page, THREE);
    const other = await context.newPage();
    await open(other);
    await open(page);
    await openCases(other);
    await dialog(other).getByRole("button", { name: "Billing", exact: true }).click();
    await expect(field(other, TITLE)).toHaveValue("Billing");
    await openCases(other);
    await deed(other, "Rename", "Auth service").click();
    await expect(dialog(other).getByRole("textbox", { name: "New name of “Auth service”" })).toBeFocused();
    await other.keyboard.type("Login");
    await other.keyboard.press("Enter");
    await expect(field(page, TITLE)).toHaveValue("Login");
  });
});

test("a theme chosen in one tab is that of the other, too", async ({ page, context }) => {
  const other = await both(page, () => context.newPage());
  await other.getByRole("combobox", { name: "Theme" }).selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("combobox", { name: "Theme" })).toHaveValue("dark");
});

test("storage turned off in one tab and typed into another loses neither", async ({ page, context }) => {
  const other = await both(page, () => context.newPage());
  await refuse(page, true);
  await type(page, "Efficiency after", "80%");
  await expect(page.getByTestId("saved")).toHaveText("Not saved");
  await type(other, "Investment", "400k");
  await saved(other);
  await expect(page.getByText("changed in another tab")).toBeVisible();
  await expect(field(page, "Efficiency after")).toHaveValue("80%");
  await refuse(page, false);
  await page.getByRole("button", { name: "Keep mine as a copy" }).click();
  await saved(page);
  expect(Object.keys(await storedCases(page))).toHaveLength(2);
});

/** Both tabs show the four numbers; gives the second. */
async function both(page: Page, begin: () => Promise<Page>): Promise<Page> {
  await open(page);
  await typeSeed(page);
  await saved(page);
  const other = await begin();
  await open(other);
  await expect(field(other, "Investment")).toHaveValue("$200,000");
  return other;
}

/** Deletes a case from the list. */
async function remove(page: Page, name: string) {
  if (!(await dialog(page).isVisible())) await openCases(page);
  await deed(page, "Delete", name).click();
  await expect(said(page)).toHaveText(`“${name}” was deleted.`);
}
