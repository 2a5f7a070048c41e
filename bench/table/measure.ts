/** Everyone has one turn a round in every program, so that what disturbs the machine disturbs all alike. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { printedSamples } from '../sample.ts';
import { summarize } from '../statistics.ts';
import type { TableContender } from './contenders.ts';
import { FITS, OPERATIONS, PRODUCTS, STEPS, type TableRow } from './rows.ts';

const SEED = 0;

/** Of a row and a contender. */
export interface Measured {
  /** Median of milliseconds. */
  readonly milliseconds: number;
  /** The most MiB of memory; null where that is not known. */
  readonly peak: number | null;
}

/** By row and the contender's name. */
export type Table = ReadonlyMap<TableRow, ReadonlyMap<string, Measured>>;

interface Taken {
  readonly times: number[];
  peak: number | null;
}

/** Rows that one run of a program serves. */
type Group = readonly [first: TableRow, ...others: TableRow[]];

export interface Turns {
  /** After them no round ends that is not the first that counts. */
  readonly milliseconds: number;
  /** A word that the labels of rows have that are measured. */
  readonly only: string;
}

export async function measureRows(
  contenders: readonly TableContender[],
  { milliseconds, only }: Turns,
  root: string,
): Promise<Table> {
  const rows = [...STEPS, ...OPERATIONS, ...PRODUCTS, ...FITS];
  const groups = groupsOf(rows.filter(({ label }) => label.includes(only)));
  const all = new Map<TableRow, Map<string, Taken>>();
  const start = performance.now();
  let [round, longest] = [0, 0];
  while (round < 2 || performance.now() - start + longest < milliseconds) {
    const before = performance.now();
    for (const group of groups) {
      for (const contender of contenders) {
        await turn(contender, group, all, root, round > 0);
      }
    }
    longest = Math.max(longest, performance.now() - before);
    round++;
    console.error(`round ${round}: ${Math.round((performance.now() - before) / 1000)} s`);
  }
  return new Map([...all].map(([row, taken]) => [row, summaries(taken)]));
}

function groupsOf(rows: readonly TableRow[]): readonly Group[] {
  const groups = new Map<string, [TableRow, ...TableRow[]]>();
  for (const row of rows) {
    const key = `${row.settings}${row.program}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

async function turn(
  contender: TableContender,
  group: Group,
  all: Map<TableRow, Map<string, Taken>>,
  root: string,
  counts: boolean,
): Promise<void> {
  const [{ settings, repetitions, program }] = group;
  const text = readFileSync(path.join(root, 'bench/programs', program), 'utf8');
  const sources = [`REPETITIONS = ${repetitions}\n${settings}`, text];
  const { stdout, peak } = await contender.run({ sources, seed: SEED });
  if (!counts) return;
  const samples = printedSamples(stdout);
  for (const row of group) {
    const ofRow = all.get(row) ?? new Map<string, Taken>();
    all.set(row, ofRow);
    const taken = ofRow.get(contender.name) ?? { times: [], peak: null };
    ofRow.set(contender.name, taken);
    const own = samples.filter(({ label }) => label === row.printed);
    taken.times.push(...own.map(({ milliseconds }) => milliseconds));
    if (peak !== null) taken.peak = Math.max(taken.peak ?? 0, peak);
  }
}

const summaries = (taken: ReadonlyMap<string, Taken>): ReadonlyMap<string, Measured> =>
  new Map(
    [...taken].map(([name, { times, peak }]) => [name, { milliseconds: summarize(times).median, peak }]),
  );
