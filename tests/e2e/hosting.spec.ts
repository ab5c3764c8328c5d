// The examples in `hosting/` with the servers they are for: what they send, and that the page works.

import { type APIRequestContext, type APIResponse } from "@playwright/test";
import { readdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { headline, open, typeSeed } from "./support/case-page";
import { directives, headersFor } from "./support/headers-file";
import { expect, test } from "./support/test";

const files = readdirSync(new URL("../../dist", import.meta.url));
const named = files.filter((file) => /-[0-9a-f]{16}\./.test(file));
const FIXED = [
  "index.html",
  "embed.html",
  "404.html",
  "manifest.webmanifest",
  "service-worker.js",
  "apple-touch-icon.png",
];
const FOREVER = "public, max-age=31536000, immutable";

/** What every answer says, that of a missing file included. */
function expectSafe(response: APIResponse, path: string) {
  const sent = response.headers();
  for (const [name, [value]] of headersFor(`/${path}`)) {
    // Said with the policy, or apart for each file.
    if (["content-security-policy", "x-frame-options", "cache-control"].includes(name)) continue;
    expect(sent[name], `${path}: ${name}`).toBe(value);
  }
  expect(sent["x-content-type-options"], path).toBe("nosniff");
  const [policy] = headersFor("/*").get("content-security-policy")!;
  const framing = path === "embed.html" ? "frame-ancestors *" : "frame-ancestors 'none'";
  expect(directives(sent["content-security-policy"]), path).toEqual([...directives(policy), framing]);
}

/** The answer as it is sent to a browser, without following where it leads. */
function ask(request: APIRequestContext, path: string, encoding = "gzip") {
  return request.get(path, { headers: { "accept-encoding": encoding }, maxRedirects: 0 });
}

test("every file has the headers that the build asks for", async ({ request }) => {
  expect(named.length).toBeGreaterThan(5);
  for (const file of [...named, ...FIXED, ""]) {
    const response = await ask(request, `./${file}`);
    expect(response.status(), file).toBe(200);
    expectSafe(response, file);
    expect(response.headers()["cache-control"], file).toBe(named.includes(file) ? FOREVER : "no-cache");
  }
});

test("a file that has not changed is not sent again, and keeps its headers", async ({ request }) => {
  const first = await ask(request, "./index.html", "identity");
  const again = await request.get("./index.html", {
    headers: { "accept-encoding": "identity", "if-none-match": first.headers().etag },
  });
  expect(again.status()).toBe(304);
  expect(again.headers()["cache-control"]).toBe("no-cache");
});

test("what is missing is not found, as safe as the rest, and never kept", async ({ request }) => {
  for (const path of ["missing.js", "missing-0123456789abcdef.js", "missing/", "a/missing/index.html"]) {
    const response = await ask(request, `./${path}`);
    expect(response.status(), path).toBe(404);
    expectSafe(response, path);
    expect(response.headers()["cache-control"], path).toBe("no-cache");
    expect(await response.text(), path).toContain("Nothing is at this address");
  }
});

test("what is missing is sent whole to those who have it", async ({ request }) => {
  const { etag, "last-modified": modified } = (await ask(request, "./404.html", "identity")).headers();
  const known = [{ "if-none-match": etag }, { "if-modified-since": modified }];
  for (const headers of known) {
    const again = await request.get("./missing.js", { headers: { "accept-encoding": "identity", ...headers } });
    expect(again.status()).toBe(404);
    expect(await again.text()).toContain("Nothing is at this address");
  }
});

test("a folder without its slash leads to the page, wherever the server is", async ({ baseURL, request }) => {
  const { pathname } = new URL(baseURL!);
  const folder = pathname === "/" ? `/${process.env.GROUNDWORK_SUB_PATH}` : pathname;
  const response = await ask(request, folder.slice(0, -1));
  expect([301, 308]).toContain(response.status());
  expect(response.headers().location).toBe(folder);
});

test("files have types that browsers take", async ({ request }) => {
  const types: Record<string, RegExp> = {
    css: /^text\/css/,
    html: /^text\/html/,
    js: /^(text|application)\/javascript/,
    png: /^image\/png$/,
    svg: /^image\/svg\+xml/,
    wasm: /^application\/wasm$/,
    webmanifest: /^application\/manifest\+json/,
  };
  for (const file of [...named, ...FIXED]) {
    const response = await ask(request, `./${file}`);
    expect(response.headers()["content-type"], file).toMatch(types[file.split(".").pop()!]);
  }
});

test("what is large is sent compressed", async ({ request }) => {
  const large = files.filter((file) => /^(index|style-|groundwork|worker)/.test(file));
  expect(large.some((file) => file.endsWith(".wasm"))).toBe(true);
  for (const file of large) {
    const response = await ask(request, `./${file}`);
    const { "content-encoding": encoding, vary } = response.headers();
    expect(encoding, file).toBe("gzip");
    expect(vary, file).toMatch(/accept-encoding/i);
  }
});

test("a case is typed and its headline read, and the policies are kept", async ({ page }) => {
  await open(page);
  await typeSeed(page);
  await expect(headline(page)).toContainText("$600k");
  await page.waitForLoadState("networkidle");
});

test.describe("in the frame of another page", () => {
  let other: Server;
  let address: string;

  test.beforeAll(async ({ baseURL }) => {
    other = createServer((request, response) => {
      const framed = new URL(request.url!.slice(1), baseURL).href;
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<!doctype html><title>Another page</title><iframe src="${framed}"></iframe>`);
    });
    await new Promise<void>((started) => other.listen(0, "127.0.0.1", started));
    address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  });

  test.afterAll(() => other.close());

  test("the page is not shown, and the embedded one is", async ({ page, watch }) => {
    watch.allowComplaint(/^request: http:\/\/127\.0\.0\.1:/);
    watch.allowComplaint(/favicon/);
    watch.expectComplaint(/frame-ancestors 'none'/);
    await page.goto(`${address}embed.html`);
    const frame = page.frameLocator("iframe");
    await expect(frame.locator("body")).not.toBeEmpty();

    await page.goto(`${address}index.html`);
    await page.waitForLoadState("networkidle");
    await expect(frame.getByRole("heading")).toHaveCount(0);
  });
});
