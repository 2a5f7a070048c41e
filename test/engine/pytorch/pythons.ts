/** Pythons for the tests of real PyTorch: any one with a fake of it, and one that has it. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { RunEvent, RunResult } from '../../../src/training/protocol/protocol.ts';
import { RunCollector } from '../../../src/training/protocol/results.ts';
import { localPython } from '../../../src/training/pytorch/local-python.ts';
import { PyTorchSession } from '../../../src/training/pytorch/session.ts';
import type { EngineSession } from '../../../src/training/contract.ts';
import type { Run, RunRequest } from '../../../src/training/threads/active-run.ts';
import { distribution } from '../engine.ts';

const PLAIN = process.platform === 'win32' ? 'python' : 'python3';
const NEW_ENOUGH = 'import sys; sys.exit(sys.version_info < (3, 10))';

/** A Python of any kind; null: this machine has none that is new enough. */
export const plainPython =
  spawnSync(PLAIN, ['-c', NEW_ENOUGH], { stdio: 'ignore' }).status === 0 ? PLAIN : null;

/** One with PyTorch, which `D2L_TEST_PYTHON` names; null: none is named. */
export const pythonWithPyTorch = process.env['D2L_TEST_PYTHON'] ?? null;

/** A training loop of a learner's own that the fake can compute. */
export const FAKE_LOOP = `
import torch
true_w = 2.0
w = torch.tensor(0.5, requires_grad=True)
for step in range(20):
    error = w * 3 - 6
    loss = error * error
    loss.backward()
    w -= 0.02 * w.grad.value
    w.grad = None
w
`;

/** Variables of the environment in which {@link plainPython} finds a torch, of `kind`. */
export function fakeTorch(kind: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { PYTHONPATH: path.join(import.meta.dirname, 'fake'), ...kind };
}

/** A session whose Python has these variables besides. @param dataSets where fetched ones are */
export function sessionOf(
  executable: string,
  variables: NodeJS.ProcessEnv = {},
  dataSets?: string,
): PyTorchSession {
  const source = localPython({ distribution, executable });
  return new PyTorchSession({
    distribution,
    dataSets,
    log: () => undefined,
    // The process takes over what is set when it starts.
    source: (listener) => withVariables(variables, () => source(listener)),
  });
}

function withVariables<T>(variables: NodeJS.ProcessEnv, act: () => T): T {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return act();
  } finally {
    process.env = before;
  }
}

export interface Executed {
  readonly result: RunResult;
  readonly events: readonly RunEvent[];
}

/** Runs one document on a session. `during` is called at each event. */
export async function execute(
  session: EngineSession,
  source: string,
  options: Partial<RunRequest> & { readonly during?: (event: RunEvent, run: Run) => void } = {},
): Promise<Executed> {
  const { during, ...request } = options;
  const collector = new RunCollector();
  const events: RunEvent[] = [];
  const run: Run = session.start(
    {
      cells: [{ source, document: 'exercise.py', firstLine: 1 }],
      seed: 0,
      backend: 'auto',
      limits: { seconds: 0, outputCharacters: 10_000 },
      ...request,
    },
    (event) => {
      events.push(event);
      collector.accept(event);
      during?.(event, run);
    },
  );
  await run.ended;
  return { result: collector.result(), events };
}
