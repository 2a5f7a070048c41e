import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { english } from '../../../src/advice/translate.ts';
import { askInterpreter } from '../../../src/interpreters/ask.ts';
import { problemText } from '../../../src/interpreters/wording.ts';
import { pytorchName } from '../../../src/training/protocol/pytorch-version.ts';
import { fakeTorch, writePython, writeScript } from './fake-python.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'd2l-pythons-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string): string => path.join(folder, name);

describe('a Python that is asked', () => {
  it('says which PyTorch it has, with what computes, and whether the book’s package is there', async () => {
    const python = writePython(inFolder('gpu'), { torch: fakeTorch('2.9.0+cu128', '12.8'), d2l: '' });
    const { answer, folders } = await askInterpreter(python);
    expect(answer).toMatchObject({
      kind: 'torch',
      torch: '2.9.0+cu128',
      accelerator: 'CUDA 12.8, Fake GPU',
      d2l: true,
    });
    expect(folders).toContain(inFolder('gpu/site-packages'));
    expect(answer.kind === 'torch' && pytorchName(answer)).toMatch(/^PyTorch 2\.9\.0, Python 3\.\d+$/);
  });

  it('has no PyTorch, or one that cannot be imported', async () => {
    const none = await askInterpreter(writePython(inFolder('none'), {}));
    expect(none.answer).toMatchObject({ kind: 'noTorch' });
    const source = `raise OSError('libcudart.so.12: cannot open\\n  shared object file\\u202e')`;
    const { answer } = await askInterpreter(writePython(inFolder('fails'), { torch: source }));
    expect(answer).toMatchObject({ kind: 'torchFails', reason: 'OSError: shared object file\\u202e' });
  });

  it('has one that is too old, or is too old itself', async () => {
    const torch = await askInterpreter(writePython(inFolder('old'), { torch: fakeTorch('1.13.1') }));
    expect(torch.answer).toEqual({ kind: 'tooOld', what: 'PyTorch', version: '1.13.1' });
    const line = 'd2l-exercises-answer:{"python": "2.7.18", "prefix": "/usr"}';
    const { answer } = await askInterpreter(writeScript(inFolder('two'), `echo '${line}'`));
    expect(answer).toEqual({ kind: 'tooOld', what: 'Python', version: '2.7.18' });
  });

  it('imports nothing that lies where it is started', async () => {
    const python = writePython(inFolder('planted'), {});
    writeFileSync(inFolder('planted/bin/torch.py'), fakeTorch('9.9.9'));
    expect((await askInterpreter(python)).answer).toMatchObject({ kind: 'noTorch' });
  });

  it('is not there, does not start, never ends, prints for ever, or is a link to a store', async () => {
    const ask = async (script: string, patience = 5): Promise<unknown> =>
      (await askInterpreter(writeScript(inFolder('script'), script), { patience })).answer;
    expect((await askInterpreter(inFolder('nowhere'))).answer).toEqual({ kind: 'missing' });
    expect(await ask('echo "dyld: Library not loaded" >&2; exit 1')).toEqual({
      kind: 'broken',
      reason: 'dyld: Library not loaded',
    });
    expect(await ask('sleep 20', 0.2)).toEqual({ kind: 'slow', seconds: 0.2 });
    expect(await ask('exec yes')).toMatchObject({ kind: 'broken' });
    expect(
      await ask(
        'echo "Python was not found; run without arguments to install from the Microsoft Store"; exit 1',
      ),
    ).toEqual({ kind: 'storeStub' });
    expect(await ask('echo d2l-exercises-answer:[1]')).toMatchObject({ kind: 'broken' });
  });

  it('is told of in one line that says what to do', () => {
    const problem = { kind: 'noTorch', python: '3.12.1' } as const;
    expect(problemText(problem, '/usr/bin/python3', english)).toBe(
      'Python 3.12.1 at /usr/bin/python3 has no PyTorch: install it there, or select another engine.',
    );
  });
});
