/** Where a Jupyter server is, and the token that it asks for. */

export interface JupyterAddress {
  /** Its base, with a slash at the end and without a token: what may be shown and logged. */
  readonly url: string;
  /** Empty: none. Goes into a header of each request and nowhere else. */
  readonly token: string;
}

/** Thrown for an address or a server that cannot be used; the message is one line, says what to do, and holds no token. */
export class JupyterError extends Error {
  override readonly name = 'JupyterError';

  constructor(
    message: string,
    /** Whether it is no use to try again: what the server was given is wrong. */
    readonly isFinal = false,
  ) {
    super(message);
  }
}

/** Pages of a server that people copy addresses of; what stands before them is its base. */
const PAGE = /\/(?:lab|tree|notebooks|doc|retro|login|edit|nbclassic|consoles|api)(?:\/.*)?$/;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * Reads an address as Jupyter prints it or a browser shows it: `http://localhost:8888/lab?token=…`.
 *
 * @param token where there is none in the address
 * @throws JupyterError
 */
export function jupyterAddress(text: string, token = ''): JupyterAddress {
  const given = text.trim();
  const url = urlOf(HAS_SCHEME.test(given) ? given : `http://${given}`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new JupyterError(
      `a Jupyter server's address begins with http:// or https://, not ${url.protocol}//`,
    );
  if (url.username !== '' || url.password !== '')
    throw new JupyterError('name and password in the address of a Jupyter server are not used: give a token');
  const used = (url.searchParams.get('token') ?? token).trim();
  if (!/^[\x21-\x7e]*$/.test(used))
    throw new JupyterError('the token of the Jupyter server has characters that no token has');
  const folder = url.pathname.replace(PAGE, '').replace(/\/*$/, '/');
  return { url: `${url.origin}${folder}`, token: used };
}

function urlOf(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new JupyterError(
      'this is no address of a Jupyter server: give the one it printed, such as http://localhost:8888/',
    );
  }
}
