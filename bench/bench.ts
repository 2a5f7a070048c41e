/** Times the engine beside PyTorch and beside the floor, everyone in turn in the same rounds. */
import { parseArgs } from 'node:util';

import { CASES, type Case } from './cases.ts';
import { coldContenders, DESTINATIONS, type Destination } from './cold.ts';
import { EngineContender, FLOOR, PyTorchContender, type Contender } from './contenders.ts';
import { memorySamples } from './memory.ts';
import { printTables, reportOf, rowsOf, type CaseReport } from './report.ts';
import type { Sample } from './sample.ts';
import { sweepContenders } from './sweep.ts';

const NAMES = [...CASES.map(({ name }) => name), ...DESTINATIONS.map(({ name }) => name), 'sweep', 'memory'];

const USAGE = `npm run bench -- [CASE…] [--python PATH] [--rounds N] [--cold-rounds N] [--seconds N] [--runs N] [--json]
  CASE             only these: ${NAMES.join(', ')}
  --python PATH    a Python with torch and d2l to stand beside
  --rounds N       how often everyone has a turn (10); two more before it warm up
  --cold-rounds N  the same for cold starts and sweeps (5)
  --seconds N      who has taken so long in a case has no further turn in it (4)
  --runs N         runs of the case 'memory' (200)
  --json           the report as JSON`;

const WARM_UP_ROUNDS = 2;

interface Options {
  readonly python: string | null;
  readonly cases: readonly string[];
  readonly rounds: number;
  readonly coldRounds: number;
  readonly seconds: number;
  readonly runs: number;
  readonly json: boolean;
}

/** @returns the exit status: 0, or 2 for wrong usage */
export async function main(words: readonly string[], root: string): Promise<number> {
  const options = readOptions(words);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const isWanted = ({ name }: { readonly name: string }): boolean => options.cases.includes(name);
  const reports = await warmReports(CASES.filter(isWanted), options, root);
  for (const destination of DESTINATIONS.filter(isWanted)) {
    reports.push(await coldReport(destination, options, root));
  }
  if (isWanted({ name: 'sweep' })) reports.push(await sweepReport(options, root));
  if (isWanted({ name: 'memory' })) reports.push(await memoryReport(options, root));
  const report = reportOf(reports);
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else printTables(report);
  return 0;
}

function readOptions(words: readonly string[]): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        python: { type: 'string' },
        rounds: { type: 'string', default: '10' },
        'cold-rounds': { type: 'string', default: '5' },
        seconds: { type: 'string', default: '4' },
        runs: { type: 'string', default: '200' },
        json: { type: 'boolean', default: false },
      },
    });
    const cases = positionals.length === 0 ? NAMES : positionals;
    const numbers = {
      rounds: Number(values.rounds),
      coldRounds: Number(values['cold-rounds']),
      seconds: Number(values.seconds),
      runs: Number(values.runs),
    };
    const isUsable = Object.values(numbers).every((number) => number >= 1);
    if (!isUsable || !cases.every((name) => NAMES.includes(name))) return null;
    return { python: values.python ?? null, cases, ...numbers, json: values.json };
  } catch {
    return null;
  }
}

async function warmReports(cases: readonly Case[], options: Options, root: string): Promise<CaseReport[]> {
  if (cases.length === 0) return [];
  const contenders = await contendersOf(options, root);
  try {
    const reports: CaseReport[] = [];
    for (const benchCase of cases) {
      const { name, description } = benchCase;
      const { rounds, seconds } = options;
      const measured = await inTurn(contenders, { rounds, seconds }, (contender) =>
        contender.measure(benchCase),
      );
      reports.push({ name, description, unit: 'ms', rows: rowsOf(measured) });
    }
    return reports;
  } finally {
    await Promise.all(contenders.map((contender) => contender.close()));
  }
}

async function contendersOf({ python }: Options, root: string): Promise<readonly Contender[]> {
  const contenders: Contender[] = [];
  for (const backend of ['auto', 'js', 'wasm', 'tensorflow'] as const) {
    const contender = new EngineContender(backend, root);
    if (await contender.isPresent()) contenders.push(contender);
    else await absent(contender);
  }
  contenders.push(FLOOR);
  if (python !== null) {
    contenders.push(
      await PyTorchContender.start(python, 1, root),
      await PyTorchContender.start(python, 0, root),
    );
  }
  return contenders;
}

function absent(contender: Contender): Promise<void> {
  console.error(`${contender.name}: not present on this machine`);
  return contender.close();
}

interface Turns {
  readonly rounds: number;
  /** Who has taken longer has no further turn; one warm-up and one turn everyone has. */
  readonly seconds: number;
}

/** Everyone has one turn a round, so that what disturbs the machine disturbs all alike. */
async function inTurn<T extends { readonly name: string }>(
  contenders: readonly T[],
  { rounds, seconds }: Turns,
  measure: (contender: T) => Promise<readonly Sample[] | null>,
): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const measured = new Map<string, readonly Sample[]>();
  const taken = new Map<string, number>();
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const contender of contenders) {
      const { name } = contender;
      const before = taken.get(name) ?? 0;
      const isWarm = round >= 0 || before > (1000 * seconds) / 2;
      if (before > 1000 * seconds && measured.has(name)) continue;
      const start = performance.now();
      const samples = await measure(contender);
      taken.set(name, before + performance.now() - start);
      if (samples !== null && isWarm) measured.set(name, [...(measured.get(name) ?? []), ...samples]);
    }
  }
  return new Map(contenders.flatMap(({ name }) => [[name, measured.get(name) ?? []] as const]));
}

async function coldReport(
  destination: Destination,
  { python, coldRounds }: Options,
  root: string,
): Promise<CaseReport> {
  const turns = { rounds: coldRounds, seconds: 60 };
  const measured = await inTurn(coldContenders(destination, root, python), turns, ({ measure }) => measure());
  const { name, description } = destination;
  return { name, description, unit: 'ms', rows: rowsOf(measured) };
}

async function sweepReport({ coldRounds }: Options, root: string): Promise<CaseReport> {
  const turns = { rounds: coldRounds, seconds: 60 };
  const measured = await inTurn(sweepContenders(root), turns, ({ measure }) => measure());
  const description = `sixteen runs of section 3.4's fit with as many learning rates`;
  return { name: 'sweep', description, unit: 'ms', rows: rowsOf(measured) };
}

async function memoryReport({ runs }: Options, root: string): Promise<CaseReport> {
  const measured = new Map([['resident MiB', await memorySamples(root, runs)]]);
  const description = `what the engine adds to a process, runs of section 3.4's fit`;
  return { name: 'memory', description, unit: 'MiB', rows: rowsOf(measured) };
}
