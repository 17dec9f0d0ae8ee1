import { packageLine } from './java-file';
import { commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A shorter conversation, as a class of its own file. Source: openai-java 4, ChatCompletionMessageParam and ObjectMappers. */
export function summaryInJava({ sdk, api, symbol, file, call, name, model, source }: ScaffoldOf): string | undefined {
  if (sdk !== 'openai-java' || api !== 'openai-chat') return undefined;
  const whose = symbol === '' ? file : `{@code ${symbol}} (${file})`;
  return `${packageLine(source)}import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.client.OpenAIClient;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageParam;
import com.openai.models.chat.completions.ChatCompletionUserMessageParam;
import java.util.ArrayList;
import java.util.List;

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
  static List<ChatCompletionMessageParam> shortened(OpenAIClient client, List<ChatCompletionMessageParam> messages) {
    int lead = 0;
    while (lead < messages.size() && (messages.get(lead).isSystem() || messages.get(lead).isDeveloper())) lead++;
    int cut = Math.max(lead, messages.size() - KEPT_MESSAGES);
    // Cut only before what a person says: a tool's result must follow its call.
    while (cut < messages.size() && !messages.get(cut).isUser()) cut++;
    if (messages.size() - lead <= MOST_MESSAGES || cut == messages.size()) return messages;
    String summary =
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
            .orElse("");
    List<ChatCompletionMessageParam> shorter = new ArrayList<>(messages.subList(0, lead));
    String said = "What was said before, in short: " + summary;
    shorter.add(ChatCompletionMessageParam.ofUser(ChatCompletionUserMessageParam.builder().content(said).build()));
    shorter.addAll(messages.subList(cut, messages.size()));
    return shorter;
  }

  private static String asJson(List<ChatCompletionMessageParam> messages) {
    try {
      return ObjectMappers.jsonMapper().writeValueAsString(messages);
    } catch (JsonProcessingException error) {
      throw new IllegalArgumentException(error);
    }
  }
}
`;
}
