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

/** As PyTorch's decompositions of matrices say that they come to no end. */
export const notConverged = (name: string, values: string): TorchError =>
  new TorchError(
    '_LinAlgError',
    `${name}: The algorithm failed to converge because the input matrix is ill-conditioned or has too many repeated ${values}`,
  );
