/** What a helper thread does: it runs kernels on the memory of the thread that it helps, until it was idle for long. */

/** Nanoseconds after which one that is not needed leaves. */
const IDLE = 20_000_000_000n;

interface Helping {
  help(number: number, idle: bigint): void;
  fail_helper(): void;
}

export interface HelpingParts {
  readonly kernels: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** From 1. */
  readonly number: number;
}

/** Returns when it has been idle for long. @throws Error when a kernel fails; whoever waits for it was told, and fails too */
export function help({ kernels, memory, number }: HelpingParts): void {
  const { exports } = new WebAssembly.Instance(kernels, { env: { memory } });
  const { help: begin, fail_helper: fail } = exports as unknown as Helping;
  try {
    begin(number, IDLE);
  } catch (error) {
    fail();
    throw error;
  }
}
