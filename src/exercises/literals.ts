/** Python literals: the values that parameters can have, read from source text. */

export interface NumberLiteral {
  readonly kind: 'integer' | 'float';
  readonly value: number;
}

const DIGITS = '\\d(?:_?\\d)*';
const FLOAT = new RegExp(
  `^(?:${DIGITS}\\.(?:${DIGITS})?|\\.${DIGITS}|${DIGITS}(?=e))(?:e[+-]?${DIGITS})?$`,
  'i',
);
const INTEGER = /^(?:0(?:_?0)*|[1-9](?:_?\d)*|0x(?:_?[\da-f])+|0o(?:_?[0-7])+|0b(?:_?[01])+)$/i;

/**
 * Reads an unsigned Python number.
 *
 * @returns undefined for complex numbers, for integers a float64 cannot hold exactly and for anything else.
 */
export function readNumber(text: string): NumberLiteral | undefined {
  const plain = text.replaceAll('_', '');
  if (INTEGER.test(text)) {
    const value = Number(plain);
    return Number.isSafeInteger(value) ? { kind: 'integer', value } : undefined;
  }
  return FLOAT.test(text) ? { kind: 'float', value: Number(plain) } : undefined;
}

const SPECIAL: Readonly<Record<string, number>> = { inf: Infinity, infinity: Infinity, nan: NaN };

/** Reads what `float(…)` takes for a value that has no literal: `inf`, `-Infinity`, `nan`. */
export function readSpecialFloat(text: string): number | undefined {
  const [, sign, word = ''] = /^\s*([+-]?)(\w+)\s*$/.exec(text) ?? [];
  const value = Object.hasOwn(SPECIAL, word.toLowerCase()) ? SPECIAL[word.toLowerCase()] : undefined;
  return value === undefined ? undefined : sign === '-' ? -value : value;
}

/**
 * The value of a Python string literal.
 *
 * @returns undefined for bytes, formatted strings and named characters (`\N{…}`).
 */
export function readString(text: string): string | undefined {
  const match = /^(u|r)?("""|'''|"|')([^]*)\2$/i.exec(text);
  if (!match) return undefined;
  const [, prefix = '', , body = ''] = match;
  const normalized = body.replace(/\r\n?/g, '\n');
  return prefix.toLowerCase() === 'r' ? normalized : unescape(normalized);
}

const HEX = '[\\da-fA-F]';
const ESCAPE = new RegExp(
  `\\\\(?:\\n|([\\\\'"abfnrtv])|([0-7]{1,3})|x(${HEX}{2})|u(${HEX}{4})|U(${HEX}{8})|(N\\{|[xuU]))`,
  'g',
);
const CONTROL: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function unescape(body: string): string | undefined {
  let isReadable = true;
  const value = body.replace(ESCAPE, (...match: (string | undefined)[]) => {
    const [whole, simple, octal, hex, short, long, unreadable] = match;
    const code = octal === undefined ? parseInt(hex ?? short ?? long ?? '', 16) : parseInt(octal, 8);
    if (unreadable !== undefined || code > 0x10ffff) isReadable = false;
    if (whole === '\\\n' || !isReadable) return '';
    return simple === undefined ? String.fromCodePoint(code) : (CONTROL[simple] ?? simple);
  });
  return isReadable ? value : undefined;
}
