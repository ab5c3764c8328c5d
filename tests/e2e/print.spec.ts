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
