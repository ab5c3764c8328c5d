// Records which functions the first half of the calculator needs: those that run until the empty page
// is drawn and somebody goes through its first fields. What is typed needs the second half, which is
// asked for as soon as the page is painted.
//
//   node xtask/halves/record.mjs whole.wasm first-half.txt
//
// The page of dist/ runs with the whole calculator in place of the first half, in which each function
// leaves a mark in memory that no compiled code uses: below everything, where the stack would end.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";
import binaryen from "binaryen";

import { serve } from "../../tests/e2e/static-server.mjs";
import { functionsOf, isImported, keysOf, read } from "./wasm.mjs";

/// More than the four numbers, so that none of them is the last.
const FIELDS = 6;

const [wholePath, listPath] = process.argv.slice(2);
const whole = read(readFileSync(wholePath));
const keys = keysOf(whole);
const body = marked(whole);
const dist = await serve({ folder: fileURLToPath(new URL("../../dist", import.meta.url)) });
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ["--no-sandbox"] });
const used = new Set();
try {
  for (const settings of [
    { locale: "en-US", viewport: { width: 1280, height: 720 }, colorScheme: "light" },
    { locale: "de-DE", viewport: { width: 360, height: 740 }, colorScheme: "dark" },
  ]) {
    await visit(settings);
  }
} finally {
  await browser.close();
  dist.close();
}
const list = [...used].sort();
writeFileSync(listPath, list.map((key) => `${key}\n`).join(""));
console.log(`${list.length} names are in ${listPath}.`);

/// The module with a mark for each function of its own, in their order.
function marked(module) {
  const own = functionsOf(module).filter((info) => !isImported(info));
  own.forEach(({ name, body }, place) => {
    const mark = module.i32.store8(place, 1, module.i32.const(0), module.i32.const(1));
    const type = binaryen.getExpressionType(body);
    binaryen.Function.setBody(module.getFunction(name), module.block(null, [mark, body], type));
  });
  return Buffer.from(module.emitBinary());
}

/// Opens the page for the first time, goes through fields, and collects the marks.
async function visit(settings) {
  const page = await browser.newPage(settings);
  await page.addInitScript(() => {
    addEventListener("TrunkApplicationStarted", ({ detail }) => (window.calculator = detail.wasm));
  });
  await page.route("**/*_bg-*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body }));
  // There is nothing to join.
  await page.route("**/*_second-*.wasm", () => {});
  await page.goto(dist.url);
  await page.getByRole("textbox").first().waitFor();
  await page.mouse.move(100, 300);
  for (const field of (await page.getByRole("textbox").all()).slice(0, FIELDS)) await field.focus();
  await page.mouse.wheel(0, 400);
  // Somebody looks at another tab and comes back.
  await page.evaluate(() => {
    document.dispatchEvent(new Event("visibilitychange"));
    dispatchEvent(new Event("focus"));
  });
  await page.waitForTimeout(1000);
  const marks = await page.evaluate((count) => {
    return [...new Uint8Array(window.calculator.memory.buffer, 0, count)];
  }, keys.length);
  keys.filter((_, place) => marks[place] === 1).forEach((key) => used.add(key));
  await page.close();
}
