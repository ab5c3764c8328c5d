// The list of cases: begun, looked for, renamed, copied and deleted, without anything being lost.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { field, headline, open, ready, saved, type, typeSeed } from "./support/case-page";
import { caseFile, choose, deed, dialog, downloadedBy, envelope, names, openCases, report, said, several, storeCases } from "./support/cases";
import { tabTo } from "./support/keyboard";
import { FOREIGN, store, stored, storedCases } from "./support/storage";
import { expect, test } from "./support/test";

const TITLE = "Name of the case";
const THREE = ["Auth service", "Billing", "Search index"];

test.describe("beginning", () => {
  test("a browser that keeps nothing says so and offers ways to begin", async ({ page }) => {
    await open(page);
    await openCases(page);
    await expect(dialog(page)).toContainText("No case is kept in this browser yet.");
    await expect(dialog(page)).toContainText("0 cases, 0 KB used of the about 5 MB");
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
    await expect(page.getByRole("button", { name: "Cases", exact: true })).toBeFocused();
    await expect.poll(() => stored(page)).toEqual({});
  });

  test("a new case is blank, and the one before is kept", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await field(page, TITLE).fill("Typed just now");
    // Not waited for: going elsewhere writes it first.
    await openCases(page);
    await dialog(page).getByRole("button", { name: "New case" }).click();
    await expect(field(page, TITLE)).toHaveValue("");
    await expect(field(page, TITLE)).toBeFocused();
    await expect(field(page, "Investment")).toHaveValue("");
    await openCases(page);
    expect(await names(page)).toEqual(["Typed just now"]);
    await dialog(page).getByRole("button", { name: "Typed just now", exact: true }).click();
    await expect(field(page, "Investment")).toHaveValue("$200,000");
  });

  test("each example is a case of its own, kept at once", async ({ page }) => {
    await open(page);
    const titles: string[] = [];
    for (let position = 0; position < 3; position += 1) {
      await openCases(page);
      await dialog(page).getByText("New from an example").click();
      const example = dialog(page).locator(".cases__examples button").nth(position);
      titles.unshift((await example.textContent())!.trim());
      await example.click();
      await expect(field(page, TITLE)).toHaveValue(titles[0]);
      await expect(headline(page)).toContainText("absorbs");
      await saved(page);
    }
    await openCases(page);
    expect((await names(page)).sort()).toEqual([...titles].sort());
  });
});

test.describe("one case among others", () => {
  test("the list says what each is called, when it was changed and which one is open", async ({ page }) => {
    await storeCases(page, ["Auth service", ""]);
    await open(page);
    await type(page, "Investment", "300k");
    await saved(page);
    await openCases(page);
    expect(await names(page)).toEqual(["Auth service", "Unnamed case"]);
    const rows = dialog(page).locator(".case-row");
    await expect(rows.nth(0)).toContainText(/Open here.*today, \d\d?:\d\d/s);
    await expect(rows.nth(1)).toContainText("November 18, 2025");
    await expect(rows.nth(1)).not.toContainText("Open here");
    await expect(dialog(page).getByLabel("Search by name")).toHaveCount(0);
  });

  test("a copy has the same figures and every text, under a name of its own", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await field(page, TITLE).fill("Auth service");
    await type(page, "Efficiency after", "170%");
    await openCases(page);
    await deed(page, "Duplicate", "Auth service").click();
    await expect(said(page)).toHaveText("“Auth service (copy)” was added.");
    await expect(dialog(page).getByRole("button", { name: "Auth service (copy)", exact: true })).toBeFocused();
    await deed(page, "Duplicate", "Auth service (copy)").click();
    await expect.poll(async () => (await names(page)).sort()).toEqual(["Auth service", "Auth service (copy 2)", "Auth service (copy)"]);
    await dialog(page).getByRole("button", { name: "Auth service (copy 2)", exact: true }).click();
    await expect(field(page, "Efficiency after")).toHaveValue("170%");
    await expect(field(page, "Investment")).toHaveValue("$200,000");
    const cases = Object.values(await storedCases(page)).map((text) => JSON.parse(text));
    const untitled = cases.map((each) => ({ ...each.case, title: "" }));
    expect(untitled).toEqual([untitled[0], untitled[0], untitled[0]]);
  });

  test("the open case is renamed as by typing, and that can be undone", async ({ page }) => {
    await storeCases(page, THREE);
    await open(page);
    await openCases(page);
    await deed(page, "Rename", "Auth service").click();
    const name = dialog(page).getByRole("textbox", { name: "New name of “Auth service”" });
    await expect(name).toBeFocused();
    await name.fill("Login");
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByRole("button", { name: "Login", exact: true })).toBeFocused();
    await expect(said(page)).toHaveText("Renamed to “Login”.");
    await page.keyboard.press("Escape");
    await expect(field(page, TITLE)).toHaveValue("Login");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(field(page, TITLE)).toHaveValue("Auth service");
  });

  test("another case is renamed where it is kept", async ({ page }) => {
    await storeCases(page, THREE);
    await open(page);
    await openCases(page);
    await deed(page, "Rename", "Billing").click();
    await expect(dialog(page).getByRole("textbox", { name: "New name of “Billing”" })).toBeFocused();
    await page.keyboard.type("Billing of 2027");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await names(page)).sort()).toEqual(["Auth service", "Billing of 2027", "Search index"]);
    const texts = await storedCases(page);
    expect(JSON.parse(texts["groundwork:case:1"])).toMatchObject({ revision: 2, case: caseFile("Billing of 2027") });
    await expect(field(page, TITLE)).toHaveValue("Auth service");
  });

  test("a name that cannot stand there stays in its field with the reason, and Escape leaves it", async ({ page }) => {
    await storeCases(page, THREE);
    await open(page);
    await openCases(page);
    for (const name of ["Auth service", "Billing"]) {
      const before = await storedCases(page);
      await deed(page, "Rename", name).click();
      const input = dialog(page).getByRole("textbox", { name: `New name of “${name}”` });
      await input.fill("x".repeat(2_001));
      await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
      await expect(dialog(page)).toContainText("It has 2001 characters; it may have 2000.");
      await expect(input).toHaveAttribute("aria-invalid", "true");
      await input.focus();
      await page.keyboard.press("Escape");
      await expect(deed(page, "Rename", name)).toBeFocused();
      await expect.poll(() => storedCases(page)).toEqual(before);
    }
  });

  test("one is exported as the case file it is, the open one as it stands on screen", async ({ page }) => {
    await storeCases(page, THREE);
    await open(page);
    await type(page, "Investment", "300k");
    await openCases(page);
    const other = await downloadedBy(page, deed(page, "Export", "Search index"));
    expect(other.name).toBe("Search-index.groundwork.json");
    expect(JSON.parse(other.text)).toEqual(caseFile("Search index"));
    const own = await downloadedBy(page, deed(page, "Export", "Auth service"));
    expect(own.name).toBe("Auth-service.groundwork.json");
    expect(JSON.parse(own.text)).toEqual(caseFile("Auth service", 300_000));
  });
});

test.describe("deleting", () => {
  test("a case goes at once and comes back to the bit", async ({ page }) => {
    await storeCases(page, THREE, FOREIGN);
    await open(page);
    const before = await stored(page);
    await openCases(page);
    await deed(page, "Delete", "Billing").click();
    await expect(said(page)).toHaveText("“Billing” was deleted.");
    expect(await names(page)).toEqual(["Auth service", "Search index"]);
    await expect.poll(() => stored(page)).not.toHaveProperty(["groundwork:case:1"]);
    await expect(field(page, TITLE)).toHaveValue("Auth service");
    await dialog(page).getByRole("button", { name: "Undo deleting “Billing”" }).click();
    await expect(said(page)).toHaveText("“Billing” is back.");
    await expect(dialog(page).getByRole("button", { name: "Billing", exact: true })).toBeFocused();
    await expect.poll(() => stored(page)).toEqual(before);
  });

  test("it takes no mouse, and the focus is never lost", async ({ page }) => {
    await storeCases(page, THREE);
    await open(page);
    await tabTo(page, page.getByRole("button", { name: "Cases", exact: true }));
    await page.keyboard.press("Enter");
    await tabTo(page, deed(page, "Delete", "Search index"));
    await page.keyboard.press("Enter");
    const undo = dialog(page).getByRole("button", { name: "Undo deleting “Search index”" });
    await expect(undo).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByRole("button", { name: "Search index", exact: true })).toBeFocused();
    for (const name of ["Search index", "Billing", "Auth service"]) {
      await tabTo(page, deed(page, "Delete", name));
      await page.keyboard.press("Space");
      await expect(dialog(page).getByRole("button", { name: `Undo deleting “${name}”` })).toBeFocused();
    }
    await expect(dialog(page)).toContainText("No case is kept");
    await page.keyboard.press("Enter");
    expect(await names(page)).toEqual(["Auth service"]);
  });

  test("deleting the open case goes to the one saved last, and undo opens it again", async ({ page }) => {
    await storeCases(page, THREE);
    await open(page);
    await field(page, "Investment").fill("300k");
    await openCases(page);
    await deed(page, "Delete", "Auth service").click();
    await expect(field(page, TITLE)).toHaveValue("Billing");
    await expect(dialog(page).locator(".case-row").first()).toContainText("Open here");
    await dialog(page).getByRole("button", { name: "Undo deleting “Auth service”" }).click();
    expect(await names(page)).toEqual(["Auth service", "Billing", "Search index"]);
    // With what had just been typed.
    await expect(field(page, TITLE)).toHaveValue("Auth service");
    await expect(field(page, "Investment")).toHaveValue("$300,000");
  });

  test("deleting the only case leaves a blank one, and nothing is written by that", async ({ page }) => {
    await storeCases(page, ["Only one"]);
    await open(page);
    await openCases(page);
    await deed(page, "Delete", "Only one").click();
    await expect(field(page, TITLE)).toHaveValue("");
    await page.waitForTimeout(500);
    await expect.poll(() => stored(page)).toEqual({});
    await dialog(page).getByRole("button", { name: "Undo deleting “Only one”" }).click();
    await expect(field(page, TITLE)).toHaveValue("Only one");
    expect(await names(page)).toEqual(["Only one"]);
  });

  test("the way back stays on the page once the list is closed, until a case is changed", async ({ page }) => {
    await storeCases(page, THREE);
    await open(page);
    const before = await stored(page);
    await openCases(page);
    await deed(page, "Delete", "Auth service").click();
    const notice = page.locator(".notice");
    await expect(notice).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(notice).toContainText("“Auth service” was deleted.");
    await expect(field(page, TITLE)).toHaveValue("Billing");
    await notice.getByRole("button", { name: "Undo deleting “Auth service”" }).click();
    await expect(notice).toHaveCount(0);
    await expect(field(page, TITLE)).toHaveValue("Auth service");
    await expect(page.getByRole("button", { name: "Cases", exact: true })).toBeFocused();
    await expect.poll(() => stored(page)).toEqual(before);

    for (const [name, end] of [
      ["Billing", () => notice.getByRole("button", { name: "Dismiss" }).click()],
      ["Search index", () => type(page, "Investment", "300k")],
    ] as const) {
      await openCases(page);
      await deed(page, "Delete", name).click();
      await page.keyboard.press("Escape");
      await expect(notice).toContainText(`“${name}” was deleted.`);
      await end();
      await expect(notice).toHaveCount(0);
    }
  });

  test("a case another tab saved meanwhile is not overwritten by undo", async ({ page, context }) => {
    await storeCases(page, THREE);
    const other = await context.newPage();
    await open(other);
    await open(page);
    await openCases(page);
    await deed(page, "Delete", "Auth service").click();
    await expect(said(page)).toHaveText("“Auth service” was deleted.");
    await other.evaluate((text) => localStorage.setItem("groundwork:case:0", text), JSON.stringify(envelope(caseFile("Auth service", 400_000))));
    const before = await storedCases(page);
    await dialog(page).getByRole("button", { name: "Undo deleting “Auth service”" }).click();
    await expect(said(page)).toContainText("was not brought back: another tab keeps something in its place");
    await expect.poll(() => storedCases(page)).toEqual(before);
  });

  test("everything is deleted only after a question, which can be answered by keyboard", async ({ page }) => {
    await storeCases(page, THREE, FOREIGN);
    await open(page);
    await openCases(page);
    await dialog(page).getByRole("button", { name: "Delete everything" }).click();
    await expect(dialog(page).getByRole("button", { name: "Keep everything" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByRole("button", { name: "Delete everything" })).toBeFocused();
    await expect.poll(async () => Object.keys(await storedCases(page))).toHaveLength(3);
    await page.keyboard.press("Enter");
    await dialog(page).getByRole("button", { name: "Yes, delete everything" }).click();
    await expect(dialog(page)).toBeHidden();
    await expect.poll(() => stored(page)).toEqual(FOREIGN);
    await expect(field(page, TITLE)).toHaveValue("");
    await expect(page.locator(".notice")).toHaveCount(0);
  });
});

test.describe("texts that cannot be read", () => {
  const newer = '{"envelope":1, "saved_at":5,"revision":9,"case":{"format":"groundwork-case","version":2},"drafts":{}}';
  const damaged = '{"envelope":1,"saved_at":1767225600000,"rev';

  test("are listed with the reason, exported as they are, deleted and brought back, and not opened", async ({ page }) => {
    await storeCases(page, ["Fine"], { "groundwork:case:newer": newer, "groundwork:case:damaged": damaged });
    await open(page);
    await openCases(page);
    const before = await stored(page);
    for (const [name, reason, text] of [
      ["Case of a newer version", "Opens once this page is as new", newer],
      ["Text that cannot be read", "Kept as it is", damaged],
    ]) {
      const row = dialog(page).locator(".case-row").filter({ hasText: name });
      await expect(row).toContainText(reason);
      await expect(row.getByRole("button")).toHaveText(["Export", "Delete"]);
      expect((await downloadedBy(page, deed(page, "Export", name))).text).toBe(text);
      await deed(page, "Delete", name).click();
      await expect(row).toHaveCount(0);
      await expect.poll(async () => Object.values(await stored(page))).not.toContain(text);
      await dialog(page).getByRole("button", { name: `Undo deleting “${name}”` }).click();
      await expect(row).toHaveCount(1);
      await expect.poll(() => stored(page)).toEqual(before);
    }
    await dialog(page).getByRole("button", { name: "Export all cases" }).click();
    await expect(said(page)).toHaveText("1 case exported, without 2 texts that cannot be read; export each as text.");
  });

  test("one that was set aside is listed too", async ({ page }) => {
    await store(page, { "groundwork:index": "abc", "groundwork:case:abc": damaged });
    await open(page);
    await expect(page.getByText("cannot be read")).toBeVisible();
    await openCases(page);
    await deed(page, "Delete", "Text that cannot be read").click();
    await expect.poll(async () => Object.values(await stored(page))).not.toContain(damaged);
    await dialog(page).getByRole("button", { name: "Close" }).click();
    await expect(page.getByText("A case in this browser cannot be read")).toHaveCount(0);
  });
});

test("each tab shows its own case, also after a reload", async ({ page, context }) => {
  await storeCases(page, THREE);
  const other = await context.newPage();
  for (const [tab, name] of [
    [page, "Billing"],
    [other, "Search index"],
  ] as const) {
    await open(tab);
    await openCases(tab);
    await dialog(tab).getByRole("button", { name, exact: true }).click();
    await expect(field(tab, TITLE)).toHaveValue(name);
  }
  await type(other, "Investment", "400k");
  await saved(other);
  for (const [tab, name, investment] of [
    [page, "Billing", "$200,000"],
    [other, "Search index", "$400,000"],
  ] as const) {
    await tab.reload();
    await ready(tab);
    await expect(field(tab, TITLE)).toHaveValue(name);
    await expect(field(tab, "Investment")).toHaveValue(investment);
  }
});

test("beside a changed preview the list works, and leaving it asks", async ({ page }) => {
  await storeCases(page, THREE);
  await page.evaluate((text) => sessionStorage.setItem("groundwork:tab-preview", text), JSON.stringify(envelope(caseFile("From a link", 500_000))));
  await open(page);
  await expect(field(page, "Investment")).toHaveValue("$500,000");
  await openCases(page);
  expect(await names(page)).toEqual(THREE);
  await expect(dialog(page)).not.toContainText("Open here");
  await deed(page, "Delete", "Billing").click();
  await expect(field(page, TITLE)).toHaveValue("From a link");
  await dialog(page).getByRole("button", { name: "Search index", exact: true }).click();
  const question = page.getByRole("dialog", { name: "What is on screen is not kept" });
  await question.getByRole("button", { name: "Save it to my cases, then go on" }).click();
  await expect(field(page, TITLE)).toHaveValue("Search index");
  await page.reload();
  await ready(page);
  await expect(field(page, TITLE)).toHaveValue("Search index");
  await openCases(page);
  expect((await names(page)).sort()).toEqual(["Auth service", "From a link", "Search index"]);
});

test("what cannot be kept is not left without a question", async ({ page }) => {
  await storeCases(page, THREE);
  await open(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("Full.", "QuotaExceededError");
    };
  });
  await type(page, "Investment", "400k");
  await expect(page.getByTestId("saved")).toHaveText("Not saved");
  await openCases(page);
  await deed(page, "Delete", "Auth service").click();
  await expect(said(page)).toContainText("has changes that could not be kept, so it was not deleted");
  await dialog(page).getByRole("button", { name: "Billing", exact: true }).click();
  const question = page.getByRole("dialog", { name: "What is on screen is not kept" });
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(field(page, "Investment")).toHaveValue("$400,000");
  await openCases(page);
  await dialog(page).getByRole("button", { name: "Billing", exact: true }).click();
  await question.getByRole("button", { name: "Go on without it" }).click();
  await expect(field(page, TITLE)).toHaveValue("Billing");
});

test.describe("two hundred cases", () => {
  const many = Array.from({ length: 200 }, (_, position) => `Case ${position + 1}${position === 136 ? " Ärger" : ""}`);

  test("are imported, listed, looked for and scrolled to within the list", async ({ page }) => {
    await open(page);
    await openCases(page);
    await choose(page, { name: "many.json", text: several(many.map((title) => envelope(caseFile(title)))) });
    await expect(report(page)).toContainText("200 cases were imported.", { timeout: 20_000 });
    await expect.poll(async () => Object.keys(await storedCases(page))).toHaveLength(200);
    await expect(field(page, TITLE)).toHaveValue("Case 200");
    await openCases(page);
    await expect(dialog(page).locator(".case-row")).toHaveCount(200);
    await expect(dialog(page)).toContainText(/^.*200 cases, \d+ KB used/s);
    const isWithin = await dialog(page).evaluate((dialog) => dialog.getBoundingClientRect().bottom <= innerHeight);
    expect(isWithin).toBe(true);

    const search = dialog(page).getByLabel("Search by name");
    await search.fill("äRGER");
    expect(await names(page)).toEqual(["Case 137 Ärger"]);
    await expect(dialog(page)).toContainText("1 case found");
    await search.fill("nothing like it");
    await expect(dialog(page)).toContainText("No case is called like that.");
    await search.fill("case 19");
    expect((await names(page)).sort()).toEqual(["Case 19", ...Array.from({ length: 10 }, (_, at) => `Case 19${at}`)].sort());
    await search.fill("");
    const last = deed(page, "Delete", "Case 1");
    await last.scrollIntoViewIfNeeded();
    await last.click();
    await expect(dialog(page).getByRole("button", { name: "Undo deleting “Case 1”" })).toBeInViewport();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 360]) {
    test.describe(`${colorScheme} at ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test("axe finds nothing in the list, whatever is done there", async ({ page }) => {
        await storeCases(page, [...THREE, "Four", "Five", "Six"], { "groundwork:case:damaged": "{" });
        await open(page);
        await openCases(page);
        await dialog(page).getByText("New from an example").click();
        await expectNothingFound(page, "the list");
        await deed(page, "Rename", "Billing").click();
        await expectNothingFound(page, "a name being changed");
        await page.keyboard.press("Escape");
        await deed(page, "Delete", "Billing").click();
        await expectNothingFound(page, "a case deleted");
        await dialog(page).getByRole("button", { name: "Delete everything" }).click();
        await expectNothingFound(page, "the question");
        await page.keyboard.press("Enter");
        await choose(page, { name: "notes.txt", text: "Hello" }, { name: "a.json", text: JSON.stringify(caseFile("A")) });
        await expect(report(page)).toBeVisible();
        await expectNothingFound(page, "the report of an import");
      });
    });
  }
}

for (const width of [360, 320]) {
  test(`at ${width} px nothing scrolls sideways and everything can be hit`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await storeCases(page, [...THREE, "A very long name ".repeat(20), "x".repeat(300), "Six"]);
    await open(page);
    await expectNoSidewaysScroll(page);
    await openCases(page);
    await dialog(page).getByText("New from an example").click();
    await deed(page, "Rename", "Billing").click();
    await deed(page, "Delete", "x".repeat(300)).click();
    await expect(said(page)).toContainText("was deleted.");
    await expectNoSidewaysScroll(page);
    const small = await dialog(page)
      .locator("button, summary, input")
      .filter({ visible: true })
      .evaluateAll((targets) => {
        const size = (target: Element) => target.getBoundingClientRect();
        return targets.filter((target) => size(target).height < 24 || size(target).width < 24).map((target) => target.outerHTML);
      });
    expect(small).toEqual([]);
  });
}

async function expectNothingFound(page: Page, state: string) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]).analyze();
  const findings = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  expect.soft(findings, state).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page) {
  const excess = await page.evaluate(() => {
    const places = [document.documentElement, ...document.querySelectorAll("dialog[open], dialog[open] ul")];
    return places.map((place) => place.scrollWidth - place.clientWidth).filter((width) => width > 0);
  });
  expect(excess).toEqual([]);
}
