// The brief leaves the page: by the clipboard, as a file, on paper and through the API.

import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { action, caseFile, caseOnScreen, type Json, openBrief, sheet, tab, written } from "./support/brief";
import { open, paste, typeSeed } from "./support/case-page";
import { expect, test } from "./support/test";

const SEED = caseFile("seed");
const HOSTILE = { ...SEED, title: `<img src=x onerror="alert(1)"> & "auth" | # ../../etc` };
const REFUSALS = {
  "refuses to write": () => {
    const refuse = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    Object.assign(Clipboard.prototype, { write: refuse, writeText: refuse });
  },
  "has no clipboard": () => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }),
};

test.describe("the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  for (const file of [SEED, HOSTILE]) {
    test(`takes a text with tables and, beside it, a plain one: ${file.title}`, async ({ page, watch }) => {
      // Chromium looks at the styles of what is copied as if they were to stand on the page, and
      // complains; what arrives has them.
      watch.allowComplaint(/Applying inline style violates|style-src-attr blocked inline/);
      await openBrief(page, file);
      await action(page, "Copy").click();
      await expect(page.getByTestId("said")).toHaveText("Brief copied");
      const { html, text } = await copied(page);
      expect(html).toMatch(/<table[\s>]/);
      expect(html).toMatch(/<h2[\s>]/);
      expect(html).toMatch(/<td style="[^"]*text-align:\s*right/);
      expect(html).not.toMatch(/<(script|style|img|svg|input|button|link)\b/i);
      expect(html).not.toMatch(/<[^>]*\s(class|id|on\w+|data-figure)=/i);
      expect(text).toBe(await written(page, await caseOnScreen(page), "text"));
      expect(text).not.toContain("|---");
    });
  }

  for (const [button, format] of [
    ["Copy as Markdown", "markdown"],
    ["Copy as plain text", "text"],
  ] as const) {
    test(`“${button}” copies what a script gets`, async ({ page }) => {
      await openBrief(page, SEED);
      await action(page, button).click();
      await expect(page.getByTestId("said")).toHaveText(new RegExp(`^Brief copied as `));
      const { text } = await copied(page);
      expect(text).toBe(await written(page, await caseOnScreen(page), format));
      expect(text.length).toBeGreaterThan(1_000);
    });
  }

  test("a brief whose figures are not of what stands in the fields says so where it is pasted", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await paste(page, "Efficiency after", "abc");
    await tab(page, "Brief").click();
    for (const button of ["Copy as Markdown", "Copy as plain text"]) {
      await action(page, button).click();
      await expect(page.getByTestId("said")).toHaveText(new RegExp(`^Brief copied as `));
      const { text } = await copied(page);
      expect(text).toContain("Not up to date");
      expect(text).toMatch(/what stands\s+in efficiency after cannot/);
    }
  });
});

for (const [browser, refuse] of Object.entries(REFUSALS)) {
  test(`a browser that ${browser}: that is said, the text is selected, and a file is offered`, async ({ page }) => {
    await page.addInitScript(refuse);
    await openBrief(page, SEED);
    await action(page, "Copy").click();
    const refusal = page.getByRole("status").filter({ hasText: "does not let the page copy" });
    await expect(refusal).toContainText("The brief is selected: press Ctrl+C");
    const selected = await page.evaluate(() => window.getSelection()!.toString());
    expect(selected).toContain("Pay down auth-service debt");
    expect(selected).toContain("Not our numbers yet");
    expect(selected).not.toContain("Copy as Markdown");

    await action(page, "Copy as Markdown").click();
    await expect(refusal).toContainText("Save the text as a file instead");
    const { name, text } = await savedBy(page, () => refusal.getByRole("button", { name: "Save as a file" }).click());
    expect(name).toBe("Pay-down-auth-service-debt.brief.md");
    expect(text).toBe(await written(page, await caseOnScreen(page), "markdown"));
    await expect(refusal).toHaveCount(0);
    await expect(page.getByTestId("said")).toHaveText(`Saved as ${name}`);
  });
}

test("the saved page needs nothing but itself, and shows the chart", async ({ page, browser }) => {
  await openBrief(page, HOSTILE);
  const { name, text, path } = await savedBy(page, () => action(page, "Save as HTML").click());
  expect(name).toBe("img-src=x-onerror=-alert(1)-&-auth-#-..-..-etc.brief.html");
  expect(text).not.toMatch(/<script|<link|<img|https?:\/\/(?!www\.w3\.org\/)/i);

  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "dark" });
  const alone = await context.newPage();
  const requests: string[] = [];
  alone.on("request", (request) => requests.push(request.url()));
  await alone.route("**/brief.html", (route) => route.fulfill({ path, contentType: "text/html" }));
  await alone.goto("http://brief.test/brief.html");
  await expect(alone.getByRole("heading", { level: 1 })).toHaveText(HOSTILE.title);
  await expect(alone.locator("svg")).toBeVisible();
  expect((await alone.locator("svg").boundingBox())!.width).toBeGreaterThan(400);
  await expect(alone.locator("svg")).toContainText("paid back, end of Dec 2026");
  await expect(alone.getByRole("cell", { name: "+$400k" })).toBeVisible();
  expect(requests).toEqual(["http://brief.test/brief.html"]);
  await alone.setViewportSize({ width: 360, height: 700 });
  expect(await alone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const onPage = (await sheet(page).getByRole("heading", { level: 2 }).allTextContents()).filter((each) => !each.startsWith("Cumulative"));
  expect(await alone.getByRole("heading", { level: 2 }).allTextContents()).toEqual(onPage);
  for (const format of ["A4", "Letter"]) expect(pages(await alone.pdf({ format, tagged: false }))).toBeLessThan(3);
  await context.close();
});

test("on paper it is a document: light, with its chart, and nothing around it", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openBrief(page, SEED);
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  expect(await sheet(page).evaluate((sheet) => getComputedStyle(sheet).color)).toBe("rgb(0, 0, 0)");
  await expect(page.locator("header, nav, button, select, input, .said").filter({ visible: true })).toHaveCount(0);
  await expect(sheet(page).locator(".chart svg").first()).toBeVisible();
  await expect(sheet(page).getByRole("heading", { level: 1 })).toBeVisible();
  for (const part of await sheet(page).locator("figure, tr").all()) {
    expect(await part.evaluate((part) => getComputedStyle(part).breakInside)).toBe("avoid");
  }
  for (const heading of await sheet(page).locator("h1, h2").all()) {
    expect(await heading.evaluate((heading) => getComputedStyle(heading).breakAfter)).toBe("avoid");
  }
});

for (const format of ["A4", "Letter"]) {
  for (const width of [1440, 360]) {
    test(`it takes two pages of ${format} at most, printed from ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openBrief(page, SEED);
      expect(pages(await page.pdf({ format, tagged: false }))).toBeLessThan(3);
    });
  }
}

test("“Print” prints", async ({ page }) => {
  await page.addInitScript(() => (window.print = () => document.documentElement.setAttribute("data-printed", "")));
  await openBrief(page, SEED);
  await action(page, "Print").click();
  await expect(page.locator("html[data-printed]")).toHaveCount(1);
});

test("a script names the option it gets wrong", async ({ page }) => {
  await openBrief(page, SEED);
  const message = (options: Json) =>
    page.evaluate(([file, options]) => {
      try {
        return `no error: ${(window as any).groundwork.brief(file, options)}`;
      } catch (error) {
        return error instanceof Error ? error.message : `not an Error: ${error}`;
      }
    }, [SEED, options]);
  for (const length of ["pitch", "appendix"]) {
    expect(await message({ length })).toBe(`options.length is "${length}"; it must be "page"`);
  }
  expect(await message({ format: "pdf" })).toBe('options.format is "pdf"; it must be "markdown", "html" or "text"');
  expect(await page.evaluate((file) => (window as any).groundwork.brief(file), SEED)).toBe(await written(page, SEED, "markdown"));
});

/** What the clipboard holds, as text and as HTML. */
async function copied(page: Page): Promise<{ html: string; text: string }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (kind: string) => (item!.types.includes(kind) ? (await item!.getType(kind)).text() : "");
    return { html: await read("text/html"), text: await read("text/plain") };
  });
}

/** The file that is given by what is pressed. */
async function savedBy(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), text: await readFile(path, "utf8"), path };
}

/** How many pages were printed. */
function pages(printed: Buffer): number {
  return printed.toString("latin1").match(/\/MediaBox /g)!.length;
}
