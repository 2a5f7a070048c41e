/**
 * A Jupyter server for tests: its REST interface and the WebSockets of kernels, which `kernel.py` executes in the Python of this
 * machine. It can be told to fail in every way that a real one does.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from '@jupyterlab/services/lib/kernel/serialize';
import type { KernelMessage } from '@jupyterlab/services';
import { WebSocketServer, type WebSocket } from 'ws';

const KERNEL = path.join(path.dirname(fileURLToPath(import.meta.url)), 'kernel.py');
const PYTHON = 'python3';
const V1 = 'v1.kernel.websocket.jupyter.org';

/** Whether there is a Python for its kernels. What the relay does on Windows was never tried. */
export const hasPython =
  process.platform !== 'win32' &&
  spawnSync(PYTHON, ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;

export interface FakeServerOptions {
  readonly token?: string;
  /** Names of the kernels that it has, with their languages. */
  readonly kernels?: Readonly<Record<string, string>>;
  /** Of messages: binary, or as older servers send them. */
  readonly protocol?: 'v1' | 'json';
}

interface Request {
  readonly id: string;
  readonly socket: WebSocket;
  readonly header: KernelMessage.IHeader;
}

type Channel = KernelMessage.IMessage['channel'];

/** A kernel, and who is connected to it. */
class FakeKernel {
  readonly id = randomUUID();
  readonly sockets = new Set<WebSocket>();
  readonly #process: ChildProcess;
  readonly #session = randomUUID();
  readonly #requests = new Map<string, Request>();
  isDead = false;
  lastActivity = new Date();

  constructor(
    private readonly protocol: string,
    private readonly hangs: () => boolean,
  ) {
    this.#process = spawn(PYTHON, ['-u', KERNEL], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#process.stdin?.on('error', () => undefined);
    if (this.#process.stdout !== null)
      createInterface({ input: this.#process.stdout }).on('line', (line) => this.#hear(line));
    this.#process.on('exit', () => {
      if (this.isDead) return;
      this.isDead = true;
      this.broadcast('status', { execution_state: 'dead' }, null);
    });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get model() {
    return {
      id: this.id,
      name: 'python3',
      execution_state: 'idle',
      connections: this.sockets.size,
      last_activity: this.lastActivity.toISOString(),
    };
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  connect(socket: WebSocket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('message', (data: Buffer, isBinary) => {
      if (this.hangs()) return;
      const bytes = isBinary ? new Uint8Array(data).buffer : data.toString('utf8');
      // Its type has the binary form alone.
      this.#take(deserialize(bytes as ArrayBuffer, this.protocol), socket);
    });
  }

  broadcast(type: string, content: object, parent: KernelMessage.IHeader | null): void {
    for (const socket of this.sockets) this.#send(socket, 'iopub', type, content, parent);
  }

  #take({ header, content }: KernelMessage.IMessage, socket: WebSocket): void {
    if (header.msg_type === 'kernel_info_request') {
      const info = { status: 'ok', protocol_version: '5.3', implementation: 'fake', language_info: {} };
      this.#send(socket, 'shell', 'kernel_info_reply', info, header);
      this.broadcast('status', { execution_state: 'idle' }, header);
    } else if (header.msg_type === 'execute_request') {
      const id = header.msg_id;
      this.#requests.set(id, { id, socket, header });
      this.#process.stdin?.write(`${JSON.stringify({ ...content, id })}\n`);
    }
  }

  #hear(line: string): void {
    const { reply, display, id } = JSON.parse(line) as { reply?: object; display?: object; id?: string };
    if (display !== undefined)
      return this.broadcast('display_data', { data: display, metadata: {}, transient: {} }, null);
    const request = this.#requests.get(id ?? '');
    if (request === undefined || reply === undefined) return;
    this.#requests.delete(request.id);
    this.#send(request.socket, 'shell', 'execute_reply', reply, request.header);
    this.broadcast('status', { execution_state: 'idle' }, request.header);
  }

  #send(
    socket: WebSocket,
    channel: Channel,
    type: string,
    content: object,
    parent: KernelMessage.IHeader | null,
  ): void {
    const header = {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.#session,
      username: 'test',
      version: '5.3',
      date: new Date().toISOString(),
    };
    const message = { channel, header, parent_header: parent ?? {}, metadata: {}, content, buffers: [] };
    socket.send(serialize(message as unknown as KernelMessage.IMessage, this.protocol));
  }
}

export class FakeServer {
  readonly #http: Server;
  readonly #sockets: WebSocketServer;
  readonly kernels = new Map<string, FakeKernel>();
  readonly #sessions = new Map<string, { readonly path: string; readonly kernel: FakeKernel }>();
  readonly #protocol: string;
  readonly #specs: Readonly<Record<string, string>>;
  /** What it asks for; may change while it runs. */
  token: string;
  /** Requests are not answered any more, nor are messages. */
  hangs = false;
  /** It answers with pages, as a site that is no Jupyter server does. */
  isSite = false;
  /** What it was asked, and with which headers: a token may only be in one of them. */
  readonly asked: { readonly url: string; readonly authorization: string | undefined }[] = [];

  constructor({ token = 'right', kernels = { python3: 'python' }, protocol = 'v1' }: FakeServerOptions = {}) {
    this.token = token;
    this.#specs = kernels;
    this.#protocol = protocol === 'v1' ? V1 : '';
    this.#http = createServer((request, response) => void this.#answer(request, response));
    this.#sockets = new WebSocketServer({
      noServer: true,
      handleProtocols: (offered) => offered.has(this.#protocol) && this.#protocol,
    });
    this.#http.on('upgrade', (request, socket, head) => {
      if (this.hangs) return;
      const kernel = this.kernels.get(/kernels\/([^/]+)\/channels/.exec(request.url ?? '')?.[1] ?? '');
      if (!this.#isAllowed(request) || kernel === undefined)
        return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      this.#sockets.handleUpgrade(request, socket, head, (opened) => kernel.connect(opened));
    });
  }

  /** Its address, without a token. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    return this.url;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#http.address() as AddressInfo).port)}/`;
  }

  /** Breaks all connections; its kernels go on. */
  breakConnections(): void {
    for (const { sockets } of this.kernels.values()) for (const socket of sockets) socket.terminate();
  }

  async close(): Promise<void> {
    for (const kernel of this.kernels.values()) kernel.kill();
    this.breakConnections();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #isAllowed(request: IncomingMessage): boolean {
    const { authorization } = request.headers;
    this.asked.push({ url: request.url ?? '', authorization });
    return this.token === '' || authorization === `token ${this.token}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.hangs) return;
    const allowed = this.#isAllowed(request);
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    if (this.isSite) return void response.setHeader('Content-Type', 'text/html').end('<html>Welcome</html>');
    if (pathname === '/api') return send(response, 200, { version: '2.0.0' });
    if (!allowed) return send(response, 403, { message: 'Forbidden' });
    let text = '';
    for await (const piece of request) text += String(piece);
    this.#serve(request.method ?? 'GET', pathname, text === '' ? {} : JSON.parse(text), response);
  }

  #serve(method: string, pathname: string, body: unknown, response: ServerResponse): void {
    const [, , kind = '', id = ''] = pathname.split('/');
    if (kind === 'kernelspecs') return send(response, 200, this.#kernelSpecs());
    if (kind === 'sessions' && method === 'POST')
      return send(response, 201, this.#start(body as { path: string }));
    if (kind === 'sessions' && method === 'DELETE') return this.#end(id, response);
    if (kind === 'sessions')
      return send(
        response,
        200,
        [...this.#sessions.keys()].map((key) => this.#session(key)),
      );
    const kernel = this.kernels.get(id);
    if (kernel === undefined || kernel.isDead) return send(response, 404, { message: 'no kernel' });
    send(response, 200, kernel.model);
  }

  #kernelSpecs(): object {
    const specs = Object.entries(this.#specs).map(([name, language]) => [
      name,
      { name, resources: {}, spec: { language, display_name: name, argv: [], env: {} } },
    ]);
    return { default: Object.keys(this.#specs)[0] ?? '', kernelspecs: Object.fromEntries(specs) as object };
  }

  #start({ path }: { readonly path: string }): object {
    const kernel = new FakeKernel(this.#protocol, () => this.hangs);
    this.kernels.set(kernel.id, kernel);
    const id = randomUUID();
    this.#sessions.set(id, { path, kernel });
    return this.#session(id);
  }

  #session(id: string): object {
    const { path = '', kernel } = this.#sessions.get(id) ?? {};
    return { id, path, name: 'D2L Exercises', type: 'd2l-exercises', kernel: kernel?.model };
  }

  #end(id: string, response: ServerResponse): void {
    const session = this.#sessions.get(id);
    if (session === undefined) return send(response, 404, { message: 'no session' });
    this.#sessions.delete(id);
    this.kernels.delete(session.kernel.id);
    session.kernel.kill();
    response.writeHead(204).end();
  }
}

function send(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
}
