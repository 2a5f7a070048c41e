/** The WebSocket that a kernel's messages come by. */
import { WebSocket } from 'ws';

const HANDSHAKE_MILLISECONDS = 20_000;
/** Bytes of one message: a few of the largest answers of the relay. */
const MOST_BYTES = 2 ** 28;

/** A browser's WebSocket for Node, with the token in a header. */
export function socketClass(token: string): typeof globalThis.WebSocket {
  class Socket extends WebSocket {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols ?? [], {
        handshakeTimeout: HANDSHAKE_MILLISECONDS,
        maxPayload: MOST_BYTES,
        headers: token === '' ? {} : { Authorization: `token ${token}` },
      });
    }
  }
  return Socket as unknown as typeof globalThis.WebSocket;
}
