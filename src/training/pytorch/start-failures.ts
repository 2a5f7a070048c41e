/** Why a Python cannot be used, or is gone, in a line that says what to do. */

/** How a process ended. */
export interface ProcessEnd {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What Windows answers in place of a Python that was never installed. */
const STORE_STATUS = 9009;
const STORE_WORDS = /Microsoft Store|App execution aliases/i;

const SIGNALS: Readonly<Partial<Record<NodeJS.Signals, string>>> = {
  SIGKILL: 'was killed, by somebody or because memory ran out',
  SIGSEGV: 'crashed (segmentation fault)',
  SIGABRT: 'crashed (aborted)',
  SIGILL: 'crashed: its PyTorch was built for another processor (illegal instruction)',
  SIGBUS: 'crashed (bus error)',
  SIGTERM: 'was ended by somebody',
};

/**
 * @param executable as the user named it
 * @param said a code of the system's, or what the process wrote to stderr
 * @param end missing: it never started
 */
export function startFailure(executable: string, said: string, end?: ProcessEnd): string {
  if (end === undefined) return neverStarted(executable, said);
  if (end.status === STORE_STATUS || STORE_WORDS.test(said))
    return `${executable} only leads to Windows's store: install Python from python.org, or choose another interpreter`;
  const { signal, status } = end;
  if (signal !== null) return `this Python ${SIGNALS[signal] ?? `ended by ${signal}`}`;
  const last = lastLine(said);
  return `this Python ended with status ${String(status)}${last === '' ? '' : `: ${last}`}`;
}

function neverStarted(executable: string, said: string): string {
  if (said === 'ENOENT') return `there is no Python at ${executable}: choose another interpreter`;
  if (said === 'EACCES') return `${executable} may not be executed: choose a Python interpreter`;
  if (said === 'ENOEXEC' || said === 'UNKNOWN')
    return `${executable} is no program: choose a Python interpreter`;
  return `${executable} cannot be started: ${said}`;
}

function lastLine(said: string): string {
  return (said.trimEnd().split('\n').at(-1) ?? '').trim().slice(0, 300);
}
