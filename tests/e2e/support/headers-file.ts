// The headers a build asks its host for, read from its `_headers`.

import { readFileSync } from "node:fs";

/** Values by the name of the header in lower case, one for each pattern that names it. */
export type Headers = Map<string, string[]>;

const FILE = new URL("../../../dist/_headers", import.meta.url);

/** What `_headers` says about the file at `path`, such as `/index.html`. */
export function headersFor(path: string): Headers {
  const headers: Headers = new Map();
  let fits = false;
  for (const line of readFileSync(FILE, "utf8").split("\n").filter((line) => line !== "")) {
    if (!line.startsWith(" ")) {
      fits = line === "/*" || line === path;
      continue;
    }
    if (!fits) continue;
    const [, name, value] = /^ +([^:]+): (.*)$/.exec(line)!;
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
  }
  return headers;
}

/** The directives of a policy, each as it is written. */
export function directives(policy: string): string[] {
  return policy.split(";").map((directive) => directive.trim());
}
