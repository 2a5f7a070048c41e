import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { UsageError } from '../../../src/cli/usage.ts';

const DEFAULTS = {
  type: 'run',
  file: 'a.py',
  target: 'all',
  assignments: [],
  seed: 0,
  backend: 'auto',
  engine: { type: 'built-in' },
  seconds: 0,
  data: null,
  json: false,
  html: null,
  files: null,
  check: false,
};

describe('arguments that are understood', () => {
  it.each<[string, object]>([
    ['run a.py', DEFAULTS],
    ['--json run a.py', { ...DEFAULTS, json: true }],
    ['run a.py --exercise 3.4.6', { ...DEFAULTS, target: { exercise: '3.4.6' } }],
    ['run a.py --exercise 2 --check', { ...DEFAULTS, target: { exercise: '2' }, check: true }],
    ['run --line 12 a.py', { ...DEFAULTS, target: { line: 12 } }],
    ['run a.py --set lr=-2 --set=n=3', { ...DEFAULTS, assignments: ['lr=-2', 'n=3'] }],
    ['run a.py --seed 4294967295', { ...DEFAULTS, seed: 4294967295 }],
    ['run a.py --backend wasm', { ...DEFAULTS, backend: 'wasm' }],
    ['run a.py --html out/a.html', { ...DEFAULTS, html: 'out/a.html' }],
    ['run a.py --files out', { ...DEFAULTS, files: 'out' }],
    ['run a.py --data d', { ...DEFAULTS, data: 'd' }],
    ['run a.py --timeout 0.5', { ...DEFAULTS, seconds: 0.5 }],
    [
      'run a.py --engine jupyter --server http://localhost:8888/?token=t',
      { ...DEFAULTS, engine: { type: 'jupyter', server: 'http://localhost:8888/?token=t' } },
    ],
    ['list a.py', { type: 'list', file: 'a.py', json: false }],
    ['list a.py --json', { type: 'list', file: 'a.py', json: true }],
    ['--help', { type: 'help' }],
    ['run -h', { type: 'help' }],
    ['--version', { type: 'version' }],
  ])('%s', (words, command) => {
    expect(parseArguments(words.split(' '))).toEqual(command);
  });
});

describe('arguments that are refused', () => {
  it.each<[string, RegExp]>([
    ['', /give a command/],
    ['walk a.py', /no command "walk"/],
    ['run', /run needs a FILE/],
    ['list', /list needs a FILE/],
    ['run a.py b.py c.py', /"b\.py c\.py" is too much/],
    ['run a.py --exercise 1 --line 2', /not both/],
    ['run a.py --check', /--check judges one exercise: name it by --exercise or --line/],
    ['run a.py --line 0', /--line takes a whole number from 1, not "0"/],
    ['run a.py --line 1.5', /whole number/],
    ['run a.py --seed=-1', /--seed takes a whole number from 0 to 4294967295, not "-1"/],
    ['run a.py --seed 4294967296', /whole number/],
    ['run a.py --seed x', /whole number/],
    ['run a.py --timeout 0', /above 0/],
    ['run a.py --timeout inf', /above 0/],
    ['run a.py --timeout=', /above 0/],
    ['run a.py --backend cuda', /no backend "cuda": it is auto, tensorflow, wasm, js/],
    ['run a.py --engine jupyter', /--engine jupyter needs --server URL/],
    ['run a.py --engine jupyter --server ftp://x', /--server: a Jupyter server's address begins with http/],
    ['run a.py --engine jupyter --server http://x --data d', /--data is a folder of this machine/],
    ['run a.py --engine jupyter --server http://x --python p', /--python goes with --engine python/],
    ['run a.py --server http://x', /--server goes with --engine jupyter/],
    ['run a.py --engine wheel', /--engine wheel needs --wheel FILE/],
    ['run a.py --engine wheel --wheel numpy.whl', /--wheel: numpy.whl is not named as a wheel of PyTorch is/],
    ['run a.py --engine wheel --wheel torch-9-py3-none-any.whl', /--wheel: there is no file torch-9/],
    ['run a.py --wheel torch.whl', /--wheel goes with --engine wheel/],
    ['run a.py --engine cuda', /no engine "cuda": it is built-in, python, jupyter or wheel/],
    ['run a.py --sed 3', /--sed/],
    ['run a.py --seed', /--seed/],
    ['run a.py --html a.py', /--html takes the name of a file that ends in \.html, not "a\.py"/],
    ['run a.py --html', /--html/],
    ['list a.py --html a.html', /list does not take --html/],
    ['list a.py --seed 3', /list does not take --seed/],
  ])('%s', (words, message) => {
    const parse = (): unknown => parseArguments(words.split(' ').filter((word) => word !== ''));
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(message);
  });
});

it('answers any words with a command or a usage error', () => {
  const option = fc.constantFrom(
    '--line',
    '--set',
    '--seed',
    '--json',
    '--timeout=1',
    '-h',
    '--',
    '-',
    'run',
    'list',
    'a.py',
    '1',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(option, fc.string())), (words) => {
      try {
        expect(['run', 'list', 'help', 'version']).toContain(parseArguments(words).type);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    }),
  );
});
