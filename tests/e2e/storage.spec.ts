// Nothing typed is lost and nothing stored is overwritten, whatever the browser's storage does.

import type { Page } from "@playwright/test";

import { field, FOUR, headline, messageOf, open, paste, ready, replace, saved, stale, type, typeSeed } from "./support/case-page";
import { downloaded, fill, FOREIGN, INDEX, makeRoom, refuse, store, stored, storedCases } from "./support/storage";
import { expect, test } from "./support/test";

const ENVELOPE = { envelope: 1, saved_at: 1_767_225_600_000, revision: 1, case: null, drafts: {} };
const CASE = { format: "groundwork-case", version: 1, title: "From before" };

test.describe("storage that works", () => {
  test("a reload right after typing keeps everything, usable or not", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await paste(page, "Efficiency now", "eight");
    await paste(page, "Efficiency after", "170%");
    await type(page, "Name of the case", "Auth service");
    await replace(page, "Investment", "$300,000");
    await page.reload();
    await ready(page);

    await expect(field(page, "Efficiency now")).toHaveValue("eight");
    await expect(field(page, "Efficiency after")).toHaveValue("170%");
    await expect(field(page, "Engineering capacity a year")).toHaveValue("$2,000,000");
    await expect(field(page, "Name of the case")).toHaveValue("Auth service");
    expect(await messageOf(page, "Efficiency now")).toMatch(/“eight” is not a number/);
    expect(await messageOf(page, "Efficiency after")).toBe("Efficiency after is between 1% and 100%; 170% is above that.");
    await expect(stale(page)).toBeVisible();
    // The result is of the last values that could be used, the last digit typed included.
    await expect(headline(page)).toContainText("absorbs $600k of $2.0M a year. Spending $300k on it");
  });

  test("what is stored is the public case file in an envelope, and only under keys of this page", async ({ page }) => {
    await store(page, FOREIGN);
    await open(page);
    await typeSeed(page);
    await saved(page);

    const texts = await stored(page);
    expect(texts).toMatchObject(FOREIGN);
    const own = Object.keys(texts).filter((key) => !(key in FOREIGN));
    expect(own.sort()).toEqual([expect.stringMatching(/^groundwork:case:/), INDEX]);
    const envelope = JSON.parse(texts[own[0]]);
    expect(envelope).toMatchObject({
      envelope: 1,
      saved_at: expect.any(Number),
      revision: expect.any(Number),
      drafts: {},
      case: {
        format: "groundwork-case",
        version: 1,
        start: expect.stringMatching(/^\d{4}-\d\d$/),
        capacity: { annual_cost: 2_000_000 },
        efficiency: { now: 0.7, after: 0.9 },
        investment: { amount: 200_000 },
      },
    });
    expect(texts[INDEX]).toBe(own[0].slice("groundwork:case:".length));
  });

  test("storage cleared beneath the page is filled again by typing", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await saved(page);
    await page.evaluate(() => localStorage.clear());
    await type(page, "Investment", "300k");
    await expect.poll(async () => Object.values(await storedCases(page)).join()).toContain('"amount":300000');
    await saved(page);
    await expect(page.getByText("was cleared. This case is kept again")).toBeVisible();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByText("was cleared")).toHaveCount(0);
    await page.reload();
    await ready(page);
    for (const label of FOUR.slice(0, 3)) await expect(field(page, label)).not.toHaveValue("");
    await expect(field(page, "Investment")).toHaveValue("$300,000");
  });

  test("a page that was only looked at stores nothing", async ({ page }) => {
    await open(page);
    await field(page, "Investment").focus();
    await page.keyboard.press("Tab");
    await page.reload();
    await ready(page);
    expect(await stored(page)).toEqual({});
  });
});

test.describe("storage that is denied", () => {
  test("the page works without storage and offers the case as a file", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    });
    await open(page);
    await expect(page.getByText("gives the page no storage")).toBeVisible();
    await typeSeed(page);
    await expect(headline(page)).toContainText("$600k of $2.0M");
    await expect(page.getByTestId("saved")).toHaveText("Not saved");
    await expect(page.getByText("gives the page no storage")).toHaveCount(1);

    const file = JSON.parse(await downloaded(page, "Save as a file"));
    expect(file).toMatchObject({ format: "groundwork-case", capacity: { annual_cost: 2_000_000 } });
    expect(await page.evaluate((file) => (window as any).groundwork.evaluate(file).headline.absorbed_per_year, file)).toBeCloseTo(600_000);
  });

  test("a page whose last changes are nowhere asks before it is left, and no other does", async ({ page }) => {
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await open(page);
    await typeSeed(page);
    await saved(page);
    await page.reload();
    await ready(page);
    expect(asked).toEqual([]);

    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await type(page, "Investment", "300k");
    await expect(page.getByTestId("saved")).toHaveText("Not saved");
    await page.reload();
    await ready(page);
    expect(asked).toEqual(["beforeunload"]);
  });

  test("a storage that is there and refuses every call is a storage that is denied", async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
      for (const name of ["getItem", "setItem", "removeItem", "key"]) Object.assign(Storage.prototype, { [name]: refuse });
      Object.defineProperty(Storage.prototype, "length", { get: refuse });
    });
    await open(page);
    await expect(page.getByText("gives the page no storage")).toBeVisible();
    await typeSeed(page);
    await expect(headline(page)).toContainText("$600k of $2.0M");
  });

  test("storage withdrawn while typing is said, and granted again it saves", async ({ page }) => {
    await page.addInitScript(() => {
      const storage = window.localStorage;
      Object.assign(window, { isDenied: false });
      Object.defineProperty(window, "localStorage", {
        get() {
          if ((window as any).isDenied) throw new DOMException("Access is denied.", "SecurityError");
          return storage;
        },
      });
    });
    await open(page);
    await typeSeed(page);
    await saved(page);
    await page.evaluate(() => Object.assign(window, { isDenied: true }));
    await type(page, "Investment", "300k");
    await expect(page.getByText("gives the page no storage")).toBeVisible();
    await page.evaluate(() => Object.assign(window, { isDenied: false }));
    await type(page, "Investment", "400k");
    await saved(page);
    await expect(page.getByText("gives the page no storage")).toHaveCount(0);
    expect(Object.values(await storedCases(page)).join()).toContain('"amount":400000');
  });
});

test.describe("storage that is full", () => {
  test("the old text stays, the page says so, and making room lets it save", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await saved(page);
    await fill(page);
    const before = await storedCases(page);

    await type(page, "Investment", "$123,456,789.50");
    await type(page, "Name of the case", "A name that takes more room than there is");
    await expect(page.getByText("storage of this browser is full")).toBeVisible();
    await expect(page.getByTestId("saved")).toHaveText("Not saved");
    expect(await storedCases(page)).toEqual(before);
    await expect(headline(page)).toContainText("$123M");
    expect(JSON.parse(await downloaded(page, "Save as a file"))).toMatchObject({
      investment: { amount: 123_456_789.5 },
    });

    // Still full: the notice stays, once.
    await type(page, "Investment", "$123,456,789.75");
    await page.waitForTimeout(500);
    await expect(page.getByText("storage of this browser is full")).toHaveCount(1);
    expect(await storedCases(page)).toEqual(before);

    await makeRoom(page);
    await type(page, "Investment", "$300,000");
    await saved(page);
    await expect(page.getByText("storage of this browser is full")).toHaveCount(0);
    expect(Object.values(await storedCases(page)).join()).toContain('"amount":300000');
  });

  test("a page opened with full storage still answers, and says that nothing is kept", async ({ page }) => {
    await store(page, FOREIGN);
    await fill(page);
    const before = await stored(page);
    await open(page);
    await typeSeed(page);
    await expect(headline(page)).toContainText("$600k of $2.0M");
    await expect(page.getByText("storage of this browser is full")).toBeVisible();
    expect(await stored(page)).toEqual(before);
  });

  test("a storage that forgets what it took is not called saved", async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const setItem = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key: string, text: string) {
        setItem.call(this, key, text.slice(0, 20));
      };
    });
    await typeSeed(page);
    await expect(page.getByTestId("saved")).toHaveText("Not saved");
    await expect(page.getByText("could not be kept")).toBeVisible();
  });
});

test.describe("storage that is damaged", () => {
  test("text that is cut off is set aside unchanged, and the page goes on", async ({ page }) => {
    const text = '{"envelope":1,"saved_at":1767225600000,"revision":3,"case":{"format":"groundwork-ca';
    const key = await setAside(page, text);
    await typeSeed(page);
    await saved(page);
    await page.reload();
    await ready(page);
    await expect(field(page, "Investment")).toHaveValue("$200,000");
    const after = await stored(page);
    expect(after[key]).toBe(text);
    expect(after).toMatchObject(FOREIGN);
  });

  test("text that is damaged in any other way is set aside unchanged too", async ({ page }) => {
    for (const text of [
      "",
      "\u0000\ufffe not JSON \ud83e\udd93 <script>alert(1)</script>",
      '{"envelope":1,"saved_at":1767225600000,"revision":3,"drafts":{}}',
      JSON.stringify({ ...ENVELOPE, case: { ...CASE, format: "spreadsheet" } }),
      `${"[".repeat(100_000)}`,
    ]) {
      await setAside(page, text);
    }
  });

  /** Opens the page on a damaged text, and gives the key it is kept under then. */
  async function setAside(page: Page, text: string): Promise<string> {
    await store(page, { ...FOREIGN, [INDEX]: "abc", "groundwork:case:abc": text });
    await open(page);
    await expect(page.getByText("cannot be read")).toBeVisible();
    const texts = await stored(page);
    expect(texts).toMatchObject(FOREIGN);
    expect(texts).not.toHaveProperty(["groundwork:case:abc"]);
    const aside = Object.entries(texts).filter(([key, kept]) => key.startsWith("groundwork:quarantine:") && kept === text);
    expect(aside).toHaveLength(1);
    expect(await downloaded(page, "Save the stored text as a file")).toBe(text);
    return aside[0][0];
  }

  test("the notice can be dismissed, and the text stays aside", async ({ page }) => {
    await store(page, { [INDEX]: "abc", "groundwork:case:abc": "{" });
    await open(page);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByText("cannot be read")).toHaveCount(0);
    expect(Object.values(await stored(page))).toContain("{");
  });

  test("a lost index opens the case saved last", async ({ page }) => {
    const older = { ...ENVELOPE, case: { ...CASE, title: "Older" } };
    const newer = { ...ENVELOPE, saved_at: ENVELOPE.saved_at + 1, case: { ...CASE, title: "Newer" } };
    await store(page, {
      [INDEX]: "gone",
      "groundwork:case:zzz": JSON.stringify(older),
      "groundwork:case:aaa": JSON.stringify(newer),
    });
    await open(page);
    await expect(field(page, "Name of the case")).toHaveValue("Newer");
  });

  test("a case that is partly wrong opens with what is right and loses nothing on saving", async ({ page }) => {
    const partly = {
      ...CASE,
      capacity: { annual_cost: 2_000_000 },
      efficiency: { now: 7, after: 0.9 },
      investment: { amount: 200_000 },
      unknown: { kept: [1, 2, 3] },
    };
    await store(page, { [INDEX]: "abc", "groundwork:case:abc": JSON.stringify({ ...ENVELOPE, case: partly, extra: "kept" }) });
    await open(page);
    await expect(field(page, "Engineering capacity a year")).toHaveValue("$2,000,000");
    await expect(page.getByText("Still needed: efficiency now")).toBeVisible();
    await type(page, "Investment", "$300,000");
    await saved(page);
    const envelope = JSON.parse((await stored(page))["groundwork:case:abc"]);
    expect(envelope).toMatchObject({
      extra: "kept",
      revision: 2,
      case: { ...partly, investment: { amount: 300_000 } },
    });
  });
});

test.describe("storage of a newer version", () => {
  const newer: Record<string, string> = {
    envelope: '{ "envelope": 2, "saved_at": 1767225600000, "revision": 1, "case": null,  "novel": [1, 2] }',
    case: '{"envelope":1, "saved_at":1767225600000,"revision":9,"case":{"format":"groundwork-case","version":2,"novel":true},"drafts":{}}',
  };
  for (const [what, text] of Object.entries(newer)) {
    test(`a newer ${what} stays byte for byte while something else is typed and saved`, async ({ page }) => {
      await store(page, { ...FOREIGN, [INDEX]: "abc", "groundwork:case:abc": text });
      await open(page);
      await expect(page.getByText("newer version of this page")).toBeVisible();
      expect(await downloaded(page, "Save the stored text as a file")).toBe(text);
      await typeSeed(page);
      await saved(page);
      const after = await stored(page);
      expect(after["groundwork:case:abc"]).toBe(text);
      expect(after).toMatchObject(FOREIGN);
      expect(Object.keys(await storedCases(page))).toHaveLength(2);
      await page.reload();
      await ready(page);
      await expect(field(page, "Investment")).toHaveValue("$200,000");
      expect((await stored(page))["groundwork:case:abc"]).toBe(text);
      // It is still there, and still said to be.
      await expect(page.getByText("newer version of this page")).toBeVisible();
    });

    test(`a newer ${what} that another tab saves meanwhile is not overwritten`, async ({ page }) => {
      await open(page);
      await typeSeed(page);
      await saved(page);
      const key = await page.evaluate((text) => {
        const key = `groundwork:case:${localStorage.getItem("groundwork:index")}`;
        localStorage.setItem(key, text);
        return key;
      }, text);
      await type(page, "Investment", "300k");
      await expect(page.getByText("must not overwrite it")).toBeVisible();
      expect((await stored(page))[key]).toBe(text);
      await expect(field(page, "Investment")).toHaveValue("$300,000");
      expect(JSON.parse(await downloaded(page, "Save as a file"))).toMatchObject({ investment: { amount: 300_000 } });
    });

    test(`a newer ${what} is said at once where another tab stores it`, async ({ page, context }) => {
      await open(page);
      await typeSeed(page);
      await saved(page);
      const other = await context.newPage();
      await open(other);
      await other.evaluate((text) => {
        localStorage.setItem(`groundwork:case:${localStorage.getItem("groundwork:index")}`, text);
      }, text);
      await expect(page.getByText("must not overwrite it")).toBeVisible();
      expect(JSON.parse(await downloaded(page, "Save as a file"))).toMatchObject({ investment: { amount: 200_000 } });
      await page.close();
      expect(Object.values(await storedCases(other))).toEqual([text]);
    });
  }

  test("newer preferences and a newer index stay byte for byte, and the page says so", async ({ page }) => {
    const preferences = '{"version":2, "theme":{"light":"sepia"}}';
    const index = '{"version":2, "latest":["abc"]}';
    await store(page, { [INDEX]: index, "groundwork:preferences": preferences });
    await open(page);
    await typeSeed(page);
    await saved(page);
    await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
    await expect(page.getByTestId("said")).toContainText("A newer version of this page keeps what you prefer");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(await stored(page)).toMatchObject({ [INDEX]: index, "groundwork:preferences": preferences });
    await page.reload();
    await ready(page);
    await expect(field(page, "Investment")).toHaveValue("$200,000");
    expect(await stored(page)).toMatchObject({ [INDEX]: index, "groundwork:preferences": preferences });
  });
});

test.describe("two tabs on one case", () => {
  test.beforeEach(({ page }) => openFirst(page));

  test("what both say differently stands beside the choice", async ({ page, context }) => {
    await conflict(page, await context.newPage());
    await page.getByText("What differs", { exact: true }).click();
    const row = page.getByRole("row", { name: /^Investment/ });
    await expect(row.getByRole("cell")).toHaveText(["$300k", "$400k"]);
    await expect(page.getByRole("columnheader", { name: "Theirs" }).first()).toBeVisible();
  });

  test("the second to save is told, and nothing is overwritten", async ({ page, context }) => {
    const { before } = await conflict(page, await context.newPage());
    await type(page, "Efficiency after", "85%");
    await page.waitForTimeout(500);
    expect(await storedCases(page)).toEqual(before);
    await expect(field(page, "Investment")).toHaveValue("$300,000");
    // Not even when the tab goes.
    await page.close();
    const last = context.pages()[0];
    expect(await storedCases(last)).toEqual(before);
  });

  test("taking the other tab's case goes on from there", async ({ page, context }) => {
    const { key } = await conflict(page, await context.newPage());
    await page.getByRole("button", { name: "Take the other tab's" }).click();
    await expect(field(page, "Investment")).toHaveValue("$400,000");
    await expect(page.getByText("changed in another tab")).toHaveCount(0);
    await expect(headline(page)).toContainText("$400k on it");
    await type(page, "Efficiency after", "85%");
    await saved(page);
    const cases = await storedCases(page);
    expect(Object.keys(cases)).toEqual([key]);
    expect(JSON.parse(cases[key]).case).toMatchObject({ efficiency: { after: 0.85 }, investment: { amount: 400_000 } });
  });

  test("keeping one's own as a copy keeps both", async ({ page, context }) => {
    const { key, before } = await conflict(page, await context.newPage());
    await page.getByRole("button", { name: "Keep mine as a copy" }).click();
    await saved(page);
    await expect(page.getByText("changed in another tab")).toHaveCount(0);
    await type(page, "Efficiency after", "85%");
    await saved(page);
    const { [key]: theirs, ...rest } = await storedCases(page);
    expect(theirs).toBe(before[key]);
    const mine = Object.values(rest);
    expect(mine).toHaveLength(1);
    expect(JSON.parse(mine[0]).case).toMatchObject({
      title: "Unnamed case (copy)",
      efficiency: { after: 0.85 },
      investment: { amount: 300_000 },
    });
  });

  test("a reload shows each tab its own case", async ({ page, context }) => {
    const other = await context.newPage();
    await conflict(page, other);
    await page.getByRole("button", { name: "Keep mine as a copy" }).click();
    await saved(page);
    for (const [tab, investment] of [
      [other, "$400,000"],
      [page, "$300,000"],
    ] as const) {
      await tab.reload();
      await ready(tab);
      await expect(field(tab, "Investment")).toHaveValue(investment);
    }
  });

  async function openFirst(page: Page) {
    await open(page);
    await typeSeed(page);
    await saved(page);
  }

  /** Both tabs show the case; this one has something that is not kept when the other one saves. */
  async function conflict(page: Page, other: Page) {
    await open(other);
    await expect(field(other, "Investment")).toHaveValue("$200,000");
    await refuse(page, true);
    await type(page, "Investment", "300k");
    await expect(page.getByTestId("saved")).toHaveText("Not saved");
    await refuse(page, false);
    await type(other, "Investment", "400k");
    await expect.poll(async () => Object.values(await storedCases(other)).join()).toContain('"amount":400000');
    await saved(other);
    const before = await storedCases(page);

    // Not only with the next change.
    await expect(page.getByText("changed in another tab")).toBeVisible();
    await page.bringToFront();
    await expect(page.getByTestId("saved")).toHaveText("Not saved");
    expect(await storedCases(page)).toEqual(before);
    return { key: Object.keys(before)[0], before };
  }
});
