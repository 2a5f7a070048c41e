/** Which operations programs use, as far as their text says. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const MEMBER = /\.([A-Za-z]\w*)/g;

/** Every name that stands after a dot in files, or in all Python files and tables of folders. */
export function namesUsed(paths: readonly string[]): ReadonlySet<string> {
  const files = paths.flatMap((each) => (statSync(each).isDirectory() ? filesBelow(each) : [each]));
  return new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(MEMBER)].map(nameOf)));
}

const nameOf = ([, name]: RegExpMatchArray): string => name as string;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:py|tsv)$/.test(file))
    .map((file) => path.join(folder, file));
}

/** Whether an operation as PyTorch's databases name it, `nn.functional.relu`, is used: in place counts too. */
export function isUsed(operation: string, names: ReadonlySet<string>): boolean {
  const own = operation.slice(operation.lastIndexOf('.') + 1);
  return names.has(own) || names.has(`${own}_`);
}
