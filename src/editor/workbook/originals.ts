/** The workbook as the extension ships it, in each of its languages. */

import * as vscode from 'vscode';
import { compareSectionFiles } from '../../exercises/numbers.ts';
import { translateSection, type Texts } from './translation.ts';

/** The sections, as English speaks of them. */
const SECTIONS = 'workbook';
/** Of the translations, which are beside the bundles of the code's sentences: `l10n/workbook.zh-cn.json`. */
const TRANSLATIONS = 'l10n';
const TRANSLATION = /^workbook\.(.+)\.json$/;

const ENGLISH = 'en';

/** Of the read-only documents that show an original beside the learner's file. */
export const ORIGINAL_SCHEME = 'd2l-workbook';

export class Originals implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, Promise<Texts>>();

  /** @param language VS Code's display language; one that has no translation gets English */
  constructor(
    private readonly extension: vscode.Uri,
    private readonly language: string,
  ) {}

  /** Names of the files, in order. */
  async names(): Promise<readonly string[]> {
    const names = await filesIn(vscode.Uri.joinPath(this.extension, SECTIONS));
    return names.filter((name) => name.endsWith('.py')).sort(compareSectionFiles);
  }

  /** The section as the learner reads it: the code that there is, its texts in the display language. */
  async read(name: string, language = this.language): Promise<string> {
    const english = await readText(vscode.Uri.joinPath(this.extension, SECTIONS, name));
    return translateSection(english, await this.#textsIn(language));
  }

  /** Whether `text` is the section as it ships, in whatever language: the learner has changed nothing. */
  async isUntouched(name: string, text: string): Promise<boolean> {
    const versions = await Promise.all(
      (await this.#languages()).map((language) => this.read(name, language)),
    );
    return versions.includes(text);
  }

  /** The document that shows the section as it ships, in the language that `text`, the learner's version of it, is in. */
  async documentBeside(name: string, text: string): Promise<vscode.Uri> {
    const lines = new Set(text.split(/\r?\n/));
    let best = { language: ENGLISH, shared: -1 };
    for (const language of await this.#languages()) {
      const own = (await this.read(name, language)).split('\n');
      const shared = own.filter((line) => lines.has(line)).length / own.length;
      if (shared > best.shared) best = { language, shared };
    }
    return vscode.Uri.from({ scheme: ORIGINAL_SCHEME, path: `/${best.language}/${name}` });
  }

  /** The text of such a document. */
  provideTextDocumentContent({ path }: vscode.Uri): Promise<string> {
    const [, language, name = ''] = path.split('/');
    return this.read(name, language);
  }

  async #languages(): Promise<readonly string[]> {
    const names = await filesIn(vscode.Uri.joinPath(this.extension, TRANSLATIONS));
    return [ENGLISH, ...names.flatMap((name) => TRANSLATION.exec(name)?.[1] ?? [])];
  }

  #textsIn(language: string): Promise<Texts> {
    const known = this.#texts.get(language) ?? this.#readTexts(language);
    this.#texts.set(language, known);
    return known;
  }

  async #readTexts(language: string): Promise<Texts> {
    if (!(await this.#languages()).includes(language) || language === ENGLISH) return {};
    const file = vscode.Uri.joinPath(this.extension, TRANSLATIONS, `workbook.${language}.json`);
    return JSON.parse(await readText(file)) as Texts;
  }
}

async function filesIn(folder: vscode.Uri): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return entries.flatMap(([name, type]) => ((type & vscode.FileType.File) === 0 ? [] : [name]));
}

async function readText(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
