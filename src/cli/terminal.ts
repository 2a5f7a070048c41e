/** What a terminal is told: text without escape sequences, and styles where it has them. */

import type { TextStream } from './surroundings.ts';

/**
 * Makes text from an exercise harmless to a terminal: every control character but tab, line feed and carriage
 * return is shown as its picture, so that no escape sequence can move the cursor, recolour the screen or set
 * a title.
 */
export function harmless(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, (control) => {
    const code = control.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : `\\x${code.toString(16)}`;
  });
}

/** Writes what an exercise says: as it is into a file or pipe, harmless on a terminal. */
export function writeForeign(stream: TextStream, text: string): void {
  stream.write(stream.isTerminal ? harmless(text) : text);
}

const STYLES = { dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;
export type Style = keyof typeof STYLES;

/** The text in a style where the stream shows colours. */
export function styled(stream: Pick<TextStream, 'hasColors'>, style: Style, text: string): string {
  return stream.hasColors ? `\x1b[${STYLES[style]}m${text}\x1b[0m` : text;
}
