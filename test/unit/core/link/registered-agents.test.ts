import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const AGENTS = `
import { Agent } from '@mastra/core/agent';

export const baker = new Agent({ id: 'head-baker', instructions: 'You bake.', model: 'openai/gpt-5.4-mini' });
export const eater = new Agent({ id: 'eater', instructions: 'You eat.', model: 'anthropic/claude-haiku-5-5' });
`;
const STEP = `
import { createStep } from '@mastra/core/workflows';

export const bake = createStep({
  id: 'bake',
  execute: async ({ mastra }) => mastra.getAgent('baker').generate('Bake.'),
});
`;

describe('agents that a framework hands over', () => {
  it('are those that the project registers, wherever it does', async () => {
    for (const [index, agents] of [
      ['src/mastra/index.ts', './agents'],
      ['src/server/mastra.service.ts', '../mastra/agents'],
    ] as const) {
      const made = `
import { Mastra } from '@mastra/core';
import { baker, eater } from '${agents}';

export const mastra = new Mastra({ agents: { baker, eater } });
`;
      const step = index.includes('index') ? 'src/mastra/steps/bake.ts' : 'src/server/bake.ts';
      const files = { [index]: made, 'src/mastra/agents.ts': AGENTS, [step]: STEP };
      assert.deepEqual(await sketchesOf(files, step), [
        'call mastra openai openai/gpt-5.4-mini (constant) cap absent',
        '  system system: You bake.',
        '  user: Bake.',
      ]);
    }
  });

  it('are none where nothing is registered', async () => {
    assert.deepEqual(await sketchesOf({ 'src/mastra/agents.ts': AGENTS, 'src/mastra/bake.ts': STEP }, 'src/mastra/bake.ts'), []);
  });
});
