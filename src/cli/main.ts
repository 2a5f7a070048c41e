import { parseArguments } from './arguments.ts';
import type { ExitStatus } from './exit-status.ts';
import { EXIT } from './exit-status.ts';
import { list } from './list.ts';
import { run } from './run.ts';
import { sweep } from './sweep.ts';
import type { Surroundings } from './surroundings.ts';
import { visible, visibleLine } from '../text/visible.ts';
import { HELP, UsageError } from './usage.ts';

/** The command line: carries out the words after the program's name and gives the exit status. */
export async function main(words: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
  try {
    return await carryOut(words, surroundings);
  } catch (error) {
    const { stderr } = surroundings;
    if (error instanceof UsageError) {
      stderr.write(`d2l-exercises: ${visibleLine(error.message)}\nSee d2l-exercises --help.\n`);
      return EXIT.usage;
    }
    stderr.write(
      `d2l-exercises: the engine failed: ${visible(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
    );
    return EXIT.engine;
  }
}

async function carryOut(words: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
  const command = parseArguments(words);
  switch (command.type) {
    case 'help':
      surroundings.stdout.write(HELP);
      return EXIT.ok;
    case 'version':
      surroundings.stdout.write(`${surroundings.version}\n`);
      return EXIT.ok;
    case 'list':
      await list(command, surroundings);
      return EXIT.ok;
    case 'run':
      return run(command, surroundings);
    case 'sweep':
      return sweep(command, surroundings);
  }
}
