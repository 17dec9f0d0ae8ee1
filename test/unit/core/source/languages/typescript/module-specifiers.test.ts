import assert from 'node:assert/strict';
import { packageOf, specifierLike } from '../../../../../../src/core/source/languages/typescript/module-specifiers';

describe('where packages are served', () => {
  it('tells the package of a specifier', () => {
    const specifiers = {
      openai: 'openai',
      './openai.ts': './openai.ts',
      'node:fs': 'node:fs',
      'https://example.com/openai.js': 'https://example.com/openai.js',
      'npm:openai': 'openai',
      'npm:openai@^4.20.1/helpers/zod': 'openai/helpers/zod',
      'npm:/@anthropic-ai/sdk@0.20': '@anthropic-ai/sdk',
      'jsr:@openai/openai@4': '@openai/openai',
      'https://esm.sh/openai@4.20.1?target=es2022': 'openai',
      'https://esm.sh/v135/@google/genai@1.2.0/web': '@google/genai/web',
      'https://esm.run/@google/generative-ai@0.21.0': '@google/generative-ai',
      'https://cdn.jsdelivr.net/npm/openai@4/+esm': 'openai',
      'https://unpkg.com/ollama@0.5/dist/browser.mjs': 'ollama/dist/browser.mjs',
      'https://ga.jspm.io/npm:openai@4.1.0/index.mjs': 'openai/index.mjs',
      'https://deno.land/x/openai@v4.20.1/mod.ts': 'openai',
    };
    for (const [specifier, name] of Object.entries(specifiers)) assert.equal(packageOf(specifier), name, specifier);
  });

  it('writes a module as those beside it are written', () => {
    const like = (specifier: string) => specifierLike(`import OpenAI from '${specifier}';\n`, 'openai/helpers/zod');
    assert.equal(like('openai'), 'openai/helpers/zod');
    assert.equal(like('npm:openai@4.20'), 'npm:openai@4.20/helpers/zod');
    assert.equal(like('https://esm.sh/openai@4.20.1?bundle'), 'https://esm.sh/openai@4.20.1/helpers/zod');
    assert.equal(like('https://deno.land/x/openai@v4.20.1/mod.ts'), 'npm:openai/helpers/zod');
    assert.equal(specifierLike("import OpenAI from 'npm:openai@4';\n", 'zod'), 'npm:zod');
  });
});
