/** What one run executes: rule 1 of the design. */

import { namesOf } from './code-names.ts';
import { executable } from './ipython.ts';
import { uniqueKeys } from './keys.ts';
import type { Block, Overrides, Parameter, Plan } from './model.ts';
import { abbreviates, exerciseOf, readHeading, sectionOf } from './numbers.ts';
import { applyOverrides } from './overrides.ts';
import { readParameters } from './parameters.ts';

/**
 * What to run: an exercise by its number, the block at a 1-based line, a block by its index, that
 * block with all above it (`through`: other exercises' too), or the whole document.
 */
export type Target =
  | { readonly exercise: string }
  | { readonly line: number }
  | { readonly block: number }
  | { readonly through: number }
  | 'all';

/** A block's source as a run executes it. */
export interface PlannedCell {
  readonly source: string;
  readonly document: string;
  readonly firstLine: number;
  /** What its `%%` line asks for; see `executable`. */
  readonly magic?: string;
  /** `n` of `In [n]`, for a notebook's cell, whose value is displayed. */
  readonly execution?: number;
}

/** Thrown when the document has no such target; the message lists what there is. */
export class UnknownTarget extends Error {
  override readonly name = 'UnknownTarget';
}

/**
 * Collects what a run of the target executes: every block above the chosen one that belongs to no other
 * exercise, the exercise's own blocks up to the chosen one, and that one. An exercise's number chooses its
 * last block, a part's number (`8-2`) the last block of that part.
 *
 * @throws UnknownTarget
 */
export function planRun(blocks: readonly Block[], target: Target): Plan {
  if (target === 'all') return planAll(blocks);
  if (blocks.length === 0) throw new UnknownTarget('There is nothing to run: no Python code was found.');
  const chosen = chooseBlock(blocks, target);
  const isOwn = (block: Block): boolean =>
    block === chosen || (chosen.exercise !== null && isOf(block, chosen.exercise));
  const takesAll = 'through' in target;
  const needed = neededBlocks(blocks, chosen, isOwn);
  const run = blocks.filter(
    (block) =>
      block.index <= chosen.index &&
      (takesAll || block.exercise === null || isOwn(block) || needed.has(block)),
  );
  const title = chosen.title || run.findLast((block) => isOwn(block) && block.title !== '')?.title || '';
  return {
    id: identityOf(chosen, blocks),
    title,
    exercise: chosen.exercise,
    blocks: run,
    parameters: planParameters([...run.filter(isOwn), ...run.filter((block) => !isOwn(block))], blocks),
  };
}

/**
 * Other exercises' blocks of a script without cells that bind names which the chosen one needs and finds nowhere else:
 * with them it runs as it does in the whole script.
 */
function neededBlocks(
  blocks: readonly Block[],
  chosen: Block,
  isOwn: (block: Block) => boolean,
): ReadonlySet<Block> {
  const needed = new Set<Block>();
  if (chosen.origin !== 'comment') return needed;
  const above = blocks.slice(0, chosen.index + 1);
  const taken = above.filter((block) => block.exercise === null || isOwn(block));
  const given = new Set(taken.flatMap(({ source }) => [...namesOf(source).binds]));
  const wanted = new Set<string>();
  const want = ({ source }: Block): void => {
    for (const name of namesOf(source).needs) if (!given.has(name)) wanted.add(name);
  };
  taken.forEach(want);
  // From the bottom up: the latest block that binds a name gives it.
  for (const block of above.toReversed()) {
    const bound = [...namesOf(block.source).binds].filter((name) => wanted.has(name));
    if (bound.length === 0 || taken.includes(block)) continue;
    needed.add(block);
    bound.forEach((name) => wanted.delete(name));
    want(block);
  }
  return needed;
}

/** The sources a run executes, in order, with the overrides in place. */
export function planCells(plan: Plan, overrides: Overrides): PlannedCell[] {
  return plan.blocks.map((block, nth) => {
    const source = applyOverrides(block, plan.parameters, overrides);
    return {
      ...(/^(?:script|comment)$/.test(block.origin) ? { source } : executable(source)),
      document: block.document,
      firstLine: block.firstLine,
      ...(block.origin === 'notebook' ? { execution: nth + 1 } : {}),
    };
  });
}

/** The plan's blocks that are the chosen exercise's own; none when no exercise was chosen. */
export function ownBlocks({ blocks, exercise }: Plan): readonly Block[] {
  return exercise === null ? [] : blocks.filter((block) => isOf(block, exercise));
}

/** The exercise numbers of a document in order, each once. */
export function exerciseNumbers(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap((block) => block.exercise ?? []))];
}

function planAll(blocks: readonly Block[]): Plan {
  return { id: 'all', title: '', exercise: null, blocks, parameters: planParameters(blocks, blocks) };
}

/** @param run the blocks whose parameters are wanted, the chosen exercise's own first */
function planParameters(run: readonly Block[], blocks: readonly Block[]): readonly Parameter[] {
  return uniqueKeys(run.flatMap((block) => readParameters(block, blocks)));
}

/** Whether the block belongs to the exercise, whichever part of it either names. */
function isOf(block: Block, exercise: string): boolean {
  return block.exercise !== null && exerciseOf(block.exercise) === exerciseOf(exercise);
}

function chooseBlock(blocks: readonly Block[], target: Exclude<Target, 'all'>): Block {
  if ('exercise' in target) return lastBlockOf(blocks, target.exercise);
  if ('line' in target) return blockAt(blocks, target.line);
  const index = 'block' in target ? target.block : target.through;
  const block = blocks[index];
  if (!block)
    throw new UnknownTarget(`There is no block ${index}: the blocks are 0 to ${blocks.length - 1}.`);
  return block;
}

function lastBlockOf(blocks: readonly Block[], typed: string): Block {
  const number = resolveNumber(exerciseNumbers(blocks), readHeading(typed).number ?? typed.trim());
  const block = blocks.findLast(({ exercise }) => exercise !== null && names(number, exercise));
  if (!block) throw unknownExercise(blocks, typed);
  return block;
}

/** Whether a number means a block's exercise: itself, or the exercise of which the block is a part. */
function names(number: string, exercise: string): boolean {
  return number === exercise || number === exerciseOf(exercise);
}

/** Completes a number without section (`6`, `8-2`) when only one of the document's ends like it. */
function resolveNumber(numbers: readonly string[], typed: string): string {
  if (numbers.some((number) => names(typed, number))) return typed;
  const whole = [...new Set(numbers.flatMap((number) => [number, exerciseOf(number)]))];
  const ends = whole.filter((number) => abbreviates(typed, number));
  const candidates = ends.length > 0 ? ends : whole.filter((number) => isAlike(typed, number));
  if (candidates.length > 1) {
    throw new UnknownTarget(`Exercise ${typed} is ambiguous: ${candidates.join(', ')}.`);
  }
  return candidates[0] ?? typed;
}

/** `3.4.8-2` for 3.4.6.8-2 and the other way, `3.4.6-1` for 3.4.6.1: as one may count the exercises of a section. */
function isAlike(typed: string, number: string): boolean {
  const plain = (text: string): string => text.replace('-', '.');
  if (plain(typed) === plain(number)) return true;
  const [section, ofTyped] = [sectionOf(number), sectionOf(typed)];
  if (section === null || section !== ofTyped || number === section || typed === section) return false;
  return [typed, number].some((whole) => {
    const other = whole === typed ? number : typed;
    return whole.endsWith(other.slice(section.length));
  });
}

function unknownExercise(blocks: readonly Block[], typed: string): UnknownTarget {
  const numbers = exerciseNumbers(blocks);
  const known =
    numbers.length === 0 ? 'no block names an exercise' : `the exercises here are ${numbers.join(', ')}`;
  return new UnknownTarget(`There is no exercise ${typed}: ${known}.`);
}

/** The block whose heading or code is the last to begin at or above the line. */
function blockAt(blocks: readonly Block[], line: number): Block {
  if (new Set(blocks.map((block) => block.document)).size > 1) {
    throw new UnknownTarget('Lines of a notebook count within its cells: choose an exercise instead.');
  }
  const block = blocks.findLast((candidate) => candidate.headingLine <= line);
  if (!block)
    throw new UnknownTarget(
      `There is no block at line ${line}: the first begins at line ${blocks[0]?.headingLine}.`,
    );
  return block;
}

/**
 * The exercise's number for its last block, with an ordinal for its earlier ones; else the title or the
 * index.
 */
function identityOf(chosen: Block, blocks: readonly Block[]): string {
  if (chosen.exercise !== null) {
    const own = blocks.filter((block) => block.exercise === chosen.exercise);
    return chosen === own.at(-1) ? chosen.exercise : `${chosen.exercise}#${own.indexOf(chosen) + 1}`;
  }
  if (chosen.title === '') return `block ${chosen.index}`;
  const alike = blocks.filter((block) => block.exercise === null && block.title === chosen.title);
  const nth = alike.indexOf(chosen) + 1;
  return nth === 1 ? chosen.title : `${chosen.title}#${nth}`;
}
