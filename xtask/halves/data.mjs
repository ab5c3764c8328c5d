// Divides the data of the calculator: what the first half may read comes with it, and what else nothing
// ever writes to comes with the second half.
//
// What the first half may read is not guessed. It is what its functions referred to when they were
// linked, with all that became part of them since; and, because code moves when it is optimized, what
// any number in the finished first half can stand for; and all that such data refers to.

import { segmentsOf } from "./binary.mjs";

/// As many bytes between two pieces cost less than another piece.
const GAP = 16;
/// What a name ends with when it is linked, and when it is shown: only the digest stays the same.
const WHEN_LINKED = /17h([0-9a-f]{16})E$/;
const WHEN_SHOWN = /::h([0-9a-f]{16})(_\d+)?$/;

/// The data that the first half may read, of what the linker left.
///
/// `names` are those of all functions after they were optimized, `first` those of the first half,
/// `text` is the finished first half, without data.
export function readByFirst({ functions, data, values }, names, first, text) {
  const read = new Set();
  const waiting = [];
  const add = (one) => {
    if (read.has(one)) return;
    read.add(one);
    waiting.push(one);
  };
  const left = new Set(names.map((name) => WHEN_SHOWN.exec(name)?.[1] ?? name));
  const inFirst = new Set(first.map((name) => WHEN_SHOWN.exec(name)?.[1] ?? name));
  for (const one of functions) if (one.names.some((name) => inFirst.has(digestOf(name) ?? name))) add(one);
  for (const one of data) if (!one.isReadOnly) add(one);
  for (const number of numbersIn(text)) {
    for (const one of values.get(number) ?? []) add(one);
    for (const one of data) if (one.address <= number && number < one.address + one.size) add(one);
  }
  // A function that cannot be found again counts as part of whatever refers to it. One that can has its
  // own place in one of the halves; where its code was copied as well, its numbers were, too.
  const isFound = (one) => one.names.some((name) => left.has(digestOf(name)));
  while (waiting.length > 0) {
    const one = waiting.pop();
    for (const other of one.data) add(other);
    for (const other of one.functions) if (!isFound(other)) add(other);
  }
  return data.filter((one) => read.has(one));
}

/// The data of the `whole` as pieces for each half, which together write what its own would.
///
/// # Errors
///
/// When the `linked` module has other data, and so is not what the whole was made of.
export function divided(whole, linked, data, readByFirst) {
  const end = Math.max(...segmentsOf(linked).map(({ address, bytes }) => address + bytes.length));
  const image = written(segmentsOf(whole), end);
  if (!image.equals(written(segmentsOf(linked), end))) throw new Error("the linked module is another one");
  const isFixed = new Uint8Array(end);
  for (const one of data) if (one.isReadOnly) isFixed.fill(1, one.address, one.address + one.size);
  const isLater = isFixed.slice();
  for (const one of readByFirst) isLater.fill(0, one.address, one.address + one.size);
  // Memory is zero where nothing is written.
  const first = (address) => image[address] !== 0 && !isLater[address];
  const second = (address) => image[address] !== 0 && isLater[address];
  const halves = {
    first: pieces(image, first, () => true),
    second: pieces(image, second, (address) => isFixed[address]),
  };
  if (!image.equals(written([...halves.first, ...halves.second], end))) {
    throw new Error("the halves would not write the data of the whole");
  }
  return halves;
}

/// What is `wanted` of the image, with gaps that may be written as well.
function pieces(image, wanted, mayBeWritten) {
  const found = [];
  let start;
  let end;
  for (let address = 0; address < image.length; address += 1) {
    if (wanted(address)) {
      start ??= address;
      end = address + 1;
    } else if (start !== undefined && (address - end >= GAP || !mayBeWritten(address))) {
      found.push({ address: start, bytes: image.subarray(start, end) });
      start = undefined;
    }
  }
  if (start !== undefined) found.push({ address: start, bytes: image.subarray(start, end) });
  return found;
}

/// Memory up to `end` as `pieces` leave it.
function written(pieces, end) {
  const memory = Buffer.alloc(end);
  for (const { address, bytes } of pieces) memory.set(bytes, address);
  return memory;
}

function digestOf(name) {
  return WHEN_LINKED.exec(name)?.[1];
}

/// All numbers of some code that may be an address, or hold one or two.
function numbersIn(text) {
  const numbers = new Set();
  for (const [, small, large, offset] of text.matchAll(/i32\.const (-?\d+)|i64\.const (-?\d+)|offset=(\d+)/g)) {
    if (large === undefined) numbers.add(Number(small ?? offset) >>> 0);
    else for (const part of [BigInt(large), BigInt(large) >> 32n]) numbers.add(Number(BigInt.asUintN(32, part)));
  }
  return numbers;
}
