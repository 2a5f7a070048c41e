/** The command line from its words to its exit status. */
import { parseArguments } from './arguments.ts';
import { compare } from './compare.ts';
import { dataSets } from './data-sets.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { list } from './list.ts';
import { run } from './run.ts';
import { sweep } from './sweep.ts';
import type { Environment } from './environment.ts';
import { visible, visibleLine } from '../text/visible.ts';
import { HELP, UsageError } from './usage.ts';

/** The command line: carries out the words after the program's name and gives the exit status. */
export async function main(words: readonly string[], environment: Environment): Promise<ExitStatus> {
  try {
    return await carryOut(words, environment);
  } catch (error) {
    const { stderr } = environment;
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

async function carryOut(words: readonly string[], environment: Environment): Promise<ExitStatus> {
  const command = parseArguments(words);
  switch (command.type) {
    case 'help':
      environment.stdout.write(HELP);
      return EXIT.ok;
    case 'version':
      environment.stdout.write(`${environment.version}\n`);
      return EXIT.ok;
    case 'list':
      await list(command, environment);
      return EXIT.ok;
    case 'run':
      return run(command, environment);
    case 'sweep':
      return sweep(command, environment);
    case 'compare':
      return compare(command, environment);
    case 'data':
      return dataSets(command, environment);
  }
}
