// Builds everything that ships into dist/. `node esbuild.mjs --watch` rebuilds on change.
import { build, context } from 'esbuild';
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { placeEngineFiles } from './scripts/engine-files.mjs';
import { generateChecks } from './scripts/generate-checks.mjs';
import { generatePython } from './scripts/generate-python.mjs';
import { buildKernels } from './scripts/kernels/build.mjs';
import { placePyTorch } from './scripts/place-pytorch.mjs';
import { makeSnapshot } from './scripts/make-snapshot.mjs';
import { makeNames } from './scripts/language/make-names.mjs';
import { packagesIn } from './scripts/package/bundled.mjs';
import { resvgSync } from './scripts/resvg-sync.mjs';
import { realm } from './scripts/realm-bundle.mjs';

const watch = process.argv.includes('--watch');
const minify = !watch;

const common = { bundle: true, minify, sourcemap: true, logLevel: 'warning', target: 'es2022' };

/** What the extension loads when first needed: `import('…/name.ts')` becomes a file `name.js` beside it. */
const loadedLater = {
  name: 'loaded-later',
  setup({ onResolve }) {
    onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import'
        ? { path: `./${path.replace(/^.*\/|\.ts$/g, '')}.js`, external: true }
        : undefined,
    );
  },
};

/** Programs for Node: the extension's entry and its later parts, the command line and the worker thread. */
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode', '@tensorflow/tfjs-node'],
  mainFields: ['module', 'main'],
  plugins: [loadedLater],
  supported: { 'dynamic-import': false },
  outdir: 'dist',
  entryPoints: Object.fromEntries(
    [
      ['extension', 'src/extension.ts'],
      ['editor', 'src/editor/editor.ts'],
      ['language-help', 'src/editor/language/language-help.ts'],
      ['open-engine', 'src/editor/engines/open-engine.ts'],
      ['adapter', 'src/debugger/adapter.ts'],
      ['debuggee', 'src/editor/debugging/debuggee.ts'],
      ['engine', 'src/training/threads/engine.ts'],
      ['cli', 'src/cli.ts'],
      ['fetch-set', 'src/data/fetch-set.ts'],
      ['supervisor', 'src/training/process/supervisor.ts'],
      ['worker', 'src/training/threads/worker.ts'],
      ['helper', 'src/training/threads/helper.ts'],
    ].filter(([, file]) => existsSync(file)),
  ),
};

/** The browser side of the panel. */
const webview = {
  ...common,
  platform: 'browser',
  format: 'iife',
  outdir: 'dist/webview',
  entryPoints: { panel: 'src/webview/ui/main.ts', style: 'src/webview/ui/panel.css' },
  loader: { '.ttf': 'file' },
  plugins: [loadedLater],
};

/** What the panel loads when the first figure comes, and the first graph. */
const drawnLater = {
  ...webview,
  format: 'esm',
  entryPoints: ['src/webview/ui/figures/figure-drawing.ts', 'src/webview/ui/graph/graph-layout.ts'],
  entryNames: '[name]',
};

/** Figures of a notebook's outputs: the same drawing in the extension host, on a page without a browser. */
const notebookFigures = {
  ...node,
  entryPoints: ['src/editor/notebook/figure-svg.ts'],
  external: ['canvas'],
  plugins: [loadedLater, resvgSync],
  inject: ['src/editor/notebook/page.ts'],
};

/** The same page without an editor around it: one script and one style sheet that hold everything, the font too. */
const report = {
  ...webview,
  plugins: [],
  sourcemap: false,
  entryPoints: [
    { in: 'src/webview/ui/report.ts', out: 'report' },
    { in: 'src/webview/ui/report.css', out: 'report' },
  ],
  loader: { '.ttf': 'dataurl' },
};

/**
 * What speaks to a Jupyter server. The library tells the console of each connection; standard output is for results, and what
 * there is to tell goes to the log.
 */
const jupyter = {
  ...node,
  entryPoints: ['src/training/jupyter/jupyter-server.ts'],
  drop: ['console'],
};

const targets = [node, jupyter, { ...common, ...realm }, webview, drawnLater, notebookFigures, report];

/** Bytes of the script that the panel loads before it shows anything. */
const MAX_PANEL = 420_000;

async function checkPanelSize() {
  const { size } = await stat('dist/webview/panel.js');
  if (size > MAX_PANEL)
    throw new Error(`panel.js has ${size} bytes, more than ${MAX_PANEL}: load parts of it later`);
}

/** What is sent to a kernel of a Jupyter server. */
async function placeRelay() {
  await mkdir('dist/jupyter', { recursive: true });
  await copyFile('src/training/jupyter/python/relay.py', 'dist/jupyter/relay.py');
}

await mkdir('dist', { recursive: true });
if (watch) {
  for (const target of targets) await (await context(target)).watch();
} else {
  const results = await Promise.all(targets.map((target) => build({ ...target, metafile: true })));
  await checkPanelSize();
  await writeFile('dist/bundled.json', JSON.stringify(packagesIn(results.map((result) => result.metafile))));
  await generatePython();
  await generateChecks();
  await placeEngineFiles();
  await placePyTorch();
  await placeRelay();
  await buildKernels();
  await makeSnapshot();
  await makeNames();
}
