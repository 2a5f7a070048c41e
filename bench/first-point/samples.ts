/** Milliseconds by what they were needed for; the last label is the whole, which has a target. */
export type Samples = Readonly<Record<string, readonly number[]>>;
