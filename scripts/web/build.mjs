// Makes dist/web: the extension and the engine for editors in a browser. After everything else: it takes what that has made.
import { build } from 'esbuild';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { packagesIn } from '../package/bundled.mjs';
import { resvgSync } from '../resvg-sync.mjs';
import { nodeModules } from './node-modules.mjs';
import { twins } from './twins.mjs';

const FOLDER = 'dist/web';

/**
 * Files of dist/engine that a realm reads, packed: an editor in a browser fetches each as it lies there. Packages are in the
 * snapshot; what else starts Python, where there is none, is left out.
 */
const PACKED = [
  'kernels-relaxed.wasm',
  'kernels-simd.wasm',
  'mozjpeg_dec.wasm',
  'pyodide-lock.json',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'snapshot.bin',
];
/** Files that the editor's side reads when a figure is drawn into a file. */
const PLAIN = ['resvg.wasm', 'DejaVuSans.ttf'];

const browser = {
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  define: {
    // Nothing is found by it: files of the extension are asked for by address.
    __dirname: '"/"',
    'process.platform': '"browser"',
    'process.arch': '"wasm"',
    'process.env.NODE_ENV': '"production"',
  },
  logLevel: 'warning',
  metafile: true,
};

/** Figures are drawn on a page of their own, which nothing else may take for the browser's. */
async function buildDrawing() {
  const { metafile } = await build({
    ...browser,
    format: 'esm',
    outfile: `${FOLDER}/work/drawing.js`,
    stdin: {
      contents: `export * from './figure-svg.ts';\nexport { provideRasteriser } from './raster.web.ts';`,
      resolveDir: path.resolve('src/editor/notebook'),
      loader: 'ts',
    },
    external: ['canvas'],
    inject: ['src/editor/notebook/page.ts', 'src/web/globals.ts'],
    plugins: [twins, resvgSync, nodeModules],
  });
  return metafile;
}

/** What is sent to a kernel of a Jupyter server, as src/training/jupyter/sources.ts has it. */
async function kernelSources() {
  const names = await readdir('dist/pytorch', { recursive: true });
  const files = names.filter((name) => name.endsWith('.py')).sort();
  const texts = files.map(async (name) => [
    name.split(path.sep).join('/'),
    await readFile(path.join('dist/pytorch', name), 'utf8'),
  ]);
  return {
    relay: await readFile('dist/jupyter/relay.py', 'utf8'),
    package: { files: Object.fromEntries(await Promise.all(texts)), entry: 'start.py' },
  };
}

/** What the build has made, under the names of src/web/built.d.ts. */
export const built = {
  name: 'what-was-built',
  setup({ onResolve, onLoad }) {
    const files = { 'message-checks': 'dist/message-check.js', drawing: `${FOLDER}/work/drawing.js` };
    onResolve({ filter: /^(?:message-checks|drawing)$/ }, ({ path: name }) => ({
      path: path.resolve(files[name]),
    }));
    onResolve({ filter: /\/figure-svg\.ts$/ }, () => ({ path: path.resolve(files.drawing) }));
    onResolve({ filter: /^language-calls$/ }, () => ({
      path: path.resolve('dist/language/calls.json'),
      namespace: 'text',
    }));
    onResolve({ filter: /^kernel-sources$/ }, ({ path: name }) => ({ path: name, namespace: 'sources' }));
    onLoad({ filter: /.*/, namespace: 'sources' }, async () => ({
      contents: JSON.stringify(await kernelSources()),
      loader: 'json',
    }));
    onLoad({ filter: /.*/, namespace: 'text' }, async ({ path: file }) => ({
      contents: await readFile(file, 'utf8'),
      loader: 'text',
    }));
  },
};

/** One script: an editor in a browser loads no second one. */
async function buildExtension() {
  const { metafile } = await build({
    ...browser,
    format: 'cjs',
    outfile: `${FOLDER}/extension.js`,
    entryPoints: ['src/extension.ts'],
    external: ['vscode'],
    inject: ['src/web/globals.ts'],
    sourcemap: true,
    plugins: [built, twins, nodeModules],
  });
  return metafile;
}

const withoutMap = (text) => text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '').trim();

/**
 * The engine's worker: its first part, then the realm's script, whose value is a function, as one script. The first part takes
 * everything of the browser away from the second (src/training/browser/worker.ts).
 */
async function buildWorkers() {
  const { outputFiles, metafile } = await build({
    ...browser,
    format: 'iife',
    globalName: 'first',
    write: false,
    entryPoints: ['src/training/browser/worker.ts'],
    plugins: [twins, nodeModules],
  });
  const first = withoutMap(outputFiles[0].text);
  const realm = withoutMap(await readFile('dist/engine/realm.js', 'utf8'));
  const script = `(()=>{"use strict";${first}\nconst begin=first.prepare();\nbegin(${realm});})();\n`;
  await writeFile(`${FOLDER}/engine-worker.js`, script);
  const helper = await build({
    ...browser,
    format: 'iife',
    outfile: `${FOLDER}/helper-worker.js`,
    entryPoints: ['src/training/browser/helper.ts'],
    plugins: [twins, nodeModules],
  });
  return [metafile, helper.metafile];
}

async function packEngine() {
  await mkdir(`${FOLDER}/engine`, { recursive: true });
  await Promise.all(
    PACKED.map((name) =>
      pipeline(
        createReadStream(`dist/engine/${name}`),
        createGzip({ level: 9 }),
        createWriteStream(`${FOLDER}/engine/${name}.gz`),
      ),
    ),
  );
  for (const name of PLAIN) await copyFile(`dist/engine/${name}`, `${FOLDER}/${name}`);
}

/** Makes all of it. `bundled.json` lists the packages in it. */
export async function buildWeb() {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(`${FOLDER}/work`, { recursive: true });
  const drawing = await buildDrawing();
  const [extension, workers] = await Promise.all([buildExtension(), buildWorkers(), packEngine()]);
  await rm(`${FOLDER}/work`, { recursive: true });
  const others = JSON.parse(await readFile('dist/bundled.json', 'utf8'));
  const here = packagesIn([drawing, extension, ...workers]);
  await writeFile(`${FOLDER}/bundled.json`, JSON.stringify([...new Set([...others, ...here])].sort()));
}

if (process.argv[1] === import.meta.filename) await buildWeb();
