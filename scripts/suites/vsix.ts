import { testResultsFolder } from '../repository';
import { packVsix } from '../vsix';
import { runMocha } from './mocha';
import type { Outcome } from './outcome';

/** Packs the extension, checks what is in the package, and runs the browser suites on it as installed into a fresh VS Code. */
export async function runVsixSuite(): Promise<Outcome> {
  const { file, megabytes } = await packVsix(testResultsFolder);
  const env = { PROMPTFARE_VSIX: file };
  const contents = await runMocha({ name: 'vsix-contents', files: ['test/vsix/**/*.test.ts'], timeoutSeconds: 120, env });
  const windows = await runMocha({ name: 'vsix-e2e', files: ['test/e2e/**/*.e2e.ts'], timeoutSeconds: 120, env });
  return {
    passed: contents.passed + windows.passed,
    failed: contents.failed + windows.failed,
    skipped: (contents.skipped ?? 0) + (windows.skipped ?? 0),
    note: [contents.note, windows.note, `${megabytes.toFixed(2)} MB`].filter(note => note !== undefined).join('; '),
  };
}
