
// The second half of the calculator (see xtask/halves/split.mjs) is fetched after the first paint, or
// at once by whatever needs it earlier. To join twice changes nothing: it has no memory of its own, and
// writes only data that nothing else writes.
// Without it the page can do no more than it has done, so it says that it has stopped.
const SECOND_HALF = new URL("groundwork_second.wasm", import.meta.url);
const SECOND_HALF_INTEGRITY = "INTEGRITY";
let isJoined = false;
let whyStopped;

// A case that is kept, or in the address (as every part that is embedded), is shown as soon as the page is, which takes both halves.
const together = hasCase() ? fetchSecondHalf() : undefined;
// Whoever waits for it hears of its failure.
together?.catch(() => {});

function hasCase() {
  if ("embedded" in document.documentElement.dataset) return true;
  if (/^#case(=|%3D)/i.test(location.hash)) return true;
  try {
    const isPreview = sessionStorage.getItem("groundwork:tab-preview") !== null;
    return isPreview || localStorage.getItem("groundwork:index") !== null;
  } catch {
    return false;
  }
}

async function fetchSecondHalf(cache = "default") {
  const response = await fetch(SECOND_HALF, { integrity: SECOND_HALF_INTEGRITY, cache });
  return response.arrayBuffer();
}

// What the second half imports: functions of the host as the first does, and what the first hands on,
// functions by their place in its table.
function given(first) {
  const imports = { ...__wbg_get_imports(), first: { ...first } };
  for (let place = 0; place < first.functions.length; place += 1) {
    imports.first[place.toString(36)] = first.functions.get(place);
  }
  return imports;
}

function join(arriving, first) {
  const joined = async (bytes) => {
    await WebAssembly.instantiate(await bytes, given(first));
    isJoined = true;
  };
  // What a cache gave may be damaged, so the second time the host is asked.
  return joined(arriving).catch(() => joined(fetchSecondHalf("reload")));
}

// If it does not arrive, the page is not started, as if the first half had not arrived.
async function joinBeforeStart(first) {
  if (together) await join(together, first);
}

async function joinAfterPaint() {
  try {
    if (!isJoined) await join(fetchSecondHalf(), wasm);
  } catch (cause) {
    if (!isJoined) stop(cause);
  }
  // From here on the page has time for what is not urgent.
  if (isJoined) dispatchEvent(new Event("groundwork:whole"));
}

// A function is waited for: only a request that blocks can bring it.
function joinNow() {
  if (whyStopped) throw whyStopped;
  try {
    const request = new XMLHttpRequest();
    request.open("GET", SECOND_HALF, false);
    // Bytes as characters: a request that blocks gives nothing but text.
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new Error(`the host answered ${request.status}`);
    const bytes = Uint8Array.from(request.responseText, (character) => character.charCodeAt(0));
    new WebAssembly.Instance(new WebAssembly.Module(bytes), given(wasm));
    isJoined = true;
  } catch (cause) {
    throw stop(cause);
  }
}

// Told as an error of the calculator, for which start.js has words.
function stop(cause) {
  if (!whyStopped) {
    whyStopped = new WebAssembly.RuntimeError("the second half of the calculator did not arrive", { cause });
    // What could not be kept must not be taken.
    document.getElementById("page").inert = true;
    reportError(whyStopped);
  }
  return whyStopped;
}

addEventListener("TrunkApplicationStarted", () => requestAnimationFrame(() => setTimeout(joinAfterPaint)), { once: true });
