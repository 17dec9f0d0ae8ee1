import { text } from './map-module';
import { CHECK, PURPOSE, type RouterKind, type RouterModels, SORT } from './router-words';

interface GoForm {
  readonly imports: readonly string[];
  readonly client: string;
  /** The body of `ask(ctx, client, model, instructions, input)`. */
  readonly ask: string;
}

const FORMS: Readonly<Record<string, GoForm>> = {
  /** Source: openai-go 3, responses/response.go. */
  'openai-go': {
    imports: ['context', 'strings', '', 'github.com/openai/openai-go/v3', 'github.com/openai/openai-go/v3/responses'],
    client: 'openai.Client',
    ask: `	response, err := client.Responses.New(ctx, responses.ResponseNewParams{
		Model:        model,
		Instructions: openai.String(instructions),
		Input:        responses.ResponseNewParamsInputUnion{OfString: openai.String(input)},
	})
	if err != nil {
		return "", err
	}
	return response.OutputText(), nil`,
  },
  /** Source: sashabaranov/go-openai, chat.go. */
  'go-openai': {
    imports: ['context', 'errors', 'strings', '', 'github.com/sashabaranov/go-openai'],
    client: '*openai.Client',
    ask: `	response, err := client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model: model,
		Messages: []openai.ChatCompletionMessage{
			{Role: openai.ChatMessageRoleSystem, Content: instructions},
			{Role: openai.ChatMessageRoleUser, Content: input},
		},
	})
	if err != nil {
		return "", err
	}
	if len(response.Choices) == 0 {
		return "", errors.New("no answer")
	}
	return response.Choices[0].Message.Content, nil`,
  },
  /** Source: anthropic-sdk-go 1, message.go. */
  'anthropic-go': {
    imports: ['context', 'strings', '', 'github.com/anthropics/anthropic-sdk-go'],
    client: 'anthropic.Client',
    ask: `	message, err := client.Messages.New(ctx, anthropic.MessageNewParams{
		Model:     anthropic.Model(model),
		MaxTokens: 4096,
		System:    []anthropic.TextBlockParam{{Text: instructions}},
		Messages:  []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock(input))},
	})
	if err != nil {
		return "", err
	}
	answer := ""
	for _, block := range message.Content {
		answer += block.Text
	}
	return answer, nil`,
  },
  /** Source: googleapis/go-genai, models.go. */
  'google-genai-go': {
    imports: ['context', 'strings', '', 'google.golang.org/genai'],
    client: '*genai.Client',
    ask: `	config := &genai.GenerateContentConfig{SystemInstruction: genai.NewContentFromText(instructions, genai.RoleUser)}
	response, err := client.Models.GenerateContent(ctx, model, genai.Text(input), config)
	if err != nil {
		return "", err
	}
	return response.Text(), nil`,
  },
};

/** A router as a Go package of its own; undefined: the package has no form here. */
export function goRouter(kind: RouterKind, sdk: string, { small, large }: RouterModels): string | undefined {
  const form = Object.hasOwn(FORMS, sdk) ? FORMS[sdk] : undefined;
  if (form === undefined) return undefined;
  const imports = form.imports.map(each => (each === '' ? '\n' : `\t"${each}"\n`)).join('');
  return `// Package ${kind} holds one function. ${PURPOSE[kind]}
package ${kind}

import (
${imports})

const (
	smallModel = ${text(small)}
	largeModel = ${text(large)}
)

func ask(ctx context.Context, client ${form.client}, model, instructions, input string) (string, error) {
${form.ask}
}

${BODIES[kind](form.client)}`;
}

const BODIES: Readonly<Record<RouterKind, (client: string) => string>> = {
  cascade: client => `// Answer is what is said. Log Escalated: the share of such calls decides whether the cascade pays.
type Answer struct {
	Text      string
	Escalated bool
}

// Reply asks the small model, and the large one where its answer isn't good. Use a check of your own in place of
// looksGood where there is one (a schema, a test, a rule): it costs nothing and judges better.
func Reply(ctx context.Context, client ${client}, instructions, input string) (Answer, error) {
	first, err := ask(ctx, client, smallModel, instructions, input)
	if err != nil {
		return Answer{}, err
	}
	good, err := looksGood(ctx, client, instructions, input, first)
	if err != nil || good {
		return Answer{Text: first}, err
	}
	second, err := ask(ctx, client, largeModel, instructions, input)
	return Answer{Text: second, Escalated: true}, err
}

func looksGood(ctx context.Context, client ${client}, instructions, input, first string) (bool, error) {
	const check = ${text(CHECK)}
	asked := "Instructions:\\n" + instructions + "\\n\\nInput:\\n" + input + "\\n\\nAnswer:\\n" + first
	verdict, err := ask(ctx, client, smallModel, check, asked)
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(verdict)), "good"), err
}
`,
  classifier: client => `// Answer is what is said. Log Model, and compare samples of both: the classifier may be wrong.
type Answer struct {
	Text  string
	Model string
}

// Reply asks the small model if the request is easy, the large one otherwise.
func Reply(ctx context.Context, client ${client}, instructions, input string) (Answer, error) {
	easy, err := isEasy(ctx, client, instructions, input)
	if err != nil {
		return Answer{}, err
	}
	model := largeModel
	if easy {
		model = smallModel
	}
	said, err := ask(ctx, client, model, instructions, input)
	return Answer{Text: said, Model: model}, err
}

func isEasy(ctx context.Context, client ${client}, instructions, input string) (bool, error) {
	const sort = ${text(SORT)}
	verdict, err := ask(ctx, client, smallModel, sort, "Instructions:\\n"+instructions+"\\n\\nInput:\\n"+input)
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(verdict)), "easy"), err
}
`,
};
