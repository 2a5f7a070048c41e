/** What is left out of an output, in words. */

import type { LeftOut } from './protocol.ts';

/** `… 150,000 lines (1,738,890 characters) left out …`: stands in the place of what is left out. */
export function leftOutText({ characters, lines }: LeftOut): string {
  const inCharacters = counted(characters, 'character');
  const much = lines === 0 ? inCharacters : `${counted(lines, 'line')} (${inCharacters})`;
  return `\u2026 ${much} left out \u2026`;
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
