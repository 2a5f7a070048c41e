// Which packages of npm a bundle holds parts of, by esbuild's own account of its inputs.

const insidePackage = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/**
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {string[]} folders of packages, sorted: `node_modules/uplot`, or one inside another package's folder
 */
export function packagesIn(metafiles) {
  const folders = metafiles.flatMap(({ inputs }) => Object.keys(inputs).map(packageFolder));
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/** The folder of the package that `file` belongs to; undefined for a file of our own. */
function packageFolder(file) {
  return insidePackage.exec(file)?.[0].slice(0, -1);
}
