/** The entries of gradients that Python computes: torch.autograd.Function, and hooks on tensors. */
import { isRecording, withPythonMode } from '../autograd/tape/mode.ts';
import {
  addGradientHook,
  computeGradientsBy,
  recordCustomFunction,
  removeGradientHook,
} from '../autograd/tape/custom-function.ts';
import { runtimeError, TorchError } from '../backend/error.ts';
import { adopt } from '../tensor/scope.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Calls } from './bridge-calls.ts';
import type { BridgeFunction } from './host.ts';

/** A Python function as Pyodide hands it over; valid until the call ends, a copy until it is destroyed. */
interface PythonFunction {
  (...args: (number | boolean)[]): number;
  copy(): PythonFunction;
  destroy(): void;
}

/** `error()` after Python itself raised while it was called: Python keeps the exception and raises it again. */
const PYTHON_RAISED = '_PythonError';

/**
 * Calls back into Python from within a backward pass. Python's answer comes by the entry `answer_gradients`, since only
 * numbers cross. The calls it makes meanwhile are nested in the one under way: each closes its own scope only.
 */
export class CustomFunctions {
  #callback: PythonFunction | null = null;
  #answer: (Tensor | null)[] = [];
  /** Functions that are not needed any more; negative where only what they saved is not. */
  #dropped: number[] = [];

  constructor(private readonly calls: Calls) {
    computeGradientsBy({
      gradients: (id, outputs) => this.#ask(id, outputs),
      hook: (id, gradient) => this.#ask(id, [gradient])[0] ?? null,
      freed: (id) => this.#dropped.push(-id),
      dropped: (id) => this.#dropped.push(id),
    });
  }

  /** A run begins: Python's memory is another, what was kept of it is void. */
  begin(): void {
    this.#callback = null;
    this.#dropped = [];
    this.#answer = [];
  }

  /** A run ends: lets go of Python's function while Python still has it. */
  end(): void {
    this.#callback?.destroy();
    this.begin();
  }

  #ask(id: number, gradients: readonly Tensor[]): readonly (Tensor | null)[] {
    const callback = this.#callback;
    if (callback === null) throw runtimeError('Python has named no function for gradients');
    const { handles } = this.calls;
    const recording = isRecording();
    const given = gradients.map((gradient) => handles.give(gradient));
    const status = withPythonMode(() => callback(id, recording, ...given));
    const answer = this.#answer;
    this.#answer = [];
    for (const tensor of answer) if (tensor !== null) adopt(tensor);
    if (status < 0) throw new TorchError(PYTHON_RAISED, '');
    return answer;
  }

  /** The entry that takes a Python function. */
  callbackEntries(): Record<string, BridgeFunction> {
    return {
      /** The Python function that is called with an id, whether to record, and handles of gradients. */
      compute_gradients: (callback: PythonFunction) => {
        this.#callback?.destroy();
        this.#callback = callback.copy();
        return 0;
      },
    };
  }

  entries(): Record<string, BridgeFunction> {
    const { calls } = this;
    const { handles } = calls;
    return {
      /** Its answer: handles, 0 for no gradient. */
      answer_gradients: (...given: number[]) =>
        calls.run(() => {
          this.#answer = given.map((handle) => (handle === 0 ? null : handles.get(handle).retain()));
          return 0;
        }, -1),
      record_function: (name: string, id: number, inputs: number, ...raw: number[]) =>
        calls.run(() => {
          const outputs = raw.slice(inputs);
          recordCustomFunction(
            name,
            id,
            raw.slice(0, inputs).map((handle) => handles.get(handle)),
            outputs.map((handle) => handles.get(Math.abs(handle))),
            outputs.map((handle) => handle > 0),
          );
          return 0;
        }, -1),
      add_hook: (handle: number, id: number, afterwards: boolean) =>
        calls.run(() => {
          addGradientHook(handles.get(handle), id, afterwards);
          return 0;
        }, -1),
      remove_hook: (handle: number, id: number) =>
        calls.run(() => {
          removeGradientHook(handles.get(handle), id);
          return 0;
        }, -1),
      /** The id of a function that will not be asked again, -id where it is to free what it saved; 0 for no more. */
      dropped_function: () => this.#dropped.shift() ?? 0,
    };
  }
}
