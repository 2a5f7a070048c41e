/** Joins the advice of a run with that of its diagnostic rerun. */
import type { Advice } from '../../protocol/protocol.ts';

/** The advice of a run with the places and facts that its diagnostic rerun found; each kind of mistake once for a line. */
export function mergeAdvice(reported: readonly Advice[], found: readonly Advice[]): readonly Advice[] {
  const isSame = (one: Advice, other: Advice): boolean =>
    one.kind === other.kind && (one.kind === 'secondBackward' || one.frame?.line === other.frame?.line);
  const known = reported.map((advice) => {
    const better = found.find((other) => isSame(advice, other));
    return better === undefined ? advice : ({ ...advice, facts: better.facts } as Advice);
  });
  return [...known, ...found.filter((advice) => !reported.some((other) => isSame(advice, other)))];
}
