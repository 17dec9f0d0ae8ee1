import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { installHost } from '../host/install';
import { installVsix } from '../host/server';
import { testResultsFolder } from '../repository';
import { type Package, packBuilt } from '../vsix';
import { runMocha } from './mocha';
import type { Outcome, Suite } from './outcome';

const extensionsDir = path.join(testResultsFolder, 'extensions');

/**
 * `vsix`: what is in the package. `e2e`: every flow in a browser, with that package installed into a fresh VS Code. It is packed and
 * unpacked once.
 */
export function packageSuites(): readonly Suite[] {
  let installing: Promise<Package> | undefined;
  const packAndInstall = () => {
    installing ??= installPackage();
    return installing;
  };
  const onPackage = async (name: string, files: string, parallel = false): Promise<Outcome> => {
    const { file, megabytes } = await packAndInstall();
    const env = { PROMPTFARE_VSIX: file, PROMPTFARE_EXTENSIONS: extensionsDir };
    const outcome = await runMocha({ name, files: [files], timeoutSeconds: 120, parallel, env });
    return { ...outcome, note: [outcome.note, `${megabytes.toFixed(2)} MB`].filter(note => note !== undefined).join('; ') };
  };
  return [
    { name: 'vsix', run: () => onPackage('vsix', 'test/vsix/**/*.test.ts') },
    { name: 'e2e', run: () => onPackage('e2e', 'test/e2e/**/*.e2e.ts', true) },
  ];
}

/** Packs what the first suite built and has VS Code itself unpack it. */
async function installPackage(): Promise<Package> {
  const packed = await packBuilt(testResultsFolder);
  await installHost(console.log);
  await rm(extensionsDir, { recursive: true, force: true });
  await mkdir(extensionsDir, { recursive: true });
  await installVsix(extensionsDir, packed.file);
  return packed;
}
