/**
 * Whatever the learner does: a result that is shown as that of the present code was run with exactly the text a user reads,
 * with the values that the panel tells in the places of their literals.
 *
 * The model knows nothing of Python: a document is made of named slots, and an edit of a slot ends what was set there.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TextChange } from '../../../src/editor/overrides/text-changes.ts';
import { positionAt } from './sample.ts';
import { Scene } from './scene.ts';

/** A line of the exercise: `lr = 0.5` or `Trainer(epochs=3)`, and what the panel made of its literal. */
interface Slot {
  readonly id: number;
  readonly code: (name: string, literal: string) => string;
  name: string;
  literal: string;
  override: number | null;
}

const FORMS = [
  (name: string, literal: string) => `${name} = ${literal}`,
  (name: string, literal: string) => `t = Trainer(${name}=${literal}, on=True)`,
  (name: string, literal: string) => `def f(x, ${name}: float = ${literal}): pass`,
  (name: string, literal: string) => `x = torch.tensor(${literal})  # ${name}`,
] as const;
const NAMES = ['lr', 'sigma', 'std'] as const;
/** No two are the same number, nor a part of each other's text at an end. */
const VALUES = [0.25, 0.5, 2.5, 3.75, 7.125, 11.5] as const;

/** 0-based line of the first slot. */
const FIRST_LINE = 5;

/** From the start of one slot's line to that of another. */
const lineRange = (from: number, to: number): TextChange['range'] => ({
  start: { line: FIRST_LINE + from, character: 0 },
  end: { line: FIRST_LINE + to, character: 0 },
});

class Model {
  scene = new Scene();
  slots: Slot[] = [];
  #next = 0;
  readonly #undoable: { readonly slot: number; readonly literal: string }[] = [];

  constructor() {
    this.#start();
  }

  #start(): void {
    this.scene.document.write(this.text());
    this.scene.controller.follow(this.scene.document, 4);
  }

  #linesOf(values: (slot: Slot) => string): string {
    return this.slots.map((slot) => `${slot.code(slot.name, values(slot))}\n`).join('');
  }

  #exercise(values: (slot: Slot) => string): string {
    return `begin = True\n${this.#linesOf(values)}trainer.fit(model, data)\n`;
  }

  text(): string {
    return `# %% Set-up\nimport torch\n\n# %% [3.4.6] Rates\n${this.#exercise(({ literal }) => literal)}`;
  }

  /** What a run executes if all that was set is in force. */
  get expected(): string {
    return this.#exercise(({ literal, override }) => (override === null ? literal : String(override)));
  }

  /** One edit of the text; as its event may tell it: `lines` where the text alone does not say which of two same ones it was. */
  edit(change: () => void, whole = false, lines?: TextChange): void {
    const before = this.text();
    change();
    const after = this.text();
    const changes = this.scene.document.write(after);
    const all: TextChange = {
      range: { start: { line: 0, character: 0 }, end: positionAt(before, before.length) },
      text: after,
    };
    if (whole) for (const slot of this.slots) slot.override = null;
    this.scene.controller.edited(
      this.scene.document,
      whole ? [all] : lines === undefined ? changes : [lines],
      !whole && before.length % 2 === 0,
    );
  }

  insert(at: number, form: number, name: string, value: number): void {
    const slot = { id: (this.#next += 1), code: FORMS[form]!, name, literal: String(value), override: null };
    const place = at % (this.slots.length + 1);
    const text = `${slot.code(name, slot.literal)}\n`;
    this.edit(() => this.slots.splice(place, 0, slot), false, { range: lineRange(place, place), text });
  }

  delete(at: number): void {
    const place = at % Math.max(1, this.slots.length);
    if (this.slots.length === 0) return this.edit(() => undefined);
    this.edit(() => this.slots.splice(place, 1), false, { range: lineRange(place, place + 1), text: '' });
  }

  setLiteral(slot: Slot, literal: string): void {
    this.#undoable.push({ slot: slot.id, literal: slot.literal });
    if (slot.literal === literal) return;
    slot.literal = literal;
    slot.override = null;
  }

  undo(): void {
    const last = this.#undoable.pop();
    const slot = this.slots.find(({ id }) => id === last?.slot);
    if (slot !== undefined && last !== undefined && slot.literal !== last.literal) {
      slot.literal = last.literal;
      slot.override = null;
    }
  }

  /** The panel's row of a slot: the one on its line. */
  rowOf(slot: Slot) {
    const line = FIRST_LINE + 1 + this.slots.indexOf(slot);
    const parameters = this.scene.panel.state.parameters;
    return parameters.find((row) => row.line === line && row.kind === 'float');
  }

  async settle(): Promise<void> {
    await vi.advanceTimersByTimeAsync(1500);
    await this.finish();
  }

  async finish(): Promise<void> {
    while (this.scene.panel.state.status === 'starting') {
      await this.scene.finish();
      await vi.advanceTimersByTimeAsync(300);
    }
  }

  async reload(): Promise<void> {
    await this.scene.flush();
    this.scene.controller.dispose();
    this.scene = new Scene(this.scene.storage);
    this.#start();
  }

  check(): void {
    const { state } = this.scene.panel;
    for (const slot of this.slots) {
      const row = this.rowOf(slot);
      expect(row, slot.code(slot.name, slot.literal)).toMatchObject({
        value: Number(slot.literal),
        override: slot.override,
      });
    }
    if (state.status !== 'ok' || state.outdated) return;
    const ran = this.scene.session.runs.at(-1)?.request.cells.at(-1)?.source ?? this.restored;
    expect(ran).toBe(this.expected);
  }

  /** Code of the run that was kept across the last reload. */
  restored = '';
}

type Step = (model: Model) => Promise<void> | void;

const nth = (model: Model, index: number): Slot | undefined =>
  model.slots[index % Math.max(1, model.slots.length)];
const index = fc.nat({ max: 7 });
const value = fc.constantFrom(...VALUES);
const form = fc.nat({ max: FORMS.length - 1 });
const name = fc.constantFrom(...NAMES);

const step: fc.Arbitrary<[string, Step]> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(index, form, name, value)
      .map(([at, kind, called, literal]): [string, Step] => [
        `insert ${called}=${String(literal)} in form ${String(kind)} at ${String(at)}`,
        (model) => model.insert(at, kind, called, literal),
      ]),
  },
  {
    weight: 2,
    arbitrary: index.map((at): [string, Step] => [`delete line ${String(at)}`, (model) => model.delete(at)]),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(index, value).map(([at, literal]): [string, Step] => [
      `type ${String(literal)} at ${String(at)}`,
      (model) =>
        model.edit(() => {
          const slot = nth(model, at);
          if (slot) model.setLiteral(slot, String(literal));
        }),
    ]),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(index, name).map(([at, called]): [string, Step] => [
      `rename ${String(at)} to ${called}`,
      (model) =>
        model.edit(() => {
          const slot = nth(model, at);
          if (slot) slot.name = called;
        }),
    ]),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(index, value, fc.boolean()).map(([at, set, moving]): [string, Step] => [
      `turn ${String(at)} to ${String(set)}`,
      async (model) => {
        await model.settle();
        const slot = nth(model, at);
        const row = slot && model.rowOf(slot);
        if (!slot || !row) return;
        model.scene.controller.controls.override(row.key, set, moving);
        slot.override = String(set) === slot.literal ? null : set;
      },
    ]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(index, index, form, name, value)
      .map(([at, above, kind, called, set]): [string, Step] => [
        `turn ${String(at)} while a line is typed above it`,
        async (model) => {
          await model.settle();
          const slot = nth(model, at);
          const row = slot && model.rowOf(slot);
          if (!slot || !row) return;
          model.insert(above, kind, called, set);
          model.scene.controller.controls.override(row.key, set);
          slot.override = String(set) === slot.literal ? null : set;
        },
      ]),
  },
  {
    weight: 2,
    arbitrary: fc.constant<[string, Step]>([
      'apply',
      async (model) => {
        await model.settle();
        model.edit(() => {
          for (const slot of model.slots)
            if (slot.override !== null) model.setLiteral(slot, String(slot.override));
        });
      },
    ]),
  },
  {
    weight: 1,
    arbitrary: fc.constant<[string, Step]>([
      'reset',
      async (model) => {
        await model.settle();
        model.scene.controller.controls.resetOverrides();
        for (const slot of model.slots) slot.override = null;
      },
    ]),
  },
  { weight: 2, arbitrary: fc.constant<[string, Step]>(['undo', (model) => model.edit(() => model.undo())]) },
  {
    weight: 1,
    arbitrary: fc.constant<[string, Step]>(['paste all', (model) => model.edit(() => undefined, true)]),
  },
  {
    weight: 1,
    arbitrary: fc
      .nat({ max: 3 })
      .map((seed): [string, Step] => [
        `seed ${String(seed)}`,
        (model) => model.scene.controller.controls.setSeed(seed),
      ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .boolean()
      .map((live): [string, Step] => [
        `live ${String(live)}`,
        (model) => model.scene.controller.controls.setLive(live),
      ]),
  },
  {
    weight: 2,
    arbitrary: fc.constant<[string, Step]>([
      'run',
      async (model) => {
        void model.scene.controller.runShown();
        await vi.advanceTimersByTimeAsync(1);
        await model.finish();
      },
    ]),
  },
  { weight: 2, arbitrary: fc.constant<[string, Step]>(['wait', (model) => model.settle()]) },
  {
    weight: 1,
    arbitrary: fc.constant<[string, Step]>([
      'reload',
      async (model) => {
        await model.settle();
        model.restored = model.scene.session.runs.at(-1)?.request.cells.at(-1)?.source ?? model.restored;
        await model.reload();
      },
    ]),
  },
);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('never shows a result beside code that it does not belong to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const model = new Model();
      try {
        for (const [, act] of steps) await act(model);
        await model.settle();
        model.check();
      } finally {
        model.scene.controller.dispose();
      }
    }),
    { numRuns: 300, verbose: 1 },
  );
}, 60_000);
