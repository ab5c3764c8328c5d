// End-to-end tests run on the built page, served under a sub-path; `cargo xtask test e2e` builds it,
// installs what is needed and names the browser.

import { existsSync } from "node:fs";

import { defineConfig, devices } from "@playwright/test";

const port = Number(process.env.GROUNDWORK_PORT ?? 4173);
const baseURL = `http://127.0.0.1:${port}/a/b/`;
// Without a name, Playwright's own browser is used, if it was downloaded.
const browser = [process.env.CHROME_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  // It has settings of its own: hosting.config.ts.
  testIgnore: "hosting.spec.ts",
  outputDir: "results",
  // A test that passes only the second time has failed.
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  globalTimeout: 20 * 60_000,
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.GROUNDWORK_REPORT ?? "../../target/end-to-end.json" }],
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    locale: "en-US",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    // A service worker would answer what other specs answer in place of the host; support/builds.ts
    // allows it where it is what the test is about.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: browser,
      // The page is our own: no sandbox is needed, which root and containers do not have. The
      // others keep the browser itself from contacting anyone.
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: `node static-server.mjs ../../dist ${port} /a/b/`,
    url: baseURL,
    reuseExistingServer: false,
  },
});
