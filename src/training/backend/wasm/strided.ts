/** Operands as the kernels take them: an address, and at most four dimensions with a stride each. */
import { elementSize } from '../dtype.ts';
import type { Shape } from '../layout.ts';
import type { Operand } from '../operand.ts';

/** How many dimensions the kernels walk through. */
const RANK = 4;

interface Laid {
  readonly strides: Shape;
}

/** Sizes of at least {@link RANK} dimensions, and for each operand its strides. */
export interface Walk {
  readonly sizes: number[];
  readonly strides: number[][];
}

/** The address of an operand's first element. */
export const addressOf = ({ buffer, offset }: Operand): number =>
  buffer.address() + offset * elementSize(buffer.dtype);

/** The same for an operand that the kernel changes. */
export const writtenAddressOf = ({ buffer, offset }: Operand): number =>
  buffer.addressToWrite() + offset * elementSize(buffer.dtype);

/**
 * The dimensions of operands that share `shape`, as few as they can be: those of size 1 are left out and those that follow
 * each other in every operand are taken together.
 */
export function walk(shape: Shape, operands: readonly Laid[]): Walk {
  const sizes: number[] = [];
  const strides: number[][] = operands.map(() => []);
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = shape[d] as number;
    if (size === 1) continue;
    const last = sizes.length - 1;
    const joins =
      last >= 0 &&
      operands.every((x, k) => x.strides[d] === (strides[k]?.[last] as number) * (sizes[last] as number));
    if (joins) sizes[last] = (sizes[last] as number) * size;
    else {
      sizes.push(size);
      operands.forEach((x, k) => strides[k]?.push(x.strides[d] as number));
    }
  }
  while (sizes.length < RANK) {
    sizes.push(1);
    for (const own of strides) own.push(0);
  }
  sizes.reverse();
  for (const own of strides) own.reverse();
  return { sizes, strides };
}

/**
 * Calls once for every part of a walk that has {@link RANK} dimensions.
 * @param call given how many elements before each operand's part begins, and how many come before it in row-major order
 */
export function eachPart(
  { sizes, strides }: Walk,
  call: (starts: readonly number[], before: number) => void,
): void {
  const outer = sizes.slice(0, -RANK);
  const part = sizes.slice(-RANK).reduce((count, size) => count * size, 1);
  const index = outer.map(() => 0);
  const count = outer.reduce((product, size) => product * size, 1);
  for (let i = 0; i < count; i++) {
    call(
      strides.map((own) => index.reduce((start, at, d) => start + at * (own[d] as number), 0)),
      i * part,
    );
    for (let d = index.length - 1; d >= 0; d--) {
      index[d] = (index[d] as number) + 1;
      if ((index[d] as number) < (outer[d] as number)) break;
      index[d] = 0;
    }
  }
}

/** The last {@link RANK} of sizes or strides. */
export const inner = (values: readonly number[]): [number, number, number, number] =>
  values.slice(-RANK) as [number, number, number, number];
