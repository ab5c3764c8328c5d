// The same page from real servers; `cargo xtask test hosting` starts them and names their addresses.

import { defineConfig } from "@playwright/test";

import settings from "./playwright.config";

const { GROUNDWORK_NGINX: nginx, GROUNDWORK_CADDY: caddy, GROUNDWORK_SUB_PATH: subPath } = process.env;
if (!nginx || !caddy || !subPath) throw new Error("`cargo xtask test hosting` names the servers");

const servers = { nginx, Caddy: caddy };

export default defineConfig({
  ...settings,
  testMatch: "hosting.spec.ts",
  testIgnore: [],
  projects: Object.entries(servers).flatMap(([name, root]) => [
    { name: `${name} at the root`, use: { baseURL: root } },
    { name: `${name} below ${subPath}`, use: { baseURL: root + subPath } },
  ]),
  webServer: undefined,
});
