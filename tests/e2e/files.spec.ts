// Cases leave as files and come back; a file of anybody's harms nothing, and what is good in it comes in.

import type { Page } from "@playwright/test";

import { field, headline, open, saved, type, typeSeed } from "./support/case-page";
import {
  caseFile,
  choose,
  deed,
  dialog,
  downloadedBy,
  drop,
  envelope,
  type GivenFile,
  names,
  openCases,
  report,
  several,
  storeCases,
} from "./support/cases";
import { FOREIGN, stored, storedCases } from "./support/storage";
import { expect, test } from "./support/test";

const TITLE = "Name of the case";
const THREE = ["Auth service", "Billing", "Search index"];

test.describe("there and back", () => {
  test("one case exported and imported again is the same to the bit, beside the first", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await type(page, "Efficiency after", "80..90..95");
    await field(page, TITLE).fill("Auth “service” \u{1f993}");
    await openCases(page);
    const file = await downloadedBy(page, deed(page, "Export", "Auth “service” \u{1f993}"));
    const [before] = Object.values(await storedCases(page)).map((text) => JSON.stringify(JSON.parse(text).case));
    await choose(page, file);
    await expect(report(page)).toHaveText(/^1 case was imported: “Auth “service” \u{1f993}”\.Dismiss$/u);
    const after = Object.values(await storedCases(page)).map((text) => JSON.stringify(JSON.parse(text).case));
    expect(after).toEqual([before, before]);
    await expect(headline(page)).toContainText("$600k of $2.0M");
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByRole("button", { name: "Cases", exact: true })).toBeFocused();
    await openCases(page);
    expect((await downloadedBy(page, deed(page, "Export", "Auth “service” \u{1f993}").first())).text).toBe(file.text);
  });

  test("all cases exported, everything deleted and all imported again are the same cases", async ({ page }) => {
    await storeCases(page, THREE);
    await open(page);
    await type(page, "Efficiency now", "seventy");
    await openCases(page);
    const listed = await names(page);
    const file = await downloadedBy(page, dialog(page).getByRole("button", { name: "Export all cases" }));
    expect(file.name).toBe("all-cases.groundwork.json");
    const content = async () => {
      const cases = Object.values(await storedCases(page)).map((text) => JSON.parse(text));
      return cases.map(({ case: it, drafts, saved_at }) => JSON.stringify({ it, drafts, saved_at })).sort();
    };
    const before = await content();
    await dialog(page).getByRole("button", { name: "Delete everything" }).click();
    await dialog(page).getByRole("button", { name: "Yes, delete everything" }).click();
    await expect.poll(() => stored(page)).toEqual({});
    await openCases(page);
    await choose(page, file);
    await expect(report(page)).toContainText("3 cases were imported.");
    expect(await content()).toEqual(before);
    await expect(field(page, TITLE)).toHaveValue("Auth service");
    await expect(field(page, "Efficiency now")).toHaveValue("seventy");
    await openCases(page);
    expect(await names(page)).toEqual(listed);
  });
});

test.describe("dropped files", () => {
  test("are shown to be welcome while they are held over the page, and imported", async ({ page }) => {
    await open(page);
    const files = [{ name: "a.json", text: JSON.stringify(caseFile("First")) }, { name: "b.json", text: JSON.stringify(caseFile("Second")) }];
    await drop(page, files, ["dragenter", "dragover"]);
    await expect(page.getByText("Drop to import")).toBeVisible();
    await drop(page, files, ["dragleave"]);
    await expect(page.getByText("Drop to import")).toBeHidden();
    await drop(page, files);
    await expect(page.getByText("Drop to import")).toBeHidden();
    await expect(report(page)).toContainText("2 cases were imported.");
    await expect(field(page, TITLE)).toHaveValue("Second");
  });

  test("on the open list close it and are imported", async ({ page }) => {
    await open(page);
    await openCases(page);
    await drop(page, [{ name: "a.json", text: JSON.stringify(caseFile("Dropped")) }]);
    await expect(dialog(page)).toBeHidden();
    await expect(report(page)).toContainText("1 case was imported: “Dropped”.");
  });

  test("what is no file is left to the browser", async ({ page }) => {
    await open(page);
    const isPrevented = await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/plain", "200k");
      const kinds = ["dragenter", "dragover", "drop"];
      return kinds.map((kind) => !document.querySelector("main")!.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })));
    });
    expect(isPrevented).toEqual([false, false, false]);
    await expect(page.getByText("Drop to import")).toHaveCount(0);
    await expect.poll(() => stored(page)).toEqual({});
  });

  test("ask before something unsaved would be lost", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await saved(page);
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((key) => key.startsWith("groundwork:case:"))!;
      localStorage.setItem(key, localStorage.getItem(key)!.replace('"revision":', '"revision":9'));
    });
    await type(page, "Investment", "777k");
    await expect(page.getByText("changed in another tab")).toBeVisible();
    await drop(page, [{ name: "a.json", text: JSON.stringify(caseFile("Dropped")) }]);
    const question = page.getByRole("dialog", { name: "What is on screen is not kept" });
    await question.getByRole("button", { name: "Stay" }).click();
    await expect(field(page, "Investment")).toHaveValue("$777,000");
    await expect(report(page)).toContainText("1 case was imported: “Dropped”.");
    await expect.poll(async () => Object.values(await storedCases(page)).join()).toContain("Dropped");
  });
});

test.describe("files of anybody", () => {
  const good: GivenFile = { name: "good.json", text: JSON.stringify(caseFile("Good")) };
  const whole = several([envelope(caseFile("First")), envelope(caseFile("Second")), envelope(caseFile("Third"))]);

  test("that hold no case are named with the reason, and the good one comes in", async ({ page }) => {
    await open(page);
    await drop(page, [
      { name: "damaged.json", text: '{"format":"groundwork-case","version":1,"title":"Da' },
      { name: "notes.txt", text: "Dear diary" },
      { name: "address.txt", text: "https://example.com/groundwork/#case=1.abc.12345678" },
      { name: "newer.json", text: '{"format":"groundwork-case","version":2}' },
      { name: "other.json", text: '{"name":"package"}' },
      { name: "picture.png", text: "\u0089PNG\u0000\u0000" },
      { name: "empty.json", text: "" },
      good,
    ]);
    await expect(report(page)).toContainText("1 case was imported: “Good”.");
    const sentences = await report(page).getByRole("listitem").allTextContents();
    expect(sentences).toHaveLength(7);
    for (const [name, sentence] of [
      ["damaged.json", /^“damaged\.json” was not imported: /],
      ["notes.txt", /is not a file of cases: it is text of another kind\.$/],
      ["address.txt", /is not a file of cases: it is a link to a case/],
      ["newer.json", /was written by a newer version of this page/],
      ["other.json", /is not a file of cases: it is JSON of another kind\.$/],
      ["picture.png", /is not a file of cases: /],
      ["empty.json", /is not a file of cases: it is empty\.$/],
    ] as const) {
      expect(sentences.find((each) => each.includes(`“${name}”`))).toMatch(sentence);
    }
    await expect(field(page, TITLE)).toHaveValue("Good");
    await expect.poll(async () => Object.keys(await storedCases(page))).toHaveLength(1);
  });

  test("that are cut off give what is whole in them, and name what is not", async ({ page }) => {
    await open(page);
    await drop(page, [{ name: "cut.json", text: whole.slice(0, -60) }]);
    await expect(report(page)).toContainText("2 cases were imported.");
    await expect(report(page)).toContainText("“cut.json” is cut off or damaged; what is whole in it was read.");
    await expect(report(page)).toContainText(/Case 3 of “cut\.json”, “Third”, could not be read: /);
    await expect(field(page, TITLE)).toHaveValue("Second");
  });

  test("that are partly wrong are imported, and each wrong part is named", async ({ page }) => {
    const wrong = {
      ...caseFile("Partly wrong"),
      start: "soon",
      efficiency: { now: 1.7, after: "high" },
      investment: { amount: -5, first_month: 0, months: 1e9, paid_from: "luck" },
      timing: { dip: 7 },
      novel: { kept: true },
    };
    await open(page);
    await drop(page, [{ name: "partly.json", text: JSON.stringify(wrong) }]);
    await expect(report(page)).toContainText("1 case was imported: “Partly wrong”.");
    const sentences = await report(page).getByRole("listitem").allTextContents();
    expect(sentences).toContain("“Partly wrong” in “partly.json”: Efficiency now is 1.7; it must be 0.01 to 1.");
    expect(sentences.join("\n")).toMatch(/“Partly wrong” in “partly\.json”: The month the case begins in is "soon"; it must be a month/);
    expect(sentences.join("\n")).toContain("Parts that this version of the page does not know are kept as they are.");
    const [kept] = Object.values(await storedCases(page)).map((text) => JSON.parse(text).case);
    expect(kept).toEqual(wrong);
  });

  test("with more wrong parts than anybody reads say how many more", async ({ page }) => {
    const wrong = [1, 2, 3, 4, 5, 6, 7].map((each) => ({ ...caseFile(`Wrong ${each}`), efficiency: { now: 7, after: 8 } }));
    await open(page);
    await drop(page, [{ name: "wrong.json", text: several(wrong.map((each) => envelope(each))) }]);
    await expect(report(page).getByRole("listitem")).toHaveCount(11);
    await expect(report(page).getByRole("listitem").last()).toHaveText("And 4 more.");
  });

  test("that are too large are not even read", async ({ page }) => {
    await page.addInitScript(() => {
      File.prototype.text = () => Promise.reject(new Error("must not be read"));
    });
    await open(page);
    await openCases(page);
    await choose(page, { name: "large.json", text: " ".repeat(20 * 1024 * 1024) });
    await expect(report(page)).toContainText(
      "“large.json” was not imported: it has 20 MB, and a file of cases has at most 16 MB.",
    );
  });

  test("with names that turn the direction of text or try to be markup are shown as codes and text", async ({ page }) => {
    await open(page);
    const turned = "evil\u202egnp.exe";
    await drop(page, [
      { name: `${turned}.json`, text: JSON.stringify(caseFile(turned)) },
      { name: "<img src=x onerror=alert(1)>.txt", text: "no case" },
      { name: "b.json", text: several([envelope(caseFile("<b>Bold</b>")), { envelope: 1, case: { title: turned } }]) },
    ]);
    await expect(report(page)).toContainText("2 cases were imported.");
    const text = (await report(page).textContent())!;
    expect(text).not.toContain("\u202e");
    expect(text).toContain("“<img src=x onerror=alert(1)>.txt” is not a file of cases");
    expect(text).toContain("“evil\\u{202e}gnp.exe”");
    await expect(field(page, TITLE)).toHaveValue("<b>Bold</b>");
    await openCases(page);
    expect((await names(page)).sort()).toEqual(["<b>Bold</b>", "Unnamed case"]);
    await expect(dialog(page).locator("b")).toHaveCount(0);
  });

  test("with __proto__ in them are data and change no prototype", async ({ page }) => {
    await open(page);
    const text = JSON.stringify(caseFile("Proto")).replace("{", '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},');
    await drop(page, [{ name: "proto.json", text }]);
    await expect(report(page)).toContainText("1 case was imported: “Proto”.");
    expect(await page.evaluate(() => "polluted" in {})).toBe(false);
    await expect.poll(async () => Object.values(await storedCases(page)).join()).toContain('"__proto__":{"polluted":1}');
  });

  test("never overwrite a case, not even the one they were exported from", async ({ page }) => {
    await storeCases(page, THREE, FOREIGN);
    await open(page);
    const before = await stored(page);
    await drop(page, [good, good, { name: "several.json", text: whole }]);
    await expect(report(page)).toContainText("5 cases were imported.");
    const after = await stored(page);
    expect(after).toMatchObject({ ...before, "groundwork:index": expect.any(String) });
    await expect.poll(async () => Object.keys(await storedCases(page))).toHaveLength(8);
  });
});

test.describe("an import that does not come to its end", () => {
  const many = (count: number) => ({
    name: "many.json",
    text: several(Array.from({ length: count }, (_, at) => envelope(caseFile(`Case ${at + 1}`)))),
  });

  test("storage that is full midway keeps what fits and says what does not", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await saved(page);
    await leaveRoomFor(page, 20_000);
    await drop(page, [many(100)]);
    await expect(report(page)).toContainText("The storage of this browser is full; what was imported by then stays.");
    const kept = Number(/^(\d+) cases were imported\./.exec((await report(page).textContent())!)![1]);
    expect(kept).toBeGreaterThan(10);
    expect(kept).toBeLessThan(100);
    await expect.poll(async () => Object.keys(await storedCases(page))).toHaveLength(kept + 1);
    const first = Array.from({ length: 10 }, (_, at) => `“Case ${kept + 1 + at}”`).join(", ");
    await expect(report(page)).toContainText(`Not imported: ${first} and ${100 - kept - 10} more.`);
    for (const text of Object.values(await storedCases(page))) expect(() => JSON.parse(text)).not.toThrow();
  });

  test("without storage the case is shown and said not to be kept", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    });
    await open(page);
    await drop(page, [{ name: "a.json", text: JSON.stringify(caseFile("Shown")) }]);
    await expect(report(page)).toContainText("gives the page no storage");
    await expect(report(page)).toContainText("Not imported: “Shown”.");
    await expect(field(page, TITLE)).toHaveValue("Shown");
  });

  test("a long one shows how far it is, and stopped it keeps what it has", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await saved(page);
    // As slow as the oldest phone.
    await page.evaluate(() => {
      const setItem = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key: string, text: string) {
        const end = performance.now() + 8;
        while (performance.now() < end);
        setItem.call(this, key, text);
      };
    });
    await drop(page, [many(300)]);
    await expect(page.getByTestId("import-progress")).toHaveText(/^Importing “many\.json”: \d+ of 300 cases$/);
    // The page can be used meanwhile.
    await type(page, "Efficiency after", "85%");
    await page.getByRole("button", { name: "Stop the import" }).click();
    await expect(report(page)).toContainText("You stopped the import; what was imported by then stays.");
    const kept = Number(/^(\d+) cases? w/.exec((await report(page).textContent())!)![1]);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(300);
    await expect.poll(async () => Object.keys(await storedCases(page))).toHaveLength(kept + 1);
    await expect(field(page, "Efficiency after")).toHaveValue("85%");
    await expect(report(page)).toContainText(`and ${300 - kept - 10} more.`);
  });

  /** Fills the storage but for so many characters. */
  async function leaveRoomFor(page: Page, room: number) {
    await page.evaluate((room) => {
      let filling = "";
      for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2)) {
        try {
          localStorage.setItem("other-project:filling", filling + "x".repeat(size));
          filling += "x".repeat(size);
        } catch {
          // Too much: tried again with half of it.
        }
      }
      localStorage.setItem("other-project:filling", filling.slice(room));
    }, room);
  }
});
