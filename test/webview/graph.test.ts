/** The section of the graph: the picture, its keys and folds, the table, what is asked of the host. */
import { expect, it, vi } from 'vitest';
import type { TapeGraph } from '../../src/training/protocol/protocol.ts';
import { FRESH, after, ended, started } from './fake-feed.ts';
import { GRAPHS, MLP, recurrent } from './graph-scenes.ts';
import { openPage, type Page } from './page.ts';

async function opened(scene: string, hasEditor = true): Promise<{ page: Page; section: HTMLElement }> {
  const page = openPage(undefined, hasEditor);
  await page.show(GRAPHS[scene]!());
  const section = page.section('graph');
  await vi.waitFor(() => expect(section.querySelector('.box')).not.toBeNull());
  return { page, section };
}

const boxes = (section: HTMLElement): string[] =>
  [...section.querySelectorAll('.box')].map((box) =>
    [...box.querySelectorAll('text')].map(({ textContent }) => textContent).join(''),
  );

const box = (section: HTMLElement, title: string): SVGGElement => {
  const found = [...section.querySelectorAll<SVGGElement>('.box')].find(({ textContent }) =>
    textContent.startsWith(title),
  );
  if (found === undefined) throw new Error(`no box ${title}: ${boxes(section).join(' | ')}`);
  return found;
};

const pressKey = (element: Element, key: string): boolean =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

const sentence = (section: HTMLElement): string => section.querySelector('.sentence')?.textContent ?? '';

it('is not there until it is asked for', async () => {
  const page = openPage();
  await page.show(after([started(), ended()]));
  expect(page.section('graph').hidden).toBe(true);
  await page.show(GRAPHS['graphWanted']!());
  expect(page.section('graph').hidden).toBe(false);
  expect(sentence(page.section('graph'))).toBe('The graph is told when the run is over.');
});

it('has a box for each node, with its shape and module, and leaves by their names', async () => {
  const { section } = await opened('graph');
  expect(boxes(section).sort()).toEqual([
    'AddmmBackward0 (8, 3) · net.0',
    'ReluBackward0 (8, 3) · net.1',
    'SumBackward0 ()',
    'TBackward0 (2, 3) · net.0',
    'net.0.bias (3,) ∇ 0.5',
    'net.0.weight (3, 2) ∇ 0.5',
  ]);
  expect(sentence(section)).toBe(
    'What is behind backward(). ∇ is the norm of the gradient that backward() number 3 of 3 sent along an edge. Gradients: all 0 on 1 edge.',
  );
});

it('says on its links which shape and which gradient went along, and where that became 0', async () => {
  const { section } = await opened('graph');
  const links = [...section.querySelectorAll('.link')].map((link) => link.textContent);
  expect(links).toContain('(8, 3) ∇ 1');
  expect(section.querySelector('.link.zero')?.textContent).toBe('(8, 3) ∇ 0 all 0');
});

it('is walked by the arrow keys, one box being reached by Tab', async () => {
  const { section } = await opened('graph');
  box(section, 'SumBackward0').focus();
  pressKey(document.activeElement!, 'ArrowUp');
  expect(document.activeElement?.textContent).toMatch(/^ReluBackward0/);
  pressKey(document.activeElement!, 'ArrowUp');
  expect(document.activeElement?.getAttribute('aria-label')).toBe(
    'AddmmBackward0, (8, 3) · net.0; saved values freed; from net.0.bias, TBackward0; to ReluBackward0',
  );
  expect(section.querySelectorAll('.box[tabindex="0"]')).toHaveLength(1);
  pressKey(document.activeElement!, 'ArrowDown');
  expect(document.activeElement?.textContent).toMatch(/^ReluBackward0/);
});

it('folds a module from within, and unfolds it again', async () => {
  const { page, section } = await opened('graph');
  box(section, 'AddmmBackward0').focus();
  pressKey(document.activeElement!, 'Backspace');
  await vi.waitFor(() => expect(boxes(section)).toContain('⊞ net.0 Linear · 4 nodes'));
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
  pressKey(document.activeElement!, 'Enter');
  await vi.waitFor(() => expect(boxes(section)).toContain('AddmmBackward0 (8, 3) · net.0'));
  page.press('⊟ net');
  await vi.waitFor(() => expect(boxes(section)).toEqual(['⊞ net Sequential · 5 nodes', 'SumBackward0 ()']));
});

it('shows steps that repeat as one box', async () => {
  const { section } = await opened('graphOfSteps');
  expect(boxes(section).sort()).toEqual(['U (4, 4) ∇ 0.5', 'h (1, 4) ∇ 0.5', '⊞ steps × 32 96 nodes']);
  box(section, '⊞ steps').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await vi.waitFor(() => expect(boxes(section)).toContain('⊞ step 32 of 32 3 nodes'));
});

it('shows what the first backward() has freed where a second one failed', async () => {
  const { section } = await opened('graphFailed');
  expect(section.querySelectorAll('.graph-svg.failed .box.freed')).toHaveLength(2);
  expect(sentence(section)).toContain(
    'backward() number 4 failed: it needs values that the one before has freed, those of the dashed nodes.',
  );
});

it('is offered where a second backward() failed, and closed again', async () => {
  const page = openPage();
  const frame = { document: FRESH.document ?? '', line: 90, function: '<module>', column: null };
  const advice = { type: 'advice', run: 1, kind: 'secondBackward', facts: { first: frame }, frame } as never;
  await page.show(after([started(), advice, ended({ status: 'error' })]));
  page.press('Show the graph');
  expect(page.sent).toEqual([{ type: 'showGraph', of: '' }]);
  const { page: other } = await opened('graph');
  other.press('Close the graph');
  expect(other.sent).toEqual([{ type: 'showGraph', of: null }]);
});

it('looks from a line’s name when that is asked for, and says when there is none', async () => {
  const { page, section } = await opened('graph');
  await page.show({ ...GRAPHS['graph']!(), graph: 'y_hat, line 90' });
  await vi.waitFor(() => expect(sentence(section)).toMatch(/^What is behind y_hat, line 90\./));
  expect(boxes(section).join()).not.toContain('SumBackward0');
  await page.show({ ...GRAPHS['graph']!(), graph: 'z' });
  await vi.waitFor(() => expect(sentence(section)).toMatch(/^The last run has no graph behind z: /));
  await page.show({ ...GRAPHS['graph']!(), graph: 'net.0.weight' });
  await vi.waitFor(() =>
    expect(sentence(section)).toMatch(/^net\.0\.weight is a leaf, at which the graph ends\. /),
  );
});

it('is a table too, the result first, also on a page without an editor', async () => {
  const { section } = await opened('graph', false);
  const details = section.querySelector<HTMLDetailsElement>('.graph-table')!;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  const rows = [...details.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows.slice(0, 3)).toEqual([
    ['4 SumBackward0', '()', '', '3 ReluBackward0', '1', ''],
    ['3 ReluBackward0', '(8, 3)', 'net.1 (ReLU)', '2 AddmmBackward0', '0', 'all 0, freed'],
    [
      '2 AddmmBackward0',
      '(8, 3)',
      'net.0 (Linear)',
      '6 AccumulateGrad net.0.bias, 1 TBackward0',
      '≤ 0.25',
      'freed',
    ],
  ]);
});

it('takes edges that lead nowhere, and calls within themselves, for none', async () => {
  const odd: TapeGraph = {
    ...MLP,
    nodes: MLP.nodes.map((node) => ({ ...node, edges: [...node.edges, { to: 999, shape: [] }] })),
    calls: MLP.calls.map((call, index) => ({ ...call, parent: index })),
    tensors: [{ name: 'x', node: 999 }],
  };
  const page = openPage();
  await page.show(
    after([started(), { type: 'graph', run: 1, graph: odd }, ended()], { ...FRESH, graph: '' }),
  );
  await vi.waitFor(() => expect(page.section('graph').querySelectorAll('.box')).toHaveLength(6));
});

it('draws the nearest nodes of a graph that is too large, and says how many are left out', async () => {
  const page = openPage();
  const graph = recurrent(3);
  const nodes = [...Array(900).keys()].map((place) => ({
    name: `Name${String(place)}Backward0`,
    shape: [],
    edges: place === 0 ? [] : [{ to: place - 1, shape: [] }],
  }));
  const state = { ...FRESH, graph: '' };
  const large = { ...graph, nodes, tensors: [{ name: 'y', node: 899 }], left: 100 };
  await page.show(after([started(), { type: 'graph', run: 1, graph: large }, ended()], state));
  const section = page.section('graph');
  await vi.waitFor(() => expect(section.querySelectorAll('.box')).toHaveLength(120), 10_000);
  expect(sentence(section)).toContain('880 further nodes not shown.');
});
