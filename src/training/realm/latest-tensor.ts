/** The latest tensor of a name, as far as there is room for it, and its values. */
import type { Buffer } from '../backend/buffer.ts';
import { elementSize } from '../backend/dtype.ts';
import { numel } from '../backend/layout.ts';
import type { Operand } from '../backend/operand.ts';
import type { TensorSummary } from '../protocol/protocol.ts';
import { toReal } from '../protocol/real.ts';
import { statisticsOf } from '../tensor/statistics.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Bytes of tensors that are kept until the end of a run: of one, and of all. */
const KEPT_BYTES = { one: 2 ** 20, all: 2 ** 26 };
/** Elements of the largest tensor that is looked at. */
const MOST_ELEMENTS = 2 ** 22;
/** Of larger ones than are kept: milliseconds between two looks at a name, and for all looks, some at first and a part of the run's time. */
const LOOKS = { pause: 500, atFirst: 20, part: 0.03 };

/** What all names of a run share. */
export class LooksOfRun {
  /** Bytes that are kept. */
  bytes = 0;
  #milliseconds = 0;
  #began: number;

  constructor(readonly now: () => number) {
    this.#began = now();
  }

  begin(): void {
    this.#began = this.now();
    this.#milliseconds = 0;
  }

  /** Whether there is time for another look. */
  get mayLook(): boolean {
    return this.#milliseconds < LOOKS.atFirst + LOOKS.part * (this.now() - this.#began);
  }

  /** {@link summaryIfSmall}, on the clock. */
  look(x: Operand, execution: number): TensorSummary | null {
    const before = this.now();
    try {
      return summaryIfSmall(x, execution);
    } finally {
      this.#milliseconds += this.now() - before;
    }
  }
}

/** The summary of a tensor; null where it has no such values, or is too large. */
export function summaryIfSmall(x: Operand, execution: number): TensorSummary | null {
  if (numel(x.shape) > MOST_ELEMENTS || x.buffer.dtype.startsWith('complex')) return null;
  try {
    return summaryOf(x, execution);
  } catch {
    // There is no memory left for the copy.
    return null;
  }
}

function summaryOf(x: Operand, execution: number): TensorSummary {
  const { head, least, most, mean, nans, infinities, histogram } = statisticsOf(x);
  const isEmpty = histogram.length === 0;
  return {
    head: head.map(toReal),
    least: isEmpty ? null : least,
    most: isEmpty ? null : most,
    mean: isEmpty ? null : toReal(mean),
    nans,
    infinities,
    histogram,
    execution,
  };
}

/** A tensor that may change, or its buffer be used for another one's, unless this is kept. */
interface Kept extends Operand {
  readonly execution: number;
  /** In-place changes of the buffer until then. */
  readonly changes: number;
}

/** Small tensors are kept, without what the tape knows of them, and looked at in the end; larger ones are looked at now and then. */
export class LatestTensor {
  #kept: Kept | null = null;
  #summary: TensorSummary | null = null;
  #looked = -Infinity;

  constructor(private readonly run: LooksOfRun) {}

  take(tensor: Tensor, execution: number): void {
    const { buffer, shape, strides, offset } = tensor;
    if (this.#kept?.buffer !== buffer) {
      this.release();
      if (!this.#reserve(buffer)) return this.#lookNow(tensor, execution);
    }
    this.#kept = { buffer, shape, strides, offset, execution, changes: buffer.changes };
  }

  /** Its values; of a kept one as they are now. */
  summary(): TensorSummary | null {
    const kept = this.#kept;
    if (kept === null) return this.#summary;
    const summary = this.run.look(kept, kept.execution);
    return summary === null || kept.changes === kept.buffer.changes
      ? summary
      : { ...summary, isChanged: true };
  }

  release(): void {
    if (this.#kept === null) return;
    this.run.bytes -= bytesOf(this.#kept.buffer);
    this.#kept.buffer.release();
    this.#kept = null;
  }

  #reserve(buffer: Buffer): boolean {
    const bytes = bytesOf(buffer);
    if (bytes > KEPT_BYTES.one || this.run.bytes + bytes > KEPT_BYTES.all) return false;
    this.run.bytes += bytes;
    buffer.retain();
    return true;
  }

  #lookNow(tensor: Tensor, execution: number): void {
    const { now, mayLook } = this.run;
    if (!mayLook || now() - this.#looked < LOOKS.pause) return;
    this.#looked = now();
    this.#summary = this.run.look(tensor, execution);
  }
}

function bytesOf({ dtype, length }: Buffer): number {
  return length * elementSize(dtype);
}
