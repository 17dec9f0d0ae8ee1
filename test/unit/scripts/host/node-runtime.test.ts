import assert from 'node:assert/strict';
import { runsServer } from '../../../../scripts/host/node-runtime';

describe('the Node that runs the server', () => {
  for (const version of ['22.15.0', '22.20.1', '24.0.0']) it(`may be ${version}`, () => assert.equal(runsServer(version), true));
  for (const version of ['20.19.0', '22.14.9', '18.20.4']) it(`may not be ${version}`, () => assert.equal(runsServer(version), false));
});
