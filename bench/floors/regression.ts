/** Linear regression by minibatches on typed arrays, without tensors, tape or Python. */

const LEARNING_RATE = 0.03;

export interface Regression {
  readonly features: number;
  readonly rows: number;
  /** Rows of which the loss is computed after each epoch. */
  readonly validation: number;
  readonly batch: number;
  readonly epochs: number;
}

interface Model {
  readonly weights: Float32Array;
  readonly gradient: Float64Array;
  bias: number;
}

/** Milliseconds of a fit. @throws Error when it diverged, since it would measure nothing then */
export function regressionFloor({ features, rows, validation, batch, epochs }: Regression): number {
  const x = Float32Array.from({ length: features * (rows + validation) }, () => Math.random() * 2 - 1);
  const y = Float32Array.from({ length: rows + validation }, (_, row) => 2 * at(x, features * row) + 4.2);
  const model = { weights: new Float32Array(features), gradient: new Float64Array(features), bias: 0 };
  const start = performance.now();
  let loss = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffledRows(rows);
    for (let first = 0; first < rows; first += batch) step(x, y, model, order.subarray(first, first + batch));
    for (let row = rows; row < rows + validation; row++) loss += residual(x, y, model, row) ** 2 / 2;
  }
  const milliseconds = performance.now() - start;
  if (!Number.isFinite(loss + model.bias)) throw new Error('the floor diverged: it measures nothing');
  return milliseconds;
}

function shuffledRows(count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < count - 1; i++) {
    const j = i + Math.floor(Math.random() * (count - i));
    [order[i], order[j]] = [at(order, j), at(order, i)];
  }
  return order;
}

function step(x: Float32Array, y: Float32Array, model: Model, rows: Uint32Array): void {
  const { weights, gradient } = model;
  const features = weights.length;
  const rate = LEARNING_RATE / rows.length;
  gradient.fill(0);
  let total = 0;
  for (const row of rows) {
    const error = residual(x, y, model, row);
    total += error;
    for (let k = 0; k < features; k++) gradient[k] = at(gradient, k) + error * at(x, features * row + k);
  }
  for (let k = 0; k < features; k++) weights[k] = at(weights, k) - rate * at(gradient, k);
  model.bias -= rate * total;
}

function residual(x: Float32Array, y: Float32Array, { weights, bias }: Model, row: number): number {
  let sum = bias - at(y, row);
  const first = weights.length * row;
  for (let k = 0; k < weights.length; k++) sum += at(x, first + k) * at(weights, k);
  return sum;
}

function at(values: Float32Array | Float64Array | Uint32Array, index: number): number {
  return values[index] ?? NaN;
}
