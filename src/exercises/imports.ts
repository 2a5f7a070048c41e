/** What an import statement binds. */

export interface ImportedName {
  /** `a.b` of `from a.b import c`; undefined for `import a.b`. */
  readonly from: string | undefined;
  readonly path: string;
  readonly alias: string | undefined;
}

/** Reads `import a.b`, `import a.b as c`, `from a import b, c as d`, with parentheses, line breaks and comments. */
export function readImports(statement: string): readonly ImportedName[] {
  const text = statement.replace(/#.*|[()\\\n]/g, ' ');
  const [, from, list = ''] = /^from\s+([\w.]+)\s+import\s+(.*)$/.exec(text) ?? [];
  const parts = (from === undefined ? text.replace(/^import\s/, '') : list).split(',');
  return parts.flatMap((part): ImportedName[] => {
    const [, path, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(part) ?? [];
    return path === undefined ? [] : [{ from, path, alias }];
  });
}
