import { packageLine } from './java-file';
import { commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A shorter conversation, as a class of its own file. */
export function summaryInJava(of: ScaffoldOf): string | undefined {
  const form = formOf(of);
  if (form === undefined) return undefined;
  const { symbol, file, call, name, model, source } = of;
  const whose = symbol === '' ? file : `{@code ${symbol}} (${file})`;
  const { client, message } = form;
  const imports = ['com.fasterxml.jackson.core.JsonProcessingException', 'java.util.ArrayList', 'java.util.List', ...form.imports].sort();
  return `${packageLine(source)}${imports.map(each => `import ${each};\n`).join('')}
/**
 * Sums up the earlier turns of ${whose}, so that a call doesn't send all of them again.
 *
 * <p>Scaffolded by Promptfare; make it your own. Before the call, with its client and its list of messages:
 *
 * <pre>
 * messages = ${name}.shortened(client, messages);
 * </pre>
 */
final class ${name} {
  // Today:
${commentLines(call, '  //')}

  private static final String MODEL = ${JSON.stringify(model)};
  private static final int MOST_MESSAGES = 20;
  private static final int KEPT_MESSAGES = 8;
  private static final String INSTRUCTIONS =
      "Sum up this conversation for whoever goes on with it: facts, decisions, names, numbers, and what is still open.";

  private ${name}() {}

  /** The instructions, a summary of the earlier turns, and the last turns. A short conversation stays as it is. */
  static List<${message}> shortened(${client} client, List<${message}> messages) {
    int lead = 0;
    while (lead < messages.size() && leads(messages.get(lead))) lead++;
    int cut = Math.max(lead, messages.size() - KEPT_MESSAGES);
    // Cut only before what a person says: a tool's result must follow its call.
    while (cut < messages.size() && !asks(messages.get(cut))) cut++;
    if (messages.size() - lead <= MOST_MESSAGES || cut == messages.size()) return messages;
${form.body}
    List<${message}> shorter = new ArrayList<>(messages.subList(0, lead));
    String said = "What was said before, in short: " + summary;
    shorter.add(${form.said});
    shorter.addAll(messages.subList(cut, messages.size()));
    return shorter;
  }

  private static boolean leads(${message} message) {
    return ${form.leads};
  }

  private static boolean asks(${message} message) {
    return ${form.asks};
  }

  private static String asJson(List<${message}> messages) {
    try {
      return ObjectMappers.jsonMapper().writeValueAsString(messages);
    } catch (JsonProcessingException error) {
      throw new IllegalArgumentException(error);
    }
  }
}
`;
}

interface JavaForm {
  readonly imports: readonly string[];
  readonly client: string;
  readonly message: string;
  readonly leads: string;
  readonly asks: string;
  readonly body: string;
  readonly said: string;
}

function formOf({ sdk, api }: ScaffoldOf): JavaForm | undefined {
  if (sdk === 'openai-java' && api === 'openai-chat') return CHAT;
  if (sdk === 'openai-java' && api === 'openai-responses') return RESPONSES;
  return sdk === 'anthropic-java' && api === 'anthropic-messages' ? ANTHROPIC : undefined;
}

/** Source: openai-java 4, ChatCompletionMessageParam and ObjectMappers. */
const CHAT: JavaForm = {
  imports: [
    ...['com.openai.client.OpenAIClient', 'com.openai.core.ObjectMappers'],
    ...['ChatCompletionCreateParams', 'ChatCompletionMessageParam', 'ChatCompletionUserMessageParam'].map(
      name => `com.openai.models.chat.completions.${name}`,
    ),
  ],
  client: 'OpenAIClient',
  message: 'ChatCompletionMessageParam',
  leads: 'message.isSystem() || message.isDeveloper()',
  asks: 'message.isUser()',
  body: `    String summary =
        client
            .chat()
            .completions()
            .create(
                ChatCompletionCreateParams.builder()
                    .model(MODEL)
                    .maxCompletionTokens(2000)
                    .addSystemMessage(INSTRUCTIONS)
                    .addUserMessage(asJson(messages.subList(lead, cut)))
                    .build())
            .choices()
            .get(0)
            .message()
            .content()
            .orElse("");`,
  said: 'ChatCompletionMessageParam.ofUser(ChatCompletionUserMessageParam.builder().content(said).build())',
};

/** Source: openai-java 4, ResponseInputItem and EasyInputMessage (read 2026-11-21). */
const RESPONSES: JavaForm = {
  imports: [
    ...['com.openai.client.OpenAIClient', 'com.openai.core.ObjectMappers', 'java.util.stream.Collectors'],
    ...['EasyInputMessage', 'ResponseCreateParams', 'ResponseInputItem'].map(name => `com.openai.models.responses.${name}`),
  ],
  client: 'OpenAIClient',
  message: 'ResponseInputItem',
  leads: `message.isEasyInputMessage()
        && List.of(EasyInputMessage.Role.SYSTEM, EasyInputMessage.Role.DEVELOPER).contains(message.asEasyInputMessage().role())`,
  asks: 'message.isEasyInputMessage() && message.asEasyInputMessage().role().equals(EasyInputMessage.Role.USER)',
  body: `    String summary =
        client
            .responses()
            .create(
                ResponseCreateParams.builder()
                    .model(MODEL)
                    .maxOutputTokens(2000)
                    .instructions(INSTRUCTIONS)
                    .input(asJson(messages.subList(lead, cut)))
                    .build())
            .output()
            .stream()
            .flatMap(item -> item.message().stream())
            .flatMap(message -> message.content().stream())
            .flatMap(content -> content.outputText().stream())
            .map(text -> text.text())
            .collect(Collectors.joining());`,
  said: `ResponseInputItem.ofEasyInputMessage(
            EasyInputMessage.builder().role(EasyInputMessage.Role.USER).content(said).build())`,
};

/** Source: anthropic-sdk-java 2, MessageParam and ObjectMappers (read 2026-11-21). */
const ANTHROPIC: JavaForm = {
  imports: [
    ...['com.anthropic.client.AnthropicClient', 'com.anthropic.core.ObjectMappers', 'java.util.stream.Collectors'],
    ...['ContentBlockParam', 'MessageCreateParams', 'MessageParam'].map(name => `com.anthropic.models.messages.${name}`),
  ],
  client: 'AnthropicClient',
  message: 'MessageParam',
  leads: 'message.role().equals(MessageParam.Role.SYSTEM)',
  asks: `message.role().equals(MessageParam.Role.USER)
        && (!message.content().isBlockParams()
            || message.content().asBlockParams().stream().noneMatch(ContentBlockParam::isToolResult))`,
  body: `    String summary =
        client
            .messages()
            .create(
                MessageCreateParams.builder()
                    .model(MODEL)
                    .maxTokens(2000)
                    .system(INSTRUCTIONS)
                    .addUserMessage(asJson(messages.subList(lead, cut)))
                    .build())
            .content()
            .stream()
            .flatMap(block -> block.text().stream())
            .map(text -> text.text())
            .collect(Collectors.joining());`,
  said: 'MessageParam.builder().role(MessageParam.Role.USER).content(said).build()',
};
