/**
 * The panel's values for literals of one exercise. Each belongs to a literal at its place in the document, not to a key that
 * another literal may take over; it ends when the literal is edited, and when the code has it no more.
 */

import { placeInDocument } from '../../exercises/blocks.ts';
import type { Block, Overrides, Parameter, ParameterValue, Plan } from '../../exercises/model.ts';
import { sameValue } from '../../exercises/values.ts';
import { isValueOf } from '../../run-model/state.ts';
import type { PlainPosition, PlainRange } from '../run-problems.ts';
import { movedBy, type TextChange } from './text-changes.ts';

interface LiteralOverride {
  /** Of the parameter in the plan that was read last. */
  readonly key: string;
  /** In the document as it is now. */
  readonly place: PlainRange;
  readonly value: ParameterValue;
}

/** A value that runs use, and where its literal stands now. */
export interface PlacedOverride {
  readonly key: string;
  readonly place: PlainRange;
}

/** Edits remembered until the text is read again; with more of them no control of the former text is obeyed. */
const MOST_UNREAD = 500;

export class LiteralOverrides {
  #entries: readonly LiteralOverride[] = [];
  /** Edits since the plan was read. */
  #unread: TextChange[] = [];

  constructor(private plan: Plan) {}

  /** By the keys of the plan that was read last. */
  get active(): Overrides {
    return Object.fromEntries(this.#entries.map(({ key, value }) => [key, value]));
  }

  get placed(): readonly PlacedOverride[] {
    return this.#entries;
  }

  /** The document was edited: returns whether a literal with a value of the panel was. */
  edited(changes: readonly TextChange[]): boolean {
    if (this.#unread.length <= MOST_UNREAD) this.#unread.push(...changes);
    const before = this.#entries.length;
    this.#entries = this.#entries.flatMap((entry) => {
      const place = movedBy(entry.place, changes);
      return place === null ? [] : [{ ...entry, place }];
    });
    return this.#entries.length < before;
  }

  /** The text was read anew: a value whose literal is not found at its place, or says the same by now, is no more. */
  read(plan: Plan): void {
    this.plan = plan;
    this.#unread = [];
    this.#entries = this.#entries.flatMap((entry) => {
      const parameter = plan.parameters.find((candidate) => isAt(candidate, entry.place, plan.blocks));
      if (parameter === undefined || !isChange(parameter, entry.value)) return [];
      return [{ ...entry, key: parameter.key }];
    });
  }

  /**
   * Sets the value of the parameter that had this key when the text was read last; the code's own value takes the override
   * away. A literal that was edited since keeps what stands in the code.
   */
  set(key: string, value: ParameterValue): void {
    const parameter = this.plan.parameters.find((candidate) => candidate.key === key);
    this.#entries = this.#entries.filter((entry) => entry.key !== key);
    if (parameter === undefined || !isChange(parameter, value) || this.#unread.length > MOST_UNREAD) return;
    const read = placeOf(parameter, this.plan.blocks);
    const place = read === null ? null : movedBy(read, this.#unread);
    if (place !== null) this.#entries = [...this.#entries, { key, place, value }];
  }

  /** Takes one override away, or all. */
  clear(key?: string): void {
    this.#entries = key === undefined ? [] : this.#entries.filter((entry) => entry.key !== key);
  }
}

/** Whether a run with the value is another than one of the code as it stands. */
function isChange({ kind, value: written }: Parameter, value: ParameterValue): boolean {
  return isValueOf(kind, value) && !sameValue(written, value);
}

function isAt(parameter: Parameter, place: PlainRange, blocks: readonly Block[]): boolean {
  if (parameter.line !== place.start.line + 1) return false;
  const own = placeOf(parameter, blocks);
  return own !== null && isSame(own.start, place.start) && isSame(own.end, place.end);
}

const isSame = (left: PlainPosition, right: PlainPosition): boolean =>
  left.line === right.line && left.character === right.character;

/** Where a parameter's literal stands in the document. */
function placeOf({ block: index, start, end }: Parameter, blocks: readonly Block[]): PlainRange | null {
  const block = blocks.find((candidate) => candidate.index === index);
  return block === undefined ? null : { start: positionIn(block, start), end: positionIn(block, end) };
}

/** An offset of a block's source as the editor counts. */
export function positionIn(block: Block, offset: number): PlainPosition {
  const { line, column } = placeInDocument(block, offset);
  return { line: line - 1, character: column };
}
