// Links to cases as others send them: whole, cut, damaged, newer, and made to do harm.

import { deflateRawSync, inflateRawSync } from "node:zlib";

import { crc32 } from "./crc32";

/** The fragment of a link to any text, whether that is a case or not. */
export function fragmentOf(text: string, version = "1"): string {
  const deflated = deflateRawSync(Buffer.from(text), { level: 9 });
  const checksum = crc32(deflated).toString(16).padStart(8, "0");
  return `#case=${version}.${deflated.toString("base64url")}.${checksum}`;
}

/** What a link holds, as text. */
export function contentOf(link: string): string {
  const [, held] = link.slice(link.indexOf("#case=")).split(".");
  return inflateRawSync(Buffer.from(held!, "base64url")).toString("utf8");
}

/** A case file with these fields after its header. */
export function caseText(fields: object): string {
  return JSON.stringify({ format: "groundwork-case", version: 1, ...fields });
}
