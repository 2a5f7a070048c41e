// `npm run code`: a real VS Code with the extension and the workbook open, until it is closed or Ctrl-C is pressed.
//   npm run code -- --screenshot FILE [--theme light|dark]    runs section 3.4, takes a picture and ends
// Desktop VS Code where there is one, else the served one, to be opened in a browser; D2L_TEST_HOST forces one.
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chooseHost, variable } from '../test-host/choose-host.mjs';
import { seedSettings } from '../test-host/run-inside.mjs';
import { ServedCode } from '../test-host/served-code.mjs';
import { workbenchAddress } from '../test-host/workbench.mjs';
import { takeScreenshot } from './screenshots.mjs';

const root = path.dirname(import.meta.dirname);
const workbook = path.join(root, 'workbook');
const open = [workbook, path.join(workbook, '3.4-linear-regression-scratch.py')];
const development = `--extensionDevelopmentPath=${root}`;

/** Opens a window of the VS Code that the learner has; false when there is none or it refuses. */
function openInstalled() {
  if (process.env[variable] && process.env[variable] !== 'desktop') return false;
  const shell = process.platform === 'win32';
  return spawnSync('code', ['--new-window', development, ...open], { stdio: 'inherit', shell }).status === 0;
}

function openDownloaded(executable) {
  const child = spawn(executable, ['--no-sandbox', '--new-window', development, ...open], {
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
}

const interrupted = () =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });

/** An address has no way to name an extension under development, so it is installed by a link to this folder. */
async function installByLink(extensions) {
  await mkdir(extensions, { recursive: true });
  await symlink(root, path.join(extensions, 'd2l-exercises.d2l-exercises-development'), 'dir');
}

async function serve(theme) {
  const scratch = await mkdtemp(path.join(tmpdir(), 'd2l-served-'));
  const folders = { userData: path.join(scratch, 'user'), extensions: path.join(scratch, 'extensions') };
  try {
    await seedSettings(folders.userData, theme);
    await installByLink(folders.extensions);
    const server = await ServedCode.start(scratch, folders);
    console.log(`VS Code with the workbook: ${workbenchAddress(server, { open })}\nCtrl-C ends it.`);
    const why = await Promise.race([interrupted(), server.gone]);
    if (why.startsWith('code-server')) throw new Error(`${why}\n${await server.logTail()}`);
    await server.stop();
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function openVsCode(theme) {
  if (openInstalled()) return;
  const host = await chooseHost();
  console.log(host.because);
  await (host.kind === 'desktop' ? openDownloaded(host.executable) : serve(theme));
}

const { values } = parseArgs({
  options: { screenshot: { type: 'string' }, theme: { type: 'string', default: 'dark' } },
});
if (!['dark', 'light'].includes(values.theme)) throw new Error(`--theme ${values.theme}: use dark or light`);
await (values.screenshot ? takeScreenshot(values.screenshot, values.theme) : openVsCode(values.theme));
