/** What stands before a dot, read backwards from it: half-typed code has no syntax tree worth the name. */

const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** @returns offset where the expression that ends at `end` begins; `end` when there is none */
export function receiverStart(text: string, end: number): number {
  let at = end;
  for (;;) {
    const before = partStart(text, at);
    if (before === at) return at;
    at = before;
    if (text[at - 1] === '.' && partStart(text, at - 1) !== at - 1) at -= 1;
    else if (!/[([]/.test(text[at] ?? '')) return at;
  }
}

/** Start of the name or of the bracketed part that ends at `end`. */
function partStart(text: string, end: number): number {
  const opening = CLOSING[text[end - 1] ?? ''];
  return opening !== undefined ? bracketStart(text, end) : wordStart(text, end);
}

/** Start of the name that ends at `end`; `end` when none does. */
export function wordStart(text: string, end: number): number {
  let at = end;
  while (/[\p{L}\p{N}_]/u.test(text[at - 1] ?? '')) at--;
  return at;
}

/** Start of the bracket that closes at `end`; `end` when it was never opened. */
function bracketStart(text: string, end: number): number {
  let depth = 0;
  for (let at = end - 1; at >= 0; at--) {
    const sign = text.charAt(at);
    if (sign === ')' || sign === ']' || sign === '}') depth++;
    if (sign === '(' || sign === '[' || sign === '{') depth--;
    if (depth === 0) return at;
  }
  return end;
}
