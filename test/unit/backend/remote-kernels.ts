/**
 * TensorFlow.js's kernels, loaded as Node loads them. Its WebAssembly backend stands in for the native library, which most
 * machines do not have: the same kernel names, inputs and attributes.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { TfjsKernels, type TensorFlow } from '../../../src/training/backend/tfjs-kernels.ts';

const nodeRequire = createRequire(import.meta.url);

export async function standInKernels(): Promise<TfjsKernels> {
  const tf = nodeRequire('@tensorflow/tfjs-core') as TensorFlow & {
    enableProdMode(): void;
    setBackend(name: string): Promise<boolean>;
    ready(): Promise<void>;
  };
  nodeRequire('@tensorflow/tfjs-backend-wasm');
  tf.enableProdMode();
  if (!(await tf.setBackend('wasm'))) throw new Error('the wasm backend does not start');
  await tf.ready();
  return new TfjsKernels(tf);
}

const NATIVE = '@tensorflow/tfjs-node';

export function hasNative(): boolean {
  try {
    const folder = path.dirname(nodeRequire.resolve(`${NATIVE}/package.json`));
    return existsSync(path.join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'));
  } catch {
    return false;
  }
}

/** Ends the name of what is skipped where {@link hasNative} says no. */
export const NATIVE_SKIPPED = ' (SKIPPED: tfjs-node is not built here; npm run native builds it)';

export function nativeKernels(): TfjsKernels {
  // tfjs-node 4.22 calls a function that Node 23 has dropped.
  (nodeRequire('node:util') as Record<string, unknown>)['isNullOrUndefined'] ??= (value: unknown) =>
    value === null || value === undefined;
  return new TfjsKernels(nodeRequire(NATIVE) as TensorFlow);
}
