// The Brief view as a person meets it.

import { readFileSync } from "node:fs";

import { expect, type Locator, type Page } from "@playwright/test";

import { saved } from "./case-page";
import { store, storedCases } from "./storage";

/** Cases may hold anything; what they hold is what the tests check. */
export type Json = any;

/** A case that stands in `tests/cases`. */
export function caseFile(name: string): Json {
  return JSON.parse(readFileSync(new URL(`../../cases/${name}.json`, import.meta.url), "utf8"));
}

/** Opens the page at its brief, with that case kept in the browser. */
export async function openBrief(page: Page, file: Json) {
  const envelope = { envelope: 1, saved_at: 1_767_225_600_000, revision: 1, case: file, drafts: {} };
  await store(page, { "groundwork:index": "abc", "groundwork:case:abc": JSON.stringify(envelope) });
  await page.goto("./#/brief");
  await expect(sheet(page)).toBeVisible();
}

/** The document. */
export function sheet(page: Page): Locator {
  return page.getByRole("article");
}

/** The tab of a view. */
export function tab(page: Page, name: "Case" | "Brief"): Locator {
  return page.getByRole("navigation", { name: "Views" }).getByRole("link", { name, exact: true });
}

/** What can be done with the document. */
export function action(page: Page, name: string): Locator {
  return page.getByRole("group", { name: "Take the brief with you" }).getByRole("button", { name, exact: true });
}

/** The case on screen as a file, once it is kept. */
export async function caseOnScreen(page: Page): Promise<Json> {
  await saved(page);
  return JSON.parse(Object.values(await storedCases(page))[0]!).case;
}

/** The brief of a case as scripts get it. */
export function written(page: Page, file: Json, format: "markdown" | "html" | "text"): Promise<string> {
  return page.evaluate(([file, format]) => (window as any).groundwork.brief(file, { format }), [file, format]);
}
