/** One file over HTTP into a file on disk, from where an earlier attempt ended. */

// Without `node:`: VS Code puts its proxies and certificates into these two by these names, and by no others.
import http, { type Agent, type IncomingMessage } from 'http';
import https from 'https';
import { createWriteStream } from 'node:fs';
import { stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mayLeadTo } from './addresses.ts';
import { DataError, dataError, fileError } from './data-error.ts';

const MOST_REDIRECTS = 5;

/** How hosts are reached where that is not left to Node and VS Code. */
export interface Agents {
  readonly http: Agent;
  readonly https: https.Agent;
}

export interface TransferOptions {
  /** Every address of the file: a redirect may only lead to one of their hosts. */
  readonly addresses: readonly URL[];
  /** Bytes beyond which it cannot be the file. */
  readonly most: number;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which the line is lost. */
  readonly idle: number;
  readonly agents?: Agents | undefined;
  /** So many bytes are there; `total`: of how many, when the host says so. */
  onProgress(done: number, total: number | null): void;
}

/**
 * Fetches what is missing of `target`; a host that cannot begin in the middle begins anew.
 * @throws DataError what has come stays in `target`, except when there is too much of it
 */
export async function transfer(url: URL, target: string, options: TransferOptions): Promise<void> {
  const there = await sizeOf(target);
  const answer = await follow(url, there, options);
  const { statusCode: status = 0, headers } = answer;
  if (status === 416 && there > 0) {
    answer.destroy();
    // Complete already; or the file there is another one, which the checksum tells.
    return;
  }
  const begin = status === 206 ? beginOf(headers['content-range']) : 0;
  if ((status !== 200 && status !== 206) || begin === null || begin > there) {
    answer.destroy();
    throw dataError('refused', { url: url.href, status });
  }
  if (begin < there) await truncate(target, begin);
  await receive(answer, target, begin, url, options);
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}

/** The first byte of `bytes 100-199/200`; null when it is not said. */
function beginOf(range: string | undefined): number | null {
  const found = /^bytes (\d+)-/.exec(range ?? '');
  return found === null ? null : Number(found[1]);
}

async function follow(first: URL, there: number, options: TransferOptions): Promise<IncomingMessage> {
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await ask(url, there, options);
    const { statusCode: status = 0, headers } = answer;
    if (status < 300 || status >= 400 || headers.location === undefined) return answer;
    answer.destroy();
    const { location } = headers;
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    if (next === null || !mayLeadTo(url, next, options.addresses))
      throw dataError('redirected', { url: url.href, to: location.slice(0, 200) });
    url = next;
  }
  throw dataError('redirected', { url: first.href, to: url.href });
}

function ask(url: URL, there: number, { signal, idle, agents }: TransferOptions): Promise<IncomingMessage> {
  const isSafe = url.protocol === 'https:';
  const { request } = isSafe ? https : http;
  const agent = isSafe ? agents?.https : agents?.http;
  const headers = {
    'user-agent': 'd2l-exercises',
    'accept-encoding': 'identity',
    ...(there > 0 ? { range: `bytes=${there}-` } : {}),
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, signal, ...(agent === undefined ? {} : { agent }) }, resolve);
    asked.setTimeout(idle, () => asked.destroy(slow(url, idle)));
    asked.on('error', (error) => reject(lost(error, url, signal)));
    asked.end();
  });
}

async function receive(
  answer: IncomingMessage,
  target: string,
  begin: number,
  url: URL,
  { most, signal, idle, onProgress }: TransferOptions,
): Promise<void> {
  const length = Number(answer.headers['content-length'] ?? NaN);
  const total = Number.isSafeInteger(length) ? begin + length : null;
  const file = path.basename(url.pathname);
  if (total !== null && total > most) {
    answer.destroy();
    throw dataError('tooLarge', { file, bytes: total, most });
  }
  answer.setTimeout(idle, () => answer.destroy(slow(url, idle)));
  let done = begin;
  onProgress(done, total);
  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      done += chunk.length;
      if (done > most) throw dataError('tooLarge', { file, bytes: done, most });
      onProgress(done, total);
      yield chunk;
    }
  }
  try {
    await pipeline(answer, counted, createWriteStream(target, { flags: 'a' }), { signal });
  } catch (error) {
    throw lost(fileError(error, path.dirname(target)), url, signal);
  }
  if (total !== null && done < total)
    throw dataError('lostLine', { host: url.host, reason: `${total - done} bytes are missing` });
}

function slow({ host }: URL, idle: number): Error {
  return dataError('slow', { host, seconds: idle / 1000 });
}

function lost(error: unknown, { host }: URL, signal: AbortSignal): Error {
  if (signal.aborted) return dataError('stopped', {});
  if (error instanceof DataError) return error;
  if (!(error instanceof Error)) return new Error(String(error));
  const { code } = error as NodeJS.ErrnoException;
  return dataError('lostLine', { host, reason: error.message || (code ?? error.name) });
}
