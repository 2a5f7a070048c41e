/** A run as a page for people without the program: its events collected as the panel collects them, written at the end. */

import path from 'node:path';
import { reasonOf } from '../text/reason.ts';
import { visibleLine } from '../text/visible.ts';
import type { Overrides, Plan } from '../exercises/model.ts';
import type { EndedMessage, RunEvent } from '../training/protocol/protocol.ts';
import { reduce } from '../run-model/reduce.ts';
import { lookAfter, NO_LOOK } from '../run-model/run-look.ts';
import { runReport } from '../pages/run-report.ts';
import { EMPTY_STATE, panelParameters, type PanelState } from '../run-model/state.ts';
import type { Environment } from './environment.ts';
import type { Spoken } from './language.ts';
import { UsageError } from './usage.ts';

export interface ReportSubject {
  /** The document, as given. */
  readonly file: string;
  readonly plan: Plan;
  readonly overrides: Overrides;
  readonly spoken: Spoken;
}

export class Report {
  #state: PanelState;
  #look = NO_LOOK;

  constructor(
    /** Where it is written. */
    readonly target: string,
    private readonly subject: ReportSubject,
    private readonly environment: Environment,
  ) {
    this.#state = stateBefore(subject);
  }

  accept(event: RunEvent): void {
    this.#state = reduce(this.#state, event);
    this.#look = lookAfter(this.#look, event);
  }

  /**
   * Writes the page.
   *
   * @throws UsageError when that cannot be done
   */
  async finish(ended: EndedMessage): Promise<void> {
    this.accept(ended);
    const { reports, version } = this.environment;
    const [script, style] = await Promise.all(
      ['report.js', 'report.css'].map((name) => reports.source(name)),
    );
    const sources = { script: script ?? '', style: style ?? '' };
    const origin = { version, when: new Date(), ...this.subject.spoken };
    const page = runReport(this.#state, sources, origin, this.#look);
    try {
      await reports.write(this.target, page);
    } catch (error) {
      const why = reasonOf(error);
      throw new UsageError(`${this.target} was not written: ${why}`);
    }
  }
}

/**
 * Says before anything runs that a report cannot go to `target`, so that no training is lost.
 *
 * @throws UsageError
 */
export async function checkTarget(target: string, { reports }: Environment): Promise<void> {
  const folder = path.dirname(target);
  if (!(await reports.isWritable(folder)))
    throw new UsageError(`--html: ${target} cannot be written: there is no folder ${folder} to write in`);
}

function stateBefore({ file, plan, overrides }: ReportSubject): PanelState {
  const own = plan.blocks.find(({ exercise }) => exercise === plan.exercise) ?? plan.blocks[0];
  return {
    ...EMPTY_STATE,
    document: file,
    documentName: visibleLine(path.basename(file)),
    exercise: {
      id: plan.exercise ?? '',
      title: visibleLine(plan.title || path.basename(file)),
      line: own?.headingLine ?? 1,
    },
    parameters: panelParameters(plan.parameters, overrides, () => file),
  };
}
