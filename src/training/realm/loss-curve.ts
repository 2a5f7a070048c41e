/** The points of a training loop's loss curve. */

/** Points of a curve after which a point stands for twice as many steps. */
const POINTS_PER_RESOLUTION = 256;
/** As `plot_train_per_epoch` of the book's models. */
const POINTS_PER_EPOCH = 2;

/**
 * Averages the losses of a training loop into the points of a curve, so that their number stays bounded: two an epoch, or, where
 * there are no epochs, 256 single steps, then 256 means of two steps, of four, and so on.
 */
export class LossCurve {
  #x = 0;
  #y = 0;
  #losses = 0;
  #steps = 0;
  #points = 0;

  constructor(private readonly draw: (x: number, y: number) => void) {}

  /** A loss of the step under way. */
  add(x: number, y: number): void {
    this.#x += x;
    this.#y += y;
    this.#losses++;
  }

  /** @param batches of an epoch; 0 where there are no epochs */
  endStep(batches: number): void {
    this.#steps++;
    const every =
      batches > 0
        ? Math.floor(batches / POINTS_PER_EPOCH)
        : 2 ** Math.floor(this.#points / POINTS_PER_RESOLUTION);
    if (this.#steps >= every) this.flush();
  }

  /** Draws what has been added since the last point. */
  flush(): void {
    if (this.#losses === 0) return;
    this.draw(this.#x / this.#losses, this.#y / this.#losses);
    this.#x = this.#y = this.#losses = this.#steps = 0;
    this.#points++;
  }
}
