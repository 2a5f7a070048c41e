/** Asks a Python what it is and whether PyTorch can be imported there, in a process of its own that is ended in time. */

import { execFile, type ExecFileException } from 'node:child_process';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { visible } from '../text/visible.ts';
import type { Answer } from './interpreter.ts';

/** Seconds: the first import of PyTorch after a restart reads some hundred megabytes. */
const PATIENCE = 30;

/** Bytes of what it may print. */
const MOST_OUTPUT = 1_000_000;

/** Characters of a reason in Python's words. */
const LONGEST_REASON = 200;

const OLDEST_PYTHON = [3, 9] as const;
const OLDEST_TORCH = [2, 0] as const;

/** What Windows' link to its store ends with when it is asked to run something. */
const STORE_STUB = 9009;

/** Before the line that is the answer: packages may print what they like as they are imported. */
const MARK = 'd2l-exercises-answer:';

/**
 * Runs in any Python from 2.7 on. The folder it is started in is nobody's package: what lies there is not imported.
 * The package d2l is looked for, not imported: that would take seconds more.
 */
const QUESTION = `
import sys
sys.path[:] = [folder for folder in sys.path if folder]
import json
import os
found = {"python": "%d.%d.%d" % sys.version_info[:3], "prefix": sys.prefix}
found["folders"] = [folder for folder in sys.path if os.path.basename(folder) in ("site-packages", "dist-packages")]
def accelerator(torch):
    if torch.cuda.is_available():
        return "CUDA %s, %s" % (torch.version.cuda or torch.version.hip, torch.cuda.get_device_name(0))
    mps = getattr(torch.backends, "mps", None)
    return "MPS" if mps is not None and mps.is_available() else None
try:
    from importlib.util import find_spec
    found["torch"] = None
    if find_spec("torch") is not None:
        import torch
        found["torch"] = str(torch.__version__)
        try:
            found["accelerator"] = accelerator(torch)
        except Exception:
            found["accelerator"] = None
        found["d2l"] = find_spec("d2l") is not None
except BaseException as error:
    lines = [line for line in str(error).splitlines() if line.strip()]
    found["reason"] = "%s: %s" % (type(error).__name__, lines[-1] if lines else "")
print("\\n${MARK}" + json.dumps(found))
`;

export interface AskOptions {
  /** Seconds after which it is ended. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
}

/** What a Python said. */
export interface Asked {
  readonly answer: Answer;
  /** Folders with its packages: when they change, so may the answer. */
  readonly folders: readonly string[];
}

/** Never rejects: what goes wrong is the answer. */
export async function askInterpreter(file: string, options: AskOptions = {}): Promise<Asked> {
  if (!(await isThere(file))) return { answer: { kind: 'missing' }, folders: [] };
  const { patience = PATIENCE, signal } = options;
  return new Promise((resolve) => {
    const settings = {
      cwd: path.dirname(file),
      env: environment(),
      timeout: 1000 * patience,
      killSignal: 'SIGKILL',
      maxBuffer: MOST_OUTPUT,
      windowsHide: true,
      ...(signal === undefined ? {} : { signal }),
    } as const;
    execFile(file, ['-c', QUESTION], settings, (error, stdout, stderr) => {
      const found = readAnswer(stdout);
      if (found !== undefined) resolve({ answer: judged(found), folders: found.folders });
      else resolve({ answer: withoutAnswer(error, stdout, stderr, patience), folders: [] });
    });
  });
}

function withoutAnswer(
  error: ExecFileException | null,
  stdout: string,
  stderr: string,
  seconds: number,
): Answer {
  if (error?.killed === true && typeof error.code !== 'string') return { kind: 'slow', seconds };
  if (error?.code === STORE_STUB || (stdout + stderr).includes('Microsoft Store'))
    return { kind: 'storeStub' };
  return { kind: 'broken', reason: reasonOf(stderr, error) };
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Not that of the editor's own Node, which would take a Python for a script of its own. */
function environment(): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = process.env;
  return { ...rest, PYTHONIOENCODING: 'utf-8' };
}

interface Found {
  readonly python: string;
  readonly prefix: string;
  readonly torch: string | null;
  readonly accelerator: string | null;
  readonly d2l: boolean;
  readonly reason: string | null;
  readonly folders: readonly string[];
}

/** What comes out of a process may be anything. */
function readAnswer(stdout: string): Found | undefined {
  const line = stdout.split(/\r?\n/).findLast((candidate) => candidate.startsWith(MARK));
  if (line === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(line.slice(MARK.length));
    return typeof value === 'object' && value !== null
      ? foundIn(value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

function foundIn(value: Readonly<Record<string, unknown>>): Found | undefined {
  const text = (name: string): string | null =>
    typeof value[name] === 'string' ? bounded(value[name]) : null;
  const python = text('python');
  if (python === null) return undefined;
  const { prefix, folders } = value;
  return {
    python,
    prefix: typeof prefix === 'string' ? prefix : '',
    torch: text('torch'),
    accelerator: text('accelerator'),
    d2l: value['d2l'] === true,
    reason: text('reason'),
    folders: Array.isArray(folders) ? folders.filter((folder) => typeof folder === 'string') : [],
  };
}

function judged({ python, prefix, torch, accelerator, d2l, reason }: Found): Answer {
  if (isOlder(python, OLDEST_PYTHON)) return { kind: 'tooOld', what: 'Python', version: python };
  if (reason !== null) return { kind: 'torchFails', python, reason };
  if (torch === null) return { kind: 'noTorch', python };
  if (isOlder(torch, OLDEST_TORCH)) return { kind: 'tooOld', what: 'PyTorch', version: torch };
  return { kind: 'torch', python, torch, accelerator, d2l, prefix };
}

function isOlder(version: string, [major, minor]: readonly [number, number]): boolean {
  const [first = 0, second = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return first < major || (first === major && second < minor);
}

function reasonOf(stderr: string, error: ExecFileException | null): string {
  const last = stderr
    .split(/\r?\n/)
    .findLast((line) => line.trim() !== '')
    ?.trim();
  return bounded(last ?? error?.code?.toString() ?? error?.signal ?? 'it prints no answer');
}

/** Of a stranger: one line, and not a long one. */
function bounded(text: string): string {
  const line = visible(text.replace(/\s+/g, ' ').trim());
  return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON)}…` : line;
}
