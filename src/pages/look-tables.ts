/** What a run was looked into for, in its page: the names with their values, and the shapes by line, as tables that unfold. */

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
const KIND_WORDS = { parameter: 'parameter', assigned: 'assigned', called: 'result of the layer' };

/** Markup; empty where nothing was told. */
export function lookTables(look: RunLook): string {
  const tables = [namesTable(look), shapesTable(look)].filter(({ count }) => count > 0);
  if (tables.length === 0) return '';
  return `<section class="look" aria-label="Names and shapes">${tables.map(markupOf).join('')}</section>`;
}

function namesTable({ variables }: RunLook): Table {
  return {
    heading: 'Names',
    caption: 'The names of the run when it was over, with their parts',
    columns: ['name', 'type', 'shape', 'dtype', 'value'],
    rows: treeOf(variables.slice(0, MOST_ROWS), null).flatMap(nameRows),
    count: variables.length,
  };
}

/** Of a name, then of its parts. */
function nameRows({ path, variable, parts }: VariableNode): readonly (readonly string[])[] {
  const { type, text, tensor, parameters } = variable;
  const value = parameters === undefined ? text : `${parameters.toLocaleString('en-US')} parameters`;
  const cells =
    tensor === undefined ? ['', '', value] : [shapeText(tensor.shape), tensor.dtype, elementsText(tensor)];
  return [[path, type, ...cells], ...parts.flatMap(nameRows)];
}

function shapesTable({ values, broadcasts }: RunLook): Table {
  const documents = [...new Set([...values, ...broadcasts].map(({ document }) => document))];
  const placed = [
    ...values.map((value) => ({ at: value, order: KINDS.indexOf(value.kind), cells: valueCells(value) })),
    ...broadcasts.map((one) => ({ at: one, order: KINDS.length, cells: broadcastCells(one) })),
  ].sort(
    (a, b) =>
      documents.indexOf(a.at.document) - documents.indexOf(b.at.document) ||
      a.at.line - b.at.line ||
      a.order - b.order,
  );
  return {
    heading: 'Shapes by line',
    caption: 'What the lines of the code gave names to, and where broadcasting made a larger tensor',
    columns: ['line', 'name', 'as', 'shape', 'dtype', 'runs of the line'],
    rows: placed.slice(0, MOST_ROWS).map(({ at, cells }) => [placeText(at, documents), ...cells]),
    count: placed.length,
  };
}

function valueCells({ name, kind, shapes, dtype, count, isMore }: LineValue): readonly string[] {
  const runs = `${isMore === true ? '≥ ' : ''}${count.toLocaleString('en-US')}`;
  return [name, KIND_WORDS[kind], shapesText(shapes), dtype, runs];
}

function broadcastCells({ operands, result }: Broadcast): readonly string[] {
  const [left, right] = operands;
  return ['', 'broadcast', `${shapeText(left)}, ${shapeText(right)} → ${shapeText(result)}`, '', ''];
}

/** `12`; of a run of several documents, such as a notebook's cells, `a.ipynb#cell2, 12`. */
function placeText({ document, line }: Place, documents: readonly string[]): string {
  const name = document.split(/[\\/]/).at(-1) ?? document;
  return documents.length > 1 ? `${name}, ${String(line)}` : String(line);
}

function markupOf({ heading, caption, columns, rows, count }: Table): string {
  const head = columns.map((column) => `<th scope="col">${markup(column)}</th>`).join('');
  const body = rows.map(([name = '', ...cells]) => {
    const others = cells.map((text) => `<td>${markup(text)}</td>`).join('');
    return `<tr><th scope="row">${markup(name)}</th>${others}</tr>`;
  });
  const left = count - rows.length;
  const note = left > 0 ? `<p class="dim">${left.toLocaleString('en-US')} more not listed.</p>` : '';
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
