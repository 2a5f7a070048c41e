/** When a key of the window was pressed. */
import { workbench } from '../../test/vscode/window.ts';

/** Runs in the window's page: notes when a key goes down. */
function noteKeys(): void {
  const page = globalThis as unknown as { pressed?: number };
  const note = (): void => {
    page.pressed = performance.timeOrigin + performance.now();
  };
  window.addEventListener('keydown', note, true);
}

export async function watchKeys(): Promise<void> {
  await workbench.evaluate(`(${noteKeys.toString()})()`);
}

/** Milliseconds of the system's clock; NaN where no key was pressed since `watchKeys`. */
export const lastPress = async (): Promise<number> => Number(await workbench.evaluate('pressed'));
