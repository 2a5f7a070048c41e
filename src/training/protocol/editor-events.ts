/** What of a run the editor shows beside the code, and a run's page below the rest: neither the panel nor a result has it. */
import type { RunEvent } from './protocol.ts';

const KINDS = ['printed', 'lineValues', 'variables', 'answer'] as const;

export type EditorEvent = RunEvent & { readonly type: (typeof KINDS)[number] };

export function isForEditor(event: RunEvent): event is EditorEvent {
  return (KINDS as readonly string[]).includes(event.type);
}
