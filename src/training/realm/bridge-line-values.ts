/** The entries by which Python tells what lines of the learner's code give names to, and what a run leaves in them. */
import type { Handles } from './bridge-handles.ts';
import type { Answer } from './events.ts';
import type { BridgeFunction, RealmHost } from './host.ts';
import { summaryIfSmall } from './latest-tensor.ts';
import type { NamedLines } from './line-values.ts';
import type { NamedOnes } from './graph/run-graph.ts';
import { realsOf } from './tensor-elements.ts';
import { variablesOf, type NamedValue } from './variables.ts';

export function lineValueEntries(
  { lineValues: values, events, graph }: Pick<RealmHost, 'lineValues' | 'events' | 'graph'>,
  handles: Handles,
): Record<string, BridgeFunction> {
  return {
    /** Further names, as JSON of {@link NamedLines}; answers the number of the first. */
    name_values: (names: string) => values.name(JSON.parse(names) as NamedLines),
    /** The names of the run that is over, as JSON of {@link NamedValue}s. */
    variables: (names: string) => {
      const named = JSON.parse(names) as NamedValue[];
      events.variables(variablesOf(named, (handle) => handles.get(handle)));
      return 0;
    },
    /** An answer to a question, as JSON without what tells whose it is. */
    answer: (answer: string) => {
      events.answer(JSON.parse(answer) as Answer);
      return 0;
    },
    /** Answers with elements of a tensor. */
    answer_elements: (handle: number, first: number, count: number) => {
      events.answer({ elements: realsOf(handles.get(handle), first, count) });
      return 0;
    },
    /** The names by which the graph of the run that is over is known, as JSON of {@link NamedOnes}. */
    graph: (names: string) => {
      graph.tell(JSON.parse(names) as NamedOnes, (handle) => handles.get(handle));
      return 0;
    },
    module_begins: (module: number) => graph.calls.begins(module),
    module_ends: () => graph.calls.ends(),
    /** The values of a tensor in a few numbers, as JSON of a `TensorSummary`; `null` where it is not looked at. */
    tensor_summary: (handle: number) => JSON.stringify(summaryIfSmall(handles.get(handle), 0)),
    /** Not one of the run's calls, which heed Stop and are counted: it is made between any two of them. */
    note_value: (number: number, handle: number) => values.note(number, handles.get(handle)),
  };
}
