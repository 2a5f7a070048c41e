export type PythonErrorType =
  | '_PythonError'
  | 'RuntimeError'
  | 'IndexError'
  | 'ValueError'
  | 'TypeError'
  | 'NotImplementedError'
  | 'MemoryError'
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
