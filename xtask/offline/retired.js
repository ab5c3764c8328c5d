// What `cargo xtask serve` has in place of the service worker: a page that is being changed is not kept,
// and one that was kept at this address makes way for it.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(retire()));

async function retire() {
  const ledger = `groundwork ${new URL(registration.scope).pathname}`;
  const names = (await caches.keys()).filter((name) => name === ledger || name.startsWith(`${ledger} `));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
  for (const page of await clients.matchAll({ type: "window" })) page.navigate(page.url);
}
