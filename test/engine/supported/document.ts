/** `docs/supported.md`: what the engine offers, as it tells itself. */
import path from 'node:path';

import { readShares, shareText, type Shares } from '../opinfo/shares.ts';
import { openSession, runProgram } from '../running.ts';
import { nameRows } from '../../../scripts/language/name-rows.mjs';
import { bookDocument } from './book.ts';
import { factsOf, type OperationFacts } from './operations.ts';

interface Name {
  readonly name: string;
  readonly kind: 'class' | 'function' | 'attribute' | 'value';
  readonly form: string;
  readonly summary: string;
  /** Of the engine's operations, one for each call form; empty for what is written in Python. */
  readonly entries: readonly string[];
}

interface Module {
  readonly module: string;
  readonly names: readonly Name[];
}

const INTRODUCTION = `# What is supported

Made by \`npm run docs\` from the engine itself; do not edit. Every name of these modules is there, with the forms in
which it can be called. What is missing says so by its name when it is used.

An operation's forms are written as PyTorch writes its operator schemas. *dtypes* are those with which it runs,
*gradient* says whether results can be differentiated, and *second* whether gradients can be differentiated again:
\`zero\` stands for a gradient that does not depend on the arguments. *samples* says how many calls agree with PyTorch, of
those taken from PyTorch's own test databases (\`npm run parity -- opinfo\`).
`;

/** @param distribution the built engine */
export async function supportedDocument(distribution: string): Promise<string> {
  const modules = await listModules(distribution);
  const shares = readShares(path.dirname(distribution));
  const sections = modules.filter(({ names }) => names.length > 0).map((module) => section(module, shares));
  return `${INTRODUCTION}\n${bookDocument(path.dirname(distribution))}\n\n${sections.join('\n')}`;
}

async function listModules(distribution: string): Promise<readonly Module[]> {
  const file = path.join(distribution, '../scripts/language/names.py');
  const session = openSession(distribution);
  try {
    const rows: readonly object[] = await nameRows(file, async (source) => {
      const { stdout, error } = await runProgram(session, { file, source }, 'js');
      if (error !== null) throw new Error(error.traceback);
      return stdout;
    });
    return rows.filter((row): row is Module => 'module' in row);
  } finally {
    await session.dispose();
  }
}

function section({ module, names }: Module, shares: Shares): string {
  const operations = names.filter(({ entries }) => entries.length > 0);
  const others = names.filter(({ entries, kind }) => entries.length === 0 && kind !== 'value');
  const values = names.filter(({ kind }) => kind === 'value').map(({ name }) => code(name));
  const sampled = (list: readonly Name[]): string[] =>
    list.map(({ name }) => shareText(shares[sampleName(module, name)]));
  const parts = [`## ${module}`];
  if (operations.length > 0)
    parts.push(
      table(
        ['name', 'forms', 'dtypes', 'gradient', 'second'],
        operations.map(operationRow),
        sampled(operations),
      ),
    );
  if (others.length > 0)
    parts.push(table(['name', 'form', 'what it is'], others.map(nameRow), sampled(others)));
  if (values.length > 0) parts.push(`Values: ${values.join(', ')}.`);
  return `${parts.join('\n\n')}\n`;
}

/** `nn.functional.relu`, as PyTorch's databases name it; those of `torch` and of tensors have no package. */
function sampleName(module: string, name: string): string {
  const words = module.split('.').filter((word) => word !== 'torch' && word !== 'Tensor');
  return [...words, name].join('.');
}

function operationRow({ name, entries }: Name): string[] {
  const facts = entries.map(factsOf);
  const forms = facts.map(({ schema }) => code(formOf(schema, name))).join('<br>');
  const dtypes = [...new Set(facts.flatMap((each) => each.dtypes))];
  const second =
    facts.find(({ secondDerivative }) => secondDerivative === 'yes') ??
    facts.find(({ gradient }) => gradient);
  return [
    code(name),
    forms,
    dtypesText(dtypes),
    facts.some(({ gradient }) => gradient) ? 'yes' : 'no',
    second?.secondDerivative ?? 'no',
  ];
}

/** The arguments of a schema, under the name by which it is called. */
function formOf(schema: string, name: string): string {
  return `${name}${schema.slice(schema.indexOf('('))}`;
}

function dtypesText(dtypes: OperationFacts['dtypes']): string {
  if (dtypes.length === 0) return '';
  const floats = dtypes.filter((dtype) => dtype.startsWith('float'));
  if (dtypes.length === 8) return 'all';
  if (dtypes.length === 7 && !dtypes.includes('bool')) return 'all but bool';
  return floats.length === dtypes.length && floats.length === 2 ? 'floating' : dtypes.join(', ');
}

function nameRow({ name, kind, form, summary }: Name): string[] {
  const call = kind === 'attribute' ? '' : form === '' ? '' : code(`${name}${form}`);
  return [code(name), call, summary];
}

const code = (text: string): string => `\`${text}\``;

/** @param samples a last column, left out where it is empty */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  samples: readonly string[],
): string {
  const hasSamples = samples.some((text) => text !== '');
  const line = (cells: readonly string[], sample: string): string =>
    `| ${[...cells, ...(hasSamples ? [sample] : [])].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = line(
    head.map(() => '---'),
    '---',
  );
  return [line(head, 'samples'), rule, ...rows.map((row, i) => line(row, samples[i] ?? ''))].join('\n');
}
