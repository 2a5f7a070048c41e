/** The Jupyter server that runs exercises: its address is a setting, its token a secret. */

import * as vscode from 'vscode';
import { jupyterAddress } from '../../training/jupyter/address.ts';
import { reasonOf } from '../../text/reason.ts';

const SECRET = 'd2l.jupyterToken ';

export class JupyterServers {
  constructor(private readonly secrets: vscode.SecretStorage) {}

  /** Empty: none is kept. @param address of the server */
  async tokenOf(address: string): Promise<string> {
    return (await this.secrets.get(SECRET + address)) ?? '';
  }

  /**
   * Asks for a server's address and its token, and keeps the token.
   * @param known the address that the settings have
   * @returns the address without the token; undefined: the learner has changed their mind
   */
  async ask(known: string): Promise<string | undefined> {
    const { t } = vscode.l10n;
    const title = t('Connect to a Jupyter server');
    const text = await vscode.window.showInputBox({
      title,
      prompt: t('Address of the server, as it prints it or as the browser shows it'),
      placeHolder: 'http://localhost:8888/?token=…',
      value: known,
      ignoreFocusOut: true,
      validateInput: problemOf,
    });
    if (text === undefined) return undefined;
    const { url, token: given } = jupyterAddress(text);
    const token = given === '' ? await this.#askToken(title, url) : given;
    if (token === undefined) return undefined;
    await (token === '' ? this.secrets.delete(SECRET + url) : this.secrets.store(SECRET + url, token));
    return url;
  }

  async #askToken(title: string, address: string): Promise<string | undefined> {
    const { t } = vscode.l10n;
    return vscode.window.showInputBox({
      title,
      prompt: t('Token of {0}; empty if it has none', address),
      value: await this.tokenOf(address),
      password: true,
      ignoreFocusOut: true,
    });
  }
}

/** Why a text is no address of a server; null: it is one. */
function problemOf(text: string): string | null {
  try {
    jupyterAddress(text);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}
