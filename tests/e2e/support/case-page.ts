// The page as a person meets it: fields by their labels, figures by their names.

import { expect, type Locator, type Page } from "@playwright/test";

/** Labels of the four numbers nothing can be said without, in their order. */
export const FOUR = ["Engineering capacity a year", "Efficiency now", "Efficiency after", "Investment"] as const;

export type Label = string;

/** What is typed for the two-million conversation. */
export const SEED_TEXTS: Record<(typeof FOUR)[number], string> = {
  "Engineering capacity a year": "$2M",
  "Efficiency now": "70%",
  "Efficiency after": "90%",
  Investment: "$200k",
};

/** Opens the page and waits until it can be used. */
export async function open(page: Page) {
  await page.goto("./");
  await ready(page);
}

/** Waits until the page can be used. */
export async function ready(page: Page) {
  await expect(field(page, FOUR[0])).toBeVisible();
}

/** The field with that label. */
export function field(page: Page, label: Label): Locator {
  return page.getByRole("textbox", { name: label, exact: true });
}

/** Types into a field in place of what stands there, and leaves it as a person does. */
export async function type(page: Page, label: Label, text: string) {
  await replace(page, label, text);
  await page.keyboard.press("Tab");
}

/** Types into a field in place of what stands there, and stays in it. */
export async function replace(page: Page, label: Label, text: string) {
  await select(page, label);
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.type(text);
}

/** Pastes into a field in place of what stands there, and leaves it. */
export async function paste(page: Page, label: Label, text: string) {
  await select(page, label);
  await page.keyboard.insertText(text);
  await page.keyboard.press("Tab");
}

async function select(page: Page, label: Label) {
  await field(page, label).focus();
  await page.keyboard.press("ControlOrMeta+A");
}

/** Types the four numbers of the two-million conversation. */
export async function typeSeed(page: Page) {
  for (const label of FOUR) await type(page, label, SEED_TEXTS[label]);
}

/** The sentence that leads. */
export function headline(page: Page): Locator {
  return page.getByTestId("headline");
}

/** Every place where the figure of that name stands. */
export function figures(page: Page, name: string): Locator {
  return page.locator(`[data-figure="${name}"]`);
}

/** The text of every figure that stands in a table, by its name. */
export function figuresInTables(page: Page): Promise<Record<string, string>> {
  return page.locator("td [data-figure]").evaluateAll((figures) =>
    Object.fromEntries(
      figures.map((figure) => [figure.getAttribute("data-figure")!, figure.textContent!]),
    ),
  );
}

/** A group of fields or a table that waits behind its title. */
export function summary(page: Page, title: string | RegExp): Locator {
  return page.locator("summary").filter({ hasText: title });
}

/** Opens everything that waits behind a title. */
export async function openAll(page: Page) {
  const closed = page.locator("details:not([open]) > summary");
  while ((await closed.count()) > 0) await closed.first().click();
}

/** The notice that says what is shown is not of what was typed. */
export function stale(page: Page): Locator {
  return page.getByRole("status").filter({ hasText: "last values that could be used" });
}

/** What describes a field: its hint and the message under it. */
export async function messageOf(page: Page, label: Label): Promise<string> {
  const ids = (await field(page, label).getAttribute("aria-describedby")) ?? "";
  const texts = ids.split(" ").filter((id) => id.endsWith("-message"));
  expect(texts, `${label} names its message`).toHaveLength(1);
  return (await page.locator(`[id="${texts[0]}"]`).textContent())!.trim();
}

/** Waits until what was typed is kept. */
export async function saved(page: Page) {
  await expect(page.getByTestId("saved")).toHaveText("Saved");
}
