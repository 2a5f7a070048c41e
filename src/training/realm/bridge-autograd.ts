/** The entries of autograd: gradients of leaves, `backward`, `torch.autograd.grad`. */
import { backward, gradientsOf } from '../autograd/tape/backward.ts';
import type { BackwardOptions } from '../autograd/tape/leaf-gradients.ts';
import { detectAnomalies, setInference } from '../autograd/tape/mode.ts';
import { itemOf, type Tensor } from '../tensor/tensor.ts';
import { graphEntries } from './bridge-graph.ts';
import { keepResults, type OperationContext } from './bridge-operations.ts';
import type { BridgeFunction } from './host.ts';
import type { RunAdvice } from './advice/run-advice.ts';
import type { TrainingLoops } from './loops.ts';
import type { TrainingSteps } from './training-steps.ts';

/** What `backward` answers, added up: it detected a training loop whose weights Python is to name (`loop_weights`, `name_loop`). */
const LOOP_FOUND = 1;
/** It was the first pass of a training: Python may look at the data. */
const FIRST_PASS = 2;
/** Somebody wants to look at the training as it is now. */
const LOOK = 4;

/** Who is told of backward passes. */
interface Watchers {
  readonly loops: TrainingLoops;
  readonly advice: RunAdvice;
  readonly steps: TrainingSteps;
}

export function autogradEntries(
  context: OperationContext,
  watchers: Watchers,
): Record<string, BridgeFunction> {
  const { calls } = context;
  const { handles } = calls;
  const tensorOrNull = (handle: number): Tensor | null => (handle === 0 ? null : handles.get(handle));

  return {
    ...graphEntries(context),
    set_inference: (wanted: boolean) => setInference(wanted),
    detect_anomalies: (wanted: boolean) => detectAnomalies(wanted),
    grad: (handle: number) =>
      calls.run(() => {
        const { grad } = handles.get(handle);
        return grad === null ? 0 : handles.give(grad);
      }, -1),

    set_grad: (handle: number, gradient: number) =>
      calls.run(() => {
        const tensor = handles.get(handle);
        const grad = tensorOrNull(gradient);
        grad?.retain();
        tensor.grad?.release();
        tensor.grad = grad;
        return 0;
      }, -1),

    backward: (
      handle: number,
      gradient: number,
      retainGraph: boolean,
      createGraph: boolean,
      count: number,
      ...inputs: number[]
    ) =>
      calls.run(() => {
        const chosen = inputs.slice(0, count).map((input) => handles.get(input));
        const output = handles.get(handle);
        const options = { retainGraph, createGraph };
        return watchedBackward(watchers, output, tensorOrNull(gradient), chosen, options);
      }, -1),

    autograd_grad: (...raw: unknown[]) =>
      calls.run(() => {
        let at = 0;
        const list = (): number[] => {
          const count = raw[at++] as number;
          const values = raw.slice(at, at + count) as number[];
          at += count;
          return values;
        };
        const outputs = list().map((output) => handles.get(output));
        const inputs = list().map((input) => handles.get(input));
        const gradients = list().map(tensorOrNull);
        const options: BackwardOptions = { retainGraph: raw[at] === true, createGraph: raw[at + 1] === true };
        const found = gradientsOf(outputs, gradients, inputs, options, raw[at + 2] === true);
        const count = keepResults(found, context);
        for (const grad of found) grad?.release();
        return count;
      }, -1),
  };
}

/** @returns {@link LOOP_FOUND}, {@link FIRST_PASS} and {@link LOOK}, added up */
function watchedBackward(
  { loops, advice, steps }: Watchers,
  output: Tensor,
  gradient: Tensor | null,
  inputs: readonly Tensor[],
  options: BackwardOptions,
): number {
  const isLoss = output.numel === 1;
  const isLooked = isLoss && steps.isWatching;
  if (!isLoss || !(loops.watching || advice.isWatching || isLooked)) {
    if (advice.isWatching) advice.beforePass(output);
    backward([output], [gradient], inputs, options);
    return 0;
  }
  const isWatched = advice.isWatching;
  const reached = new Set<Tensor>();
  if (isWatched) advice.beforePass(output);
  backward([output], [gradient], inputs, { ...options, reached });
  const isFirst = isWatched && advice.afterPass(output, reached);
  const isFound = loops.watching && loops.passed(output, reached, options.createGraph);
  const looks = isLooked && steps.passed(Number(itemOf(output)), isFound ? null : reached);
  return (isFound ? LOOP_FOUND : 0) + (isFirst ? FIRST_PASS : 0) + (looks ? LOOK : 0);
}
