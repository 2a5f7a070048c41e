/** A web server on the loopback that hands out data sets, well or badly, and archives to hand out. */

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateRawSync } from 'node:zlib';
import type { DataSet, PublishedFile } from '../src/data/data-set.ts';

/** What is answered for a path. */
export interface Answer {
  readonly bytes?: Uint8Array;
  readonly status?: number;
  readonly location?: string;
  /** The line is cut after so many bytes of the answer, so many times. */
  readonly cut?: { readonly after: number; times: number };
  /** Nothing follows after so many bytes. */
  readonly stallAfter?: number;
  /** Always the whole file. */
  readonly noRanges?: boolean;
  /** The length is not said. */
  readonly chunked?: boolean;
}

export class DataServer {
  /** Paths and ranges that were asked for: `/a.txt`, `/a.txt bytes=5-`. */
  readonly asked: string[] = [];
  readonly answers = new Map<string, Answer>();
  /** Where it is; a mirror's address. */
  url = new URL('http://127.0.0.1/');
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(): Promise<DataServer> {
    const server = new DataServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    server.url = new URL(`http://127.0.0.1:${(server.#server.address() as AddressInfo).port}/`);
    return server;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const { range } = request.headers;
    this.asked.push(range === undefined ? path : `${path} ${range}`);
    const answer = this.answers.get(path);
    if (answer === undefined) return void response.writeHead(404).end('not here');
    const { status, location } = answer;
    if (location !== undefined) response.writeHead(status ?? 302, { location }).end();
    else if (status !== undefined) response.writeHead(status).end();
    else this.#hand(response, answer, answer.noRanges ? undefined : range);
  }

  #hand(response: ServerResponse, answer: Answer, range: string | undefined): void {
    const { bytes = new Uint8Array(0), chunked } = answer;
    const begin = Number(/\d+/.exec(range ?? '0')?.[0]);
    if (begin > 0 && begin >= bytes.length) return void response.writeHead(416).end();
    const rest = bytes.subarray(begin);
    const ranged = begin > 0 ? { 'content-range': `bytes ${begin}-${bytes.length - 1}/${bytes.length}` } : {};
    const length = chunked ? {} : { 'content-length': rest.length };
    response.writeHead(begin > 0 ? 206 : 200, { ...length, ...ranged });
    this.#send(response, rest, answer);
  }

  #send(response: ServerResponse, rest: Uint8Array, { cut, stallAfter }: Answer): void {
    if (stallAfter !== undefined) return void response.write(rest.subarray(0, stallAfter));
    if (cut === undefined || cut.times === 0) return void response.end(rest);
    cut.times -= 1;
    response.write(rest.subarray(0, cut.after), () => setTimeout(() => response.destroy(), 10));
  }
}

function sha1(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex');
}

/** A file of a made-up list, as its bytes are. */
export function fileOf(path: string, bytes: Uint8Array, changes: Partial<PublishedFile> = {}): PublishedFile {
  return {
    path,
    urls: [`https://data.example/${path}`],
    bytes: bytes.length,
    unpackedBytes: bytes.length,
    algorithm: 'sha1',
    sum: sha1(bytes),
    packing: 'none',
    ...changes,
  };
}

/** A set of a made-up list. */
export function setOf(id: string, files: readonly PublishedFile[], names: readonly string[] = [id]): DataSet {
  return { id, title: `Set ${id}`, names, about: 'made up', files };
}

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Unix's mode. */
  readonly mode?: number;
}

/** A zip archive with entries of any names, however bad. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, mode = 0o100644 } of entries) {
    const packed = deflateRawSync(bytes);
    const text = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(text.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, text, packed]);
    const made = Buffer.from([20, 3]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, common, rest, text]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}
