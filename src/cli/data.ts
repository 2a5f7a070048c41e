/** The data folder of a run from the command line. */
import type { RunRequest } from '../training/threads/session.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './usage.ts';

/**
 * The part of a request that offers the run a data folder.
 *
 * @param folder as given on the command line; null: none
 * @throws UsageError when it is no folder
 */
export async function dataOf(
  folder: string | null,
  environment: Pick<Environment, 'folder'>,
): Promise<Pick<RunRequest, 'dataFolder'>> {
  if (folder === null) return {};
  const path = await environment.folder(folder);
  if (path === null) throw new UsageError(`--data: ${folder} is no folder`);
  return { dataFolder: path };
}
