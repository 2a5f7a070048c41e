/** `name.web.ts` takes the place of `name.ts` in a browser: whoever imports one has to find the same in the other. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Only browsers have what these are about. */
const ALONE = ['src/data/unpack.web.ts', 'src/editor/data-files.web.ts'];
/** Of the module for Node: asked for by others for Node alone. */
const NODES: Readonly<Record<string, readonly string[]>> = {
  'src/data/store.ts': ['CONTENTS'],
  'src/interpreters/candidates.ts': ['launcherPaths'],
  'src/training/threads/drawn-figure.ts': ['drawnFigure'],
};

const twins = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.web.ts') && !ALONE.includes(file));

/** Values that a module exports; types are TypeScript's to check. */
function exported(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      return statement.name === undefined ? [] : [statement.name.text];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  });
}

test('there are some', () => expect(twins.length).toBeGreaterThan(10));

test.each(twins)('%s has what its twin has', (file) => {
  const own = file.replace('.web.ts', '.ts');
  const wanted = exported(own).filter((name) => !(NODES[own] ?? []).includes(name));
  expect(exported(file)).toEqual(expect.arrayContaining(wanted));
});
