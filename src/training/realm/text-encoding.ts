/** `TextEncoder` and `TextDecoder` as the interpreter uses them: they belong to the web platform, not to ECMAScript. */

const REPLACEMENT = 0xfffd;
/** Code units handed to `String.fromCharCode` at once. */
const CHUNK = 8192;

/** UTF-8 length of a UTF-16 string, lone surrogates counted as U+FFFD. */
function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (isPair(text, i)) {
      length += 4;
      i++;
    } else length += 3;
  }
  return length;
}

function isPair(text: string, index: number): boolean {
  const high = text.charCodeAt(index);
  const low = text.charCodeAt(index + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}

function putCodePoint(target: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    target[at] = code;
    return at + 1;
  }
  if (code < 0x800) {
    target[at] = 0xc0 | (code >> 6);
    target[at + 1] = 0x80 | (code & 63);
    return at + 2;
  }
  if (code < 0x10000) {
    target[at] = 0xe0 | (code >> 12);
    target[at + 1] = 0x80 | ((code >> 6) & 63);
    target[at + 2] = 0x80 | (code & 63);
    return at + 3;
  }
  target[at] = 0xf0 | (code >> 18);
  target[at + 1] = 0x80 | ((code >> 12) & 63);
  target[at + 2] = 0x80 | ((code >> 6) & 63);
  target[at + 3] = 0x80 | (code & 63);
  return at + 4;
}

export class TextEncoder {
  readonly encoding = 'utf-8';

  encode(text = ''): Uint8Array {
    const bytes = new Uint8Array(utf8Length(text));
    this.encodeInto(text, bytes);
    return bytes;
  }

  encodeInto(text: string, target: Uint8Array): { read: number; written: number } {
    let written = 0;
    let read = 0;
    while (read < text.length) {
      const pair = isPair(text, read);
      let code = text.charCodeAt(read);
      if (pair) code = text.codePointAt(read) ?? REPLACEMENT;
      else if (code >= 0xd800 && code < 0xe000) code = REPLACEMENT;
      const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (written + size > target.length) break;
      written = putCodePoint(target, written, code);
      read += pair ? 2 : 1;
    }
    return { read, written };
  }
}

/** Collects UTF-16 code units into a string. */
class Units {
  readonly #buffer = new Uint16Array(CHUNK);
  #used = 0;
  #text = '';

  push(code: number): void {
    if (this.#used + 2 > CHUNK) this.#flush();
    if (code < 0x10000) {
      this.#buffer[this.#used++] = code;
      return;
    }
    this.#buffer[this.#used++] = 0xd800 + ((code - 0x10000) >> 10);
    this.#buffer[this.#used++] = 0xdc00 + ((code - 0x10000) & 1023);
  }

  text(): string {
    this.#flush();
    return this.#text;
  }

  #flush(): void {
    const units = this.#buffer.subarray(0, this.#used);
    this.#text += String.fromCharCode.apply(null, units as unknown as number[]);
    this.#used = 0;
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'latin1';

const LABELS: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16': 'utf-16le',
  latin1: 'latin1',
  ascii: 'latin1',
  'iso-8859-1': 'latin1',
};

/** What makes a UTF-8 sequence: how many bytes follow the first, and the range of the second. */
function sequence(first: number): readonly [more: number, low: number, high: number] | null {
  if (first >= 0xc2 && first <= 0xdf) return [1, 0x80, 0xbf];
  if (first === 0xe0) return [2, 0xa0, 0xbf];
  if (first === 0xed) return [2, 0x80, 0x9f];
  if (first >= 0xe1 && first <= 0xef) return [2, 0x80, 0xbf];
  if (first === 0xf0) return [3, 0x90, 0xbf];
  if (first === 0xf4) return [3, 0x80, 0x8f];
  if (first >= 0xf1 && first <= 0xf3) return [3, 0x80, 0xbf];
  return null;
}

export class TextDecoder {
  readonly encoding: Encoding;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;

  constructor(label = 'utf-8', options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    const encoding = LABELS[label.toLowerCase()];
    if (encoding === undefined) throw new RangeError(`The encoding '${label}' is not supported`);
    this.encoding = encoding;
    this.fatal = options.fatal === true;
    this.ignoreBOM = options.ignoreBOM === true;
  }

  decode(input?: ArrayBuffer | ArrayBufferView): string {
    const bytes = bytesOf(input);
    if (this.encoding === 'latin1') return decodeUnits(bytes, 1);
    if (this.encoding === 'utf-16le') return decodeUnits(bytes, 2);
    const start = !this.ignoreBOM && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return this.#decodeUtf8(bytes, start);
  }

  #decodeUtf8(bytes: Uint8Array, start: number): string {
    const units = new Units();
    let at = start;
    while (at < bytes.length) {
      const first = bytes[at++] as number;
      if (first < 0x80) {
        units.push(first);
        continue;
      }
      const form = sequence(first);
      let [more, low, high] = form ?? [0, 0, 0];
      let code = first & (0x3f >> more);
      while (more > 0) {
        const next = bytes[at];
        if (next === undefined || next < low || next > high) break;
        code = (code << 6) | (next & 63);
        [low, high] = [0x80, 0xbf];
        at++;
        more--;
      }
      const whole = form !== null && more === 0;
      if (!whole && this.fatal) throw new TypeError('The encoded data was not valid utf-8');
      units.push(whole ? code : REPLACEMENT);
    }
    return units.text();
  }
}

function bytesOf(input: ArrayBuffer | ArrayBufferView | undefined): Uint8Array {
  if (input === undefined) return new Uint8Array(0);
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  return new Uint8Array(input);
}

function decodeUnits(bytes: Uint8Array, width: 1 | 2): string {
  const units = new Units();
  for (let at = 0; at + width <= bytes.length; at += width) {
    const low = bytes[at] as number;
    units.push(width === 1 ? low : low | ((bytes[at + 1] as number) << 8));
  }
  return units.text();
}
