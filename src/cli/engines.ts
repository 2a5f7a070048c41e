/** Which engine a command runs on. */
import { UsageError } from './usage.ts';

export type EngineChoice =
  | { readonly type: 'built-in' }
  /** Real PyTorch in a Python of this machine; `executable`: a path, or a name on the PATH. */
  | { readonly type: 'python'; readonly executable: string };

/** What is on the PATH, where no interpreter is named. */
const PYTHON = process.platform === 'win32' ? 'python' : 'python3';

interface EngineWords {
  readonly engine?: string | undefined;
  readonly python?: string | undefined;
}

/** @throws UsageError when the words do not go together */
export function engineOf({ engine, python }: EngineWords): EngineChoice {
  if (engine === undefined || engine === 'built-in') {
    if (python !== undefined) throw new UsageError('--python goes with --engine python');
    return { type: 'built-in' };
  }
  if (engine === 'python') return { type: 'python', executable: python ?? PYTHON };
  throw new UsageError(`There is no engine "${engine}": it is built-in or python`);
}
