/** What a terminal is told: text without escape sequences, and styles where it has them. */

import { visible } from '../text/visible.ts';
import type { TextStream } from './environment.ts';

/** Writes what a stranger says, harmless wherever the stream leads: through a pipe, too, text comes to a terminal. */
export function writeForeign(stream: TextStream, text: string): void {
  stream.write(visible(text));
}

const STYLES = { dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;
export type Style = keyof typeof STYLES;

/** The text in a style where the stream shows colours. */
export function styled(stream: Pick<TextStream, 'hasColors'>, style: Style, text: string): string {
  return stream.hasColors ? `\x1b[${STYLES[style]}m${text}\x1b[0m` : text;
}
