import type { Advice } from '../../protocol/protocol.ts';

/** What a run was told, with the places and facts that a second look at it found; each kind of mistake once for a line. */
export function placedBySecondLook(told: readonly Advice[], found: readonly Advice[]): readonly Advice[] {
  const isSame = (one: Advice, other: Advice): boolean =>
    one.kind === other.kind && (one.kind === 'secondBackward' || one.frame?.line === other.frame?.line);
  const known = told.map((advice) => {
    const better = found.find((other) => isSame(advice, other));
    return better === undefined ? advice : ({ ...advice, facts: better.facts } as Advice);
  });
  return [...known, ...found.filter((advice) => !told.some((other) => isSame(advice, other)))];
}
