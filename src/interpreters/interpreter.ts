/** A Python of this machine as it is found and asked: plain data. */

/** Who names it: the first that does tells people where it comes from. */
export type InterpreterSource =
  'setting' | 'pythonExtension' | 'workspace' | 'conda' | 'environment' | 'launcher' | 'path';

/** A file that may be a Python. */
export interface Candidate {
  /** Absolute path. */
  readonly path: string;
  readonly source: InterpreterSource;
}

/** A Python in which `import torch` works. */
export interface TorchFound {
  readonly kind: 'torch';
  /** `3.11.9` */
  readonly python: string;
  /** `2.9.0+cpu` */
  readonly torch: string;
  /** What computes besides the processor: `CUDA 12.8, NVIDIA A100`, `MPS`; null: nothing does. */
  readonly accelerator: string | null;
  /** Whether the book's package `d2l` is installed there. */
  readonly d2l: boolean;
  /** Of its environment: two paths with the same one and the same version are one Python. */
  readonly prefix: string;
}

/** Why a Python cannot run exercises. */
export type InterpreterProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'storeStub' }
  | { readonly kind: 'noTorch'; readonly python: string }
  | { readonly kind: 'tooOld'; readonly what: 'Python' | 'PyTorch'; readonly version: string }
  | { readonly kind: 'torchFails'; readonly python: string; readonly reason: string }
  | { readonly kind: 'slow'; readonly seconds: number }
  | { readonly kind: 'broken'; readonly reason: string };

/** What asking a Python has brought. */
export type Answer = TorchFound | InterpreterProblem;
