/** A history as files for other programs: CSV with a line per run, JSON with all that is kept. */

import type { ParameterValue } from '../../exercises/model.ts';
import type { Change, PastRun } from '../../run-model/history.ts';

/** RFC 4180: a heading line, CRLF, quotes where needed. Infinities and NaN as Python writes them. */
export function historyCsv(runs: readonly PastRun[]): string {
  const labels = unique(runs.flatMap(({ losses }) => losses.map(({ label }) => label)));
  const names = unique(runs.flatMap(({ parameters }) => Object.keys(parameters)));
  const heading = [
    'run',
    'name',
    'changed',
    'status',
    'milliseconds',
    'seed',
    ...labels,
    'weight_error',
    ...names,
  ];
  const lines = runs.map((run) => [
    String(run.number),
    run.name,
    run.changes?.map(changeText).join('; ') ?? '',
    run.status,
    String(run.milliseconds),
    String(run.seed),
    ...labels.map((label) => String(run.losses.find((loss) => loss.label === label)?.value ?? '')),
    String(run.weightError ?? ''),
    ...names.map((name) => valueText(run.parameters[name])),
  ]);
  return [heading, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

export function historyJson(runs: readonly PastRun[]): string {
  return `${JSON.stringify({ format: 'd2l-exercises runs', version: 1, runs }, null, 2)}\n`;
}

function changeText(change: Change): string {
  if (change.kind === 'parameter')
    return `${change.name} ${valueText(change.from)} -> ${valueText(change.to)}`;
  const lines = [...change.removed.map((line) => `- ${line}`), ...change.added.map((line) => `+ ${line}`)];
  return [...lines, ...(change.more > 0 ? [`${String(change.more)} more lines`] : [])].join(' ');
}

function valueText(value: ParameterValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join(' ') : String(value);
}

/** A leading sign of a formula is made text, as spreadsheets would execute it; numbers stay numbers. */
function quoted(cell: string): string {
  const text = /^[=+@-]/.test(cell) && !Number.isFinite(Number(cell)) && cell !== '-inf' ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
