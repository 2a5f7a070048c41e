// What the package says of the project's own place on the web. All of it follows from `repository` in package.json, which
// whoever publishes fills in (docs/publishing.md).
import path from 'node:path';

/** A link of Markdown, or a picture: what stands before its address, and the address. */
const LINK = /(!?\[[^\]]*\]\()([^)\s]+)/g;
const PICTURE = /^!\[[^\]]*\]\([^)]+\)\n\n?/gm;

/**
 * @param {{repository?: string | {url: string}}} manifest package.json
 * @returns {string | undefined} address of the repository, as people open it
 * @throws Error when it is there but is no address of the web
 */
export function repositoryOf({ repository }) {
  const url = typeof repository === 'object' ? repository.url : repository;
  if (url === undefined) return undefined;
  const address = url.replace(/^git\+/, '').replace(/\.git$/, '');
  if (!/^https:\/\/[^/]+\/[^/]+\/[^/]+$/.test(address))
    throw new Error(
      `"repository" in package.json is "${url}": it must be like https://github.com/OWNER/NAME`,
    );
  return address;
}

/**
 * @param {Parameters<typeof repositoryOf>[0]} manifest
 * @returns {Record<string, unknown>} the sections of the shipped manifest that lead to the repository; none without one
 */
export function publication(manifest) {
  const address = repositoryOf(manifest);
  if (address === undefined) return {};
  return {
    repository: { type: 'git', url: `${address}.git` },
    bugs: { url: `${address}/issues` },
    homepage: `${address}#readme`,
  };
}

/**
 * The page of a store, which is the package's README.md.
 *
 * @param {string} text Markdown
 * @param {string} folder where it is in the repository: its links are relative to that
 * @param {boolean} isPublic whether its links lead somewhere. A picture is shown from the repository, so that without one
 *   it is left out
 */
export function storePage(text, folder, isPublic) {
  const rooted = text.replaceAll(LINK, (_, before, address) =>
    /^[a-z]+:|^#/.test(address) ? before + address : before + path.posix.join(folder, address),
  );
  return isPublic ? rooted : rooted.replaceAll(PICTURE, '');
}
