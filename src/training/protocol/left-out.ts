/** What is left out of an output, in words. */

import { ENGLISH, type Words } from '../../advice/words.ts';
import type { LeftOut } from './protocol.ts';

/** `… 150,000 lines (1,738,890 characters) left out …`: stands in the place of what is left out. */
export function leftOutText({ characters, lines }: LeftOut, { t, plural }: Words = ENGLISH): string {
  const inCharacters = plural(characters, '{0} character', '{0} characters');
  const much = lines === 0 ? inCharacters : plural(lines, '{0} line ({1})', '{0} lines ({1})', inCharacters);
  return t('… {0} left out …', much);
}
