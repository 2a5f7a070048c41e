import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/webview/protocol/read-message.ts';

describe('messages from the page', () => {
  it.each([
    { type: 'ready' },
    { type: 'run' },
    { type: 'stop' },
    { type: 'resetOverrides' },
    { type: 'applyToCode' },
    { type: 'openToSide' },
    { type: 'openWorkbook' },
    { type: 'override', key: 'Trainer.max_epochs', value: 5, moving: false },
    { type: 'override', key: 'w', value: [2, -3.4], moving: true },
    { type: 'override', key: 'shuffle', value: false, moving: false },
    { type: 'override', key: 'name', value: 'x', moving: false },
    { type: 'pinRun', number: 3, pinned: true },
    { type: 'renameRun', number: 3, name: 'too fast' },
    { type: 'clearRuns' },
    { type: 'exportRuns', format: 'csv' },
    { type: 'exportChart', format: 'png', subject: 'loss', data: 'iVBORw0KGgo=' },
    { type: 'compareRuns', runs: null },
    { type: 'keepFigure', name: 'loss.png' },
    { type: 'openLocation', document: '/a.py', line: 1 },
    { type: 'toggleLive', live: true },
    { type: 'setSeed', seed: 4294967295 },
  ])('are taken as they are: %j', (message) => {
    expect(readMessage(message)).toEqual(message);
  });

  it.each([
    undefined,
    null,
    'run',
    7,
    [],
    {},
    { type: 7 },
    { type: 'constructor' },
    { type: 'explode' },
    { type: 'override', key: 1, value: 2 },
    { type: 'override', key: 'lr', value: NaN },
    { type: 'override', key: 'lr', value: Infinity },
    { type: 'override', key: 'lr', value: { valueOf: 1 } },
    { type: 'override', key: 'w', value: [1, '2'] },
    { type: 'override', key: 'lr' },
    { type: 'pinRun', number: 0, pinned: true },
    { type: 'pinRun', number: 1, pinned: 'yes' },
    { type: 'renameRun', number: 1, name: 'x'.repeat(61) },
    { type: 'exportRuns', format: 'exe' },
    { type: 'exportChart', format: 'png', subject: 'loss', data: 1 },
    { type: 'openLocation', document: '/a.py', line: 0 },
    { type: 'openLocation', document: '/a.py', line: 1.5 },
    { type: 'openLocation', line: 1 },
    { type: 'toggleLive', live: 'yes' },
    { type: 'setSeed', seed: -1 },
    { type: 'setSeed', seed: 4294967296 },
    { type: 'setSeed', seed: '1' },
  ])('are refused: %j', (data) => {
    expect(readMessage(data)).toBeUndefined();
  });

  it('lose fields that are not theirs', () => {
    expect(readMessage({ type: 'run', command: 'rm' })).toEqual({ type: 'run' });
    expect(readMessage({ type: 'toggleLive', live: true, seed: 1 })).toEqual({
      type: 'toggleLive',
      live: true,
    });
  });
});
