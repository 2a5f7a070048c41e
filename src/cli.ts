#!/usr/bin/env node
/** The command line program: the same engine without an editor. */

import { readFileSync } from 'node:fs';
import { access, constants, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { WriteStream } from 'node:tty';
import { version } from '../package.json';
import type { Table } from './advice/words.ts';
import { EXIT } from './cli/exit-status.ts';
import { localeOf } from './cli/language.ts';
import { main } from './cli/main.ts';
import { proxyAgents } from './cli/proxy.ts';
import type { EngineChoice } from './cli/engines.ts';
import type {
  DataSets,
  EngineLog,
  FigureFiles,
  ReportFiles,
  Environment,
  TextStream,
} from './cli/environment.ts';
import { CATALOG } from './data/catalog.ts';
import { dataSetsFolder } from './data/place.ts';
import { DataStore } from './data/store.ts';
import { provideSignatures } from './exercises/signatures.ts';
import { figureBytes } from './training/threads/drawn-figure.ts';
import type { EngineSession } from './training/contract.ts';
import { jupyterAddress } from './training/jupyter/address.ts';
import { kernelSource, RUNS_ON_A_SERVER } from './training/jupyter/kernel-link.ts';
import type { PythonSource } from './training/pytorch/link.ts';
import { localPython } from './training/pytorch/local-python.ts';
import { PyTorchSession } from './training/pytorch/session.ts';
import { WheelSession } from './training/wheel/wheel-session.ts';
import { Pool } from './training/threads/pool.ts';
import { Session } from './training/threads/session.ts';

function textStream(stream: WriteStream): TextStream {
  const isTerminal = stream.isTTY;
  return {
    isTerminal,
    get columns() {
      return isTerminal ? stream.columns : 80;
    },
    hasColors: isTerminal && stream.hasColors(),
    write: (text) => void stream.write(text),
  };
}

const reports: ReportFiles = {
  source: (name) => readFile(path.join(__dirname, 'webview', name), 'utf8'),
  write: (file, text) => writeFile(file, text),
  isWritable: (folder) =>
    access(folder, constants.W_OK).then(
      () => true,
      () => false,
    ),
};

async function folder(given: string): Promise<string | null> {
  const full = path.resolve(given);
  const found = await stat(full).catch(() => null);
  return found?.isDirectory() === true ? full : null;
}

provideSignatures(() => readFileSync(path.join(__dirname, 'language/calls.json'), 'utf8'));

const figureFiles: FigureFiles = {
  draw: (drawing) => Promise.resolve(figureBytes(drawing, path.join(__dirname, 'engine'))),
  async write(file, bytes) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  },
};

const machine = { platform: process.platform, home: homedir(), environment: process.env };
const dataStore = new DataStore(dataSetsFolder(machine));

const dataSets: DataSets = {
  catalog: CATALOG,
  store: dataStore,
  async fetch(set, options) {
    const { fetchSet } = await import('./data/fetch-set.ts');
    const agents = proxyAgents(process.env, process.versions.node, (text) => environment.stderr.write(text));
    return fetchSet(dataStore, set, { ...options, agents });
  },
};

const installation = { distribution: __dirname, dataSets: dataStore.folder };

/** Null: none is needed inside the sandbox. */
function pythonSource(choice: EngineChoice): PythonSource | null {
  if (choice.type === 'built-in' || choice.type === 'wheel') return null;
  if (choice.type === 'python')
    return localPython({ distribution: __dirname, executable: choice.executable });
  const { D2L_JUPYTER_TOKEN, JUPYTER_TOKEN } = process.env;
  const address = jupyterAddress(choice.server, D2L_JUPYTER_TOKEN ?? JUPYTER_TOKEN);
  return kernelSource({ distribution: __dirname, address });
}

function openSession(log: EngineLog, choice: EngineChoice, source: PythonSource | null): EngineSession {
  if (source !== null) return new PyTorchSession({ ...installation, log, source });
  const session = new Session({ ...installation, log });
  return choice.type === 'wheel'
    ? new WheelSession({ distribution: __dirname, wheel: choice.wheel, session })
    : session;
}

const environment: Environment = {
  stdout: textStream(process.stdout),
  stderr: textStream(process.stderr),
  version,
  readFile,
  reports,
  figureFiles,
  folder,
  dataSets,
  locale: localeOf(process.env),
  sentences: (language) =>
    readFile(path.join(__dirname, `../l10n/bundle.l10n.${language}.json`), 'utf8')
      .then((text) => JSON.parse(text) as Table)
      .catch(() => ({})),
  openEngine(log, choice) {
    const session = openSession(log, choice, pythonSource(choice));
    // One that cannot be started is reported by the run.
    session.warm().catch(() => undefined);
    return session;
  },
  openPool(threads, log, choice) {
    const source = pythonSource(choice);
    const size = threads ?? (choice.type === 'jupyter' ? RUNS_ON_A_SERVER : null);
    return new Pool({
      ...installation,
      log,
      ...(size === null ? {} : { threads: size }),
      ...(choice.type === 'built-in' ? {} : { session: () => openSession(log, choice, source) }),
    });
  },
  onInterrupt(listener) {
    process.on('SIGINT', listener);
    return () => process.off('SIGINT', listener);
  },
  exit: (status) => process.exit(status),
};

/**
 * A reader that has seen enough (`| head`) closes the pipe: nothing is wrong, and nobody listens any more. Results that cannot
 * be written, to a full disk say, are none.
 */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  process.stderr.write(`d2l-exercises: the results cannot be written: ${error.message}\n`);
  process.exit(EXIT.engine);
});
// What cannot be told beside the results is no reason to end without them.
process.stderr.on('error', () => undefined);

void main(process.argv.slice(2), environment).then((status) => {
  process.exitCode = status;
});
