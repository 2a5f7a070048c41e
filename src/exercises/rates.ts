/** Names of what is never negative and worth trying over orders of magnitude: learning rates, deviations, penalties. */

const RATE = /(?:^|_)(?:lr|learning_rate|sigma|std|noise|weight_decay|wd|lambd|eps)$/;

export function isRate(name: string): boolean {
  return RATE.test(name);
}
