import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

import { supportedDocument } from './supported/document.ts';

const root = path.resolve(import.meta.dirname, '../..');

it(
  'docs/supported.md says what the engine offers (npm run docs writes it anew)',
  { timeout: 120_000 },
  async () => {
    const written = readFileSync(path.join(root, 'docs/supported.md'), 'utf8');
    expect(await supportedDocument(path.join(root, 'dist'))).toBe(written);
  },
);
