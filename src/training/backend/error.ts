/** The errors of operations: the learner's mistakes, as PyTorch words them. */

export type PythonErrorType =
  | '_PythonError'
  | 'RuntimeError'
  | 'IndexError'
  | 'ValueError'
  | 'TypeError'
  | 'NotImplementedError'
  | 'OverflowError'
  | 'ZeroDivisionError'
  | 'MemoryError'
  | 'OSError'
  /** PyTorch's own, a RuntimeError: `torch.linalg.LinAlgError`. */
  | '_LinAlgError';

/** A mistake of the learner's, told in PyTorch's words; Python raises it as `type`. */
export class TorchError extends Error {
  constructor(
    readonly type: PythonErrorType,
    message: string,
  ) {
    super(message);
    this.name = type;
  }
}

export const notImplementedError = (message: string): TorchError =>
  new TorchError('NotImplementedError', message);
export const runtimeError = (message: string): TorchError => new TorchError('RuntimeError', message);
