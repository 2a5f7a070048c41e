/** Why something failed, in its own words: whatever was thrown, if it is no error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
