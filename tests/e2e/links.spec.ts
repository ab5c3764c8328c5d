// A case goes to somebody else as a link and comes back, and nothing of anybody's own is lost.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import jsQR from "jsqr";

import { field, open, paste, ready, saved, type, typeSeed } from "./support/case-page";
import { dialog as cases, openCases } from "./support/cases";
import { tabTo } from "./support/keyboard";
import { caseText, contentOf, fragmentOf } from "./support/links";
import { downloaded, stored, storedCases } from "./support/storage";
import { expect, test } from "./support/test";

const SEED = {
  title: "Sent",
  currency: "USD",
  start: "2026-01",
  capacity: { annual_cost: 2_000_000 },
  efficiency: { now: 0.7, after: 0.85 },
  investment: { amount: 200_000, first_month: 4, months: 3 },
};
const LINK = fragmentOf(caseText(SEED));
/** Letters as good as random, so that they do not get shorter in a link; others for every seed. */
const noise = (length: number, seed = 1) => {
  let [text, state] = ["", seed];
  while (text.length < length) {
    state = (state * 48_271) % 2_147_483_647;
    text += state.toString(36);
  }
  return text.slice(0, length);
};
const LONG = caseText({
  ...SEED,
  title: "Long",
  sources: Object.fromEntries(
    ["efficiency.now", "efficiency.after", "investment.amount", "capacity.annual_cost"].map((path, at) => [
      path,
      { note: noise(1_900, at + 7) },
    ]),
  ),
});

const title = (page: Page) => page.getByRole("textbox", { name: "Name of the case" });
const banner = (page: Page) => page.getByRole("region", { name: "Preview of a case" });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Share this case" });
const link = (page: Page) => page.getByRole("textbox", { name: "Link to this case" });

async function openShare(page: Page) {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

async function shared(page: Page): Promise<string> {
  await openShare(page);
  const address = await link(page).inputValue();
  await page.keyboard.press("Escape");
  return address;
}

/** Opens a link in the tab, as a person does who pastes it into the address. */
async function follow(page: Page, fragment: string) {
  await page.evaluate((fragment) => location.assign(fragment), fragment);
}

async function expectPreview(page: Page) {
  await expect(banner(page)).toBeVisible();
  await expect(page.getByTestId("saved")).toHaveText("Preview");
  expect(new URL(page.url()).hash).toBe("#/case");
}

/** Rows of a table of what differs, as texts. */
async function rows(page: Page, name: string): Promise<string[][]> {
  const table = page.getByRole("region", { name });
  await expect(table).toBeVisible();
  return table.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent!.trim())),
  );
}

async function openOwn(page: Page, name = "Mine") {
  await open(page);
  await typeSeed(page);
  await paste(page, "Name of the case", name);
  await saved(page);
}

test("a case goes there and back, and shows what was changed there", async ({ page, browser, baseURL }) => {
  await openOwn(page, "Checkout");
  const sent = await shared(page);
  expect(sent).toMatch(new RegExp(`^${baseURL}#case=1\\.[\\w-]+\\.[0-9a-f]{8}$`));

  const other = await browser.newContext({ baseURL, locale: "en-US" });
  const there = await other.newPage();
  await there.goto(sent);
  await ready(there);
  await expectPreview(there);
  await expect(title(there)).toHaveValue("Checkout");
  await expect(there.getByText("What differs from my copy")).toHaveCount(0);
  expect(await storedCases(there)).toEqual({});
  await type(there, "Efficiency after", "85%");
  await there.getByRole("button", { name: "Save to my cases" }).click();
  await expect(banner(there)).toHaveCount(0);
  await saved(there);
  expect(Object.keys(await storedCases(there))).toHaveLength(1);
  const back = await shared(there);
  await other.close();

  const before = await stored(page);
  await follow(page, back.slice(back.indexOf("#")));
  await expectPreview(page);
  await expect(banner(page)).toContainText("One of your cases has the same name.");
  await page.getByText("What differs from my copy").click();
  expect(await rows(page, "What was entered")).toEqual([["Efficiency after", "90%", "85%"]]);
  const results = await rows(page, "What follows from it");
  expect(results).toContainEqual(["Gain of every later year, at the run rate", "$400,000", "$300,000", "−$100,000"]);
  expect(results.some(([name]) => name!.startsWith("Absorbed"))).toBe(false);
  await expect(banner(page)).toContainText("Theirs is worth");
  await expect.poll(() => stored(page)).toEqual(before);

  const own = await storedCases(page);
  await page.getByRole("button", { name: "Save to my cases" }).click();
  await saved(page);
  await expect.poll(async () => Object.keys(await storedCases(page)).length).toBe(2);
  await expect.poll(() => storedCases(page)).toMatchObject(own);
});

test("own cases stay as they are, byte for byte, while a preview is typed into and reloaded", async ({ page }) => {
  await openOwn(page);
  const before = await stored(page);
  await follow(page, LINK);
  await expectPreview(page);
  await type(page, "Investment", "$300k");
  await paste(page, "Name of the case", "Changed in the preview");
  await page.reload();
  await ready(page);
  await expectPreview(page);
  await expect(title(page)).toHaveValue("Changed in the preview");
  await expect(field(page, "Investment")).toHaveValue("$300,000");
  await expect.poll(() => stored(page)).toEqual(before);

  await page.getByRole("button", { name: "Close the preview" }).click();
  const question = page.getByRole("dialog", { name: "What is on screen is not kept" });
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(title(page)).toHaveValue("Changed in the preview");
  await page.getByRole("button", { name: "Close the preview" }).click();
  await question.getByRole("button", { name: "Go on without it" }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(title(page)).toHaveValue("Mine");
  await expect.poll(() => stored(page)).toEqual(before);
});

test("an unchanged preview closes without a question, and the way back in the browser works", async ({ page }) => {
  await openOwn(page);
  await page.getByRole("link", { name: "Brief" }).click();
  await follow(page, LINK);
  await expectPreview(page);
  await expect(field(page, "Efficiency after")).toHaveValue("85%");
  await page.getByRole("link", { name: "Brief" }).click();
  await expect(banner(page)).toBeVisible();
  await page.goBack();
  await expect(field(page, "Efficiency after")).toHaveValue("85%");
  await page.getByRole("button", { name: "Close the preview" }).click();
  await expect(title(page)).toHaveValue("Mine");
});

test("a step back of the browser leads out of a preview, and asks where that was changed", async ({ page }) => {
  await openOwn(page);
  const before = await stored(page);
  await follow(page, LINK);
  await expectPreview(page);
  await page.goBack();
  await expect(banner(page)).toHaveCount(0);
  await expect(title(page)).toHaveValue("Mine");
  await expect(field(page, "Efficiency after")).toHaveValue("90%");

  await page.getByRole("link", { name: "Brief" }).click();
  await expect(page.locator("#brief-document")).toBeVisible();
  await follow(page, LINK);
  await expectPreview(page);
  await type(page, "Investment", "$300k");
  await page.goBack();
  await expect(page.getByRole("link", { name: "Brief" })).toHaveAttribute("aria-current", "page");
  const question = page.getByRole("dialog", { name: "What is on screen is not kept" });
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(question).toHaveCount(0);
  await expect(banner(page)).toBeVisible();
  await page.goBack();
  await question.getByRole("button", { name: "Go on without it" }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(title(page)).toHaveValue("Mine");
  await expect.poll(() => stored(page)).toEqual(before);
});

test("a case the reader has already is opened instead of saved once more", async ({ page }) => {
  await openOwn(page);
  await follow(page, LINK);
  await expectPreview(page);
  await page.getByRole("button", { name: "Save to my cases" }).click();
  await saved(page);
  const before = await storedCases(page);
  expect(Object.keys(before)).toHaveLength(2);
  await openCases(page);
  await cases(page).getByRole("button", { name: "Mine", exact: true }).click();

  await follow(page, LINK);
  await expect(banner(page)).toContainText("You have this case already.");
  await expect(banner(page)).not.toContainText("has the same name");
  await banner(page).getByRole("button", { name: "Open yours" }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(title(page)).toHaveValue("Sent");
  await expect.poll(() => storedCases(page)).toEqual(before);

  await follow(page, LINK);
  await type(page, "Investment", "$300k");
  await expect(banner(page)).toContainText("One of your cases has the same name.");
  await expect(banner(page).getByRole("button", { name: "Open yours" })).toHaveCount(0);
  await type(page, "Investment", "$200k");
  await banner(page).getByRole("button", { name: "Save as a copy" }).click();
  await saved(page);
  await expect.poll(async () => Object.keys(await storedCases(page))).toHaveLength(3);
});

test("another link takes the place of a preview, and asks where that was changed", async ({ page }) => {
  await openOwn(page);
  await follow(page, LINK);
  await expectPreview(page);
  const differences = page.getByText("What differs from my copy");
  await differences.click();
  await expect(page.getByRole("region", { name: "What was entered" })).toBeVisible();
  await follow(page, fragmentOf(caseText({ ...SEED, title: "Second" })));
  await expect(title(page)).toHaveValue("Second");
  await differences.click();
  await expect(page.getByRole("region", { name: "What was entered" })).toContainText("Second");
  await type(page, "Investment", "$300k");
  await follow(page, LINK);
  const question = page.getByRole("dialog", { name: "What is on screen is not kept" });
  await question.getByRole("button", { name: "Save it to my cases" }).click();
  await expect(title(page)).toHaveValue("Sent");
  await expectPreview(page);
  await expect.poll(async () => Object.keys(await storedCases(page)).length).toBe(2);
});

test("the case to compare with can be chosen, and what differs is copied as text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openOwn(page, "Far");
  await type(page, "Engineering capacity a year", "$5M");
  await saved(page);
  await follow(page, fragmentOf(caseText({ ...SEED, title: "Near", efficiency: { now: 0.7, after: 0.9 } })));
  await page.getByRole("button", { name: "Save to my cases" }).click();
  await saved(page);
  await follow(page, LINK);
  await page.getByText("What differs from my copy").click();
  const choice = page.getByRole("combobox", { name: "Compared with" });
  await expect(choice.locator("option:checked")).toHaveText("Near");
  expect(await rows(page, "What was entered")).toEqual([
    ["Name of the case", "Near", "Sent"],
    ["Efficiency after", "90%", "85%"],
  ]);
  await page.getByRole("button", { name: "Copy what differs" }).click();
  await expect(banner(page)).toContainText("Copied.");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("What differs from my case “Near”");
  expect(text).toContain("- Efficiency after: 90%; 85%\n");
  expect(text).toContain("- Simple return on investment: 200.00%; 125.00%; −75 points\n");
  await choice.selectOption({ label: "Far" });
  await expect
    .poll(async () => (await rows(page, "What was entered")).map(([what]) => what))
    .toContain("Engineering capacity a year");

  const gain = page.getByRole("region", { name: "What follows from it" }).locator("[data-figure]").first();
  await gain.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#trace-name")).toBeVisible();
});

const WHOLE = LINK;
const BAD: [string, string, RegExp][] = [
  ["cut off in the middle", WHOLE.slice(0, -30), /cut off: its end is missing/],
  ["cut off at the end", WHOLE.slice(0, -3), /cut off: its end is missing/],
  ["damaged", WHOLE.replace(/.\.([0-9a-f]{8})$/, (end) => (end[0] === "A" ? "B" : "A") + end.slice(1)), /is damaged/],
  ["of a newer kind", WHOLE.replace("case=1.", "case=2."), /newer version of this page/],
  ["of a newer case", fragmentOf(JSON.stringify({ format: "groundwork-case", version: 2 })), /newer version of this page/],
  ["of 40 KB", `#case=1.${"A".repeat(40_000)}.00000000`, /too long: it has 40,016 characters/],
  ["that inflates to 10 MB", fragmentOf(" ".repeat(10_000_000)), /too large: it holds more than any case/],
  ["nested deeply", fragmentOf(`{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}`), /nested deeper than any case/],
  ["to something else", fragmentOf('{"format":"something else"}'), /what it holds is no case/],
  ["to no JSON", fragmentOf("{"), /what it holds is no case/],
  ["without a version", "#case=x.y.z", /none that this page makes/],
];

test("a link that gives no case says why and leaves the own case alone", async ({ page }) => {
  await openOwn(page);
  const before = await stored(page);
  for (const [name, fragment, sentence] of BAD) {
    await test.step(name, async () => {
      await follow(page, fragment);
      const notice = page.locator(".notice");
      await expect(notice).toContainText(sentence);
      await expect(notice).toContainText("the case on screen is as it was");
      expect(new URL(page.url()).hash).toBe("#/case");
      await expect(title(page)).toHaveValue("Mine");
      await expect(banner(page)).toHaveCount(0);
      await type(page, "Investment", "$200k");
      await expect(notice, "stays until it is dismissed").toContainText(sentence);
      await notice.getByRole("button", { name: "Dismiss" }).click();
      await expect(notice).toHaveCount(0);
    });
  }
  await expect.poll(() => stored(page)).toEqual(before);
});

test("a cut link in a new tab opens the page with a sentence", async ({ page }) => {
  await page.goto(`./${WHOLE.slice(0, -30)}`);
  await ready(page);
  await expect(page.locator(".notice")).toContainText("cut off");
  await expect(field(page, "Efficiency after")).toHaveValue("");
});

test("text that turns around or looks like markup is text, or is not shown", async ({ page }) => {
  await open(page);
  await follow(page, fragmentOf(caseText({ ...SEED, title: "safe\u202egpj.exe" })));
  await expectPreview(page);
  await expect(title(page)).toHaveValue("");
  await expect(banner(page)).toContainText("U+202E");
  expect(await page.locator("body").innerText()).not.toContain("\u202e");

  const markup = `<img src=x onerror="document.title='owned'">`;
  const costs = [{ id: "<b>", label: markup, once: 1 }];
  await follow(page, fragmentOf(caseText({ ...SEED, title: markup, costs })));
  await expect(title(page)).toHaveValue(markup);
  await page.getByRole("button", { name: "Save to my cases" }).click();
  await follow(page, LINK);
  await page.getByText("What differs from my copy").click();
  await expect(page.getByRole("region", { name: "What was entered" })).toContainText(markup);
  await expect(page.locator("img")).toHaveCount(0);
  expect(await page.title()).not.toBe("owned");
});

test("numbers of a link that cannot be used are named above the case", async ({ page }) => {
  await open(page);
  await follow(page, fragmentOf(caseText({ ...SEED, efficiency: { now: 1.7, after: 0.9 } })));
  await expect(banner(page)).toContainText("efficiency.now is 1.7; it must be 0.01 to 1");
});

test("a link without names and notes has none", async ({ page }) => {
  await open(page);
  const costs = [{ id: "zzz", label: "Secret supplier", once: 100 }];
  const sources = { "efficiency.now": { note: "From Q. Example" } };
  await follow(page, fragmentOf(caseText({ ...SEED, title: "Secret plan", costs, sources })));
  await openShare(page);
  const whole = contentOf(await link(page).inputValue());
  await page.getByRole("checkbox", { name: "Without names and notes" }).check();
  await expect.poll(async () => contentOf(await link(page).inputValue())).not.toBe(whole);
  const stripped = contentOf(await link(page).inputValue());
  for (const word of ["Secret", "plan", "supplier", "Example", "zzz"]) {
    expect(whole).toContain(word);
    expect(stripped).not.toContain(word);
  }
  expect(JSON.parse(stripped)).toMatchObject({ efficiency: SEED.efficiency, capacity: SEED.capacity });
});

test("a case too large for a link is handed on as a file", async ({ page }) => {
  await open(page);
  await follow(page, fragmentOf(LONG));
  await expectPreview(page);
  await openShare(page);
  await expect(link(page)).toHaveCount(0);
  await expect(dialog(page)).toContainText("Beyond 4,000 characters");
  await expect(dialog(page)).toContainText("Without names and notes it is short enough");
  expect(JSON.parse(await downloaded(page, "Save as a file"))).toEqual(JSON.parse(LONG));
  await page.getByRole("checkbox", { name: "Without names and notes" }).check();
  await expect(link(page)).toBeVisible();
});

test("an empty case has nothing to share, and what cannot be used is named", async ({ page }) => {
  await open(page);
  await openShare(page);
  await expect(dialog(page)).toContainText("nothing to share yet");
  await page.keyboard.press("Escape");
  await typeSeed(page);
  await paste(page, "Efficiency now", "170%");
  await openShare(page);
  await expect(dialog(page)).toContainText("it cannot be used yet and is not handed on: efficiency now.");
});

test("the size is told, and the QR code leads to the same address", async ({ page, context }) => {
  await page.setViewportSize({ width: 900, height: 1100 });
  await openOwn(page);
  await openShare(page);
  const address = await link(page).inputValue();
  await expect(dialog(page)).toContainText(`${address.length} characters. The figures are in the part`);
  const code = page.getByRole("img", { name: "QR code of the link" });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const picture = await code.screenshot();
    const { data, width, height } = await pixels(await context.newPage(), picture);
    expect(jsQR(Uint8ClampedArray.from(data), width, height)?.data).toBe(address);
  }

  await page.keyboard.press("Escape");
  await follow(page, fragmentOf(caseText({ ...SEED, sources: { "efficiency.now": { note: noise(900) } } })));
  await expectPreview(page);
  await openShare(page);
  await expect(dialog(page)).toContainText("There is no QR code");
});

test("the link is copied, or selected where that is not allowed", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openOwn(page);
  await openShare(page);
  const address = await link(page).inputValue();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(dialog(page).getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
  });
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("The link is selected");
  await expect(link(page)).toBeFocused();
  const selected = await link(page).evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd]);
  expect(selected).toEqual([0, address.length]);
});

test("the share sheet gets the link where there is one", async ({ page }) => {
  await page.addInitScript(() => {
    const given: unknown[] = [];
    Object.assign(window, { given });
    Object.assign(navigator, { share: async (data: unknown) => void given.push(data) });
  });
  await openOwn(page);
  await openShare(page);
  const url = await link(page).inputValue();
  await page.getByRole("button", { name: "Share…" }).click();
  expect(await page.evaluate(() => (window as any).given)).toEqual([{ title: "Mine", url }]);
});

test("sharing and a preview need no mouse", async ({ page }) => {
  await openOwn(page);
  const share = page.getByRole("button", { name: "Share", exact: true });
  await page.locator("body").press("Home");
  await tabTo(page, share);
  await page.keyboard.press("Enter");
  await expect(link(page)).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Copy link" }));
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(share).toBeFocused();

  await follow(page, LINK);
  await expectPreview(page);
  await tabTo(page, page.getByText("What differs from my copy"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "What was entered" })).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Save to my cases" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(banner(page)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Case", exact: true })).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 320]) {
    test(`axe finds nothing and nothing scrolls sideways in ${colorScheme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await openOwn(page, "A name without a place to break it".replaceAll(" ", ""));
      await follow(page, BAD[0]![1]);
      await expect(page.locator(".notice")).toBeVisible();
      await expectFine(page, "a link that gives no case");
      const benefits = [{ id: "b1", kind: "incidents", label: "x".repeat(200), per_year_now: 12 }];
      const sources = { "efficiency.now": { note: noise(300) } };
      await follow(page, fragmentOf(caseText({ ...SEED, currency: "EUR", benefits, sources })));
      await expectPreview(page);
      await page.getByText("What differs from my copy").click();
      await expect(page.getByRole("region", { name: "What was entered" })).toBeVisible();
      await expectFine(page, "a preview with what differs");
      await openShare(page);
      await expectFine(page, "the dialog");
    });
  }
}

async function expectFine(page: Page, state: string) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]).analyze();
  const findings = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  expect.soft(findings, state).toEqual([]);
  const excess = await page.evaluate(() => {
    const places = [document.documentElement, ...document.querySelectorAll("dialog[open]")];
    return places.map((place) => place.scrollWidth - place.clientWidth);
  });
  expect.soft(Math.max(...excess), state).toBeLessThanOrEqual(0);
}

/** The pixels of a picture, read in an empty page. */
async function pixels(page: Page, picture: Buffer) {
  const read = await page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d")!;
    context.drawImage(bitmap, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { data: [...data], width, height };
  }, [...picture]);
  await page.close();
  return read;
}
