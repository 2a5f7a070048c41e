/**
 * Programs that PyTorch runs and the engine does not yet, each with what is missing.
 *
 * They are expected to fail: a program that starts to agree makes its test fail until its line here is deleted.
 */
export const LATER: ReadonlyMap<string, string> = new Map([]);
