import { expect, it } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { main } from '../../../src/cli/main.ts';
import { proxyAgents } from '../../../src/cli/proxy.ts';
import type { DataSet } from '../../../src/data/data-set.ts';
import { fetchSet } from '../../../src/data/fetch-set.ts';
import { Fetching, TEXT } from '../data/fetching.ts';
import { RecordedEnvironment, ReplayedEngine } from './stand-ins.ts';

const f = new Fetching();

async function data(words: readonly string[], catalog: readonly DataSet[], isTerminal = false) {
  const environment = new RecordedEnvironment({}, new ReplayedEngine([]), isTerminal);
  const { store } = f;
  environment.dataSets = {
    catalog,
    store,
    fetch: (set, options) => fetchSet(store, set, { ...options, pause: 1 }),
  };
  const status = await main(['data', ...words], environment);
  return { status, stdout: environment.stdout.text, stderr: environment.stderr.text };
}

const mirror = () => ['--mirror', f.server.url.href];

it('gets a data set, lists it, and deletes it', async () => {
  const set = { ...f.textSet(), names: ['time_machine'] };
  const huge: DataSet = { ...set, id: 'huge', names: [], unusable: 'it is huge' };
  const catalog = [set, huge];
  expect((await data(['list'], catalog)).stdout).toMatch(
    /^wells {2}0\.3 MB to get {8}Set wells\nhuge {3}too large/,
  );
  const got = await data(['get', 'time_machine', ...mirror()], catalog);
  expect([got.status, got.stdout]).toEqual([0, 'Set wells is there now: 0.3 MB.\n']);
  expect(got.stderr).toBe(`Set wells: about 0.3 MB from ${f.server.url.host} to ${f.store.folder}\n`);
  expect((await data(['get', 'wells', ...mirror()], catalog)).stdout).toBe('Set wells is there.\n');
  expect(f.server.asked).toEqual(['/wells.txt']);
  expect((await data(['list'], catalog)).stdout).toContain('wells  there, 0.3 MB');
  const { sets } = JSON.parse((await data(['list', '--json'], catalog)).stdout) as { sets: object[] };
  expect(sets).toMatchObject([
    { id: 'wells', there: true, bytes: { stored: TEXT.length } },
    { there: false },
  ]);
  expect((await data(['remove', 'wells'], catalog)).stdout).toBe('Set wells is deleted.\n');
  expect((await data(['remove', 'wells'], catalog)).stdout).toBe('Set wells is not there.\n');
});

it('shows on a terminal how far it is', async () => {
  const { stderr } = await data(['get', 'wells', ...mirror()], [f.textSet()], true);
  expect(stderr).toContain('Set wells: 0.3 MB of 0.3 MB, 100 %');
});

it('says why a data set cannot be had, and ends with a status of its own', async () => {
  const set = f.textSet();
  f.server.answers.clear();
  const { status, stderr } = await data(['get', 'wells', ...mirror()], [set]);
  expect([status, stderr]).toEqual([5, expect.stringContaining('status 404')]);
  const huge = { ...set, unusable: 'it is huge' };
  expect((await data(['get', 'wells'], [huge])).stderr).toBe(
    'd2l-exercises: Set wells cannot be used here: it is huge.\n',
  );
  expect((await data(['get', 'wells', '--mirror', 'http://x.example'], [set])).stderr).toContain(
    'cannot be a mirror',
  );
});

it('stops at Ctrl+C and keeps what has come', async () => {
  const set = f.textSet();
  f.server.answers.set('/wells.txt', { bytes: TEXT, stallAfter: 1000 });
  const environment = new RecordedEnvironment({});
  const { store } = f;
  environment.dataSets = {
    catalog: [set],
    store,
    fetch: (wanted, options) =>
      fetchSet(store, wanted, { ...options, onProgress: ({ done }) => done > 0 && environment.interrupt() }),
  };
  expect(await main(['data', 'get', 'wells', ...mirror()], environment)).toBe(130);
  expect(environment.stderr.text).toContain('The download was stopped.');
});

it.each([
  [['data'], 'data takes list, get NAME or remove NAME'],
  [['data', 'fetch', 'x'], 'data takes list, get NAME or remove NAME'],
  [['data', 'get'], 'data get needs a NAME'],
  [['data', 'list', 'x'], 'data list takes no NAME'],
  [['data', 'get', 'x', '--seed', '1'], 'data does not take --seed'],
  [['run', 'x.py', '--mirror', 'https://x'], 'run does not take --mirror'],
])('does not understand %j', (words, message) => {
  expect(() => parseArguments(words)).toThrow(message);
});

it('knows no other name', async () => {
  const { status, stderr } = await data(['get', 'of-somebody'], [f.textSet()]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('There is no data set "of-somebody"')]);
});

it('goes through the proxy of the environment where Node can, and says where it cannot', () => {
  const said: string[] = [];
  const agentsOf = (environment: Record<string, string>, node: string) =>
    proxyAgents(environment, node, (text) => said.push(text));
  expect(agentsOf({}, '20.19.0')).toBeUndefined();
  expect(agentsOf({ HTTPS_PROXY: 'http://p:1' }, '22.20.0')).toBeUndefined();
  expect(said).toEqual(['HTTPS_PROXY is set, but Node 22.20.0 cannot use it: Node 24.5 or newer can.\n']);
  expect(agentsOf({ https_proxy: 'http://p:1' }, '24.5.0')).toBeDefined();
  expect(agentsOf({ HTTP_PROXY: 'http://p:1' }, '26.0.0')).toBeDefined();
  expect(said).toHaveLength(1);
});
