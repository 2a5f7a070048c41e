/** Times the engine beside PyTorch and beside the floor, everyone in turn in the same rounds. */
import { parseArgs } from 'node:util';

import { CASES, type Case } from './cases.ts';
import { coldContenders, timeToFirstFit } from './cold.ts';
import { EngineContender, FLOOR, PyTorchContender, type Contender } from './contenders.ts';
import { printTables, reportOf, rowsOf, type CaseReport } from './report.ts';
import { summarize } from './statistics.ts';

const USAGE = `npm run bench -- [--python PATH] [--case NAME]… [--rounds N] [--cold-rounds N] [--json]
  --python PATH    a Python with torch and d2l to stand beside
  --case NAME      only these: ${[...CASES.map(({ name }) => name), 'cold'].join(', ')}
  --rounds N       how often everyone has a turn (10); two more before it warm up
  --cold-rounds N  the same for the cold start (5)
  --json           the report as JSON`;

const WARM_UP_ROUNDS = 2;

interface Options {
  readonly python: string | null;
  readonly cases: readonly string[];
  readonly rounds: number;
  readonly coldRounds: number;
  readonly json: boolean;
}

/** @returns the exit status: 0, or 2 for wrong usage */
export async function main(words: readonly string[], root: string): Promise<number> {
  const options = readOptions(words);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const wanted = CASES.filter(({ name }) => options.cases.includes(name));
  const reports = wanted.length === 0 ? [] : await warmReports(wanted, options, root);
  if (options.cases.includes('cold')) reports.push(await coldReport(options, root));
  const report = reportOf(reports);
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else printTables(report);
  return 0;
}

function readOptions(words: readonly string[]): Options | null {
  const known = [...CASES.map(({ name }) => name), 'cold'];
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        python: { type: 'string' },
        case: { type: 'string', multiple: true },
        rounds: { type: 'string', default: '10' },
        'cold-rounds': { type: 'string', default: '5' },
        json: { type: 'boolean', default: false },
      },
    });
    const cases = values.case ?? known;
    const [rounds, coldRounds] = [Number(values.rounds), Number(values['cold-rounds'])];
    if (!cases.every((name) => known.includes(name)) || !(rounds >= 1) || !(coldRounds >= 1)) return null;
    return { python: values.python ?? null, cases, rounds, coldRounds, json: values.json };
  } catch {
    return null;
  }
}

async function warmReports(cases: readonly Case[], options: Options, root: string): Promise<CaseReport[]> {
  const contenders = await contendersOf(options, root);
  try {
    const reports: CaseReport[] = [];
    for (const benchCase of cases) {
      const { name, description } = benchCase;
      const measured = await inTurn(contenders, options.rounds, (contender) => contender.measure(benchCase));
      reports.push({ name, description, rows: rowsOf(summaries(measured)) });
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

/** Everyone has one turn a round, so that what disturbs the machine disturbs all alike. */
async function inTurn<T extends { readonly name: string }>(
  contenders: readonly T[],
  rounds: number,
  measure: (contender: T) => Promise<readonly number[] | null>,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const measured = new Map<string, number[]>();
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const contender of contenders) {
      const values = await measure(contender);
      if (values === null || round < 0) continue;
      measured.set(contender.name, [...(measured.get(contender.name) ?? []), ...values]);
    }
  }
  return measured;
}

function summaries(measured: ReadonlyMap<string, readonly number[]>) {
  return new Map([...measured].map(([name, values]) => [name, summarize(values)]));
}

async function coldReport({ python, coldRounds }: Options, root: string): Promise<CaseReport> {
  const measured = await inTurn(coldContenders(root, python), coldRounds, async (contender) => [
    await timeToFirstFit(contender),
  ]);
  const description = 'from the start of the process to the end of the first fit of section 3.4 (3 epochs)';
  return { name: 'cold', description, rows: rowsOf(summaries(measured)) };
}
