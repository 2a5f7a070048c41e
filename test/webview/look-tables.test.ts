import { describe, expect, it } from 'vitest';
import { lookTables } from '../../src/pages/look-tables.ts';
import { runReport } from '../../src/pages/run-report.ts';
import { lookAfter, NO_LOOK, type RunLook } from '../../src/run-model/run-look.ts';
import { LOOK, lineValue, variable } from '../unit/run-model/fake-look.ts';
import { FORBIDDEN, HOSTILE } from '../unit/text/hostile.ts';
import { FRESH, started } from './fake-feed.ts';

const ORIGIN = { version: '1', when: new Date(0), language: 'en' };

function pageOf(look: RunLook): Document {
  const html = runReport(FRESH, { script: '', style: '' }, ORIGIN, look);
  return new DOMParser().parseFromString(html, 'text/html');
}

/** The rows of the table under a heading, by cells. */
function rowsOf(page: Document, heading: string): string[][] {
  const part = [...page.querySelectorAll('.look .part')].find(
    (element) => element.querySelector('h2')?.textContent === heading,
  );
  return [...(part?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
}

describe('what a run was looked into for, in its page', () => {
  it('are its names as the code has them, each followed by its parts', () => {
    const rows = rowsOf(pageOf(LOOK), 'Names');
    expect(rows.map(([name]) => name)).toEqual(['net', 'net.0', 'net.0.weight', 'sentence']);
    expect(rows[0]).toEqual(['net', 'Sequential', '', '', '1,203 parameters']);
    expect(rows[2]?.slice(1)).toEqual(['Parameter', '(1, 7)', 'float32', '1.235, nan, inf, 4, 5, 6, …']);
    expect(rows[3]?.[4]).toHaveLength(201);
  });

  it('are the shapes in the order of the lines, parameters first, broadcasts last', () => {
    expect(rowsOf(pageOf(LOOK), 'Shapes by line')).toEqual([
      ['3', 'Linear', 'result of the layer', '(32, 2)', 'float32', '1'],
      ['7', 'y', 'parameter', '(32|8, 1)', 'float32', '≥ 1,300'],
      ['7', 'l', 'assigned', '(32, 2)', 'float32', '1'],
      ['7', '', 'broadcast', '(3, 1), (3,) → (3, 3)', '', ''],
    ]);
  });

  it('names the documents where the lines are those of several', () => {
    const values = [1, 2].map((cell) => lineValue(1, 'x', { document: `/a/b.ipynb#cell${String(cell)}` }));
    const rows = rowsOf(pageOf({ ...NO_LOOK, values }), 'Shapes by line');
    expect(rows.map(([place]) => place)).toEqual(['b.ipynb#cell1, 1', 'b.ipynb#cell2, 1']);
  });

  it('is folded, and a screen reader knows the headings, the table’s words and where it can scroll', () => {
    const page = pageOf(LOOK);
    expect([...page.querySelectorAll('details')].map(({ open }) => open)).toEqual([false, false]);
    expect([...page.querySelectorAll('.look caption')].every(({ textContent }) => textContent !== '')).toBe(
      true,
    );
    for (const frame of page.querySelectorAll('.look .scroll'))
      expect([frame.getAttribute('role'), frame.getAttribute('tabindex')]).toEqual(['region', '0']);
    expect(
      page.querySelectorAll('.look thead th:not([scope="col"]), .look tbody th:not([scope="row"])'),
    ).toHaveLength(0);
  });

  it('has no more rows than a page has room for, and says how many there are', () => {
    const variables = Array.from({ length: 1000 }, (_, index) => variable(`x${String(index)}`));
    const page = pageOf({ ...NO_LOOK, variables });
    expect(rowsOf(page, 'Names')).toHaveLength(300);
    expect(page.querySelector('.look')?.textContent).toContain('700 more not listed.');
  });

  it('is nothing where nothing was told', () => {
    expect(lookTables(NO_LOOK)).toBe('');
    expect(pageOf({ ...LOOK, variables: [] }).querySelectorAll('.look .part')).toHaveLength(1);
  });

  it('is text, whatever it says', () => {
    const variables = HOSTILE.map((text) => variable(text, { type: text, text }));
    const values = HOSTILE.map((text) => lineValue(1, text, { dtype: text, document: text }));
    const page = pageOf({ ...NO_LOOK, variables, values });
    expect(page.querySelectorAll('img, a, iframe, [onerror], [src], [href]')).toHaveLength(0);
    expect(page.querySelectorAll('script')).toHaveLength(2);
    const cells = [...page.querySelectorAll('.look td, .look th')].map(({ textContent }) => textContent);
    expect(cells.filter((text) => FORBIDDEN.test(text) || text.includes('\n'))).toEqual([]);
    expect(cells.join()).toContain('<script>1</script>');
  });
});

describe('what is known of a run that is looked into', () => {
  const told = { type: 'lineValues', run: 1, values: LOOK.values, broadcasts: LOOK.broadcasts } as const;
  const names = { type: 'variables', run: 1, variables: LOOK.variables } as const;

  it('is what it tells at its end, of tensors the elements of a row', () => {
    const onTheWay = lookAfter(NO_LOOK, { ...told, isLast: false });
    expect(onTheWay).toBe(NO_LOOK);
    const look = lookAfter(lookAfter(onTheWay, { ...told, isLast: true }), names);
    expect(look).toMatchObject({ values: LOOK.values, broadcasts: LOOK.broadcasts });
    expect(look.variables[3]?.tensor?.elements).toHaveLength(6);
    expect(rowsOf(pageOf(look), 'Names')).toEqual(rowsOf(pageOf(LOOK), 'Names'));
  });

  it('is nothing once the next one has begun', () => {
    expect(lookAfter(LOOK, started())).toBe(NO_LOOK);
  });
});
