/** Whether there is a PyTorch that could run what the built-in engine could not; found out without starting any. */

import type { Translate } from '../../advice/translate.ts';
import type { Candidate } from '../../interpreters/interpreter.ts';
import { seemsToHaveTorch } from '../../interpreters/torch-folder.ts';
import type { PanelState } from '../../run-model/state.ts';
import { engineLimit } from '../../training/protocol/engine-limit.ts';

export interface PyTorchOfferHost {
  readonly t: Translate;
  trusted(): boolean;
  /** Of a PyTorch that has answered before, or is chosen; undefined: none has. */
  knownName(): string | undefined;
  /** Files of this machine that may be Pythons. */
  candidates(): Promise<readonly Candidate[]>;
  /** There is more to offer than before. */
  changed(): void;
}

export class PyTorchOffer {
  #hasLooked = false;
  #isFound = false;

  constructor(private readonly host: PyTorchOfferHost) {}

  /** The name of a PyTorch; null: there is none that could be offered. Looks for one the first time. */
  get name(): string | null {
    if (!this.host.trusted()) return null;
    const known = this.host.knownName();
    if (known !== undefined) return known;
    if (!this.#hasLooked) void this.#look();
    this.#hasLooked = true;
    return this.#isFound ? this.host.t('PyTorch') : null;
  }

  /** The same, for a run that the built-in engine could not do; null for all others. */
  for({ status, results }: Pick<PanelState, 'status' | 'results'>): string | null {
    const isOutgrown = results.pytorch === undefined && engineLimit(status, results.error) !== null;
    return isOutgrown ? this.name : null;
  }

  async #look(): Promise<void> {
    for (const { path } of await this.host.candidates()) {
      if (!(await seemsToHaveTorch(path))) continue;
      this.#isFound = true;
      return this.host.changed();
    }
  }
}
