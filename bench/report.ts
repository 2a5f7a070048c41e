import { cpus } from 'node:os';

import type { Sample } from './sample.ts';
import { summarizeByLabel, type Summary } from './statistics.ts';

/** One contender's row of a case. */
export interface Row extends Summary {
  readonly contender: string;
  /** What of the case it is; empty where the case is one thing. */
  readonly label: string;
  /** How many times as fast as PyTorch with one thread in the same run; null without PyTorch. */
  readonly timesPyTorch: number | null;
}

export interface CaseReport {
  readonly name: string;
  readonly description: string;
  readonly unit: 'ms' | 'MiB';
  readonly rows: readonly Row[];
}

export interface Report {
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  readonly date: string;
  readonly cases: readonly CaseReport[];
}

export function reportOf(cases: readonly CaseReport[]): Report {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    node: process.version,
    date: new Date().toISOString(),
    cases,
  };
}

/** Rows in the order in which they were measured; ratios against the first PyTorch among them (one thread). */
export function rowsOf(measured: ReadonlyMap<string, readonly Sample[]>): readonly Row[] {
  const summaries = [...measured].map(
    ([contender, samples]) => [contender, summarizeByLabel(samples)] as const,
  );
  const reference = summaries.find(([contender]) => contender.startsWith('PyTorch'))?.[1];
  return summaries.flatMap(([contender, labels]) =>
    [...labels].map(([label, summary]) => {
      const slowest = reference?.get(label)?.median;
      const timesPyTorch = slowest === undefined ? null : slowest / summary.median;
      return { contender, label, ...summary, timesPyTorch };
    }),
  );
}

export function printTables(report: Report): void {
  console.log(`${report.processor}, ${report.cores} cores, Node ${report.node}\n`);
  for (const benchCase of report.cases) {
    console.log(`${benchCase.name}: ${benchCase.description}`);
    const isOneThing = benchCase.rows.every(({ label }) => label === '');
    printColumns(isOneThing ? tableOfRows(benchCase) : tableByLabel(benchCase.rows));
  }
}

/** One line a contender, with spread and ratio. */
function tableOfRows({ rows, unit }: CaseReport): string[][] {
  const headings = ['', `median ${unit}`, 'half of them within', 'samples', 'PyTorch / this'];
  const lines = rows.map(({ contender, median, low, high, samples, timesPyTorch }) => [
    contender,
    digits(median),
    `${digits(low)} - ${digits(high)}`,
    String(samples),
    timesPyTorch === null ? '' : digits(timesPyTorch),
  ]);
  return [headings, ...lines];
}

/** One line a label with everybody's median. */
function tableByLabel(rows: readonly Row[]): string[][] {
  const contenders = [...new Set(rows.map(({ contender }) => contender))];
  const labels = [...new Set(rows.map(({ label }) => label))];
  const cell = (label: string, contender: string): string => {
    const row = rows.find((candidate) => candidate.label === label && candidate.contender === contender);
    return row === undefined ? '' : digits(row.median);
  };
  return [
    ['medians', ...contenders],
    ...labels.map((label) => [label, ...contenders.map((contender) => cell(label, contender))]),
  ];
}

function printColumns(lines: readonly (readonly string[])[]): void {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of lines) {
    const padded = line.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(`  ${padded.join('  ').trimEnd()}`);
  }
  console.log();
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
