/** How `npm run parity` writes down what it found. */

export interface ProgramReport {
  /** `area/name` */
  readonly program: string;
  /** Identical to the character; the same but for numbers within the tolerance; or neither. */
  readonly verdict: 'identical' | 'within tolerance' | 'fails';
  readonly sameError: boolean;
  /** Relative, over all numbers shown; null when there are different numbers of numbers. */
  readonly largestDifference: number | 'inf' | null;
  /** Relative difference that is allowed. */
  readonly tolerance: number;
  /** Why it is expected to differ; null when it is not. */
  readonly explanation: string | null;
  readonly differences: readonly string[];
}

export interface Count {
  readonly programs: number;
  readonly identical: number;
  readonly withinTolerance: number;
  readonly failing: number;
}

/** Counts over all programs and by area. */
export function countAgreement(
  reports: readonly ProgramReport[],
): Count & { readonly areas: Readonly<Record<string, Count>> } {
  const areaOf = ({ program }: ProgramReport): string => program.split('/')[0] ?? '';
  const areas = [...new Set(reports.map(areaOf))];
  const own = (area: string): Count => count(reports.filter((report) => areaOf(report) === area));
  return { ...count(reports), areas: Object.fromEntries(areas.map((area) => [area, own(area)])) };
}

function count(reports: readonly ProgramReport[]): Count {
  const having = (wanted: ProgramReport['verdict']): number =>
    reports.filter(({ verdict }) => verdict === wanted).length;
  return {
    programs: reports.length,
    identical: having('identical'),
    withinTolerance: having('within tolerance'),
    failing: having('fails'),
  };
}

/** One program on one line. */
export function lineOf(report: ProgramReport): string {
  const { program, verdict, sameError, largestDifference, explanation } = report;
  const output = verdict === 'fails' ? 'DIFFERS' : verdict;
  const error = sameError ? 'same error' : 'ANOTHER ERROR';
  const largest =
    largestDifference === null ? 'other numbers' : `largest ${Number(largestDifference).toExponential(1)}`;
  const why = explanation === null ? '' : `  (${explanation})`;
  return `${program.padEnd(56)} ${output.padEnd(16)}  ${error.padEnd(13)}  ${largest}${why}`;
}

export function printSummary(reports: readonly ProgramReport[]): void {
  const { areas, ...all } = countAgreement(reports);
  console.log(`\n${'area'.padEnd(22)} programs  identical  within tolerance  failing`);
  for (const [area, own] of Object.entries(areas)) console.log(rowOf(area, own));
  console.log(rowOf('all', all));
  const agreeing = (100 * (all.identical + all.withinTolerance)) / all.programs;
  console.log(`\n${agreeing.toFixed(1)} % of ${all.programs} programs agree with PyTorch`);
  const failing = reports.filter(({ verdict }) => verdict === 'fails');
  const unexplained = failing.filter(({ explanation }) => explanation === null);
  if (failing.length > 0)
    console.log(
      `${failing.length - unexplained.length} of ${failing.length} failures are explained in known-differences.ts`,
    );
}

function rowOf(name: string, { programs, identical, withinTolerance, failing }: Count): string {
  const columns = [String(programs).padStart(8), String(identical).padStart(9)];
  return [
    name.padEnd(22),
    ...columns,
    String(withinTolerance).padStart(16),
    String(failing).padStart(7),
  ].join('  ');
}
