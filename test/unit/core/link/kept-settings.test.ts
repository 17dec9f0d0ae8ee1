import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

describe('settings that a program keeps on its machine', () => {
  it('are what was kept, or the default of the store, its schema or the call', async () => {
    const source = `
import Conf from 'conf';
import Store from 'electron-store';
import OpenAI from 'openai';
const store = new Store({ defaults: { model: 'gpt-5.4-mini', limits: { answer: 700 } } });
const conf = new Conf({ projectName: 'desk', schema: { model: { type: 'string', default: 'gpt-5.4' } } });
const client = new OpenAI();
export async function ask() {
  await client.responses.create({ model: store.get('model'), max_output_tokens: store.get('limits.answer'), input: 'One.' });
  await client.responses.create({ model: conf.get('model') as string, input: 'Two.' });
  await client.responses.create({ model: conf.get('second', 'gpt-5.4-nano'), input: 'Three.' });
  await client.responses.create({ model: store.get('third'), input: 'Four.' });
}
`;
    const lines = (await sketchesOf({ 'main.ts': source }, 'main.ts')).filter(line => line.startsWith('call'));
    assert.deepEqual(
      lines.map(line => line.replace('call openai-responses openai ', '')),
      [
        'gpt-5.4-mini (environment) cap 700',
        'gpt-5.4 (environment) cap absent',
        'gpt-5.4-nano (environment) cap absent',
        '? depends on third (a setting that the program keeps) (environment) cap absent',
      ],
    );
  });

  it('stand behind what they are by default, where a file or a browser keeps them', async () => {
    const source = `
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import OpenAI from 'openai';
const defaults = { model: 'gpt-5.4-mini', limit: 300 };
const client = new OpenAI();
const path = join(homedir(), '.desk.json');
let known: typeof defaults | null = null;
function load() {
  if (known) return known;
  const own = existsSync(path) ? JSON.parse(readFileSync(path, 'utf-8')) : {};
  known = { ...defaults, ...own };
  return known;
}
const settingOf = (key: string) => load()[key];
export const ask = () => client.responses.create({ model: settingOf('model'), max_output_tokens: settingOf('limit'), input: 'One.' });

const shown = { ...defaults, ...JSON.parse(localStorage.getItem('desk') ?? '{}') };
export const show = () => client.responses.create({ model: shown.model, input: 'Two.' });

export function row(text: string) {
  const each = { ...defaults, ...JSON.parse(text) };
  return client.responses.create({ model: each.model, input: 'Three.' });
}
`;
    const lines = (await sketchesOf({ 'main.ts': source }, 'main.ts')).filter(line => line.startsWith('call'));
    assert.deepEqual(
      lines.map(line => line.replace('call openai-responses openai ', '')),
      [
        'gpt-5.4-mini (environment) cap 300',
        'gpt-5.4-mini (environment) cap absent',
        '? depends on model (comes from a value that could not be read) (unknown) cap absent',
      ],
    );
  });

  it('stand behind what they are by default (Python)', async () => {
    const source = `
import json
from pathlib import Path
from openai import OpenAI
DEFAULTS = {"model": "gpt-5.4-mini", "limit": 300}

def load(path=Path.home() / ".desk.json"):
    with open(path) as file:
        return {**DEFAULTS, **json.load(file)}

def ask():
    settings = load()
    return OpenAI().responses.create(model=settings["model"], max_output_tokens=settings["limit"], input="One.")
`;
    const lines = (await sketchesOf({ 'main.py': source }, 'main.py')).filter(line => line.startsWith('call'));
    assert.deepEqual(lines, ['call openai-responses openai gpt-5.4-mini (environment) cap 300']);
  });

  it('are what a plugin, an extension or a page keeps, too', async () => {
    const source = `
import OpenAI from 'openai';
import { Plugin } from 'obsidian';
import browser from 'webextension-polyfill';
const client = new OpenAI();
const DEFAULTS = { model: 'gpt-5.4', limit: 200 };

export default class Desk extends Plugin {
  settings: typeof DEFAULTS;
  async onload() {
    this.settings = Object.assign({}, DEFAULTS, await this.loadData());
  }
  ask() {
    return client.responses.create({ model: this.settings.model, max_output_tokens: this.settings.limit, input: 'One.' });
  }
}

export async function inBackground() {
  const settings = { ...DEFAULTS, ...(await chrome.storage.sync.get(['model'])) };
  return client.responses.create({ model: settings.model, input: 'Two.' });
}

export async function withDefaults() {
  const { model } = await browser.storage.local.get({ model: 'gpt-5.4-mini' });
  return client.responses.create({ model, input: 'Three.' });
}

export async function taken() {
  const { model = 'gpt-5.4-mini' } = await chrome.storage.local.get('model');
  return client.responses.create({ model, input: 'Four.' });
}

export const onPage = () => client.responses.create({ model: localStorage.getItem('model') || 'gpt-5.4-nano', input: 'Five.' });
export const unset = () => client.responses.create({ model: localStorage.getItem('model'), input: 'Six.' });
`;
    const lines = (await sketchesOf({ 'main.ts': source }, 'main.ts')).filter(line => line.startsWith('call'));
    assert.deepEqual(
      lines.map(line => line.replace('call openai-responses openai ', '')),
      [
        'gpt-5.4 (environment) cap 200',
        'gpt-5.4 (environment) cap absent',
        'gpt-5.4-mini (environment) cap absent',
        'gpt-5.4-mini (environment) cap absent',
        'gpt-5.4-nano (environment) cap absent',
        '? depends on localStorage.getItem() (computed while the program runs) (unknown) cap absent',
      ],
    );
  });
});
