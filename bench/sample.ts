/** One measurement. */
export interface Sample {
  /** What of the case was measured; empty where the case is one thing. */
  readonly label: string;
  readonly milliseconds: number;
}

/** A measurement of a case that is one thing. */
export const sample = (milliseconds: number): Sample => ({ label: '', milliseconds });

/** A floor that is one number of milliseconds. */
export const unlabelled = (measure: () => number) => (): readonly Sample[] => [sample(measure())];

/** The lines that a program printed: milliseconds, with a label before them or none. */
export function printedSamples(stdout: string): readonly Sample[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const words = line.split(' ');
      const milliseconds = Number(words.pop());
      if (!Number.isFinite(milliseconds)) throw new Error(`a bench program printed '${line}'`);
      return { label: words.join(' '), milliseconds };
    });
}
