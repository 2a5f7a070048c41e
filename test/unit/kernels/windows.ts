/** Convolutions and pools as the kernels' specs describe them, and what they are defined to give. */
type Three = readonly [number, number, number];

export interface Windows {
  readonly size: Three;
  readonly kernel: Three;
  readonly stride: Three;
  readonly padding: Three;
  readonly dilation: Three;
  readonly out: Three;
}

export interface Convolution extends Windows {
  readonly n: number;
  readonly c: number;
  readonly o: number;
  readonly groups: number;
}

const ONES: Three = [1, 1, 1];

/** Windows with the output size that PyTorch gives them. */
export function windows(size: Three, kernel: Three, given: Partial<Windows> = {}): Windows {
  const { stride = ONES, padding = [0, 0, 0], dilation = ONES } = given;
  const out = size.map(
    (n, dim) =>
      Math.floor((n + 2 * padding[dim]! - dilation[dim]! * (kernel[dim]! - 1) - 1) / stride[dim]!) + 1,
  ) as unknown as Three;
  return { size, kernel, stride, padding, dilation, out, ...given };
}

export const area = ([d, h, w]: Three) => d * h * w;

/** Visits each output of one plane with the inputs of its window: their places in input and kernel. */
export function eachWindow(
  { size, kernel, stride, padding, dilation, out }: Windows,
  visit: (output: number, inputs: [place: number, position: number][]) => void,
): void {
  let output = 0;
  for (let d = 0; d < out[0]; d++)
    for (let h = 0; h < out[1]; h++)
      for (let w = 0; w < out[2]; w++) {
        const inputs: [number, number][] = [];
        let position = 0;
        for (let i = 0; i < kernel[0]; i++)
          for (let j = 0; j < kernel[1]; j++)
            for (let k = 0; k < kernel[2]; k++, position++) {
              const z = d * stride[0] - padding[0] + i * dilation[0];
              const y = h * stride[1] - padding[1] + j * dilation[1];
              const x = w * stride[2] - padding[2] + k * dilation[2];
              const inside = z >= 0 && z < size[0] && y >= 0 && y < size[1] && x >= 0 && x < size[2];
              if (inside) inputs.push([(z * size[1] + y) * size[2] + x, position]);
            }
        visit(output++, inputs);
      }
}

/** Visits every product of a convolution: places in x, w and y. */
export function eachProduct(
  convolution: Convolution,
  visit: (x: number, w: number, y: number) => void,
): void {
  const { n, c, o, groups, size, kernel, out } = convolution;
  const [perGroup, filters] = [c / groups, o / groups];
  eachWindow(convolution, (output, inputs) => {
    for (let image = 0; image < n; image++)
      for (let filter = 0; filter < o; filter++)
        for (let channel = 0; channel < perGroup; channel++) {
          const from = Math.floor(filter / filters) * perGroup + channel;
          for (const [place, position] of inputs)
            visit(
              (image * c + from) * area(size) + place,
              (filter * perGroup + channel) * area(kernel) + position,
              (image * o + filter) * area(out) + output,
            );
        }
  });
}

export function convolutionSpec(convolution: Convolution): number[] {
  const { n, c, o, groups, size, kernel, stride, padding, dilation, out } = convolution;
  return [n, c, ...size, o, ...kernel, ...stride, ...padding, ...dilation, groups, ...out];
}

export function poolSpec(planes: number, pool: Windows): number[] {
  const { size, kernel, stride, padding, dilation, out } = pool;
  return [planes, ...size, ...kernel, ...stride, ...padding, ...dilation, ...out];
}
