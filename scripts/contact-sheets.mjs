// Photographs every designed state of the panel in every kind of theme, 200 to 900 pixels wide, and lays the pictures out on one
// sheet per theme and width: build/states/*.png. `npm run screenshots -- --states`, after which somebody looks at them.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../test-host/browser.mjs';
import { runInside } from '../test-host/run-inside.mjs';
import { buildSuite } from './test-vscode.mjs';

const folder = path.join(path.dirname(import.meta.dirname), 'build/states');

/** Of a sheet, and between two pictures on it, in pixels. */
const WIDEST = 1600;
const GAP = 8;

async function layOut(page, sheet) {
  const names = (await readdir(path.join(folder, sheet))).filter((name) => name.endsWith('.png'));
  const figures = names.map(
    (name) =>
      `<figure><figcaption>${name.replace('.png', '')}</figcaption><img src="${sheet}/${name}"></figure>`,
  );
  const style = `body{margin:${GAP}px;background:#888;font:14px sans-serif}main{display:flex;flex-wrap:wrap;gap:${GAP}px;align-items:start}figure{margin:0}img{display:block}`;
  const file = path.join(folder, `${sheet}.html`);
  await writeFile(
    file,
    `<!DOCTYPE html><meta charset="utf-8"><style>${style}</style><main>${figures.join('')}</main>`,
  );
  const width = Number(sheet.split('-').at(-1)) + GAP;
  const columns = Math.max(2, Math.floor(WIDEST / width));
  await page.setViewportSize({ width: columns * width + GAP, height: 800 });
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: path.join(folder, `${sheet}.png`), fullPage: true });
  console.log(`wrote build/states/${sheet}.png`);
}

/** @param {Awaited<ReturnType<typeof import('../test-host/choose-host.mjs').chooseHost>>} host the served VS Code */
export async function makeContactSheets(host) {
  await rm(folder, { recursive: true, force: true });
  const program = path.join(await buildSuite(), 'states.js');
  await runInside(host, program, { environment: { D2L_STATES: folder } });
  const scratch = await mkdtemp(path.join(tmpdir(), 'd2l-sheets-'));
  const context = await launchBrowser(host.environment.D2L_TEST_BROWSER, scratch);
  try {
    const page = await context.newPage();
    const sheets = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    for (const { name } of sheets) await layOut(page, name);
  } finally {
    await context.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
