import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_FIGURE } from '../../src/training/protocol/figure.ts';
import { REST } from '../../src/webview/ui/elements/announcer.ts';
import { DOCUMENT, ERROR, FRESH, after, ended, fitEvents, started } from './fake-feed.ts';
import { SCENES } from './scenes.ts';
import { buttonNamed, isShown, openPage, type Page } from './page.ts';

let page: Page;

beforeEach(() => {
  page = openPage();
});

function scene(name: string): Promise<void> {
  const make = SCENES[name];
  if (make === undefined) throw new Error(`no scene ${name}`);
  return page.show(make());
}

describe('advice', () => {
  const frame = { document: DOCUMENT, line: 12, column: 1, endLine: 12, endColumn: 9, function: 'loss' };

  it('is shown in words, with a link to its line, until the next run', async () => {
    const advice = {
      type: 'advice',
      run: 1,
      kind: 'broadcastLoss',
      frame,
      facts: { rows: 8, flat: 'second' },
    } as const;
    await page.show(after([started(), advice, ended()]));
    const section = page.root.querySelector('.advice');
    expect(section?.getAttribute('aria-label')).toBe('Hints');
    expect(section?.textContent).toContain('(8, 1) and (8,) are broadcast to (8, 8)');
    page.press('line 12');
    expect(page.sent).toEqual([{ type: 'openLocation', document: DOCUMENT, line: 12 }]);
    await page.show(after([started(2)], after([started(), advice, ended()])));
    expect(page.root.querySelector<HTMLElement>('.advice')?.hidden).toBe(true);
  });
});

describe('data that are missing', () => {
  const facts = { file: 'x.zip', url: 'https://x.example/x.zip', dataSet: 'ptb', standIn: null };
  const advice = { type: 'advice', run: 1, kind: 'dataMissing', frame: null, facts } as const;
  const missed = () => after([started(), advice, ended({ status: 'error', error: ERROR })]);

  it('can be downloaded where the host offers it', async () => {
    await page.show(missed());
    const section = page.root.querySelector('.advice');
    expect(section?.textContent).toContain('d2l-exercises data get ptb');
    expect(section?.querySelector('.download')).toBeNull();
    await page.show({ ...missed(), download: { title: '<b>PTB</b>', size: '5 MB' } });
    expect(section?.querySelector('.download')?.textContent).toBe('Download <b>PTB</b> (5 MB)');
    page.press('Download <b>PTB</b> (5 MB)');
    page.press('Choose data folder…');
    expect(page.sent).toEqual([
      { type: 'takeStep', step: 'downloadData' },
      { type: 'takeStep', step: 'chooseDataFolder' },
    ]);
  });
});

describe('the header', () => {
  it('runs, and stops while a run is under way', async () => {
    await scene('ok');
    page.press('Run');
    await scene('running');
    page.press('Stop');
    expect(page.sent).toEqual([{ type: 'run' }, { type: 'stop' }]);
    expect(() => buttonNamed(page.root, 'Run')).toThrow();
  });

  it('says how the run ended, its time, its seed and who computed', async () => {
    await scene('ok');
    const line = page.root.querySelector('.status-line')?.textContent;
    expect(line).toContain('7.9 ms');
    expect(line).toContain('5 epochs');
    expect(line).toContain('seed 0');
    expect(line).toContain('js 12,480 ops');
  });

  it('switches Live and tells its state to screen readers', async () => {
    await scene('ok');
    expect(buttonNamed(page.root, 'Live').getAttribute('aria-pressed')).toBe('true');
    page.press('Live');
    expect(page.sent).toEqual([{ type: 'toggleLive', live: false }]);
  });

  it('opens to the side and goes to the exercise', async () => {
    await scene('ok');
    page.press('Open to the side');
    page.press('linear-regression.py, line 84');
    expect(page.sent).toEqual([
      { type: 'openToSide' },
      { type: 'openLocation', document: DOCUMENT, line: 84 },
    ]);
  });

  it('announces the end of a run politely, with the course of the loss', async () => {
    await scene('ok');
    const status = page.root.querySelector('[role=status]');
    expect(status?.getAttribute('aria-live')).toBe('polite');
    await vi.waitFor(() => {
      const course = /^Finished in 7.9 ms. Validation loss fell from .* in 5 epochs\.$/;
      expect(status?.textContent).toMatch(course);
    }, 2 * REST);
  });

  it('announces nothing of runs that follow one another faster than they could be told of, and no single points', async () => {
    const said: (string | null)[] = [];
    const status = page.root.querySelector('[role=status]')!;
    new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
    for (let run = 1; run <= 3; run += 1) {
      await page.show(after([started(), ...fitEvents().slice(0, 3)]));
      await page.show(after([started(), ...fitEvents().slice(0, 5)]));
      await page.show(after([started(), ...fitEvents(), ended({ milliseconds: run })]));
    }
    await vi.waitFor(() => expect(said).not.toEqual([]), 2 * REST);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^Finished in 3.0 ms/);
  });

  it('says that a restricted workspace runs nothing', async () => {
    await page.show({ ...FRESH, status: 'restricted', note: 'Trust the workspace first.' });
    expect(page.root.textContent).toContain('Trust the workspace first.');
    page.press('Manage workspace trust');
    expect(page.sent).toEqual([{ type: 'takeStep', step: 'trust' }]);
    expect(buttonNamed(page.root, 'Run').hasAttribute('disabled')).toBe(true);
  });
});

describe('errors', () => {
  it('shows type, message and traceback, and leads to the line', async () => {
    await scene('error');
    const error = page.section('error');
    expect(error.querySelector('h2')?.textContent).toContain('RuntimeError');
    expect(error.querySelector('.message')?.textContent).toBe(ERROR.message);
    expect(error.querySelector('pre')?.textContent).toBe(ERROR.traceback);
    error.querySelectorAll<HTMLElement>('.link').forEach((link) => link.click());
    const place = { type: 'openLocation', document: DOCUMENT, line: 91 };
    expect(page.sent).toEqual([place, place]);
  });

  it('keeps the last good result while the code does not parse, and says so', async () => {
    await scene('unparsed');
    expect(page.root.textContent).toMatch(/Dimmed: from .* before this edit\./);
    expect(page.section('loss').classList.contains('former')).toBe(true);
    expect(page.section('weights').classList.contains('former')).toBe(true);
    expect(isShown(page.section('loss'))).toBe(true);
    expect(page.section('weights').textContent).toContain('1.9993');
    expect(page.section('error').textContent).toContain('SyntaxError');
  });

  it('goes away with the next run', async () => {
    await scene('error');
    await scene('ok');
    expect(isShown(page.section('error'))).toBe(false);
  });
});

describe('text from the run', () => {
  const HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

  it('never becomes markup', async () => {
    const weights = [{ name: HOSTILE, shape: [1], learned: [1], true: null, difference: null }];
    const frames = [{ ...ERROR.frames[0]!, document: HOSTILE }];
    const error = {
      ...ERROR,
      type: HOSTILE,
      message: HOSTILE,
      traceback: `  File "${HOSTILE}", line 91, in x`,
      frames,
    };
    const figure = {
      ...EMPTY_FIGURE,
      series: [{ kind: 'line' as const, label: HOSTILE, x: [0, 1], y: [0, 1] }],
      title: HOSTILE,
      xlabel: HOSTILE,
      ylabel: HOSTILE,
    };
    const state = after(
      [
        started(),
        { type: 'fitStarted', run: 1, fit: 0, model: HOSTILE, epochs: 1 },
        { type: 'fitStarted', run: 1, fit: 1, model: HOSTILE, epochs: 1 },
        { type: 'points', run: 1, fit: 1, curves: [{ label: HOSTILE, points: [[0, 1]] }] },
        { type: 'fitEnded', run: 1, fit: 1, epochs: 1, weights },
        { type: 'output', run: 1, stream: 'stdout', text: HOSTILE },
        { type: 'figure', run: 1, figure },
        ended({ status: 'error', error }),
      ],
      {
        ...FRESH,
        documentName: HOSTILE,
        note: HOSTILE,
        exercise: { id: HOSTILE, title: HOSTILE, line: 1 },
        parameters: FRESH.parameters.map((one) => ({ ...one, name: HOSTILE, group: HOSTILE })),
      },
    );
    await page.show(state);
    expect(page.root.querySelectorAll('img, script, [onerror]')).toHaveLength(0);
    expect(page.root.textContent.split('<script>').length).toBeGreaterThan(12);
  });
});

describe('output', () => {
  it('appends what was printed later, and keeps the elements', async () => {
    const first = after([started(), { type: 'output', run: 1, stream: 'stdout', text: 'one\n' }]);
    await page.show(first);
    const element = page.section('output').querySelector('pre.stdout');
    await page.show(after([{ type: 'output', run: 1, stream: 'stdout', text: 'two\n' }], first));
    expect(page.section('output').querySelector('pre.stdout')).toBe(element);
    expect(element?.textContent).toBe('one\ntwo\n');
  });

  it('tells streams apart and says what was left out', async () => {
    await page.show(
      after([
        started(),
        { type: 'output', run: 1, stream: 'stderr', text: 'careful' },
        { type: 'output', run: 1, stream: 'displayed', text: 'tensor(1.)' },
        ended({ outputDropped: 1234 }),
      ]),
    );
    const output = page.section('output');
    expect([...output.querySelectorAll('pre')].map((pre) => pre.className)).toEqual(['stderr', 'displayed']);
    expect(output.textContent).toContain('1,234 characters left out.');
  });

  it('begins anew with another run', async () => {
    await page.show(
      after([started(), { type: 'output', run: 1, stream: 'stdout', text: 'a long old text' }]),
    );
    await page.show(after([started(2), { type: 'output', run: 2, stream: 'stdout', text: 'new' }]));
    expect(page.section('output').querySelector('.output-text')?.textContent).toBe('new');
  });
});

describe('figures', () => {
  it('come first where nothing was fitted, else after the parameters', async () => {
    await scene('figures');
    expect(page.section('figures').parentElement?.className).toContain('results');
    await scene('fits');
    expect(page.section('figures').parentElement?.className).toContain('turn');
  });

  it('have a sentence, a text alternative and their numbers behind a switch', async () => {
    await scene('figures');
    const [planck, , image] = page.section('figures').querySelectorAll('figure');
    expect(planck?.querySelector('[role=img]')?.getAttribute('aria-label')).toContain(
      '2 lines, 1 scatter (law, fitted, measured)',
    );
    expect(image?.querySelector('[role=img]')?.getAttribute('aria-label')).toContain('12 × 16 values');
    const flip = buttonNamed(planck!, 'Table');
    flip.click();
    expect(planck?.querySelectorAll('table')).toHaveLength(3);
    expect(flip.getAttribute('aria-pressed')).toBe('true');
    flip.click();
    expect(planck?.querySelectorAll('table')).toHaveLength(0);
  });
});

describe('sections', () => {
  it('fold, and stay folded on the next page', async () => {
    await scene('ok');
    const details = page.section('weights').querySelector('details')!;
    details.open = false;
    details.dispatchEvent(new Event('toggle'));
    page = openPage(page.remembered());
    await scene('ok');
    expect(page.section('weights').querySelector('details')!.open).toBe(false);
    expect(page.section('loss').querySelector('details')!.open).toBe(true);
  });

  it('have headings in the order of the questions', async () => {
    await scene('ok');
    const headings = [...page.root.querySelectorAll('section h2')].filter(isShown).map((h) => h.textContent);
    expect(headings).toEqual(['Loss', 'Parameters', 'Learned and true', 'While it learns', 'Output']);
  });

  it('offer the next step when the run did not end well', async () => {
    const step = async (change: Parameters<typeof ended>[0]): Promise<string> => {
      await page.show(after([started(), ended(change)]));
      return page.root.querySelector('.next-step')?.textContent ?? '';
    };
    expect(await step({ status: 'stopped' })).toContain('Run starts over');
    expect(await step({ status: 'timeout' })).toContain('raise the time limit');
    page.press('Open the setting');
    expect(await step({ status: 'error', error: ERROR })).toContain('Correct the line');
    expect(await step({ status: 'ok' })).toContain('Nothing was shown');
    const lost = after([started(), ended({ status: 'error', error: { ...ERROR, type: 'EngineError' } })]);
    await page.show(lost);
    expect(page.root.querySelector('.next-step')?.textContent).toContain('starts a new one');
    page.press('Show the log');
    expect(page.sent).toEqual([
      { type: 'takeStep', step: 'timeLimit' },
      { type: 'takeStep', step: 'log' },
    ]);
    await page.show({ ...lost, status: 'starting' });
    expect(page.root.querySelector('.status')?.textContent).toBe('Restarting Python\u2026');
  });

  it('shows how far it is', async () => {
    await page.show(SCENES['running']!());
    const progress = page.root.querySelector('progress')!;
    expect(progress.classList.contains('idle')).toBe(false);
    expect(progress.getAttribute('value')).toBe('0.6');
    await page.show(SCENES['ok']!());
    expect(progress.classList.contains('idle')).toBe(true);
  });
});
