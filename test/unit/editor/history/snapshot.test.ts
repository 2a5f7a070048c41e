import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../../src/editor/history/snapshot.ts';
import { CODE, snapshot } from './runs.ts';

describe('what changed between two runs', () => {
  it('is nothing for the same code', () => {
    expect(changesBetween(snapshot(), snapshot())).toEqual([]);
  });

  it('is a parameter by name, whether the panel or the code changed it', () => {
    const change = { kind: 'parameter', name: 'lr', from: 0.03, to: 2 };
    expect(changesBetween(snapshot(), snapshot(CODE, { 'Model.lr': 2 }))).toEqual([change]);
    expect(changesBetween(snapshot(), snapshot(CODE.replace('0.03', '2.')))).toEqual([change]);
  });

  it('includes set-up, vectors and the seed', () => {
    const after = snapshot(CODE.replace('0.01', '0.1'), { 'Data.w': [2, 1] }, 7);
    expect(changesBetween(snapshot(), after)).toEqual([
      { kind: 'parameter', name: 'seed', from: 0, to: 7 },
      { kind: 'parameter', name: 'w', from: [2, -3.4], to: [2, 1] },
      { kind: 'parameter', name: 'noise', from: 0.01, to: 0.1 },
    ]);
  });

  it('is the lines of code where it is no parameter', () => {
    const after = snapshot(CODE.replace('trainer.fit(model, data)', 'trainer.fit(model, other)'));
    expect(changesBetween(snapshot(), after)).toEqual([
      { kind: 'lines', removed: ['trainer.fit(model, data)'], added: ['trainer.fit(model, other)'], more: 0 },
    ]);
  });

  it('ignores blank lines and code that only moved', () => {
    expect(changesBetween(snapshot(), snapshot(CODE.replace('import torch', '\n\nimport torch   ')))).toEqual(
      [],
    );
  });

  it('lists a bounded number of lines and counts the rest', () => {
    const many = [...Array(20).keys()].map((index) => `print(x${String(index)})`).join('\n');
    const [change] = changesBetween(snapshot(), snapshot(`${CODE}${many}\n`));
    expect(change).toMatchObject({ kind: 'lines', removed: [], more: 14 });
  });

  it('tells parameters of one name apart by their calls', () => {
    const code = `${CODE}other = Other(lr=1.0)\n`;
    expect(changesBetween(snapshot(code), snapshot(code, { 'Other.lr': 3 }))).toEqual([
      { kind: 'parameter', name: 'Other.lr', from: 1, to: 3 },
    ]);
  });
});
