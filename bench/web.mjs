// How long an editor in a browser takes to the first result: `node bench/web.mjs [runs] [--isolated]` after a build. Each run has a
// fresh profile and the local server; the time is from the press of Run to the end of the run.
import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settings } from '../test-host/run-inside.mjs';
import { openWebCode } from '../test-host/web-code.mjs';
import { buildWeb } from '../scripts/web/build.mjs';

const PROGRAM = '# %% [3.4.9] First\nimport torch\nprint(torch.arange(12.0).sum())\n';
const root = path.dirname(import.meta.dirname);

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];

async function finished(page) {
  for (;;) {
    for (const frame of page.frames()) {
      const text = await frame.evaluate("document.querySelector('.status')?.innerText ?? ''").catch(() => '');
      if (/\d+ m?s\b/.test(text) && !/Stop|Starting/.test(text)) return;
    }
    await page.waitForTimeout(20);
  }
}

async function once(isolated) {
  const scratch = await mkdtemp(path.join(tmpdir(), 'd2l-web-bench-'));
  const folder = path.join(scratch, 'workspace');
  await mkdir(folder);
  await writeFile(path.join(folder, 'first.py'), PROGRAM);
  const code = await openWebCode({ extension: root, folder, scratch, isolated, settings: settings('dark') });
  const { page } = code;
  try {
    await page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'first.py' }).dblclick();
    const run = page.locator('.codelens-decoration a', { hasText: 'Run' }).first();
    await run.waitFor({ timeout: 30_000 });
    const begun = performance.now();
    await run.click();
    await finished(page);
    return performance.now() - begun;
  } finally {
    await code.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

const count = Number(process.argv[2] ?? 5) || 5;
await buildWeb();
const times = [];
for (let i = 0; i < count; i++) times.push(await once(process.argv.includes('--isolated')));
console.log(`press of Run to the end of the first run: ${Math.round(median(times))} ms (median of ${count})`);
process.exit();
