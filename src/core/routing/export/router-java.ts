import { text } from './map-module';
import { CHECK, PURPOSE, type RouterKind, type RouterModels, routerClass, SORT } from './router-words';

interface JavaForm {
  readonly imports: readonly string[];
  readonly client: string;
  /** The body of `ask(model, instructions, input)`. */
  readonly ask: string;
}

const FORMS: Readonly<Record<string, JavaForm>> = {
  /** Source: openai-java 4, ResponseCreateParams. */
  'openai-java': {
    imports: ['com.openai.client.OpenAIClient', 'com.openai.models.responses.ResponseCreateParams', 'java.util.stream.Collectors'],
    client: 'OpenAIClient',
    ask: `    var params = ResponseCreateParams.builder().model(model).instructions(instructions).input(input).build();
    return client.responses().create(params).output().stream()
        .flatMap(item -> item.message().stream())
        .flatMap(message -> message.content().stream())
        .flatMap(content -> content.outputText().stream())
        .map(said -> said.text())
        .collect(Collectors.joining());`,
  },
  /** Source: anthropic-sdk-java 2, MessageCreateParams. */
  'anthropic-java': {
    imports: ['com.anthropic.client.AnthropicClient', 'com.anthropic.models.messages.MessageCreateParams', 'java.util.stream.Collectors'],
    client: 'AnthropicClient',
    ask: `    var params = MessageCreateParams.builder().model(model).maxTokens(4096).system(instructions).addUserMessage(input).build();
    return client.messages().create(params).content().stream()
        .flatMap(block -> block.text().stream())
        .map(said -> said.text())
        .collect(Collectors.joining());`,
  },
  /** Source: LangChain4j 1, ChatRequest. */
  langchain4j: {
    imports: [
      ...['dev.langchain4j.data.message.SystemMessage', 'dev.langchain4j.data.message.UserMessage', 'dev.langchain4j.model.chat.ChatModel'],
      'dev.langchain4j.model.chat.request.ChatRequest',
    ],
    client: 'ChatModel',
    ask: `    var messages = java.util.List.of(SystemMessage.from(instructions), UserMessage.from(input));
    return client.chat(ChatRequest.builder().modelName(model).messages(messages).build()).aiMessage().text();`,
  },
  /** Source: Spring AI 1.0.0 to 2.0.1, ChatClient and Prompt. Its `options` takes options in 1 and their builder in 2. */
  'spring-ai': {
    imports: [
      ...['org.springframework.ai.chat.client.ChatClient', 'org.springframework.ai.chat.messages.Message'],
      ...['org.springframework.ai.chat.messages.SystemMessage', 'org.springframework.ai.chat.messages.UserMessage'],
      ...['org.springframework.ai.chat.prompt.ChatOptions', 'org.springframework.ai.chat.prompt.Prompt'],
    ],
    client: 'ChatClient',
    ask: `    var messages = java.util.List.<Message>of(new SystemMessage(instructions), new UserMessage(input));
    var options = ChatOptions.builder().model(model).build();
    return client.prompt(new Prompt(messages, options)).call().content();`,
  },
};

/** A router as a Java class, without a package; undefined: the library has no form here. */
export function javaRouter(kind: RouterKind, sdk: string, { small, large }: RouterModels): string | undefined {
  const form = Object.hasOwn(FORMS, sdk) ? FORMS[sdk] : undefined;
  if (form === undefined) return undefined;
  const name = routerClass(kind, sdk);
  const { client } = form;
  return `${form.imports.map(each => `import ${each};\n`).join('')}
/** ${PURPOSE[kind]} */
public final class ${name} {
  private static final String SMALL_MODEL = ${text(small)};
  private static final String LARGE_MODEL = ${text(large)};

  private final ${client} client;

  public ${name}(${client} client) {
    this.client = client;
  }

${BODIES[kind]}
  private String ask(String model, String instructions, String input) {
${form.ask}
  }
}
`;
}

const BODIES: Readonly<Record<RouterKind, string>> = {
  cascade: `  /** Log {@code escalated}: the share of escalated calls decides whether the cascade pays. */
  public record Answer(String text, boolean escalated) {}

  public Answer answer(String instructions, String input) {
    String first = ask(SMALL_MODEL, instructions, input);
    if (looksGood(instructions, input, first)) return new Answer(first, false);
    return new Answer(ask(LARGE_MODEL, instructions, input), true);
  }

  /** Use a check of your own where there is one (a schema, a test, a rule): it costs nothing and judges better. */
  private boolean looksGood(String instructions, String input, String first) {
    String check = ${text(CHECK)};
    String asked = "Instructions:\\n" + instructions + "\\n\\nInput:\\n" + input + "\\n\\nAnswer:\\n" + first;
    return ask(SMALL_MODEL, check, asked).strip().toLowerCase().startsWith("good");
  }
`,
  classifier: `  /** Log {@code model}, and compare samples of both: the classifier may be wrong. */
  public record Answer(String text, String model) {}

  public Answer answer(String instructions, String input) {
    String model = isEasy(instructions, input) ? SMALL_MODEL : LARGE_MODEL;
    return new Answer(ask(model, instructions, input), model);
  }

  private boolean isEasy(String instructions, String input) {
    String sort = ${text(SORT)};
    String asked = "Instructions:\\n" + instructions + "\\n\\nInput:\\n" + input;
    return ask(SMALL_MODEL, sort, asked).strip().toLowerCase().startsWith("easy");
  }
`,
};
