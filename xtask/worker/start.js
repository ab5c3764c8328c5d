// Starts the worker: its WebAssembly is checked on arrival, and the page is told when it did not come.
__wbg_init({ module_or_path: fetch(new URL("worker_bg.wasm", import.meta.url), { integrity: "INTEGRITY" }) }).catch(
  () => postMessage(["absent"]),
);
