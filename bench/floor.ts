const [ROWS, BATCH, EPOCHS, LEARNING_RATE] = [1000, 32, 5, 0.03];

/** The computation of section 3.4's fit without tensors, tape or Python, in milliseconds. */
export function regressionFloor(): number {
  const x = Float32Array.from({ length: 4 * ROWS }, () => Math.random() * 2 - 1);
  const y = Float32Array.from(
    { length: 2 * ROWS },
    (_, i) => 2 * at(x, 2 * i) - 3.4 * at(x, 2 * i + 1) + 4.2,
  );
  const start = performance.now();
  const weights = new Float32Array(3);
  let validation = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = shuffledRows();
    for (let first = 0; first < ROWS; first += BATCH)
      step(x, y, weights, order.subarray(first, first + BATCH));
    for (let row = ROWS; row < 2 * ROWS; row++) validation += residual(x, y, weights, row) ** 2 / 2;
  }
  const milliseconds = performance.now() - start;
  if (!Number.isFinite(validation)) throw new Error('the floor diverged: it measures nothing');
  return milliseconds;
}

function shuffledRows(): Uint32Array {
  const order = Uint32Array.from({ length: ROWS }, (_, i) => i);
  for (let i = 0; i < ROWS - 1; i++) {
    const j = i + Math.floor(Math.random() * (ROWS - i));
    [order[i], order[j]] = [at(order, j), at(order, i)];
  }
  return order;
}

function step(x: Float32Array, y: Float32Array, weights: Float32Array, rows: Uint32Array): void {
  let [g0, g1, gb] = [0, 0, 0];
  for (const row of rows) {
    const error = residual(x, y, weights, row);
    g0 += error * at(x, 2 * row);
    g1 += error * at(x, 2 * row + 1);
    gb += error;
  }
  const rate = LEARNING_RATE / rows.length;
  weights[0] = at(weights, 0) - rate * g0;
  weights[1] = at(weights, 1) - rate * g1;
  weights[2] = at(weights, 2) - rate * gb;
}

function residual(x: Float32Array, y: Float32Array, weights: Float32Array, row: number): number {
  return at(x, 2 * row) * at(weights, 0) + at(x, 2 * row + 1) * at(weights, 1) + at(weights, 2) - at(y, row);
}

function at(values: Float32Array | Uint32Array, index: number): number {
  return values[index] ?? NaN;
}
