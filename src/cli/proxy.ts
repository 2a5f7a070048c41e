/** The proxy of the environment's variables: Node itself goes through it, where it is new enough to. */

import http from 'node:http';
import https from 'node:https';
import type { Agents } from '../data/transfer.ts';

const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;
/** The first Node whose agents take `proxyEnv`. */
const [MAJOR, MINOR] = [24, 5];

/**
 * Agents that go through the proxy that `HTTPS_PROXY` and its like name; undefined where there is none.
 * @param node version of Node
 * @param say told when there is one and Node cannot use it
 */
export function proxyAgents(
  environment: Readonly<Record<string, string | undefined>>,
  node: string,
  say: (text: string) => void,
): Agents | undefined {
  const variable = VARIABLES.find((name) => (environment[name] ?? '') !== '');
  if (variable === undefined) return undefined;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  if (major < MAJOR || (major === MAJOR && minor < MINOR)) {
    say(`${variable} is set, but Node ${node} cannot use it: Node ${MAJOR}.${MINOR} or newer can.\n`);
    return undefined;
  }
  const options = { proxyEnv: environment } as http.AgentOptions;
  return { http: new http.Agent(options), https: new https.Agent(options) };
}
