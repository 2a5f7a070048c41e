/** Downloading and deleting data sets, asked for and watched by the learner. */

import * as vscode from 'vscode';
import { hostsOf, mirrorAddress } from '../../data/addresses.ts';
import { asDataError } from '../../data/data-error.ts';
import { downloadBytes, storedBytes, type DataSet } from '../../data/data-set.ts';
import type { FetchProgress } from '../../data/fetch-set.ts';
import { sizeText } from '../../data/sizes.ts';
import { dataErrorText } from '../../data/wording.ts';
import type { DataSets } from './data-sets.ts';
import { reasonOf } from '../../text/reason.ts';

/** What a download needs of the editor around it. */
export interface DownloadHost {
  readonly dataSets: DataSets;
  /** The setting `d2l.dataMirror`. */
  mirror(): string;
  /** The set is there: whoever missed it goes on. */
  arrived(set: DataSet): void;
  log(text: string): void;
}

/**
 * Downloads a data set after the learner has agreed to it; nothing in a restricted window.
 * @param set one that the learner chooses when undefined
 */
export async function downloadData(host: DownloadHost, set: DataSet | undefined): Promise<void> {
  const { t } = vscode.l10n;
  if (!vscode.workspace.isTrusted) {
    const words = t('This window is restricted: data sets can be downloaded once you trust the workspace.');
    return void vscode.window.showWarningMessage(words);
  }
  const wanted = set ?? (await choose(host.dataSets));
  if (wanted === undefined || host.dataSets.isFetching(wanted)) return;
  try {
    const mirror = mirrorAddress(host.mirror());
    if ((await host.dataSets.store.read(wanted.id)) === null) {
      if (!(await confirm(host.dataSets, wanted, mirror))) return;
      await fetchWatched(host.dataSets, wanted, mirror);
    }
    host.arrived(wanted);
  } catch (error) {
    await complain(host, wanted, error);
  }
}

async function choose(dataSets: DataSets): Promise<DataSet | undefined> {
  const { t } = vscode.l10n;
  const there = new Set((await dataSets.store.list()).map(({ id }) => id));
  const items = dataSets.catalog
    .filter(({ id, unusable }) => !there.has(id) && unusable === undefined)
    .map((set) => ({ label: set.title, description: sizeText(downloadBytes(set)), detail: set.about, set }));
  const placeHolder = t('Which data set is to be downloaded?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.set;
}

/** Which host, how large, where to: asked before each download, and never again for a set that is there. */
async function confirm(dataSets: DataSets, set: DataSet, mirror: URL | null): Promise<boolean> {
  const { t } = vscode.l10n;
  const download = t('Download');
  const hosts = hostsOf(set, mirror).join(t(' or '));
  const detail = [
    `${set.about}.`,
    mirror === null
      ? t('It comes from {0}: about {1}.', hosts, sizeText(downloadBytes(set)))
      : t('It comes from the mirror {0}: about {1}.', mirror.href, sizeText(downloadBytes(set))),
    t(
      'It takes about {0} in {1}, is checked by its published checksum, and every workspace finds it there.',
      sizeText(storedBytes(set)),
      dataSets.store.folder,
    ),
  ].join('\n\n');
  const text = t('Download {0}?', set.title);
  return (await vscode.window.showInformationMessage(text, { modal: true, detail }, download)) === download;
}

async function fetchWatched(dataSets: DataSets, set: DataSet, mirror: URL | null): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: set.title,
    cancellable: true,
  };
  await vscode.window.withProgress(options, async (progress, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    let shown = 0;
    await dataSets.fetch(set, {
      mirror,
      signal: stop.signal,
      onProgress: (step) => {
        const part = partOf(step);
        if (part === shown) return;
        progress.report({ message: progressText(step), increment: Math.max(0, part - shown) });
        shown = part;
      },
    });
  });
}

/** Of a hundred: nearly all of it is the download. */
function partOf({ phase, done, total }: FetchProgress): number {
  const part = total === 0 ? 1 : Math.min(1, done / total);
  return phase === 'download' ? Math.floor(90 * part) : 90 + Math.floor(10 * part);
}

function progressText({ phase, done, total }: FetchProgress): string {
  const { t } = vscode.l10n;
  return phase === 'download'
    ? t('{0} of {1}', sizeText(done), sizeText(total))
    : t('unpacking, {0} of {1}', sizeText(done), sizeText(total));
}

/** Says what went wrong and offers to try again, unless the learner stopped it. */
async function complain(host: DownloadHost, set: DataSet, error: unknown): Promise<void> {
  const { t } = vscode.l10n;
  const failure = asDataError(error);
  if (failure?.kind === 'stopped') return;
  if (failure === null) host.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const words =
    failure === null
      ? t('{0} cannot be downloaded: {1}', set.title, reasonOf(error))
      : dataErrorText(failure, t);
  const again = t('Try again');
  if ((await vscode.window.showErrorMessage(words, again)) === again) await downloadData(host, set);
}

/** Deletes a set after the learner has agreed to it. */
export async function removeData(dataSets: DataSets, set: DataSet | undefined): Promise<void> {
  const { t } = vscode.l10n;
  const kept = (await dataSets.kept()).find((one) => one.set === set);
  if (set === undefined || kept === undefined) return;
  const remove = t('Delete');
  const text = t('Delete {0} ({1}) from this machine?', set.title, sizeText(kept.bytes));
  const detail = t('It can be downloaded again.');
  if ((await vscode.window.showWarningMessage(text, { modal: true, detail }, remove)) !== remove) return;
  try {
    await dataSets.remove(set);
  } catch (error) {
    const failure = asDataError(error);
    if (failure === null) throw error;
    await vscode.window.showErrorMessage(dataErrorText(failure, t));
  }
}
