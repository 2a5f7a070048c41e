/** In the place of `socket.ts`: the browser's own WebSocket, which can send no header. */

/** @param token goes with the address, as Jupyter's own pages have it */
export function socketClass(token: string): typeof globalThis.WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      const address = new URL(url);
      if (token !== '') address.searchParams.set('token', token);
      super(address, protocols);
    }
  };
}
