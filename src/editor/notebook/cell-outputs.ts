/** What a run brings as outputs of its notebook cell: streamed text, the displayed value, figures, the error. */

import * as vscode from 'vscode';
import type {
  Figure,
  LeftOut,
  OutputMessage,
  OutputTailMessage,
  RunError,
  RunEvent,
} from '../../training/protocol/protocol.ts';
import type { Fit } from '../../run-model/fit.ts';
import { figureText } from './figure-text.ts';
import { fitFigure } from './fit-figure.ts';
import { asInNotebook } from './traceback.ts';

const { stdout, stderr, text, error } = vscode.NotebookCellOutputItem;

/** The curves of a fit under way are drawn anew after so many milliseconds. */
const REDRAW = 250;

/** The axes of one figure as SVG. @throws Error when they cannot be drawn; their words are shown alone */
export type DrawFigure = (figures: readonly Figure[]) => Promise<string>;

/** Outputs arrive in order; each change waits for the one before it. */
export class CellOutputs {
  #last: vscode.NotebookCellOutput | undefined;
  #lastStream: OutputMessage['stream'] | undefined;
  /** The figure shown last, to which further axes may belong. */
  #figure: { readonly axes: readonly Figure[]; readonly output: vscode.NotebookCellOutput } | undefined;
  readonly #fits = new Map<number, vscode.NotebookCellOutput>();
  #changes: Promise<unknown>;
  #redrawn = 0;
  #tail: OutputTailMessage | undefined;

  constructor(
    private readonly execution: vscode.NotebookCellExecution,
    private readonly draw: DrawFigure,
  ) {
    this.#changes = Promise.resolve(execution.clearOutput());
  }

  /** @param fits of the run, `event` taken in */
  accept(event: RunEvent, fits: readonly Fit[]): void {
    switch (event.type) {
      case 'output':
        return event.stream === 'displayed' ? this.#display(event.text) : this.#print(event);
      case 'outputTail':
        this.#tail = event;
        return;
      case 'figure':
        return this.#showFigure(event.figure);
      case 'points':
        return this.#redraw(event.fit, fits);
      case 'fitEnded':
        return this.#showFit(event.fit, fits[event.fit]);
      default:
    }
  }

  /** A remark of ours, as if printed to stderr. */
  remark(words: string): void {
    this.#print({ stream: 'stderr', text: `${words}\n` });
  }

  fail({ type, message, traceback }: Pick<RunError, 'type' | 'message' | 'traceback'>): void {
    const stack = asInNotebook(traceback);
    this.#enqueue(() => this.#append([error({ name: type, message, stack })], { outputType: 'error' }));
  }

  /** Shows the end of an output that went over its limit: nothing more is printed. */
  printTail(): void {
    if (this.#tail === undefined) return;
    const { leftOut, parts } = this.#tail;
    this.#tail = undefined;
    if (leftOut.characters > 0) this.remark(this.#leftOutWords(leftOut));
    for (const part of parts) this.#print(part);
  }

  #leftOutWords({ characters, lines }: LeftOut): string {
    return lines === 0
      ? vscode.l10n.t('… {0} characters left out …', characters)
      : vscode.l10n.t('… {0} lines ({1} characters) left out …', lines, characters);
  }

  /** Resolves when all of it is in the notebook. */
  async settled(): Promise<void> {
    await this.#changes;
  }

  #enqueue(change: () => Thenable<unknown>): void {
    this.#changes = this.#changes.then(change);
  }

  #print({ stream, text: printed }: Pick<OutputMessage, 'stream' | 'text'>): void {
    const item = stream === 'stdout' ? stdout(printed) : stderr(printed);
    this.#enqueue(() => {
      if (this.#last !== undefined && this.#lastStream === stream) {
        return this.execution.appendOutputItems(item, this.#last);
      }
      return this.#append([item], { outputType: 'stream' }, stream);
    });
  }

  #display(value: string): void {
    this.printTail();
    const { executionOrder } = this.execution;
    this.#enqueue(() =>
      this.#append([text(value)], { outputType: 'execute_result', executionCount: executionOrder }),
    );
  }

  /** Axes after the first of a figure join its picture. */
  #showFigure(figure: Figure): void {
    this.#enqueue(async () => {
      const before = this.#figure?.axes[0]?.subplot?.figure;
      const joins =
        figure.subplot?.figure === before && before !== undefined && this.#last === this.#figure?.output;
      const axes = joins ? [...(this.#figure?.axes ?? []), figure] : [figure];
      const items = await this.#figureItems(axes);
      if (joins && this.#last !== undefined) await this.execution.replaceOutputItems(items, this.#last);
      else await this.#append(items, DISPLAY);
      if (this.#last !== undefined) this.#figure = { axes, output: this.#last };
    });
  }

  #redraw(index: number, fits: readonly Fit[]): void {
    const now = Date.now();
    if (now - this.#redrawn < REDRAW && this.#fits.has(index)) return;
    this.#redrawn = now;
    this.#showFit(index, fits[index]);
  }

  #showFit(index: number, fit: Fit | undefined): void {
    if (fit === undefined || fit.curves.length === 0) return;
    this.#enqueue(async () => {
      const items = await this.#figureItems([fitFigure(fit)]);
      const known = this.#fits.get(index);
      if (known !== undefined) return this.execution.replaceOutputItems(items, known);
      await this.#append(items, DISPLAY);
      if (this.#last !== undefined) this.#fits.set(index, this.#last);
    });
  }

  async #figureItems(axes: readonly Figure[]): Promise<vscode.NotebookCellOutputItem[]> {
    const words = text(axes.map(figureText).join('\n'));
    try {
      return [text(await this.draw(axes), 'image/svg+xml'), words];
    } catch {
      return [words];
    }
  }

  /** `metadata`: what kind of output of a notebook's file it is. */
  #append(
    items: vscode.NotebookCellOutputItem[],
    metadata: Readonly<Record<string, unknown>>,
    stream?: OutputMessage['stream'],
  ): Thenable<void> {
    this.#last = new vscode.NotebookCellOutput(items, metadata);
    this.#lastStream = stream;
    return this.execution.appendOutput(this.#last);
  }
}

const DISPLAY = { outputType: 'display_data' };
