/** The list of folders in which a Python language server looks for modules, with our stubs in it or not. */

/** @param paths the setting's value, which may be anything */
export function hasPath(paths: unknown, folder: string): boolean {
  return Array.isArray(paths) && paths.includes(folder);
}

/** The list with the folder at its end; what else is in it stays. */
export function withPath(paths: unknown, folder: string): unknown[] {
  const others: unknown[] = Array.isArray(paths) ? paths : [];
  return [...others.filter((path) => path !== folder), folder];
}

/** The list without the folder; undefined, which removes the setting, when nothing is left. */
export function withoutPath(paths: unknown, folder: string): unknown[] | undefined {
  const others = withPath(paths, folder).slice(0, -1);
  return others.length > 0 ? others : undefined;
}
