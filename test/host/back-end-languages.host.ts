import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, findings, lensTitles, openFile, quickFixes, ruleOf, writeFile } from './editor-steps';

const GO = `package titles

import (
	"context"

	"github.com/openai/openai-go/v3"
)

func Title(ctx context.Context, text string) (*openai.ChatCompletion, error) {
	client := openai.NewClient()
	return client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model: "gpt-5.4",
		Messages: []openai.ChatCompletionMessageParamUnion{
			openai.UserMessage("A title of five words for this: " + text),
		},
	})
}
`;
const JAVA = `package shop;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

final class Titles {
    private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();

    ChatCompletion title(String text) {
        ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
                .model("gpt-5.4")
                .addUserMessage("A title of five words for this: " + text)
                .build();
        return client.chat().completions().create(params);
    }
}
`;
const CSHARP = `using OpenAI.Chat;

public sealed class Titles
{
    private readonly ChatClient client = new("gpt-5.4", Environment.GetEnvironmentVariable("OPENAI_API_KEY"));

    public async Task<string> TitleAsync(string text)
    {
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage($"A title of five words for this: {text}")], new ChatCompletionOptions { Temperature = 0.2f });
        return completion.Content[0].Text;
    }
}
`;

describe('the languages of larger back ends', () => {
  afterEach(closeEditors);

  for (const [file, language, source, capped] of [
    ['titles/titles.go', 'go', GO, /MaxCompletionTokens: +openai\.Int\(\d+\),/],
    ['titles/Titles.java', 'java', JAVA, /\.maxCompletionTokens\(\d+L?\)/],
    ['titles/Titles.cs', 'csharp', CSHARP, /MaxOutputTokenCount = \d+/],
  ] as const) {
    it(`have lens, finding and fix: ${language}`, async () => {
      await writeFile(file, source);
      const document = await openFile(file);
      assert.equal(document.languageId, language);
      await eventually(
        () => lensTitles(document),
        titles => titles.some(title => /in → no cap · \$[\d.]+\+?.* gpt-5\.4/.test(title)),
      );
      const finding = findings(document).find(each => ruleOf(each) === 'require-output-cap');
      assert.ok(finding, 'the missing cap is found');
      const fix = (await quickFixes(document, finding.range)).find(({ title }) => title.startsWith('Cap the output at'));
      assert.ok(fix?.edit, 'and can be mended');
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      assert.match(document.getText(), capped);
      await eventually(
        () => lensTitles(document),
        titles => titles.some(title => /→ ≤[\d,]+ out/.test(title)),
      );
      await eventually(
        () => findings(document).map(ruleOf),
        rules => !rules.includes('require-output-cap'),
      );
    });
  }
});
