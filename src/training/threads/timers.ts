/** Timers as Node and browsers both have them. */

export type Timer = ReturnType<typeof setTimeout>;

/** Node ends without waiting for it; a browser's timers are numbers, and nothing waits for them. */
export function leaveUnawaited(timer: Timer): void {
  if (typeof timer === 'object') timer.unref();
}
