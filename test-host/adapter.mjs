#!/usr/bin/env node
// Stands in for VS Code's executable: takes its command line from `@vscode/test-electron`, and runs the tests in the
// served VS Code. Exits with the tests' own code, or: 70 no start, 71 browser, 72 server, 73 time, 74 extension host.
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { readCommandLine } from './command-line.mjs';
import { offerHands } from './hands.mjs';
import { ServedCode } from './served-code.mjs';
import { openWorkbench } from './workbench.mjs';

const timeLimit = Number(process.env.D2L_TEST_SECONDS ?? 420) * 1000;

/** Resolves with `{ code, why? }` by whatever ends first. */
function firstEnd(page, server) {
  return Promise.race([
    new Promise((resolve) => void page.exposeFunction('codeAutomationExit', (code) => resolve({ code }))),
    new Promise((resolve) => page.on('crash', () => resolve({ code: 71, why: 'the browser crashed' }))),
    server.gone.then((why) => ({ code: 72, why })),
    sleep(timeLimit, undefined, { ref: false }).then(() => ({
      code: 73,
      why: `no end in ${timeLimit / 1000} s`,
    })),
  ]);
}

/**
 * The workbench talks a lot, mostly about parts of it that are absent here, so its words go to a file; they are for
 * the day something fails. The suite's results come in a file of their own.
 */
async function openLog() {
  const file = process.env.D2L_TEST_LOG ?? path.join(scratch, 'workbench.log');
  await mkdir(path.dirname(file), { recursive: true });
  const log = createWriteStream(file);
  return (type, words) => log.write(`[${type}] ${format(...words)}\n`);
}

/** A success counts only when the extension host ended in good order: the workbench cannot tell. */
async function trustworthy(end, server) {
  if (end.code !== 0) return end;
  const host = await server.extensionHostEnd();
  if (host?.code === '0') return end;
  const how = host ? `ended with code ${host.code}, signal ${host.signal}` : 'left no word of its end';
  return { code: 74, why: `the extension host ${how}` };
}

async function runTests(server, context, hands, options) {
  const page = context.pages()[0] ?? (await context.newPage());
  hands.give(page);
  await page.exposeFunction('codeAutomationLog', await openLog());
  const end = firstEnd(page, server);
  await openWorkbench(page, server, options);
  return trustworthy(await end, server);
}

async function folders(options, scratch) {
  const userData = options.userData ?? path.join(scratch, 'user-data');
  const extensions = options.extensions ?? path.join(scratch, 'extensions');
  await Promise.all([userData, extensions].map((folder) => mkdir(folder, { recursive: true })));
  return { userData, extensions };
}

const options = readCommandLine(process.argv.slice(2));
const scratch = await mkdtemp(path.join(tmpdir(), 'd2l-host-'));
const closing = [];

async function close() {
  for (const end of closing.splice(0).reverse())
    await Promise.race([end(), sleep(8000)]).catch(() => undefined);
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => void close().finally(() => process.exit(130)));
}

try {
  const hands = await offerHands();
  closing.push(async () => hands.close());
  process.env.D2L_TEST_UI = hands.address;
  const server = await ServedCode.start(scratch, await folders(options, scratch));
  closing.push(() => server.stop());
  const context = await launchBrowser(process.env.D2L_TEST_BROWSER, scratch);
  closing.push(() => context.close());
  const end = await runTests(server, context, hands, options);
  if (end.why) console.error(`test host: ${end.why}`);
  if (end.code >= 72) console.error(await server.logTail());
  process.exitCode = end.code;
} catch (error) {
  console.error(`test host: ${error.stack ?? error}`);
  process.exitCode = 70;
}
await close();
process.exit();
