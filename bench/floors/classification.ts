/** Training steps of classifiers on typed arrays: products and sums written out, nothing else. */

const [PICTURES, PIXELS, HIDDEN, CLASSES] = [256, 784, 256, 10];
const LEARNING_RATE = 0.1;

const random = (length: number, scale: number): Float32Array =>
  Float32Array.from({ length }, () => (Math.random() - 0.5) * scale);

/** Milliseconds of a step of softmax regression. */
export function softmaxFloor(): number {
  const [x, w] = [random(PICTURES * PIXELS, 1), random(PIXELS * CLASSES, 0.1)];
  return timed(() => {
    const gradient = softmaxGradient(multiply(x, w, PICTURES, PIXELS, CLASSES));
    descend(w, multiply(transposed(x, PICTURES, PIXELS), gradient, PIXELS, PICTURES, CLASSES));
  });
}

/** Milliseconds of a step of a perceptron with one hidden layer. */
export function mlpFloor(): number {
  const x = random(PICTURES * PIXELS, 1);
  const [first, second] = [random(PIXELS * HIDDEN, 0.1), random(HIDDEN * CLASSES, 0.1)];
  return timed(() => {
    const hidden = multiply(x, first, PICTURES, PIXELS, HIDDEN).map((value) => Math.max(value, 0));
    const gradient = softmaxGradient(multiply(hidden, second, PICTURES, HIDDEN, CLASSES));
    const back = multiply(gradient, transposed(second, HIDDEN, CLASSES), PICTURES, CLASSES, HIDDEN);
    const inner = back.map((value, i) => ((hidden[i] as number) > 0 ? value : 0));
    descend(second, multiply(transposed(hidden, PICTURES, HIDDEN), gradient, HIDDEN, PICTURES, CLASSES));
    descend(first, multiply(transposed(x, PICTURES, PIXELS), inner, PIXELS, PICTURES, HIDDEN));
  });
}

function timed(step: () => void): number {
  const start = performance.now();
  step();
  return performance.now() - start;
}

/** (n, k) times (k, m), adding rows up. */
function multiply(a: Float32Array, b: Float32Array, n: number, k: number, m: number): Float32Array {
  const out = new Float32Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let l = 0; l < k; l++) {
      const factor = a[i * k + l] as number;
      for (let j = 0; j < m; j++)
        out[i * m + j] = (out[i * m + j] as number) + factor * (b[l * m + j] as number);
    }
  }
  return out;
}

function transposed(a: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(a.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) out[j * rows + i] = a[i * columns + j] as number;
  return out;
}

/** What cross-entropy sends back, for pictures of which number i is of class i mod 10. */
function softmaxGradient(scores: Float32Array): Float32Array {
  for (let i = 0; i < PICTURES; i++) {
    const row = scores.subarray(i * CLASSES, (i + 1) * CLASSES);
    const highest = Math.max(...row);
    const total = row.reduce((sum, score) => sum + Math.exp(score - highest), 0);
    row.forEach((score, j) => {
      row[j] = (Math.exp(score - highest) / total - (j === i % CLASSES ? 1 : 0)) / PICTURES;
    });
  }
  return scores;
}

function descend(weights: Float32Array, gradient: Float32Array): void {
  for (let i = 0; i < weights.length; i++)
    weights[i] = (weights[i] as number) - LEARNING_RATE * (gradient[i] as number);
}
