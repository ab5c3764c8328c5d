// What works before the page does, and when it cannot: the chosen colors at the first paint, and
// words and the last saved case where the calculator does not arrive or stops.
{
  // Embedded in somebody else's page, it has nothing to do with what is kept here.
  const isEmbedded = "embedded" in document.documentElement.dataset;
  const read = (storage, key) => {
    if (isEmbedded) return null;
    try {
      return window[storage].getItem("groundwork:" + key);
    } catch {
      return null;
    }
  };
  const parse = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };

  const theme = parse(read("localStorage", "preferences"))?.theme;
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

  // The case alone where it can be told from what was stored with it, else the text as it is.
  const offerSaved = () => {
    const id = read("sessionStorage", "tab-case") ?? read("localStorage", "index");
    // What was typed and not kept yet comes before what is kept.
    const text = window.groundworkUnsaved ?? read("localStorage", "case:" + id);
    if (!text) return;
    const saved = parse(text)?.case;
    const file = new Blob([saved ? JSON.stringify(saved, null, 2) : text], { type: "application/json" });
    for (const link of document.querySelectorAll("[data-saved]")) {
      link.href = URL.createObjectURL(file);
      link.hidden = false;
    }
  };
  // A page that has stopped is in nobody's way: the next build takes over as soon as there is one, and
  // the next reload brings it.
  const makeWay = async () => {
    const builds = await navigator.serviceWorker?.getRegistration();
    const ask = () => {
      for (const worker of [builds.installing, builds.waiting]) worker?.postMessage("take over");
    };
    if (!builds) return;
    builds.addEventListener("updatefound", ask);
    ask();
    await builds.update();
  };
  // A page that has stopped cannot close what stands over its last words, and keeps nothing more.
  const stopped = () => {
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.remove();
    offerSaved();
    if (!document.getElementById("crash").hidden) {
      document.getElementById("page").inert = true;
      const isKept = window.groundworkUnsaved === undefined;
      for (const words of document.querySelectorAll("[data-kept]")) words.hidden = !isKept;
      for (const words of document.querySelectorAll("[data-unsaved]")) words.hidden = isKept;
    }
    makeWay().catch(() => {});
  };
  const show = (id) => {
    const place = document.getElementById(id);
    if (!place?.hidden) return;
    place.hidden = false;
    stopped();
  };
  const hear = ({ type, target, error, reason }) => {
    const wait = document.getElementById("wait");
    const cause = error ?? reason;
    if (wait) {
      // A style that does not arrive keeps nobody from computing.
      if (target !== window && target.tagName !== "SCRIPT") return;
      wait.hidden = true;
      show("failed");
    } else if (cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError) show("crash");
  };
  addEventListener("error", hear, true);
  addEventListener("unhandledrejection", hear);
  // A panic shows the words itself.
  addEventListener("groundwork:crash", stopped);
}
