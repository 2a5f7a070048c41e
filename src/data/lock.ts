/** One process at a time fetches a data set: a file with its number says which. */

import { readFile, rm, writeFile } from 'node:fs/promises';

/**
 * Takes a lock.
 * @returns what gives it back; null when a process that still lives has it
 */
export async function takeLock(file: string): Promise<(() => Promise<void>) | null> {
  // The second attempt is after a process that has died.
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isAlive(Number(await readFile(file, 'utf8').catch(() => '')))) return null;
      await rm(file, { force: true });
    }
  }
  return null;
}

/** A process that is not ours to signal lives, too. */
function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
