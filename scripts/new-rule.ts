// `npm run new-rule no-something` writes all that a new rule consists of, with a small working example to be replaced.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runScript } from './missing';
import { repositoryRoot } from './repository';
import { runCommand } from './run-command';

/** Lies as the files will lie in the repository; `__id__` stands for the rule's id, in names and in texts. */
const templateFolder = path.join(repositoryRoot, 'scripts', 'new-rule');
const TEMPLATE_ENDING = '.template';
const RULE_ID = /^(?:no|prefer|require)-[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const USAGE = `Give one id that says what is asked, in lower case: npm run new-rule no-something
It starts with no-, prefer- or require-, and becomes the name of the rule's file, page and fixture folder.`;

interface NewFile {
  /** Relative to the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

async function filesOf(id: string): Promise<readonly NewFile[]> {
  const entries = await readdir(templateFolder, { recursive: true, withFileTypes: true });
  const templates = entries
    .filter(entry => entry.isFile() && entry.name.endsWith(TEMPLATE_ENDING))
    .map(entry => path.join(entry.parentPath, entry.name));
  const files = templates.map(async template => {
    const target = path.relative(templateFolder, template).slice(0, -TEMPLATE_ENDING.length).split(path.sep).join('/');
    return { path: target.replaceAll('__id__', id), text: (await readFile(template, 'utf8')).replaceAll('__id__', id) };
  });
  return (await Promise.all(files)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function nextSteps(id: string): string {
  return `
The example finds a TODO that was left in a prompt. To make the rule your own:

  1. Write the fixtures in test/fixtures/rules/${id}/: what it must find, and what it must leave alone, in Python, in
     TypeScript and in a prompt file, and what it must find in Go, Java and C#. The comments in them are the expectation.
  2. Write src/core/rules/${id}.ts until they pass:
       npx mocha test/unit/core/rules/fixtures.test.ts -g ${id}
  3. Say why, and what the fix does, in docs/rules/${id}.md.
  4. npm run generate, after a change of summary or severity; then npm test.

CONTRIBUTING.md says more about each step.`;
}

runScript(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string', default: repositoryRoot } } });
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0 || !RULE_ID.test(id)) {
    console.error(USAGE);
    return 1;
  }
  const files = await filesOf(id);
  const taken = files.filter(file => existsSync(path.join(values.root, file.path)));
  if (taken.length > 0) {
    console.error(`Nothing was written, because it would overwrite ${taken.map(file => file.path).join(', ')}.`);
    return 1;
  }
  for (const file of files) {
    const target = path.join(values.root, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text);
    console.log(`Wrote ${file.path}.`);
  }
  const generator = path.join(repositoryRoot, 'scripts', 'generate.ts');
  const { exitCode } = await runCommand(process.execPath, ['--import', 'tsx', generator, '--root', values.root], { output: 'show' });
  if (exitCode !== 0) {
    console.error('The rule is written but not listed: npm run generate failed. Run it again once that is mended.');
    return exitCode;
  }
  console.log(nextSteps(id));
  return 0;
});
