import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { ENDED, RecordedEnvironment, ReplayedEngine } from './stand-ins.ts';

describe('advice', () => {
  const frame = { document: 'a.py', line: 7, column: 1, endLine: 7, endColumn: 5, function: '<module>' };
  const facts = { optimizer: 'trainer', module: null, weights: [] };
  const told = [{ type: 'advice', run: 1, kind: 'gradientsKept', frame, facts }, ENDED] as const;

  async function call(words: string): Promise<{ status: number; out: string; err: string }> {
    const environment = new RecordedEnvironment({ 'a.py': 'x = 1\n' }, new ReplayedEngine(told));
    const status = await main(words.split(' '), environment);
    return { status, out: environment.stdout.text, err: environment.stderr.text };
  }

  it('is a hint on stderr, with its line', async () => {
    const { err, status } = await call('run a.py');
    expect(status).toBe(0);
    expect(err).toMatch(/^hint: line 7: Gradients are never set to zero/m);
  });

  it('is a message and part of the result as JSON', async () => {
    const { out } = await call('run a.py --json');
    const messages = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(messages.at(-2)).toEqual(told[0]);
    expect(messages.at(-1)).toMatchObject({ advice: [{ kind: 'gradientsKept', frame, facts }] });
  });
});
