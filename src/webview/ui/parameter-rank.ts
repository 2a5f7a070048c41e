/** Which parameters shape a run, and which only how it is shown or that it is recorded: pure functions. */

import type { PanelParameter } from '../state.ts';

/** Calls that draw or print: their arguments change no number that is learned. */
const SHOWING = new Set(
  (
    'plot scatter hist bar imshow legend title xlabel ylabel set_title set_xlabel set_ylabel set_axes figure subplots ' +
    'savefig show show_images set_figsize axhline axvline text annotate ProgressBoard Animator print set_printoptions format'
  ).split(' '),
);

/** Arguments that are switches of the library rather than choices of the learner. */
const FORMAL = new Set(
  (
    'requires_grad keepdim dim axis dtype device inplace create_graph retain_graph xlabel ylabel legend fmts figsize title ' +
    'label labels color colors linestyle ls display xscale yscale xlim ylim root num_workers num_gpus encoding'
  ).split(' '),
);

export function shapesRun({ group, name, kind }: PanelParameter): boolean {
  const call = group.slice(group.lastIndexOf('.') + 1);
  return !SHOWING.has(call) && !FORMAL.has(name) && !(kind === 'string' && isName(name));
}

/** `__name__` and the like. */
function isName(name: string): boolean {
  return /^__\w+__$/.test(name);
}

export interface ParameterGroup {
  /** The call, with the `#2` of a repeated one. */
  readonly name: string;
  readonly parameters: readonly PanelParameter[];
}

/** Parameters by call, in the order in which the calls first appear. */
export function groupsOf(parameters: readonly PanelParameter[]): readonly ParameterGroup[] {
  const groups = new Map<string, PanelParameter[]>();
  for (const parameter of parameters) {
    const name = groupName(parameter);
    groups.set(name, [...(groups.get(name) ?? []), parameter]);
  }
  return [...groups].map(([name, own]) => ({ name, parameters: own }));
}

function groupName({ group, key }: PanelParameter): string {
  return `${group}${/#\d+$/.exec(key)?.[0] ?? ''}`;
}
