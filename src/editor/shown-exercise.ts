/** Which exercise the panel shows: the one at the cursor, found again after every edit. */

import type { Block } from '../exercises/model.ts';
import type { PanelHost } from '../webview/panel.ts';
import { EMPTY_STATE } from '../run-model/state.ts';
import { StateStore } from '../run-model/store.ts';
import type { ExerciseRecord, RecordParts, RunExtent } from './exercise-record.ts';
import { ExerciseRecords } from './exercise-records.ts';
import type { Settings } from './settings.ts';
import { BlockCache, type SourceDocument } from './source-document.ts';
import { blockAt, blockKey } from './targets.ts';

/** A place in a document: the cursor's line (1-based), or a block by its index. */
export type BlockTarget = { readonly line: number } | { readonly block: number };

export interface ShownExerciseParts extends RecordParts {
  readonly panel: Pick<PanelHost, 'show' | 'shows'>;
  settings(document: SourceDocument): Settings;
}

export class ShownExercise {
  readonly records: ExerciseRecords;
  readonly #blocks = new BlockCache();
  #place: { readonly document: SourceDocument; readonly line: number } | undefined;
  /** The cursor has moved to `place` since it was last followed. */
  #isBehind = false;
  #current: ExerciseRecord | undefined;

  constructor(private readonly parts: ShownExerciseParts) {
    this.records = new ExerciseRecords(parts);
  }

  /** As of the last time that the text was taken in. */
  get record(): ExerciseRecord | undefined {
    return this.#current;
  }

  /** Whether the document that is followed has a block to run. */
  get hasExercises(): boolean {
    return (
      this.#place !== undefined && this.blocksOf(this.#place.document).some(({ isRunnable }) => isRunnable)
    );
  }

  isFollowing(uri: string): boolean {
    return this.#place?.document.uri === uri;
  }

  blocksOf(document: SourceDocument): readonly Block[] {
    return this.#blocks.blocksOf(document);
  }

  /** The cursor is on `line` (1-based) of `document`. */
  follow(document: SourceDocument, line: number): void {
    this.note(document, line);
    this.#isBehind = false;
    const record = this.recordAt(document, { line });
    if (record === undefined) this.#showNothing(document);
    else this.show(record);
  }

  /** The cursor is there; it is followed at the next {@link refresh}. */
  note(document: SourceDocument, line: number): void {
    this.#place = { document, line };
    this.#isBehind = true;
  }

  /** The exercise at a place, up to date with the text; undefined when there is no code. */
  recordAt(document: SourceDocument, target: BlockTarget): ExerciseRecord | undefined {
    const blocks = this.blocksOf(document);
    const block =
      'block' in target
        ? blocks[target.block]
        : blockAt(blocks, target.line, this.#shownBlocks(document, blocks));
    if (block === undefined) return undefined;
    return this.records.of(document, blocks, block, this.parts.settings(document));
  }

  show(record: ExerciseRecord): void {
    this.#current = record;
    if (!this.parts.panel.shows(record.store)) this.parts.panel.show(record.store);
  }

  /** Runs of the record take in so much from now on. */
  extend(record: ExerciseRecord, extent: RunExtent): void {
    const blocks = this.blocksOf(record.document);
    const block = blocks.find((candidate) => blockKey(blocks, candidate) === record.key);
    if (block !== undefined) record.extend(blocks, block, extent);
  }

  /** What is kept of the document's exercises, or of those of all documents of a folder, is another than was read. */
  reload(uri: string): void {
    this.records.reload(uri);
    const [current, place] = [this.#current, this.#place];
    const isDropped = current !== undefined && !this.records.all().includes(current);
    if (!isDropped) return;
    this.#current = undefined;
    if (place !== undefined) this.follow(place.document, place.line);
  }

  /** Somebody else uses the panel now: no exercise is shown until one is followed or run again. */
  release(): void {
    this.#current = undefined;
    this.#place = undefined;
  }

  /** Takes the present text in; an exercise whose block is gone gives way to the one at the cursor. */
  refresh(): ExerciseRecord | undefined {
    const [current, place] = [this.#current, this.#place];
    if (this.#isBehind && place !== undefined) {
      this.follow(place.document, place.line);
      return this.#current;
    }
    const isThere =
      current !== undefined &&
      this.#shownBlocks(current.document, this.blocksOf(current.document)).length > 0;
    if (!isThere && place !== undefined) this.follow(place.document, place.line);
    return this.#current;
  }

  /** The document was closed: nothing of it is kept. */
  forget(uri: string): void {
    this.#blocks.forget(uri);
    this.records.forget(uri);
    if (this.isFollowing(uri)) this.#place = undefined;
    if (this.#current !== undefined && this.#current.document.uri !== uri) return;
    this.#current = undefined;
    this.parts.panel.show(new StateStore(EMPTY_STATE));
  }

  #showNothing(document: SourceDocument): void {
    this.#current = undefined;
    const note = this.parts.t('This document has no code to run yet.');
    const { name, title } = document;
    this.parts.panel.show(new StateStore({ ...EMPTY_STATE, document: name, documentName: title, note }));
  }

  /** Blocks of the shown exercise in the present text; none when it is another document's or gone. */
  #shownBlocks(document: SourceDocument, blocks: readonly Block[]): readonly Block[] {
    const shown = this.#current;
    if (shown?.document.uri !== document.uri) return [];
    const block = blocks.find((candidate) => blockKey(blocks, candidate) === shown.key);
    if (block === undefined) return [];
    shown.refresh(blocks, block);
    return shown.plan.blocks;
  }
}
