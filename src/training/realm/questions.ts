/** Answers what is asked of the names that a run has left. As untrusted as a run: it has an id, a time limit and Stop. */
import type { Question, RunMessage } from '../protocol/protocol.ts';
import { beginParts, endOf, flush, outcomeOf, type RunParts } from './runs.ts';

/**
 * Posts the answer, and `ended` last. The names stay as they are, but for what the expression itself does to them.
 * @throws Error when the interpreter broke
 */
export function answer(message: RunMessage, question: Question, parts: RunParts): void {
  const { interpreter, bridge, lineValues } = parts;
  const begun = parts.now();
  beginParts(message, parts);
  // What functions of the learner's do for an expression is not what their lines did in the run.
  lineValues.isAside = true;
  const { seed, backend } = message;
  bridge.beginRun({ seed, backend, continues: true, rerun: null });
  const { outputCharacters } = message.limits;
  const outcome = outcomeOf(() => interpreter.ask(JSON.stringify({ ...question, outputCharacters })));
  const { operations } = bridge.endRun(true);
  const milliseconds = parts.now() - begun;
  endOf(message, parts, { outcome, operations, milliseconds, outputDropped: flush(parts) });
}

/** Answers that the names are gone. */
export function answerGone(message: RunMessage, parts: RunParts): void {
  beginParts(message, parts);
  parts.events.answer({ isGone: true });
  const operations = { tensorflow: 0, wasm: 0, js: 0 };
  endOf(message, parts, { outcome: NOTHING_RAN, operations, milliseconds: 0, outputDropped: 0 });
}

const NOTHING_RAN = { status: 'ok', displayed: null, error: null, advice: null } as const;
