/** The document that the command line runs: read, and taken apart into blocks. */
import { documentKind, readBlocks } from '../exercises/blocks.ts';
import { splitLines } from '../exercises/lines.ts';
import type { Block, DocumentKind } from '../exercises/model.ts';
import { isNotebook } from '../exercises/notebook-cells.ts';
import { decodeText } from './encoding.ts';
import { UsageError } from './usage.ts';

export interface ExerciseDocument {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly lineCount: number;
  readonly blocks: readonly Block[];
}

/**
 * Reads a file and finds its blocks, at least one but in an empty program.
 *
 * @throws UsageError when the file cannot be read, is of no supported kind, is not text or holds no Python.
 */
export async function readDocument(
  path: string,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<ExerciseDocument> {
  const kind = documentKind(path);
  if (!kind) throw new UsageError(`${path} is not a supported kind of file: it is .py, .md or .ipynb`);
  const text = decodeText(path, await readBytes(path, readFile), kind === 'python');
  if (kind === 'notebook' && !isNotebook(text)) throw new UsageError(`${path} is not a notebook`);
  const blocks = readBlocks(text, kind, path);
  // An empty program is one all the same.
  if (blocks.length === 0 && kind !== 'python') throw new UsageError(`${path} holds no Python code to run`);
  return { path, kind, lineCount: splitLines(text).length, blocks };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ENOTDIR: 'there is no such file',
};

async function readBytes(path: string, readFile: (path: string) => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = Object.hasOwn(REASONS, code)
      ? REASONS[code]
      : error instanceof Error
        ? error.message
        : code;
    throw new UsageError(`${path} cannot be read: ${reason}`);
  }
}
