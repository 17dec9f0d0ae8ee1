import { exportedName, packageClause } from './cache-go';
import { commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A shorter conversation, as a file of its own; its names are its own in the package. */
export function summaryInGo(of: ScaffoldOf): string | undefined {
  const { symbol, file, source, call, model } = of;
  const home = packageClause(source);
  const name = exportedName(symbol, file);
  const form = formOf(of);
  if (home === undefined || form === undefined) return undefined;
  const whose = symbol === '' ? file : `\`${symbol}\` (${file})`;
  return `${home}

// Sums up the earlier turns of ${whose}, so that a call doesn't send all of them again.
//
// Scaffolded by Promptfare; make it your own. Before the call, with its client and its list of messages:
//
//	messages, err = shortened${name}(ctx, client, messages)
//
// Today:
//
${commentLines(call, '//')}

import (
	"context"
	"encoding/json"

${form.modules.map(module => `	"${module}"`).join('\n')}
)

const (
	most${name}Messages = 20
	kept${name}Messages = 8

	sumUp${name} = "Sum up this conversation for whoever goes on with it: facts, decisions, names, numbers, and what is still open."
)

// shortened${name} gives the instructions, a summary of the earlier turns, and the last turns. A short conversation stays as it is.
func shortened${name}(ctx context.Context, client ${form.client}, messages []${form.message}) ([]${form.message}, error) {
	lead := 0
	for lead < len(messages) && ${form.leads(name)} {
		lead++
	}
	cut := len(messages) - kept${name}Messages
	if cut < lead {
		cut = lead
	}
	// Cut only before what a person says: a tool's result must follow its call.
	for cut < len(messages) && !${form.asks(name)} {
		cut++
	}
	if len(messages)-lead <= most${name}Messages || cut == len(messages) {
		return messages, nil
	}
	earlier, err := json.Marshal(messages[lead:cut])
	if err != nil {
		return nil, err
	}
${form.body(name, JSON.stringify(model))}
	short := append([]${form.message}{}, messages[:lead]...)
	short = append(short, ${form.said})
	return append(short, messages[cut:]...), nil
}
${form.more(name)}`;
}

interface GoForm {
  readonly modules: readonly string[];
  readonly client: string;
  readonly message: string;
  readonly said: string;
  leads(name: string): string;
  asks(name: string): string;
  body(name: string, model: string): string;
  more(name: string): string;
}

function formOf({ sdk, api }: ScaffoldOf): GoForm | undefined {
  if (sdk === 'openai-go' && api === 'openai-chat') return OPENAI;
  if (sdk === 'openai-go' && api === 'openai-responses') return RESPONSES;
  return sdk === 'anthropic-go' && api === 'anthropic-messages' ? ANTHROPIC : undefined;
}

/** Source: openai-go 3, chatcompletion.go. */
const OPENAI: GoForm = {
  modules: ['github.com/openai/openai-go/v3'],
  client: 'openai.Client',
  message: 'openai.ChatCompletionMessageParamUnion',
  leads: () => '(messages[lead].OfSystem != nil || messages[lead].OfDeveloper != nil)',
  said: 'openai.UserMessage("What was said before, in short: "+answer.Choices[0].Message.Content)',
  asks: () => '(messages[cut].OfUser != nil)',
  body: (name, model) => `	answer, err := client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model:               ${model},
		MaxCompletionTokens: openai.Int(2000),
		Messages:            []openai.ChatCompletionMessageParamUnion{openai.SystemMessage(sumUp${name}), openai.UserMessage(string(earlier))},
	})
	if err != nil {
		return nil, err
	}`,
  more: () => '',
};

/** Source: openai-go 3, responses/response.go. */
const RESPONSES: GoForm = {
  modules: ['github.com/openai/openai-go/v3', 'github.com/openai/openai-go/v3/responses'],
  client: 'openai.Client',
  message: 'responses.ResponseInputItemUnionParam',
  leads: name => `(has${name}Role(messages[lead], "system") || has${name}Role(messages[lead], "developer"))`,
  said: 'responses.ResponseInputItemParamOfMessage("What was said before, in short: "+answer.OutputText(), responses.EasyInputMessageRoleUser)',
  asks: name => `has${name}Role(messages[cut], "user")`,
  body: (name, model) => `	answer, err := client.Responses.New(ctx, responses.ResponseNewParams{
		Model:           ${model},
		MaxOutputTokens: openai.Int(2000),
		Instructions:    openai.String(sumUp${name}),
		Input:           responses.ResponseNewParamsInputUnion{OfString: openai.String(string(earlier))},
	})
	if err != nil {
		return nil, err
	}`,
  more: name => `
func has${name}Role(item responses.ResponseInputItemUnionParam, role string) bool {
	own := item.GetRole()
	return own != nil && *own == role
}
`,
};

/** Source: anthropic-sdk-go 1, message.go. */
const ANTHROPIC: GoForm = {
  modules: ['github.com/anthropics/anthropic-sdk-go'],
  client: 'anthropic.Client',
  message: 'anthropic.MessageParam',
  leads: () => 'messages[lead].Role == "system"',
  said: 'anthropic.NewUserMessage(anthropic.NewTextBlock("What was said before, in short: "+summary))',
  asks: name => `asks${name}(messages[cut])`,
  body: (name, model) => `	answer, err := client.Messages.New(ctx, anthropic.MessageNewParams{
		Model:     ${model},
		MaxTokens: 2000,
		System:    []anthropic.TextBlockParam{{Text: sumUp${name}}},
		Messages:  []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock(string(earlier)))},
	})
	if err != nil {
		return nil, err
	}
	summary := ""
	for _, block := range answer.Content {
		summary += block.Text
	}`,
  more: name => `
func asks${name}(message anthropic.MessageParam) bool {
	for _, block := range message.Content {
		if block.OfToolResult != nil {
			return false
		}
	}
	return message.Role == anthropic.MessageParamRoleUser
}
`,
};
