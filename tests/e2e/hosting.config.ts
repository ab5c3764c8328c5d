// The same page from real servers; `cargo xtask test hosting` starts them and names their addresses.

import { defineConfig } from "@playwright/test";

import settings from "./playwright.config";

const named = process.env;
const { GROUNDWORK_NGINX: nginx, GROUNDWORK_CADDY: caddy, GROUNDWORK_SUB_PATH: subPath } = named;
const { GROUNDWORK_NGINX_BELOW: nginxBelow, GROUNDWORK_CADDY_BELOW: caddyBelow } = named;
if (!nginx || !caddy || !subPath || !nginxBelow || !caddyBelow) {
  throw new Error("`cargo xtask test hosting` names the servers");
}

/** The page at the root, and beside other pages, for each server. */
const servers = { nginx: [nginx, nginxBelow], Caddy: [caddy, caddyBelow] };

export default defineConfig({
  ...settings,
  testMatch: "hosting.spec.ts",
  testIgnore: [],
  projects: Object.entries(servers).flatMap(([name, [root, below]]) => [
    { name: `${name} at the root`, use: { baseURL: root } },
    { name: `${name} below ${subPath}`, use: { baseURL: root + subPath } },
    { name: `${name} beside other pages`, use: { baseURL: below } },
  ]),
  webServer: undefined,
});
