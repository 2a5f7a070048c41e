/** Python's brackets and strings, followed from line to line without a parser. */

/**
 * How a line ends as Python's tokenizer sees it: inside brackets, inside a string, or continued by a
 * backslash.
 */
export interface ScanState {
  readonly depth: number;
  /** The open triple quote, or empty. */
  readonly quote: string;
  readonly continued: boolean;
}

export const START: ScanState = { depth: 0, quote: '', continued: false };
/** Whether a statement may begin on the next line. */
export function startsStatement({ depth, quote, continued }: ScanState): boolean {
  return depth === 0 && quote === '' && !continued;
}

const TOKEN = /"""|'''|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|#.*|[([{]|[)\]}]/g;

/** The state after a line that is read in `state`. */
export function scan(text: string, { depth, quote }: ScanState): ScanState {
  let at = 0;
  while (at < text.length) {
    if (quote !== '') {
      const end = closingQuote(text, at, quote);
      if (end < 0) return { depth, quote, continued: false };
      at = end;
      quote = '';
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token) break;
    at = TOKEN.lastIndex;
    if (token[0] === '"""' || token[0] === "'''") quote = token[0];
    else if (/^[([{]$/.test(token[0])) depth += 1;
    else if (/^[)\]}]$/.test(token[0])) depth = Math.max(0, depth - 1);
  }
  return { depth, quote, continued: quote === '' && text.endsWith('\\') };
}

/** Index behind the closing triple quote, or -1. */
function closingQuote(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(quote, at)) return at + quote.length;
  }
  return -1;
}
