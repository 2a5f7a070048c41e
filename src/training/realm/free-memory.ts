/** Clears what Python no longer uses of its memory, so that a snapshot holds no remains. */
import type { PythonModule } from './python-module.ts';

const LARGEST = 1 << 22;
const SMALLEST = 1 << 8;

/** Takes all free blocks from the allocator, the largest first, fills them with zeros and gives them back. */
export function clearFreeMemory(module: PythonModule): void {
  const taken: number[] = [];
  for (let size = LARGEST; size >= SMALLEST; size >>= 1) takeFree(module, size, taken);
  for (const address of taken) module._free(address);
}

/** Takes blocks of a size until the allocator has to ask for more memory. */
function takeFree(module: PythonModule, size: number, taken: number[]): void {
  const end = module._sbrk(0);
  for (;;) {
    const address = module._malloc(size);
    if (address === 0) return;
    module.HEAPU8.fill(0, address, address + size);
    taken.push(address);
    if (module._sbrk(0) !== end) return;
  }
}
