/** The data sets of this machine as the editor has them: the list, what of it is there, and what is being fetched. */

import * as vscode from 'vscode';
import { CATALOG, findDataSet } from '../../data/catalog.ts';
import { downloadBytes, type DataSet } from '../../data/data-set.ts';
import type { FetchOptions } from '../../data/fetch-set.ts';
import { DataStore, type StoredSet } from '../../data/store.ts';
import { sizeText } from '../../data/sizes.ts';
import type { DataOffer } from '../../run-model/state.ts';
import type { Advice } from '../../training/protocol/protocol.ts';

/** A set as the view shows it. */
export interface KeptSet {
  readonly set: DataSet;
  /** Null: it has come in part. */
  readonly stored: StoredSet | null;
  /** On the disk. */
  readonly bytes: number;
}

export class DataSets implements vscode.Disposable {
  readonly store: DataStore;
  readonly #changes = new vscode.EventEmitter<void>();
  /** Something was fetched, in part too, or deleted. */
  readonly onDidChange = this.#changes.event;
  readonly #fetching = new Set<string>();
  #catalog: readonly DataSet[] = CATALOG;

  constructor(folder: string) {
    this.store = new DataStore(folder);
  }

  dispose(): void {
    this.#changes.dispose();
  }

  /** Another list, for tests. */
  replaceCatalog(catalog: readonly DataSet[]): void {
    this.#catalog = catalog;
  }

  get catalog(): readonly DataSet[] {
    return this.#catalog;
  }

  find(name: string): DataSet | undefined {
    return findDataSet(name, this.#catalog);
  }

  /** The set that a run misses, where the list has it and a run could use it. */
  missing(advice: readonly Advice[]): DataSet | undefined {
    for (const piece of advice) {
      if (piece.kind !== 'dataMissing' || piece.facts.dataSet === null) continue;
      const set = this.find(piece.facts.dataSet);
      if (set !== undefined && set.unusable === undefined) return set;
    }
    return undefined;
  }

  /** What the panel offers to download after a run; null: nothing. */
  offer(advice: readonly Advice[]): DataOffer | null {
    const set = this.missing(advice);
    return set === undefined ? null : { title: set.title, size: sizeText(downloadBytes(set)) };
  }

  /** The sets that are there, in part too, in the order of the list. */
  async kept(): Promise<readonly KeptSet[]> {
    const stored = new Map((await this.store.list()).map((set) => [set.id, set]));
    const all = this.#catalog.map(async (set): Promise<KeptSet> => {
      const whole = stored.get(set.id) ?? null;
      return { set, stored: whole, bytes: whole?.bytes ?? (await this.store.partialBytes(set.id)) };
    });
    return (await Promise.all(all)).filter(({ stored, bytes }) => stored !== null || bytes > 0);
  }

  isFetching({ id }: DataSet): boolean {
    return this.#fetching.has(id);
  }

  /** See `fetchSet`. */
  async fetch(set: DataSet, options: FetchOptions): Promise<void> {
    this.#fetching.add(set.id);
    try {
      const { fetchSet } = await import('../../data/fetch-set.ts');
      await fetchSet(this.store, set, options);
    } finally {
      this.#fetching.delete(set.id);
      this.#changes.fire();
    }
  }

  /** @throws DataError when it cannot be deleted */
  async remove({ id }: DataSet): Promise<void> {
    try {
      await this.store.remove(id);
    } finally {
      this.#changes.fire();
    }
  }
}
