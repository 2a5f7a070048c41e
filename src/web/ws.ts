/** What is used of `ws`, for browsers: they have it. */
export default globalThis.WebSocket;
