import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { estimatorData } from '../../src/core/present/estimator/estimator-data';
import { numeralsOf } from '../../src/core/present/numerals';
import { routingData } from '../../src/core/present/routing/routing-data';
import { spendTree } from '../../src/core/present/spend-tree';
import { closeEditors, eventually, findings, lensTitles, openFile, quickFixes, ruleOf, writeFile } from './editor-steps';
import { ownScans, scanned } from './own-scans';

const GO = `package shop

import (
	"context"

	"github.com/openai/openai-go/v3"
)

func Translate(ctx context.Context, text string) (*openai.ChatCompletion, error) {
	client := openai.NewClient()
	return client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model: "gpt-5.4",
		Messages: []openai.ChatCompletionMessageParamUnion{
			openai.UserMessage("Translate this into French: " + text),
		},
	})
}
`;
const JAVA = `package shop;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

final class Translations {
    private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();

    ChatCompletion translate(String text) {
        ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
                .model("gpt-5.4")
                .addUserMessage("Translate this into French: " + text)
                .build();
        return client.chat().completions().create(params);
    }
}
`;
const CSHARP = `using OpenAI.Chat;

public sealed class Translations
{
    private readonly ChatClient client = new("gpt-5.4", Environment.GetEnvironmentVariable("OPENAI_API_KEY"));

    public async Task<string> TranslateAsync(string text)
    {
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage($"Translate this into French: {text}")], new ChatCompletionOptions { EndUserId = "shop" });
        return completion.Content[0].Text;
    }
}
`;

const FILES = [
  { file: 'shop/shop.go', language: 'go', source: GO, capped: /MaxCompletionTokens: +openai\.Int\(\d+\),/ },
  { file: 'shop/Translations.java', language: 'java', source: JAVA, capped: /\.maxCompletionTokens\(\d+L?\)/ },
  { file: 'shop/Translations.cs', language: 'csharp', source: CSHARP, capped: /MaxOutputTokenCount = \d+/ },
] as const;

describe('the languages of larger back ends', () => {
  afterEach(closeEditors);

  for (const { file, language, source, capped } of FILES) {
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

  it('stand in the tree, the estimator and the routing panel like all others', async () => {
    const paths: readonly string[] = await Promise.all(FILES.map(({ file, source }) => writeFile(file, source).then(() => file)));
    const own = ownScans();
    const scan = own.start();
    try {
      scan.scan();
      await scanned(scan);
      const files = scan.files.filter(({ path }) => paths.includes(path));
      const folder = spendTree(files, numeralsOf()).find(({ label }) => label === 'shop');
      assert.match(folder?.amount ?? '', /^\$[\d.]+/);
      const estimated = estimatorData(files, { scan: 'done', models: [], scenarios: {}, tasks: [], day: '2026-11-21' });
      assert.equal(estimated.workloads.filter(({ model }) => model?.id === 'gpt-5.4').length, paths.length);
      for (const row of routingData(files, 'done', []).rows) {
        assert.equal(row.task, 'translation', row.path);
        assert.match(row.suggestion ?? '', /^gpt-/, row.path);
        assert.ok(row.fix, `${row.path} can be changed`);
      }
    } finally {
      scan.dispose();
      own.dispose();
    }
  });
});
