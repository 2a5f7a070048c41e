/** In the place of `known-interpreters.ts`: a browser can ask no Python. */
import type { Answer } from './interpreter.ts';
import type { UsableInterpreter } from './known-interpreters.ts';

export class KnownInterpreters {
  answerOf(): Promise<Answer> {
    return Promise.resolve({ kind: 'missing' });
  }

  remembered(): undefined {
    return undefined;
  }

  usable(): readonly UsableInterpreter[] {
    return [];
  }

  forget(): void {}

  askAll(): Promise<void> {
    return Promise.resolve();
  }
}
