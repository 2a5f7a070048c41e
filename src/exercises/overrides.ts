/** Puts the panel's values in the place of literals. */
import { ValueError, writeLiteral } from './literal-writer.ts';
import type { Block, Overrides, Parameter } from './model.ts';

/**
 * The block's source with the overridden literals replaced; as many lines as before. Overrides of other
 * blocks' parameters are left to their blocks.
 *
 * @throws ValueError when a value's type does not fit its parameter.
 */
export function applyOverrides(block: Block, parameters: readonly Parameter[], overrides: Overrides): string {
  return parameters
    .filter((parameter) => parameter.block === block.index && Object.hasOwn(overrides, parameter.key))
    .sort((a, b) => b.start - a.start)
    .reduce((source, parameter) => replaceLiteral(source, parameter, overrides), block.source);
}

function replaceLiteral(source: string, parameter: Parameter, overrides: Overrides): string {
  const { start, end, key } = parameter;
  const value = overrides[key];
  if (value === undefined) throw new ValueError(`${key} has no value`);
  return (
    source.slice(0, start) + writeLiteral(parameter, source.slice(start, end), value) + source.slice(end)
  );
}
