// Simulations: in a worker that comes when it is first needed, on the page where there is none, with
// the same figures to the bit.

import { readFileSync } from "node:fs";

import type { Page, Route } from "@playwright/test";

import { field, headline, open, replace, type, typeSeed } from "./support/case-page";
import { expect, test } from "./support/test";

// Case files and results are JSON of any shape here; what they hold is what the tests check.
type Json = any;

const readJson = (path: string): Json => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const CASE = readJson("../cases/ranges.json");
const GOLDEN = readJson("../golden/simulated/ranges.json");

const SCRIPT = "**/worker-*.js";
const WASM = "**/worker_bg-*.wasm";
const STOPPED = "Something went wrong, and the page has stopped.";

test("simulating in the worker gives the golden results to the bit", async ({ page }) => {
  await open(page);
  const results = await simulate(page, CASE);
  expect(results).toStrictEqual(GOLDEN);
  expect(Object.keys(results)).toEqual(Object.keys(GOLDEN));
  expect(page.workers()).toHaveLength(1);
});

test("no worker is fetched until a case is simulated, and then after the first paint", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  const ofWorker = () => fetched.filter((url) => /\/worker(_bg)?-[0-9a-f]+\./.test(url)).length;
  await open(page);
  await typeSeed(page);
  await expect(headline(page)).toBeVisible();
  await page.waitForTimeout(500);
  expect(ofWorker()).toBe(0);
  await type(page, "Investment", "150k to 350k");
  await expect.poll(ofWorker).toBe(2);
  expect(page.workers()).toHaveLength(1);
});

test("the WebAssembly of the worker is fetched with its integrity", async ({ page, request, baseURL }) => {
  const html = await (await request.get("./")).text();
  const script = /<link[^>]*href="([^"]*worker-[^"]+)"/.exec(html)![1];
  const text = await (await request.get(new URL(script, baseURL).href)).text();
  expect(text).toMatch(/integrity: "sha384-[A-Za-z0-9+/]{64}"/);
  expect(text).toMatch(/worker_bg-[0-9a-f]{16}\.wasm/);
  expect(page.url()).toBe("about:blank");
});

test.describe("without a worker the page computes the same", () => {
  test("where the browser has none", async ({ page }) => {
    await page.addInitScript(() => delete (window as any).Worker);
    await open(page);
    expect(await simulate(page, CASE)).toStrictEqual(GOLDEN);
  });

  const broken: Record<string, [string, (route: Route) => Promise<void>]> = {
    "where its script is refused": [SCRIPT, (route) => route.abort()],
    "where its script is missing": [SCRIPT, (route) => route.fulfill({ status: 404, body: "Not found" })],
    "where its WebAssembly is refused": [WASM, (route) => route.abort()],
    "where its WebAssembly was changed on its way": [
      WASM,
      async (route) => {
        const body = await (await route.fetch()).body();
        body[body.length - 1] ^= 1;
        await route.fulfill({ contentType: "application/wasm", body });
      },
    ],
  };
  for (const [where, [file, breakIt]] of Object.entries(broken)) {
    test(where, async ({ page, context, watch }) => {
      watch.allowComplaint(/Failed to load resource|404|integrity|digest/);
      await context.route(file, breakIt);
      await open(page);
      expect(await simulate(page, CASE)).toStrictEqual(GOLDEN);
      await expect(page.getByText(STOPPED)).toBeHidden();
      expect(page.workers()).toHaveLength(0);
    });
  }
});

test("a worker that does not come the first time is fetched once more", async ({ page, context, watch }) => {
  watch.allowComplaint(/Failed to load resource/);
  let requests = 0;
  await context.route(WASM, async (route) => {
    requests += 1;
    if (requests === 1) await route.abort();
    else await route.continue();
  });
  await open(page);
  expect(await simulate(page, CASE)).toStrictEqual(GOLDEN);
  expect(requests).toBe(2);
  expect(page.workers()).toHaveLength(1);
});

test.describe("a worker that ends while it computes", () => {
  const MANY = 300_000;

  test.beforeEach(async ({ page }) => {
    await recordWorkers(page);
    await open(page);
  });

  for (const [times, workers] of [[1, 2], [2, 2]] as const) {
    test(`${times === 1 ? "once is started anew" : "again is given up"}, with the same results`, async ({ page }) => {
      const results = await page.evaluate(
        async ([file, draws, times]) => {
          const { groundwork, workers } = window as any;
          const answer = groundwork.simulate(file, { draws });
          for (let time = 1; time <= times; time += 1) {
            while (!workers[time - 1]?.hasProgress) await new Promise((resolve) => setTimeout(resolve));
            workers[time - 1].dispatchEvent(new Event("error"));
          }
          return answer;
        },
        [CASE, MANY, times] as const,
      );
      expect(await page.evaluate(() => (window as any).workers.length)).toBe(workers);
      expect(results).toStrictEqual(await simulate(page, CASE, { draws: MANY }));
      await expect(page.getByText(STOPPED)).toBeHidden();
    });
  }

  test("and a second time is said on the page", async ({ page }) => {
    await page.evaluate(async (file) => {
      await (window as any).groundwork.simulate(file, { draws: 1_000 });
      const { workers } = window as any;
      const ended = workers.length;
      workers[ended - 1].dispatchEvent(new Event("error"));
      const answer = (window as any).groundwork.simulate(file, { draws: 300_000 });
      while (!workers[ended]?.hasProgress) await new Promise((resolve) => setTimeout(resolve));
      workers[ended].dispatchEvent(new Event("error"));
      await answer;
    }, CASE);
    await typeSeed(page);
    await replace(page, "Efficiency after", "80 to 95");
    await expect(page.getByText("Simulations run on this page itself")).toBeVisible();
  });

  test("because it would do so again says so, and the next question is answered", async ({ page }) => {
    const message = await page.evaluate(
      async ([file, draws]) => {
        const { groundwork, workers } = window as any;
        const answer = groundwork.simulate(file, { draws });
        while (!workers[0]?.hasProgress) await new Promise((resolve) => setTimeout(resolve));
        workers[0].dispatchEvent(new ErrorEvent("error", { message: "Uncaught RuntimeError: unreachable" }));
        return answer.then(() => "answered", (error: Error) => error.message);
      },
      [CASE, MANY] as const,
    );
    expect(message).toContain("The simulation could not be run: Uncaught RuntimeError: unreachable.");
    expect(await simulate(page, CASE)).toStrictEqual(GOLDEN);
  });
});

test("several questions at a time each get their own answer", async ({ page }) => {
  await open(page);
  const [few, many, other] = await page.evaluate(
    ([file, other]) => {
      const { groundwork } = window as any;
      return Promise.all([
        groundwork.simulate(file, { draws: 1_000 }),
        groundwork.simulate(file),
        groundwork.simulate(other, { draws: 1_000 }),
      ]);
    },
    [CASE, { ...CASE, horizon_months: 36 }] as const,
  );
  expect(many).toStrictEqual(GOLDEN);
  expect([few.draws, many.draws, other.draws]).toEqual([1_000, 10_000, 1_000]);
  expect(few.cumulative_net).toHaveLength(24);
  expect(other.cumulative_net).toHaveLength(36);
});

test("a case without any range gives its deterministic figures in every draw", async ({ page }) => {
  await open(page);
  const seed = readJson("../cases/seed.json");
  const results = await simulate(page, seed, { draws: 100 });
  const npv = readJson("../golden/results/seed.json").returns.npv;
  expect(results.npv).toEqual({ p10: npv, p50: npv, p90: npv, mean: npv });
});

const BAD_DRAWS: [unknown, string][] = [
  [{ draws: 99 }, "options.draws is 99; it must be a whole number from 100 to 1,000,000"],
  [{ draws: 1_000_001 }, "options.draws is 1000001; it must be a whole number from 100 to 1,000,000"],
  [{ draws: 1_000.5 }, "options.draws is 1000.5; it must be a whole number from 100 to 1,000,000"],
  [{ draws: "many" }, 'options.draws is "many"; it must be a whole number from 100 to 1,000,000'],
  [{ seed: 1 }, "options.seed is not known; there is draws"],
  [7, "options must be an object"],
];
for (const [options, message] of BAD_DRAWS) {
  test(`options that are ${JSON.stringify(options)} are refused by a promise`, async ({ page }) => {
    await open(page);
    expect(await refusal(page, CASE, options)).toBe(message);
  });
}

test("a case that cannot be used is refused by a promise that names what is wrong", async ({ page }) => {
  await open(page);
  expect(await refusal(page, { ...CASE, efficiency: { now: 1.7, after: 0.9 } })).toContain(
    "efficiency.now is 1.7; it must be 0.01 to 1",
  );
  expect(await refusal(page, 7)).toContain("case: ");
});

test("who types quickly causes one simulation, of what was typed last", async ({ page }) => {
  await recordWorkers(page);
  await open(page);
  await typeSeed(page);
  await type(page, "Efficiency after", "80% to 95%");
  const questions = () => page.evaluate(() => (window as any).workers[0]?.asked ?? []);
  await expect.poll(async () => (await questions()).length).toBe(1);
  // From within the page: between two keys no other timer comes first, however busy the machine is.
  await field(page, "Investment").evaluate(async (field: HTMLInputElement) => {
    const text = "150k to 350000";
    field.focus();
    for (let typed = 1; typed <= text.length; typed += 1) {
      field.value = text.slice(0, typed);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise((next) => setTimeout(next, 20));
    }
  });
  await expect.poll(async () => (await questions()).length).toBe(2);
  await page.waitForTimeout(500);
  const asked = await questions();
  expect(asked).toHaveLength(2);
  expect(JSON.parse(asked[1][2]).investment.amount).toMatchObject({ low: 150_000, high: 350_000 });
});

test("what takes long says how far it is, and can be stopped", async ({ page, context }) => {
  let letPass = () => {};
  const isLetPass = new Promise<void>((pass) => (letPass = pass));
  await context.route(WASM, async (route) => {
    await isLetPass;
    await route.continue();
  });
  await open(page);
  await typeSeed(page);
  await type(page, "Investment", "150k to 350k");
  const progress = page.getByTestId("simulation-progress");
  await expect(progress).toHaveText("Simulating: 0 of 10,000 draws");
  await expect(page.getByRole("progressbar", { name: "Simulation" })).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(progress).toBeHidden();
  letPass();
  await type(page, "Investment", "150k to 400k");
  await expect(progress).toBeHidden();
});

async function simulate(page: Page, file: Json, options?: Json): Promise<Json> {
  return page.evaluate(([file, options]) => (window as any).groundwork.simulate(file, options), [file, options]);
}

/** The message a promise is refused with. */
function refusal(page: Page, file: Json, options?: Json): Promise<string> {
  return page.evaluate(
    ([file, options]) =>
      (window as any).groundwork.simulate(file, options).then(
        () => "answered",
        (error: unknown) => (error instanceof Error ? error.message : "no error"),
      ),
    [file, options],
  );
}

/** Keeps every worker the page starts in `window.workers`, with what it was asked and how far it is. */
async function recordWorkers(page: Page) {
  await page.addInitScript(() => {
    const workers: any[] = ((window as any).workers = []);
    window.Worker = class extends Worker {
      asked: unknown[] = [];
      hasProgress = false;
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers.push(this);
        this.addEventListener("message", ({ data }) => (this.hasProgress ||= typeof data[1] === "number"));
      }
      postMessage(message: any) {
        if (message.length > 1) this.asked.push(message);
        super.postMessage(message);
      }
    };
  });
}
