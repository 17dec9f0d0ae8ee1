import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The package folder of a path inside node_modules, or undefined for a file of our own. */
function packageFolder(/** @type {string} */ input) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input.replaceAll('\\', '/'))?.[0];
}

/**
 * Writes the licences of all packages whose files are among the inputs of a build: their terms ask for it where copies are handed on.
 * @param {string} root the folder that the inputs are relative to
 * @param {readonly string[]} inputs
 * @param {string} file
 */
export async function writeThirdPartyNotices(root, inputs, file) {
  const folders = [...new Set(inputs.map(packageFolder).filter(folder => folder !== undefined))].sort();
  const notices = await Promise.all(folders.map(folder => notice(path.join(root, folder))));
  await writeFile(file, `Promptfare contains parts of these packages.\n\n${notices.join('\n')}`);
}

async function notice(/** @type {string} */ folder) {
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  if (typeof manifest.license !== 'string') throw new Error(`${manifest.name} names no licence, so it cannot be bundled.`);
  const licenceFile = (await readdir(folder)).find(name => /^licen[cs]e(\.|$)/i.test(name));
  const terms =
    licenceFile === undefined ? `Licence: ${manifest.license}` : (await readFile(path.join(folder, licenceFile), 'utf8')).trim();
  return `${'='.repeat(80)}\n${manifest.name} ${manifest.version}\n${manifest.homepage ?? ''}\n\n${terms}\n`;
}
