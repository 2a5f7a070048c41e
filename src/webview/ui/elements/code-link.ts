/** Words that lead to a line of the code: a link beside an editor, plain words on a page without one. */

import { link } from './controls.ts';
import { create } from './dom.ts';
import type { Host } from '../host.ts';

export interface CodePlace {
  /** Path or URI, as tracebacks call it. */
  readonly document: string;
  /** 1-based. */
  readonly line: number;
}

/** `place` is asked when the link is pressed; undefined: there is none any more. */
export function codeLink(
  host: Host,
  text: string,
  title: string,
  place: () => CodePlace | undefined,
): HTMLElement {
  if (!host.hasEditor) return create('span', 'place', text);
  return link(text, title, () => {
    const at = place();
    if (at !== undefined) host.post({ type: 'openLocation', document: at.document, line: at.line });
  });
}
