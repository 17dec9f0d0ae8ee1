import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../../scripts/run-command';
import { RULES } from '../../src/core/rules/registry';
import { LANGUAGES } from '../../src/core/source/languages/known-languages';

/** What users get, as VS Code unpacks it. A file more is weight or a leak, a file less is a broken feature: change this list knowingly. */
const expectedFiles = [
  '.vsixmanifest',
  'LICENSE.txt',
  'changelog.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/ask-endpoint.js',
  'dist/cli.js',
  'dist/estimator-session.js',
  'dist/extension.js',
  ...new Set(LANGUAGES.map(({ grammar }) => `dist/grammars/tree-sitter-${grammar}.wasm`)),
  'dist/grammars/tree-sitter.js',
  'dist/grammars/tree-sitter.wasm',
  'dist/ranks/cl100k_base.bin',
  'dist/ranks/o200k_base.bin',
  'dist/routing.js',
  'dist/verify.js',
  'dist/webview/estimator.css',
  'dist/webview/estimator.js',
  'dist/webview/routing.css',
  'dist/webview/routing.js',
  'dist/webview/verify.css',
  'dist/webview/verify.js',
  'dist/worker.js',
  ...RULES.map(({ id }) => `docs/rules/${id}.md`),
  'media/activity.svg',
  'media/panel.svg',
  'media/icon.png',
  'media/walkthrough/estimator.svg',
  'media/walkthrough/fix.svg',
  'media/walkthrough/hover.svg',
  'media/walkthrough/lens.svg',
  'media/walkthrough/traffic.svg',
  'package.json',
  'readme.md',
  'schemas/promptfare.schema.json',
  'syntaxes/dotprompt.language-configuration.json',
  'syntaxes/dotprompt.tmLanguage.json',
  'syntaxes/prompty-injection.tmLanguage.json',
  'syntaxes/prompty.language-configuration.json',
  'syntaxes/prompty.tmLanguage.json',
];
const largestMegabytes = 6;

function packageFile(): string {
  const file = process.env.PROMPTFARE_VSIX;
  assert.ok(file, 'PROMPTFARE_VSIX must name the package: run npm test -- vsix');
  return file;
}

describe('the package', () => {
  let installed: string;

  before(async () => {
    const extensionsDir = process.env.PROMPTFARE_EXTENSIONS;
    assert.ok(extensionsDir, 'PROMPTFARE_EXTENSIONS must name the folder in which the package is installed: run npm test -- vsix');
    const folder = (await readdir(extensionsDir)).find(name => name.startsWith('promptfare.promptfare-'));
    assert.ok(folder, 'VS Code unpacked no such extension');
    installed = path.join(extensionsDir, folder);
  });

  it('holds exactly the listed files', async () => {
    const entries = await readdir(installed, { recursive: true, withFileTypes: true });
    const files = entries.filter(entry => entry.isFile()).map(entry => path.relative(installed, path.join(entry.parentPath, entry.name)));
    assert.deepEqual(files.map(file => file.replaceAll(path.sep, '/')).sort(), [...expectedFiles].sort());
  });

  it('brings every picture that the manifest names', async () => {
    const manifest = await readFile(path.join(installed, 'package.json'), 'utf8');
    const pictures = [...manifest.matchAll(/"icon": "([^"$]+\.\w+)"/g)].map(([, picture = '']) => picture);
    assert.ok(pictures.length >= 2, pictures.join());
    for (const picture of pictures) assert.ok((await stat(path.join(installed, picture))).size > 0);
  });

  it(`is smaller than ${largestMegabytes} MB`, async () => {
    const { size } = await stat(packageFile());
    assert.ok(size < largestMegabytes * 1e6, `${size} bytes`);
  });

  it('brings a command line that runs', async () => {
    const { exitCode, output } = await runCommand(process.execPath, [path.join(installed, 'dist', 'cli.js'), '--help'], {
      output: 'capture',
    });
    assert.equal(exitCode, 0, output);
    assert.match(output, /Usage: promptfare/);
  });
});
