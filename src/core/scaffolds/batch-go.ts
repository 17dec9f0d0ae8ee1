import { exportedName, packageClause } from './cache-go';
import { atWhatPrice, commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A batch submission of its own file: to send all requests, and to fetch the answers in another run. */
export function batchInGo(of: ScaffoldOf): string | undefined {
  const { source, symbol, file, call, item = 'item', over = 'items', priceFactor } = of;
  const name = exportedName(symbol, file);
  const home = packageClause(source);
  const form = formOf(of, name);
  if (home === undefined || form === undefined) return undefined;
  const whose = symbol === '' ? file : `\`${symbol}\` (${file})`;
  return `${home}

// Sends the requests of ${whose} ${atWhatPrice(priceFactor)}. The answers come within 24 hours, often sooner.
//
// Scaffolded by Promptfare; make it your own. In place of the loop:
//
//	for number, ${item} := range ${over.replace(/\s+/g, ' ')} {
//		requests[strconv.Itoa(number)] = requestFor(${item})
//	}
//	batchID, err := submit${name}(ctx, client, requests)
//
// Later, in another run:
//
//	answers, err := collect${name}(ctx, client, batchID) // nil: not done yet
//
// requestFor is yours to write: it gives the parameters that are passed today.
//
// Today:
//
${commentLines(call, '//')}

${form}`;
}

function formOf({ sdk, api }: ScaffoldOf, name: string): string | undefined {
  if (sdk === 'openai-go' && api === 'openai-chat')
    return openai(name, 'ChatCompletions', 'openai.ChatCompletionNewParams', 'openai.ChatCompletion', '');
  if (sdk === 'openai-go' && api === 'openai-responses')
    return openai(name, 'Responses', 'responses.ResponseNewParams', 'responses.Response', '\n\t"github.com/openai/openai-go/v3/responses"');
  return sdk === 'anthropic-go' && api === 'anthropic-messages' ? anthropic(name) : undefined;
}

/** Source: openai-go 3, batch.go and file.go. */
function openai(name: string, endpoint: string, params: string, answer: string, more: string): string {
  return `import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/openai/openai-go/v3"${more}
)

type request${name} struct {
	CustomID string \`json:"custom_id"\`
	Method   string \`json:"method"\`
	URL      string \`json:"url"\`

	Body ${params} \`json:"body"\`
}

type answer${name} struct {
	CustomID string \`json:"custom_id"\`
	Response struct {
		StatusCode int \`json:"status_code"\`

		Body ${answer} \`json:"body"\`
	} \`json:"response"\`
}

// submit${name} sends the parameters of each request, by an id of yours. It gives the id of the batch: keep it.
func submit${name}(ctx context.Context, client openai.Client, requests map[string]${params}) (string, error) {
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	endpoint := openai.BatchNewParamsEndpointV1${endpoint}
	for id, body := range requests {
		if err := encoder.Encode(request${name}{CustomID: id, Method: "POST", URL: string(endpoint), Body: body}); err != nil {
			return "", err
		}
	}
	file, err := client.Files.New(ctx, openai.FileNewParams{
		File:    openai.File(&lines, "requests.jsonl", "application/jsonl"),
		Purpose: openai.FilePurposeBatch,
	})
	if err != nil {
		return "", err
	}
	batch, err := client.Batches.New(ctx, openai.BatchNewParams{
		InputFileID:      file.ID,
		Endpoint:         endpoint,
		CompletionWindow: openai.BatchNewParamsCompletionWindow24h,
	})
	if err != nil {
		return "", err
	}
	return batch.ID, nil
}

// collect${name} gives the answers by the ids of their requests; those that failed are missing. nil: the batch is not done yet.
func collect${name}(ctx context.Context, client openai.Client, batchID string) (map[string]${answer}, error) {
	batch, err := client.Batches.Get(ctx, batchID)
	if err != nil {
		return nil, err
	}
	switch batch.Status {
	case openai.BatchStatusFailed:
		return nil, fmt.Errorf("the batch was refused: %s", batch.Errors.RawJSON())
	case openai.BatchStatusCompleted, openai.BatchStatusExpired, openai.BatchStatusCancelled:
	default:
		return nil, nil
	}
	answers := map[string]${answer}{}
	if batch.OutputFileID == "" {
		return answers, nil
	}
	content, err := client.Files.Content(ctx, batch.OutputFileID)
	if err != nil {
		return nil, err
	}
	defer content.Body.Close()
	for decoder := json.NewDecoder(content.Body); decoder.More(); {
		var line answer${name}
		if err := decoder.Decode(&line); err != nil {
			return nil, err
		}
		if line.Response.StatusCode == 200 {
			answers[line.CustomID] = line.Response.Body
		}
	}
	return answers, nil
}
`;
}

/** Source: anthropic-sdk-go 1, messagebatch.go. */
function anthropic(name: string): string {
  return `import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"
)

// submit${name} sends the parameters of each request, by an id of yours (letters, digits, - and _). It gives the id of the batch: keep it.
func submit${name}(ctx context.Context, client anthropic.Client, requests map[string]anthropic.MessageBatchNewParamsRequestParams) (string, error) {
	params := anthropic.MessageBatchNewParams{}
	for id, request := range requests {
		params.Requests = append(params.Requests, anthropic.MessageBatchNewParamsRequest{CustomID: id, Params: request})
	}
	batch, err := client.Messages.Batches.New(ctx, params)
	if err != nil {
		return "", err
	}
	return batch.ID, nil
}

// collect${name} gives the answers by the ids of their requests; those that failed are missing. nil: the batch is not done yet.
func collect${name}(ctx context.Context, client anthropic.Client, batchID string) (map[string]anthropic.Message, error) {
	batch, err := client.Messages.Batches.Get(ctx, batchID)
	if err != nil || batch.ProcessingStatus != anthropic.MessageBatchProcessingStatusEnded {
		return nil, err
	}
	answers := map[string]anthropic.Message{}
	results := client.Messages.Batches.ResultsStreaming(ctx, batchID)
	for results.Next() {
		entry := results.Current()
		if succeeded, done := entry.Result.AsAny().(anthropic.MessageBatchSucceededResult); done {
			answers[entry.CustomID] = succeeded.Message
		}
	}
	return answers, results.Err()
}
`;
}
