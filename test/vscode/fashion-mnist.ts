/** Made-up pictures in the files of Fashion-MNIST, by their names and in their format. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { DataSet } from '../../src/data/data-set.ts';
import { fileOf, setOf, type DataServer } from '../data-server.ts';

const SIDE = 28;

/** Each class is bright in a place of its own; the rest is noise. */
function picture(label: number, random: () => number): Uint8Array {
  const pixels = new Uint8Array(SIDE * SIDE);
  const [left, top] = [3 + 4 * (label % 5), 4 + 11 * Math.floor(label / 5)];
  for (let at = 0; at < pixels.length; at += 1) {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    const isWithin = x >= left && x < left + 6 && y >= top && y < top + 9;
    pixels[at] = (isWithin ? 150 : 0) + 100 * random();
  }
  return pixels;
}

function idx(magic: number, sizes: readonly number[], content: Buffer): Buffer {
  const head = Buffer.alloc(4 + 4 * sizes.length);
  head.writeUInt32BE(magic, 0);
  sizes.forEach((size, axis) => head.writeUInt32BE(size, 4 + 4 * axis));
  return gzipSync(Buffer.concat([head, content]));
}

function filesOf(part: string, count: number): Readonly<Record<string, Buffer>> {
  let state = count;
  const random = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const labels = Buffer.from([...Array(count).keys()].map((at) => at % 10));
  const pictures = Buffer.concat([...labels].map((label) => picture(label, random)));
  return {
    [`FashionMNIST/raw/${part}-images-idx3-ubyte.gz`]: idx(0x803, [count, SIDE, SIDE], pictures),
    [`FashionMNIST/raw/${part}-labels-idx1-ubyte.gz`]: idx(0x801, [count], labels),
  };
}

/** A set that programs find by the name of torchvision's class, whose files `server` hands out. */
export function smallFashionMnist(server: DataServer): DataSet {
  const all = Object.entries({ ...filesOf('train', 1000), ...filesOf('t10k', 400) });
  const files = all.map(([path, bytes]) => {
    server.answers.set(`/${path}`, { bytes });
    const sum = createHash('md5').update(bytes).digest('hex');
    const unpackedBytes = 1_000_000;
    return fileOf(path, bytes, { packing: 'gz', algorithm: 'md5', sum, unpackedBytes });
  });
  return { ...setOf('fashion-mnist', files, ['FashionMNIST']), title: 'Fashion-MNIST' };
}
