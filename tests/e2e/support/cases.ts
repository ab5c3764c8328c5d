// The list of cases as a person meets it, and files that hold cases.

import { expect, type Locator, type Page } from "@playwright/test";

import { store, type Stored } from "./storage";

/** A case file as anybody may have written it. */
export function caseFile(title: string, amount = 200_000): Record<string, unknown> {
  return {
    format: "groundwork-case",
    version: 1,
    title,
    currency: "USD",
    start: "2026-01",
    capacity: { annual_cost: 2_000_000 },
    efficiency: { now: 0.7, after: 0.9 },
    investment: { amount },
  };
}

/** A case as it is stored and as it stands in a file of several. */
export function envelope(case_: object, savedAt = 1_763_481_600_000): Record<string, unknown> {
  return { envelope: 1, saved_at: savedAt, revision: 1, case: case_, drafts: {} };
}

/** A file of several cases. */
export function several(cases: object[]): string {
  const lines = cases.map((each) => JSON.stringify(each)).join(",\n");
  return `{"format":"groundwork-cases","version":1,"cases":[\n${lines}\n]}\n`;
}

/** Stores cases of these titles before the page is opened, the first one saved last. */
export async function storeCases(page: Page, titles: string[], others: Stored = {}) {
  const cases = titles.map((title, position) => [
    `groundwork:case:${position}`,
    JSON.stringify(envelope(caseFile(title), 1_763_481_600_000 - 60_000 * position)),
  ]);
  await store(page, { ...others, "groundwork:index": "0", ...Object.fromEntries(cases) });
}

/** Opens the list of cases. */
export async function openCases(page: Page) {
  await page.getByRole("button", { name: "Cases", exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

/** The list of cases. */
export function dialog(page: Page): Locator {
  return page.getByRole("dialog", { name: "Your cases" });
}

/** The names in the list, in their order. */
export function names(page: Page): Promise<string[]> {
  return dialog(page).locator(".case-row:visible .case-row__name").allTextContents();
}

/** The button in the list for what can be done to the case of that name. */
export function deed(page: Page, what: "Rename" | "Duplicate" | "Export" | "Delete", name: string): Locator {
  return dialog(page).getByRole("button", { name: `${what} “${name}”`, exact: true });
}

/** What the list says was done last. */
export function said(page: Page): Locator {
  return page.getByTestId("cases-said");
}

/** What an import came to. */
export function report(page: Page): Locator {
  return page.getByTestId("import-report");
}

export interface GivenFile {
  name: string;
  text: string;
}

/** Chooses files with the button of the list, which must be open. */
export async function choose(page: Page, ...files: GivenFile[]) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    dialog(page).getByRole("button", { name: "Import files…" }).click(),
  ]);
  const buffers = files.map(({ name, text }) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) }));
  await chooser.setFiles(buffers);
}

/** Drags files over the page, and lets them go unless it is said otherwise. */
export async function drop(page: Page, files: GivenFile[], kinds = ["dragenter", "dragover", "drop"]) {
  await page.evaluate(
    ({ files, kinds }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, text } of files) dataTransfer.items.add(new File([text], name));
      for (const kind of kinds) {
        const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector("main")!.dispatchEvent(event);
      }
    },
    { files, kinds },
  );
}

/** Text of the file that the click gives, and its name. */
export async function downloadedBy(page: Page, target: Locator): Promise<GivenFile> {
  const [download] = await Promise.all([page.waitForEvent("download"), target.click()]);
  expect(await download.failure()).toBeNull();
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}
