// Draws every program of test/figures/programs, and lays the drawings out beside matplotlib's: build/figures/sheet-*.png,
// after which somebody looks at them. `node scripts/figure-sheet.mjs [WORD]` after `npm run build` and
// `python scripts/record-figures.py --pictures build/figures/matplotlib`; a word chooses the programs with it in their names.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../test-host/browser.mjs';
import { chooseHost, variable } from '../test-host/choose-host.mjs';

const root = path.dirname(import.meta.dirname);
const programs = path.join(root, 'test/figures/programs');
const folder = path.join(root, 'build/figures');
const ON_A_SHEET = 12;

const { figureSvg } = createRequire(import.meta.url)(path.join(root, 'dist/figure-svg.js'));

/** The figures of a program: those of one number belong together. */
function figuresOf(program) {
  const command = [path.join(root, 'dist/cli.js'), 'run', path.join(programs, program), '--json'];
  const { stdout } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const groups = new Map();
  for (const line of stdout.split('\n').filter((text) => text.startsWith('{'))) {
    const { type, figure, error } = JSON.parse(line);
    if (error) console.error(`${program}: ${error.message}`);
    if (type !== 'figure') continue;
    const key = figure.subplot?.figure ?? `alone ${groups.size}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()];
}

function row(program) {
  const name = program.replace('.py', '');
  const theirs = `matplotlib/${name}-0.png`;
  const picture = existsSync(path.join(folder, theirs)) ? `<img src="${theirs}">` : 'not recorded';
  const ours = figuresOf(program).map((figures) => figureSvg(figures));
  return `<section><h2>${name}</h2><div>${picture}</div><div>${ours.join('')}</div></section>`;
}

const STYLE =
  'body{margin:8px;background:#888;font:13px sans-serif;display:flex;flex-wrap:wrap;gap:8px}' +
  'section{background:#fff;padding:4px;display:grid;grid-template-columns:auto auto;align-items:start;gap:4px}' +
  'h2{grid-column:1/3;font-size:13px;margin:0}';

const word = process.argv[2] ?? '';
const chosen = (await readdir(programs)).filter((name) => name.endsWith('.py') && name.includes(word)).sort();
await mkdir(folder, { recursive: true });
process.env[variable] ??= 'served';
const host = await chooseHost();
const scratch = await mkdtemp(path.join(tmpdir(), 'd2l-figures-'));
const context = await launchBrowser(host.environment.D2L_TEST_BROWSER, scratch);
try {
  const page = await context.newPage();
  await page.setViewportSize({ width: 2100, height: 900 });
  for (let start = 0; start < chosen.length; start += ON_A_SHEET) {
    const name = `sheet-${String(start / ON_A_SHEET + 1)}`;
    const rows = chosen.slice(start, start + ON_A_SHEET).map(row);
    const file = path.join(folder, `${name}.html`);
    await writeFile(file, `<!DOCTYPE html><meta charset="utf-8"><style>${STYLE}</style>${rows.join('')}`);
    await page.goto(pathToFileURL(file).href);
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
    console.log(`wrote build/figures/${name}.png`);
  }
} finally {
  await context.close();
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}
