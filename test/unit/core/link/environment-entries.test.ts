import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const modelsOf = async (head: string, models: readonly string[]) => {
  const asked = models.map(model => `client.responses.create(model=${model}, input="One.")`);
  const source = ['import os', 'from openai import OpenAI', 'client = OpenAI()', head, ...asked, ''].join('\n');
  const lines = (await sketchesOf({ 'main.py': source }, 'main.py')).filter(line => line.startsWith('call'));
  return lines.map(line => line.replace(/^call openai-responses openai (.*) cap absent$/, '$1'));
};

describe('what a program itself puts into its environment (Python)', () => {
  it('goes before the default where it is read', async () => {
    const head = 'os.environ["DESK_MODEL"] = "gpt-5.4-mini"';
    const models = ['os.getenv("DESK_MODEL", "gpt-5.4")', 'os.environ.get("DESK_MODEL", "gpt-5.4")', 'os.environ["DESK_MODEL"]'];
    assert.deepEqual(await modelsOf(head, models), Array(3).fill('gpt-5.4-mini (constant)'));
  });

  it('leaves all else of it to where the program is deployed', async () => {
    const heads = ['os.environ["DESK_KEY"] = ask_for_key()', 'os.environ.setdefault("DESK_KEY", "none")'];
    const models = ['os.getenv("DESK_MODEL", "gpt-5.4")', 'os.environ.get("DESK_MODEL", "gpt-5.4")', 'os.getenv("DESK_MODEL")'];
    for (const head of heads)
      assert.deepEqual(await modelsOf(head, models), [
        'gpt-5.4 (environment)',
        'gpt-5.4 (environment)',
        '? depends on DESK_MODEL (set where the program is deployed) (environment)',
      ]);
  });

  it('is one of several where it is put there under a condition', async () => {
    const head = 'if is_cheap():\n    os.environ["DESK_MODEL"] = "gpt-5.4-mini"';
    assert.deepEqual(await modelsOf(head, ['os.getenv("DESK_MODEL", "gpt-5.4")', 'os.environ.get("DESK_MODEL", "gpt-5.4")']), [
      '? one of gpt-5.4-mini, gpt-5.4, unless another is set where the program is deployed (environment)',
      '? one of gpt-5.4-mini, gpt-5.4, unless another is set where the program is deployed (environment)',
    ]);
  });
});
