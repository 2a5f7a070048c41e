/** Whether operations are recorded: Python's grad mode, and our own while the engine computes for itself. */
import { inferenceMode } from '../../backend/buffer.ts';

let pythonMode: () => boolean = () => true;
let override: boolean | null = null;

/** Python keeps its grad mode in the shared block, so that `no_grad` costs no call. */
export function readGradModeFrom(source: () => boolean): void {
  pythonMode = source;
  override = null;
}

export const isRecording = (): boolean => override ?? pythonMode();

/**
 * Forces recording on or off (null: neither).
 * @returns what was in force, to be set again at the end, in `finally`
 */
export function setRecording(recording: boolean | null): boolean | null {
  const before = override;
  override = recording;
  return before;
}

/** Runs `body` with recording forced on or off. */
export function withRecording<R>(recording: boolean, body: () => R): R {
  const before = setRecording(recording);
  try {
    return body();
  } finally {
    setRecording(before);
  }
}

/** Runs `body` with Python's own mode in force: control goes back to Python from within a computation of ours. */
export function withPythonMode<R>(body: () => R): R {
  const before = override;
  override = null;
  try {
    return body();
  } finally {
    override = before;
  }
}

/** Switches inference mode on or off: what is made in it is marked. */
export function setInference(wanted: boolean): void {
  inferenceMode.isOn = wanted;
}

let anomalies = false;

/** Whether a backward pass looks for NaN in what each node gives. */
export const detectsAnomalies = (): boolean => anomalies;

export function detectAnomalies(wanted: boolean): void {
  anomalies = wanted;
}

/** Forgets a mode that an interrupted computation left behind. */
export function resetRecording(): void {
  override = null;
  anomalies = false;
  inferenceMode.isOn = false;
}
