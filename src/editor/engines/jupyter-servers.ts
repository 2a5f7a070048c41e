/** The Jupyter server that runs exercises: its address is a setting, its token a secret. */

import * as vscode from 'vscode';

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
      validateInput: (value) =>
        readAddress(value) === undefined ? t('This is not an address of a server.') : null,
    });
    const read = text === undefined ? undefined : readAddress(text);
    if (read === undefined) return undefined;
    const token = read.token === '' ? await this.#askToken(title, read.address) : read.token;
    if (token === undefined) return undefined;
    await (token === ''
      ? this.secrets.delete(SECRET + read.address)
      : this.secrets.store(SECRET + read.address, token));
    return read.address;
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

/** The address without its token, and the token; undefined where it is no address of a server. */
function readAddress(text: string): { readonly address: string; readonly token: string } | undefined {
  const trimmed = text.trim();
  const whole = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (trimmed === '' || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const token = url.searchParams.get('token') ?? '';
  return { address: `${url.origin}${url.pathname.replace(/(?:lab|tree|notebooks)(?:\/.*)?$/, '')}`, token };
}
