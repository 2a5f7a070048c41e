/** A Python on this machine, over the pipes of a process of its own. It has the rights of that Python: nothing fences it in. */
import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Flow } from '../process/flow.ts';
import { LineReader } from './lines.ts';
import type { LinkListener, PythonLink, PythonSource } from './link.ts';
import { startFailure } from './start-failures.ts';

export interface LocalPythonOptions {
  /** The folder `dist`. */
  readonly distribution: string;
  /** The interpreter: a path, or a name that is looked for on the PATH. */
  readonly executable: string;
  /** How many threads PyTorch may compute with; as many as it likes unless given. */
  readonly threads?: number;
}

/** What the process says besides, of which the end is kept: it says why it died. */
const MOST_SAID = 10_000;

/** Pythons started by an interpreter of this machine. */
export function localPython(options: LocalPythonOptions): PythonSource {
  return (listener) => new LocalPython(options, listener);
}

class LocalPython implements PythonLink {
  readonly #listener: LinkListener;
  readonly #executable: string;
  #child: ChildProcess | null = null;
  #said = '';
  #isOver = false;
  readonly #gone: Promise<void>;
  #resolveGone: () => void = () => undefined;

  constructor(options: LocalPythonOptions, listener: LinkListener) {
    this.#listener = listener;
    this.#executable = options.executable;
    this.#gone = new Promise((resolve) => {
      this.#resolveGone = resolve;
    });
    try {
      this.#follow(launch(options));
    } catch (error) {
      setImmediate(() => this.#end(startFailure(this.#executable, String(error))));
    }
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  send(line: string): void {
    if (!this.#isOver) this.#child?.stdin?.write(`${line}\n`);
  }

  interrupt(): void {
    this.send('{"type":"stop"}');
  }

  close(): Promise<void> {
    if (!this.#isOver) killTree(this.#child);
    return this.#gone;
  }

  #follow(child: ChildProcess): void {
    this.#child = child;
    const { stdin, stdout, stderr } = child;
    // What a dead process leaves unread is of no interest; its end is told by `close`.
    for (const stream of [stdin, stdout, stderr]) stream?.on('error', () => undefined);
    if (stdout !== null)
      new Flow(stdout, new LineReader(), {
        // An empty one stands after a line that a crash has cut off.
        accept: (line) => {
          if (line !== '') this.#listener.line(line);
        },
        broken: (reason) => this.#lose(`what this Python says cannot be read: ${reason}`),
      });
    stderr?.on('data', (bytes: Buffer) => this.#hear(bytes.toString('utf8')));
    child.on('error', (error: NodeJS.ErrnoException) =>
      this.#end(startFailure(this.#executable, error.code ?? error.message)),
    );
    child.on('exit', (status, signal) => {
      // What it said last may still be in the pipe.
      setTimeout(() => this.#end(startFailure(this.#executable, this.#said, { status, signal })), 50);
    });
  }

  #hear(text: string): void {
    this.#said = (this.#said + text).slice(-MOST_SAID);
    this.#listener.log('info', text.trimEnd());
  }

  #lose(reason: string): void {
    killTree(this.#child);
    this.#end(reason);
  }

  #end(reason: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#resolveGone();
    this.#listener.lost(reason);
  }
}

function launch({ executable, distribution, threads }: LocalPythonOptions): ChildProcess {
  const computing =
    threads === undefined ? {} : { OMP_NUM_THREADS: String(threads), MKL_NUM_THREADS: String(threads) };
  return spawn(executable, ['-u', path.join(distribution, 'pytorch', 'start.py')], {
    // Nothing of the folder that the editor was started in is imported by chance.
    cwd: tmpdir(),
    env: { ...process.env, PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1', ...computing },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    // A group of its own, which can be ended with all that it has started.
    detached: process.platform !== 'win32',
  });
}

function killTree(child: ChildProcess | null): void {
  if (child?.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
