// Takes the pictures of the panel that README and guide show, in a dark and a light theme (docs/images), and those of the
// walkthrough (media/walkthrough).
// `node scripts/screenshots.mjs` after `npm run build`; `--states` takes every state of the panel instead (contact-sheets.mjs),
// `--moving` the moving picture alone. Needs the served VS Code, whose window can be photographed.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode } from 'fast-png';
import { chooseHost, variable } from '../test-host/choose-host.mjs';
import { runInside } from '../test-host/run-inside.mjs';
import { makeContactSheets } from './contact-sheets.mjs';
import { movingPicture } from './moving-picture.mjs';
import { buildSuite } from './test-vscode.mjs';

const root = path.dirname(import.meta.dirname);

async function servedHost() {
  process.env[variable] ??= 'served';
  const host = await chooseHost();
  if (host.kind !== 'served')
    throw new Error(`only the served VS Code can be photographed, not ${host.because}`);
  return host;
}

async function photograph(program, theme, place) {
  const host = await servedHost();
  const suite = await buildSuite();
  await runInside(host, path.join(suite, program), { theme, environment: { D2L_SCREENSHOT: place } });
}

/**
 * @param {string} file where the picture goes
 * @param {'dark' | 'light'} theme
 */
export async function takeScreenshot(file, theme) {
  await rm(file, { force: true });
  await photograph('screenshot.js', theme, path.resolve(file));
  if (!existsSync(file)) throw new Error(`${file} was not written`);
  console.log(`wrote ${path.relative(root, path.resolve(file))}`);
}

/** @param {string} file where live editing goes, as it is typed and drawn */
async function filmLiveEditing(file) {
  const folder = await mkdtemp(path.join(tmpdir(), 'd2l-film-'));
  try {
    await photograph('live-editing.js', 'dark', folder);
    const milliseconds = JSON.parse(await readFile(path.join(folder, 'milliseconds.json'), 'utf8'));
    const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
    const shown = [];
    for (const [index, name] of pictures.entries())
      shown.push({
        picture: decode(await readFile(path.join(folder, name))),
        milliseconds: milliseconds[index],
      });
    const film = movingPicture(shown);
    await writeFile(file, film);
    console.log(`wrote ${path.relative(root, file)}: ${shown.length} pictures, ${film.length} bytes`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const moving = path.join(root, 'docs/images/live-editing.png');
  if (process.argv.includes('--states')) {
    await makeContactSheets(await servedHost());
  } else if (process.argv.includes('--moving')) {
    await filmLiveEditing(moving);
  } else {
    for (const theme of ['dark', 'light'])
      await takeScreenshot(path.join(root, `docs/images/panel-${theme}.png`), theme);
    for (const theme of ['dark', 'light'])
      await photograph('missing-data-pictures.js', theme, path.join(root, `docs/images/data-${theme}`));
    console.log('wrote docs/images/data-*.png');
    for (const theme of ['dark', 'light'])
      await photograph('network-pictures.js', theme, path.join(root, `docs/images/network-${theme}`));
    console.log('wrote docs/images/network-*.png');
    await photograph('look-pictures.js', 'dark', path.join(root, 'docs/images'));
    console.log('wrote docs/images/graph-*.png and learning-*.png');
    await photograph('shape-pictures.js', 'dark', path.join(root, 'docs/images'));
    console.log('wrote docs/images/shapes-*.png');
    await photograph('walkthrough.js', 'dark', path.join(root, 'media/walkthrough'));
    console.log('wrote media/walkthrough');
    await filmLiveEditing(moving);
  }
}
