/**
 * The last bound of a run's memory. Tensors and Python have limits of their own (decision 9); this one sees what hostile code
 * may take besides them, such as arrays made through JavaScript.
 */

/** How much more than at its beginning a process may take during a run. */
const MOST_BYTES = 4 * 2 ** 30;
const EVERY_MILLISECONDS = 250;

/** Calls back once when the process has grown by more than it may; returns what ends the watch. */
export function watchMemory(
  exceeded: () => void,
  resident: () => number = () => process.memoryUsage.rss(),
): () => void {
  const limit = resident() + MOST_BYTES;
  const timer = setInterval(() => {
    if (resident() <= limit) return;
    clearInterval(timer);
    exceeded();
  }, EVERY_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
