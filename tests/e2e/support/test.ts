// The `test` of the whole suite: every page it opens is watched, and a test fails when the page
// breaks its policy, contacts anyone else, misses a file or complains, unless the test said so.

import { test as base, type BrowserContext, expect } from "@playwright/test";

export { expect };

/** What a test may announce about its pages. */
interface Watch {
  /** Announces a complaint: one that fits must come, and those that fit do not fail the test. */
  expectComplaint(pattern: RegExp): void;
  /** Allows a complaint that may come or not. */
  allowComplaint(pattern: RegExp): void;
}

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      const expected: RegExp[] = [];
      const allowed: RegExp[] = [];
      await listen(context, baseURL!, (complaint) => complaints.push(complaint));

      await use({
        expectComplaint: (pattern) => expected.push(pattern),
        allowComplaint: (pattern) => allowed.push(pattern),
      });

      const isExpected = (complaint: string) => [...expected, ...allowed].some((pattern) => pattern.test(complaint));
      expect(complaints.filter((complaint) => !isExpected(complaint)), "complaints of the page").toEqual([]);
      for (const pattern of expected) {
        expect(complaints.some((complaint) => pattern.test(complaint)), `announced: ${pattern}`).toBe(true);
      }
    },
    { auto: true },
  ],
});

async function listen(context: BrowserContext, home: string, complain: (complaint: string) => void) {
  context.on("console", (message) => {
    // What this suite does itself; see playwright.config.ts.
    if (message.text().includes("Service Worker registration blocked by Playwright")) return;
    if (["error", "warning"].includes(message.type())) complain(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => complain(`error: ${error.error().message}`));
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob|about):/.test(url)) complain(`request: ${url}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complain(`${response.status()}: ${response.url()}`);
  });
  await context.addInitScript(() => {
    window.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI}`);
    });
  });
}
