/** The literals of one notebook cell that the panel makes controls of, and the values that it runs with in their place. */

import type * as vscode from 'vscode';
import { readBlocks } from '../../exercises/blocks.ts';
import { readCellCode, type CellCode } from '../../exercises/cell-code.ts';
import type { ParameterValue, Plan } from '../../exercises/model.ts';
import { planCells, planRun } from '../../exercises/plan.ts';
import { panelParameters, type PanelParameter } from '../../run-model/state.ts';
import { codeEdits } from '../overrides/code-edits.ts';
import { LiteralOverrides } from '../overrides/literal-overrides.ts';
import type { TextChange } from '../overrides/text-changes.ts';

export class CellParameters {
  #plan: Plan;
  #version: number;
  readonly #overrides: LiteralOverrides;

  constructor(private readonly document: Pick<vscode.TextDocument, 'getText' | 'version'>) {
    this.#plan = planOf(document.getText());
    this.#version = document.version;
    this.#overrides = new LiteralOverrides(this.#plan);
  }

  /** The cell was edited: an edit of a literal ends its override. */
  edited(changes: readonly TextChange[]): void {
    this.#overrides.edited(changes);
  }

  /** For the panel. `name`: as it calls the cell. */
  shown(name: string): readonly PanelParameter[] {
    this.#refresh();
    return panelParameters(this.#plan.parameters, this.#overrides.active, () => name);
  }

  /** What a run of the cell executes, its lines where they are in the cell; or why it is none. */
  code(): CellCode {
    this.#refresh();
    const code = readCellCode(this.document.getText());
    const { active } = this.#overrides;
    if (!('source' in code) || Object.keys(active).length === 0) return code;
    const [cell] = planCells(this.#plan, active);
    return cell === undefined ? code : { ...code, source: '\n'.repeat(cell.firstLine - 1) + cell.source };
  }

  set(key: string, value: ParameterValue): void {
    this.#overrides.set(key, value);
  }

  /** Takes all overrides away. */
  clear(): void {
    this.#overrides.clear();
  }

  /** The overrides as edits of the cell. */
  edits(): readonly TextChange[] {
    this.#refresh();
    return codeEdits(this.#plan, this.#overrides.active);
  }

  #refresh(): void {
    if (this.#version === this.document.version) return;
    this.#version = this.document.version;
    this.#plan = planOf(this.document.getText());
    this.#overrides.read(this.#plan);
  }
}

/** A notebook of this one cell. */
function planOf(text: string): Plan {
  const notebook = JSON.stringify({ cells: [{ cell_type: 'code', source: text }] });
  return planRun(readBlocks(notebook, 'notebook', ''), 'all');
}
