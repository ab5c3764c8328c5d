// Reads the bytes of a module where binaryen does not: its sections, and the data in it.

/// Sections that are read.
export const [CUSTOM, IMPORTS, CODE, DATA] = [0, 2, 10, 11];
/// Bytes before the first section: what the file is, and of which version.
const START = 8;
/// How a constant begins.
const CONSTANT = 0x41;

/// The data of a module: for each segment its address, its bytes, and their place in the section.
export function segmentsOf(bytes) {
  const section = sectionsOf(bytes).find(({ id }) => id === DATA);
  if (!section) return [];
  const reader = section.reader();
  return reader.list(() => {
    if (reader.unsigned() !== 0) throw new Error("data is not written when the module starts");
    if (reader.byte() !== CONSTANT) throw new Error("data has no constant address");
    const address = reader.signed();
    // The end of the constant.
    reader.byte();
    const size = reader.unsigned();
    const place = reader.place();
    return { address, place, bytes: reader.bytes(size) };
  });
}

/// The sections of a module; those without a meaning of their own have a name.
export function sectionsOf(bytes) {
  const reader = readerOf(bytes, 0, bytes.length);
  reader.part(START);
  const sections = [];
  while (!reader.isAtEnd()) {
    const from = reader.place();
    const id = reader.byte();
    const size = reader.unsigned();
    const start = reader.place();
    const body = reader.part(size);
    const name = id === CUSTOM ? body.text() : undefined;
    const inside = start + (name === undefined ? 0 : body.place());
    const to = start + size;
    sections.push({ id, name, from, to, reader: () => readerOf(bytes, inside, to) });
  }
  return sections;
}

/// The module without what is neither run nor names functions: what tools leave for each other.
export function withNamesOnly(bytes) {
  const kept = sectionsOf(bytes).filter(({ id, name }) => id !== CUSTOM || name === "name");
  return Buffer.concat([bytes.subarray(0, START), ...kept.map(({ from, to }) => bytes.subarray(from, to))]);
}

/// Reads numbers and texts from `start` to `end`; places count from `start`.
function readerOf(bytes, start, end) {
  let at = start;
  const number = (isSigned) => {
    let [value, shift, byte] = [0n, 0n, 0];
    do {
      byte = bytes[at++];
      value |= BigInt(byte & 0x7f) << shift;
      shift += 7n;
    } while (byte & 0x80);
    if (isSigned && byte & 0x40) value -= 1n << shift;
    return Number(value);
  };
  return {
    byte: () => bytes[at++],
    unsigned: () => number(false),
    signed: () => number(true),
    text: () => {
      const size = number(false);
      at += size;
      return new TextDecoder().decode(bytes.subarray(at - size, at));
    },
    list: (item) => Array.from({ length: number(false) }, item),
    part: (size) => {
      at += size;
      return readerOf(bytes, at - size, at);
    },
    bytes: (size) => {
      at += size;
      return bytes.subarray(at - size, at);
    },
    place: () => at - start,
    isAtEnd: () => at >= end,
  };
}
