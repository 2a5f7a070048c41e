/** What did I try before: a table of past runs, newest first, to pin, name, clear and export. */

import { MAX_NAME, usualComparison, type Change, type PastRun } from '../../../run-model/history.ts';
import { button } from '../elements/controls.ts';
import { cell, create, row, scrollable } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import { iconButton } from '../elements/icon-button.ts';
import { menu } from '../elements/menu.ts';
import { duration } from '../numbers.ts';
import { changesText, lossText, runName, statusWord, weightErrorText, type Told } from './run-text.ts';
import { runGroups, type RunGroup } from './run-groups.ts';
import { section } from '../elements/section.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { t } from '../words.ts';

const HEADINGS = [t('run'), t('changed'), t('loss'), t('w error'), t('time')];

export class RunsSection {
  readonly #part;
  readonly #rows = create('tbody');
  #shown: readonly PastRun[] = [];
  /** The run that is being named. */
  #naming: number | null = null;
  /** Numbers of the runs whose repetitions are unfolded, and of those whose further actions are. */
  readonly #unfolded = new Set<number>();
  #acting: number | null = null;
  readonly #compare;

  readonly #host: Host;

  constructor({ host }: Page) {
    this.#host = host;
    this.#part = section('runs', t('Runs'), host);
    const exports = menu({
      label: t('Export'),
      icon: 'save',
      title: t('Export the runs'),
      items: [
        { label: 'CSV\u2026', onChoose: () => host.post({ type: 'exportRuns', format: 'csv' }) },
        { label: 'JSON\u2026', onChoose: () => host.post({ type: 'exportRuns', format: 'json' }) },
      ],
    });
    const clear = button({
      label: t('Clear'),
      icon: 'clear-all',
      look: 'quiet',
      title: t('Clear the past runs'),
      onPress: () => host.post({ type: 'clearRuns' }),
    });
    this.#compare = button({
      label: t('Compare'),
      icon: 'git-compare',
      look: 'quiet',
      title: t('Show two runs side by side'),
      onPress: () => this.#host.post({ type: 'compareRuns', runs: usualComparison(this.#shown) }),
    });
    this.#part.actions.append(this.#compare.element, exports, clear.element);
    const name = t('Past runs of this exercise, newest first');
    const caption = create('caption', 'unseen', name);
    const headings = HEADINGS.map((heading) => cell(heading, 'col'));
    const tools = create('td', 'unseen', t('pin, name, more'));
    const head = create('thead', '', row(...headings, tools));
    this.#part.body.append(scrollable(create('table', 'runs-table', caption, head, this.#rows), name));
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'turn';
  }

  update({ state: { history } }: PanelView): void {
    if (history === this.#shown) return;
    this.#shown = history;
    this.#part.setVisible(history.length > 0);
    this.#compare.element.hidden = history.length < 2 || !this.#host.hasEditor;
    this.#render();
  }

  /** The element that had the focus gets it again, or its successor of the same run. */
  #render(): void {
    const focused = this.#part.body.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset['focus']
      : undefined;
    const open = new Set(
      [...this.#rows.querySelectorAll<HTMLDetailsElement>('details[open]')].map(
        ({ dataset }) => dataset['run'],
      ),
    );
    this.#rows.replaceChildren(...runGroups(this.#shown).flatMap((group) => this.#groupRows(group, open)));
    if (focused === undefined) return;
    this.#rows.querySelector<HTMLElement>(`[data-focus="${focused}"]`)?.focus();
  }

  #groupRows({ head, folded }: RunGroup, open: ReadonlySet<string | undefined>): HTMLElement[] {
    const isUnfolded = folded.some(({ number }) => this.#unfolded.has(number));
    const fold = folded.length === 0 ? undefined : this.#foldButton(folded, isUnfolded);
    const runs = isUnfolded ? [head, ...folded] : [head];
    return runs.flatMap((run) => {
      const element = this.#row(run, open, run === head ? fold : undefined);
      return run.number === this.#acting ? [element, this.#actionsRow(run)] : [element];
    });
  }

  /** `no change, 4 times`: shows the runs before with nothing changed in between, or hides them again. */
  #foldButton(folded: readonly PastRun[], isUnfolded: boolean): HTMLElement {
    const oldest = folded.at(-1)?.number ?? 0;
    const fold = create('button', 'link', t('no change, {0} times', folded.length + 1));
    fold.type = 'button';
    fold.dataset['focus'] = `fold ${String(oldest)}`;
    fold.title = isUnfolded ? t('Hide the earlier ones') : t('Show the earlier ones');
    fold.setAttribute('aria-expanded', String(isUnfolded));
    fold.addEventListener('click', () => {
      for (const { number } of folded) this.#unfolded.delete(number);
      if (!isUnfolded) this.#unfolded.add(oldest);
      this.#render();
    });
    return fold;
  }

  /** What is done less often than pinning, in words. */
  #actionsRow(run: PastRun): HTMLTableRowElement {
    const { number } = run;
    const newest = this.#shown.at(-1)?.number ?? number;
    const action = (label: string, onPress: () => void): HTMLElement => {
      const element = create('button', 'link', label);
      element.type = 'button';
      element.dataset['focus'] = `${label} ${String(number)}`;
      element.addEventListener('click', onPress);
      return element;
    };
    const actions = [
      ...(number === newest
        ? []
        : [
            action(t('Compare with #{0}', newest), () =>
              this.#host.post({ type: 'compareRuns', runs: [number, newest] }),
            ),
          ]),
      action(t('Restore values'), () => this.#host.post({ type: 'restoreRun', number, what: 'values' })),
      ...(run.code
        ? [action(t('Restore code…'), () => this.#host.post({ type: 'restoreRun', number, what: 'code' }))]
        : []),
    ];
    const place = create('td', 'run-actions', ...actions);
    place.colSpan = HEADINGS.length + 1;
    return row(place);
  }

  #moreButton(run: PastRun): HTMLElement {
    const isOpen = this.#acting === run.number;
    const more = iconButton('ellipsis', t('More of {0}', runName(run)), `more ${String(run.number)}`, () => {
      this.#acting = isOpen ? null : run.number;
      this.#render();
    });
    more.setAttribute('aria-expanded', String(isOpen));
    return more;
  }

  #row(
    run: PastRun,
    open: ReadonlySet<string | undefined>,
    fold: HTMLElement | undefined,
  ): HTMLTableRowElement {
    const changes =
      fold === undefined ? changesCell(run, open.has(String(run.number))) : create('td', 'changes', fold);
    const element = row(
      this.#nameCell(run),
      changes,
      textCell(lossText(run)),
      textCell(weightErrorText(run)),
      cell(duration(run.milliseconds)),
      create('td', 'tools', this.#nameButton(run), this.#pinButton(run), this.#moreButton(run)),
    );
    element.classList.toggle('pinned', run.pinned);
    return element;
  }

  #nameCell(run: PastRun): HTMLTableCellElement {
    const heading = cell(`#${String(run.number)}`, 'row');
    if (this.#naming === run.number) heading.append(' ', this.#nameField(run));
    else if (run.name !== '') heading.append(nameOf(run));
    const word = statusWord(run);
    if (word !== '') heading.append(create('span', 'run-status', ` ${word}`));
    return heading;
  }

  #nameField(run: PastRun): HTMLInputElement {
    const field = create('input', 'name-field');
    field.value = run.name;
    field.maxLength = MAX_NAME;
    field.setAttribute('aria-label', t('Name of run {0}', run.number));
    const end = (keep: boolean): void => {
      if (this.#naming !== run.number) return;
      this.#naming = null;
      const name = field.value.trim();
      if (keep && name !== run.name) this.#host.post({ type: 'renameRun', number: run.number, name });
      this.#render();
      this.#rows.querySelector<HTMLElement>(`[data-focus="name ${String(run.number)}"]`)?.focus();
    };
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      end(event.key === 'Enter');
    });
    field.addEventListener('blur', () => end(true));
    return field;
  }

  #nameButton(run: PastRun): HTMLElement {
    const name = iconButton('edit', t('Name {0}', runName(run)), `name ${String(run.number)}`, () => {
      this.#naming = run.number;
      this.#render();
      this.#rows.querySelector<HTMLInputElement>('.name-field')?.select();
      this.#rows.querySelector<HTMLInputElement>('.name-field')?.focus();
    });
    return name;
  }

  #pinButton(run: PastRun): HTMLElement {
    const label = t('Pin {0}', runName(run));
    const pin = iconButton(run.pinned ? 'pinned' : 'pin', label, `pin ${String(run.number)}`, () =>
      this.#host.post({ type: 'pinRun', number: run.number, pinned: !run.pinned }),
    );
    pin.title = run.pinned ? t('Take its curves and weights away') : t('Keep its curves and weights in view');
    pin.setAttribute('aria-pressed', String(run.pinned));
    return pin;
  }
}

function nameOf({ name }: PastRun): HTMLElement {
  const element = create('span', 'run-name', ` ${name}`);
  element.title = name;
  return element;
}

function textCell({ text, bad }: Told): HTMLTableCellElement {
  const element = cell(text);
  element.classList.toggle('bad', bad);
  return element;
}

/** Changed lines of code unfold below the line that counts them. */
function changesCell(run: PastRun, open: boolean): HTMLTableCellElement {
  const text = changesText(run.changes);
  const lines = run.changes?.find((change) => change.kind === 'lines');
  if (lines === undefined) return create('td', 'changes', text);
  const details = create('details', '', create('summary', '', text), changedLines(lines));
  details.dataset['run'] = String(run.number);
  details.open = open;
  return create('td', 'changes', details);
}

function changedLines({ removed, added, more }: Extract<Change, { kind: 'lines' }>): HTMLElement {
  const lines = [...removed.map((line) => `\u2212 ${line}`), ...added.map((line) => `+ ${line}`)];
  if (more > 0) lines.push(t('and {0} more', more));
  return create('pre', 'changed-lines', lines.join('\n'));
}
