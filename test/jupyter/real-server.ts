/** A Jupyter server of a Python that has one (`D2L_TEST_JUPYTER`), on the loopback, with a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JupyterAddress } from '../../src/training/jupyter/address.ts';

/** A Python with `jupyter-server`, `ipykernel` and `torch`; undefined: tests that want one are skipped. */
export const JUPYTER_PYTHON = process.env.D2L_TEST_JUPYTER;

const START_MILLISECONDS = 60_000;

export class RealServer {
  private constructor(
    readonly address: JupyterAddress,
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(python: string): Promise<RealServer> {
    const folder = mkdtempSync(path.join(tmpdir(), 'd2l-jupyter-root-'));
    const port = await freePort();
    const address = { url: `http://127.0.0.1:${String(port)}/`, token: randomUUID() };
    const settings = {
      'ServerApp.ip': '127.0.0.1',
      'ServerApp.port': port,
      'ServerApp.root_dir': folder,
      'IdentityProvider.token': address.token,
    };
    const words = Object.entries(settings).map(([name, value]) => `--${name}=${String(value)}`);
    const server = spawn(python, ['-m', 'jupyter_server', '--no-browser', '--allow-root', ...words], {
      cwd: folder,
      stdio: 'ignore',
    });
    const started = new RealServer(address, server, folder);
    await started.#answers();
    return started;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null) {
      this.process.kill('SIGTERM');
      await once(this.process, 'exit');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #answers(): Promise<void> {
    const until = Date.now() + START_MILLISECONDS;
    for (;;) {
      const response = await fetch(`${this.address.url}api`).catch(() => null);
      if (response?.ok === true) return;
      if (Date.now() > until || this.process.exitCode !== null) throw new Error('the server did not start');
      await sleep(100);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
