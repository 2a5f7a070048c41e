import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ParameterValue } from '../../../src/exercises/model.ts';
import { Scene } from './scene.ts';

const CODE = `# %% Set-up
rate = 0.5

# %% [3.4.6] Learning rates
trainer = Trainer(max_epochs=3)
other = Trainer(max_epochs=10)
lr = 0.03
trainer.fit(model, data)
`;
const LINE = 5;

let scene: Scene;
beforeEach(async () => {
  vi.useFakeTimers();
  scene = new Scene();
  scene.document.write(CODE);
  await scene.runOnce(LINE);
});
afterEach(() => {
  scene.controller.dispose();
  vi.useRealTimers();
});

/** What the panel tells of values that are not the code's. */
const told = (): Record<string, ParameterValue | null> =>
  Object.fromEntries(
    scene.panel.state.parameters.flatMap(({ key, override }) => (override === null ? [] : [[key, override]])),
  );

const ran = (): string => scene.session.last.request.cells.map(({ source }) => source).join('');

async function turn(key: string, value: ParameterValue): Promise<void> {
  scene.controller.controls.override(key, value);
  await vi.advanceTimersByTimeAsync(100);
  if (scene.panel.state.status === 'starting') await scene.finish();
}

async function edit(from: string, to: string): Promise<void> {
  await scene.edit(scene.document.text().replace(from, to));
  if (scene.panel.state.status === 'starting') await scene.finish();
}

describe('an edit of a literal ends its override', () => {
  beforeEach(async () => {
    await turn('lr', 0.1);
    expect(ran()).toContain('lr = 0.1\n');
  });

  it('whatever is typed', async () => {
    await edit('lr = 0.03', 'lr = 0.7');
    expect(told()).toEqual({});
    expect(ran()).toContain('lr = 0.7\n');
    expect(scene.panel.state.history.at(-1)?.changes).toEqual([
      { kind: 'parameter', name: 'lr', from: 0.1, to: 0.7 },
    ]);
  });

  it.each(['lr = 0.035', 'lr = -0.03', 'lr = 10.03', 'lr = 0.3', 'lr = None', 'lr = 0.1'])(
    'by a single key too: %s',
    async (line) => {
      await edit('lr = 0.03', line);
      expect(told()).toEqual({});
      expect(ran()).toContain(`${line}\n`);
    },
  );

  it('even when it is taken back at once', async () => {
    const before = scene.document.text();
    for (const text of [before.replace('0.03', '0.035'), before]) {
      scene.controller.edited(scene.document, scene.document.write(text));
    }
    await vi.advanceTimersByTimeAsync(300);
    expect(told()).toEqual({});
    expect(ran()).toContain('lr = 0.03\n');
  });

  it('and an undo does not bring it back', async () => {
    await edit('lr = 0.03', 'lr = 0.7');
    await edit('lr = 0.7', 'lr = 0.03');
    expect(told()).toEqual({});
    expect(ran()).toContain('lr = 0.03\n');
  });

  it('when its line is pasted anew, cut or made a comment', async () => {
    const before = scene.document.text();
    const change = {
      range: { start: { line: 6, character: 0 }, end: { line: 6, character: 9 } },
      text: 'lr = 0.03',
    };
    scene.document.write(before);
    scene.controller.edited(scene.document, [change]);
    await vi.advanceTimersByTimeAsync(300);
    expect(told()).toEqual({});
    await turn('lr', 0.1);
    await edit('lr = 0.03', '# lr = 0.03');
    await edit('# lr = 0.03', 'lr = 0.03');
    expect(told()).toEqual({});
  });

  it('in an exercise that is not in the panel, by an edit of their common set-up', async () => {
    await turn('rate', 0.9);
    await scene.edit(`${scene.document.text()}\n# %% [3.4.7] Next\nlr = 1\n`);
    scene.controller.follow(scene.document, 11);
    await edit('rate = 0.5', 'rate = 0.6');
    const block = scene.controller.blocksOf(scene.document)[1]!;
    const state = scene.controller.stateOf(scene.document, block)!;
    expect(state.parameters.find(({ key }) => key === 'rate')).toMatchObject({ value: 0.6, override: null });
    expect(state.outdated).toBe(true);
  });
});

describe('an override stays with its literal', () => {
  it('when the line moves, and when the variable is renamed', async () => {
    await turn('lr', 0.1);
    await edit('lr = 0.03', 'eta = 0.03');
    await edit('trainer =', '\n\ntrainer =');
    expect(told()).toEqual({ eta: 0.1 });
    expect(ran()).toContain('eta = 0.1\n');
  });

  it('when literals of the same name come and go above it', async () => {
    await turn('Trainer.max_epochs#2', 20);
    await edit('trainer =', 'first = Trainer(max_epochs=1)\ntrainer =');
    expect(told()).toEqual({ 'Trainer.max_epochs#3': 20 });
    await edit('first = Trainer(max_epochs=1)\ntrainer = Trainer(max_epochs=3)\n', '');
    expect(told()).toEqual({ 'Trainer.max_epochs': 20 });
    await edit(
      'other = Trainer(max_epochs=10)\n',
      'other = Trainer(max_epochs=10)\nlast = Trainer(max_epochs=7)\n',
    );
    expect(ran()).toContain('max_epochs=20)\nlast = Trainer(max_epochs=7)');
    await edit('other = Trainer(max_epochs=10)\n', '');
    expect(told()).toEqual({});
    expect(ran()).toContain('max_epochs=7');
  });

  it('when a control is used before the typing has paused', async () => {
    const text = scene.document.text().replace('trainer =', 'first = Trainer(max_epochs=1)\ntrainer =');
    scene.controller.edited(scene.document, scene.document.write(text));
    await turn('Trainer.max_epochs#2', 20);
    expect(told()).toEqual({ 'Trainer.max_epochs#3': 20 });
    expect(ran()).toContain('other = Trainer(max_epochs=20)');
  });
});

describe('an override that says what the code says', () => {
  it('is none', async () => {
    await turn('lr', 0.1);
    await turn('lr', 0.03);
    expect(told()).toEqual({});
  });
});

describe('results that are not those of the present code', () => {
  it('are marked, until a run or the former code', async () => {
    scene.controller.controls.setLive(false);
    await edit('lr = 0.03', 'lr = 0.7');
    expect(scene.panel.state).toMatchObject({ status: 'ok', outdated: true });
    await edit('lr = 0.7', 'lr = 0.03');
    expect(scene.panel.state.outdated).toBe(false);
    await edit('lr = 0.03', 'lr = 0.7');
    await scene.runOnce(LINE);
    expect(scene.panel.state.outdated).toBe(false);
  });
});
