// The built page works under any path of a plain static host, within a policy it brings itself.

import { createHash } from "node:crypto";

import { open, typeSeed } from "./support/case-page";
import { expect, test } from "./support/test";

const FIXED_NAMES = ["index.html", "404.html", "_headers", "manifest.webmanifest", "apple-touch-icon.png"];

test("the policy stands first in the head and is strict", async ({ request }) => {
  const html = await (await request.get("./")).text();
  const first = /<head>\s*(<[^>]+>)/.exec(html)?.[1] ?? "";
  expect(first).toMatch(/^<meta http-equiv="Content-Security-Policy"/i);
  const policy = /content="([^"]+)"/.exec(first)![1];
  const directives = Object.fromEntries(
    policy.split(";").map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
  expect(directives["default-src"]).toEqual(["'none'"]);
  expect(directives["base-uri"]).toEqual(["'none'"]);
  expect(directives["form-action"]).toEqual(["'none'"]);
  expect(directives["style-src"]).toEqual(["'self'"]);
  expect(directives["connect-src"]).toEqual(["'self'"]);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);

  // The one inline script is the one the policy names.
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
  for (const script of inline) {
    const hash = createHash("sha256").update(script).digest("base64");
    expect(directives["script-src"]).toContain(`'sha256-${hash}'`);
  }
  expect(directives["script-src"].filter((source: string) => source.startsWith("'sha256-"))).toHaveLength(inline.length);
  expect(html).not.toMatch(/\sstyle="|\son[a-z]+="/);
});

test("the policy is in force", async ({ page, watch }) => {
  watch.expectComplaint(/policy: script-src-elem blocked inline/);
  watch.expectComplaint(/policy: connect-src blocked/);
  watch.expectComplaint(/Content Security Policy/);
  await open(page);
  const isFetched = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.isInjected = true";
    document.head.append(script);
    return fetch("https://groundwork.invalid/").then(() => true, () => false);
  });
  expect(isFetched).toBe(false);
  expect(await page.evaluate(() => "isInjected" in window)).toBe(false);
});

test("every file is there under the sub-path, named by what it holds", async ({ page, request, baseURL }) => {
  const answers = new Map<string, number>();
  page.on("response", (response) => answers.set(response.url(), response.status()));
  await open(page);
  await typeSeed(page);
  await page.waitForLoadState("networkidle");

  const html = await (await request.get("./")).text();
  const named = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => new URL(match[1], baseURL).href);
  for (const url of new Set([...answers.keys(), ...named])) {
    expect(url.startsWith(baseURL!), url).toBe(true);
    const response = await request.get(url);
    expect(response.status(), url).toBe(200);
    const name = url.slice(baseURL!.length);
    if (name === "" || FIXED_NAMES.includes(name)) continue;
    const hash = /-([0-9a-f]{8,64})\.[a-z0-9]+$/.exec(name)?.[1];
    expect(hash, `${name} is named by its content`).toBeDefined();
  }
  expect([...answers.values()].every((status) => status === 200)).toBe(true);
  expect([...answers.keys()].some((url) => url.endsWith(".wasm"))).toBe(true);
});

test("files loaded with an integrity have that integrity", async ({ request }) => {
  const html = await (await request.get("./")).text();
  const links = [...html.matchAll(/<(?:link|script)\b[^>]*\bintegrity="sha384-[^>]*>/g)].map((match) => match[0]);
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    const file = /(?:href|src)="([^"]+)"/.exec(link)![1];
    const body = await (await request.get(file)).body();
    const hash = createHash("sha384").update(body).digest("base64");
    expect(link, file).toContain(`sha384-${hash}`);
  }
});

test("an address outside the page is not found", async ({ request }) => {
  expect((await request.get("missing.js")).status()).toBe(404);
  expect((await request.get("/")).status()).toBe(404);
});
