/** The code that past runs executed, to be compared and put back: bounded, with one copy of what differs by literals only. */

import { createHash } from 'node:crypto';
import type { Plan } from '../../exercises/model.ts';
import type { PastCode } from '../../run-model/history.ts';
import { readKeys } from '../targets.ts';

/** A block by what it is called, and its code. */
export interface BlockCode {
  /** Exercise, title, and which of the plan's blocks with both of these it is. */
  readonly name: string;
  readonly source: string;
}

/** Blocks with a mark in the place of each parameter's literal. */
export type Template = readonly BlockCode[];

/** What a run executed, as the document had it. */
export interface RunCode {
  readonly template: Template;
  /** Literals as they were written, by the key of their parameter. */
  readonly written: Readonly<Record<string, string>>;
}

/** Encloses the key of a literal; no source holds it. */
const MARK = '\0';

export function codeOf({ blocks, parameters }: Plan): RunCode {
  const names = readKeys(blocks);
  const written: Record<string, string> = {};
  const template = blocks.map((block, place) => {
    const own = parameters.filter((parameter) => parameter.block === block.index);
    const source = own
      .toSorted((a, b) => b.start - a.start)
      .reduce((text, { key, start, end }) => {
        written[key] = block.source.slice(start, end);
        return `${text.slice(0, start)}${MARK}${key}${MARK}${text.slice(end)}`;
      }, block.source);
    return { name: names[place] ?? '', source };
  });
  return { template, written };
}

/** Blocks as they were. */
export function filled({ template, written }: RunCode): readonly BlockCode[] {
  return template.map(({ name, source }) => ({
    name,
    source: source.replace(/\0([^\0]*)\0/g, (_, key: string) => written[key] ?? ''),
  }));
}

/** Templates by name, as the workspace's storage keeps them. */
export type StoredTemplates = Readonly<Record<string, Template>>;

/** Characters of templates kept of an exercise; the oldest go first. VS Code reads the storage of a workspace whole. */
const MOST_CHARACTERS = 60_000;

/** The code of an exercise's past runs. */
export class RunCodes {
  #templates: ReadonlyMap<string, Template>;

  constructor(stored: StoredTemplates = {}) {
    this.#templates = new Map(Object.entries(stored));
  }

  /** Newest last; those of `used` only. */
  storedFor(used: ReadonlySet<string>): StoredTemplates {
    return Object.fromEntries([...this.#templates].filter(([name]) => used.has(name)));
  }

  /** Takes in what a run executed. */
  add({ template, written }: RunCode): PastCode {
    const name = createHash('sha256').update(JSON.stringify(template)).digest('base64').slice(0, 16);
    const others = [...this.#templates].filter(([other]) => other !== name);
    this.#templates = new Map(bounded([...others, [name, template]]));
    return { template: name, written };
  }

  /** undefined: it was too much to be kept. */
  get(code: PastCode | null | undefined): readonly BlockCode[] | undefined {
    const template = code ? this.#templates.get(code.template) : undefined;
    return template && code ? filled({ template, written: code.written }) : undefined;
  }
}

function bounded(templates: readonly (readonly [string, Template])[]): (readonly [string, Template])[] {
  let left = MOST_CHARACTERS;
  return templates
    .toReversed()
    .filter(([, template]) => {
      left -= template.reduce((sum, { source }) => sum + source.length, 0);
      return left >= 0;
    })
    .toReversed();
}
