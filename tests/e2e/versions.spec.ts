// A file and a link of every version that was ever written opens with what it says.

import { readdirSync, readFileSync } from "node:fs";

import { field, headline, open, saved } from "./support/case-page";
import { choose, dialog, names, openCases, report } from "./support/cases";
import { contentOf } from "./support/links";
import { store, stored } from "./support/storage";
import { expect, test } from "./support/test";

const FOLDER = new URL("../cases/versions/", import.meta.url);
const TITLE = "Name of the case";

for (const name of readdirSync(FOLDER)) {
  const text = readFileSync(new URL(name, FOLDER), "utf8");

  if (name.startsWith("link-")) {
    test(`${name} opens as a preview`, async ({ page }) => {
      const { title, investment } = JSON.parse(contentOf(text.trim()));
      await page.goto(`./${text.trim().slice(text.indexOf("#"))}`);
      await expect(page.getByText("This case came with a link.")).toBeVisible();
      await expect(field(page, TITLE)).toHaveValue(title);
      await expect(headline(page)).toContainText("absorbs");
      await page.getByRole("button", { name: "Save to my cases" }).click();
      await saved(page);
      const [kept] = Object.values(await stored(page)).filter((each) => each.startsWith("{"));
      expect(JSON.parse(kept)).toMatchObject({ case: { title, investment } });
    });
    continue;
  }

  test(`${name} is imported whole`, async ({ page }) => {
    const file = JSON.parse(text);
    const cases: any[] = (file.cases ?? [file]).map((each: any) => each.case ?? each);
    await open(page);
    await openCases(page);
    await choose(page, { name, text });
    await expect(report(page)).toBeVisible();
    await expect(field(page, TITLE)).toHaveValue(cases.at(-1).title);
    await openCases(page);
    expect((await names(page)).sort()).toEqual(cases.map((each) => each.title).sort());
    await expect(dialog(page).getByText("cannot be read")).toHaveCount(0);
    const kept = Object.entries(await stored(page)).filter(([key]) => key.startsWith("groundwork:case:"));
    for (const one of cases) {
      const texts = kept.map(([, each]) => JSON.parse(each).case).filter((each) => each.title === one.title);
      expect(texts).toEqual([one]);
    }
  });

  if (name.startsWith("envelope-")) {
    test(`${name} opens from storage as it was saved`, async ({ page }) => {
      const { case: one, drafts } = JSON.parse(text);
      await store(page, { "groundwork:index": "abc", "groundwork:case:abc": text.trim() });
      await open(page);
      await expect(field(page, TITLE)).toHaveValue(one.title);
      await expect(field(page, "Efficiency after")).toHaveValue(drafts["efficiency.after"]);
      await expect(field(page, "Investment")).toHaveValue(drafts["investment.amount"]);
      expect((await stored(page))["groundwork:case:abc"]).toBe(text.trim());
    });
  }
}
