/** Where the command line keeps data sets. */

import path from 'node:path';

/** What decides it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The folder for data sets: `D2L_DATA_SETS` if it is set, else below the user's own folder for programs' data. */
export function dataSetsFolder({ platform, home, environment }: Machine): string {
  const { D2L_DATA_SETS: own = '' } = environment;
  if (own !== '') return path.resolve(own);
  return path.join(programsData(platform, home, environment), 'd2l-exercises', 'data-sets');
}

function programsData(
  platform: NodeJS.Platform,
  home: string,
  { XDG_DATA_HOME: xdg = '', LOCALAPPDATA: local = '' }: Machine['environment'],
): string {
  if (platform === 'win32') return local === '' ? path.join(home, 'AppData', 'Local') : local;
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  return path.isAbsolute(xdg) ? xdg : path.join(home, '.local', 'share');
}
