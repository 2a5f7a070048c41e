/** Sizes for people. */

/** `31 MB`, `0.2 MB`, `2 GB`: powers of ten, as downloads are told. */
export function sizeText(bytes: number): string {
  if (bytes >= 999_500_000) return `${shown(bytes / 1e9)} GB`;
  if (bytes >= 50_000) return `${shown(bytes / 1e6)} MB`;
  return bytes >= 1000 ? `${shown(bytes / 1e3)} kB` : `${bytes} B`;
}

function shown(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toFixed(1)));
}
