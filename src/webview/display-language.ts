/** The language of the editor's display, as pages without an editor around their script need it. */

import * as vscode from 'vscode';
import type { Table } from '../advice/words.ts';

export interface DisplayLanguage {
  /** BCP 47 */
  readonly language: string;
  /** By the English ones. */
  readonly sentences: Table;
}

/** English where the display is in a language that there are no sentences of. */
export function displayLanguage(): DisplayLanguage {
  const { bundle } = vscode.l10n;
  return bundle === undefined
    ? { language: 'en', sentences: {} }
    : { language: vscode.env.language, sentences: bundle };
}
