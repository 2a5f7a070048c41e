import { cpus } from 'node:os';

import type { Summary } from './statistics.ts';

/** One contender's row of a case. */
export interface Row extends Summary {
  readonly contender: string;
  /** How many times as fast as PyTorch with one thread in the same run; null without PyTorch. */
  readonly timesPyTorch: number | null;
}

export interface CaseReport {
  readonly name: string;
  readonly description: string;
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
export function rowsOf(summaries: ReadonlyMap<string, Summary>): readonly Row[] {
  const reference = [...summaries].find(([name]) => name.startsWith('PyTorch'))?.[1];
  return [...summaries].map(([contender, summary]) => ({
    contender,
    ...summary,
    timesPyTorch: reference === undefined ? null : reference.median / summary.median,
  }));
}

const HEADINGS = ['', 'median ms', 'half of them within', 'samples', 'PyTorch / this'] as const;

export function printTables(report: Report): void {
  console.log(`${report.processor}, ${report.cores} cores, Node ${report.node}\n`);
  for (const { name, description, rows } of report.cases) {
    console.log(`${name}: ${description}`);
    const cells = rows.map((row) => [
      row.contender,
      digits(row.median),
      `${digits(row.low)} - ${digits(row.high)}`,
      String(row.samples),
      row.timesPyTorch === null ? '' : `${digits(row.timesPyTorch)}`,
    ]);
    printColumns([[...HEADINGS], ...cells]);
  }
}

function printColumns(lines: readonly (readonly string[])[]): void {
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
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
