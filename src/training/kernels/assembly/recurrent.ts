// One step of recurrent cells and its gradient. gi and gh are the products of input and state with their weights, gi with
// its bias; bias is that of gh, or 0 where it is in gh too. Gates lie side by side in a row, in PyTorch's order.
import { sigmoid4, tanh4 } from './exponential';
import { floats, storeLeft } from './simd';

/** What stands for a bias that is not there. */
const NOTHING: usize = memory.data<f32>([0, 0, 0, 0]);

/** The share of the state with its bias. */
// @inline
function stateAt(gh: usize, bias: usize, at: usize): v128 {
  return f32x4.add(v128.load(gh), v128.load(bias == 0 ? NOTHING : bias + at));
}

// @inline
function sumAt(gi: usize, gh: usize, bias: usize, at: usize): v128 {
  return f32x4.add(v128.load(gi), stateAt(gh, bias, at));
}

/** h_out = tanh(gi + gh + bias), or relu. */
export function rnn_cell(
  gi: usize,
  gh: usize,
  bias: usize,
  h_out: usize,
  rows: i32,
  H: i32,
  relu: i32,
): void {
  const row = floats(H);
  for (; rows > 0; rows--) {
    for (let at: usize = 0, left = H; left > 0; left -= 4, at += 16) {
      const x = sumAt(gi + at, gh + at, bias, at);
      storeLeft(h_out + at, relu ? relu4(x) : tanh4(x), left);
    }
    gi += row;
    gh += row;
    h_out += row;
  }
}

/** NaN stays. */
// @inline
function relu4(x: v128): v128 {
  return v128.bitselect(f32x4.splat(0), x, f32x4.lt(x, f32x4.splat(0)));
}

/** y (1 - y), the derivative of a sigmoid by its result. */
// @inline
function sigmoidSlope(y: v128): v128 {
  return f32x4.mul(f32x4.sub(f32x4.splat(1), y), y);
}

/** 1 - y^2, the derivative of tanh by its result. */
// @inline
function tanhSlope(y: v128): v128 {
  return f32x4.sub(f32x4.splat(1), f32x4.mul(y, y));
}

/** Gates i, f, g, o; gates_out[rows][4 H] keeps them as they act. */
export function lstm_cell(
  gi: usize,
  gh: usize,
  bias: usize,
  c: usize,
  h_out: usize,
  c_out: usize,
  gates_out: usize,
  rows: i32,
  H: i32,
): void {
  const gate = floats(H);
  for (let r = 0; r < rows; r++) {
    for (let at: usize = 0, left = H; left > 0; left -= 4, at += 16) {
      const x = gi + at,
        y = gh + at,
        to = gates_out + at;
      const i = sigmoid4(sumAt(x, y, bias, at));
      const f = sigmoid4(sumAt(x + gate, y + gate, bias, at + gate));
      const g = tanh4(sumAt(x + gate * 2, y + gate * 2, bias, at + gate * 2));
      const o = sigmoid4(sumAt(x + gate * 3, y + gate * 3, bias, at + gate * 3));
      const next = f32x4.add(f32x4.mul(f, v128.load(c + at)), f32x4.mul(i, g));
      storeLeft(to, i, left);
      storeLeft(to + gate, f, left);
      storeLeft(to + gate * 2, g, left);
      storeLeft(to + gate * 3, o, left);
      storeLeft(c_out + at, next, left);
      storeLeft(h_out + at, f32x4.mul(o, tanh4(next)), left);
    }
    gi += gate * 4;
    gh += gate * 4;
    gates_out += gate * 4;
    c += gate;
    h_out += gate;
    c_out += gate;
  }
}

/** dgates[rows][4 H]: of gi and of gh alike; dc_out: of the cell before. */
export function lstm_cell_backward(
  dh: usize,
  dc_in: usize,
  gates: usize,
  c: usize,
  c_out: usize,
  dgates: usize,
  dc_out: usize,
  rows: i32,
  H: i32,
): void {
  const gate = floats(H);
  for (let r = 0; r < rows; r++) {
    for (let at: usize = 0, left = H; left > 0; left -= 4, at += 16) {
      const from = gates + at,
        to = dgates + at;
      const i = v128.load(from),
        f = v128.load(from + gate),
        g = v128.load(from + gate * 2),
        o = v128.load(from + gate * 3);
      const grad = v128.load(dh + at);
      const t = tanh4(v128.load(c_out + at));
      const dc = f32x4.add(v128.load(dc_in + at), f32x4.mul(f32x4.mul(grad, o), tanhSlope(t)));
      storeLeft(to, f32x4.mul(f32x4.mul(dc, g), sigmoidSlope(i)), left);
      storeLeft(to + gate, f32x4.mul(f32x4.mul(dc, v128.load(c + at)), sigmoidSlope(f)), left);
      storeLeft(to + gate * 2, f32x4.mul(f32x4.mul(dc, i), tanhSlope(g)), left);
      storeLeft(to + gate * 3, f32x4.mul(f32x4.mul(grad, t), sigmoidSlope(o)), left);
      storeLeft(dc_out + at, f32x4.mul(dc, f), left);
    }
    gates += gate * 4;
    dgates += gate * 4;
    dh += gate;
    dc_in += gate;
    c += gate;
    c_out += gate;
    dc_out += gate;
  }
}

/** Gates r, z, n; gates_out[rows][4 H] keeps them and the state's part of n. */
export function gru_cell(
  gi: usize,
  gh: usize,
  bias: usize,
  h: usize,
  h_out: usize,
  gates_out: usize,
  rows: i32,
  H: i32,
): void {
  const gate = floats(H);
  for (let row = 0; row < rows; row++) {
    for (let at: usize = 0, left = H; left > 0; left -= 4, at += 16) {
      const x = gi + at,
        y = gh + at,
        to = gates_out + at;
      const r = sigmoid4(sumAt(x, y, bias, at));
      const z = sigmoid4(sumAt(x + gate, y + gate, bias, at + gate));
      const state = stateAt(y + gate * 2, bias, at + gate * 2);
      const n = tanh4(f32x4.add(v128.load(x + gate * 2), f32x4.mul(r, state)));
      storeLeft(to, r, left);
      storeLeft(to + gate, z, left);
      storeLeft(to + gate * 2, n, left);
      storeLeft(to + gate * 3, state, left);
      storeLeft(h_out + at, f32x4.add(f32x4.mul(f32x4.sub(v128.load(h + at), n), z), n), left);
    }
    gi += gate * 3;
    gh += gate * 3;
    gates_out += gate * 4;
    h += gate;
    h_out += gate;
  }
}

/** dgi and dgh have 3 H a row; dh_out is the part of the state's gradient that does not go by gh. */
export function gru_cell_backward(
  dh: usize,
  gates: usize,
  h: usize,
  dgi: usize,
  dgh: usize,
  dh_out: usize,
  rows: i32,
  H: i32,
): void {
  const gate = floats(H);
  const one = f32x4.splat(1);
  for (let row = 0; row < rows; row++) {
    for (let at: usize = 0, left = H; left > 0; left -= 4, at += 16) {
      const from = gates + at;
      const r = v128.load(from),
        z = v128.load(from + gate),
        n = v128.load(from + gate * 2),
        state = v128.load(from + gate * 3);
      const grad = v128.load(dh + at);
      const dz = f32x4.mul(f32x4.mul(grad, f32x4.sub(v128.load(h + at), n)), sigmoidSlope(z));
      const dn = f32x4.mul(f32x4.mul(grad, f32x4.sub(one, z)), tanhSlope(n));
      const dr = f32x4.mul(f32x4.mul(dn, state), sigmoidSlope(r));
      storeLeft(dgi + at, dr, left);
      storeLeft(dgi + at + gate, dz, left);
      storeLeft(dgi + at + gate * 2, dn, left);
      storeLeft(dgh + at, dr, left);
      storeLeft(dgh + at + gate, dz, left);
      storeLeft(dgh + at + gate * 2, f32x4.mul(dn, r), left);
      storeLeft(dh_out + at, f32x4.mul(grad, z), left);
    }
    gates += gate * 4;
    dgi += gate * 3;
    dgh += gate * 3;
    dh += gate;
    h += gate;
    dh_out += gate;
  }
}
