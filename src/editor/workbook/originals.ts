/** The workbook as the extension ships it, in each of its languages. */

import * as vscode from 'vscode';
import { TRANSLATED } from './sections.ts';
import { translateSection, type Texts } from './translation.ts';

/** The sections, as English speaks of them. */
const SECTIONS = 'workbook';
/** Of the translations, which are beside the bundles of the code's sentences: `l10n/workbook.zh-cn.json`. */
const TRANSLATIONS = 'l10n';

const ENGLISH = 'en';
const LANGUAGES = [ENGLISH, ...TRANSLATED];

/** Of the read-only documents that show an original beside the learner's file. */
export const ORIGINAL_SCHEME = 'd2l-workbook';

export class Originals implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, Promise<Texts>>();

  /** @param language VS Code's display language; one that has no translation gets English */
  constructor(
    private readonly extension: vscode.Uri,
    private readonly language: string,
  ) {}

  /** The section as the learner reads it: the code that there is, its texts in the display language. */
  async read(name: string, language = this.language): Promise<string> {
    const english = await readText(vscode.Uri.joinPath(this.extension, SECTIONS, name));
    return translateSection(english, await this.#textsIn(language));
  }

  /** Whether `text` is the section as it ships, in whatever language: the learner has changed nothing. */
  async isUntouched(name: string, text: string): Promise<boolean> {
    const versions = await Promise.all(LANGUAGES.map((language) => this.read(name, language)));
    return versions.includes(text);
  }

  /** The document that shows the section as it ships, in the language that `text`, the learner's version of it, is in. */
  async documentBeside(name: string, text: string): Promise<vscode.Uri> {
    const lines = new Set(text.split(/\r?\n/));
    let best = { language: ENGLISH, shared: -1 };
    for (const language of LANGUAGES) {
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

  #textsIn(language: string): Promise<Texts> {
    const known = this.#texts.get(language) ?? this.#readTexts(language);
    this.#texts.set(language, known);
    return known;
  }

  async #readTexts(language: string): Promise<Texts> {
    if (!TRANSLATED.includes(language)) return {};
    const file = vscode.Uri.joinPath(this.extension, TRANSLATIONS, `workbook.${language}.json`);
    return JSON.parse(await readText(file)) as Texts;
  }
}

async function readText(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
