/** The tables as Markdown. */
import { cpus, loadavg } from 'node:os';
import type { TableContender } from './contenders.ts';
import type { Table } from './measure.ts';
import { FITS, OPERATIONS, PRODUCTS, STEPS, type TableRow } from './rows.ts';

/** Milliseconds of cold starts by contender. */
export type Colds = ReadonlyMap<string, number>;

type Cells = readonly string[];

export function markdownOf(contenders: readonly TableContender[], table: Table, colds: Colds): string {
  const reference = contenders.find(({ isReference }) => isReference)?.name ?? '';
  const engines = contenders.filter(({ node }) => node !== null);
  const names = contenders.map(({ name }) => name);
  const time = (row: TableRow, name: string): number => table.get(row)?.get(name)?.milliseconds ?? NaN;
  const times = (row: TableRow): Cells => names.map((name) => digits(time(row, name)));
  const ratios = (row: TableRow): Cells =>
    engines.map(({ name }) => digits(time(row, name) / time(row, reference)));
  const gains = (row: TableRow): Cells =>
    engines.map(({ name }) => digits(time(row, reference) / time(row, name)));
  const rates = (row: TableRow): Cells =>
    names.map((name) => digits((2 * (row.multiplyAdds ?? 0)) / time(row, name) / 1e6));
  const peak = (row: TableRow, name: string): string => digits(table.get(row)?.get(name)?.peak ?? NaN);
  const of = (rows: readonly TableRow[]): readonly TableRow[] => rows.filter((row) => table.has(row));
  const best = engines.filter(({ startsCold }) => startsCold).at(-1)?.name ?? '';
  const perEngine = (text: string): Cells => engines.map(({ name }) => `${text} ${name}`);
  return [
    header(),
    '',
    'A training step, in ms; how many times PyTorch’s time with one thread that is (at most the target); the most MiB of memory of the process, on the last Node and of PyTorch with one thread.',
    '',
    ...tableOf(
      ['step', ...names, ...perEngine('times,'), 'target', 'MiB', 'MiB, PyTorch'],
      of(STEPS).map((row) => [
        row.label,
        ...times(row),
        ...ratios(row),
        digits(row.target),
        peak(row, best),
        peak(row, reference),
      ]),
    ),
    'Single operations on a million numbers, likewise.',
    '',
    ...tableOf(
      ['operation', ...names, ...perEngine('times,'), 'target'],
      of(OPERATIONS).map((row) => [row.label, ...times(row), ...ratios(row), digits(row.target)]),
    ),
    'Products of square matrices, in GFLOP/s (at least the target).',
    '',
    ...tableOf(
      ['product', ...names, 'target'],
      of(PRODUCTS).map((row) => [row.label, ...rates(row), digits(row.target)]),
    ),
    'Small fits, in ms, and how many times as long PyTorch takes with one thread (at least the target).',
    '',
    ...tableOf(
      ['fit', ...names, ...perEngine('gain,'), 'target'],
      of(FITS).map((row) => [row.label, ...times(row), ...gains(row), digits(row.target)]),
    ),
    'A start, from that of the process to the end of the first fit of section 3.4, in ms; the engine’s process at rest, in MiB.',
    '',
    ...tableOf(
      ['', ...contenders.filter(({ startsCold }) => startsCold).map(({ name }) => name)],
      [
        ['cold start', ...cold(contenders, colds)],
        [
          'at rest',
          ...contenders.filter(({ startsCold }) => startsCold).map(({ rest }) => digits(rest ?? NaN)),
        ],
      ],
    ),
  ].join('\n');
}

const cold = (contenders: readonly TableContender[], colds: Colds): Cells =>
  contenders.filter(({ startsCold }) => startsCold).map(({ name }) => digits(colds.get(name) ?? NaN));

/** What ran, and how busy the machine was besides: its load is what the run itself makes, and what others do. */
function header(): string {
  const processors = cpus();
  const load = loadavg()
    .slice(0, 2)
    .map((value) => value.toFixed(1))
    .join(' and ');
  const machine = `${processors[0]?.model ?? 'unknown'}, ${processors.length} cores`;
  return `${machine}. Medians; load of the last minute and the last five at the end ${load}.`;
}

function tableOf(heading: Cells, rows: readonly Cells[]): string[] {
  const line = (cells: Cells): string => `| ${cells.join(' | ')} |`;
  const rule = heading.map((_, at) => (at === 0 ? '---' : '--:'));
  return [line(heading), line(rule), ...rows.map(line), ''];
}

function digits(value: number): string {
  if (Number.isNaN(value)) return '';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(value >= 10 ? 3 : 2);
}
