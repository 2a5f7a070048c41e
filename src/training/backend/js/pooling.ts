/** Pooling of planes of images by loops over arrays. */
import { takeElements } from '../buffer.ts';
import { newElements, type DType, type Elements } from '../dtype.ts';
import type { Windows } from './windows.ts';

/** Calls for each window of a plane with its place among the windows and the pixels it covers: rows and columns from, to, step. */
function eachWindow(w: Windows, visit: (window: number, top: number, left: number) => void): void {
  let window = 0;
  for (let row = 0; row < w.rows; row++) {
    for (let column = 0; column < w.columns; column++) {
      visit(window++, row * w.stride[0] - w.padding[0], column * w.stride[1] - w.padding[1]);
    }
  }
}

/** Calls for each pixel that a window covers within the image. */
function eachPixel(w: Windows, top: number, left: number, visit: (pixel: number) => void): void {
  for (let i = 0, y = top; i < w.kernel[0]; i++, y += w.dilation[0]) {
    if (y < 0 || y >= w.height) continue;
    for (let j = 0, x = left; j < w.kernel[1]; j++, x += w.dilation[1]) {
      if (x >= 0 && x < w.width) visit(y * w.width + x);
    }
  }
}

/** The largest element of each window, the first of equals, and where it lies within its plane; NaN is the largest. */
export function maxPool(source: Elements, planes: number, w: Windows, dtype: DType): [Elements, Int32Array] {
  const count = w.rows * w.columns;
  const values = takeElements(dtype, planes * count);
  const indices = new Int32Array(planes * count);
  for (let plane = 0; plane < planes; plane++) {
    const from = plane * w.height * w.width;
    eachWindow(w, (window, top, left) => {
      let best = -1;
      let largest = -Infinity;
      eachPixel(w, top, left, (pixel) => {
        const value = source[from + pixel] as number;
        if (best >= 0 && !(value > largest) && value === value) return;
        if (best >= 0 && largest !== largest) return;
        [best, largest] = [pixel, value];
      });
      values[plane * count + window] = largest;
      indices[plane * count + window] = best;
    });
  }
  return [values, indices];
}

/** Gradients added where the largest elements lie. */
export function maxPoolBackward(
  grad: Elements,
  indices: Elements,
  planes: number,
  w: Windows,
  dtype: DType,
): Elements {
  const count = w.rows * w.columns;
  const area = w.height * w.width;
  const out = newElements(dtype, planes * area);
  for (let i = 0; i < grad.length; i++) {
    const to = Math.floor(i / count) * area + (indices[i] as number);
    out[to] = (out[to] as number) + (grad[i] as number);
  }
  return out;
}

/** What a window's sum is divided by; 0 stands for how many elements of image and padding the window covers. */
function divisorAt(w: Windows, top: number, left: number, divisor: number): number {
  if (divisor !== 0) return divisor;
  const reach = (start: number, d: 0 | 1, size: number): number =>
    Math.min(start + w.kernel[d], size + w.padding[d]) - start;
  return reach(top, 0, w.height) * reach(left, 1, w.width);
}

/** The mean of each window. */
export function avgPool(
  source: Elements,
  planes: number,
  w: Windows,
  divisor: number,
  dtype: DType,
): Elements {
  const count = w.rows * w.columns;
  const out = takeElements(dtype, planes * count);
  for (let plane = 0; plane < planes; plane++) {
    const from = plane * w.height * w.width;
    eachWindow(w, (window, top, left) => {
      let total = 0;
      eachPixel(w, top, left, (pixel) => (total += source[from + pixel] as number));
      out[plane * count + window] = total / divisorAt(w, top, left, divisor);
    });
  }
  return out;
}

/** Each window's gradient in equal parts for the elements it covers. */
export function avgPoolBackward(
  grad: Elements,
  planes: number,
  w: Windows,
  divisor: number,
  dtype: DType,
): Elements {
  const count = w.rows * w.columns;
  const out = newElements(dtype, planes * w.height * w.width);
  for (let plane = 0; plane < planes; plane++) {
    const to = plane * w.height * w.width;
    eachWindow(w, (window, top, left) => {
      const share = (grad[plane * count + window] as number) / divisorAt(w, top, left, divisor);
      eachPixel(w, top, left, (pixel) => (out[to + pixel] = (out[to + pixel] as number) + share));
    });
  }
  return out;
}
