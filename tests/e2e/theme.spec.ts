// The colors of the page are the system's, or those somebody chose, from the first paint on.

import type { Page } from "@playwright/test";

import { open, ready } from "./support/case-page";
import { store, stored } from "./support/storage";
import { expect, test } from "./support/test";

const KEY = "groundwork:preferences";

test("a chosen theme holds against the system, and is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page);
  expect(await lightness(page)).toBeGreaterThan(0.9);
  expect(await stored(page)).toEqual({});

  const theme = page.getByRole("combobox", { name: "Theme" });
  await expect(theme).toHaveValue("system");
  await theme.selectOption("Dark");
  expect(await lightness(page)).toBeLessThan(0.2);
  expect(await frameColor(page)).toBe("#14171a");
  expect(JSON.parse((await stored(page))[KEY])).toEqual({ theme: "dark" });

  await page.reload();
  await ready(page);
  await expect(theme).toHaveValue("dark");
  expect(await lightness(page)).toBeLessThan(0.2);

  await page.emulateMedia({ colorScheme: "dark" });
  await theme.selectOption("Light");
  expect(await lightness(page)).toBeGreaterThan(0.9);
  expect(await frameColor(page)).toBe("#fbfaf7");
  await theme.selectOption("System");
  expect(await lightness(page)).toBeLessThan(0.2);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await lightness(page)).toBeGreaterThan(0.9);
});

test("the chosen theme is there before the calculator", async ({ page }) => {
  await store(page, { [KEY]: '{"theme":"dark"}' });
  await page.route("**/*.wasm", () => {});
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.getByText("The calculator is on its way.")).toBeVisible();
  expect(await lightness(page)).toBeLessThan(0.2);
});

for (const text of ["", "{", "null", "[]", '"dark"', '{"theme":"sepia"}', '{"theme":{"a":1}}']) {
  test(`preferences that cannot be read are as if nothing was chosen: ${text || "nothing"}`, async ({ page }) => {
    await store(page, { [KEY]: text });
    await open(page);
    await expect(page.getByRole("combobox", { name: "Theme" })).toHaveValue("system");
    expect(await lightness(page)).toBeGreaterThan(0.9);
  });
}

test("preferences of a later release are kept beside one's own", async ({ page }) => {
  await store(page, { [KEY]: '{"novel":[1,2],"theme":"sepia"}' });
  await open(page);
  await page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");
  expect(JSON.parse((await stored(page))[KEY])).toEqual({ novel: [1, 2], theme: "dark" });
});

/** How light the paper is, from 0 to 1. */
function lightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const channels = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g)!.slice(0, 3);
    return channels.reduce((sum, channel) => sum + Number(channel), 0) / (3 * 255);
  });
}

/** The color browsers give their own frame: that of the first tag in force. */
function frameColor(page: Page): Promise<string> {
  return page.evaluate(() => {
    const tags = [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")];
    return tags.find((tag) => matchMedia(tag.media).matches)!.content;
  });
}
