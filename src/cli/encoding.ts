/** The text of a file in the encoding that it says it has, as Python reads it: UTF-8 where it says nothing. */

import { UsageError } from './usage.ts';

/** Byte order marks, by the encoding that they stand for. */
const MARKS: readonly (readonly [encoding: string, ...bytes: number[]])[] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

/** A comment in one of the first two lines: `# -*- coding: gbk -*-` (PEP 263). */
const DECLARATION = /^(?:[ \t\f]*(?:#.*)?\r?\n?)?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/** Python's names for encodings that the web calls otherwise. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  u8: 'utf-8',
  utf: 'utf-8',
  'utf-8-sig': 'utf-8',
  latin: 'iso-8859-1',
  'latin-1': 'iso-8859-1',
  l1: 'iso-8859-1',
  cp936: 'gbk',
  hz: 'gbk',
  cp950: 'big5',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp932: 'shift_jis',
  mskanji: 'shift_jis',
  'shift-jis': 'shift_jis',
  'iso2022-jp': 'iso-2022-jp',
};

/**
 * @param declares whether a line of the text may name its encoding: in Python it may.
 * @throws UsageError when the bytes are no text in that encoding, or it is unknown.
 */
export function decodeText(path: string, bytes: Uint8Array, declares: boolean): string {
  const marked = MARKS.find(([, ...mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  if (marked === undefined && bytes.includes(0)) throw new UsageError(`${path} is a binary file, not text`);
  const declared = declares && marked === undefined ? declaredEncoding(bytes) : undefined;
  const decoder = decoderFor(path, marked ?? declared ?? 'utf-8');
  try {
    return decoder.decode(bytes);
  } catch {
    throw new UsageError(
      `${path} is not ${declared ?? (marked ?? 'utf-8').toUpperCase()} text${declares && declared === undefined ? HINT : ''}`,
    );
  }
}

const HINT = ': save it as UTF-8, or name its encoding in the first line, such as # -*- coding: gbk -*-';

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  return DECLARATION.exec(head)?.[1];
}

function decoderFor(path: string, name: string): TextDecoder {
  const known = name.toLowerCase().replaceAll('_', '-');
  const label = Object.hasOwn(OTHER_NAMES, known)
    ? (OTHER_NAMES[known] ?? known)
    : known.replace(/^cp(125\d)$/, 'windows-$1');
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new UsageError(`${path} declares the encoding ${name}, which is not known here: save it as UTF-8`);
  }
}
