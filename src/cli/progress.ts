/** The line of a terminal that shows how far a fit is. */
import { english, type Translate } from '../advice/translate.ts';
import type { FitStartedMessage, PointsMessage, Real } from '../training/protocol/protocol.ts';
import { formatReal } from './numbers.ts';
import type { TextStream } from './environment.ts';
import { visibleLine } from '../text/visible.ts';

const CLEAR = '\r\x1b[K';

/** One line on a terminal that shows how far a fit is; nothing where the stream is no terminal. */
export class Progress {
  readonly #stream: TextStream;
  #fit: FitStartedMessage | undefined;
  #epoch = 0;
  #latest = new Map<string, Real>();
  #isShown = false;

  constructor(
    stream: TextStream,
    private readonly t: Translate = english,
  ) {
    this.#stream = stream;
  }

  fitStarted(fit: FitStartedMessage): void {
    this.#fit = fit;
    this.#epoch = 0;
    this.#latest.clear();
    this.#show();
  }

  points({ curves }: PointsMessage): void {
    for (const { label, points } of curves) {
      const [x, y] = points.at(-1) ?? [];
      if (typeof x === 'number') this.#epoch = Math.max(this.#epoch, Math.floor(x) + 1);
      if (y !== undefined) this.#latest.set(label, y);
    }
    this.#show();
  }

  /** Shows a line in place of the one before. */
  line(text: string): void {
    if (!this.#stream.isTerminal) return;
    this.#stream.write(CLEAR + visibleLine(text).slice(0, Math.max(1, this.#stream.columns - 1)));
    this.#isShown = true;
  }

  /** Takes the line away, as before other output and at the end. */
  clear(): void {
    if (this.#isShown) this.#stream.write(CLEAR);
    this.#isShown = false;
  }

  #show(): void {
    if (!this.#fit || !this.#stream.isTerminal) return;
    const losses = [...this.#latest].map(([label, y]) => `${label} ${formatReal(y, 4)}`);
    this.line([this.#fit.model, ...reached(this.#fit, this.#epoch, this.t), ...losses].join('  '));
  }
}

/** `epoch 3/5`, `step 120/2000`; without the total where that is not known. */
function reached({ unit = 'epoch', epochs }: FitStartedMessage, count: number, t: Translate): string[] {
  const at = epochs > 0 ? `${Math.min(Math.max(1, count), epochs)}/${epochs}` : String(count);
  if (epochs <= 0 && count <= 0) return [];
  return [unit === 'step' ? t('step {0}', at) : t('epoch {0}', at)];
}
