/** A published file on the disk, whole and checked. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressesOf } from './addresses.ts';
import { DataError, dataError, type DataFailure } from './data-error.ts';
import type { PublishedFile } from './data-set.ts';
import { transfer, type Agents } from './transfer.ts';

/** Of each address. A line that is lost in the middle is picked up again. */
const ATTEMPTS = 3;
const PAUSE_MILLISECONDS = 500;
const IDLE_MILLISECONDS = 30_000;
/** Sizes in the list are about right. */
const SLACK = 4;
const SLACK_BYTES = 16_000_000;

export interface DownloadOptions {
  readonly mirror: URL | null;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which a line is lost. */
  readonly idle?: number;
  /** Milliseconds before a lost line is picked up again. */
  readonly pause?: number;
  readonly agents?: Agents | undefined;
  onProgress(done: number, total: number | null): void;
}

/** What another address, or another attempt, may mend. */
const PASSING: ReadonlySet<DataFailure['kind']> = new Set(['lostLine', 'slow']);
const OF_THE_ADDRESS: ReadonlySet<DataFailure['kind']> = new Set([
  ...PASSING,
  'refused',
  'redirected',
  'tooLarge',
  'wrongSum',
]);

/**
 * Fetches `file` into `target`, going on with what is there of it, and checks it.
 * @throws DataError of the first address when no address has it
 */
export async function download(file: PublishedFile, target: string, options: DownloadOptions): Promise<void> {
  const addresses = addressesOf(file, options.mirror);
  let first: DataError | null = null;
  for (const url of addresses) {
    try {
      await fromAddress(url, file, target, addresses, options);
      return;
    } catch (error) {
      if (!(error instanceof DataError) || !OF_THE_ADDRESS.has(error.kind)) throw error;
      first ??= error;
    }
  }
  throw first ?? dataError('refused', { url: file.path, status: 0 });
}

async function fromAddress(
  url: URL,
  file: PublishedFile,
  target: string,
  addresses: readonly URL[],
  { signal, idle = IDLE_MILLISECONDS, pause = PAUSE_MILLISECONDS, agents, onProgress }: DownloadOptions,
): Promise<void> {
  const most = SLACK * file.bytes + SLACK_BYTES;
  for (let attempt = 1; ; attempt++) {
    try {
      await transfer(url, target, { addresses, most, signal, idle, agents, onProgress });
      break;
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      if (error.kind === 'tooLarge') await rm(target, { force: true });
      if (!PASSING.has(error.kind) || attempt === ATTEMPTS) throw error;
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) throw dataError('stopped', {});
    }
  }
  await check(file, target);
}

/** @throws DataError when it is not the file that was published; it is deleted then */
async function check({ path: name, algorithm, sum }: PublishedFile, target: string): Promise<void> {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(target)) hash.update(chunk as Buffer);
  const found = hash.digest('hex');
  if (found === sum) return;
  await rm(target, { force: true });
  throw dataError('wrongSum', { file: path.posix.basename(name), algorithm, expected: sum, found });
}
