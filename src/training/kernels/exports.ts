/** What the compiled kernels export. */

// Made by scripts/kernels/exports.mjs from the sources in assembly/, which say what each kernel does.
/* eslint max-lines: "off" -- it has as many lines as there are kernels and arguments. */

/** The kernels: pointers are byte offsets into their memory, sizes and strides count elements. */
export interface KernelExports {
  gemm(
    batch: number,
    m: number,
    n: number,
    k: number,
    a: number,
    aB: number,
    aR: number,
    aC: number,
    b: number,
    bB: number,
    bR: number,
    bC: number,
    c: number,
    cB: number,
    cR: number,
    accumulate: number,
    scratch: number,
  ): void;
  gemm64(
    batch: number,
    m: number,
    n: number,
    k: number,
    a: number,
    aB: number,
    aR: number,
    aC: number,
    b: number,
    bB: number,
    bR: number,
    bC: number,
    c: number,
    cB: number,
    cR: number,
    accumulate: number,
    scratch: number,
  ): void;
  gemm_scratch(_m: number, n: number, k: number): number;
  gemm64_scratch(_m: number, n: number, k: number): number;
  expect_helpers(count: number): void;
  helpers_late(): number;
  rest_helpers(resting: number): void;
  helpers_ready(): number;
  helpers_arrived(): number;
  help(number: number, idle: bigint): void;
  dismiss_helpers(): void;
  fail_helper(): void;
  add(a: number, b: number, o: number, n: number): void;
  add_s(a: number, s: number, o: number, n: number): void;
  sub(a: number, b: number, o: number, n: number): void;
  sub_s(a: number, s: number, o: number, n: number): void;
  mul(a: number, b: number, o: number, n: number): void;
  mul_s(a: number, s: number, o: number, n: number): void;
  div(a: number, b: number, o: number, n: number): void;
  div_s(a: number, s: number, o: number, n: number): void;
  maximum(a: number, b: number, o: number, n: number): void;
  maximum_s(a: number, s: number, o: number, n: number): void;
  minimum(a: number, b: number, o: number, n: number): void;
  minimum_s(a: number, s: number, o: number, n: number): void;
  sub_rs(a: number, s: number, o: number, n: number): void;
  div_rs(a: number, s: number, o: number, n: number): void;
  add64(a: number, b: number, o: number, n: number): void;
  add64_s(a: number, s: number, o: number, n: number): void;
  sub64(a: number, b: number, o: number, n: number): void;
  sub64_s(a: number, s: number, o: number, n: number): void;
  mul64(a: number, b: number, o: number, n: number): void;
  mul64_s(a: number, s: number, o: number, n: number): void;
  div64(a: number, b: number, o: number, n: number): void;
  div64_s(a: number, s: number, o: number, n: number): void;
  maximum64(a: number, b: number, o: number, n: number): void;
  maximum64_s(a: number, s: number, o: number, n: number): void;
  minimum64(a: number, b: number, o: number, n: number): void;
  minimum64_s(a: number, s: number, o: number, n: number): void;
  sub64_rs(a: number, s: number, o: number, n: number): void;
  div64_rs(a: number, s: number, o: number, n: number): void;
  broadcast(
    operation: number,
    a: number,
    a0: number,
    a1: number,
    a2: number,
    a3: number,
    b: number,
    b0: number,
    b1: number,
    b2: number,
    b3: number,
    o: number,
    n0: number,
    n1: number,
    n2: number,
    n3: number,
  ): void;
  neg(x: number, o: number, n: number): void;
  neg64(x: number, o: number, n: number): void;
  abs(x: number, o: number, n: number): void;
  abs64(x: number, o: number, n: number): void;
  square(x: number, o: number, n: number): void;
  square64(x: number, o: number, n: number): void;
  sqrt(x: number, o: number, n: number): void;
  sqrt64(x: number, o: number, n: number): void;
  rsqrt(x: number, o: number, n: number): void;
  rsqrt64(x: number, o: number, n: number): void;
  reciprocal(x: number, o: number, n: number): void;
  reciprocal64(x: number, o: number, n: number): void;
  relu(x: number, o: number, n: number): void;
  relu64(x: number, o: number, n: number): void;
  exp(x: number, o: number, n: number): void;
  log(x: number, o: number, n: number): void;
  tanh(x: number, o: number, n: number): void;
  sigmoid(x: number, o: number, n: number): void;
  erf(x: number, o: number, n: number): void;
  gelu(x: number, o: number, n: number): void;
  exp64(x: number, o: number, n: number): void;
  log64(x: number, o: number, n: number): void;
  tanh64(x: number, o: number, n: number): void;
  sigmoid64(x: number, o: number, n: number): void;
  silu(x: number, o: number, n: number): void;
  copy32(
    x: number,
    x0: number,
    x1: number,
    x2: number,
    x3: number,
    o: number,
    o0: number,
    o1: number,
    o2: number,
    o3: number,
    n0: number,
    n1: number,
    n2: number,
    n3: number,
  ): void;
  copy64(
    x: number,
    x0: number,
    x1: number,
    x2: number,
    x3: number,
    o: number,
    o0: number,
    o1: number,
    o2: number,
    o3: number,
    n0: number,
    n1: number,
    n2: number,
    n3: number,
  ): void;
  copy8(
    x: number,
    x0: number,
    x1: number,
    x2: number,
    x3: number,
    o: number,
    o0: number,
    o1: number,
    o2: number,
    o3: number,
    n0: number,
    n1: number,
    n2: number,
    n3: number,
  ): void;
  fill32(o: number, n: number, v: number): void;
  fill64(o: number, n: number, v: number): void;
  f32_f64(x: number, o: number, n: number): void;
  f64_f32(x: number, o: number, n: number): void;
  u8_f32(x: number, o: number, n: number): void;
  u8_f64(x: number, o: number, n: number): void;
  f32_bool(x: number, o: number, n: number): void;
  f64_bool(x: number, o: number, n: number): void;
  conv_forward(spec: number, x: number, w: number, bias: number, y: number, scratch: number): void;
  conv_dw(spec: number, x: number, dy: number, dw: number, scratch: number): void;
  conv_dx(spec: number, dy: number, w: number, dx: number, scratch: number): void;
  conv_scratch(spec: number): number;
  maxpool(spec: number, x: number, y: number, idx: number): void;
  maxpool_backward(spec: number, dy: number, idx: number, dx: number): void;
  avgpool(spec: number, x: number, y: number, div: number): void;
  avgpool_backward(spec: number, dy: number, dx: number, div: number): void;
  sum(x: number, n: number): number;
  sum64(x: number, n: number): number;
  sum_mid(x: number, o: number, outer: number, n: number, inner: number): void;
  sum_mid64(x: number, o: number, outer: number, n: number, inner: number): void;
  sum_ends(x: number, o: number, a: number, c: number, b: number, scratch: number): void;
  sum_ends64(x: number, o: number, a: number, c: number, b: number, scratch: number): void;
  sum_ends_scratch(c: number): number;
  max_mid(x: number, o: number, idx: number, outer: number, n: number, inner: number): void;
  max_mid64(x: number, o: number, idx: number, outer: number, n: number, inner: number): void;
  min_mid(x: number, o: number, idx: number, outer: number, n: number, inner: number): void;
  min_mid64(x: number, o: number, idx: number, outer: number, n: number, inner: number): void;
  softmax(x: number, o: number, rows: number, cols: number): void;
  log_softmax(x: number, o: number, rows: number, cols: number): void;
  softmax_backward(g: number, y: number, o: number, rows: number, cols: number): void;
  log_softmax_backward(g: number, y: number, o: number, rows: number, cols: number): void;
  nll_backward(logp: number, target: number, scale: number, o: number, rows: number, cols: number): void;
  batchnorm_scratch(c: number): number;
  batchnorm_stats(
    x: number,
    mean: number,
    variance: number,
    n: number,
    c: number,
    area: number,
    scratch: number,
  ): void;
  batchnorm_apply(
    x: number,
    mean: number,
    variance: number,
    w: number,
    b: number,
    o: number,
    n: number,
    c: number,
    area: number,
    eps: number,
  ): void;
  batchnorm_backward(
    dy: number,
    x: number,
    mean: number,
    variance: number,
    w: number,
    dx: number,
    dw: number,
    db: number,
    n: number,
    c: number,
    area: number,
    eps: number,
    training: number,
    scratch: number,
  ): void;
  layernorm(
    x: number,
    w: number,
    b: number,
    o: number,
    mean: number,
    rstd: number,
    rows: number,
    cols: number,
    eps: number,
  ): void;
  layernorm_scratch(cols: number): number;
  layernorm_backward(
    dy: number,
    x: number,
    mean: number,
    rstd: number,
    w: number,
    dx: number,
    dw: number,
    db: number,
    rows: number,
    cols: number,
    scratch: number,
  ): void;
  gather_rows(w: number, idx: number, o: number, n: number, cols: number): void;
  scatter_add_rows(g: number, idx: number, o: number, n: number, cols: number): void;
  cumsum(x: number, o: number, outer: number, n: number, inner: number): void;
  cumsum64(x: number, o: number, outer: number, n: number, inner: number): void;
  axpy(x: number, s: number, y: number, n: number): void;
  sgd(p: number, g: number, n: number, lr: number, weight_decay: number): void;
  sgd_momentum(
    p: number,
    g: number,
    buffer: number,
    n: number,
    lr: number,
    momentum: number,
    dampening: number,
    weight_decay: number,
    nesterov: number,
    first: number,
  ): void;
  adam(
    p: number,
    g: number,
    m: number,
    v: number,
    n: number,
    b1: number,
    b2: number,
    step_size: number,
    sqrt_bias2: number,
    eps: number,
    weight_decay: number,
    decoupled: number,
  ): void;
  rnn_cell(gi: number, gh: number, bias: number, h_out: number, rows: number, H: number, relu: number): void;
  lstm_cell(
    gi: number,
    gh: number,
    bias: number,
    c: number,
    h_out: number,
    c_out: number,
    gates_out: number,
    rows: number,
    H: number,
  ): void;
  lstm_cell_backward(
    dh: number,
    dc_in: number,
    gates: number,
    c: number,
    c_out: number,
    dgates: number,
    dc_out: number,
    rows: number,
    H: number,
  ): void;
  gru_cell(
    gi: number,
    gh: number,
    bias: number,
    h: number,
    h_out: number,
    gates_out: number,
    rows: number,
    H: number,
  ): void;
  gru_cell_backward(
    dh: number,
    gates: number,
    h: number,
    dgi: number,
    dgh: number,
    dh_out: number,
    rows: number,
    H: number,
  ): void;
  eq(a: number, b: number, o: number, n: number): void;
  eq_s(a: number, s: number, o: number, n: number): void;
  ne(a: number, b: number, o: number, n: number): void;
  ne_s(a: number, s: number, o: number, n: number): void;
  lt(a: number, b: number, o: number, n: number): void;
  lt_s(a: number, s: number, o: number, n: number): void;
  le(a: number, b: number, o: number, n: number): void;
  le_s(a: number, s: number, o: number, n: number): void;
  gt(a: number, b: number, o: number, n: number): void;
  gt_s(a: number, s: number, o: number, n: number): void;
  ge(a: number, b: number, o: number, n: number): void;
  ge_s(a: number, s: number, o: number, n: number): void;
  eq64(a: number, b: number, o: number, n: number): void;
  eq64_s(a: number, s: number, o: number, n: number): void;
  ne64(a: number, b: number, o: number, n: number): void;
  ne64_s(a: number, s: number, o: number, n: number): void;
  lt64(a: number, b: number, o: number, n: number): void;
  lt64_s(a: number, s: number, o: number, n: number): void;
  le64(a: number, b: number, o: number, n: number): void;
  le64_s(a: number, s: number, o: number, n: number): void;
  gt64(a: number, b: number, o: number, n: number): void;
  gt64_s(a: number, s: number, o: number, n: number): void;
  ge64(a: number, b: number, o: number, n: number): void;
  ge64_s(a: number, s: number, o: number, n: number): void;
  dropout(x: number, mask: number, scale: number, o: number, n: number): void;
  where32(
    c: number,
    c0: number,
    c1: number,
    c2: number,
    c3: number,
    a: number,
    a0: number,
    a1: number,
    a2: number,
    a3: number,
    b: number,
    b0: number,
    b1: number,
    b2: number,
    b3: number,
    o: number,
    n0: number,
    n1: number,
    n2: number,
    n3: number,
  ): void;
  masked_fill32(
    x: number,
    x0: number,
    x1: number,
    x2: number,
    x3: number,
    c: number,
    c0: number,
    c1: number,
    c2: number,
    c3: number,
    value: number,
    o: number,
    n0: number,
    n1: number,
    n2: number,
    n3: number,
  ): void;
  where64(
    c: number,
    c0: number,
    c1: number,
    c2: number,
    c3: number,
    a: number,
    a0: number,
    a1: number,
    a2: number,
    a3: number,
    b: number,
    b0: number,
    b1: number,
    b2: number,
    b3: number,
    o: number,
    n0: number,
    n1: number,
    n2: number,
    n3: number,
  ): void;
  masked_fill64(
    x: number,
    x0: number,
    x1: number,
    x2: number,
    x3: number,
    c: number,
    c0: number,
    c1: number,
    c2: number,
    c3: number,
    value: number,
    o: number,
    n0: number,
    n1: number,
    n2: number,
    n3: number,
  ): void;
  relu_backward(g: number, x: number, o: number, n: number): void;
  relu_backward64(g: number, x: number, o: number, n: number): void;
  sigmoid_backward(g: number, y: number, o: number, n: number): void;
  sigmoid_backward64(g: number, y: number, o: number, n: number): void;
  tanh_backward(g: number, y: number, o: number, n: number): void;
  tanh_backward64(g: number, y: number, o: number, n: number): void;
  silu_backward(g: number, x: number, o: number, n: number): void;
  gelu_backward(g: number, x: number, o: number, n: number): void;
  pow(x: number, y: number, o: number, n: number): void;
  pow_s(x: number, s: number, o: number, n: number): void;
  floor(x: number, o: number, n: number): void;
  ceil(x: number, o: number, n: number): void;
  trunc(x: number, o: number, n: number): void;
  round(x: number, o: number, n: number): void;
  sign(x: number, o: number, n: number): void;
  floor64(x: number, o: number, n: number): void;
  ceil64(x: number, o: number, n: number): void;
  trunc64(x: number, o: number, n: number): void;
  round64(x: number, o: number, n: number): void;
  sign64(x: number, o: number, n: number): void;
  mt_fill(state: number, o: number, n: number): void;
  mt_bernoulli(state: number, o: number, n: number, p: number, value: number): void;
  mt_uniform(state: number, o: number, n: number, from: number, extent: number): void;
  has_tiny(x: number, n: number): number;
  largest(x: number, n: number): number;
  expm1(x: number, o: number, n: number): void;
  log1p(x: number, o: number, n: number): void;
}
