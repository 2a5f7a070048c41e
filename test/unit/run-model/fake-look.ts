/** What a made-up run was looked into for. */

import type { RunLook } from '../../../src/run-model/run-look.ts';
import type { Broadcast, LineValue, Variable } from '../../../src/training/protocol/protocol.ts';

export const variable = (name: string, more: Partial<Variable> = {}): Variable => ({
  name,
  parent: -1,
  type: 'int',
  text: '1',
  ...more,
});

export const lineValue = (line: number, name: string, more: Partial<LineValue> = {}): LineValue => ({
  document: 'a.py',
  line,
  kind: 'assigned',
  name,
  shapes: [[32, 2]],
  dtype: 'float32',
  count: 1,
  requiresGrad: false,
  gradFn: '',
  ...more,
});

const BROADCAST: Broadcast = {
  document: 'a.py',
  line: 7,
  column: 1,
  endLine: 7,
  endColumn: 9,
  function: 'loss',
  operands: [[3, 1], [3]],
  result: [3, 3],
};

export const LOOK: RunLook = {
  variables: [
    variable('net', { type: 'Sequential', text: '', parameters: 1203 }),
    variable('sentence', { type: 'str', text: `'${'a longer text than a row has room for, '.repeat(6)}'` }),
    variable('0', { parent: 0, type: 'Linear', text: '', parameters: 3 }),
    variable('weight', {
      parent: 2,
      type: 'Parameter',
      text: '',
      tensor: {
        shape: [1, 7],
        dtype: 'float32',
        requiresGrad: true,
        elements: [1.23456, 'nan', 'inf', 4, 5, 6, 7],
      },
    }),
  ],
  values: [
    lineValue(7, 'l'),
    lineValue(7, 'y', {
      kind: 'parameter',
      shapes: [
        [32, 1],
        [8, 1],
      ],
      count: 1300,
      isMore: true,
    }),
    lineValue(3, 'Linear', { kind: 'called' }),
  ],
  broadcasts: [BROADCAST],
};
