// Makes dist/language/calls.json from the editor's list of names: how positional arguments are called (src/exercises/signatures.ts).
import { writeFile } from 'node:fs/promises';

/** Nobody turns an argument of a drawing or of a table. */
const LEFT_OUT = /^(?:matplotlib|pandas)\b/;

/** `input: torch.Tensor` → `input!`; undefined where no further position follows. */
function word(parameter) {
  const [, stars, name, type = ''] = /^(\**)(\w+)(?:: ([^=]*?))?(?:\s*=.*)?$/.exec(parameter) ?? [];
  if (name === undefined || stars === '**') return undefined;
  const takesNumber = /\b(?:float|int|bool|Scalar)\b/.test(type) || !type.includes('Tensor');
  return `${stars}${name}${takesNumber ? '' : '!'}`;
}

function line({ parameters }) {
  const end = parameters.findIndex((parameter) => word(parameter) === undefined || /^\*\w/.test(parameter));
  const isOpen = end >= 0 && /^\*\w/.test(parameters[end]);
  return parameters
    .slice(0, end < 0 ? undefined : isOpen ? end + 1 : end)
    .map(word)
    .join(' ');
}

/** Only what takes a number at some position. */
function linesOf({ forms = [] }) {
  const lines = [...new Set(forms.map(line))].filter((words) => words !== '');
  return lines.some((words) => words.split(' ').some((each) => !each.endsWith('!'))) ? lines : [];
}

export async function writeCalls({ modules, classes }, file) {
  const members = Object.entries({ ...modules, 'torch.Tensor': classes['torch.Tensor'].members });
  const calls = {};
  for (const [owner, entries] of members.filter(([name]) => !LEFT_OUT.test(name))) {
    for (const [name, entry] of Object.entries(entries)) {
      const lines = linesOf(entry);
      if (lines.length > 0) calls[`${owner}.${name}`] = lines;
    }
  }
  await writeFile(file, JSON.stringify(calls));
}
