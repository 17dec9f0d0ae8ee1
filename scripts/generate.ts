// Writes everything that follows from other files: `npm run generate`. With --check it only says what is stale, and fails.
import { parseArgs } from 'node:util';
import { generateAll } from './generators/generate-all';
import { repositoryRoot } from './repository';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false }, root: { type: 'string', default: repositoryRoot } },
  });
  const stale = await generateAll(values.root, values.check);
  for (const file of stale) console.log(values.check ? `${file} is stale: run \`npm run generate\`.` : `Wrote ${file}.`);
  if (values.check && stale.length > 0) process.exitCode = 1;
}

void main();
