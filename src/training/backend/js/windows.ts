/** Sliding windows over images: what convolution and pooling are made of. */
import { newElements, type DType, type Elements } from '../dtype.ts';

/** How windows lie on an image of `height` x `width`; pairs are (vertical, horizontal). */
export interface Windows {
  readonly height: number;
  readonly width: number;
  readonly kernel: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly stride: readonly [number, number];
  /** Number of windows down and across. */
  readonly rows: number;
  readonly columns: number;
}

/** Calls `visit(column entry, image index)` for each entry of one image plane's windows; -1 is padding. */
function eachEntry(w: Windows, visit: (entry: number, pixel: number) => void): void {
  const [kernelY, kernelX] = w.kernel;
  let entry = 0;
  for (let ky = 0; ky < kernelY; ky++) {
    for (let kx = 0; kx < kernelX; kx++) {
      for (let row = 0; row < w.rows; row++) {
        const y = row * w.stride[0] - w.padding[0] + ky * w.dilation[0];
        const inside = y >= 0 && y < w.height;
        for (let column = 0; column < w.columns; column++) {
          const x = column * w.stride[1] - w.padding[1] + kx * w.dilation[1];
          visit(entry++, inside && x >= 0 && x < w.width ? y * w.width + x : -1);
        }
      }
    }
  }
}

/** (planes, height, width) to (planes, kernel, windows), both row-major; padding reads `fill`. */
export function unfold(source: Elements, planes: number, w: Windows, fill: number, dtype: DType): Elements {
  const size = w.kernel[0] * w.kernel[1] * w.rows * w.columns;
  const out = newElements(dtype, planes * size);
  const area = w.height * w.width;
  for (let plane = 0; plane < planes; plane++) {
    const from = plane * area;
    const to = plane * size;
    eachEntry(w, (entry, pixel) => {
      out[to + entry] = pixel < 0 ? fill : (source[from + pixel] as number);
    });
  }
  return out;
}

/** The transpose of {@link unfold}: entries of the same pixel add up. */
export function fold(source: Elements, planes: number, w: Windows, dtype: DType): Elements {
  const size = w.kernel[0] * w.kernel[1] * w.rows * w.columns;
  const area = w.height * w.width;
  const out = newElements(dtype, planes * area);
  for (let plane = 0; plane < planes; plane++) {
    const from = plane * size;
    const to = plane * area;
    eachEntry(w, (entry, pixel) => {
      if (pixel >= 0) out[to + pixel] = (out[to + pixel] as number) + (source[from + entry] as number);
    });
  }
  return out;
}
