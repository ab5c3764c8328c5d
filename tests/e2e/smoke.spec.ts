// The built page opens under a sub-path, within its own policy and without contacting anyone else.

import { expect, test } from "@playwright/test";

test("the page opens and shows its heading", async ({ page, baseURL }) => {
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL!) && !/^(data|blob):/.test(url)) elsewhere.push(url);
  });

  await page.goto("./");

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test("the policy is in force", async ({ page }) => {
  await page.goto("./");
  const isBlocked = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", () => resolve(true), { once: true });
        const script = document.createElement("script");
        script.textContent = "window.isInjected = true";
        document.head.append(script);
        setTimeout(() => resolve(false), 1_000);
      }),
  );
  expect(isBlocked).toBe(true);
  expect(await page.evaluate(() => "isInjected" in window)).toBe(false);
});

test("an address outside the page is not found", async ({ request }) => {
  expect((await request.get("missing.js")).status()).toBe(404);
  expect((await request.get("/")).status()).toBe(404);
});
