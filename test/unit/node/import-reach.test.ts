import assert from 'node:assert/strict';
import { filesThatReach, importedNames, type ReachFile } from '../../../src/node/import-reach';

function file(path: string, text: string): ReachFile {
  return { path, traced: /openai/.test(text), imports: importedNames(text) };
}

describe('names that imports are made of', () => {
  it('are found in Python, over several lines too', () => {
    const text = 'import os.path as p, json\nfrom .llm.client import (\n    ask,\n    tell as t,\n)\nfrom app import x  # why\n';
    for (const name of ['os', 'path', 'json', 'llm', 'client', 'ask', 'tell', 'app', 'x']) assert.ok(importedNames(text).has(name), name);
    assert.ok(!importedNames(text).has('why'));
  });

  it('are found in TypeScript and JavaScript in every form', () => {
    const text = `import { a } from '../lib/one.js';\nimport './two';\nexport * from "@acme/three";\nconst x = require('./four');\nawait import('./five');\nimport {\n  y,\n} from './six';`;
    for (const name of ['lib', 'one', 'two', 'three', 'four', 'five', 'six']) assert.ok(importedNames(text).has(name), name);
  });
});

describe('files that reach a model', () => {
  it('are those that name an SDK and whatever imports from them, over re-exports, packages and circles', () => {
    const files = [
      file('/p/llm/client.py', 'import openai\nfrom ..app import x\n'),
      file('/p/llm/__init__.py', 'from .client import ask\n'),
      file('/p/app.py', 'from p.llm import ask\n'),
      file('/p/other.py', 'import json\n'),
      file('/p/packages/ai/src/index.ts', "import OpenAI from 'openai';"),
      file('/p/web/page.tsx', "import { chat } from '@acme/ai';"),
      file('/p/web/style.ts', "import { color } from './theme';"),
    ];
    assert.deepEqual([...filesThatReach(files)].sort(), [
      '/p/app.py',
      '/p/llm/__init__.py',
      '/p/llm/client.py',
      '/p/packages/ai/src/index.ts',
      '/p/web/page.tsx',
    ]);
  });
});
