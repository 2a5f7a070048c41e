import { expect, it } from 'vitest';
import { LogLimit } from '../../../src/training/threads/log-limit.ts';

it('a log gets fifty lines in a second, shortened, and the number of the others', () => {
  const lines: string[] = [];
  let now = 0;
  const limit = new LogLimit(
    (_level, text) => lines.push(text),
    () => now,
  );
  for (let i = 0; i < 1000; i++) limit.add('info', `line ${i}`);
  expect(lines).toHaveLength(50);
  now = 1500;
  limit.add('warn', 'x'.repeat(1e6));
  expect(lines.slice(50)).toEqual(['950 more lines of the engine were left out', `${'x'.repeat(2000)} …`]);
  limit.end();
  expect(lines).toHaveLength(52);
});
