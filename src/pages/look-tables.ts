/** What a run was looked into for, in its page: the names with their values, and the shapes by line, as tables that unfold. */

import { ENGLISH, type Words } from '../advice/words.ts';
import type { RunLook } from '../run-model/run-look.ts';
import { elementsText, treeOf, type VariableNode } from '../run-model/variable-tree.ts';
import { shapeText } from '../text/shape.ts';
import { shapesText } from '../text/varied-shapes.ts';
import { visibleLine } from '../text/visible.ts';
import type { Broadcast, LineValue, Place } from '../training/protocol/protocol.ts';
import { escapeText } from './panel-page.ts';

interface Table {
  readonly heading: string;
  /** For screen readers. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell names its row. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows there would be. */
  readonly count: number;
}

const MOST_ROWS = 300;
const MOST_CHARACTERS = 200;

/** In which order a line gives names: its function's parameters come first. */
const KINDS: readonly LineValue['kind'][] = ['parameter', 'assigned', 'called'];

/** Markup; empty where nothing was told. */
export function lookTables(look: RunLook, words: Words = ENGLISH): string {
  const tables = [namesTable(look, words), shapesTable(look, words)].filter(({ count }) => count > 0);
  if (tables.length === 0) return '';
  const name = markup(words.t('Names and shapes'));
  const sections = tables.map((table) => markupOf(table, words));
  return `<section class="look" aria-label="${name}">${sections.join('')}</section>`;
}

function namesTable({ variables }: RunLook, words: Words): Table {
  const { t } = words;
  return {
    heading: t('Names'),
    caption: t('The names of the run when it was over, with their parts'),
    columns: [t('name'), t('type'), t('shape'), 'dtype', t('value')],
    rows: treeOf(variables.slice(0, MOST_ROWS), null).flatMap((node) => nameRows(node, words)),
    count: variables.length,
  };
}

/** Of a name, then of its parts. */
function nameRows({ path, variable, parts }: VariableNode, words: Words): readonly (readonly string[])[] {
  const { type, text, tensor, parameters } = variable;
  const value = parameters === undefined ? text : words.plural(parameters, '{0} parameter', '{0} parameters');
  const cells =
    tensor === undefined ? ['', '', value] : [shapeText(tensor.shape), tensor.dtype, elementsText(tensor)];
  return [[path, type, ...cells], ...parts.flatMap((part) => nameRows(part, words))];
}

function shapesTable({ values, broadcasts }: RunLook, words: Words): Table {
  const { t } = words;
  const documents = [...new Set([...values, ...broadcasts].map(({ document }) => document))];
  const placed = [
    ...values.map((value) => ({
      at: value,
      order: KINDS.indexOf(value.kind),
      cells: valueCells(value, words),
    })),
    ...broadcasts.map((one) => ({ at: one, order: KINDS.length, cells: broadcastCells(one, words) })),
  ].sort(
    (a, b) =>
      documents.indexOf(a.at.document) - documents.indexOf(b.at.document) ||
      a.at.line - b.at.line ||
      a.order - b.order,
  );
  return {
    heading: t('Shapes by line'),
    caption: t('What the lines of the code gave names to, and where broadcasting made a larger tensor'),
    columns: [t('line'), t('name'), t('as'), t('shape'), 'dtype', t('runs of the line')],
    rows: placed.slice(0, MOST_ROWS).map(({ at, cells }) => [placeText(at, documents), ...cells]),
    count: placed.length,
  };
}

function valueCells(
  { name, kind, shapes, dtype, count, isMore }: LineValue,
  words: Words,
): readonly string[] {
  const runs = `${isMore === true ? '≥ ' : ''}${words.number(count)}`;
  return [name, kindWord(kind, words), shapesText(shapes), dtype, runs];
}

function kindWord(kind: LineValue['kind'], { t }: Words): string {
  return { parameter: t('parameter'), assigned: t('assigned'), called: t('result of the layer') }[kind];
}

function broadcastCells({ operands, result }: Broadcast, { t }: Words): readonly string[] {
  const [left, right] = operands;
  return ['', t('broadcast'), `${shapeText(left)}, ${shapeText(right)} → ${shapeText(result)}`, '', ''];
}

/** `12`; of a run of several documents, such as a notebook's cells, `a.ipynb#cell2, 12`. */
function placeText({ document, line }: Place, documents: readonly string[]): string {
  const name = document.split(/[\\/]/).at(-1) ?? document;
  return documents.length > 1 ? `${name}, ${String(line)}` : String(line);
}

function markupOf({ heading, caption, columns, rows, count }: Table, { t, number }: Words): string {
  const head = columns.map((column) => `<th scope="col">${markup(column)}</th>`).join('');
  const body = rows.map(([name = '', ...cells]) => {
    const others = cells.map((text) => `<td>${markup(text)}</td>`).join('');
    return `<tr><th scope="row">${markup(name)}</th>${others}</tr>`;
  });
  const left = count - rows.length;
  const note = left > 0 ? `<p class="dim">${markup(t('{0} more not listed.', number(left)))}</p>` : '';
  return `
<section class="part"><details>
<summary><h2>${markup(heading)}</h2></summary>
<div class="body"><div class="scroll" tabindex="0" role="region" aria-label="${markup(heading)}">
<table><caption class="unseen">${markup(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></div>${note}</div>
</details></section>
`;
}

/** Text of a stranger, one line of it and not too much. */
function markup(text: string): string {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  return escapeText(visibleLine(short));
}
