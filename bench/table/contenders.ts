/** Who is in the table: the engine on each Node, on the last of them also without helper threads, and PyTorch twice. */
import path from 'node:path';
import { AskedProcess, type Answered, type Asked } from '../asked-process.ts';
import { startPyTorch } from '../contenders.ts';
import type { EngineGreeting } from './engine-server.ts';

export interface TableContender {
  readonly name: string;
  /** Null: PyTorch. */
  readonly node: string | null;
  /** What everybody is compared with. */
  readonly isReference: boolean;
  /** Whether its cold start is timed too. */
  readonly startsCold: boolean;
  /** MiB of its process before it ran anything; null where that is not known. */
  readonly rest: number | null;
  run(asked: Asked): Promise<Answered>;
  end(): void;
}

export async function contendersOf(
  python: string,
  nodes: readonly string[],
  root: string,
): Promise<readonly TableContender[]> {
  const contenders: TableContender[] = [];
  for (const node of nodes) contenders.push(await engine(node, root, []));
  const last = nodes.at(-1);
  if (last !== undefined) contenders.push(await engine(last, root, ['0']));
  contenders.push(await pytorch(python, 1, root), await pytorch(python, 0, root));
  return contenders;
}

async function engine(node: string, root: string, helpers: readonly string[]): Promise<TableContender> {
  const server = new AskedProcess(node, [path.join(root, 'bench/table/engine-server.mjs'), ...helpers], root);
  const { node: version, rest } = await server.answer<EngineGreeting>();
  const name = `Node ${version.replace(/^v|\..*/g, '')}`;
  return {
    name: helpers.length === 0 ? name : `${name}, no helpers`,
    node,
    isReference: false,
    startsCold: helpers.length === 0,
    rest,
    run: (asked) => server.run(asked),
    end: () => server.end(),
  };
}

async function pytorch(python: string, threads: number, root: string): Promise<TableContender> {
  const [server, greeting] = await startPyTorch(python, threads, root);
  return {
    name: `PyTorch, ${greeting.threads} thread${greeting.threads === 1 ? '' : 's'}`,
    node: null,
    isReference: threads === 1,
    startsCold: threads === 1,
    rest: null,
    run: (asked) => server.run(asked),
    end: () => server.end(),
  };
}
