/**
 * PyTorch as a WebAssembly wheel that the learner names, in the built-in engine's sandbox: its bytes go in as a data file does, and
 * a cell before all others puts it in the place of our own torch (decision 41).
 */
import { copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EngineSession } from '../contract.ts';
import type { Cell, PyTorchVersion, ReadyMessage, RunEvent } from '../protocol/protocol.ts';
import type { Run, RunRequest } from '../threads/active-run.ts';
import { checkWheel, versionOf } from './wheel-file.ts';

/** What the cell that loads the wheel is called. */
const WHEEL_CELL = '<wheel>';
/** Where the realm has its data files, seen from a run's folder. */
const DATA = '../data';
/** What reports of a run on real PyTorch, below `dist/pytorch`. */
const RUNNER = ['_engine.py', '_runner'];

export interface WheelSessionOptions {
  /** The folder `dist`. */
  readonly distribution: string;
  readonly wheel: string;
  /** Of the built-in engine. */
  readonly session: Omit<EngineSession, 'warm'> & { warm(): Promise<ReadyMessage> };
}

export class WheelSession implements EngineSession {
  readonly #session: WheelSessionOptions['session'];
  readonly #wheel: string;
  /** Holds the wheel and what reports of its runs, and nothing else. */
  readonly #folder: string;
  #python = '';

  /** @throws Error saying in a line why the file cannot be a wheel of PyTorch */
  constructor({ distribution, wheel, session }: WheelSessionOptions) {
    this.#session = session;
    this.#wheel = path.basename(wheel);
    checkWheel(wheel);
    this.#folder = mkdtempSync(path.join(tmpdir(), 'd2l-wheel-'));
    place(path.resolve(wheel), path.join(this.#folder, this.#wheel));
    mkdirSync(path.join(this.#folder, 'runner'));
    for (const part of RUNNER)
      cpSync(path.join(distribution, 'pytorch', part), path.join(this.#folder, 'runner', part), {
        recursive: true,
      });
  }

  async warm(): Promise<ReadyMessage> {
    const ready = await this.#session.warm();
    this.#python = ready.python;
    return ready;
  }

  get pids(): readonly number[] {
    return this.#session.pids;
  }

  start(request: RunRequest, onEvent: (event: RunEvent) => void): Run {
    void this.warm().catch(() => undefined);
    const problem = problemOf(request);
    const cells = [problem === null ? this.#loading(request) : failing(problem), ...request.cells];
    const { debug: _, ...others } = request;
    const asked = { ...others, cells, dataFolder: this.#folder, ...NOT_LOOKED_INTO };
    const run = this.#session.start(asked, (event) => onEvent(this.#told(event)));
    return {
      id: run.id,
      ended: run.ended.then((ended) => this.#told(ended)),
      stop: () => run.stop(),
      extend: (seconds) => run.extend(seconds),
      command: (command) => run.command(command),
    };
  }

  async dispose(): Promise<void> {
    await this.#session.dispose();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #loading({ seed }: RunRequest): Cell {
    const [wheel, runner] = [`${DATA}/${this.#wheel}`, `${DATA}/runner`].map((file) => JSON.stringify(file));
    const source = `__import__('_exercise.wheel').wheel.enter(${wheel}, ${runner}, ${seed});`;
    return { source, document: WHEEL_CELL, firstLine: 1 };
  }

  /** Who computes is what the file's name says. */
  #told<Event extends RunEvent>(event: Event): Event {
    if (event.type === 'started') return { ...event, pytorch: this.#version };
    if (event.type === 'ended') return { ...event, backend: 'pytorch', pytorch: this.#version };
    return event;
  }

  get #version(): PyTorchVersion {
    return { place: 'sandbox', torch: versionOf(this.#wheel), python: this.#python, cuda: null, d2l: null };
  }
}

/** What looks into a run looks at our own tensors. */
const NOT_LOOKED_INTO = { lineValues: false, variables: false, keeps: false, graph: false, steps: false };

function problemOf({ dataFolder, execution, debug }: RunRequest): string | null {
  if (dataFolder !== undefined) return 'a run with a wheel of PyTorch has no data folder of its own';
  if (execution !== undefined) return 'the cells of a notebook do not run with a wheel of PyTorch';
  return debug === undefined ? null : 'a run with a wheel of PyTorch is not debugged';
}

function failing(problem: string): Cell {
  return { source: `raise ImportError(${JSON.stringify(problem)})`, document: WHEEL_CELL, firstLine: 1 };
}

/** A hard link costs nothing; another disk has none. */
function place(file: string, target: string): void {
  try {
    linkSync(file, target);
  } catch {
    copyFileSync(file, target);
  }
}
