import assert from 'node:assert/strict';
import { analyseIn, DEFAULT_SETTINGS } from '../rules/fixture/project';

const FILE = 'file:///project/answer.py';
const CODE = `from openai import OpenAI
from datetime import datetime

def answer(question):
    return OpenAI().chat.completions.create(model="gpt-4.1", max_completion_tokens=400, messages=[
        {"role": "system", "content": f"Now is {datetime.now()}. ${'Answer politely. '.repeat(1000)}"},
        {"role": "user", "content": question},
    ])
`;

async function messages(currency?: { readonly code: string; readonly perUsd: number }): Promise<readonly string[]> {
  const { analysis } = await analyseIn(new Map([[FILE, CODE]]), FILE, {
    ...DEFAULT_SETTINGS,
    ...(currency === undefined ? {} : { currency }),
  });
  return analysis.findings.filter(({ rule }) => rule === 'no-dynamic-prefix').map(({ message }) => message);
}

describe('findings in the currency of a person', () => {
  it('name the same amount at the stated rate', async () => {
    const [dollars = ''] = await messages();
    const [yen = ''] = await messages({ code: 'JPY', perUsd: 100 });
    const usd = Number(/\$([\d.,]+) per 1,000 calls/.exec(dollars)?.[1]?.replaceAll(',', ''));
    const jpy = Number(/¥([\d.,]+) per 1,000 calls/.exec(yen)?.[1]?.replaceAll(',', ''));
    assert.ok(usd > 0, dollars);
    assert.ok(Math.abs(jpy - usd * 100) <= 1, `${dollars}\n${yen}`);
    assert.doesNotMatch(yen, /\$/);
  });
});
