// When the calculator does not arrive or stops: words, and what was saved as a file.

import type { Page } from "@playwright/test";

import { field, open, saved, type, typeSeed } from "./support/case-page";
import { storedCases } from "./support/storage";
import { expect, test } from "./support/test";

const BREAKS: Record<string, (page: Page) => Promise<void>> = {
  "is missing": (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "Not found" })),
  "is cut off": (page) =>
    page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      const body = (await response.body()).subarray(0, 50_000);
      await route.fulfill({ contentType: "application/wasm", body });
    }),
  "is something else": (page) =>
    page.route("**/*.wasm", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Log in first</h1>" })),
  "cannot be run": (page) =>
    page.addInitScript(() => {
      delete (window as any).WebAssembly;
    }),
  "has lost its script": (page) => page.route(/groundwork-[^/]*\.js$/, (route) => route.abort()),
};
for (const [what, breakIt] of Object.entries(BREAKS)) {
  test(`a calculator that ${what} is said, with the last saved case`, async ({ page, watch }) => {
    watch.allowComplaint(/./);
    await open(page);
    await typeSeed(page);
    await type(page, "Name of the case", "Auth service");
    await saved(page);

    await breakIt(page);
    await page.reload();
    await expect(page.getByRole("alert")).toContainText("The calculator did not arrive, or this browser cannot run it");
    await expect(page.getByText("The calculator is on its way")).toBeHidden();
    await expect(page.getByText("Something went wrong")).toBeHidden();
    expect(await fileOf(page, "Save the last one as a file")).toMatchObject({
      format: "groundwork-case",
      title: "Auth service",
      investment: { amount: 200_000 },
    });
  });
}

test("without anything saved there is nothing to offer", async ({ page, watch }) => {
  watch.allowComplaint(/./);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("The calculator did not arrive");
  await expect(page.getByRole("link", { name: "Save" })).toHaveCount(0);
});

test("a page that stops says so, and gives out what was saved", async ({ page, watch }) => {
  watch.allowComplaint(/./);
  await open(page);
  await typeSeed(page);
  await saved(page);
  const before = await storedCases(page);
  // The document takes nothing any more, which the page does not expect.
  await page.evaluate(() => {
    const refuse = () => {
      throw new Error("refused");
    };
    Object.assign(Node.prototype, { appendChild: refuse, insertBefore: refuse, cloneNode: refuse });
    Object.assign(Document.prototype, { createElement: refuse, createElementNS: refuse });
  });
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Something went wrong" })).toBeVisible();
  await expect(page.getByText("What you typed up to the last “Saved” is kept in this browser.")).toBeVisible();
  await expect(page.getByText("is not kept in this browser")).toBeHidden();
  // What would be typed now could not be kept.
  await field(page, "Investment").focus();
  await expect(field(page, "Investment")).not.toBeFocused();
  expect(await fileOf(page, "Save it as a file")).toMatchObject({ investment: { amount: 200_000 } });
  expect(await storedCases(page)).toEqual(before);

  await page.getByRole("link", { name: "Reload the page" }).click();
  await expect(field(page, "Investment")).toHaveValue("$200,000");
  await expect(page.getByText("Something went wrong")).toBeHidden();
});

test("what was typed a moment before is in the file, though it was not kept yet", async ({ page, watch }) => {
  watch.allowComplaint(/./);
  await open(page);
  await typeSeed(page);
  await saved(page);
  const before = await storedCases(page);
  // A key, and at once the end: no pause in which it could have been kept.
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("#investment-amount")!;
    field.focus();
    field.value = "345678";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
  });
  await expect(page.getByRole("alert").filter({ hasText: "Something went wrong" })).toBeVisible();
  await expect(page.getByText("What you typed last is not kept in this browser")).toBeVisible();
  await expect(page.getByText("What you typed up to the last “Saved”")).toBeHidden();
  expect(await fileOf(page, "Save it as a file")).toMatchObject({ investment: { amount: 345_678 } });
  expect(Object.keys(await storedCases(page))).toEqual(Object.keys(before));
});

test("a calculator that runs out of its own memory is a page that stops, too", async ({ page, watch }) => {
  watch.allowComplaint(/./);
  await open(page);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("memory access out of bounds");
    });
  });
  await expect(page.getByRole("alert").filter({ hasText: "Something went wrong" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Save it as a file" })).toHaveCount(0);
});

test("an error of something else is no crash", async ({ page, watch }) => {
  watch.expectComplaint(/of an extension/);
  await open(page);
  await page.evaluate(() => setTimeout(() => { throw new Error("of an extension"); }));
  await page.waitForTimeout(200);
  await expect(page.getByText("Something went wrong")).toBeHidden();
});

/** What the file holds that the link gives. */
async function fileOf(page: Page, link: string) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
  expect(download.suggestedFilename()).toBe("case.groundwork.json");
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}
