// `npm run test:packages`: installs each VSIX of build/packages into a clean VS Code (the served one), clicks as a learner
// would, and reads the panel: section 3.4 trains, and a large product says which backend computed it. The command line's
// package is installed by npm and called by its name.
// Where Linux lets us, all of it runs in a network namespace that has no network but the loopback device.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../test-host/browser.mjs';
import { installHost, installed } from '../test-host/install.mjs';
import { seedSettings } from '../test-host/run-inside.mjs';
import { ServedCode } from '../test-host/served-code.mjs';
import { workbenchAddress } from '../test-host/workbench.mjs';

const root = path.dirname(import.meta.dirname);
const packages = path.join(root, 'build/packages');
/** Set for the process that has no network. */
const offline = 'D2L_TEST_OFFLINE';

const PRODUCT = `# %% [1] A product of large matrices
import torch
A = torch.ones(512, 512)
print('trace', (A @ A).trace().item())
`;

/** Runs this program again without a network; false where the machine does not let us. */
function runOffline() {
  const script = `ip link set lo up && exec ${JSON.stringify(process.execPath)} ${JSON.stringify(import.meta.filename)}`;
  if (spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up']).status !== 0) return false;
  const env = { ...process.env, [offline]: '1' };
  process.exitCode = spawnSync('unshare', ['-rn', 'sh', '-c', script], { stdio: 'inherit', env }).status ?? 1;
  return true;
}

function install(file, folders) {
  const words = ['--install-extension', file, '--extensions-dir', folders.extensions];
  const all = [installed.codeServer, ...words, '--user-data-dir', folders.userData];
  const options = { encoding: 'utf8', env: { ...process.env, HOME: folders.home } };
  const run = spawnSync(installed.node, all, options);
  if (run.status !== 0) throw new Error(`VS Code did not install it:\n${run.stdout}${run.stderr}`);
}

/** What the learner sees of a run: the editor's title, and the panel. */
class Learner {
  constructor(page) {
    this.page = page;
    this.panel = page.frameLocator('iframe.webview').first().frameLocator('iframe#active-frame');
  }

  /** By the button in the editor's title: set-up at the top of a file stands for its first exercise. */
  async run(address) {
    await this.page.goto(address);
    const button = this.page.locator('.editor-actions a[aria-label^="Run D2L"]');
    await button.first().click({ timeout: 60_000 });
  }

  async expect(selector, pattern) {
    const place = this.panel.locator(selector).filter({ hasText: pattern });
    await place.first().waitFor({ timeout: 60_000 });
    return place.first().innerText();
  }
}

async function tryExtension(file, backend, scratch) {
  const names = ['user', 'extensions', 'home', 'workbook'];
  const [userData, extensions, home, workbook] = names.map((name) => path.join(scratch, name));
  await Promise.all([extensions, home].map((folder) => mkdir(folder, { recursive: true })));
  await seedSettings(userData);
  await cp(path.join(root, 'workbook'), workbook, { recursive: true });
  await writeFile(path.join(workbook, 'product.py'), PRODUCT);
  install(file, { userData, extensions, home });
  const server = await ServedCode.start(scratch, { userData, extensions });
  const context = await launchBrowser(undefined, scratch);
  try {
    const learner = new Learner(context.pages()[0] ?? (await context.newPage()));
    const address = (name) => workbenchAddress(server, { open: [workbook, path.join(workbook, name)] });
    await learner.run(address('3.4-linear-regression-scratch.py'));
    await learner.expect('.status-line', /epochs/);
    await learner.run(address('product.py'));
    const status = await learner.expect('.status-line', new RegExp(`${backend} [\\d,]+ op`));
    await learner.expect('body', /trace 262144/);
    return status.replace(/\s+/g, ' ');
  } finally {
    await context.close();
    await server.stop();
  }
}

/** As `npx` does: the package in a folder of its own, called by its name. */
async function tryCommandLine(file, scratch) {
  const exercise = path.join(scratch, 'product.py');
  await writeFile(exercise, PRODUCT);
  const install = [
    'install',
    '--prefix',
    scratch,
    '--offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = spawnSync('npm', [...install, file], { encoding: 'utf8' });
  if (npm.status !== 0) throw new Error(`npm did not install it:\n${npm.stderr}`);
  const command = path.join(scratch, 'node_modules/.bin/d2l-exercises');
  const run = spawnSync(command, ['run', exercise, '--json'], { encoding: 'utf8' });
  const { status, backend, stdout } = JSON.parse(run.stdout.trim().split('\n').at(-1));
  if (status !== 'ok' || !stdout.includes('trace 262144')) throw new Error(run.stdout + run.stderr);
  return `${status}, computed by ${backend}`;
}

const platform = `${process.platform}-${process.arch}`;

function tryOut(name, scratch) {
  const file = path.join(packages, name);
  if (name.endsWith('.tgz')) return tryCommandLine(file, scratch);
  return tryExtension(file, name.includes(platform) ? 'tensorflow' : 'wasm', scratch);
}

async function main() {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const files = (await readdir(packages)).filter(
    (name) => /\.(vsix|tgz)$/.test(name) && name.includes(version),
  );
  if (files.length === 0) throw new Error('build/packages is empty: `npm run package` fills it');
  let failed = 0;
  for (const name of files) {
    const scratch = await mkdtemp(path.join(tmpdir(), 'd2l-package-'));
    try {
      const status = await tryOut(name, scratch);
      console.log(
        `passed  ${name}, ${process.env[offline] ? 'no network' : 'network not cut off'}: ${status}`,
      );
    } catch (error) {
      failed += 1;
      console.error(`FAILED  ${name}: ${error.stack}`);
    } finally {
      await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  console.log(`${files.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await installHost();
if (process.env[offline] || !runOffline()) await main();
