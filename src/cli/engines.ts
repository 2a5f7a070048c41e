/** Which engine a command runs on. */
import { jupyterAddress } from '../training/jupyter/address.ts';
import { reasonOf } from '../text/reason.ts';
import { UsageError } from './usage.ts';

export type EngineChoice =
  | { readonly type: 'built-in' }
  /** Real PyTorch in a Python of this machine; `executable`: a path, or a name on the PATH. */
  | { readonly type: 'python'; readonly executable: string }
  /** Real PyTorch beside kernels of a Jupyter server; `server`: its address as given, perhaps with a token. */
  | { readonly type: 'jupyter'; readonly server: string };

/** What is on the PATH, where no interpreter is named. */
const PYTHON = process.platform === 'win32' ? 'python' : 'python3';

interface EngineWords {
  readonly engine?: string | undefined;
  readonly python?: string | undefined;
  readonly server?: string | undefined;
}

/** @throws UsageError when the words do not go together */
export function engineOf({ engine = 'built-in', python, server }: EngineWords): EngineChoice {
  if (python !== undefined && engine !== 'python') throw new UsageError('--python goes with --engine python');
  if (server !== undefined && engine !== 'jupyter')
    throw new UsageError('--server goes with --engine jupyter');
  if (engine === 'built-in') return { type: 'built-in' };
  if (engine === 'python') return { type: 'python', executable: python ?? PYTHON };
  if (engine === 'jupyter') return jupyterChoice(server);
  throw new UsageError(`There is no engine "${engine}": it is built-in, python or jupyter`);
}

function jupyterChoice(server = ''): EngineChoice {
  if (server === '')
    throw new UsageError('--engine jupyter needs --server URL: the address that the Jupyter server printed');
  try {
    jupyterAddress(server);
  } catch (error) {
    throw new UsageError(`--server: ${reasonOf(error)}`);
  }
  return { type: 'jupyter', server };
}
