/** A text document that holds blocks, without the editor's own type: what the pure parts of this folder work on. */

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBlocks } from '../exercises/blocks.ts';
import type { Block, DocumentKind } from '../exercises/model.ts';

export interface SourceDocument {
  /** Identifies the document in this session: its URI. */
  readonly uri: string;
  /** What tracebacks call it: the path of a file, else the URI. */
  readonly name: string;
  /** What people call it: `linear-regression.py`. */
  readonly title: string;
  readonly kind: DocumentKind;
  /** Grows with every change of the text. */
  readonly version: number;
  text(): string;
}

/** What a run is told of the place of its document. */
export interface DocumentFolder {
  /** See {@link RunRequest.folder}. */
  readonly folder?: string;
}

/** The folder of a document that is a file of this machine. */
export function folderOf({ uri }: Pick<SourceDocument, 'uri'>): DocumentFolder {
  return uri.startsWith('file:') ? { folder: path.dirname(fileURLToPath(uri)) } : {};
}

/** Blocks by document, read once per version. */
export class BlockCache {
  readonly #entries = new Map<string, { readonly version: number; readonly blocks: readonly Block[] }>();

  blocksOf(document: SourceDocument): readonly Block[] {
    const known = this.#entries.get(document.uri);
    if (known?.version === document.version) return known.blocks;
    const blocks = readBlocks(document.text(), document.kind, document.name);
    this.#entries.set(document.uri, { version: document.version, blocks });
    return blocks;
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }
}
