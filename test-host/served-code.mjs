// Starts and stops code-server: VS Code's workbench over HTTP and its Node extension host.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installed } from './install.mjs';

const startLimit = 60_000;

/** Variables that would change what code-server does, or lead it to another VS Code. */
const foreign = ['PORT', 'PASSWORD', 'HASHED_PASSWORD', 'NODE_OPTIONS', 'VSCODE_IPC_HOOK_CLI'];

/** A marketplace without addresses: nothing is looked up on the network. */
const noGallery = JSON.stringify(
  Object.fromEntries(
    [
      'serviceUrl',
      'itemUrl',
      'resourceUrlTemplate',
      'extensionUrlTemplate',
      'controlUrl',
      'recommendationsUrl',
    ].map((key) => [key, '']),
  ),
);

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(address) {
  try {
    return (await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

async function environment(scratch) {
  const [temporary, home] = ['run', 'home'].map((name) => path.join(scratch, name));
  await Promise.all([temporary, home].map((folder) => mkdir(folder, { recursive: true })));
  const result = {
    ...process.env,
    EXTENSIONS_GALLERY: noGallery,
    TMPDIR: temporary,
    XDG_RUNTIME_DIR: temporary,
  };
  for (const name of ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME']) result[name] = home;
  for (const name of foreign) delete result[name];
  return result;
}

async function words(scratch, port, { userData, extensions, asksForTrust = false }) {
  const config = path.join(scratch, 'code-server.yaml');
  await writeFile(config, 'auth: none\n');
  return [
    ...[installed.codeServer, '--config', config, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
    ...['--user-data-dir', userData, '--extensions-dir', extensions],
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
  ];
}

/** Ends the whole process group of the server: it starts extension hosts that outlive it otherwise. */
async function endGroup(child) {
  const signal = (name) => {
    try {
      return process.kill(-child.pid, name);
    } catch {
      return false;
    }
  };
  signal('SIGTERM');
  for (let waited = 0; waited < 5000 && signal(0); waited += 100) await sleep(100);
  signal('SIGKILL');
}

/**
 * A running code-server.
 *
 * The workbench reports success when its extension host dies, so `extensionHostEnd` is read from the server's log.
 */
export class ServedCode {
  #child;
  #log;
  #end;

  /**
   * @param {string} scratch folder for logs and run-time files
   * @param {{userData: string, extensions: string, asksForTrust?: boolean}} folders VS Code's own folders; whether a
   *   workspace has to be trusted
   */
  static async start(scratch, folders) {
    const port = await freePort();
    const server = new ServedCode(
      scratch,
      await words(scratch, port, folders),
      await environment(scratch),
      port,
    );
    try {
      await server.#ready();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  constructor(scratch, args, env, port) {
    this.authority = `127.0.0.1:${port}`;
    this.address = `http://${this.authority}`;
    this.#log = path.join(scratch, 'code-server.log');
    this.#child = spawn(installed.node, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(this.#log);
    this.#child.stdout.pipe(log, { end: false });
    this.#child.stderr.pipe(log, { end: false });
    this.#child.stdout.setEncoding('utf8').on('data', (text) => {
      // A reload of the window ends one and starts another: the last one counts.
      this.#end =
        [...text.matchAll(/Extension Host Process exited with code: (\S+), signal: (\w+)/g)].at(-1) ??
        this.#end;
    });
    /** Resolves with a sentence when the server's process ends, whoever ended it. */
    this.gone = new Promise((resolve) => {
      this.#child.on('error', (error) => resolve(`code-server could not be started: ${error.message}`));
      this.#child.on('exit', (code, signal) => resolve(`code-server ended (${code ?? signal})`));
    });
  }

  async #ready() {
    const waited = AbortSignal.timeout(startLimit);
    let gone;
    void this.gone.then((why) => (gone = why));
    while (!(await answers(this.address))) {
      if (gone || waited.aborted)
        throw new Error(`${gone ?? 'code-server did not answer'}\n${await this.logTail()}`);
      await sleep(100);
    }
  }

  /** How the extension host ended: `{ code, signal }` as the log has them, or undefined within `patience` ms. */
  async extensionHostEnd(patience = 5000) {
    for (let waited = 0; waited < patience && !this.#end; waited += 100) await sleep(100);
    return this.#end && { code: this.#end[1], signal: this.#end[2] };
  }

  async logTail() {
    return existsSync(this.#log) ? (await readFile(this.#log, 'utf8')).slice(-3000) : '';
  }

  async stop() {
    await endGroup(this.#child);
  }
}
