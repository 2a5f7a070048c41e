/** What `d2l-exercises run` prints for a person. */
import type { Verdict } from '../checks/verdict.ts';
import { endedCurves, finalLosses, hasDiverged, weightError } from '../training/protocol/fit-end.ts';
import type {
  Advice,
  FitSummary,
  OutputTailMessage,
  RunEvent,
  RunResult,
} from '../training/protocol/protocol.ts';
import { leftOutText } from '../training/protocol/left-out.ts';
import { ENGLISH, type Words } from '../advice/words.ts';
import type { Translate } from '../advice/translate.ts';
import { adviceText } from '../advice/wording.ts';
import { byQuantity, drawCurves } from './chart.ts';
import { describeFigure } from './figures.ts';
import { epochTable, layerTable, predictionLines, translationLine } from './network.ts';
import { formatDuration } from './numbers.ts';
import type { Presenter } from './presenter.ts';
import { Progress } from './progress.ts';
import type { TextStream } from './environment.ts';
import { styled, writeForeign } from './terminal.ts';
import { visible, visibleLine } from '../text/visible.ts';
import { OutputLines, type OutputPart } from './output-lines.ts';
import { weightTable } from './weights.ts';

const WIDEST_CHART = 90;

export interface HumanOptions {
  /** What runs, for the last line: `3.4.6 Learning rates`. */
  readonly title: string;
  readonly seed: number;
  /** Time limit in seconds. */
  readonly seconds: number;
  /** What is told in; English by itself. */
  readonly words?: Words;
}

/** A run for people: what it prints as it comes, then curves, weights, figures and how it ended. */
export class HumanPresenter implements Presenter {
  readonly #stdout: TextStream;
  readonly #stderr: TextStream;
  readonly #options: HumanOptions;
  readonly #words: Words;
  readonly #progress: Progress;
  #tail: OutputTailMessage | null = null;
  readonly #lines: OutputLines;

  constructor(stdout: TextStream, stderr: TextStream, options: HumanOptions) {
    this.#stdout = stdout;
    this.#stderr = stderr;
    this.#options = options;
    this.#words = options.words ?? ENGLISH;
    this.#progress = new Progress(stderr, this.#words.t);
    this.#lines = new OutputLines(stdout, stderr, this.#progress);
  }

  readonly log = (level: 'info' | 'warn' | 'error', text: string): void => {
    if (level === 'info') return;
    this.#progress.clear();
    this.#stderr.write(`${styled(this.#stderr, 'dim', visible(text))}\n`);
  };

  accept(event: RunEvent): void {
    if (event.type === 'output') this.#output(event);
    if (event.type === 'outputTail') this.#tail = event;
    if (event.type === 'fitStarted') this.#progress.fitStarted(event);
    if (event.type === 'points') this.#progress.points(event);
  }

  finish(result: RunResult, verdict: Verdict | null): void {
    const { t, plural } = this.#words;
    this.#progress.clear();
    this.#showTail();
    this.#lines.end();
    const others = result.outputDropped - (result.outputLeftOut?.characters ?? 0);
    if (others > 0)
      this.#note(plural(others, '{0} character of output left out', '{0} characters of output left out'));
    for (const fit of result.fits) this.#fit(fit);
    for (const [index, figure] of result.figures.entries()) {
      this.#foreignLine(describeFigure(figure, index + 1, this.#words));
    }
    this.#paragraph((result.translations ?? []).map((one) => translationLine(one, t)));
    if (result.fits.length === 0 && result.status === 'ok')
      this.#note(t('Nothing was trained: this run has no fit.'));
    this.#end(result);
    if (verdict !== null) this.#foreignLine(verdictText(verdict, t));
  }

  /** The end of an output that went over its limit comes once nothing can follow it. */
  #showTail(): void {
    if (this.#tail === null) return;
    const { leftOut, parts } = this.#tail;
    this.#tail = null;
    if (leftOut.characters > 0) {
      this.#lines.end();
      this.#note(leftOutText(leftOut, this.#words));
    }
    for (const part of parts) this.#output(part);
  }

  #output(part: OutputPart): void {
    if (part.stream === 'displayed') this.#showTail();
    this.#lines.add(part);
  }

  #fit(fit: FitSummary): void {
    const { plural, joined } = this.#words;
    const epochs = fit.epochs === 0 ? '' : plural(fit.epochs, '{0} epoch', '{0} epochs');
    this.#foreignLine(`\n${joined([visibleLine(fit.model), epochs])}`);
    const width = Math.min(this.#stdout.columns, WIDEST_CHART);
    const { hasColors } = this.#stdout;
    for (const curves of byQuantity(fit.curves))
      for (const line of drawCurves(curves, {
        width,
        hasColors,
        unit: fit.unit ?? 'epoch',
        words: this.#words,
      }))
        this.#stdout.write(`${line}\n`);
    const { layers, predictions } = fit;
    this.#paragraph(epochTable(fit, this.#words));
    if (layers !== undefined) this.#paragraph(layerTable(layers, this.#words));
    if (predictions !== undefined) this.#paragraph(predictionLines(predictions, this.#words.t));
    this.#paragraph(weightTable(fit.weights, this.#words));
  }

  /** Lines after an empty one; nothing where there are none. */
  #paragraph(lines: readonly string[]): void {
    if (lines.length > 0) this.#foreignLine(['', ...lines].join('\n'));
  }

  #end(result: RunResult): void {
    const { error, status, milliseconds } = result;
    if (error) writeForeign(this.#stderr, error.traceback.replace(/\n*$/, '\n'));
    for (const advice of result.advice) this.#hint(advice);
    const { title, seed, seconds } = this.#options;
    const { t, joined } = this.#words;
    const took = joined([formatDuration(milliseconds), computing(result, t), t('seed {0}', seed)]);
    const name = title === '' ? '' : `${visibleLine(title)}: `;
    if (status === 'ok' && result.fits.some(hasSummaryDiverged))
      this.#foreignLine(`\n${name}${t('diverged, in {0}', took)}`);
    else if (status === 'ok') this.#foreignLine(`\n${name}${t('ok in {0}', took)}`);
    else if (status === 'timeout')
      this.#problem(
        `${name}${t('the time limit of {0} s ended the run ({1}); --timeout SECONDS sets another, without it there is none', seconds, took)}`,
      );
    else if (status === 'stopped') this.#problem(`${name}${t('stopped after {0}', took)}`);
    else this.#problem(`${name}${t('failed after {0}', took)}`);
  }

  #hint(advice: Advice): void {
    const { t } = this.#words;
    const text = adviceText(advice, t);
    this.#problem(
      advice.frame === null ? t('hint: {0}', text) : t('hint: line {0}: {1}', advice.frame.line, text),
    );
  }

  #foreignLine(text: string): void {
    writeForeign(this.#stdout, `${text}\n`);
  }

  #note(text: string): void {
    this.#stdout.write(`${styled(this.#stdout, 'dim', text)}\n`);
  }

  #problem(text: string): void {
    writeForeign(this.#stderr, `${text}\n`);
  }
}

/** Who computed. */
function computing({ backend, pytorch }: RunResult, t: Translate): string {
  if (pytorch === undefined) return t('backend {0}', backend);
  return `PyTorch ${visibleLine(pytorch.torch)} (Python ${visibleLine(pytorch.python)})`;
}

function hasSummaryDiverged(fit: FitSummary): boolean {
  const { weights, stability } = fit;
  return hasDiverged({
    losses: finalLosses(endedCurves(fit)),
    weightError: weightError(weights),
    stability,
  });
}

/** `Exercise 3.4.6 is solved. …`, or what is missing, one line each. */
function verdictText({ exercise, solved, text, missing, met, wanted }: Verdict, t: Translate): string {
  if (solved) return t('Exercise {0} is solved. {1}', exercise, text);
  const head = t('Exercise {0} is not solved yet: {1} of {2}.', exercise, met, wanted);
  return [head, ...missing.map((line) => `  ${line}`)].join('\n');
}
