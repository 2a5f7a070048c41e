/** How the process of an engine is started: with what rights, flags and environment. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import type { Socket } from 'node:net';
import path from 'node:path';
import { tfjsNodeFolder } from '../threads/native-folder.ts';
import { PIPE } from './messages.ts';

/** The flags of a process, and what they deny it as far as this Node can. */
interface Rights {
  readonly flags: readonly string[];
  /** What is not denied, though it should be; empty when all is. */
  readonly open: readonly string[];
}

/** For a Node that will not start with the flags. */
export const ALL_RIGHTS: Rights = { flags: [], open: ['files', 'other processes', 'the network'] };

/** The fewest rights with which an engine can run. Node's permission model denies all that is not named. */
function fewestRights(distribution: string, native: string | null): Rights {
  const flags = ['--no-warnings', '--disallow-code-generation-from-strings'].filter(isKnown);
  const model = ['--permission', '--experimental-permission'].find(isKnown);
  const readable = [...engineFiles(distribution), ...(native === null ? [] : nativeFiles(native))];
  if (model === undefined) return { ...ALL_RIGHTS, flags };
  const reading = readable.map((file) => `--allow-fs-read=${file}`);
  const addons = native !== null && isKnown('--allow-addons') ? ['--allow-addons'] : [];
  return {
    flags: [...flags, model, '--allow-worker', ...addons, ...reading],
    open: isKnown('--allow-net') ? [] : ['the network'],
  };
}

/** Whether a flag is one of this Node's. */
function isKnown(flag: string): boolean {
  return process.allowedNodeEnvironmentFlags.has(flag);
}

/** Under the names by which they are asked for, and by which they are found where these are links. */
function engineFiles(distribution: string): string[] {
  const names = ['supervisor.js', 'worker.js', 'helper.js', 'figure-svg.js', 'engine'].map((name) =>
    path.join(distribution, name),
  );
  const present = names.filter((name) => existsSync(name));
  const paths = new Set([...present, ...present.map((name) => realpathSync(name))]);
  return [...paths].map((file) => (file.endsWith('.js') ? file : path.join(file, '*')));
}

/** tfjs-node; an installed one with the packages that it needs, which lie beside it. */
function nativeFiles(folder: string): string[] {
  const beside = path.dirname(path.dirname(realpathSync(folder)));
  return [path.join(beside.endsWith('node_modules') ? beside : realpathSync(folder), '*')];
}

/** Variables that Node itself may need; nothing else of the environment is handed on. */
const HANDED_ON = ['LD_LIBRARY_PATH', 'SystemRoot', 'TZ'];

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => HANDED_ON.includes(name));
  // In desktop VS Code the program is Electron, which is Node only when told so.
  return { ...Object.fromEntries(kept), ELECTRON_RUN_AS_NODE: '1', TF_CPP_MIN_LOG_LEVEL: '2' };
}

/** What is known of a distribution on this machine: finding it out takes a moment. */
export interface Installation {
  /** Where tfjs-node is; null: nowhere. */
  readonly native: string | null;
  rights: Rights;
  /** Whether the log has been told what this Node cannot deny. */
  told: boolean;
}

const installations = new Map<string, Installation>();

export function installationOf(distribution: string): Installation {
  let known = installations.get(distribution);
  if (known === undefined) {
    const native = tfjsNodeFolder(distribution);
    known = { native, rights: fewestRights(distribution, native), told: false };
    installations.set(distribution, known);
  }
  return known;
}

export interface Launched {
  readonly child: ChildProcess;
  /** The host's end. */
  readonly pipe: Socket;
}

/** @throws Error when no process can be started */
export function launch(distribution: string, { native, rights }: Installation): Launched {
  const words = [
    ...rights.flags,
    path.join(distribution, 'supervisor.js'),
    ...(native === null ? [] : [native]),
  ];
  const child = spawn(process.execPath, words, {
    // On Windows a pipe that is read and written at once has to be an overlapped one.
    stdio: ['ignore', 'ignore', 'ignore', 'overlapped'],
    env: environment(),
    windowsHide: true,
  });
  return { child, pipe: child.stdio[PIPE] as Socket };
}
