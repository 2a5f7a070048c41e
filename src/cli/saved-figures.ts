/** The figures that a run saves with `savefig`: written to a folder, or told of. */

import path from 'node:path';
import type { Translate } from '../advice/translate.ts';
import type { FigureDrawing, RunEvent } from '../training/protocol/protocol.ts';
import { reasonOf } from '../text/reason.ts';
import type { RunCommand } from './arguments.ts';
import { writeForeign } from './terminal.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './usage.ts';

/** As a path below the folder: what leads out of it is left away. */
export function placeIn(folder: string, name: string): string {
  const parts = name.split(/[\\/]+/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return path.join(folder, ...parts.map((part) => part.replace(/[:*?"<>|\0]/g, '_')));
}

/**
 * Says before anything runs that there is no such folder.
 *
 * @throws UsageError
 */
export async function checkFolder(target: string, { reports }: Environment): Promise<void> {
  if (!(await reports.isWritable(target)))
    throw new UsageError(`--files: there is no folder ${target} to write in`);
}

export class SavedFigures {
  /** The last drawing of each name: a program may save over what it has saved. */
  readonly #drawings = new Map<string, FigureDrawing>();

  constructor(
    private readonly command: Pick<RunCommand, 'files' | 'json'>,
    private readonly environment: Environment,
    private readonly t: Translate,
  ) {}

  accept(event: RunEvent): void {
    if (event.type === 'figureFile') this.#drawings.set(event.name, event.drawing);
  }

  /** Writes them and says where; without a folder, says how they can be had. */
  async finish(): Promise<void> {
    const { files } = this.command;
    if (this.#drawings.size === 0) return;
    if (files === null) return this.#offer();
    for (const [name, drawing] of this.#drawings) await this.#write(placeIn(files, name), drawing);
  }

  #offer(): void {
    const names = [...this.#drawings.keys()].join(', ');
    this.#say(this.t('saved in the run alone: {0} (--files FOLDER keeps what a run saves)', names));
  }

  async #write(target: string, drawing: FigureDrawing): Promise<void> {
    const { figureFiles } = this.environment;
    try {
      await figureFiles.write(target, await figureFiles.draw(drawing));
      this.#say(this.t('saved: {0}', target));
    } catch (error) {
      this.#say(this.t('{0} was not written: {1}', target, reasonOf(error)));
    }
  }

  #say(text: string): void {
    if (!this.command.json) writeForeign(this.environment.stderr, `${text}\n`);
  }
}
