/** A believable module of a support product: about 2,000 lines, of which 20 functions call a model. */
export interface PythonSample {
  readonly text: string;
  /** Where an edit inside the longest-standing kind of text falls: the body of a prompt in the middle of the file. */
  readonly editAt: number;
  readonly callSites: number;
}

const LINES = 2000;
const CALL_SITES = 20;

export function pythonSample(): PythonSample {
  const head = [
    'import json',
    'import re',
    'from dataclasses import dataclass',
    '',
    'from anthropic import Anthropic',
    'from openai import OpenAI',
    '',
  ];
  const setUp = [
    'openai_client = OpenAI()',
    'anthropic_client = Anthropic()',
    'FAST_MODEL = "gpt-4o-mini"',
    'CAREFUL_MODEL = "claude-sonnet-4-5"',
    '',
  ];
  const lines = [...head, ...setUp];
  for (let call = 0; call < CALL_SITES; call++) {
    lines.push(...callingFunction(call));
    const target = Math.floor((LINES * (call + 1)) / CALL_SITES);
    for (let filler = 0; lines.length < target; filler++) lines.push(...plainFunction(call, filler).slice(0, target - lines.length));
  }
  const text = `${lines.join('\n')}\n`;
  return { text, editAt: text.indexOf('Answer in', text.length / 2), callSites: CALL_SITES };
}

function callingFunction(index: number): string[] {
  const topic = ['billing', 'shipping', 'returns', 'accounts'][index % 4] ?? 'billing';
  const prompt = [
    `PROMPT_${index} = f"""You help customers of a web shop with questions about ${topic}.`,
    ...Array.from(
      { length: 12 },
      (_, line) =>
        `Rule ${line + 1}: say what was done about ${topic}, name the order, and never promise a date that is not in the record.`,
    ),
    'Answer in the language of the question, in at most five sentences."""',
    '',
    '',
  ];
  const openai = [
    `def answer_${topic}_${index}(question: str, history: list) -> str:`,
    `    messages = [{"role": "system", "content": PROMPT_${index}}]`,
    '    for turn in history:',
    '        messages.append({"role": turn.role, "content": turn.text})',
    '    messages.append({"role": "user", "content": f"Question: {question}"})',
    '    response = openai_client.chat.completions.create(model=FAST_MODEL, messages=messages, max_tokens=400)',
    '    return response.choices[0].message.content',
    '',
    '',
  ];
  const anthropic = [
    `def review_${topic}_${index}(draft: str) -> str:`,
    '    response = anthropic_client.messages.create(',
    '        model=CAREFUL_MODEL,',
    '        max_tokens=1024,',
    `        system=PROMPT_${index},`,
    '        messages=[{"role": "user", "content": f"Review this draft:\\n{draft}"}],',
    '    )',
    '    return response.content[0].text',
    '',
    '',
  ];
  return [...prompt, ...(index % 2 === 0 ? openai : anthropic)];
}

function plainFunction(call: number, index: number): string[] {
  return [
    `def normalise_${call}_${index}(record: dict, limit: int = ${index + 10}) -> dict:`,
    '    result = {}',
    '    for key, value in record.items():',
    '        if isinstance(value, str) and len(value) > limit:',
    '            value = re.sub(r"\\s+", " ", value)[:limit]',
    '        result[key.strip().lower()] = json.dumps(value) if isinstance(value, dict) else value',
    '    return result',
    '',
    '',
  ];
}
