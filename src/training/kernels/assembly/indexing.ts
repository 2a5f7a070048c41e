// Rows by their numbers: an embedding and its gradient. Numbers are float64, whole, and within bounds.
import { floats, storeLeft } from './simd';

// @inline
function rowAt(base: usize, idx: usize, at: i32, cols: i32): usize {
  return base + floats(<i32>f64.load(idx + ((<usize>at) << 3)) * cols);
}

/** o[i] = w[idx[i]]. */
export function gather_rows(w: usize, idx: usize, o: usize, n: i32, cols: i32): void {
  for (let i = 0; i < n; i++) {
    memory.copy(o, rowAt(w, idx, i, cols), floats(cols));
    o += floats(cols);
  }
}

/** o[idx[i]] += g[i]. */
export function scatter_add_rows(g: usize, idx: usize, o: usize, n: i32, cols: i32): void {
  for (let i = 0; i < n; i++) {
    let q = rowAt(o, idx, i, cols),
      p = g;
    for (let left = cols; left > 0; left -= 4, p += 16, q += 16) {
      storeLeft(q, f32x4.add(v128.load(q), v128.load(p)), left);
    }
    g += floats(cols);
  }
}

function cumulate<T>(x: usize, o: usize, outer: i32, n: i32, inner: i32): void {
  const row = <usize>inner * sizeof<T>();
  for (let i = 0; i < outer; i++) {
    for (let j: usize = 0; j < row; j += sizeof<T>()) {
      let total: f64 = 0;
      for (let l = 0; l < n; l++) {
        const at = row * l + j;
        total += <f64>load<T>(x + at);
        store<T>(o + at, <T>total);
      }
    }
    x += row * n;
    o += row * n;
  }
}

/** Sums of x[outer][n][inner] up to each place of n, in float64 and rounded at each. */
export function cumsum(x: usize, o: usize, outer: i32, n: i32, inner: i32): void {
  cumulate<f32>(x, o, outer, n, inner);
}

export function cumsum64(x: usize, o: usize, outer: i32, n: i32, inner: i32): void {
  cumulate<f64>(x, o, outer, n, inner);
}
