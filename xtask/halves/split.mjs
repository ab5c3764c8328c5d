// Splits the calculator into two modules. The first is enough to draw the empty page and to reach its
// fields; the second holds all other functions and uses the memory, the tables and the changing
// globals of the first, so that the two behave as the one did.
//
// In place of each function that went to the second half and that the first may call, the first
// keeps a stub: it calls through a table of its own, which the second fills when it arrives, and
// asks for the second half where the table is still empty (see join.js).
//
// Data that the first half never reads comes with the second (see data.mjs), which needs the module as
// it was linked, with what the linker knows of it.
//
// The script that starts the first half, changed in its place, knows what it gives to either by shorter
// names.
//
//   node xtask/halves/split.mjs whole.wasm linked.wasm first-half.txt script.js first.wasm second.wasm

import { readFileSync, writeFileSync } from "node:fs";

import binaryen from "binaryen";

import { divided, readByFirst } from "./data.mjs";
import { linked } from "./linked.mjs";
import { each, functionsOf, isImported, keysOf, nameOfKey, read, withShortNames } from "./wasm.mjs";

const { i32, none } = binaryen;

/// What the second half imports all things from; the object that join.js gives.
const FIRST = "first";
/// Where the first half asks for the second.
const ASKED = { module: "second-half", name: "join" };
/// The table between the halves, and the function that gives back the place it got as soon as that
/// is filled.
const TABLE = "second-half";
const READY = "second-half-ready";
/// The table of the functions that the first half hands on: exports would take twice the bytes.
const HANDED_ON = "functions";
/// The one memory, as the compiler names it.
const MEMORY = "0";

const [wholePath, linkedPath, listPath, scriptPath, firstPath, secondPath] = process.argv.slice(2);
const bytes = readFileSync(wholePath);
const whole = read(bytes);
const own = functionsOf(whole).filter((info) => !isImported(info));
const cold = coldOnes(keysOf(whole), new Set(readFileSync(listPath, "utf8").split("\n")));
if (cold.size === own.length) throw new Error(`none of the functions has a name that is in ${listPath}`);
const stubs = coldOnesCalledByFirst().sort(byType);
const second = secondHalf();
const first = firstHalf(second);
optimize(first, firstPath);
optimize(second.module, secondPath);
const laterBytes = divideData();
write(first, firstPath);
write(second.module, secondPath);
writeFileSync(scriptPath, withShortNames(readFileSync(scriptPath, "utf8"), bytes));
console.log(`${own.length - cold.size} functions at first, ${cold.size} later, ${stubs.length} stubs.`);
console.log(`${laterBytes} bytes of data come later.`);

/// Names of the functions that are not in the list.
///
/// Where none of several functions of one name is what was recorded, all of them count as listed: the
/// list may be of another compiler.
function coldOnes(keys, list) {
  const known = new Set(keys.filter((key) => list.has(key)).map(nameOfKey));
  const unknown = new Set([...list].map(nameOfKey).filter((name) => !known.has(name)));
  const isListed = (key) => list.has(key) || unknown.has(nameOfKey(key));
  return new Set(own.filter((_, place) => !isListed(keys[place])).map((info) => info.name));
}

/// Cold functions that the first half can reach. What only cold functions use becomes cold on the
/// way, whatever the list says.
function coldOnesCalledByFirst() {
  for (;;) {
    const module = read(bytes);
    empty(module);
    const left = new Set(functionsOf(module).map((info) => info.name));
    const unused = own.filter((info) => !cold.has(info.name) && !left.has(info.name));
    for (const info of unused) cold.add(info.name);
    if (unused.length === 0) return own.filter((info) => cold.has(info.name) && left.has(info.name));
  }
}

/// Takes the bodies of cold functions away, and all that then has no use.
function empty(module) {
  replaceBodies(module, cold);
  module.runPasses(["remove-unused-module-elements"]);
}

/// The second half, with what it imports from the first.
function secondHalf() {
  const module = read(bytes);
  const kept = own.map((info) => info.name).filter((name) => !cold.has(name));
  replaceBodies(module, kept);
  const tables = tablesOf(module);
  const globals = globalsOf(module).filter((info) => info.mutable);
  removeRoots(module);

  module.addTable(TABLE, stubs.length, stubs.length);
  const names = stubs.map((info) => info.name);
  module.addActiveElementSegment(TABLE, "stubs", names, module.i32.const(0));
  module.addTableImport(TABLE, FIRST, TABLE);
  setData(module, []);
  module.addMemoryImport(MEMORY, FIRST, "memory", false);
  for (const { name } of tables) module.addTableImport(name, FIRST, tableExport(name));
  for (const { name, type } of globals) module.addGlobalImport(name, FIRST, globalExport(name), type, true);
  module.runPasses(["remove-unused-module-elements"]);

  const imports = functionsOf(module)
    .filter((info) => !cold.has(info.name) && !isImported(info))
    .sort(byName);
  imports.forEach((info, place) => {
    module.removeFunction(info.name);
    module.addFunctionImport(info.name, FIRST, handedOn(place), info.params, info.results);
  });
  module.runPasses(["reorder-functions-by-name"]);
  return {
    module,
    imports,
    tables: tablesOf(module).filter((info) => info.name !== TABLE),
    globals: globalsOf(module).filter((info) => isImported(info)),
  };
}

/// The first half: all that is not cold, stubs for what it calls of the rest, and exports of what
/// the second half imports.
function firstHalf({ imports, tables, globals }) {
  const module = read(bytes);
  module.addTable(HANDED_ON, imports.length, imports.length);
  const names = imports.map((info) => info.name);
  module.addActiveElementSegment(HANDED_ON, HANDED_ON, names, module.i32.const(0));
  module.addTableExport(HANDED_ON, HANDED_ON);
  for (const { name } of tables) module.addTableExport(name, tableExport(name));
  for (const { name } of globals) module.addGlobalExport(name, globalExport(name));
  // Bodies come last, so that no stub is optimized away before it has one.
  for (const { name } of stubs) module.addFunctionExport(name, `stub ${name}`);
  empty(module);
  module.runPasses(["reorder-functions-by-name"]);
  for (const { name } of stubs) module.removeExport(`stub ${name}`);

  module.addFunctionImport(ASKED.name, ASKED.module, ASKED.name, none, none);
  module.addTable(TABLE, stubs.length, stubs.length);
  module.addTableExport(TABLE, TABLE);
  const place = module.local.get(0, i32);
  const isAbsent = module.ref.is_null(module.table.get(TABLE, place, binaryen.funcref));
  const ask = module.if(isAbsent, module.call(ASKED.name, [], none));
  const ready = module.block(null, [ask, module.local.get(0, i32)], i32);
  module.addFunction(READY, binaryen.createType([i32]), i32, [], ready);
  stubs.forEach(({ name, params, results }, position) => {
    const target = module.call(READY, [module.i32.const(position)], i32);
    const values = binaryen.expandType(params).map((type, index) => module.local.get(index, type));
    const call = module.call_indirect(TABLE, target, values, params, results);
    module.removeFunction(name);
    module.addFunction(name, params, results, [], call);
  });
  return module;
}

/// Stubs of one type differ in one number.
function byType(one, other) {
  const [type, otherType] = [one, other].map(({ params, results }) =>
    [params, results].map((all) => binaryen.expandType(all).join()).join(" "),
  );
  if (type === otherType) return byName(one, other);
  return type < otherType ? -1 : 1;
}

/// Functions of one thing are alike. Beside each other they shrink better than by how often they are
/// called.
function byName(one, other) {
  return one.name < other.name ? -1 : 1;
}

/// Makes what only these functions would do unreachable.
function replaceBodies(module, names) {
  for (const name of names) binaryen.Function.setBody(module.getFunction(name), module.unreachable());
}

/// Takes away what keeps functions alive that nothing calls.
function removeRoots(module) {
  const exports = each(module.getNumExports(), (place) => binaryen.getExportInfo(module.getExportByIndex(place)).name);
  for (const name of exports) module.removeExport(name);
  const segments = each(
    module.getNumElementSegments(),
    (place) => binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(place)).name,
  );
  for (const name of segments) module.removeElementSegment(name);
}

function tablesOf(module) {
  return each(module.getNumTables(), (place) => binaryen.getTableInfo(module.getTableByIndex(place)));
}

function globalsOf(module) {
  return each(module.getNumGlobals(), (place) => binaryen.getGlobalInfo(module.getGlobalByIndex(place)));
}

/// Names of what the first half hands on.
function handedOn(place) {
  return place.toString(36);
}

function tableExport(name) {
  return `table ${name}`;
}

function globalExport(name) {
  return `global ${name}`;
}

/// Gives each half its data. The number of bytes that come with the second.
function divideData() {
  const linkedBytes = readFileSync(linkedPath);
  const left = linked(linkedBytes);
  // The linker was not asked, as in a build without `cargo xtask dist`: all data comes at first.
  if (!left) return 0;
  const names = own.map((info) => info.name);
  setData(first, []);
  const read = readByFirst(left, names, names.filter((name) => !cold.has(name)), first.emitText());
  const data = divided(bytes, linkedBytes, left.data, read);
  setData(first, data.first);
  setData(second.module, data.second);
  return data.second.reduce((sum, piece) => sum + piece.bytes.length, 0);
}

/// Replaces the data of a module.
function setData(module, pieces) {
  const memory = module.getMemoryInfo(MEMORY);
  const segments = pieces.map(({ address, bytes }) => ({ offset: module.i32.const(address), data: bytes }));
  module.setMemory(memory.initial, memory.max ?? -1, null, segments, false, false, MEMORY);
  if (memory.module) module.addMemoryImport(MEMORY, memory.module, memory.base, false);
}

/// Makes a half as small as it gets, without names.
function optimize(module, path) {
  if (!module.validate()) throw new Error(`${path} would be no valid module`);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setLowMemoryUnused(true);
  binaryen.setDebugInfo(false);
  module.optimize();
  module.runPasses(["strip-debug", "strip-producers", "strip-target-features"]);
}

function write(module, path) {
  if (!module.validate()) throw new Error(`${path} would be no valid module`);
  writeFileSync(path, module.emitBinary());
}
