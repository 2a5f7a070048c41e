import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { PanelState } from '../../../src/run-model/state.ts';
import { RecordedEnvironment, ReplayedEngine } from './stand-ins.ts';

const FILES = { 'a.py': '# %% [3.4.6] Rates\nmodel = Model(lr=0.03)\n' };
const FIT = [
  { type: 'started', seed: 7 },
  { type: 'fitStarted', fit: 0, model: 'Model', epochs: 1 },
  { type: 'points', fit: 0, curves: [{ label: 'train_loss', points: [[1, 'inf']] }] },
  { type: 'output', stream: 'stdout', text: 'half' },
] as const;

async function run(words: string, engine = new ReplayedEngine(FIT)) {
  const environment = new RecordedEnvironment(FILES, engine);
  const status = await main(words.split(' '), environment);
  return { status, environment };
}

function stateIn(page: string | undefined): PanelState {
  const found = /<script type="application\/json" id="state">(.*?)<\/script>/.exec(page ?? '');
  return JSON.parse(found?.[1] ?? '') as PanelState;
}

describe('--html', () => {
  it('writes what the run brought, with the values it had', async () => {
    const { status, environment } = await run(
      'run a.py --exercise 3.4.6 --seed 7 --set lr=2 --html out/r.html',
    );
    expect(status).toBe(0);
    const page = environment.pages.get('out/r.html');
    expect(page).toContain('<title>3.4.6 · Rates</title>');
    expect(stateIn(page)).toMatchObject({
      status: 'ok',
      seed: 7,
      exercise: { id: '3.4.6', title: 'Rates', line: 1 },
      parameters: [{ name: 'lr', value: 0.03, override: 2 }],
      results: {
        fits: [{ model: 'Model', curves: [{ label: 'train_loss', diverged: [1, 'inf'] }] }],
        outputs: [{ text: 'half' }],
        milliseconds: 12.34,
      },
    });
  });

  it('asks for the names and the shapes by line, and writes them below', async () => {
    const weight = { shape: [2], dtype: 'float32', requiresGrad: true, elements: [0.5, 1] };
    const value = { document: 'a.py', line: 2, kind: 'assigned', name: 'X', shapes: [[8, 2]] } as const;
    const engine = new ReplayedEngine([
      ...FIT,
      {
        type: 'variables',
        variables: [{ name: 'w', parent: -1, type: 'Tensor', text: '', tensor: weight }],
      },
      {
        type: 'lineValues',
        values: [{ ...value, dtype: 'float32', count: 3, requiresGrad: false, gradFn: '' }],
        broadcasts: [],
        isLast: true,
      },
    ]);
    const { environment } = await run('run a.py --html r.html', engine);
    expect(engine.requests[0]).toMatchObject({ variables: true, lineValues: true });
    const page = environment.pages.get('r.html') ?? '';
    expect(page).toContain(
      '<th scope="row">w</th><td>Tensor</td><td>(2,)</td><td>float32</td><td>0.5, 1</td>',
    );
    expect(page).toContain('<th scope="row">2</th><td>X</td><td>assigned</td><td>(8, 2)</td>');
    expect(stateIn(page)).toMatchObject({ status: 'ok' });
  });

  it('alone asks for them', async () => {
    const engine = new ReplayedEngine(FIT);
    await run('run a.py', engine);
    expect(engine.requests[0]).not.toHaveProperty('variables');
    expect(engine.requests[0]).not.toHaveProperty('lineValues');
  });

  it('tells of a run that failed too', async () => {
    const error = { type: 'E', message: 'boom', line: 2, column: 1, traceback: 'E: boom', frames: [] };
    const engine = new ReplayedEngine(FIT, { status: 'error', error });
    const { status, environment } = await run('run a.py --html r.html --json', engine);
    expect(status).toBe(1);
    expect(stateIn(environment.pages.get('r.html'))).toMatchObject({
      status: 'error',
      results: { error: { message: 'boom' } },
    });
  });

  it('says before the run that there is no such folder', async () => {
    const engine = new ReplayedEngine(FIT);
    const { status, environment } = await run('run a.py --html nowhere/r.html', engine);
    expect(status).toBe(2);
    expect(environment.stderr.text).toContain('nowhere/r.html cannot be written: there is no folder nowhere');
    expect(engine.requests).toEqual([]);
  });

  it('says when the page could not be written, after the results were shown', async () => {
    const { status, environment } = await run('run a.py --html full/r.html');
    expect(status).toBe(2);
    expect(environment.stdout.text).toContain('half');
    expect(environment.stderr.text).toContain('full/r.html was not written: no space left on device');
  });
});
