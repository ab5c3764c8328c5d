// The storage of the browser, looked at and prepared from outside of the page.

import { expect, type Page } from "@playwright/test";

export type Stored = Record<string, string>;

/** What other pages of the same host keep; it is none of our business. */
export const FOREIGN: Stored = {
  "other-project:settings": '{"theme":"dark"}',
  groundwork: "a key without the colon",
  "groundworks:case:1": "not JSON {",
  zebra: "\u0000 text \ud83e\udd93",
};

/** Key of the case that was saved last. */
export const INDEX = "groundwork:index";

/** Stores texts before the page is opened for the first time. */
export async function store(page: Page, texts: Stored) {
  await page.route("**/nothing.html", (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await page.goto("./nothing.html");
  await page.evaluate((texts) => {
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  }, texts);
}

/** Everything that is stored. */
export function stored(page: Page): Promise<Stored> {
  return page.evaluate(() => ({ ...localStorage }));
}

/** Texts of the stored cases, by key. */
export async function storedCases(page: Page): Promise<Stored> {
  const entries = Object.entries(await stored(page));
  return Object.fromEntries(entries.filter(([key]) => key.startsWith("groundwork:case:")));
}

/** Fills the storage until not one more character fits. */
export async function fill(page: Page) {
  await page.evaluate(() => {
    let filling = "";
    for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2)) {
      try {
        localStorage.setItem("other-project:filling", filling + "x".repeat(size));
        filling += "x".repeat(size);
      } catch {
        // Too much: tried again with half of it.
      }
    }
  });
}

/** Lets the storage of this tab take nothing, as when it is full, until it is told to again. */
export async function refuse(page: Page, isRefused: boolean) {
  await page.evaluate((isRefused) => {
    const own = window as any;
    own.takes ??= Storage.prototype.setItem;
    Storage.prototype.setItem = isRefused
      ? () => {
          throw new DOMException("full", "QuotaExceededError");
        }
      : own.takes;
  }, isRefused);
}

/** Makes room again. */
export async function makeRoom(page: Page) {
  await page.evaluate(() => localStorage.removeItem("other-project:filling"));
}

/** Text of the file that pressing the button gives. */
export async function downloaded(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  expect(await download.failure()).toBeNull();
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
