// Python's spelling of what schemas say.

/** A default as the schema spells it, as a Python literal. */
export function defaultText(text) {
  if (text === 'None' || text === 'True' || text === 'False') return text;
  if (/^\[.*\]$/.test(text))
    return tuple(
      text
        .slice(1, -1)
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    );
  if (/^-?[\d.]+(e-?\d+)?$/.test(text)) return text;
  if (text === 'Mean') return '1';
  if (/^(['"]).*\1$/.test(text)) return python(text.slice(1, -1));
  if (text === 'inf' || text === '-inf') return `float('${text}')`;
  throw new Error(`no Python literal for the default '${text}'`);
}

export const tuple = (parts) => (parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`);

/** A string or boolean as a Python literal. */
export function python(value) {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}
