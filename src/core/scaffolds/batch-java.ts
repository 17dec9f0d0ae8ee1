import { packageLine } from './java-file';
import { atWhatPrice, commentLines, inBlockComment } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A batch submission as a class of its own file: to send all requests, and to fetch the answers in another run. */
export function batchInJava(of: ScaffoldOf): string | undefined {
  const form = formOf(of);
  if (form === undefined) return undefined;
  const { symbol, file, call, item = 'item', over = 'items', priceFactor, name, source } = of;
  const whose = symbol === '' ? file : `{@code ${symbol}} (${file})`;
  return `${packageLine(source)}${form.imports.map(each => `import ${each};\n`).join('')}
/**
 * Sends the requests of ${whose} ${atWhatPrice(priceFactor)}. The answers come within 24 hours, often sooner.
 *
 * <p>Scaffolded by Promptfare; make it your own. In place of the loop:
 *
 * <pre>
 * Map&lt;String, ${form.request}&gt; requests = new LinkedHashMap&lt;&gt;();
 * for (var ${inBlockComment(item)} : ${inBlockComment(over)}) requests.put("request-" + requests.size(), requestFor(${inBlockComment(item)}));
 * String batchId = ${name}.submit(requests);
 * </pre>
 *
 * <p>Later, in another run:
 *
 * <pre>
 * Optional&lt;Map&lt;String, ${form.answer}&gt;&gt; answers = ${name}.collect(batchId); // empty: not done yet
 * </pre>
 *
 * <p>{@code requestFor} is yours to write: it builds ${form.what}.
 */
final class ${name} {
  // Today:
${commentLines(call, '  //')}

${form.body(name)}}
`;
}

interface JavaForm {
  readonly imports: readonly string[];
  readonly request: string;
  readonly answer: string;
  readonly what: string;
  body(name: string): string;
}

function formOf({ sdk, api }: ScaffoldOf): JavaForm | undefined {
  if (sdk === 'openai-java' && api === 'openai-responses')
    return openai('/v1/responses', 'V1_RESPONSES', 'ResponseCreateParams', 'com.openai.models.responses');
  if (sdk === 'openai-java' && api === 'openai-chat')
    return openai('/v1/chat/completions', 'V1_CHAT_COMPLETIONS', 'ChatCompletionCreateParams', 'com.openai.models.chat.completions');
  return sdk === 'anthropic-java' && api === 'anthropic-messages' ? ANTHROPIC : undefined;
}

function openai(endpoint: string, constant: string, request: string, requestPackage: string): JavaForm {
  return {
    request,
    answer: 'JsonNode',
    what: 'the request that is sent today',
    imports: [
      ...['com.fasterxml.jackson.databind.JsonNode', 'com.openai.client.OpenAIClient', 'com.openai.client.okhttp.OpenAIOkHttpClient'],
      ...['com.openai.core.ObjectMappers', 'com.openai.core.http.HttpResponse', 'com.openai.models.batches.Batch'],
      ...['com.openai.models.batches.BatchCreateParams', 'com.openai.models.files.FileCreateParams'],
      ...['com.openai.models.files.FilePurpose', `${requestPackage}.${request}`, 'java.io.IOException'],
      ...['java.nio.charset.StandardCharsets', 'java.nio.file.Files', 'java.nio.file.Path', 'java.util.ArrayList'],
      ...['java.util.LinkedHashMap', 'java.util.List', 'java.util.Map', 'java.util.Optional'],
    ],
    body: name => `  private static final OpenAIClient CLIENT = OpenAIOkHttpClient.fromEnv();

  private ${name}() {}

  /** Sends each request, by an id of yours. Gives the id of the batch: keep it. */
  static String submit(Map<String, ${request}> requests) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, ${request}> entry : requests.entrySet()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("custom_id", entry.getKey());
      line.put("method", "POST");
      line.put("url", "${endpoint}");
      line.put("body", entry.getValue()._body());
      lines.add(ObjectMappers.jsonMapper().writeValueAsString(line));
    }
    Path file = Files.createTempFile("requests", ".jsonl");
    try {
      Files.write(file, lines);
      String fileId = CLIENT.files().create(FileCreateParams.builder().file(file).purpose(FilePurpose.BATCH).build()).id();
      return CLIENT
          .batches()
          .create(
              BatchCreateParams.builder()
                  .inputFileId(fileId)
                  .endpoint(BatchCreateParams.Endpoint.${constant})
                  .completionWindow(BatchCreateParams.CompletionWindow._24H)
                  .build())
          .id();
    } finally {
      Files.delete(file);
    }
  }

  /** The answers by the ids of their requests; those that failed are missing. Empty: the batch is not done yet. */
  static Optional<Map<String, JsonNode>> collect(String batchId) throws IOException {
    Batch batch = CLIENT.batches().retrieve(batchId);
    Batch.Status status = batch.status();
    if (status.equals(Batch.Status.FAILED)) throw new IllegalStateException("The batch was refused: " + batch.errors());
    boolean ended =
        List.of(Batch.Status.COMPLETED, Batch.Status.EXPIRED, Batch.Status.CANCELLED).contains(status);
    if (!ended) return Optional.empty();
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    if (batch.outputFileId().isEmpty()) return Optional.of(answers);
    try (HttpResponse response = CLIENT.files().content(batch.outputFileId().get())) {
      String text = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\\n")) {
        if (line.isBlank()) continue;
        JsonNode answer = ObjectMappers.jsonMapper().readTree(line);
        if (answer.hasNonNull("response")) answers.put(answer.get("custom_id").asText(), answer.get("response").get("body"));
      }
    }
    return Optional.of(answers);
  }
`,
  };
}

const ANTHROPIC: JavaForm = {
  request: 'BatchCreateParams.Request.Params',
  answer: 'Message',
  what: 'BatchCreateParams.Request.Params, whose builder takes what the request of today is built of',
  imports: [
    ...['com.anthropic.client.AnthropicClient', 'com.anthropic.client.okhttp.AnthropicOkHttpClient'],
    ...['com.anthropic.core.http.StreamResponse', 'com.anthropic.models.messages.Message'],
    ...['com.anthropic.models.messages.batches.BatchCreateParams', 'com.anthropic.models.messages.batches.MessageBatch'],
    ...['com.anthropic.models.messages.batches.MessageBatchIndividualResponse', 'java.util.LinkedHashMap', 'java.util.Map'],
    'java.util.Optional',
  ],
  body: name => `  private static final AnthropicClient CLIENT = AnthropicOkHttpClient.fromEnv();

  private ${name}() {}

  /** Sends each request, by an id of yours (letters, digits, - and _). Gives the id of the batch: keep it. */
  static String submit(Map<String, BatchCreateParams.Request.Params> requests) {
    BatchCreateParams.Builder batch = BatchCreateParams.builder();
    requests.forEach((id, params) -> batch.addRequest(BatchCreateParams.Request.builder().customId(id).params(params).build()));
    return CLIENT.messages().batches().create(batch.build()).id();
  }

  /** The answers by the ids of their requests; those that failed are missing. Empty: the batch is not done yet. */
  static Optional<Map<String, Message>> collect(String batchId) {
    MessageBatch batch = CLIENT.messages().batches().retrieve(batchId);
    if (!batch.processingStatus().equals(MessageBatch.ProcessingStatus.ENDED)) return Optional.empty();
    Map<String, Message> answers = new LinkedHashMap<>();
    try (StreamResponse<MessageBatchIndividualResponse> results = CLIENT.messages().batches().resultsStreaming(batchId)) {
      results
          .stream()
          .forEach(each -> each.result().succeeded().ifPresent(answer -> answers.put(each.customId(), answer.message())));
    }
    return Optional.of(answers);
  }
`,
};
