/** Which PyTorch computes, where it is not the built-in engine. */

export interface PyTorchVersion {
  /** `process`: a Python on this machine; `server`: a kernel of a Jupyter server; `sandbox`: a wheel in our own engine. */
  readonly place: 'process' | 'server' | 'sandbox';
  /**
   * `2.9.0`
   * @maxLength 100
   */
  readonly torch: string;
  /**
   * `3.11.7`
   * @maxLength 100
   */
  readonly python: string;
  /** Version of CUDA, where a GPU can be used; null: there is none. */
  readonly cuda: string | null;
  /** Version of the book's package `d2l` that is installed; null: ours stands in. */
  readonly d2l: string | null;
}

/** `PyTorch 2.9.0, Python 3.11` */
export function pytorchName({ torch, python }: Pick<PyTorchVersion, 'torch' | 'python'>): string {
  return `PyTorch ${torch.replace(/\+.*$/, '')}, Python ${python.split('.').slice(0, 2).join('.')}`;
}
