import assert from 'node:assert/strict';
import { takesLikelyModel } from '../../../src/core/link/model-names';
import { filesThatReach, importsOf, nameOfModule, packageNames, type ReachFile, resolveRelative } from '../../../src/node/import-reach';

/** Files of a project by path, as far as reach looks at them. */
function project(files: Readonly<Record<string, string>>): ReachFile[] {
  const uriOf = (path: string) => `file://${path}`;
  const uris = new Set(Object.keys(files).map(uriOf));
  return Object.entries(files).map(([path, text]) => {
    const { relative, names, above } = importsOf(text);
    const pathsOf = (modules: readonly string[]) =>
      resolveRelative(modules, uriOf(path), uri => uris.has(uri)).map(uri => uri.slice('file://'.length));
    return {
      path,
      traced: /openai/.test(text),
      files: pathsOf(relative),
      names: [...names, ...packageNames(path)],
      above: {
        files: pathsOf(above.filter(module => module.startsWith('.'))),
        names: above.filter(module => !module.startsWith('.')).map(nameOfModule),
      },
      takes: takesLikelyModel(text, path.endsWith('.py') ? 'python' : 'javascript'),
    };
  });
}

describe('what a text imports', () => {
  it('is found in Python, over several lines too', () => {
    const text =
      'import os.path as p, json\nfrom .llm.client import (\n    ask,\n    tell as t,\n)\nfrom . import b\nfrom app import x  # why\n';
    const { relative, names } = importsOf(text);
    for (const module of ['.llm.client', '.llm.client.ask', '.llm.client.tell', '.', '.b']) assert.ok(relative.includes(module), module);
    for (const name of ['os', 'path', 'json', 'app', 'x']) assert.ok(names.includes(name), name);
    assert.ok(!names.includes('why') && !names.includes('client'));
  });

  it('is found in TypeScript and JavaScript in every form', () => {
    const text = `import { a } from '../lib/one.js';\nimport './two';\nexport * from "@acme/three";\nconst x = require('./four');\nawait import('./five');\nimport {\n  y,\n} from './six';`;
    const { relative, names } = importsOf(text);
    assert.deepEqual([...relative].sort(), ['../lib/one.js', './five', './four', './six', './two']);
    for (const name of ['acme', 'three']) assert.ok(names.includes(name), name);
  });
});

describe('files that reach a model', () => {
  it('are those that one of them imports and may pass what asks a model (Python)', () => {
    const files = project({
      '/p/app.py': 'from src.llm.helper import Helper\nfrom src.flow import Flow\nfrom src.store import Store\nFlow(Helper())\n',
      '/p/src/llm/helper.py': 'import openai\n',
      '/p/src/flow.py':
        'from .plan import plan\nclass Flow:\n    def __init__(\n        self, llm_helper,\n        store=None):\n        pass\n',
      '/p/src/plan.py': 'def plan(chat, text): return chat.ask(text)\n',
      '/p/src/store.py': 'def put(model: str, store): pass\n',
      '/p/other.py': 'def run(llm): pass\n',
    });
    assert.deepEqual([...filesThatReach(files)].sort(), ['/p/app.py', '/p/src/flow.py', '/p/src/llm/helper.py', '/p/src/plan.py']);
  });

  it('are those that may be passed anything, or nothing, for it (Python)', () => {
    const taking = ['llm', 'llm: Any', 'llm: typing.Any = None', 'chat_model: Optional[Any] = None', 'client=None'];
    for (const param of taking)
      assert.ok(takesLikelyModel(`class A:\n    def ask(self, text: str, ${param}):\n        pass\n`, 'python'), param);
    for (const param of ['model: str', 'model="gpt-5.4"', 'llm: Llm', 'store=None', 'text: Any'])
      assert.ok(!takesLikelyModel(`def ask(${param}): pass\n`, 'python'), param);
  });

  it('are those that one of them imports and may pass what asks a model (JavaScript)', () => {
    const files = project({
      '/p/app.js': "import OpenAI from 'openai';\nimport { send } from './send.js';\nimport { put } from './store.js';\n",
      '/p/send.js': 'export async function send(chat, text) {\n  return chat.sendMessage(text);\n}\n',
      '/p/store.js': 'export const put = (row) => { if (model) { rows.push(row); } };\n',
    });
    assert.deepEqual([...filesThatReach(files)].sort(), ['/p/app.js', '/p/send.js']);
    for (const taking of ['async ask({ text, client }) {', 'const ask = (agent = null) => agent', 'function ask(llm: any) {'])
      assert.ok(takesLikelyModel(taking, 'javascript'), taking);
    for (const other of ['ask(llm: Llm) {', 'for (const model of models) {', "ask(model = 'gpt-5.4') {", 'ask(text) {', 'ask(client);'])
      assert.ok(!takesLikelyModel(other, 'javascript'), other);
  });

  it('are those that know only what one that names an SDK extends or implements', () => {
    const files = project({
      '/p/base/llm.ts': 'export abstract class Base {}',
      '/p/base/clock.ts': 'export class Clock {}',
      '/p/openai/llm.ts':
        "import OpenAI from 'openai';\nimport Base, { type Chat } from '@/base/llm';\nclass Llm\n  extends Base<Options>\n  implements Chat {}",
      '/p/base/index.ts': "export * from './llm';",
      '/p/use.ts': "import { Base } from './base';",
      '/p/own.py': 'from .py_base import (\n    LLM,\n)\nimport openai\nclass Own(LLM[str], Mixin):\n    pass\n',
      '/p/py_base.py': 'class LLM: pass\n',
      '/p/py_use.py': 'from .py_base import LLM\n',
      '/p/time.ts': "import { Clock } from './base/clock';",
    });
    assert.deepEqual([...filesThatReach(files)].sort(), [
      '/p/base/index.ts',
      '/p/base/llm.ts',
      '/p/openai/llm.ts',
      '/p/own.py',
      '/p/py_base.py',
      '/p/py_use.py',
      '/p/use.ts',
    ]);
  });

  it('are those of the same folder in Java, whose classes need no import', () => {
    const files = project({
      '/p/src/main/java/com/acme/llm/Llm.java': 'package com.acme.llm;\nimport com.openai.client.OpenAIClient;\n',
      '/p/src/main/java/com/acme/llm/Asks.java': 'package com.acme.llm;\nclass Asks { Llm llm; }\n',
      '/p/src/main/java/com/acme/web/Page.java': 'package com.acme.web;\nimport com.acme.llm.*;\n',
      '/p/src/main/java/com/acme/mail/Mail.java': 'package com.acme.mail;\nimport java.util.List;\n',
    });
    assert.deepEqual([...filesThatReach(files)].map(path => path.split('/').at(-1)).sort(), ['Asks.java', 'Llm.java', 'Page.java']);
  });

  it('are those that name an SDK and whatever imports from them, over re-exports, packages and circles', () => {
    const files = project({
      '/p/llm/client.py': 'import openai\nfrom ..app import x\n',
      '/p/llm/__init__.py': 'from .client import ask\n',
      '/p/app.py': 'from p.llm import ask\n',
      '/p/other.py': 'import json\n',
      '/p/packages/ai/src/index.ts': "import OpenAI from 'openai';",
      '/p/web/page.tsx': "import { chat } from '@acme/ai';",
      '/p/web/style.ts': "import { color } from './theme';",
    });
    assert.deepEqual([...filesThatReach(files)].sort(), [
      '/p/app.py',
      '/p/llm/__init__.py',
      '/p/llm/client.py',
      '/p/packages/ai/src/index.ts',
      '/p/web/page.tsx',
    ]);
  });

  it('are told apart from files of the same name', () => {
    const files = project({
      '/p/a/index.ts': "export * from './client';",
      '/p/a/client.ts': "import OpenAI from 'openai';",
      '/p/a/use.ts': "import { ask } from '.';",
      '/p/b/index.ts': "export * from './client';",
      '/p/b/client.ts': "import axios from 'axios';",
      '/p/b/use.ts': "import { ask } from './index.js';",
    });
    assert.deepEqual([...filesThatReach(files)].sort(), ['/p/a/client.ts', '/p/a/index.ts', '/p/a/use.ts']);
  });
});
