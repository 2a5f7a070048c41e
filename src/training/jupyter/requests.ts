/** Requests to a Jupyter server: each with a time limit, and each failure told in one line. */
import { randomUUID } from 'node:crypto';
import { ServerConnection } from '@jupyterlab/services';
import { JupyterError, type JupyterAddress } from './address.ts';
import { socketClass } from './socket.ts';

/** A server that is well answers within a second; a hub may have to wake one. */
const MOST_MILLISECONDS = 20_000;

/** What `@jupyterlab/services` asks and connects with. The token is in a header only: a server's log shows addresses. */
export function serverSettings(
  { url, token }: JupyterAddress,
  patience = MOST_MILLISECONDS,
): ServerConnection.ISettings {
  const ask: typeof fetch = async (input, init) => {
    const request = new Request(input, { ...init, signal: AbortSignal.timeout(patience) });
    if (token === '') proveOwnPage(request);
    try {
      return await fetch(request);
    } catch (error) {
      throw new JupyterError(networkProblem(url, error));
    }
  };
  return ServerConnection.makeSettings({
    baseUrl: url,
    wsUrl: `ws${url.slice('http'.length)}`,
    token,
    appendToken: false,
    fetch: ask,
    WebSocket: socketClass(token),
  });
}

/** A server without tokens wants to know that no other site's page asks: the same text in a cookie and in a header. */
function proveOwnPage({ headers }: Request): void {
  const text = randomUUID().replaceAll('-', '');
  headers.set('Cookie', `_xsrf=${text}`);
  headers.set('X-XSRFToken', text);
}

/** What `fetch` says, without a code, of ports such as 25 and 6000: https://fetch.spec.whatwg.org/#port-blocking */
const FORBIDDEN_PORT = /^bad port$|ERR_UNSAFE_PORT/;
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|UNABLE_TO_GET_ISSUER/;

/** What is wrong with the way to a server. Never holds more of the address than its base. */
function networkProblem(url: string, error: unknown): string {
  const { name, code, message } = rootOf(error);
  if (name === 'TimeoutError' || code === 'UND_ERR_CONNECT_TIMEOUT')
    return `the Jupyter server at ${url} does not answer: look whether it still runs, and the network`;
  if (code === 'ECONNREFUSED')
    return `nothing listens at ${url}: start the Jupyter server (jupyter lab), or mend the port in its address`;
  if (FORBIDDEN_PORT.test(message) || code === 'ERR_UNSAFE_PORT')
    return `the port of ${url} belongs to another kind of service, so nothing on the web is asked there: start the Jupyter server at another one (jupyter lab --port 8888), or mend the address`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `the host of ${url} is not known: mend the address of the Jupyter server, or look at the network`;
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'EPROTO')
    return `the server at ${url} does not speak https: give its address with http://`;
  if (CERTIFICATE.test(code))
    return `the certificate of ${url} is not trusted (${code}): add it to the system's, or name it in NODE_EXTRA_CA_CERTS`;
  const why = [code, message.includes('://') ? '' : message, name].find((words) => words !== '');
  return `the Jupyter server at ${url} cannot be reached (${why}): look whether it still runs, and the network`;
}

interface Cause {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

/** The innermost cause: `fetch` says no more of its own than that it failed. */
function rootOf(error: unknown): Cause {
  let root: unknown = error;
  while (root instanceof Error && root.cause !== undefined) root = root.cause;
  if (root instanceof AggregateError) root = root.errors[0];
  const { name, code, message } = Object(root) as Partial<Record<keyof Cause, unknown>>;
  return {
    name: typeof name === 'string' ? name : 'an unknown error',
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : '',
  };
}

/** A failed call of the server's interface, in one line. */
export function refusal({ url }: JupyterAddress, error: unknown): JupyterError {
  if (error instanceof JupyterError) return error;
  if (error instanceof ServerConnection.NetworkError) return new JupyterError(error.message);
  if (!(error instanceof ServerConnection.ResponseError))
    return new JupyterError(`what answers at ${url} is no Jupyter server: mend the address`);
  const { status } = error.response;
  return new JupyterError(statusProblem(url, status), status === 401 || status === 403);
}

function statusProblem(url: string, status: number): string {
  if (status === 401 || status === 403)
    return `the Jupyter server at ${url} does not take the token (${status}): give the one it runs with (jupyter server list shows it)`;
  if (status === 404) return `there is no Jupyter server at ${url} (404): mend the path in its address`;
  if (status === 424 || status === 502 || status === 503 || status === 504)
    return `the Jupyter server at ${url} is not running (${status}): start it, on a hub by its control panel`;
  return `the Jupyter server at ${url} could not do it (${status}): its log says why`;
}
