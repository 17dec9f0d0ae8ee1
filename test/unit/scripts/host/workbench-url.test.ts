import assert from 'node:assert/strict';
import { buildUrl } from '../../../../scripts/host/workbench-url';

describe('the address of a workbench', () => {
  it('names only the folder when nothing else is asked for', () => {
    assert.equal(buildUrl(8080, { folder: '/tmp/a b' }), 'http://127.0.0.1:8080/?folder=%2Ftmp%2Fa%20b');
  });

  it('carries what to load as pairs of names and remote addresses', () => {
    const url = new URL(
      buildUrl(8080, { folder: '/w', extensionDevelopmentPath: '/e x', extensionTestsPath: '/t/index.js', openFile: '/w/100%.py' }),
    );
    assert.equal(url.searchParams.get('folder'), '/w');
    assert.deepEqual(JSON.parse(url.searchParams.get('payload') ?? ''), [
      ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:8080/e%20x'],
      ['extensionTestsPath', 'vscode-remote://127.0.0.1:8080/t/index.js'],
      ['openFile', 'vscode-remote://127.0.0.1:8080/w/100%25.py'],
    ]);
  });
});
