/** The panel's values of one exercise across reloads of the window: kept with the code that they belong to, and gone with it. */

import type { Overrides, ParameterValue, Plan } from '../../exercises/model.ts';
import type { Keeper, Kind } from '../history/exercise-store.ts';
import { digestOf } from '../history/last-run.ts';
import { LiteralOverrides, type PlacedOverride } from './literal-overrides.ts';
import type { TextChange } from './text-changes.ts';

export interface StoredOverrides {
  readonly version: 1;
  /** Digest of the code whose keys these are. */
  readonly code: string;
  readonly overrides: Overrides;
}

/** Overrides in the workspace's storage. */
export const OVERRIDES: Kind<StoredOverrides> = {
  index: 'd2l.overrides',
  entry: 'd2l.override',
  most: 40,
  pack: (stored) => stored,
  read(value) {
    const stored = value as Partial<StoredOverrides> | undefined;
    const isUsable = stored?.version === 1 && typeof stored.overrides === 'object';
    return isUsable ? (stored as StoredOverrides) : undefined;
  },
};

export class KeptOverrides {
  readonly #literals: LiteralOverrides;
  /** Whether the storage has any of this exercise. */
  #isKept: boolean;

  /** @param identity of the exercise in the storage; without a keeper they last as long as the document is open */
  constructor(
    private plan: Plan,
    private readonly identity: string,
    private readonly keeper: Keeper<StoredOverrides> | undefined,
  ) {
    this.#literals = new LiteralOverrides(plan);
    const stored = keeper?.load(identity);
    this.#isKept = stored !== undefined;
    if (stored?.code !== codeDigest(plan)) return;
    for (const [key, value] of Object.entries(stored.overrides)) this.#literals.set(key, value);
  }

  /** By the keys of the plan that was read last. */
  get active(): Overrides {
    return this.#literals.active;
  }

  get placed(): readonly PlacedOverride[] {
    return this.#literals.placed;
  }

  /** See {@link LiteralOverrides.edited}. */
  edited(changes: readonly TextChange[]): boolean {
    const ended = this.#literals.edited(changes);
    if (ended) this.#keep();
    return ended;
  }

  /** See {@link LiteralOverrides.read}. */
  read(plan: Plan): void {
    this.plan = plan;
    this.#literals.read(plan);
    this.#keep();
  }

  /** See {@link LiteralOverrides.set}. */
  set(key: string, value: ParameterValue): void {
    this.#literals.set(key, value);
    this.#keep();
  }

  /** Takes one override away, or all. */
  clear(key?: string): void {
    this.#literals.clear(key);
    this.#keep();
  }

  #keep(): void {
    const overrides = this.active;
    const isEmpty = Object.keys(overrides).length === 0;
    if (isEmpty && !this.#isKept) return;
    this.#isKept = !isEmpty;
    const stored: StoredOverrides = { version: 1, code: codeDigest(this.plan), overrides };
    this.keeper?.save(this.identity, isEmpty ? undefined : stored);
  }
}

/** Identity of the plan's code as the document has it. */
function codeDigest({ blocks }: Plan): string {
  return digestOf(blocks.map(({ source }) => source).join('\0'));
}
