// The checksum of links, CRC-32 as in ISO-HDLC, bit by bit.

const POLYNOMIAL = 0xedb88320;

/** The checksum of bytes. */
export function crc32(bytes: Uint8Array): number {
  let checksum = 0xffffffff;
  for (const byte of bytes) {
    checksum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      checksum = checksum & 1 ? (checksum >>> 1) ^ POLYNOMIAL : checksum >>> 1;
    }
  }
  return (checksum ^ 0xffffffff) >>> 0;
}
