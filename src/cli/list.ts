/** `d2l-exercises list`: the exercises of a document, with their parameters. */
import type { Block, Parameter, ParameterValue } from '../exercises/model.ts';
import { readParameters } from '../exercises/parameters.ts';
import type { Real } from '../training/protocol/protocol.ts';
import { toReal } from '../training/protocol/real.ts';
import type { ListCommand } from './arguments.ts';
import { readDocument } from './document.ts';
import { count } from './numbers.ts';
import type { Environment } from './environment.ts';
import { writeForeign } from './terminal.ts';

/**
 * Shows the blocks of a document and their parameters.
 *
 * @throws UsageError when the file cannot be used.
 */
export async function list(command: ListCommand, { stdout, readFile }: Environment): Promise<void> {
  const { path, blocks } = await readDocument(command.file, readFile);
  const listed = blocks.map((block) => ({ block, parameters: readParameters(block, blocks) }));
  if (command.json) {
    stdout.write(`${JSON.stringify({ document: path, blocks: listed.map(asJson) })}\n`);
  } else {
    const lines = listed.flatMap(({ block, parameters }) => describe(block, parameters));
    writeForeign(stdout, [`${path}: ${count(blocks.length, 'block')}`, ...lines, ''].join('\n'));
  }
}

interface Listed {
  readonly block: Block;
  readonly parameters: readonly Parameter[];
}

function asJson({ block, parameters }: Listed): object {
  const { index, exercise, title, document, headingLine, firstLine, lastLine, fits } = block;
  return {
    ...{ index, exercise, title, document, headingLine, firstLine, lastLine, fits },
    parameters: parameters.map(({ key, name, group, kind, value, line }) => ({
      ...{ key, name, group, kind, line },
      value: jsonValue(value),
    })),
  };
}

/** Infinities and NaN as the protocol spells them. */
function jsonValue(value: ParameterValue): number | boolean | string | readonly Real[] {
  if (typeof value === 'number') return toReal(value);
  return typeof value === 'object' ? value.map(toReal) : value;
}

function describe(block: Block, parameters: readonly Parameter[]): string[] {
  const name = block.exercise === null ? 'set-up' : `exercise ${block.exercise}`;
  const title = block.title === '' ? '' : `  ${block.title}`;
  const cell = block.document.includes('#cell')
    ? `${block.document.slice(block.document.lastIndexOf('#') + 1)} `
    : '';
  const lines = `${cell}lines ${block.firstLine}-${block.lastLine}`;
  return [
    `\n${name}${title}  (${lines})`,
    ...parameters.map((parameter) => describeParameter(block.source, parameter)),
  ];
}

function describeParameter(source: string, { key, line, start, end }: Parameter): string {
  const literal = source.slice(start, end).replace(/\s+/g, ' ');
  return `  ${key} = ${literal}  (line ${line})`;
}
