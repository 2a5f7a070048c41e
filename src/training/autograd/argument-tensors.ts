/** The tensors among an operation's arguments or results, which may be in lists. */
import { Tensor } from '../tensor/tensor.ts';
import { isRecording } from './tape/mode.ts';

export function wantsGradient(args: readonly unknown[]): boolean {
  for (const arg of args) {
    if (arg instanceof Tensor) {
      if (arg.requiresGrad && isRecording()) return true;
    } else if (Array.isArray(arg) && arg.length > 0 && arg[0] instanceof Tensor) {
      if (wantsGradient(arg)) return true;
    }
  }
  return false;
}

export function tensorsOf(values: readonly unknown[]): Tensor[] {
  const found: Tensor[] = [];
  for (const value of values) {
    if (value instanceof Tensor) found.push(value);
    else if (Array.isArray(value)) found.push(...tensorsOf(value));
  }
  return found;
}
