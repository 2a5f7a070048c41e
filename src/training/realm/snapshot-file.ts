/**
 * The file snapshot.bin. Its words say how long Pyodide's part is, how long the memory, and which ranges of the memory
 * follow; then come Pyodide's part (its marks, and the names of JavaScript objects that Python holds) and the ranges,
 * which are read straight into the memory that they belong to.
 */
import { readEngineFile, readPart } from './globals.ts';
import type { NativeCallsState } from './native-calls.ts';
import { usedRanges, type Range } from './sparse-memory.ts';

const FILE = 'snapshot.bin';
/** Word of Pyodide's part that holds its length in bytes. */
const HEAD_LENGTH = 1;
/** Words in front of the ranges: their number, the lengths of Pyodide's part and of the memory, `NativeCallsState`. */
const WORDS = 5;

export class SnapshotFile {
  private constructor(
    /** Pyodide's part. */
    readonly head: Uint8Array,
    /** Bytes of the memory. */
    readonly length: number,
    readonly ranges: readonly Range[],
    readonly calls: NativeCallsState,
    private readonly start: number,
  ) {}

  /** @throws Error when there is none */
  static open(): SnapshotFile {
    const words = new Uint32Array(readPart(FILE, 0, 4 * WORDS).buffer);
    const [count = 0, headLength = 0, length = 0, slot = 0, checksum = 0] = words;
    const bounds = new Uint32Array(readPart(FILE, 4 * WORDS, 8 * count).buffer);
    const ranges = Array.from({ length: count }, (_, i) => ({
      start: bounds[2 * i] ?? 0,
      end: bounds[2 * i + 1] ?? 0,
    }));
    const head = 4 * WORDS + 8 * count;
    const calls = { slot, checksum };
    return new SnapshotFile(readPart(FILE, head, headLength), length, ranges, calls, head + headLength);
  }

  /** Puts the ranges into a memory that is all zero, and as long at least. @throws Error when the file is cut off */
  fill(memory: Uint8Array): void {
    let at = this.start;
    for (const { start, end } of this.ranges) {
      readEngineFile(FILE, at, memory.subarray(start, end));
      at += end - start;
    }
  }
}

/** The file's contents. @param snapshot what `makeMemorySnapshot` gives */
export function encodeSnapshot(snapshot: Uint8Array, { slot, checksum }: NativeCallsState): Uint8Array {
  const headLength = new Uint32Array(snapshot.buffer, snapshot.byteOffset, HEAD_LENGTH + 1)[HEAD_LENGTH] ?? 0;
  const memory = snapshot.subarray(headLength);
  const ranges = usedRanges(memory);
  const bounds = ranges.flatMap(({ start, end }) => [start, end]);
  const words = Uint32Array.of(ranges.length, headLength, memory.length, slot, checksum, ...bounds);
  const parts = [
    new Uint8Array(words.buffer),
    snapshot.subarray(0, headLength),
    ...ranges.map(({ start, end }) => memory.subarray(start, end)),
  ];
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
