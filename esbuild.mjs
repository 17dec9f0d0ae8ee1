// Builds what runs: the extension, its worker, the command line, and the token tables and grammars that they load when needed.
//   node esbuild.mjs [--production] [--watch] [--tests]
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { tsImport } from 'tsx/esm/api';
import { writeThirdPartyNotices } from './scripts/third-party-notices.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const wasmFolder = path.join(root, 'node_modules', '@vscode', 'tree-sitter-wasm', 'wasm');
/** A part of it is generated into the core. */
const dictionary = 'node_modules/retext-simplify';
/** Its token tables are compiled. */
const tokenRanks = 'node_modules/js-tiktoken';

const { production, watch, tests } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    tests: { type: 'boolean', default: false },
  },
}).values;

/**
 * `import * as vscode` makes a copy of the whole API for each file that says it, 40 times at each start, since the API might be a module
 * with a default export. It is none, so a plain `require` is what is meant.
 */
const plainVscodeImports = {
  name: 'plain-vscode-imports',
  setup(build) {
    build.onLoad({ filter: /src[\\/]vscode[\\/].*\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace("import * as vscode from 'vscode';", "import vscode = require('vscode');"),
      loader: 'ts',
    }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  // Its CommonJS build hides its imports from a bundler.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  plugins: [plainVscodeImports],
  logLevel: 'warning',
};

const shipped = {
  ...common,
  outdir: 'dist',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  metafile: true,
};

/** What runs in panels. */
const pages = {
  ...shipped,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  outdir: 'dist/webview',
  entryPoints: { estimator: 'src/webview/estimator/main.ts', routing: 'src/webview/routing/main.ts', verify: 'src/webview/verify/main.ts' },
};

const bundles = [
  pages,
  {
    ...shipped,
    entryPoints: {
      extension: 'src/vscode/extension.ts',
      worker: 'src/cli/bundle.ts',
    },
  },
  // What is loaded when somebody first opens the panel.
  {
    ...shipped,
    entryPoints: {
      'estimator-session': 'src/vscode/estimator/estimator-session.ts',
      routing: 'src/vscode/routing/index.ts',
      verify: 'src/vscode/verify/index.ts',
    },
  },
  // The client of the compression endpoint, which few need.
  { ...shipped, entryPoints: { 'ask-endpoint': 'src/node/endpoint/ask-endpoint.ts' } },
];

/** What starts the command line; its code is in the threads' bundle. */
const commandLine = "#!/usr/bin/env node\nrequire('./worker.js');\n";

/** Each suite is a file of its own, found and loaded by the index inside the extension host; mocha comes from node_modules. */
async function hostTestBundle() {
  const files = (await readdir(path.join(root, 'test', 'host'))).filter(name => name === 'index.ts' || name.endsWith('.host.ts'));
  return {
    ...common,
    entryPoints: files.map(name => `test/host/${name}`),
    outdir: 'dist-test/host',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
  };
}

/** Only those of languages that are read: a grammar takes between 0.2 and 4 MB. */
async function copyGrammars() {
  const { LANGUAGES } = await tsImport('./src/core/source/languages/known-languages.ts', import.meta.url);
  const grammars = new Set(LANGUAGES.map(({ grammar }) => grammar));
  const target = path.join(root, 'dist', 'grammars');
  await mkdir(target, { recursive: true });
  const files = ['tree-sitter.js', 'tree-sitter.wasm', ...Array.from(grammars, name => `tree-sitter-${name}.wasm`)];
  for (const file of files) await copyFile(path.join(wasmFolder, file), path.join(target, file));
}

/** The tables' compiler is TypeScript, which this file is not. */
async function compileTokenTables() {
  const { writeTokenTables } = await tsImport('./scripts/token-tables.ts', import.meta.url);
  writeTokenTables(path.join(root, 'dist', 'ranks'));
}

async function writeCommandLine() {
  await mkdir(path.join(root, 'dist'), { recursive: true });
  await writeFile(path.join(root, 'dist', 'cli.js'), commandLine, { mode: 0o755 });
}

async function buildOnce() {
  // What an earlier build left must not pass for the result of one that failed.
  for (const folder of ['dist', 'dist-test']) await rm(path.join(root, folder), { recursive: true, force: true });
  if (tests) await build(await hostTestBundle());
  const results = await Promise.all(bundles.map(options => build(options)));
  await copyGrammars();
  await compileTokenTables();
  await writeCommandLine();
  const inputs = results.flatMap(result => Object.keys(result.metafile?.inputs ?? {}));
  await writeThirdPartyNotices(
    root,
    [...inputs, path.relative(root, wasmFolder), dictionary, tokenRanks],
    path.join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'),
  );
}

async function buildOnChange() {
  await copyGrammars();
  await compileTokenTables();
  await writeCommandLine();
  const all = tests ? [...bundles, await hostTestBundle()] : bundles;
  for (const options of all) await (await context({ ...options, logLevel: 'info' })).watch();
}

try {
  await (watch ? buildOnChange() : buildOnce());
} catch (error) {
  // esbuild has printed its own errors, with their places, already.
  if (!(error instanceof Error && 'errors' in error)) console.error(error);
  console.error('The build failed.');
  process.exitCode = 1;
}
