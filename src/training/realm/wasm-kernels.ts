/** tfjs-backend-wasm inside the realm. */
import { ORIGIN } from './globals.ts'; // first: TensorFlow.js looks at its globals
import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { KernelHost } from '../backend/kernel-host.ts';
import { TfjsKernels } from '../backend/tfjs-kernels.ts';

function isTypedArray(value: unknown): value is Float32Array | Int32Array | Uint8Array | Uint8ClampedArray {
  return (
    value instanceof Float32Array ||
    value instanceof Int32Array ||
    value instanceof Uint8Array ||
    value instanceof Uint8ClampedArray
  );
}

/** tfjs has platforms for Node and the browser only, and the realm is neither. */
function setPlatform(): void {
  tf.enableProdMode();
  tf.env().setPlatform('realm', {
    fetch: (path: string) => fetch(path),
    now: () => performance.now(),
    encode: (text: string) => new TextEncoder().encode(text),
    decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
    setTimeoutCustom: (callback: () => void, milliseconds: number) => void setTimeout(callback, milliseconds),
    isTypedArray,
  });
}

/** @throws Error when the backend's WebAssembly cannot be loaded */
export async function loadWasmKernels(): Promise<KernelHost> {
  setPlatform();
  setWasmPaths(ORIGIN);
  if (!(await tf.setBackend('wasm'))) throw new Error('its WebAssembly could not be started');
  await tf.ready();
  return new TfjsKernels(tf);
}
