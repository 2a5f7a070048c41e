/** `npm run parity`: what the engine makes of a folder of programs, beside what PyTorch made of them. */
import path from 'node:path';
import { parseArgs } from 'node:util';

import { BACKEND_CHOICES } from '../../src/training/protocol/choices.ts';
import type { BackendChoice } from '../../src/training/protocol/protocol.ts';
import { compare, type Agreement } from './comparison.ts';
import { KNOWN_DIFFERENCES } from './known-differences.ts';
import { opinfoParity } from './opinfo/parity.ts';
import { countAgreement, lineOf, printSummary, type ProgramReport } from './parity-report.ts';
import { readPrograms, type Program } from './recording.ts';
import { openSession, runProgram } from './running.ts';

const USAGE = `npm run parity -- [FOLDER] [--backend auto|tensorflow|wasm|js] [--details] [--json]
  npm run parity -- opinfo …   replays samples of PyTorch's test databases
  FOLDER     folders of programs by area, or one area; recorded/AREA.json beside it says what PyTorch
             made of them (test/engine/programs)
  --details  what differs in each program that fails
  --json     the report as JSON
ends with status 0 when all programs agree but those that test/engine/known-differences.ts explains, else 1`;

interface Options {
  readonly folder: string;
  readonly backend: BackendChoice;
  readonly details: boolean;
  readonly json: boolean;
}

/** @returns the exit status: 0, 1 when a program disagrees unexplained, 2 for wrong usage */
export async function main(words: readonly string[], root: string): Promise<number> {
  if (words[0] === 'opinfo') return opinfoParity(words.slice(1), root);
  const options = readOptions(words, root);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const programs = [...readPrograms(options.folder).values()].flat();
  const reports = await runAll(programs, path.join(root, 'dist'), options);
  if (options.json)
    console.log(JSON.stringify({ summary: countAgreement(reports), programs: reports }, null, 2));
  else printSummary(reports);
  return reports.some(({ verdict, explanation }) => verdict === 'fails' && explanation === null) ? 1 : 0;
}

function readOptions(words: readonly string[], root: string): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        backend: { type: 'string', default: 'auto' },
        details: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const backend = BACKEND_CHOICES.find((name) => name === values.backend);
    if (positionals.length > 1 || backend === undefined) return null;
    const folder = path.resolve(positionals[0] ?? path.join(root, 'test/engine/programs'));
    return { folder, backend, details: values.details, json: values.json };
  } catch {
    return null;
  }
}

async function runAll(
  programs: readonly Program[],
  distribution: string,
  { backend, details, json }: Options,
): Promise<readonly ProgramReport[]> {
  const session = openSession(distribution);
  const reports: ProgramReport[] = [];
  try {
    for (const program of programs) {
      const result = await runProgram(session, program, backend);
      const report = reportOf(program, compare(program.recording, result, program.tolerance));
      reports.push(report);
      if (json) continue;
      console.log(lineOf(report));
      if (details) report.differences.forEach((text) => console.log(text.replaceAll(/^/gm, '    ')));
    }
  } finally {
    await session.dispose();
  }
  return reports;
}

function reportOf({ id, tolerance }: Program, agreement: Agreement): ProgramReport {
  const { identical, largestDifference, sameError, differences } = agreement;
  const agrees = differences.length === 0;
  return {
    program: id,
    verdict: !agrees ? 'fails' : identical ? 'identical' : 'within tolerance',
    sameError,
    largestDifference: largestDifference === Infinity ? 'inf' : largestDifference,
    tolerance: tolerance.relative,
    explanation: KNOWN_DIFFERENCES.get(id) ?? null,
    differences,
  };
}
