/** What is known of a data set that can be fetched: facts only, no code. */

/** How a published file is packed. `gz` is one packed file, the others are archives of many. */
export type Packing = 'none' | 'gz' | 'zip' | 'tar' | 'tar.gz';

export interface PublishedFile {
  /** Where programs look for it, below the data folder, with `/` between the parts. */
  readonly path: string;
  /** Where it can be had, the best first. */
  readonly urls: readonly string[];
  /** About how large it is, and, once unpacked, what is in it. */
  readonly bytes: number;
  readonly unpackedBytes: number;
  /** The checksum that d2l or torchvision publishes. */
  readonly algorithm: 'sha1' | 'md5';
  readonly sum: string;
  readonly packing: Packing;
}

export interface DataSet {
  /** Its name in the terminal and on disk: letters, digits, `.`, `_` and `-`. */
  readonly id: string;
  /** As people call it. */
  readonly title: string;
  /** Names by which programs ask for it: keys of `d2l.DATA_HUB` and classes of `torchvision.datasets`. */
  readonly names: readonly string[];
  /** What it is, and what its publisher says about its use. */
  readonly about: string;
  readonly files: readonly PublishedFile[];
  /** Why a run could not use it, where it could not: nothing is fetched then. */
  readonly unusable?: string;
}

/** About how many bytes are fetched. */
export function downloadBytes({ files }: DataSet): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** About how many bytes it takes on the disk: a packed file is not kept, an archive is. */
export function storedBytes({ files }: DataSet): number {
  return files.reduce(
    (sum, { bytes, unpackedBytes, packing }) => sum + unpackedBytes + (packing === 'gz' ? 0 : bytes),
    0,
  );
}
