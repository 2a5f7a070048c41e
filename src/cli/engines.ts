/** Which engine a command runs on. */
import { jupyterAddress } from '../training/jupyter/address.ts';
import { reasonOf } from '../text/reason.ts';
import { checkWheel } from '../training/wheel/wheel-file.ts';
import { UsageError } from './usage.ts';

export type EngineChoice =
  | { readonly type: 'built-in' }
  /** Real PyTorch in a Python of this machine; `executable`: a path, or a name on the PATH. */
  | { readonly type: 'python'; readonly executable: string }
  /** Real PyTorch beside kernels of a Jupyter server; `server`: its address as given, perhaps with a token. */
  | { readonly type: 'jupyter'; readonly server: string }
  /** PyTorch as a WebAssembly wheel, in the built-in engine's sandbox. */
  | { readonly type: 'wheel'; readonly wheel: string };

/** What is on the PATH, where no interpreter is named. */
const PYTHON = process.platform === 'win32' ? 'python' : 'python3';

interface EngineWords {
  readonly engine?: string | undefined;
  readonly python?: string | undefined;
  readonly server?: string | undefined;
  readonly wheel?: string | undefined;
}

/** @throws UsageError when the words do not go together */
export function engineOf({ engine = 'built-in', python, server, wheel }: EngineWords): EngineChoice {
  if (python !== undefined && engine !== 'python') throw new UsageError('--python goes with --engine python');
  if (server !== undefined && engine !== 'jupyter')
    throw new UsageError('--server goes with --engine jupyter');
  if (wheel !== undefined && engine !== 'wheel') throw new UsageError('--wheel goes with --engine wheel');
  if (engine === 'built-in') return { type: 'built-in' };
  if (engine === 'python') return { type: 'python', executable: python ?? PYTHON };
  if (engine === 'jupyter') return jupyterChoice(server);
  if (engine === 'wheel') return wheelChoice(wheel);
  throw new UsageError(`There is no engine "${engine}": it is built-in, python, jupyter or wheel`);
}

function wheelChoice(wheel = ''): EngineChoice {
  if (wheel === '') throw new UsageError('--engine wheel needs --wheel FILE: PyTorch as a WebAssembly wheel');
  try {
    checkWheel(wheel);
  } catch (error) {
    throw new UsageError(`--wheel: ${reasonOf(error)}`);
  }
  return { type: 'wheel', wheel };
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
