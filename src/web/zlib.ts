/** What is used of `node:zlib`, for browsers. */
import { Buffer } from 'buffer';
import { gzipSync as gzip, strToU8, zlibSync } from 'fflate';

const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === 'string' ? strToU8(data) : data);

export function gzipSync(data: string | Uint8Array): Buffer {
  return Buffer.from(gzip(bytesOf(data)));
}

export function deflateSync(data: string | Uint8Array): Buffer {
  return Buffer.from(zlibSync(bytesOf(data)));
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  return value;
});

/** As PNG has it (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 255] ?? 0);
  return ~value >>> 0;
}
