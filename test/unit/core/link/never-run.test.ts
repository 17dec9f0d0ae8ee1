import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function linesOf(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

describe('what a constant never lets run', () => {
  it('is no call, and gives no client (Python)', async () => {
    const files = {
      'conf.py': 'USE_AZURE = False\nVENDOR = "openai"\nverbose = False\n',
      'main.py': `
from conf import USE_AZURE, VENDOR, verbose
from langchain_openai import AzureChatOpenAI, ChatOpenAI
from openai import AzureOpenAI, OpenAI

if VENDOR == "azure":
    llm = AzureChatOpenAI(azure_deployment="mine", azure_endpoint="https://x.openai.azure.com")
else:
    llm = ChatOpenAI(model="gpt-5.4")

def one(text):
    if USE_AZURE:
        client = AzureOpenAI(azure_endpoint="https://x.openai.azure.com")
    else:
        client = OpenAI()
    return client.responses.create(model="gpt-5.4", input=f"One: {text}")

def two(text):
    if USE_AZURE:
        return AzureOpenAI().responses.create(model="mine", input=f"Two: {text}")
    if not USE_AZURE:
        return OpenAI().responses.create(model="gpt-5.4", input=f"Two: {text}")
    return OpenAI().responses.create(model="gpt-5.4-nano", input=f"Two: {text}")

def three(text):
    if verbose:
        return OpenAI().responses.create(model="gpt-5.4-mini", input=f"Three: {text}")
`,
    };
    assert.deepEqual(await linesOf(files, 'main.py'), [
      'constructor langchain openai gpt-5.4 (literal) cap absent',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      'call openai-responses openai gpt-5.4 (literal) cap absent',
      'call openai-responses openai gpt-5.4-mini (literal) cap absent',
    ]);
  });

  it('is a call where the constant is set elsewhere or by the environment (Python)', async () => {
    const main = `
import os
from openai import OpenAI
FAST = os.environ.get("FAST") == "1"
DEBUG = False
def debug():
    global DEBUG
    DEBUG = True
def one(text):
    if FAST:
        return OpenAI().responses.create(model="gpt-5.4-nano", input=f"One: {text}")
    if DEBUG:
        return OpenAI().responses.create(model="gpt-5.4-mini", input=f"One: {text}")
    return OpenAI().responses.create(model="gpt-5.4", input=f"One: {text}")
`;
    assert.deepEqual(
      (await linesOf({ 'main.py': main }, 'main.py')).map(line => line.split(' ')[3]),
      ['gpt-5.4-nano', 'gpt-5.4-mini', 'gpt-5.4'],
    );
  });

  it('is a call where another module may set what a module holds (Python)', async () => {
    const files = {
      'conf.py': 'ASKING = False\n',
      'main.py': 'import conf\ndef run(args):\n    conf.ASKING = args.ask\n',
      'desk.py': `
import conf
from openai import OpenAI
def one(text):
    if conf.ASKING:
        return OpenAI().responses.create(model="gpt-5.4", input=f"One: {text}")
`,
    };
    assert.deepEqual(await linesOf(files, 'desk.py'), ['call openai-responses openai gpt-5.4 (literal) cap absent']);
  });
});
