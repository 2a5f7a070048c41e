/** A Python beside a kernel, over a Jupyter server that can be told to fail (its kernels are Pythons of this machine). */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FakeServer, hasPython, type FakeServerOptions } from '../../../jupyter/fake-server.ts';
import { jupyterAddress } from '../../../../src/training/jupyter/address.ts';
import { kernelSource } from '../../../../src/training/jupyter/kernel-link.ts';
import { leftRuns, type LeftRun } from '../../../../src/training/jupyter/left-runs.ts';
import { leftRunOf } from '../../../../src/training/jupyter/server-engine.ts';
import type { LinkListener, PythonLink } from '../../../../src/training/pytorch/link.ts';

const PATIENCE = { open: 5000, answer: 5000, recover: 1000, pause: 50 };
/** Of who waits for a network that hangs. */
const IMPATIENCE = { open: 700, answer: 700, recover: 2000, pause: 50 };
const TOKEN = 'a-token-that-nobody-may-see';

interface Said extends Record<string, unknown> {
  readonly type: string;
}

let distribution: string;
let server: FakeServer;
let link: PythonLink | undefined;
let said: Said[] = [];
let logged: string[] = [];
let lost: string[] = [];

// Pythons are started, and some of what a network does takes a while.
vi.setConfig({ testTimeout: 20_000 });

beforeAll(() => {
  // The library tells the console of each connection; the build leaves that out.
  for (const method of ['debug', 'warn', 'log'] as const) vi.spyOn(console, method).mockReturnValue();
  distribution = mkdtempSync(path.join(tmpdir(), 'd2l-jupyter-'));
  mkdirSync(path.join(distribution, 'jupyter'));
  cpSync('src/training/jupyter/python/relay.py', path.join(distribution, 'jupyter/relay.py'));
  cpSync('test/jupyter/package', path.join(distribution, 'pytorch'), { recursive: true });
});

afterAll(() => rmSync(distribution, { recursive: true, force: true }));

afterEach(async () => {
  await link?.close();
  await server?.close();
  said = [];
  logged = [];
  lost = [];
  link = undefined;
});

const listener: LinkListener = {
  line: (text) => void said.push(JSON.parse(text) as Said),
  log: (_, text) => void logged.push(text),
  lost: (reason) => void lost.push(reason),
};

function open(url: string, token = TOKEN, owner?: string, patience = PATIENCE): PythonLink {
  const address = jupyterAddress(url, token);
  const options = { distribution, address, patience, ...(owner === undefined ? {} : { owner }) };
  link = kernelSource(options)(listener);
  return link;
}

async function started(options: FakeServerOptions = {}, patience = PATIENCE): Promise<PythonLink> {
  server = new FakeServer({ token: TOKEN, ...options });
  const opened = open(await server.listen(), TOKEN, undefined, patience);
  await heard('ready');
  return opened;
}

async function heard(type: string, count = 1): Promise<void> {
  await vi.waitFor(
    () => {
      if (lost.length > 0) throw new Error(lost[0]);
      expect(said.filter((message) => message.type === type)).toHaveLength(count);
    },
    { timeout: 8000, interval: 20 },
  );
}

async function loss(): Promise<string> {
  await vi.waitFor(() => expect(lost).toHaveLength(1), { timeout: 8000, interval: 20 });
  return lost[0] ?? '';
}

const run = (number: number, points: number, characters = 0): string =>
  JSON.stringify({ type: 'run', run: number, points, characters });

function numbers(): unknown[] {
  return said.filter(({ type }) => type === 'points').map(({ number }) => number);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe.runIf(hasPython)('a Python beside a kernel', () => {
  it.each(['v1', 'json'] as const)('says all its lines in order, by the protocol %s', async (protocol) => {
    const python = await started({ protocol });
    python.send(run(1, 5000));
    await heard('ended');
    expect(numbers()).toEqual(upTo(5000));
    python.interrupt();
    await heard('heard');
    expect(said.at(-1)).toEqual({ type: 'heard', message: { type: 'stop' } });
  });

  it('sends lines that are larger together than an answer may be', async () => {
    const python = await started();
    python.send(run(1, 12, 1_000_000));
    await heard('ended');
    expect(numbers()).toEqual(upTo(12));
  });

  it('keeps the token in a header: no address that a server may log has it', async () => {
    await started();
    expect(server.asked.length).toBeGreaterThan(3);
    for (const { url } of server.asked) expect(url).not.toContain(TOKEN);
    const guarded = server.asked.filter(({ url }) => !url.startsWith('/api?'));
    for (const { authorization } of guarded) expect(authorization).toBe(`token ${TOKEN}`);
  });

  it('loses no line when the connection breaks, and says each once', async () => {
    const python = await started();
    python.send(run(1, 3000));
    server.breakConnections();
    python.send('{"type":"later"}');
    await heard('ended');
    await heard('heard');
    expect(numbers()).toEqual(upTo(3000));
    expect(logged.join()).toMatch(/broke: it is opened again/);
  });

  it('ends its kernel when it is closed', async () => {
    const python = await started();
    expect(server.kernels.size).toBe(1);
    await python.close();
    expect(server.kernels.size).toBe(0);
  });

  it('tells why its process has ended', async () => {
    const python = await started();
    python.send('{"type":"exit"}');
    expect(await loss()).toBe('this Python ended with status 1: out of luck');
    await vi.waitFor(() => expect(server.kernels.size).toBe(0));
  });

  it('tells that its process was killed', async () => {
    const python = await started();
    python.send('{"type":"crash"}');
    expect(await loss()).toMatch(/this Python was killed, by somebody or because memory ran out/);
  });

  it('tells that its kernel has died', async () => {
    await started();
    for (const kernel of server.kernels.values()) kernel.kill();
    expect(await loss()).toMatch(/^the kernel at http:\S+ has died/);
  });

  it('tells that the token is not taken any more', async () => {
    await started();
    server.token = 'another';
    server.breakConnections();
    expect(await loss()).toMatch(/does not take the token \(403\)/);
    expect(lost[0]).not.toContain(TOKEN);
  });

  it('tells of a network that hangs', async () => {
    const python = await started({}, IMPATIENCE);
    server.hangs = true;
    python.send(run(1, 1));
    expect(await loss()).toMatch(/cannot be connected to|does not answer/);
  });

  it('goes on when a network hung for a while', async () => {
    const python = await started({}, IMPATIENCE);
    server.hangs = true;
    python.send(run(1, 10));
    await vi.waitFor(() => expect(logged).not.toHaveLength(0), { timeout: 4000, interval: 20 });
    server.hangs = false;
    await heard('ended');
    expect(numbers()).toEqual(upTo(10));
  });

  it('ends kernels that a program which was killed has left behind', async () => {
    await started();
    const [kernel] = server.kernels.values();
    link?.leave?.();
    await vi.waitFor(() => expect(kernel?.sockets.size).toBe(0));
    if (kernel !== undefined) kernel.lastActivity = new Date(Date.now() - 3_600_000);
    open(server.url);
    await heard('ready', 2);
    await vi.waitFor(() => expect([...server.kernels.values()]).not.toContain(kernel));
  });

  it('tells that the server has gone for good', async () => {
    await started();
    await server.close();
    expect(await loss()).toMatch(/nothing listens at|cannot be reached/);
  });
});

describe.runIf(hasPython)('a run that is left to its server', () => {
  const kept = JSON.stringify({ type: 'run', run: 7, points: 300, keep: 'exercise 3.4.6' });

  async function left(): Promise<readonly LeftRun[]> {
    return leftRuns({
      distribution,
      address: jupyterAddress(server.url, TOKEN),
      owner: 'me',
      patience: PATIENCE,
    });
  }

  it('is found again, with all that it has said and says', async () => {
    server = new FakeServer({ token: TOKEN });
    const first = open(await server.listen(), TOKEN, 'me');
    await heard('ready');
    first.send(run(6, 3));
    await heard('ended');
    first.send(kept);
    await heard('ended', 2);
    first.leave?.();
    said = [];

    const [found, ...others] = await left();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ run: 7, keep: 'exercise 3.4.6', isOver: true });
    link = found?.source(listener);
    await heard('ready');
    await heard('ended');
    expect(numbers()).toEqual(upTo(300));
    // What a session does that resumes it: its line is not taken again, later ones are.
    link?.send(kept);
    link?.interrupt();
    await heard('heard');
    expect(said.filter(({ type }) => type === 'ended')).toHaveLength(1);
    await link?.close();
    expect(server.kernels.size).toBe(0);
  });

  it('is told of by the document that it is one of', async () => {
    server = new FakeServer({ token: TOKEN });
    const first = open(await server.listen(), TOKEN, 'me');
    await heard('ready');
    const document = '/home/me/3.4.py';
    const digest = createHash('sha256').update(document).digest('hex').slice(0, 32);
    first.send(JSON.stringify({ type: 'run', run: 1, points: 3, keep: `${digest} code` }));
    await heard('ended');
    first.leave?.();
    const address = jupyterAddress(server.url, TOKEN);
    const options = { distribution, address, owner: 'me', patience: PATIENCE, log: () => undefined };
    expect(await leftRunOf(options, document)).toEqual({ server: new URL(server.url).host, isOver: true });
    expect(await leftRunOf(options, '/home/me/3.5.py')).toBeNull();
    expect(await leftRunOf({ ...options, owner: 'somebody else' }, document)).toBeNull();
  });

  it('is somebody else’s to find; a kernel without one is ended', async () => {
    server = new FakeServer({ token: TOKEN });
    const other = open(await server.listen(), TOKEN, 'somebody else');
    await heard('ready');
    other.send(kept);
    await heard('ended');
    other.leave?.();
    const idle = open(server.url, TOKEN, 'me');
    await heard('ready', 2);
    idle.leave?.();
    await vi.waitFor(() =>
      expect([...server.kernels.values()].map(({ sockets }) => sockets.size)).toEqual([0, 0]),
    );
    expect(await left()).toEqual([]);
    expect(server.kernels.size).toBe(1);
  });
});

describe.runIf(hasPython)('a server that has no authentication', () => {
  it('is used without a token', async () => {
    server = new FakeServer({ token: '' });
    open(await server.listen(), '');
    await heard('ready');
    expect(server.asked.every(({ authorization }) => authorization === undefined)).toBe(true);
  });
});

describe('a server that cannot be used', () => {
  it('tells that nothing listens', async () => {
    server = new FakeServer();
    const url = await server.listen();
    await server.close();
    open(url);
    expect(await loss()).toBe(
      `nothing listens at ${url}: start the Jupyter server (jupyter lab), or mend the port in its address`,
    );
  });

  it('tells that its port is none that the web is asked at', async () => {
    open('http://127.0.0.1:6000/');
    expect(await loss()).toMatch(
      /^the port of http:\/\/127\.0\.0\.1:6000\/ belongs to another kind of service.* --port 8888/,
    );
  });

  it('tells that the token is wrong, without saying it', async () => {
    server = new FakeServer({ token: 'another' });
    open(await server.listen());
    expect(await loss()).toMatch(/does not take the token \(403\): give the one it runs with/);
    expect(lost[0]).not.toContain(TOKEN);
  });

  it('tells that it has no Python', async () => {
    server = new FakeServer({ token: TOKEN, kernels: { ir: 'R' } });
    open(await server.listen());
    expect(await loss()).toMatch(/has no Python kernel: install one there/);
  });

  it('tells that it has no kernel at all', async () => {
    server = new FakeServer({ token: TOKEN, kernels: {} });
    open(await server.listen());
    expect(await loss()).toMatch(/has no Python kernel: install one there/);
  });

  it('tells of a site that is something else', async () => {
    server = new FakeServer();
    server.isSite = true;
    const url = await server.listen();
    open(url);
    expect(await loss()).toBe(`what answers at ${url} is no Jupyter server: mend the address`);
  });

  it('tells that there is nothing of the kind below its path', async () => {
    const site = createServer((_, response) => response.writeHead(404).end('nothing'));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    open(`http://127.0.0.1:${String((site.address() as AddressInfo).port)}/deep`);
    expect(await loss()).toMatch(/there is no Jupyter server at http:\S+\/deep\/ \(404\)/);
    site.close();
  });
});
