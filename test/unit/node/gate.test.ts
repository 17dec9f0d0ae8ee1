import assert from 'node:assert/strict';
import { createGate } from '../../../src/node/gate';

const gate = createGate(['openai', '@ai-sdk', 'google.genai', 'com.google.genai'], ['ai', 'agents']);

describe('gate', () => {
  it('lets texts through that name a package anywhere', () => {
    assert.ok(gate("import { openai } from '@ai-sdk/openai';"));
    assert.ok(gate('client = openai.OpenAI()'));
  });

  it('lets texts through that import by a word', () => {
    assert.ok(gate("import { generateText } from 'ai';"));
    assert.ok(gate("import { streamUI } from 'ai/rsc';"));
    assert.ok(gate('const { generateText } = require("ai");'));
    assert.ok(gate("await import('ai')"));
    assert.ok(gate('from agents import Agent'));
    assert.ok(gate('from agents.run import Runner'));
    assert.ok(gate('import os, agents'));
    assert.ok(gate('"source": ["import \\"ai\\""]'));
  });

  it('lets texts through that take a module out of its package', () => {
    assert.ok(gate('import os\nfrom google import genai\n'));
    assert.ok(gate('from google import (\n    auth,\n    genai,\n)'));
    assert.ok(gate('"from google import genai\\n",'));
    assert.ok(gate('import google.genai as genai'));
    assert.ok(!gate('from google import auth'));
    assert.ok(!gate('from google_cloud import genai'));
  });

  it('holds back texts in which it is only a word', () => {
    assert.ok(!gate("const message = { role: 'ai', text: 'I maintain agents' };"));
    assert.ok(!gate("import { chain } from 'air';"));
  });
});
