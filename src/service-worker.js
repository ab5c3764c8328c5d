// Keeps the files of one build in the browser, so that the page opens without a network and never
// mixes two builds. It answers for the page and the files of its builds; everything else goes to the
// host as if it were not there.

// Both are written by `cargo xtask dist`: which build this is, and its files with their integrity.
const VERSION = "";
const FILES = {};

const PAGE = "index.html";
const SCOPE = new URL(registration.scope).pathname;
// All pages of an origin share its caches. A path has no space, so nobody else's names begin as ours.
const LEDGER = `groundwork ${SCOPE}`;
const CACHE = `${LEDGER} ${VERSION}`;

const isOurs = (name) => name.startsWith(`${LEDGER} `);
const isNamedByContent = (path) => /-[0-9a-f]{16}\.[a-z0-9.]+$/.test(path);

addEventListener("install", (event) => event.waitUntil(storeAll()));
addEventListener("activate", (event) => event.waitUntil(takeCharge()));
// Said by a page whose reader wants the new build, and by one that has stopped. Until then, or until
// the last page is closed, the build before stays in charge.
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (method !== "GET" || origin !== location.origin || !pathname.startsWith(SCOPE)) return;
  const path = pathname.slice(SCOPE.length);
  if (mode === "navigate") {
    if (path === "" || path === PAGE) event.respondWith(answer(PAGE, event.request));
    return;
  }
  const isKept = !search && (Object.hasOwn(FILES, path) || isNamedByContent(path));
  if (isKept) event.respondWith(answer(path, event.request));
});

// A file named by its content may come from any build: other tabs go on with theirs. The page itself
// names the others, so it comes from this build alone. What the browser has thrown away comes from
// the host.
async function answer(path, request) {
  // What is asked for past all caches may have been damaged in one.
  const fresh = request.cache === "reload" && (await fetch(request).catch(() => undefined));
  if (fresh?.ok) return fresh;
  try {
    const others = isNamedByContent(path) ? (await caches.keys()).filter(isOurs) : [];
    for (const cacheName of [CACHE, ...others]) {
      const kept = await caches.match(path, { cacheName, ignoreVary: true });
      if (kept) return kept;
    }
  } catch {
    // Storage that cannot be read is storage that holds nothing.
  }
  return fetch(request);
}

// All files or none: before anything is stored, every file has come and has the bytes it should have.
// Otherwise this build is not installed, and the one before goes on.
async function storeAll() {
  const files = await Promise.all(
    Object.entries(FILES).map(async ([path, integrity]) => [path, await fetched(path, integrity)]),
  );
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(files.map(([path, response]) => cache.put(path, response)));
  } catch (cause) {
    if ((await inCharge()) !== CACHE) await caches.delete(CACHE);
    throw cause;
  }
}

// Some hosts send `index.html` elsewhere, and browsers show no page that was sent elsewhere.
function fetched(path, integrity) {
  const fetchWith = (cache) => fetch(path === PAGE ? "./" : path, { integrity, cache, redirect: "error" });
  // The bytes are checked, so whatever the browser has of a file named by its content will do.
  return isNamedByContent(path) ? fetchWith("force-cache").catch(() => fetchWith("reload")) : fetchWith("reload");
}

// The cache of the build that took charge last.
async function inCharge() {
  const noted = await caches.match("./", { cacheName: LEDGER });
  return noted?.text();
}

// Pages that are open may be of the build before, so that one is kept while any is. Builds before it,
// and those that were superseded before they took charge, go; unless a next one is on its way, whose
// cache is not told from theirs.
async function takeCharge() {
  await clients.claim();
  const names = (await caches.keys()).filter(isOurs);
  const before = await inCharge();
  await (await caches.open(LEDGER)).put("./", new Response(CACHE));
  const isOpen = (await clients.matchAll({ type: "window" })).length > 0;
  if (registration.installing || registration.waiting) return;
  const kept = isOpen ? [CACHE, before] : [CACHE];
  await Promise.all(names.filter((name) => !kept.includes(name)).map((name) => caches.delete(name)));
}
