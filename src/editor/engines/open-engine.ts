/** Opens a PyTorch outside the sandbox; loaded when the first run asks for one. */

import type { ExerciseEngine } from '../../training/contract.ts';
import { jupyterAddress } from '../../training/jupyter/address.ts';
import { kernelSource, RUNS_ON_A_SERVER } from '../../training/jupyter/kernel-link.ts';
import { PyTorchEngine } from '../../training/pytorch/engine.ts';
import { localPython } from '../../training/pytorch/local-python.ts';
import type { Log } from '../../training/threads/log-limit.ts';
import type { OtherEngine } from './engines.ts';

export interface OpenEngineOptions {
  readonly engine: OtherEngine;
  /** Of a Jupyter server; empty: it has none. */
  readonly token: string;
  /** The folder `dist`. */
  readonly distribution: string;
  /** Where fetched data sets are kept. */
  readonly dataSets: string;
  readonly log: Log;
}

/** @throws Error saying in a line why it cannot be opened */
export async function openEngine(options: OpenEngineOptions): Promise<ExerciseEngine> {
  const { engine, distribution, dataSets, log } = options;
  if (engine.kind === 'jupyter') return openServer(options);
  const source = localPython({ distribution, executable: engine.at });
  return new PyTorchEngine({ distribution, dataSets, log, source });
}

/** The server is asked first: what is wrong with it is then known before a run begins. */
async function openServer({ engine, token, distribution, log }: OpenEngineOptions): Promise<ExerciseEngine> {
  const address = jupyterAddress(engine.at, token);
  const { JupyterServer } = await import('../../training/jupyter/jupyter-server.ts');
  await new JupyterServer(address).pythonKernel();
  const source = kernelSource({ distribution, address });
  return new PyTorchEngine({ distribution, log, source, threads: RUNS_ON_A_SERVER });
}
