/** `npm run parity -- opinfo`: what the engine makes of samples of PyTorch's test databases. */
import path from 'node:path';
import { parseArgs } from 'node:util';

import { openSession } from '../running.ts';
import { disagreement, KINDS, saysOtherwise, type Disagreement } from './agreement.ts';
import { readCalls, replay, type Call } from './calls.ts';
import { readShares, shareText, writeShares, type Share } from './shares.ts';
import { isUsed, namesUsed } from './used.ts';

const USAGE = `npm run parity -- opinfo [NAME …] [--used PATH …] [--details] [--write | --calls FILE]
  NAME       operations, layers and optimizers as PyTorch's databases name them; all by default
  --details  every call that differs, and in what
  --used     only operations whose name occurs in a file or folder of programs (after a dot: x.sum, torch.sum);
             ends with status 0 when all of their calls agree
  --write    keeps which calls agree in test/engine/opinfo/recorded-shares.json
  --calls    makes the calls of a file of scripts/record-generated.py, of which nothing is kept
ends with status 0 when every call that agreed then agrees now (with --calls: when the engine never failed), else 1`;

interface Found {
  readonly call: Call;
  readonly place: number;
  readonly differs: Disagreement | null;
}

/** @returns the exit status: 0, 1 when a call does not agree any more, 2 for wrong usage */
export async function opinfoParity(words: readonly string[], root: string): Promise<number> {
  const options = readOptions(words);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const used = options.used && namesUsed(options.used);
  const chosen = [...readCalls(options.calls === undefined ? undefined : [options.calls])].filter(
    ([name]) => (options.names.length === 0 || options.names.includes(name)) && (!used || isUsed(name, used)),
  );
  const session = openSession(path.join(root, 'dist'));
  try {
    const calls = chosen.flatMap(([, own]) => own);
    const outcomes = await replay(session, calls);
    const placed = chosen.flatMap(([, own]) => own.map((call, place) => ({ call, place })));
    const found = placed.map((each, i) => ({ ...each, differs: disagreement(each.call, outcomes[i] ?? {}) }));
    const words = calls.filter((call, i) => saysOtherwise(call, outcomes[i] ?? {})).length;
    report(found, words, options.details);
    if (options.calls !== undefined) return neverFailed(found);
    if (used) return found.every(({ differs }) => differs === null) ? 0 : 1;
    return settle(found, root, options);
  } finally {
    await session.dispose();
  }
}

interface Options {
  readonly names: string[];
  readonly details: boolean;
  readonly write: boolean;
  readonly calls?: string;
  readonly used?: string[];
}

function readOptions(words: readonly string[]): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        details: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        calls: { type: 'string' },
        used: { type: 'string', multiple: true },
      },
    });
    return { names: positionals, ...values };
  } catch {
    return null;
  }
}

function byOperation(found: readonly Found[]): ReadonlyMap<string, readonly Found[]> {
  const groups = new Map<string, Found[]>();
  for (const each of found) groups.set(each.call.of, [...(groups.get(each.call.of) ?? []), each]);
  return groups;
}

function report(found: readonly Found[], otherWords: number, details: boolean): void {
  const operations = byOperation(found);
  for (const [name, own] of operations) {
    const differing = own.filter(({ differs }) => differs !== null);
    if (differing.length === 0) continue;
    const kinds = [...new Set(differing.map(({ differs }) => differs?.kind))].join(', ');
    console.log(`${name.padEnd(44)} ${shareText(shareOf(own)).padStart(9)}  ${kinds}`);
    if (!details) continue;
    for (const { call, place, differs } of differing) {
      console.log(`    ${place} ${call.kind} ${differs?.kind}: ${differs?.text}`);
    }
  }
  for (const kind of KINDS) {
    const count = found.filter(({ differs }) => differs?.kind === kind).length;
    console.log(`${String(count).padStart(6)}  ${kind}`);
  }
  console.log(`${String(otherWords).padStart(6)}  the same type of error in other words (agree)`);
  const agreeing = found.filter(({ differs }) => differs === null).length;
  const whole = [...operations.values()].filter((own) => own.every(({ differs }) => differs === null)).length;
  const share = ((100 * agreeing) / found.length).toFixed(1);
  console.log(
    `\n${share} % of ${found.length} calls agree with PyTorch, all calls of ${whole} of ${operations.size} names`,
  );
}

function shareOf(own: readonly Found[]): Share {
  return {
    calls: own.length,
    differing: own.filter(({ differs }) => differs !== null).map(({ place }) => place),
  };
}

const neverFailed = (found: readonly Found[]): number =>
  found.some(({ differs }) => differs?.kind === 'the engine failed') ? 1 : 0;

/** Keeps the shares on request, and tells which calls agreed when they were kept and do not now. */
function settle(found: readonly Found[], root: string, { names, write }: Options): number {
  const own = Object.fromEntries([...byOperation(found)].map(([name, calls]) => [name, shareOf(calls)]));
  if (write) {
    writeShares(root, names.length === 0 ? own : { ...readShares(root), ...own });
    return 0;
  }
  const before = readShares(root);
  const lost = found.filter(
    ({ call, place, differs }) => differs !== null && before[call.of]?.differing.includes(place) === false,
  );
  for (const { call, place } of lost) console.log(`${call.of} ${place} agreed before`);
  return lost.length === 0 ? 0 : 1;
}
