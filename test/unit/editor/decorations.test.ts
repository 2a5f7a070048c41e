import { describe, expect, it } from 'vitest';
import { LineNotes } from '../../../src/editor/decorations/line-notes.ts';
import { afterEdit } from '../../../src/editor/decorations/shown-notes.ts';
import type { RunEvent } from '../../../src/training/protocol/protocol.ts';
import { reduce } from '../../../src/run-model/reduce.ts';
import { EMPTY_STATE } from '../../../src/run-model/state.ts';
import { english } from './sample.ts';

const place = { document: 'a.py', line: 7 };

/** The notes of a run that sends these events. */
function notesAfter(...events: RunEvent[]): (readonly [number, string, string | null])[] {
  const notes = new LineNotes('a.py', english);
  let state = reduce(EMPTY_STATE, { type: 'started', run: 1, seed: 0 });
  for (const event of events) {
    state = reduce(state, event);
    notes.accept(event);
  }
  return notes.all(state.results.fits).map(({ line, text, whole }) => [line, text, whole]);
}

const started: RunEvent = { type: 'fitStarted', run: 1, fit: 0, model: 'Net', epochs: 3, place };
const points: RunEvent = {
  type: 'points',
  run: 1,
  fit: 0,
  curves: [
    { label: 'train_loss', points: [[0.5, 4] as const, [1.5, 0.07912] as const] },
    { label: 'val_loss', points: [[1, 'inf'] as const] },
  ],
};
const weight = (name: string, difference: readonly number[] | null) => ({
  name,
  shape: [],
  learned: [],
  true: null,
  difference,
});

function printed(text: string, count = 1, document = 'a.py'): RunEvent {
  return { type: 'printed', run: 1, lines: [{ document, line: 2, text, count }] };
}

describe('the note behind a fit', () => {
  it('tells how far it is, and then what it came to', () => {
    expect(notesAfter(started, points)).toEqual([
      [7, 'epoch 1 of 3 · train_loss 0.0791 · val_loss inf', null],
    ]);
    const weights = [weight('w', [-0.0534, 0.1924]), weight('b', [-0.2123]), weight('net.bias', null)];
    const ended: RunEvent = { type: 'fitEnded', run: 1, fit: 0, epochs: 3, weights };
    expect(notesAfter(started, points, ended)).toEqual([
      [7, 'train_loss 0.0791 · val_loss inf · w off by 0.192 · b off by -0.212', null],
    ]);
  });

  it('names three weights at most, and nothing where no line of the document trains', () => {
    const weights = ['a', 'b', 'c', 'd'].map((name) => weight(name, [1]));
    const ended: RunEvent = { type: 'fitEnded', run: 1, fit: 0, epochs: 3, weights };
    expect(notesAfter(started, ended)[0]?.[1]).toBe('a off by 1 · b off by 1 · c off by 1 · …');
    const elsewhere = { ...started, place: { document: 'b.py', line: 7 } };
    expect(notesAfter(elsewhere, points)).toEqual([]);
  });
});

describe('the note behind a print', () => {
  it('is the latest text, and how many there were', () => {
    expect(notesAfter(printed('1'), printed('2', 2))).toEqual([[2, '2  ×2', null]]);
    expect(notesAfter(printed('', 3), printed('x', 1, 'b.py'))).toEqual([[2, '  ×3', null]]);
  });

  it('begins what is longer, and has the whole', () => {
    expect(notesAfter(printed('a\nb'))).toEqual([[2, 'a …', 'a\nb']]);
    const long = 'x'.repeat(100);
    expect(notesAfter(printed(long))).toEqual([[2, `${'x'.repeat(80)}…`, long]]);
  });
});

describe('notes through an edit', () => {
  const shown = {
    notes: [{ line: 12, text: 'x', whole: null }],
    code: [
      { first: 3, last: 4 },
      { first: 10, last: 14 },
    ],
  };
  /** Of 0-based lines. */
  const edit = (first: number, last: number, added: number) =>
    afterEdit(shown, {
      range: { start: { line: first, character: 0 }, end: { line: last, character: 0 } },
      added,
    });

  it('go when the code that ran is touched', () => {
    expect(edit(2, 2, 0)).toBeNull();
    expect(edit(11, 11, 1)).toBeNull();
    expect(edit(0, 5, 0)).toBeNull();
  });

  it('move with the text above', () => {
    expect(edit(5, 5, 2)).toEqual({
      notes: [{ line: 14, text: 'x', whole: null }],
      code: [
        { first: 3, last: 4 },
        { first: 12, last: 16 },
      ],
    });
    expect(edit(5, 7, 0)?.notes[0]?.line).toBe(10);
    expect(edit(20, 20, 5)).toEqual(shown);
  });
});
