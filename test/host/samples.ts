/** Long enough to be cached. */
export const INSTRUCTIONS = Array.from(
  { length: 120 },
  (_, index) => `Rule ${index + 1}: answer the customer in full sentences, quote the order number and never promise a date.`,
).join('\n');

/** A clock breaks its cache: one finding with a fix. */
export const CALL = `from datetime import datetime
from openai import OpenAI

client = OpenAI()


def answer(question):
    return client.chat.completions.create(
        model="gpt-5-mini",
        max_completion_tokens=1024,
        messages=[
            {"role": "system", "content": f"""It is {datetime.now()}.
${INSTRUCTIONS}
"""},
            {"role": "user", "content": question},
        ],
    )
`;
