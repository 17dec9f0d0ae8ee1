// `npm run package`: the extension as one file that VS Code installs.
import path from 'node:path';
import { runScript } from './missing';
import { repositoryRoot } from './repository';
import { packVsix } from './vsix';

runScript(async () => {
  const { file, megabytes } = await packVsix(repositoryRoot);
  console.log(`${path.relative(repositoryRoot, file)}: ${megabytes.toFixed(2)} MB`);
  return 0;
});
