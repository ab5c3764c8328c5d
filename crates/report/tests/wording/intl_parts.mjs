// Writes what this node's ICU answers about the locales of the table and some others:
//   node intl_parts.mjs > intl_parts.json
// `process.versions.icu` must be the full data set, which it is in ordinary builds of node.

const table = [
  ["en-US", "USD"], ["en-GB", "GBP"], ["en-IN", "INR"], ["de-DE", "EUR"], ["de-CH", "CHF"],
  ["fr-FR", "EUR"], ["pt-BR", "BRL"], ["sv-SE", "SEK"], ["ja-JP", "JPY"], ["ar-EG", "EGP"],
];
const others = [
  ["es-ES", "EUR"], ["pt-PT", "EUR"], ["pl-PL", "PLN"], ["tr-TR", "TRY"], ["hi-IN", "INR"],
  ["nl-NL", "EUR"], ["da-DK", "DKK"], ["he-IL", "ILS"], ["fa-IR", "IRR"], ["ar-KW", "KWD"],
  ["en-US", "CAD"], ["bn-BD", "BDT"],
];

function answer([tag, code]) {
  const format = (options) => new Intl.NumberFormat(tag, options);
  const parts = (value, options) =>
    format(options).formatToParts(value).map(({ type, value }) => [type, value]);
  const currency = { style: "currency", currency: code };
  return {
    tag,
    code,
    minor_digits: format(currency).resolvedOptions().maximumFractionDigits,
    number: parts(1234567.5),
    thousand: parts(1234),
    money: parts(12, currency),
    percent: parts(0.5, { style: "percent" }),
    digits: format({ useGrouping: false }).format(9876543210),
    loss: format(currency).format(-1234567.5),
    share: format({ style: "percent", maximumFractionDigits: 1 }).format(1234.567),
  };
}

// Spaces and marks that look alike are written as escapes, so that a reviewer can tell them apart.
const ascii = (value) =>
  JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"),
  );
const section = (name, rows) =>
  ` "${name}": [\n${rows.map((row) => "  " + ascii(answer(row))).join(",\n")}\n ]`;
const { version, versions } = process;
const source = `node ${version}, ICU ${versions.icu}, CLDR ${versions.cldr}`;
console.log(`{\n "source": ${ascii(source)},\n${section("table", table)},\n${section("others", others)}\n}`);
