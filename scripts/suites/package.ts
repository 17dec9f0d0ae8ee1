import { testResultsFolder } from '../repository';
import { type Package, packVsix } from '../vsix';
import { runMocha } from './mocha';
import type { Outcome, Suite } from './outcome';

/** `vsix`: what is in the package. `e2e`: every flow in a browser, with that package installed into a fresh VS Code. It is packed once. */
export function packageSuites(): readonly Suite[] {
  let packing: Promise<Package> | undefined;
  const pack = () => {
    packing ??= packVsix(testResultsFolder);
    return packing;
  };
  const onPackage = async (name: string, files: string): Promise<Outcome> => {
    const { file, megabytes } = await pack();
    const outcome = await runMocha({ name, files: [files], timeoutSeconds: 120, env: { PROMPTFARE_VSIX: file } });
    return { ...outcome, note: [outcome.note, `${megabytes.toFixed(2)} MB`].filter(note => note !== undefined).join('; ') };
  };
  return [
    { name: 'vsix', run: () => onPackage('vsix', 'test/vsix/**/*.test.ts') },
    { name: 'e2e', run: () => onPackage('e2e', 'test/e2e/**/*.e2e.ts') },
  ];
}
