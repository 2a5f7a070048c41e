/** Measures what the tables of docs/performance.md show, on several versions of Node and beside PyTorch, all in one run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { coldContenders, DESTINATIONS } from '../cold.ts';
import { contendersOf, type TableContender } from './contenders.ts';
import { markdownOf, type Colds } from './markdown.ts';
import { measureRows } from './measure.ts';
import { summarize } from '../statistics.ts';

const USAGE = `npm run bench:table -- --python PATH [--node PATH…] [--minutes N] [--cold-rounds N] [--only WORD] [--write]
  --python PATH    a Python with torch and d2l to stand beside
  --node PATH      a Node to run the engine; each that is given (this one)
  --minutes N      no further round begins that would end later (4); one to warm up and one that counts there are
  --cold-rounds N  cold starts of everyone (3)
  --only WORD      only rows whose label has this word, to try it out
  --write          puts the tables into docs/performance.md`;

const BEGIN = '<!-- What `npm run bench:table` prints. -->';
const END = '<!-- The end of it. -->';

interface Options {
  readonly python: string;
  readonly nodes: readonly string[];
  readonly minutes: number;
  readonly coldRounds: number;
  readonly only: string;
  readonly write: boolean;
}

/** @returns the exit status: 0, or 2 for wrong usage */
export async function main(words: readonly string[], root: string): Promise<number> {
  const options = readOptions(words);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const { python, nodes, minutes, only } = options;
  const contenders = await contendersOf(python, nodes, root);
  let text: string;
  try {
    const measured = await measureRows(contenders, { milliseconds: minutes * 60_000, only }, root);
    const colds = await coldStarts(contenders, options, root);
    text = await formatted(markdownOf(contenders, measured, colds), root);
  } finally {
    for (const contender of contenders) contender.end();
  }
  console.log(text);
  if (options.write) replaceTables(text, path.join(root, 'docs/performance.md'));
  return 0;
}

function readOptions(words: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        python: { type: 'string' },
        node: { type: 'string', multiple: true, default: [process.execPath] },
        minutes: { type: 'string', default: '4' },
        'cold-rounds': { type: 'string', default: '3' },
        only: { type: 'string', default: '' },
        write: { type: 'boolean', default: false },
      },
    });
    const [minutes, coldRounds] = [Number(values.minutes), Number(values['cold-rounds'])];
    if (values.python === undefined || !(minutes > 0) || !(coldRounds >= 0)) return null;
    const { python, node: nodes, only, write } = values;
    return { python, nodes, minutes, coldRounds, only, write };
  } catch {
    return null;
  }
}

/** Milliseconds to the end of the first fit of section 3.4, by contender; Node's with helpers and one PyTorch. */
async function coldStarts(
  contenders: readonly TableContender[],
  { python, coldRounds }: Options,
  root: string,
): Promise<Colds> {
  const destination = DESTINATIONS.find(({ name }) => name === 'cold');
  const taken = new Map<string, number[]>();
  for (let round = 0; round < coldRounds && destination !== undefined; round++) {
    for (const contender of contenders) {
      if (!contender.startsCold) continue;
      const [engine, pytorch] = coldContenders(destination, root, python, contender.node ?? undefined);
      const samples = await (contender.node === null ? pytorch : engine)?.measure();
      const times = (samples ?? []).map(({ milliseconds }) => milliseconds);
      taken.set(contender.name, [...(taken.get(contender.name) ?? []), ...times]);
    }
  }
  return new Map([...taken].map(([name, times]) => [name, summarize(times).median]));
}

interface Prettier {
  resolveConfig(file: string): Promise<object | null>;
  format(text: string, options: object): Promise<string>;
}

/** As the format check wants it. */
async function formatted(text: string, root: string): Promise<string> {
  const prettier = createRequire(import.meta.url)('prettier') as Prettier;
  const options = await prettier.resolveConfig(path.join(root, 'docs/performance.md'));
  return prettier.format(text, { ...options, parser: 'markdown' });
}

function replaceTables(text: string, file: string): void {
  const page = readFileSync(file, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${file} does not say where the tables are`);
  writeFileSync(file, `${page.slice(0, begin + BEGIN.length)}\n\n${text}\n${page.slice(end)}`);
}
