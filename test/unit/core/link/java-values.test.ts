import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const CALL = (model: string, cap = '40') =>
  `client.responses().create(ResponseCreateParams.builder().model(${model}).maxOutputTokens(${cap}).input("Name a bird.").build());`;

async function callsOf(members: string): Promise<readonly string[]> {
  const source = `package acme;

import com.openai.client.OpenAIClient;
import com.openai.models.ChatModel;
import com.openai.models.responses.ResponseCreateParams;
import java.util.Optional;
import java.util.function.Predicate;

class Birds {
    private final OpenAIClient client;

    Birds(OpenAIClient client) {
        this.client = client;
    }
${members}
}
`;
  return (await sketchesOf({ 'acme/Birds.java': source }, 'acme/Birds.java')).filter(line => !line.startsWith('  '));
}

describe('reading values of Java', () => {
  it('that a chain on an Optional gives', async () => {
    const calls = await callsOf(`
    void deployed() {
        String model = Optional.ofNullable(System.getenv("MODEL")).filter(name -> !name.isBlank()).map(String::strip).orElse("gpt-5.4");
        ${CALL('model')}
    }

    void made() {
        ${CALL('Optional.of("gpt-5.4").map(name -> name + "-mini").orElse("gpt-5.4")')}
    }

    void none() {
        ${CALL('Optional.ofNullable((String) null).map(this::small).orElseGet(() -> "gpt-5.4")')}
    }

    void filtered(Predicate<String> isAllowed) {
        ${CALL('Optional.of("gpt-5.4").filter(isAllowed).or(() -> Optional.of("gpt-5.4-mini")).orElse("gpt-5.4-nano")')}
    }

    void requested() {
        ResponseCreateParams.Builder plain = ResponseCreateParams.builder().model("gpt-5.4").maxOutputTokens(40);
        client.responses().create(Optional.ofNullable(client).map(each -> plain.input("Name a bird.")).orElse(plain).build());
    }

    private String small(String name) {
        return name + "-mini";
    }`);
    assert.deepEqual(calls, [
      'call openai-responses openai gpt-5.4 (environment) cap 40',
      'call openai-responses openai gpt-5.4-mini (constant) cap 40',
      'call openai-responses openai gpt-5.4 (constant) cap 40',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-mini, gpt-5.4-nano (constant) cap 40',
      'call openai-responses openai gpt-5.4 (constant) cap 40',
    ]);
  });

  it('that a record holds which a caller passes', async () => {
    const calls = await callsOf(`
    record Settings(String model, long cap) {}

    void ask(Settings settings) {
        ${CALL('settings.model()', 'settings.cap()')}
    }

    void askOften(Settings settings) {
        String model = Optional.ofNullable(settings).map(Settings::model).orElse("gpt-5.4-nano");
        ${CALL('model')}
    }

    void run() {
        ask(new Settings("gpt-5.4-mini", 50));
        askOften(new Settings("gpt-5.4", 50));
    }`);
    assert.deepEqual(calls, [
      'call openai-responses openai ? comes from the parameter model (caller) cap unknown WRAPPER',
      'call openai-responses openai gpt-5.4-nano (default) cap 40 WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4-mini (constant) cap 50 via ask',
      'wrapper-call openai-responses openai gpt-5.4 (constant) cap 40 via askOften',
    ]);
  });

  it('that the constants of an enum hold, one of which is meant', async () => {
    const calls = await callsOf(`
    void named(String name) {
        Size size = Size.valueOf(name);
        ${CALL('size.model()', 'size.cap')}
    }

    void either(boolean isLong) {
        Size size = isLong ? Size.LARGE : Size.SMALL;
        ${CALL('size.model()', 'size.cap')}
    }

    void all() {
        for (Size size : Size.values()) {
            ${CALL('size.model()', 'size.cap')}
        }
    }

    void passed(Size size) {
        ${CALL('size.model()', 'size.cap')}
    }

    void run() {
        passed(Size.SMALL);
    }

    enum Size {
        SMALL("gpt-5.4-nano", 50),
        LARGE("gpt-5.4", 90);

        private final String model;
        final long cap;

        Size(String model, long cap) {
            this.model = model;
            this.cap = cap;
        }

        String model() {
            return model;
        }
    }`);
    assert.deepEqual(calls, [
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap 90',
      'call openai-responses openai ? one of gpt-5.4, gpt-5.4-nano (constant) cap 90 WRAPPER',
      'call openai-responses openai ? one of gpt-5.4-nano, gpt-5.4 (constant) cap 90',
      'call openai-responses openai ? comes from the parameter model (caller) cap unknown WRAPPER',
      'wrapper-call openai-responses openai gpt-5.4-nano (constant) cap 50 via passed',
    ]);
  });
});
