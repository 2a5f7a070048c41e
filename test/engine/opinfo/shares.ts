/** How many calls of each operation agree, as it is kept beside the recording. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Share {
  readonly calls: number;
  /** Places of those that differ today, among the operation's calls. */
  readonly differing: readonly number[];
}

export type Shares = Readonly<Record<string, Share>>;

const fileBelow = (root: string): string => path.join(root, 'test/engine/opinfo/recorded-shares.json');

export function readShares(root: string): Shares {
  return JSON.parse(readFileSync(fileBelow(root), 'utf8')) as Shares;
}

/** One operation to a line: what changes shows in a diff. */
export function writeShares(root: string, shares: Shares): void {
  const lines = Object.entries(shares).map(
    ([name, share]) => `  ${JSON.stringify(name)}: ${JSON.stringify(share)}`,
  );
  writeFileSync(fileBelow(root), `{\n${lines.join(',\n')}\n}\n`);
}

/** `12 of 14`, or nothing where PyTorch's databases have no sample that is recorded. */
export function shareText(share: Share | undefined): string {
  return share === undefined ? '' : `${share.calls - share.differing.length} of ${share.calls}`;
}
