// How fast the kernels are by themselves, in the build that this Node can run (`simd` as an argument: without relaxed SIMD).
// `node bench/kernels.mjs [simd] [word of the names]`. The best of 30 samples of at least 2 ms.
import { compileKernels } from '../scripts/kernels/build.mjs';

const words = process.argv.slice(2);
const module = await compiled();
const memory = new WebAssembly.Memory({ initial: 8192, maximum: 32_768, shared: true });
const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports;
const only = words.find((word) => word !== 'simd') ?? '';

async function compiled() {
  const bytes = await compileKernels({ relaxed: true });
  const relaxed = !words.includes('simd') && WebAssembly.validate(bytes);
  console.log(`Node ${process.versions.node}, ${relaxed ? 'relaxed' : 'plain'} SIMD`);
  return new WebAssembly.Module(relaxed ? bytes : await compileKernels({ relaxed: false }));
}

/** Places of arrays of up to 8 million floats. */
const [A, B, C, SCRATCH] = [0, 1, 2, 3].map((at) => 65_536 + at * 2 ** 25);
const SPEC = SCRATCH + 2 ** 27;
const floats = new Float32Array(memory.buffer, A, 3 * 2 ** 23);
for (let i = 0; i < floats.length; i++) floats[i] = 4 * Math.random() - 2;

function milliseconds(run) {
  for (let i = 0; i < 20; i++) run();
  const samples = Array.from({ length: 30 }, () => {
    const start = performance.now();
    let count = 0;
    do {
      run();
      count++;
    } while (performance.now() - start < 2);
    return (performance.now() - start) / count;
  });
  return Math.min(...samples);
}

/** `work`: what one call does, in millions of the unit a second. */
function measure(name, unit, work, run) {
  if (!name.includes(only)) return;
  const ms = milliseconds(run);
  console.log(
    `${name.padEnd(34)} ${(work / ms / 1e6).toFixed(1).padStart(8)} ${unit.padEnd(9)} ${ms.toFixed(4)} ms`,
  );
}

function products() {
  const LAYOUTS = { nn: [0, 0], nt: [0, 1], tn: [1, 0], tt: [1, 1] };
  for (const [name, bytes] of [
    ['gemm', 4],
    ['gemm64', 8],
  ])
    for (const n of [32, 64, 128, 256, 512, 1024])
      for (const [layout, [left, right]] of Object.entries(LAYOUTS)) {
        if (n * n * bytes > 2 ** 23) continue;
        const strides = (flipped) => (flipped ? [1, n] : [n, 1]);
        measure(`${name} ${layout} ${n}`, 'GFLOP/s', 2 * n ** 3, () =>
          kernels[name](1, n, n, n, A, 0, ...strides(left), B, 0, ...strides(right), C, 0, n, 0, SCRATCH),
        );
      }
  measure('bmm 256 x (32x64 64x32)', 'GFLOP/s', 256 * 2 * 32 * 32 * 64, () =>
    kernels.gemm(256, 32, 32, 64, A, 2048, 64, 1, B, 2048, 32, 1, C, 1024, 32, 0, SCRATCH),
  );
  measure('matrix x vector 1024', 'GFLOP/s', 2 * 1024 ** 2, () =>
    kernels.gemm(1, 1024, 1, 1024, A, 0, 1024, 1, B, 0, 1, 1, C, 0, 1, 0, SCRATCH),
  );
  measure('vector x matrix 1024', 'GFLOP/s', 2 * 1024 ** 2, () =>
    kernels.gemm(1, 1, 1024, 1024, A, 0, 1024, 1, B, 0, 1024, 1, C, 0, 1024, 0, SCRATCH),
  );
}

function elementwise() {
  for (const n of [2 ** 10, 2 ** 16, 2 ** 20]) {
    measure(`add ${n}`, 'GB/s', 12 * n, () => kernels.add(A, B, C, n));
    measure(`add a row ${n}`, 'GB/s', 8 * n, () =>
      kernels.broadcast(0, A, 0, 0, 256, 1, B, 0, 0, 0, 1, C, 1, 1, n / 256, 256),
    );
    measure(`relu ${n}`, 'GB/s', 8 * n, () => kernels.relu(A, C, n));
    for (const name of ['exp', 'log', 'tanh', 'sigmoid', 'gelu', 'erf'])
      measure(`${name} ${n}`, 'Mel/s', 1000 * n, () => kernels[name](A, C, n));
    measure(`pow ${n}`, 'Mel/s', 1000 * n, () => kernels.pow_s(A, 1.7, C, n));
    measure(`exp64 ${n}`, 'Mel/s', 1000 * n, () => kernels.exp64(A, C, n));
    measure(`sum ${n}`, 'GB/s', 4 * n, () => kernels.sum(A, n));
    measure(`sum of columns ${n}`, 'GB/s', 4 * n, () => kernels.sum_mid(A, C, 1, n / 256, 256));
    measure(`adam ${n}`, 'GB/s', 28 * n, () =>
      kernels.adam(A, B, C, SCRATCH, n, 0.9, 0.999, 1e-9, 1, 1e-8, 0, 0),
    );
  }
  measure('transpose 1024 x 1024', 'GB/s', 8 * 2 ** 20, () =>
    kernels.copy32(A, 0, 0, 1, 1024, C, 0, 0, 1024, 1, 1, 1, 1024, 1024),
  );
}

function rows() {
  const [count, cols] = [4096, 100];
  const bytes = 8 * count * cols;
  measure('softmax 4096 x 100', 'GB/s', bytes, () => kernels.softmax(A, C, count, cols));
  measure('log_softmax 4096 x 100', 'GB/s', bytes, () => kernels.log_softmax(A, C, count, cols));
  measure('layer norm 4096 x 256', 'GB/s', 8 * 2 ** 20, () =>
    kernels.layernorm(A, B, B, C, SCRATCH, SCRATCH + 65_536, 4096, 256, 1e-5),
  );
  measure('layer norm backward 4096 x 256', 'GB/s', 12 * 2 ** 20, () =>
    kernels.layernorm_backward(A, B, B, B, B, C, SCRATCH, SCRATCH + 4096, 4096, 256, SCRATCH + 8192),
  );
  measure('batch norm backward 32 x 64 x 400', 'GB/s', 12 * 819_200, () =>
    kernels.batchnorm_backward(A, B, B, B, B, C, 0, 0, 32, 64, 400, 1e-5, 1, SCRATCH),
  );
  measure('lstm_cell 1024 x 32', 'Mel/s', 1000 * 32_768, () =>
    kernels.lstm_cell(A, B, A, C, C + 2 ** 20, SCRATCH, 1024, 32),
  );
  measure('gru_cell 1024 x 32', 'Mel/s', 1000 * 32_768, () =>
    kernels.gru_cell(A, B, A, C, SCRATCH, 1024, 32),
  );
}

/** Square images and filters. */
function convolution(name, images, channels, size, filters, kernel, padding, stride = 1) {
  const out = Math.floor((size + 2 * padding - kernel) / stride) + 1;
  const spec = [images, channels, 1, size, size, filters, 1, kernel, kernel, 1, stride, stride];
  spec.push(0, padding, padding, 1, 1, 1, 1, 1, out, out);
  new Int32Array(memory.buffer, SPEC, 22).set(spec);
  const work = 2 * images * filters * channels * kernel ** 2 * out ** 2;
  measure(`${name}, forward`, 'GFLOP/s', work, () => kernels.conv_forward(SPEC, A, B, 0, C, SCRATCH));
  measure(`${name}, dW`, 'GFLOP/s', work, () => kernels.conv_dw(SPEC, A, C, B, SCRATCH));
  measure(`${name}, dX`, 'GFLOP/s', work, () => kernels.conv_dx(SPEC, C, B, A, SCRATCH));
}

function windows() {
  convolution('LeNet 1, b32', 32, 1, 28, 6, 5, 2);
  convolution('LeNet 2, b32', 32, 6, 14, 16, 5, 0);
  convolution('conv 64 x 24 x 24, b4', 4, 64, 24, 64, 3, 1);
  convolution('conv 128 x 12 x 12, b4', 4, 128, 12, 128, 3, 1);
  convolution('conv 256 x 6 x 6, b4', 4, 256, 6, 256, 3, 1);
  convolution('conv 512 x 3 x 3, b4', 4, 512, 3, 512, 3, 1);
  convolution('conv 3 x 96 x 96 by 2, b4', 4, 3, 96, 64, 7, 3, 2);
  const spec = [512, 1, 28, 28, 1, 2, 2, 1, 2, 2, 0, 0, 0, 1, 1, 1, 1, 14, 14];
  new Int32Array(memory.buffer, SPEC, 19).set(spec);
  measure('maxpool 512 x 28 x 28', 'GB/s', 4 * 512 * 784, () => kernels.maxpool(SPEC, A, C, SCRATCH));
  measure('avgpool 512 x 28 x 28', 'GB/s', 4 * 512 * 784, () => kernels.avgpool(SPEC, A, C, 0));
  measure('maxpool backward', 'GB/s', 4 * 512 * 784, () => kernels.maxpool_backward(SPEC, A, SCRATCH, C));
}

products();
elementwise();
rows();
windows();
