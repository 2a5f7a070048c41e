import path from 'node:path';

import type { BackendName } from '../src/training/protocol/protocol.ts';
import { RunCollector } from '../src/training/protocol/results.ts';
import { Session } from '../src/training/threads/session.ts';
import { AskedProcess } from './asked-process.ts';
import { sourcesOf, type Case } from './cases.ts';
import { printedSamples, sample, type Sample } from './sample.ts';

/** Someone who can run a case. */
export interface Contender {
  readonly name: string;
  /** A sample of every repetition; null when this contender does not take part in the case. */
  measure(benchCase: Case): Promise<readonly Sample[] | null>;
  close(): Promise<void>;
}

const SEED = 0;
const NO_LIMITS = { seconds: 600, outputCharacters: 1_000_000 };

function samplesOf(benchCase: Case, result: { readonly stdout: string; readonly milliseconds: number }) {
  return benchCase.measure === 'run' ? [sample(result.milliseconds)] : printedSamples(result.stdout);
}

/** The whole engine, warm, with one backend forced. */
export class EngineContender implements Contender {
  readonly name: string;
  readonly #session: Session;

  constructor(
    private readonly backend: BackendName | 'auto',
    private readonly root: string,
  ) {
    this.name = `engine, ${backend}`;
    const log = (level: string, text: string) => {
      if (level === 'error') console.error(text);
    };
    this.#session = new Session({ distribution: path.join(root, 'dist'), log });
  }

  async isPresent(): Promise<boolean> {
    const { backends } = await this.#session.warm();
    return this.backend === 'auto' || backends.includes(this.backend);
  }

  async measure(benchCase: Case): Promise<readonly Sample[]> {
    const document = benchCase.program;
    const cells = sourcesOf(benchCase, this.root).map((source) => ({ source, document, firstLine: 1 }));
    const collector = new RunCollector();
    const request = { cells, seed: SEED, backend: this.backend, limits: NO_LIMITS };
    await this.#session.start(request, (event) => collector.accept(event)).ended;
    const result = collector.result();
    if (result.status !== 'ok') throw new Error(`${this.name}: ${result.error?.traceback ?? result.status}`);
    return samplesOf(benchCase, result);
  }

  close(): Promise<void> {
    return this.#session.dispose();
  }
}

interface Greeting {
  readonly torch: string;
  readonly threads: number;
}

/** PyTorch in an interpreter of its own, warm (bench/pytorch/server.py). */
export class PyTorchContender implements Contender {
  private constructor(
    readonly name: string,
    private readonly root: string,
    private readonly server: AskedProcess,
  ) {}

  /** @param threads 0: as many as PyTorch takes by itself */
  static async start(python: string, threads: number, root: string): Promise<PyTorchContender> {
    const [server, greeting] = await startPyTorch(python, threads, root);
    const name = `PyTorch ${greeting.torch}, ${greeting.threads} thread${greeting.threads === 1 ? '' : 's'}`;
    return new PyTorchContender(name, root, server);
  }

  async measure(benchCase: Case): Promise<readonly Sample[]> {
    const sources = sourcesOf(benchCase, this.root);
    return samplesOf(benchCase, await this.server.run({ sources, seed: SEED }));
  }

  close(): Promise<void> {
    this.server.end();
    return Promise.resolve();
  }
}

/** @param threads 0: as many as PyTorch takes by itself */
export async function startPyTorch(
  python: string,
  threads: number,
  root: string,
): Promise<[server: AskedProcess, greeting: Greeting]> {
  const words = [path.join(root, 'bench/pytorch/server.py'), '--threads', String(threads)];
  const server = new AskedProcess(python, words, root);
  return [server, await server.answer<Greeting>()];
}

/** The same computation on typed arrays, without Python, tensors or a tape. */
export const FLOOR: Contender = {
  name: 'typed arrays by hand (the floor)',
  measure: ({ floor, measure, repetitions }) =>
    Promise.resolve(
      floor === undefined || measure === 'run' ? null : Array.from({ length: repetitions }, floor).flat(),
    ),
  close: () => Promise.resolve(),
};
