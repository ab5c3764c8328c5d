// Serves a built page under a sub-path, the way a plain static host does: files as they are, no
// rewriting, 404 for everything else. Answers carry no security headers, so that what protects the
// page in the tests is what the page carries itself.
//
//   node tests/e2e/static-server.mjs [folder] [port] [sub-path]

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createBrotliCompress } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/vnd.microsoft.icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/// Serves `folder` under `base`, which begins and ends with a slash; `port` 0 takes any free one.
/// With `isCompressing`, files go over the network as hosts send them.
export function serve({ folder, base = "/a/b/", port = 0, isCompressing = false }) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const file = await find(root, base, request);
    if (file === undefined) {
      const page = await readFile(join(root, "404.html")).catch(() => "Not found");
      response.writeHead(404, { "content-type": TYPES[".html"] }).end(page);
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "cache-control": "no-cache",
      ...(isCompressing && { "content-encoding": "br" }),
    });
    if (request.method === "HEAD") response.end();
    else if (isCompressing) createReadStream(file).pipe(createBrotliCompress()).pipe(response);
    else createReadStream(file).pipe(response);
  });
  const close = () => {
    server.close();
    // Browsers keep connections open for the next request.
    server.closeAllConnections();
  };
  return new Promise((started, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      started({ url: `http://127.0.0.1:${server.address().port}${base}`, close });
    });
  });
}

async function find(root, base, { method, url }) {
  if (method !== "GET" && method !== "HEAD") return undefined;
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith(base)) return undefined;
  const file = normalize(join(root, path.slice(base.length), path.endsWith("/") ? "index.html" : ""));
  if (!file.startsWith(root + sep)) return undefined;
  const isFile = await stat(file).then((found) => found.isFile(), () => false);
  return isFile ? file : undefined;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const dist = fileURLToPath(new URL("../../dist", import.meta.url));
  const [folder = dist, port = "4173", base = "/a/b/"] = process.argv.slice(2);
  const { url } = await serve({ folder, base, port: Number(port) });
  console.log(`Serving ${folder} at ${url}`);
}
