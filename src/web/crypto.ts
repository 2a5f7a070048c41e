/** What is used of `node:crypto`, for browsers: hashes that are there at once, which `crypto.subtle` does not have. */
import { sha256 } from '@noble/hashes/sha2.js';
import { Buffer } from 'buffer';

interface Hash {
  update(text: string): Hash;
  digest(encoding: 'base64' | 'hex'): string;
}

/** @throws Error for another algorithm than SHA-256 */
export function createHash(algorithm: string): Hash {
  if (algorithm !== 'sha256') throw new Error(`${algorithm} is not there`);
  const hash = sha256.create();
  const answer: Hash = {
    update(text) {
      hash.update(new TextEncoder().encode(text));
      return answer;
    },
    digest: (encoding) => Buffer.from(hash.digest()).toString(encoding),
  };
  return answer;
}

export function randomUUID(): string {
  return crypto.randomUUID();
}

export function randomBytes(count: number): Buffer {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(count)));
}
