import assert from 'node:assert/strict';
import { linkProject, sketchesOf } from '../../link-project';

const manifest = JSON.stringify({
  contributes: {
    configuration: [
      {
        properties: {
          'helper.model': { type: 'string', default: 'gpt-5.4-mini' },
          'helper.cap': { type: 'number', default: 900 },
          'helper.baseUrl': { type: 'string', default: '' },
          'helper.system': { type: 'string', default: '' },
        },
      },
    ],
  },
});

describe('settings of an editor', () => {
  it('are what a person sets, or the default of the manifest, or the one that is passed', async () => {
    const source = `
import * as vscode from 'vscode';
import OpenAI from 'openai';
const settings = vscode.workspace.getConfiguration('helper');
const openai = new OpenAI({ baseURL: settings.get('baseUrl') });
const messages = [{ role: 'system', content: settings.get<string>('system') || 'Be short.' }];
openai.chat.completions.create({ model: settings.get<string>('model'), max_tokens: settings.get('cap'), messages });
openai.chat.completions.create({ model: settings.get('model', 'gpt-5.4'), messages });
openai.chat.completions.create({ model: settings.get('second', 'gpt-5.4'), messages });
openai.chat.completions.create({ model: vscode.workspace.getConfiguration().get('helper.model') || 'gpt-5.4', messages });
openai.chat.completions.create({ model: settings.get('third'), messages });
`;
    const sketches = await sketchesOf({ 'package.json': manifest, 'src/use.ts': source }, 'src/use.ts');
    assert.deepEqual(
      sketches.filter(line => line.startsWith('call')),
      [
        'call openai-chat openai gpt-5.4-mini (environment) cap 900',
        'call openai-chat openai gpt-5.4-mini (environment) cap absent',
        'call openai-chat openai gpt-5.4 (environment) cap absent',
        'call openai-chat openai gpt-5.4-mini (environment) cap absent',
        'call openai-chat openai ? depends on helper.third (a setting of the editor) (environment) cap absent',
      ],
    );
    assert.deepEqual(
      sketches.filter(line => line.startsWith('  system')),
      Array(5).fill('  system system: [Be short.]'),
    );
  });

  it('also by the default that compilers make of the editor', async () => {
    const source = `
import vscode from 'vscode';
import OpenAI from 'openai';
new OpenAI().responses.create({ model: vscode.workspace.getConfiguration('helper').get('model'), input: 'Hi.' });
`;
    const [line] = await sketchesOf({ 'package.json': manifest, 'src/use.ts': source }, 'src/use.ts');
    assert.equal(line, 'call openai-responses openai gpt-5.4-mini (environment) cap absent');
  });

  it('of several the one whose default it is', async () => {
    const source = `
import * as vscode from 'vscode';
import OpenAI from 'openai';
class Settings {
  get all() {
    const settings = vscode.workspace.getConfiguration('helper');
    let model = settings.get('model') as string;
    let isBig = false;
    if (model === 'own') model = settings.get('baseUrl') as string;
    else {
      if (model.startsWith('gpt-5')) isBig = true;
    }
    return { model, isBig };
  }
}
const { all } = new Settings();
new OpenAI().responses.create({ model: all.model, input: 'Hi.' });
`;
    const { sites } = await linkProject({ 'package.json': manifest, 'src/use.ts': source }, 'src/use.ts');
    assert.equal(sites[0]?.model.why, 'the default of the setting helper.model');
  });

  it('that a class keeps in a map once they were asked for', async () => {
    const source = `
import * as vscode from 'vscode';
import OpenAI from 'openai';
class Settings {
  private static instance: Settings;
  private readonly known: Map<string, unknown> = new Map();
  static get(): Settings { if (!this.instance) this.instance = new Settings(); return this.instance; }
  read<T>(key: string, otherwise?: T): T {
    if (!this.known.has(key)) this.known.set(key, vscode.workspace.getConfiguration('helper').get<T>(key, otherwise));
    return this.known.get(key) as T;
  }
}
const openai = new OpenAI();
export async function ask(question: string) {
  return openai.chat.completions.create({ model: Settings.get().read<string>('model'), messages: [{ role: 'user', content: 'Hi.' }] });
}
`;
    assert.deepEqual(await sketchesOf({ 'package.json': manifest, 'src/use.ts': source }, 'src/use.ts'), [
      'call openai-chat openai gpt-5.4-mini (environment) cap absent',
      '  user: Hi.',
    ]);
  });
});
