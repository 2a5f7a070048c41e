/** Whether a run solves its exercise of the workbook; other exercises are not judged. */

import type { Translate } from '../advice/translate.ts';
import { judge, type Check } from '../checks/check.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { RunEvent } from '../training/protocol/protocol.ts';
import { RunCollector } from '../training/protocol/results.ts';

export class RunJudge {
  /** What the run has brought, if there is a check that will want to see it. */
  #collector: RunCollector | null = null;

  constructor(
    private readonly check: () => Check | undefined,
    private readonly t: Translate,
  ) {}

  /** Events of the run in their order. */
  accept(event: RunEvent): void {
    if (event.type === 'started') this.#collector = this.check() === undefined ? null : new RunCollector();
    this.#collector?.accept(event);
  }

  /** Of the run that has ended; null: it is not judged. */
  verdict(): Verdict | null {
    const [check, collector] = [this.check(), this.#collector];
    this.#collector = null;
    return check === undefined || collector === null ? null : judge(check, collector.result(), this.t);
  }
}
