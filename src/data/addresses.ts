/** Which addresses may be asked for a file of the list, and where they may lead. */

import { dataError } from './data-error.ts';
import type { DataSet, PublishedFile } from './data-set.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address of a mirror as its setting has it; null when it is empty. A mirror is a web server that has the files as a
 * data folder has them.
 * @throws DataError unless it is https, or http of this machine itself
 */
export function mirrorAddress(setting: string): URL | null {
  const text = setting.trim();
  if (text === '') return null;
  const url = URL.canParse(text.endsWith('/') ? text : `${text}/`)
    ? new URL(text.endsWith('/') ? text : `${text}/`)
    : null;
  const isAllowed =
    url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)));
  if (!isAllowed || url.search !== '' || url.hash !== '') throw dataError('badMirror', { mirror: text });
  return url;
}

/** Where a file is asked for, in this order: of the mirror alone when there is one. */
export function addressesOf({ path, urls }: PublishedFile, mirror: URL | null): readonly URL[] {
  if (mirror === null) return urls.map((url) => new URL(url));
  return [new URL(path.split('/').map(encodeURIComponent).join('/'), mirror)];
}

/** The hosts that are asked for a set, each once. */
export function hostsOf({ files }: DataSet, mirror: URL | null): readonly string[] {
  return [...new Set(files.flatMap((file) => addressesOf(file, mirror).map(({ host }) => host)))];
}

/** Whether a request to `from` may be led on to `to`: to a host that the file has in the list, and never from https to http. */
export function mayLeadTo(from: URL, to: URL, addresses: readonly URL[]): boolean {
  if (to.protocol !== 'https:' && !(to.protocol === 'http:' && from.protocol === 'http:')) return false;
  return to.username === '' && to.password === '' && addresses.some(({ host }) => host === to.host);
}
