/** The sentences that the code puts into a language, and what it shows without doing so: read off the syntax tree. */

import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';

/** Which arguments of a call are sentences. */
const SENTENCES: ReadonlyMap<string, readonly number[]> = new Map([
  ['t', [0]],
  ['plural', [1, 2]],
]);

/** In the workbook's checks, which say theirs in English: they are put into a language where they are told. */
const OF_CHECKS: typeof SENTENCES = new Map([
  ...SENTENCES,
  ['say', [0]],
  ['wantPrinted', [2]],
  ['wantNumber', [2]],
  ['wantNoDifference', [0]],
  ['wantLine', [1]],
  ['wantFigure', [1]],
  ['wantSomeFit', [1]],
  ['wantLearned', [1]],
  ['wantFits', [1]],
  ['wantLinear', [1]],
  ['wantQuadratic', [1]],
  ['wantStart', [2]],
]);

const isOfChecks = ({ fileName }: ts.SourceFile): boolean => fileName.includes('src/checks/');

function sourceOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

export function filesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => `${folder}/${file}`)
    .sort();
}

/** `t` of `t(…)`, `vscode.l10n.t(…)` and `words.t(…)`. */
function calledName({ expression }: ts.CallExpression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

/** The literals that an expression may come to; of a name or a call none. */
function literalsOf(node: ts.Expression | undefined): readonly ts.StringLiteralLike[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(literalsOf);
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return literalsOf(node.body);
  return ts.isParenthesizedExpression(node) ? literalsOf(node.expression) : [];
}

function visitAll(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => visitAll(child, visit));
}

/** What a check says of a solved exercise. */
function isShownByCheck(node: ts.Node): node is ts.PropertyAssignment {
  return ts.isPropertyAssignment(node) && node.name.getText() === 'shown' && isOfChecks(node.getSourceFile());
}

function sentenceNodes(source: ts.SourceFile): readonly ts.StringLiteralLike[] {
  const found: ts.StringLiteralLike[] = [];
  visitAll(source, (node) => {
    if (isShownByCheck(node)) found.push(...literalsOf(node.initializer));
    if (!ts.isCallExpression(node)) return;
    const places = (isOfChecks(source) ? OF_CHECKS : SENTENCES).get(calledName(node)) ?? [];
    found.push(...places.flatMap((place) => literalsOf(node.arguments[place])));
  });
  return found;
}

/** The English sentences of a file, as they stand in it. */
export function sentencesIn(file: string): readonly string[] {
  // Most files of the engine have none, and parsing takes long.
  if (!/\b(?:t|plural|say|want\w+)\(/.test(readFileSync(file, 'utf8'))) return [];
  return sentenceNodes(sourceOf(file)).map(({ text }) => text);
}

/** Calls that show the text in these of their arguments. */
const SHOWING: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    setText: [1],
    append: [0, 1, 2, 3],
    replaceChildren: [0, 1, 2, 3],
    create: [2, 3, 4, 5, 6],
    section: [1],
    cell: [0],
    link: [0, 1],
    iconButton: [1],
    scrollable: [1],
    scrolled: [1],
    dropdown: [0],
    checkbox: [0],
    slider: [0],
    codeLink: [1, 2],
  }),
);

/** Properties and attributes whose text is seen or read out. */
const SHOWN = new Set([
  ...['title', 'label', 'text', 'textContent', 'placeholder', 'heading', 'headings', 'caption', 'sentence'],
  ...['name', 'problem', 'note', 'xlabel', 'ylabel', 'detail', 'ariaLabel', 'innerText'],
]);
const SHOWN_ATTRIBUTES = new Set([
  ...[
    'aria-label',
    'aria-valuetext',
    'aria-description',
    'aria-roledescription',
    'title',
    'placeholder',
    'alt',
  ],
]);

/** A text as the code has it, `{}` in the place of each expression. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

/** Several words, or one that begins a sentence: nothing else in the code looks like this. */
function isProse(text: string): boolean {
  return /[A-Za-z]{2,}[,;:]? (?:[a-z({]|\{\})/.test(text) || /^[A-Z][a-z]+(?:[ .…:,]|$)/.test(text);
}

/** Whether the text is shown by where it stands. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (isPassedOn(node)) return isShown(parent);
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && SHOWN.has(parent.name.getText());
  if (ts.isBinaryExpression(parent))
    return ts.isPropertyAccessExpression(parent.left) && SHOWN.has(parent.left.name.text);
  return ts.isCallExpression(parent) && isShownByCall(parent, node);
}

/** What an expression around the text comes to is the text. */
function isPassedOn(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isConditionalExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    isFallback(parent, node)
  );
}

function isShownByCall(call: ts.CallExpression, node: ts.Node): boolean {
  const place = [...call.arguments].findIndex((argument) => argument === node);
  const name = calledName(call);
  if (name !== 'setAttribute') return SHOWING.get(name)?.includes(place) ?? false;
  const [attribute] = call.arguments;
  return place === 1 && attribute !== undefined && SHOWN_ATTRIBUTES.has(textOf(attribute) ?? '');
}

function isFallback(parent: ts.Node, node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(parent) &&
    [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken].includes(parent.operatorToken.kind) &&
    parent.right === node
  );
}

/** The class names of a new element or of one that is there, and the name of an icon. */
function isClassName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent)) return isClassName(parent);
  if (ts.isPropertyAssignment(parent)) return /^class(Name)?$/.test(parent.name.getText());
  if (ts.isBinaryExpression(parent)) return /\.className$|\.dataset\b/.test(parent.left.getText());
  if (ts.isVariableDeclaration(parent)) return isClassName(parent);
  if (!ts.isCallExpression(parent)) return false;
  const place = [...parent.arguments].findIndex((argument) => argument === node);
  const isClass = /\bclassList\b|querySelector/.test(parent.expression.getText());
  return isClass || calledName(parent) === 'icon' || (calledName(parent) === 'create' && place < 2);
}

/** Types, imports, what is compared, keys, class names, markup and errors of ours are not shown. */
function isCode(node: ts.Node): boolean {
  const { parent } = node;
  return (
    isClassName(node) ||
    /^\s*<[!/]?\w/.test(textOf(node) ?? '') ||
    ts.isLiteralTypeNode(parent) ||
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isCaseClause(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText())) ||
    (ts.isNewExpression(parent) && parent.expression.getText().endsWith('Error'))
  );
}

/** Texts of a file that are shown, or read like English, and are no sentences of a bundle; with their lines. */
export function untranslated(file: string): readonly string[] {
  const source = sourceOf(file);
  const sentences = new Set<ts.Node>(sentenceNodes(source));
  const found: string[] = [];
  visitAll(source, (node) => {
    const text = textOf(node);
    if (text === undefined || sentences.has(node) || isCode(node)) return;
    const words = text.replaceAll('{}', '');
    if (!/[A-Za-z]{2}/.test(words) || !(isProse(text) || isShown(node))) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${String(line + 1)}: ${text}`);
  });
  return found;
}
