import assert from 'node:assert/strict';
import { linkProject } from '../../link-project';

describe('reading objects of many parts', () => {
  it('an agent of a registry in which each of many agents has many tools (TypeScript)', async () => {
    const agents = Array.from({ length: 10 }, (_, nth) => `agent${nth}`);
    const fields = ['query', 'place', 'since', 'until'].map(name => `${name}: z.string().optional().describe('The ${name} to look for.')`);
    const agent = (name: string) => {
      const tools = Array.from({ length: 15 }, (_, nth) => `${name}Tool${nth}`);
      const made = tools.map(
        tool => `const ${tool} = createTool({ id: '${tool}', description: 'Looks up.', inputSchema: z.object({ ${fields.join(', ')} }) });`,
      );
      return `${made.join('\n')}
const ${name} = new Agent({ name: '${name}', instructions: 'You are ${name}.', model: 'openai/gpt-5.4', tools: { ${tools.join(', ')} } });`;
    };
    const files = {
      'mastra.ts': `import { Agent } from '@mastra/core/agent';
import { Mastra } from '@mastra/core';
import { createTool } from '@mastra/core/tools';
import { z } from 'zod';
${agents.map(agent).join('\n')}
export const mastra = new Mastra({ agents: { ${agents.join(', ')} } });`,
      'main.ts': `import { mastra } from './mastra';
const agent = mastra.getAgent('agent3');
await agent.generate('Hello.');`,
    };
    const { sites } = await linkProject(files, 'main.ts');
    assert.deepEqual(
      sites.map(({ kind, model }) => `${kind} ${model.value}`),
      ['call openai/gpt-5.4'],
    );
  });
});
