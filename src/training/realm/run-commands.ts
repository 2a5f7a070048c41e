/** Commands to a run whose thread is busy or waits: texts in a ring of memory that both sides see. */
import type { RunCommand } from '../protocol/commands.ts';
import type { RunId } from '../protocol/protocol.ts';
import { COMMAND_BYTES as RING_BYTES, COMMAND_WORDS, type StopFlag } from './stop-flag.ts';

/** Of the words before the ring: bytes written and bytes taken so far, both modulo 2^32. */
const { written: WRITTEN, taken: TAKEN, wake: WAKE, ring: RING_START } = COMMAND_WORDS;
/** Before each text: its length and the run that it is for. */
const HEADER_BYTES = 8;

/** The host's side, in the main thread of the engine's process. It believes nothing of what the memory says. */
export class CommandWriter {
  readonly #words: Int32Array;
  readonly #ring: Uint8Array;
  #written = 0;

  constructor(buffer: SharedArrayBuffer) {
    this.#words = new Int32Array(buffer, 0, RING_START);
    this.#ring = new Uint8Array(buffer, 4 * RING_START, RING_BYTES);
  }

  /** Returns whether there was room for it. */
  write(run: RunId, text: string): boolean {
    const bytes = new TextEncoder().encode(text);
    const used = (this.#written - Atomics.load(this.#words, TAKEN)) | 0;
    if (used < 0 || used + HEADER_BYTES + bytes.length > RING_BYTES) return false;
    this.#put(new Uint8Array(Int32Array.of(bytes.length, run).buffer));
    this.#put(bytes);
    Atomics.store(this.#words, WRITTEN, this.#written);
    Atomics.add(this.#words, WAKE, 1);
    Atomics.notify(this.#words, WAKE);
    return true;
  }

  #put(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.#ring[this.#written & (RING_BYTES - 1)] = byte;
      this.#written = (this.#written + 1) | 0;
    }
  }
}

type Handler = (command: RunCommand) => void;

/** The realm's side: who takes which commands, and how a run waits for them. */
export class RunCommands {
  readonly #words: Int32Array;
  readonly #ring: Uint8Array;
  readonly #handlers = new Map<RunCommand['type'], Handler>();
  #run: RunId = 0;

  /** @param beforeWaiting what has to be told before the thread sleeps */
  constructor(
    private readonly stop: StopFlag,
    private readonly beforeWaiting: () => void,
  ) {
    this.#words = new Int32Array(stop.buffer, 0, RING_START);
    this.#ring = new Uint8Array(stop.buffer, 4 * RING_START, RING_BYTES);
  }

  begin(run: RunId): void {
    this.#run = run;
  }

  /** `handler` takes the commands of this type from now on. */
  on(type: RunCommand['type'], handler: Handler): void {
    this.#handlers.set(type, handler);
  }

  /** Whether there are commands to be taken: one load of memory. */
  get have(): boolean {
    return Atomics.load(this.#words, WRITTEN) !== Atomics.load(this.#words, TAKEN);
  }

  /** Gives the commands that have come to their handlers. */
  take(): void {
    while (this.have) {
      const [length = 0, run = 0] = new Int32Array(this.#get(HEADER_BYTES).buffer);
      const text = new TextDecoder().decode(this.#get(length));
      if (run !== this.#run) continue;
      const command = JSON.parse(text) as RunCommand;
      this.#handlers.get(command.type)?.(command);
    }
  }

  /** Takes commands until `isOver`; returns false when the run is to stop before that. */
  waitUntil(isOver: () => boolean): boolean {
    this.beforeWaiting();
    for (;;) {
      const seen = Atomics.load(this.#words, WAKE);
      this.take();
      if (this.stop.stopped()) return false;
      if (isOver()) return true;
      Atomics.wait(this.#words, WAKE, seen);
    }
  }

  #get(count: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(count);
    const taken = Atomics.load(this.#words, TAKEN);
    for (let i = 0; i < count; i++) bytes[i] = this.#ring[(taken + i) & (RING_BYTES - 1)] as number;
    Atomics.store(this.#words, TAKEN, (taken + count) | 0);
    return bytes;
  }
}
