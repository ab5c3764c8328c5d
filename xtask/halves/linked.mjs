// Reads what the linker leaves in a module when it is asked to (`--emit-relocs`): what each function
// and each piece of data refers to. "Linking.md" of WebAssembly's tool conventions is the format.

import { CODE, DATA, IMPORTS, sectionsOf, segmentsOf } from "./binary.mjs";

/// The version of the format.
const VERSION = 2;
/// Parts of the section `linking`.
const [SEGMENTS, SYMBOLS] = [5, 8];
/// Kinds of symbols.
const [OF_FUNCTION, OF_DATA, OF_SECTION] = [0, 1, 3];
/// What a symbol may say of itself.
const [UNDEFINED, NAMED, ABSOLUTE] = [0x10, 0x40, 0x200];
/// Kinds of references: to a function by its index or by its place in the table, to an address, and
/// those that name neither functions nor data.
const FUNCTIONS = [0, 1, 2];
const ADDRESSES = [3, 4, 5];
const OTHERS = [6, 7, 10, 13, 20];
/// Where the linker puts what nothing writes to.
const READ_ONLY = ".rodata";

/// Functions and data of a linked module; nothing where the linker was not asked.
///
/// A function has `names`; data has an `address`, a `size`, and is `isReadOnly` where nothing writes to
/// it. Both have the `functions` and the `data` they refer to. In `values` is which data each number
/// stands for that the linker wrote: it may be beside it, as the end of a list is.
export function linked(bytes) {
  const sections = sectionsOf(bytes);
  const linking = sections.find(({ name }) => name === "linking");
  if (!linking) return undefined;
  const { symbols, segmentNames } = linkingOf(linking.reader());
  const segments = segmentsOf(bytes);
  const functions = bodiesOf(sections);
  for (const { index, name } of symbols.filter(({ kind }) => kind === OF_FUNCTION)) {
    functions.get(index)?.names.push(name);
  }
  const data = symbols.filter(({ segment }) => segment !== undefined);
  for (const one of data) {
    const { address, place } = segments[one.segment];
    one.address = address + one.offset;
    one.start = place + one.offset;
    one.end = one.start + one.size;
    one.isReadOnly = segmentNames[one.segment] === READ_ONLY;
    one.functions = new Set();
    one.data = new Set();
  }

  const values = new Map();
  const refer = (from, { type, index, addend }) => {
    const symbol = symbols[index];
    if (FUNCTIONS.includes(type)) {
      // What the host gives refers to nothing.
      if (functions.has(symbol.index)) from.functions.add(functions.get(symbol.index));
    } else if (ADDRESSES.includes(type)) {
      // Other addresses are the linker's own: of the stack, of the heap.
      if (symbol.address === undefined) return;
      from.data.add(symbol);
      const value = symbol.address + addend;
      if (!values.has(value)) values.set(value, new Set());
      values.get(value).add(symbol);
    } else if (!OTHERS.includes(type)) throw new Error(`the linker left a reference of kind ${type}`);
  };
  const bodies = [...functions.values()];
  for (const reference of referencesIn(sections, CODE)) refer(lastBefore(bodies, reference.offset), reference);
  for (const reference of referencesIn(sections, DATA)) {
    const holders = data.filter(({ start, end }) => start <= reference.offset && reference.offset < end);
    if (holders.length === 0) throw new Error("data that has no name refers to something");
    for (const holder of holders) refer(holder, reference);
  }
  return { functions: bodies, data, values };
}

/// Symbols, and the names of segments, in their order.
function linkingOf(reader) {
  const version = reader.unsigned();
  if (version !== VERSION) throw new Error(`the linker wrote version ${version} of its format, not ${VERSION}`);
  const found = { symbols: [], segmentNames: [] };
  while (!reader.isAtEnd()) {
    const kind = reader.byte();
    const part = reader.part(reader.unsigned());
    if (kind === SYMBOLS) found.symbols = part.list(() => symbolOf(part));
    if (kind === SEGMENTS) {
      found.segmentNames = part.list(() => {
        const name = part.text();
        // Its alignment and what it says of itself.
        part.unsigned();
        part.unsigned();
        return name;
      });
    }
  }
  return found;
}

function symbolOf(reader) {
  const kind = reader.byte();
  const flags = reader.unsigned();
  const isDefined = !(flags & UNDEFINED);
  if (kind === OF_SECTION) return { kind, section: reader.unsigned() };
  if (kind !== OF_DATA) {
    const index = reader.unsigned();
    return { kind, index, name: isDefined || flags & NAMED ? reader.text() : undefined };
  }
  const name = reader.text();
  if (!isDefined) return { kind, name };
  const [segment, offset, size] = [reader.unsigned(), reader.unsigned(), reader.unsigned()];
  return flags & ABSOLUTE ? { kind, name } : { kind, name, segment, offset, size };
}

/// The functions of a module's own by their index, with the place of their code in its section.
function bodiesOf(sections) {
  const imported = importedFunctions(sections.find(({ id }) => id === IMPORTS).reader());
  const reader = sections.find(({ id }) => id === CODE).reader();
  const bodies = reader.list(() => {
    const size = reader.unsigned();
    const start = reader.place();
    reader.part(size);
    return { start, names: [], functions: new Set(), data: new Set() };
  });
  return new Map(bodies.map((body, place) => [imported + place, body]));
}

function importedFunctions(reader) {
  const imports = reader.list(() => {
    // From where, and what.
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind !== 0) throw new Error(`the linked module imports something of kind ${kind}`);
    reader.unsigned();
  });
  return imports.length;
}

/// The references from one section, in their order.
function referencesIn(sections, id) {
  return sections
    .filter(({ name }) => name?.startsWith("reloc."))
    .flatMap((section) => {
      const reader = section.reader();
      if (sections[reader.unsigned()].id !== id) return [];
      return reader.list(() => {
        const [type, offset, index] = [reader.byte(), reader.unsigned(), reader.unsigned()];
        return { type, offset, index, addend: ADDRESSES.includes(type) ? reader.signed() : 0 };
      });
    });
}

/// The last of `parts` that does not start after `offset`.
function lastBefore(parts, offset) {
  let [low, high] = [0, parts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (parts[middle].start <= offset) low = middle;
    else high = middle;
  }
  return parts[low];
}
