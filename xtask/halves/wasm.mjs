// What the scripts beside this one know about the module they read.

import { createHash } from "node:crypto";

import binaryen from "binaryen";

import { withNamesOnly } from "./binary.mjs";

const { Features } = binaryen;

// What the compiler uses and current browsers have; see the list of the module's own features.
const FEATURES =
  Features.MutableGlobals |
  Features.NontrappingFPToInt |
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.SignExt |
  Features.ReferenceTypes |
  Features.CallIndirectOverlong |
  Features.Multivalue;

/// Reads a module with its names. The functions that the host gives get short ones: theirs hold
/// digests, which take many bytes, and are known to the script alone.
export function read(bytes) {
  const module = binaryen.readBinary(withNamesOnly(bytes));
  module.setFeatures(FEATURES);
  for (const { name, module: from, params, results, short } of given(module)) {
    module.addFunctionImport(name, from, short, params, results);
  }
  return module;
}

/// The script that gives the host's functions to what was `read` from these bytes.
export function withShortNames(script, bytes) {
  const names = new Map(given(binaryen.readBinary(withNamesOnly(bytes))).map(({ base, short }) => [base, short]));
  const found = new Set();
  const changed = script.replace(/^ +(\w+)(?=: function)/gm, (line, name) => {
    if (names.has(name)) found.add(name);
    return names.get(name) ?? line;
  });
  const missing = [...names.keys()].filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`the script does not give ${missing.join(", ")}`);
  return changed;
}

/// The functions that the host gives.
function given(module) {
  return functionsOf(module)
    .filter(isImported)
    .map((info, place) => ({ ...info, short: `$${place.toString(36)}` }));
}

/// How each function of the module's own is called in the list, in their order: its name and, where
/// several have that name, a digest of its type and of the names it calls.
export function keysOf(module) {
  const own = functionsOf(module).filter((info) => !isImported(info));
  const counts = new Map();
  for (const info of own) counts.set(nameInList(info.name), (counts.get(nameInList(info.name)) ?? 0) + 1);
  const texts = module.emitText().split("\n (func ").slice(1);
  if (texts.length !== own.length) throw new Error("the text of the module has another number of functions");
  return own.map(({ name, params, results }, place) => {
    const key = nameInList(name);
    if (counts.get(key) === 1) return key;
    const called = [...texts[place].matchAll(/\(call \$(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)];
    const names = [...new Set(called.map(([, quoted, plain]) => nameInList(quoted ?? plain)))].sort();
    const types = [params, results].map((type) => binaryen.expandType(type).join());
    return `${key} #${createHash("sha256").update([...types, ...names].join("\n")).digest("hex").slice(0, 8)}`;
  });
}

/// The name in a line of the list.
export function nameOfKey(key) {
  return key.replace(/ #[0-9a-f]{8}$/, "");
}

/// All functions, imported ones included.
export function functionsOf(module) {
  return each(module.getNumFunctions(), (place) => binaryen.getFunctionInfo(module.getFunctionByIndex(place)));
}

/// Whether the function comes from elsewhere.
export function isImported(info) {
  return Boolean(info.base);
}

/// The name without what changes from one build to the next: hashes, and numbers that tell functions
/// of one name apart.
function nameInList(name) {
  return name
    .replace(/::h[0-9a-f]{16}/g, "")
    .replace(/\[[0-9a-f]{16}\]/g, "")
    .replace(/_\d+$/, "")
    // What has no name has a number, which is another one in the next build.
    .replace(/^\d+$/, "unnamed");
}

/// What `at` gives for 0, 1 and so on below `count`.
export function each(count, at) {
  return Array.from({ length: count }, (_, place) => at(place));
}
