/** TensorFlow's library, where it is installed, in an engine's process with its few rights. */
import { afterAll, expect, test } from 'vitest';
import { tfjsNodeFolder } from '../../src/training/threads/native-folder.ts';
import { distribution, openSession, run } from './engine.ts';

const messages: string[] = [];
const session = openSession({ log: (level, text) => messages.push(`${level}: ${text}`) });
afterAll(() => session.dispose());

test.skipIf(tfjsNodeFolder(distribution) === null)('tfjs-node computes products', async () => {
  const program = `
import json
import _engine
import torch
a = torch.arange(90000.).reshape(300, 300) % 7
print((a @ a).sum().item(), json.loads(_engine.counters())['operations']['tensorflow'] > 0)`;
  const { stdout, error } = await run(session, program, { backend: 'tensorflow' });
  expect(error).toBeNull();
  expect(stdout).toBe('242994288.0 True\n');
  expect(messages.filter((message) => message.startsWith('warn'))).toEqual([]);
});
