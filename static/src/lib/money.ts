/** Money as whole minor units, written and read as people of a locale do. */

/** ISO 4217 minor units that are not 2; Intl's own figures follow CLDR's cash habits (HUF 0) and differ by engine. */
const DECIMALS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0,
  XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3, CLF: 4, UYW: 4,
};

/** Decimals of a currency's minor unit: decimalsOf("JPY") is 0, of "KWD" 3. */
export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2;
}

/** Minor units as a plain decimal text, exact: decimalText(-1250, "EUR") is "-12.50". */
export function decimalText(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const sign = minor < 0 ? "-" : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}

/** An amount as a locale writes it, with a true minus: formatMoney(-10000000, "INR", "en-IN") is "−₹1,00,000.00". */
export function formatMoney(minor: number, currency: string, locale: string): string {
  return moneyFormat(currency, locale).format(decimalText(minor, currency) as `${number}`).replace("-", "−");
}

const formats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const digits = decimalsOf(currency);
  const made = new Intl.NumberFormat(locale, {
    style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/**
 * Minor units of a typed amount, or null where it is not surely one: parseMoney("1.234,5", "EUR", "de") is 123450.
 * Group and decimal marks are told apart by where they stand; the locale decides what stays open ("1,234").
 */
export function parseMoney(text: string, currency: string, locale: string): number | null {
  const found = /^([-+−]?)(\d[\d.,]*|[.,]\d+)$/.exec(plain(text, currency, locale));
  if (found === null) return null;
  const [, sign = "", number = ""] = found;
  const parts = split(number, decimalsOf(currency), locale);
  return parts === null ? null : minorOf(parts, decimalsOf(currency), sign === "-" || sign === "−");
}

interface Parts {
  readonly whole: string;
  readonly fraction: string;
}

function plain(text: string, currency: string, locale: string): string {
  const symbols = moneyFormat(currency, locale).formatToParts(0)
    .filter((part) => part.type === "currency").map((part) => part.value);
  const narrow = [currency, ...symbols].reduce((rest, symbol) => rest.replace(symbol, ""), text);
  return narrow.replace(/\p{Nd}/gu, asciiDigit).replaceAll("٫", ".").replace(/[\s'’٬\p{Sc}\u200e\u200f]/gu, "");
}

function asciiDigit(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) ?? 0) - zero < 9) zero -= 1;
  return String((digit.codePointAt(0) ?? 0) - zero);
}

function split(number: string, decimals: number, locale: string): Parts | null {
  const mark = decimalMark(number, locale);
  const at = mark === null ? -1 : number.lastIndexOf(mark);
  const whole = at < 0 ? number : number.slice(0, at);
  const fraction = at < 0 ? "" : number.slice(at + 1);
  if (fraction.length > decimals || !isGrouped(whole, mark)) return null;
  return { whole: whole.replace(/[.,]/g, ""), fraction };
}

/** The mark that starts the decimals, or null when every mark groups digits. */
function decimalMark(number: string, locale: string): string | null {
  const marks = [...number.replace(/\d/g, "")];
  const last = marks.at(-1);
  if (last === undefined || marks.indexOf(last) !== marks.length - 1) return null;
  if (marks.length > 1) return last;
  const after = number.length - number.indexOf(last) - 1;
  const before = number.indexOf(last);
  const couldGroup = after === 3 && before >= 1 && before <= 3 && number[0] !== "0";
  return couldGroup && last !== localeMark(locale) ? null : last;
}

function localeMark(locale: string): string {
  const mark = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(1.5)
    .find((part) => part.type === "decimal")?.value;
  return mark === "," ? "," : ".";
}

/** Groups of three, or Indian ones of two before the last three; one kind of mark, not the decimal one. */
function isGrouped(whole: string, decimal: string | null): boolean {
  if (/^\d*$/.test(whole)) return true;
  const mark = whole.includes(".") ? "." : ",";
  if (mark === decimal) return false;
  const groups = whole.split(mark);
  const [first = "", ...rest] = groups;
  const last = rest.at(-1) ?? "";
  const middle = rest.slice(0, -1);
  if (last.length !== 3 || /\D/.test(groups.join(""))) return false;
  const western = first.length <= 3 && middle.every((group) => group.length === 3);
  return first.length > 0 && (western || (first.length <= 2 && middle.every((group) => group.length === 2)));
}

function minorOf(parts: Parts, decimals: number, negative: boolean): number | null {
  const minor = Number((parts.whole || "0") + parts.fraction.padEnd(decimals, "0"));
  if (!Number.isSafeInteger(minor)) return null;
  return negative && minor !== 0 ? -minor : minor;
}
