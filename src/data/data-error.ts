/** Why a data set cannot be had: a reason and its facts. The words are in `wording.ts`. */

/** What is told of each reason. */
export interface DataFailures {
  /** No answer, or the line was lost; what has come is kept. */
  readonly lostLine: { readonly host: string; readonly reason: string };
  /** Nothing came for so many seconds; what has come is kept. */
  readonly slow: { readonly host: string; readonly seconds: number };
  /** The host refuses the file or does not have it. */
  readonly refused: { readonly url: string; readonly status: number };
  /** A redirect to an address that is not in the list. */
  readonly redirected: { readonly url: string; readonly to: string };
  /** More bytes than the file can have. */
  readonly tooLarge: { readonly file: string; readonly bytes: number; readonly most: number };
  /** Not the file that the list means; it was deleted. */
  readonly wrongSum: {
    readonly file: string;
    readonly algorithm: string;
    readonly expected: string;
    readonly found: string;
  };
  /** An archive with a path that leads out of its folder. */
  readonly unsafePath: { readonly file: string; readonly entry: string };
  /** An archive that holds more than it can honestly hold. */
  readonly bomb: { readonly file: string; readonly most: number };
  /** An archive that cannot be read. */
  readonly broken: { readonly file: string; readonly reason: string };
  readonly diskFull: { readonly folder: string; readonly needed: number | null };
  /** The folder cannot be written for another reason. */
  readonly notWritable: { readonly folder: string; readonly reason: string };
  /** Another window or terminal is fetching the same set. */
  readonly busy: { readonly set: string };
  /** The mirror's address cannot be used. */
  readonly badMirror: { readonly mirror: string };
  /** No run could use it. */
  readonly unusable: { readonly set: string; readonly reason: string };
  /** It was told to stop; what has come is kept. */
  readonly stopped: Readonly<Record<never, never>>;
}

export type DataFailure = {
  readonly [K in keyof DataFailures]: { readonly kind: K; readonly facts: DataFailures[K] };
}[keyof DataFailures];

export class DataError extends Error {
  override readonly name = 'DataError';

  constructor(readonly failure: DataFailure) {
    super(`${failure.kind}: ${JSON.stringify(failure.facts)}`);
  }

  get kind(): DataFailure['kind'] {
    return this.failure.kind;
  }
}

/** The error when it is one of these, whichever script it comes from; null else. */
export function asDataError(error: unknown): DataError | null {
  return error instanceof Error && error.name === 'DataError' ? (error as DataError) : null;
}

/** Makes the error of a reason. */
export function dataError<K extends keyof DataFailures>(kind: K, facts: DataFailures[K]): DataError {
  return new DataError({ kind, facts } as DataFailure);
}

/** What the system's error about a file in `folder` means; other errors stay as they are. */
export function fileError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof DataError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return dataError('diskFull', { folder, needed: null });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR')
    return dataError('notWritable', { folder, reason: error.message });
  return error;
}
