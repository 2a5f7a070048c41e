/** The entries by which Python tells what lines of the learner's code give names to. */
import type { Handles } from './bridge-handles.ts';
import type { BridgeFunction } from './host.ts';
import type { LineValues, NamedLines } from './line-values.ts';

export function lineValueEntries(values: LineValues, handles: Handles): Record<string, BridgeFunction> {
  return {
    /** Further names, as JSON of {@link NamedLines}; answers the number of the first. */
    name_values: (names: string) => values.name(JSON.parse(names) as NamedLines),
    /** Not one of the run's calls, which heed Stop and are counted: it is made between any two of them. */
    note_value: (number: number, handle: number) => values.note(number, handles.get(handle)),
  };
}
