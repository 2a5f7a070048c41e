import { expect, it } from 'vitest';
import type { ParameterValue } from '../../../src/exercises/model.ts';
import { parseAssignment } from '../../../src/exercises/assignments.ts';
import { readParameters } from '../../../src/exercises/parameters.ts';
import { blockOf } from './documents.ts';

const SOURCE = [
  'lr = 0.03',
  'd2l.Trainer(max_epochs=3)',
  'd2l.Trainer(max_epochs=10)',
  'Data(w=torch.tensor([2, -3.4]), shuffle=True, loss="L2")',
  'data.y[4] = 10000.0',
].join('\n');
const parameters = readParameters(blockOf(SOURCE));

it.each<[string, string, ParameterValue]>([
  ['lr=2', 'lr', 2],
  ['lr = 1e-3', 'lr', 0.001],
  ['lr=-0.5', 'lr', -0.5],
  ['lr=1_0.5', 'lr', 10.5],
  ['lr=inf', 'lr', Infinity],
  ['lr=-inf', 'lr', -Infinity],
  ['lr=nan', 'lr', NaN],
  ["lr=float('-inf')", 'lr', -Infinity],
  ['Trainer.max_epochs=5', 'Trainer.max_epochs', 5],
  ['Trainer.max_epochs#2=5', 'Trainer.max_epochs#2', 5],
  ['w=[1, 2.5]', 'Data.w', [1, 2.5]],
  ['w=(1, 2,)', 'Data.w', [1, 2]],
  ['w=1,-2', 'Data.w', [1, -2]],
  ['w=[1]', 'Data.w', [1]],
  ['Data.w=[-inf, nan]', 'Data.w', [-Infinity, NaN]],
  ['shuffle=False', 'Data.shuffle', false],
  ['shuffle=true', 'Data.shuffle', true],
  ['loss=L1', 'Data.loss', 'L1'],
  ['loss="a b"', 'Data.loss', 'a b'],
  ["loss='a\\n'", 'Data.loss', 'a\n'],
  ['loss=a=b', 'Data.loss', 'a=b'],
  ['loss=', 'Data.loss', ''],
  ['data.y[4]=1', 'data.y[4]', 1],
])('%s', (text, key, value) => {
  expect(parseAssignment(text, parameters)).toEqual({ key, value });
});

it.each([
  ['lr', /"lr" is not of the form NAME=VALUE/],
  ['=3', /not of the form/],
  ['', /not of the form/],
  ['lr=', /^lr is a number \(line 1\), "" is not$/],
  ['lr=fast', /^lr is a number \(line 1\), "fast" is not$/],
  ['lr=1 2', /is a number/],
  ['lr=0x', /is a number/],
  ['lr=--1', /is a number/],
  ['lr=True', /is a number/],
  [
    'Trainer.max_epochs=2.5',
    /^Trainer\.max_epochs is an integer \(line 2\), "2\.5" is not; write it with a decimal/,
  ],
  ['Trainer.max_epochs=many', /^Trainer\.max_epochs is an integer \(line 2\), "many" is not$/],
  [
    'max_epochs=5',
    /^"max_epochs" is ambiguous: Trainer\.max_epochs \(line 2\), Trainer\.max_epochs#2 \(line 3\)$/,
  ],
  ['shuffle=1', /True or False/],
  ['shuffle=constructor', /True or False/],
  ['w=2', /a list of numbers/],
  ['w=[]', /a list of numbers/],
  ['w=[1, a]', /a list of numbers/],
  ['lR=2', /There is no parameter "lR"\. Did you mean lr\? The parameters are lr, Trainer\.max_epochs, /],
  ['max_epoch=2', /Did you mean max_epochs\?/],
  ['nothing=2', /^There is no parameter "nothing"\. The parameters are lr, /],
])('refuses %j', (text, message) => {
  expect(() => parseAssignment(text, parameters)).toThrow(message);
});

it('says when there are no parameters at all', () => {
  expect(() => parseAssignment('lr=1', [])).toThrow('There is no parameter "lr": the code has none');
});

it("prefers the chosen exercise's own parameter of a name", () => {
  const [first, second] = [2, 3].map((value) =>
    parameters.find((one) => one.key.startsWith('Trainer') && one.line === value),
  );
  if (!first || !second) throw new Error('the source changed');
  const both = [first, { ...second, block: 7 }];
  expect(parseAssignment('max_epochs=5', both, new Set([7])).key).toBe('Trainer.max_epochs#2');
  expect(() => parseAssignment('max_epochs=5', both, new Set([0, 7]))).toThrow(/ambiguous/);
});
