// On paper everything is open and light, values stand in place of fields, and nothing can be clicked.

import type { Page } from "@playwright/test";

import { open, summary, type, typeSeed } from "./support/case-page";
import { expect, test } from "./support/test";

test("what waits behind a title is on paper, and closed again afterwards", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await summary(page, "Timing").click();
  const openBefore = await page.locator("details[open]").count();
  // Printing tells the page before it takes the picture; this is what it sees then.
  await page.evaluate(() => {
    window.addEventListener("beforeprint", () =>
      setTimeout(() => {
        const months = document.querySelectorAll("[data-figure^='timeline.24.']");
        Object.assign(window, { atPrint: [document.querySelectorAll("details:not([open])").length, months.length] });
      }),
    );
  });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect.poll(() => page.evaluate(() => (window as any).atPrint?.[0])).toBe(0);
  expect(await page.evaluate(() => (window as any).atPrint[1])).toBeGreaterThan(5);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(page.locator("details[open]")).toHaveCount(openBefore);
  await expect(page.locator("[data-figure^='timeline.24.']")).toHaveCount(0);
});

test("paper is light and holds nothing to click", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  await page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");
  await typeSeed(page);
  await type(page, "Name of the case", "Auth service");
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(0, 0, 0)");
  await expect(page.locator("button, select, .said, .glance").filter({ visible: true })).toHaveCount(0);
  await expect(page.getByTestId("headline")).toBeVisible();
  await expect(page.getByText(/^Printed on .* from http/)).toBeVisible();
});

test("on paper every value of the case is whole, and none lies over another", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await type(page, "Efficiency after", "85 to 95");
  await type(page, "Engineering capacity a year", "1,234,567.89");
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("details:not([open])")).toHaveCount(0);
  // As wide as the text on A4: 180 mm.
  await page.setViewportSize({ width: 680, height: 900 });
  await page.emulateMedia({ media: "print" });
  const fields = await page.locator(".number-field__box > input").evaluateAll((inputs) =>
    (inputs as HTMLInputElement[])
      .filter((input) => input.checkVisibility() && (input.value || input.placeholder) !== "")
      .map((input) => {
        const field = input.closest(".number-field")!.getBoundingClientRect();
        const { left, right } = input.getBoundingClientRect();
        const isWhole = input.scrollWidth <= input.clientWidth && field.left <= left && right <= field.right + 0.5;
        return `${input.value || input.placeholder} is ${isWhole ? "whole" : "cut off"}`;
      }),
  );
  expect(fields).toContain("$1,234,567.89 is whole");
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter((field) => field.endsWith("cut off"))).toEqual([]);
});

test("sources are on paper, in full, and only those there are", async ({ page }) => {
  const budget = "The budget of this year as finance keeps it, with the two teams that joined in the summer. ".repeat(3);
  await open(page);
  await typeSeed(page);
  await summary(page, "Sources").click();
  await page.getByRole("textbox", { name: "Source of engineering capacity a year" }).fill(budget);
  await page.setViewportSize({ width: 680, height: 900 });
  await page.emulateMedia({ media: "print" });
  const sources = page.locator(".source textarea").filter({ visible: true });
  await expect(sources).toHaveCount(1);
  await expect(sources).toHaveValue(budget);
  expect(await sources.evaluate((source) => source.scrollHeight <= source.clientHeight)).toBe(true);
});

for (const format of ["A4", "Letter"]) {
  test(`the case fits on a few pages of ${format}, the widest table across`, async ({ page }) => {
    await open(page);
    await typeSeed(page);
    const pages = await sizes(page, format);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.length).toBeLessThan(7);
    const across = pages.filter(([width, height]) => width > height);
    expect(across.length).toBeGreaterThan(0);
    expect(across.length).toBeLessThan(pages.length);
  });
}

/** Width and height of every printed page, in points. */
async function sizes(page: Page, format: string): Promise<[number, number][]> {
  const printed = (await page.pdf({ format, tagged: false })).toString("latin1");
  const boxes = printed.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...boxes].map(([, width, height]) => [Number(width), Number(height)]);
}
