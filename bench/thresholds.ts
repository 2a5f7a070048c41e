/** Measures from which size on a backend beats those before it: the table that src/training/backend/choice.ts keeps. */
import { EngineContender } from './contenders.ts';
import type { Case } from './cases.ts';
import { summarizeByLabel } from './statistics.ts';

const THRESHOLDS: Case = {
  name: 'thresholds',
  description: 'operations by size',
  program: 'thresholds.py',
  repetitions: 5,
  measure: 'printed',
};
/** Unless a number is given. */
const ROUNDS = 4;
const WORKS = ['elementwise', 'reduction', 'product', 'fused'] as const;
const BACKENDS = ['js', 'wasm', 'tensorflow'] as const;

type Times = ReadonlyMap<string, number>;

/** @returns the exit status */
export async function main([rounds = ROUNDS]: readonly (number | string)[], root: string): Promise<number> {
  const contenders = new Map<string, EngineContender>();
  for (const backend of BACKENDS) {
    const contender = new EngineContender(backend, root);
    if (await contender.isPresent()) contenders.set(backend, contender);
    else await contender.close();
  }
  const samples = new Map<string, { label: string; milliseconds: number }[]>();
  for (let round = 0; round < Number(rounds); round++) {
    for (const [backend, contender] of contenders) {
      samples.set(backend, [...(samples.get(backend) ?? []), ...(await contender.measure(THRESHOLDS))]);
    }
  }
  await Promise.all([...contenders.values()].map((contender) => contender.close()));
  const times = new Map([...samples].map(([backend, taken]) => [backend, bestByLabel(taken)]));
  printTimes(times);
  let before = times.get('js') ?? new Map<string, number>();
  for (const [backend, own] of times) {
    if (backend !== 'js') printThresholds(backend, own, before);
    before = bestOf(before, own);
  }
  return 0;
}

/** The lowest quartile: what disturbs a machine only ever adds time. */
function bestByLabel(samples: readonly { label: string; milliseconds: number }[]): Times {
  return new Map([...summarizeByLabel(samples)].map(([label, { low }]) => [label, low]));
}

/** Who has been quickest at each size so far. */
const bestOf = (one: Times, other: Times): Times =>
  new Map([...one].map(([label, time]) => [label, Math.min(time, other.get(label) ?? Infinity)]));

function printTimes(times: ReadonlyMap<string, Times>): void {
  const labels = [...(times.get('js')?.keys() ?? [])].sort();
  console.log(['work size'.padEnd(22), ...[...times.keys()].map((backend) => backend.padStart(12))].join(''));
  for (const label of labels) {
    const cells = [...times.values()].map((own) => (own.get(label) ?? NaN).toFixed(4).padStart(12));
    console.log(label.padEnd(22) + cells.join(''));
  }
}

function printThresholds(backend: string, own: Times, others: Times): void {
  const sizes = WORKS.map((work) => `${work}: ${firstFaster(work, own, others)}`);
  console.log(`${backend}: { ${sizes.join(', ')} }`);
}

/** The size from which on the backend is faster at every size measured. */
function firstFaster(work: string, own: Times, others: Times): string {
  const sizes = [...others.keys()]
    .filter((label) => label.startsWith(work))
    .map((label) => Number(label.split(' ')[1]));
  let found = Infinity;
  for (const size of sizes.sort((a, b) => b - a)) {
    const label = `${work} ${size}`;
    if ((own.get(label) ?? Infinity) >= (others.get(label) ?? 0)) break;
    found = size;
  }
  return found === Infinity ? 'never in what was measured' : String(found);
}
