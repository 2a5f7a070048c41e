/** Why a data set cannot be had, in words. */

import type { Translate } from '../advice/translate.ts';
import type { DataError, DataFailures } from './data-error.ts';
import { sizeText } from './sizes.ts';

type Words = { readonly [K in keyof DataFailures]: (facts: DataFailures[K], t: Translate) => string };

/** One or two sentences: what went wrong, and what can be done. */
export function dataErrorText({ failure }: DataError, t: Translate): string {
  const words = WORDS[failure.kind] as (facts: DataFailures[keyof DataFailures], t: Translate) => string;
  return words(failure.facts, t);
}

const WORDS: Words = {
  lostLine: ({ host, reason }, t) =>
    t(
      'The connection to {0} failed ({1}). What has come so far is kept: downloading again goes on from there.',
      host,
      reason,
    ),
  slow: ({ host, seconds }, t) =>
    t(
      'Nothing came from {0} for {1} seconds. What has come so far is kept: downloading again goes on from there.',
      host,
      seconds,
    ),
  refused: ({ url, status }, t) =>
    t('{0} cannot be had: the host answers with status {1}. Try again later, or use a mirror.', url, status),
  redirected: ({ url, to }, t) =>
    t('{0} leads to {1}, which is not in the list of addresses. Nothing was fetched from there.', url, to),
  tooLarge: ({ file, bytes, most }, t) =>
    t(
      '{0} has {1}, more than the {2} that it can have. It was deleted.',
      file,
      sizeText(bytes),
      sizeText(most),
    ),
  wrongSum: ({ file, algorithm, expected, found }, t) =>
    t(
      '{0} is not the published file: its {1} is {2}, not {3}. It was deleted.',
      file,
      ALGORITHMS[algorithm] ?? algorithm,
      found,
      expected,
    ),
  unsafePath: ({ file, entry }, t) =>
    t('{0} was not unpacked: it has an entry that leads out of its folder, {1}.', file, entry),
  bomb: ({ file }, t) => t('{0} was not unpacked: it holds more than a file of its size should.', file),
  broken: ({ file, reason }, t) => t('{0} cannot be unpacked: {1}.', file, reason),
  diskFull: ({ folder, needed }, t) =>
    needed === null
      ? t('The disk with {0} is full. What had come was deleted.', folder)
      : t('There is not enough room on the disk with {0}: {1} are needed.', folder, sizeText(needed)),
  notWritable: ({ folder, reason }, t) => t('{0} cannot be written: {1}.', folder, reason),
  busy: ({ set }, t) => t('{0} is being downloaded by another window or terminal.', set),
  badMirror: ({ mirror }, t) =>
    t('{0} cannot be a mirror: it takes an https address, or http of this machine.', mirror),
  unusable: ({ set, reason }, t) => t('{0} cannot be used here: {1}.', set, reason),
  stopped: (_, t) =>
    t('The download was stopped. What has come so far is kept: downloading again goes on from there.'),
};

const ALGORITHMS: Readonly<Record<string, string>> = { sha1: 'SHA-1', md5: 'MD5' };
