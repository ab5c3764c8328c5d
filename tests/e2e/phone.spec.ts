// On a phone the answer stays in sight while one types, and covers nothing.

import { field, open, replace, type, typeSeed } from "./support/case-page";
import { expect, test } from "./support/test";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true });

  test("the answer stands at the lower edge while its sentence is out of view", async ({ page }) => {
    await open(page);
    const glance = page.getByTestId("glance");
    await expect(glance).toHaveCount(0);
    await typeSeed(page);
    await field(page, "Efficiency now").focus();
    await expect(glance).toBeVisible();
    await expect(glance).toHaveText(/^\$400k a yearback [A-Z][a-z]{2} \d{4}NPV \$\d{3}k$/);
    await expect(glance).toHaveAttribute("aria-hidden", "true");
    await replace(page, "Efficiency now", "60%");
    await expect(glance).toContainText("$600k a year");

    await page.getByTestId("headline").scrollIntoViewIfNeeded();
    await expect(glance).toHaveCount(0);
  });

  test("no field with the focus is under it", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await page.locator("summary", { hasText: "Finance" }).click();
    await page.evaluate(() => window.scrollTo(0, 0));
    await field(page, "Name of the case").focus();
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press("Tab");
      const isCovered = await page.evaluate(() => {
        const bar = document.querySelector(".glance")?.getBoundingClientRect();
        const focused = document.activeElement!.getBoundingClientRect();
        return bar !== undefined && focused.bottom > bar.top && focused.top < bar.bottom;
      });
      expect(isCovered, `stop ${stop}`).toBe(false);
    }
  });

  test("a losing case is said there too", async ({ page }) => {
    await open(page);
    await typeSeed(page);
    await type(page, "Efficiency after", "72%");
    await field(page, "Efficiency now").focus();
    await expect(page.getByTestId("glance")).toContainText("not paid back");
  });
});

test("a wide window has the sentence beside the fields and needs no bar", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await open(page);
  await typeSeed(page);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(page.getByTestId("glance")).toBeHidden();
});
