import { build } from '../build';
import { check } from './check';
import { runGrammarSuite } from './grammar';
import { runHostSuite } from './host';
import { runMocha } from './mocha';
import type { Suite } from './outcome';
import { packageSuites } from './package';

/** Everything `npm test` runs, from the quickest answer to the slowest. The build comes first: later suites load and pack what it wrote. */
export const suites: readonly Suite[] = [
  {
    name: 'build',
    run: async () => ((await build({ production: true, tests: true })) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
  },
  { name: 'lint', besideOthers: true, run: () => check('lint') },
  { name: 'types', besideOthers: true, run: () => check('typecheck') },
  { name: 'unused', besideOthers: true, run: () => check('unused') },
  { name: 'generated', besideOthers: true, run: () => check('generate', '--check') },
  { name: 'unit', run: () => runMocha({ name: 'unit', files: ['test/unit/**/*.test.ts'], timeoutSeconds: 60, parallel: true }) },
  { name: 'grammar', run: runGrammarSuite },
  { name: 'host', run: runHostSuite },
  ...packageSuites(),
];
