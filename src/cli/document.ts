/** The document that the command line runs: read, and taken apart into blocks. */
import path from 'node:path';
import { documentKind, readBlocks } from '../exercises/blocks.ts';
import { splitLines } from '../exercises/lines.ts';
import type { Block, DocumentKind } from '../exercises/model.ts';
import { isNotebook } from '../exercises/notebook-cells.ts';
import { decodeText } from './encoding.ts';
import type { RunCommand } from './arguments.ts';
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
  file: string,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<ExerciseDocument> {
  const kind = documentKind(file);
  if (!kind) throw new UsageError(`${file} is not a supported kind of file: it is .py, .md or .ipynb`);
  const text = decodeText(file, await readBytes(file, readFile), kind === 'python');
  if (kind === 'notebook' && !isNotebook(text)) throw new UsageError(`${file} is not a notebook`);
  const blocks = readBlocks(text, kind, file);
  // An empty program is one all the same.
  if (blocks.length === 0 && kind !== 'python') throw new UsageError(`${file} holds no Python code to run`);
  return { path: file, kind, lineCount: splitLines(text).length, blocks };
}

/** Where a Python of this machine runs a document: in its folder. The built-in engine reads none. */
export function placeOf({ file, engine }: Pick<RunCommand, 'file' | 'engine'>): { readonly folder?: string } {
  return engine.type === 'built-in' ? {} : { folder: path.dirname(path.resolve(file)) };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ENOTDIR: 'there is no such file',
};

async function readBytes(file: string, readFile: (path: string) => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = Object.hasOwn(REASONS, code)
      ? REASONS[code]
      : error instanceof Error
        ? error.message
        : code;
    throw new UsageError(`${file} cannot be read: ${reason}`);
  }
}
