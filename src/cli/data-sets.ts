/** `d2l-exercises data`: the book's data sets on this machine. */

import { english } from '../advice/translate.ts';
import { hostsOf, mirrorAddress } from '../data/addresses.ts';
import { findDataSet } from '../data/catalog.ts';
import { asDataError } from '../data/data-error.ts';
import { downloadBytes, storedBytes, type DataSet } from '../data/data-set.ts';
import type { FetchProgress } from '../data/fetch-set.ts';
import type { StoredSet } from '../data/store.ts';
import { sizeText } from '../data/sizes.ts';
import { dataErrorText } from '../data/wording.ts';
import type { DataCommand } from './arguments.ts';
import type { Environment } from './environment.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { Progress } from './progress.ts';
import { writeForeign } from './terminal.ts';
import { UsageError } from './usage.ts';

/**
 * Lists, fetches or deletes data sets.
 *
 * @throws UsageError for a name that is not in the list
 */
export async function dataSets(command: DataCommand, environment: Environment): Promise<ExitStatus> {
  if (command.action === 'list') return list(command, environment);
  const sets = command.names.map((name) => setOf(name, environment));
  try {
    for (const set of sets) {
      if (command.action === 'get') await get(set, command.mirror, environment);
      else await remove(set, environment);
    }
    return EXIT.ok;
  } catch (error) {
    const failure = asDataError(error);
    if (failure === null) throw error;
    writeForeign(environment.stderr, `d2l-exercises: ${dataErrorText(failure, english)}\n`);
    return failure.kind === 'stopped' ? EXIT.stopped : EXIT.noData;
  }
}

function setOf(name: string, { dataSets: { catalog } }: Environment): DataSet {
  const set = findDataSet(name, catalog);
  if (set === undefined)
    throw new UsageError(`There is no data set "${name}": data list shows those there are`);
  return set;
}

async function list({ json }: DataCommand, { dataSets, stdout }: Environment): Promise<ExitStatus> {
  const { catalog, store } = dataSets;
  const there = new Map((await store.list()).map((stored) => [stored.id, stored]));
  if (json) {
    const sets = catalog.map((set) => asJson(set, there.get(set.id)));
    stdout.write(`${JSON.stringify({ folder: store.folder, sets })}\n`);
    return EXIT.ok;
  }
  const rows = catalog.map((set) => [set.id, stateText(set, there.get(set.id)), set.title] as const);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map(
    ([id, state, title]) => `${id.padEnd(widths[0] ?? 0)}  ${state.padEnd(widths[1] ?? 0)}  ${title}`,
  );
  writeForeign(stdout, [...lines, '', `They are kept in ${store.folder}`, ''].join('\n'));
  return EXIT.ok;
}

function asJson(set: DataSet, stored: StoredSet | undefined): object {
  const { id, title, names, about, unusable = null } = set;
  const bytes = { download: downloadBytes(set), stored: stored?.bytes ?? storedBytes(set) };
  return { id, title, names, about, there: stored !== undefined, bytes, unusable };
}

function stateText(set: DataSet, stored: StoredSet | undefined): string {
  if (stored !== undefined) return `there, ${sizeText(stored.bytes)}`;
  return set.unusable === undefined ? `${sizeText(downloadBytes(set))} to get` : 'too large for a run';
}

async function get(set: DataSet, mirror: string, environment: Environment): Promise<void> {
  const { dataSets, stdout, stderr } = environment;
  const { store } = dataSets;
  const address = mirrorAddress(mirror);
  if ((await store.read(set.id)) !== null) {
    writeForeign(stdout, `${set.title} is there.\n`);
    return;
  }
  const hosts = hostsOf(set, address).join(' or ');
  if (set.unusable === undefined)
    writeForeign(
      stderr,
      `${set.title}: about ${sizeText(downloadBytes(set))} from ${hosts} to ${store.folder}\n`,
    );
  const progress = new Progress(stderr);
  const stop = new AbortController();
  const ignoreInterrupts = environment.onInterrupt(() => stop.abort());
  try {
    const { bytes } = await dataSets.fetch(set, {
      mirror: address,
      signal: stop.signal,
      onProgress: (step) => progress.line(progressText(set, step)),
    });
    progress.clear();
    writeForeign(stdout, `${set.title} is there now: ${sizeText(bytes)}.\n`);
  } finally {
    progress.clear();
    ignoreInterrupts();
  }
}

function progressText({ title }: DataSet, { phase, done, total }: FetchProgress): string {
  const part = total === 0 ? 100 : Math.floor((100 * done) / total);
  const what = phase === 'download' ? title : `${title}, unpacking`;
  return `${what}: ${sizeText(done)} of ${sizeText(total)}, ${part} %`;
}

async function remove({ id, title }: DataSet, { dataSets, stdout }: Environment): Promise<void> {
  const found = await dataSets.store.remove(id);
  writeForeign(stdout, found ? `${title} is deleted.\n` : `${title} is not there.\n`);
}
