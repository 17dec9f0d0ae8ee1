import { build } from '../build';
import { check } from './check';
import { runGrammarSuite } from './grammar';
import { runHostSuite } from './host';
import { runMocha } from './mocha';
import type { Suite } from './outcome';
import { packageSuites } from './package';

/** Everything `npm test` runs, from the quickest answer to the slowest. The build comes first: later suites load what it wrote. */
export const suites: readonly Suite[] = [
  { name: 'build', run: async () => ((await build({ tests: true })) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) },
  { name: 'lint', run: () => check('lint') },
  { name: 'types', run: () => check('typecheck') },
  { name: 'unused', run: () => check('unused') },
  { name: 'generated', run: () => check('generate', '--check') },
  { name: 'unit', run: () => runMocha({ name: 'unit', files: ['test/unit/**/*.test.ts'], timeoutSeconds: 20, parallel: true }) },
  { name: 'grammar', run: runGrammarSuite },
  { name: 'host', run: runHostSuite },
  ...packageSuites(),
];
