// Measures one start of the engine of a build: `node --expose-gc probe.mjs DIST`. Prints `Figures` (program.ts) as JSON.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const distribution = path.resolve(process.argv[2] ?? 'dist');
const { Engine } = createRequire(import.meta.url)(path.join(distribution, 'engine.js'));
const WARM_RUNS = 60;

function request(source) {
  const cells = [{ source, document: 'probe.py', firstLine: 1 }];
  return { cells, seed: 0, backend: 'js', limits: { seconds: 60, outputCharacters: 10_000 } };
}

/** Milliseconds from the request to the first message of a type. */
function timeTo(engine, source, type) {
  const begun = performance.now();
  return new Promise((resolve) => {
    engine.start(request(source), (event) => event.type === type && resolve(performance.now() - begun));
  });
}

/** This process and those that it has started. */
function family() {
  const own = `${process.pid}`;
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return [own, ...ids.filter((id) => parentOf(id) === own)];
}

function parentOf(id) {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) \S /s, '')
      .split(' ')[0];
  } catch {
    return '';
  }
}

/** Proportional MiB of them all: what they share counts once. NaN where there is no /proc. */
async function memory() {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await wait(50);
  }
  try {
    const kilobytes = family().map((id) =>
      Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
    );
    return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
  } catch {
    return NaN;
  }
}

async function timeToStop(engine) {
  let begun = 0;
  const run = engine.start(request('print(1)\nwhile True: pass'), (event) => {
    if (event.type !== 'output' || begun > 0) return;
    begun = performance.now();
    run.stop();
  });
  await run.ended;
  return performance.now() - begun;
}

const empty = await memory();
const begun = performance.now();
const engine = new Engine({ distribution, log: () => {} });
await timeTo(engine, 'import torch\nfrom d2l import torch as d2l\nprint(torch.ones(2).sum())', 'output');
const cold = performance.now() - begun;
await wait(300);
const rest = (await memory()) - empty;
const times = [];
for (let i = 0; i < WARM_RUNS; i++) {
  times.push(await timeTo(engine, '1 + 1', 'ended'));
  await wait(15);
}
const warm = times.sort((a, b) => a - b)[WARM_RUNS / 2];
const stop = await timeToStop(engine);
await engine.dispose();
console.log(JSON.stringify({ cold, warm, rest, stop }));
