/**
 * Gives the page a language that `Intl` understands. Chromium under the POSIX locale calls itself `en-US@posix`, which
 * is none, and uPlot hands that to `Intl` while it loads: the page would stay empty. Imported before everything else.
 */
try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true });
}
