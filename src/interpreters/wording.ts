/** What is said about a Python of this machine, in one line each. */

import type { Translate } from '../advice/translate.ts';
import type { InterpreterProblem } from './interpreter.ts';

/** Why it cannot run exercises, and what to do. @param path of the Python */
export function problemText(problem: InterpreterProblem, path: string, t: Translate): string {
  switch (problem.kind) {
    case 'missing':
      return t('There is no Python at {0}: select another engine.', path);
    case 'storeStub':
      return t(
        '{0} is not a Python but a link to the Microsoft Store: install Python, or select another one.',
        path,
      );
    case 'noTorch':
      return t(
        'Python {0} at {1} has no PyTorch: install it there, or select another engine.',
        problem.python,
        path,
      );
    case 'tooOld':
      return t(
        '{0} {1} at {2} is too old to run exercises: select a newer one.',
        problem.what,
        problem.version,
        path,
      );
    case 'torchFails':
      return t('"import torch" fails in the Python at {0}: {1}', path, problem.reason);
    case 'slow':
      return t(
        'The Python at {0} did not answer within {1} s: try again, or select another engine.',
        path,
        problem.seconds,
      );
    case 'broken':
      return t('The Python at {0} does not start: {1}', path, problem.reason);
  }
}
