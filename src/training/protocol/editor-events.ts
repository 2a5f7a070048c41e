/** What of a run the editor alone shows, beside the code: neither the panel nor a result has it. */
import type { RunEvent } from './protocol.ts';

export type EditorEvent = RunEvent & { readonly type: 'printed' | 'lineValues' | 'variables' };

export function isForEditor(event: RunEvent): event is EditorEvent {
  return event.type === 'printed' || event.type === 'lineValues' || event.type === 'variables';
}
