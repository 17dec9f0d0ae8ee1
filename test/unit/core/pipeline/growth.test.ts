import * as pipeline from '../../../../src/core/pipeline';
import { grammarFor, languageOfUri } from '../../../../src/core/source/languages/index';
import type { Uri } from '../../../../src/core/source/span';
import { assertInProportion } from '../../growth';
import { loadParser } from '../../parse-source';
import { DEFAULT_SETTINGS, environmentOf } from '../rules/fixture/project';

const CHARACTERS = 8_000;
/** What long texts may be made of. */
const UNITS = ['a', ' ', '\n', 'Do it. ', '- a\n', '"a", ', '{"a": [1]}, ', '{{', '\r'];

/** A text in quotes, as the languages write it. */
const quoted = (text: string) => JSON.stringify(text).replaceAll("'", "\\'");

/** A file of each language and of formats that differ, with a long text in it. */
const FILES: Readonly<Record<string, (text: string) => string>> = {
  'ask.py': text => `import json
import openai
client = openai.OpenAI()
def ask(question):
    answer = client.chat.completions.create(model="gpt-5.4", messages=[
        {"role": "system", "content": ${quoted(`${text} Reply with JSON with the keys name and age.`)}},
        {"role": "user", "content": question},
    ])
    return json.loads(answer.choices[0].message.content)["name"]
`,
  'ask.ts': text => `import OpenAI from 'openai';
const client = new OpenAI();
export async function ask(question: string) {
  const answer = await client.chat.completions.create({
    model: 'gpt-5.4',
    messages: [
      { role: 'system', content: ${quoted(`${text} Reply with JSON with the keys name and age.`)} },
      { role: 'user', content: question },
    ],
  });
  return JSON.parse(answer.choices[0].message.content).name;
}
`,
  'ask.go': text => `package main

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

func ask(question string) {
	client := openai.NewClient("key")
	client.CreateChatCompletion(context.Background(), openai.ChatCompletionRequest{
		Model: "gpt-5.4",
		Messages: []openai.ChatCompletionMessage{{Role: "system", Content: ${quoted(text)}}, {Role: "user", Content: question}},
	})
}
`,
  'Ask.java': text => `import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

class Ask {
  OpenAIClient client = OpenAIOkHttpClient.fromEnv();

  Object ask(String question) {
    var params = ChatCompletionCreateParams.builder().model("gpt-5.4").addSystemMessage(${quoted(text)}).addUserMessage(question).build();
    return client.chat().completions().create(params);
  }
}
`,
  'Ask.cs': text => `using OpenAI.Chat;

class Ask {
  ChatClient client = new("gpt-5.4", "key");

  object Run(string question) {
    return client.CompleteChat(new SystemChatMessage(${quoted(text)}), new UserChatMessage(question));
  }
}
`,
  'ask.prompty': text => `---\nmodel: gpt-5.4\n---\nsystem:\n${text}\nuser:\n{{question}}\n`,
  'ask.prompt': text => `---\nmodel: googleai/gemini-2.5-flash\n---\n${text}\n{{question}}\n`,
  'ask.md': text => text,
  'ask.j2': text => text,
  'ask.hbs': text => text,
};

/** All steps over one file by itself, and every fix that is offered. */
async function analyser(uri: Uri): Promise<(text: string) => void> {
  const language = languageOfUri(uri);
  const parse = language === undefined ? undefined : await loadParser(grammarFor(language));
  return text => {
    const tree = language && parse && { language, root: parse(text) };
    const summary = pipeline.summarize({ uri, text, ...(tree && { tree }) }, DEFAULT_SETTINGS.promptFiles);
    const store = { get: (asked: Uri) => (asked === uri ? summary : null) };
    const environment = environmentOf(new Map([[uri, text]]));
    const analysed = pipeline.quote(pipeline.link(uri, store), 1, environment, store);
    for (const { fixes } of analysed.analysis.findings) for (const fix of fixes) analysed.edit(fix.id);
    for (const { site } of analysed.quotes) analysed.compression(site.identity);
  };
}

describe('all steps over one file', () => {
  for (const [name, file] of Object.entries(FILES))
    it(`take time in proportion to a text in ${name}`, async () => {
      const analyse = await analyser(`file:///project/${name}`);
      analyse(file('Be brief.'));
      for (const unit of UNITS) {
        const work = (characters: number) => analyse(file(unit.repeat(Math.ceil(characters / unit.length))));
        assertInProportion(CHARACTERS, work, `${name}: ${JSON.stringify(unit)}`);
      }
    });
});
