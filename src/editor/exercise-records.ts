/** The records of all exercises that were looked at. */

import type { Block } from '../exercises/model.ts';
import { ExerciseRecord, type RecordParts } from './exercise-record.ts';
import type { TextChange } from './overrides/text-changes.ts';
import type { Settings } from './settings.ts';
import type { SourceDocument } from './source-document.ts';
import { blockKey } from './targets.ts';

/** Records by document and block, made when first asked for and kept up to date with the text. */
export class ExerciseRecords {
  readonly #records = new Map<string, Map<string, ExerciseRecord>>();

  constructor(private readonly parts: RecordParts) {}

  /** The record of `block`, up to date with the text; made when there is none. */
  of(document: SourceDocument, blocks: readonly Block[], block: Block, settings: Settings): ExerciseRecord {
    const ofDocument = this.#records.get(document.uri) ?? new Map<string, ExerciseRecord>();
    this.#records.set(document.uri, ofDocument);
    const key = blockKey(blocks, block);
    const known = ofDocument.get(key);
    known?.refresh(blocks, block);
    const record = known ?? new ExerciseRecord(document, key, blocks, block, settings, this.parts);
    ofDocument.set(key, record);
    return record;
  }

  /** The record of `block` as it is, if there is one. */
  peek(uri: string, blocks: readonly Block[], block: Block): ExerciseRecord | undefined {
    return this.#records.get(uri)?.get(blockKey(blocks, block));
  }

  /** Those of one document. */
  in(uri: string): readonly ExerciseRecord[] {
    return [...(this.#records.get(uri)?.values() ?? [])];
  }

  /** The document was edited; returns whether that ended an override of one of its exercises. */
  edited(uri: string, changes: readonly TextChange[]): boolean {
    return this.in(uri).filter((record) => record.edited(changes)).length > 0;
  }

  all(): readonly ExerciseRecord[] {
    return [...this.#records.values()].flatMap((records) => [...records.values()]);
  }

  forget(uri: string): void {
    this.#records.delete(uri);
  }

  /** Those of a document, or of all documents of a folder, that have not run are made anew when they are asked for. */
  reload(uri: string): void {
    for (const [document, ofDocument] of this.#records) {
      if (document !== uri && !document.startsWith(`${uri}/`)) continue;
      for (const [key, record] of ofDocument) if (record.runs === 0) ofDocument.delete(key);
    }
  }
}
