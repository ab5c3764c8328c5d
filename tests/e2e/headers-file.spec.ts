// What `_headers` asks for keeps others from framing the page, and lets them frame the embedded one, on
// hosts that add up what several patterns say about one header, and on those that take the last.

import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

import { directives, headersFor } from "./support/headers-file";
import { expect, test } from "./support/test";

const MANNERS = {
  "adds up": (values: string[]) => values.join(", "),
  "takes the last": (values: string[]) => values[values.length - 1],
};

async function listen(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((started) => server.listen(0, "127.0.0.1", started));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

for (const [manner, together] of Object.entries(MANNERS)) {
  test(`a host that ${manner}: only the embedded page is shown in a frame`, async ({ page, watch }) => {
    watch.allowComplaint(/^request: http:\/\/127\.0\.0\.1:/);
    watch.expectComplaint(/X-Frame-Options' to 'deny'/i);
    const host = await listen((request, response) => {
      for (const [name, values] of headersFor(request.url!)) response.setHeader(name, together(values));
      response.setHeader("content-type", "text/html").end("<!doctype html><title>Framed</title><h1>Framed</h1>");
    });
    const other = await listen((request, response) => {
      response.setHeader("content-type", "text/html");
      response.end(`<!doctype html><title>Other</title><iframe src="${host.url}${request.url}"></iframe>`);
    });
    const framed = page.frameLocator("iframe").getByRole("heading", { name: "Framed" });

    for (const path of ["/embed.html", "/embed"]) {
      await page.goto(other.url + path);
      await expect(framed).toBeVisible();
    }
    for (const path of ["/", "/index.html", "/index", "/404.html"]) {
      await page.goto(other.url + path);
      await page.waitForLoadState("networkidle");
      await expect(framed, path).toHaveCount(0);
    }
    host.close();
    other.close();
  });

  test(`a host that ${manner}: every page has the whole policy`, () => {
    for (const path of ["/", "/index.html", "/404.html", "/embed.html"]) {
      const sent = directives(together(headersFor(path).get("content-security-policy")!));
      for (const directive of ["default-src 'none'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'"]) {
        expect(sent, path).toContain(directive);
      }
    }
  });
}
