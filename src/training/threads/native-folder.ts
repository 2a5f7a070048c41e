/** Where tfjs-node is. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export const TFJS_NODE = '@tensorflow/tfjs-node';

/**
 * The folder of tfjs-node: the one that came with the distribution, else an installed one; null without it or its native
 * binding.
 */
export function tfjsNodeFolder(distribution: string): string | null {
  const carried = path.join(distribution, 'native');
  const folder = existsSync(carried) ? carried : installedFolder(distribution);
  return folder !== null && existsSync(path.join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'))
    ? folder
    : null;
}

function installedFolder(distribution: string): string | null {
  try {
    const from = createRequire(path.join(distribution, 'worker.js'));
    return path.dirname(from.resolve(`${TFJS_NODE}/package.json`));
  } catch {
    return null;
  }
}
