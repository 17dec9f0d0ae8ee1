import assert from 'node:assert/strict';
import { linkProject } from '../../link-project';

const writers = `
package desk

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/openai/openai-go/v3"
)

type Writer interface {
	Write(ctx context.Context, text string) error
}

type chatWriter struct{ client openai.Client }

func (w *chatWriter) Write(ctx context.Context, text string) error {
	_, err := w.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model:    "gpt-5.4-mini",
		Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(text)},
	})
	return err
}
`;

const claude = `
type claudeWriter struct{ client anthropic.Client }

func (w *claudeWriter) Write(ctx context.Context, text string) error {
	_, err := w.client.Messages.New(ctx, anthropic.MessageNewParams{
		Model:     "claude-haiku-4-5",
		MaxTokens: 80,
		Messages:  []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock(text))},
	})
	return err
}
`;

const desk = `
package desk

import "context"

func Greet(ctx context.Context, w Writer) error {
	return w.Write(ctx, "Say hello.")
}
`;

async function apisOf(source: string): Promise<unknown> {
  const { sites } = await linkProject({ 'go.mod': 'module example.com/desk\n', 'writers.go': source, 'desk.go': desk }, 'desk.go');
  return sites.map(({ api, otherApis }) => [api, otherApis]);
}

describe('a call through an interface to one of several APIs', () => {
  it('names all of them', async () => {
    assert.deepEqual(await apisOf(writers + claude), [['openai-chat', ['anthropic-messages']]]);
  });

  it('names the only one', async () => {
    assert.deepEqual(await apisOf(writers), [['openai-chat', undefined]]);
  });
});
