/** In the place of `candidates.ts`: a browser knows no Pythons. */
import type { Candidate } from './interpreter.ts';

export function findCandidates(): Promise<readonly Candidate[]> {
  return Promise.resolve([]);
}

export function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates;
}
