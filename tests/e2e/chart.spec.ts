// Charts can be read by pointing, by touch and by arrow keys, and taken along as pictures.

import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { open, type, typeSeed } from "./support/case-page";
import { tabTo } from "./support/keyboard";
import { expect, test } from "./support/test";

const chart = (page: Page) => page.getByRole("slider");
const reading = (page: Page) => page.locator(".chart__reading");

test("arrow keys read the chart aloud, month by month", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await tabTo(page, chart(page));
  await page.keyboard.press("Home");
  await expect(reading(page)).toBeVisible();
  await expect(chart(page)).toHaveAttribute("aria-valuenow", "0");
  await page.keyboard.press("End");
  await expect(chart(page)).toHaveAttribute("aria-valuenow", "24");
  await expect(chart(page)).toHaveAttribute("aria-valuetext", /\$/);
  await page.keyboard.press("ArrowLeft");
  await expect(chart(page)).toHaveAttribute("aria-valuenow", "23");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("pointing at the chart shows what it is there", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await chart(page).scrollIntoViewIfNeeded();
  const box = (await chart(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(reading(page)).toBeVisible();
  await expect(reading(page)).toContainText("$");
  await page.mouse.move(box.x + box.width / 2, box.y - 200);
  await expect(reading(page)).toHaveCount(0);
});

test("each of the charts is drawn, says what it shows and shows its data", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  const choices = page.getByRole("group", { name: "Which chart" }).getByRole("button");
  // Cumulative net, what moves it, efficiency, product delivered.
  await expect(choices).toHaveCount(4);
  const titles = new Set<string>();
  for (const choice of await choices.all()) {
    await choice.click();
    await expect(choice).toHaveAttribute("aria-pressed", "true");
    titles.add((await page.locator(".chart__caption h2").textContent())!);
    await expect(page.locator(".chart__description")).not.toBeEmpty();
    await page.getByRole("button", { name: "Show data" }).click();
    // A row a month; of what moves it, a row for each of four inputs.
    const rows = (await choice.textContent()) === "What moves it" ? 4 : 24;
    await expect(page.locator(".chart__data tbody tr")).toHaveCount(rows);
    await page.getByRole("button", { name: "Hide data" }).click();
  }
  expect(titles.size).toBe(4);
});

test("a chart is saved as SVG with colors of its own", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save SVG" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  expect(download.suggestedFilename()).toMatch(/\.svg$/);
  expect(text).toContain("<svg xmlns=");
  expect(text).toMatch(/#[0-9a-f]{6}/);
  expect(text).not.toContain("var(");
});

test("a chart is saved as a PNG twice as large as on the page", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save PNG" }).click(),
  ]);
  const bytes = await readFile(await download.path());
  expect([...bytes.subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  const width = bytes.readUInt32BE(16);
  const box = (await chart(page).boundingBox())!;
  expect(Math.abs(width - 2 * Math.floor(box.width))).toBeLessThanOrEqual(2);
  await expect(page.getByText("Picture saved.")).toBeVisible();
});

test("a chart is copied as a picture", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await typeSeed(page);
  await page.getByRole("button", { name: "Copy picture" }).click();
  await expect(page.getByText("Picture copied.")).toBeVisible();
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  expect(types).toContain("image/png");
});

const STATES: [string, Record<string, string>][] = [
  ["never pays back", { "Efficiency after": "72%" }],
  ["pays back at once", { Investment: "0" }],
  ["no gain", { "Efficiency after": "70%" }],
  ["a loss of efficiency", { "Efficiency after": "40%" }],
  ["one of everything", { "Engineering capacity a year": "1", Investment: "1" }],
  ["a trillion of everything", { "Engineering capacity a year": "1T", Investment: "1T" }],
  ["one month", { Horizon: "1" }],
  ["ten years", { Horizon: "120" }],
];
for (const width of [1440, 768, 360, 320]) {
  test(`no state makes two texts of a chart overlap or leave it at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    for (const [state, texts] of STATES) {
      await typeSeed(page);
      await page.locator("summary", { hasText: "Finance" }).first().evaluate((summary) => {
        (summary.parentElement as HTMLDetailsElement).open = true;
      });
      await type(page, "Horizon", "24");
      for (const [label, text] of Object.entries(texts)) await type(page, label, text);
      for (const choice of await page.getByRole("group", { name: "Which chart" }).getByRole("button").all()) {
        await choice.click();
        expect.soft(await textFaults(page), `${state}: ${await choice.textContent()}`).toEqual([]);
      }
    }
  });
}

/** Texts of the chart that lie on each other or reach out of it, by the boxes the browser drew. */
function textFaults(page: Page): Promise<string[]> {
  return page.locator(".chart__scene:not(.chart__scene--above)").evaluate((scene) => {
    const frame = scene.getBoundingClientRect();
    const texts = [...scene.querySelectorAll("text")].map((text) => ({
      words: text.textContent!,
      box: text.getBoundingClientRect(),
    }));
    const faults = texts
      .filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
      .map(({ words }) => `${words} reaches out`);
    texts.forEach((a, index) => {
      for (const b of texts.slice(index + 1)) {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // Boxes hold the room above and below the letters too.
        if (wide > 0 && high > 3) faults.push(`${a.words} lies on ${b.words}`);
      }
    });
    return faults;
  });
}
