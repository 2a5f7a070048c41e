/** How a notebook's cells are called where an error names a place. */

/** The name of the cell that was the `execution`-th to run, as IPython gives it. */
export function cellName(execution: number): string {
  return `Cell In[${execution}]`;
}

/** The traceback with places in IPython's words, from which the editor makes links to the cells. */
export function asInNotebook(traceback: string): string {
  return traceback.replace(/^ {2}File "(Cell In\[\d+\])", (line \d+)/gm, '$1, $2').trimEnd();
}
