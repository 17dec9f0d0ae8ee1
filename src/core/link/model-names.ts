const LIKE_A_MODEL =
  /llm|model|client|bedrock|openai|anthropic|claude|gpt|gemini|groq|ollama|mistral|chat|agent|assistant|provider|backend|engine|judge|generator|translator|embed|(?:^|_)(?:ai|lm)(?:_|$)/i;

/** Whether a variable is called like a model, or like what asks one: a reason to look for what it is, and no evidence. */
export function isLikeModel(name: string): boolean {
  return LIKE_A_MODEL.test(name);
}

/** Whether a text of Python has a function with such a parameter of which it doesn't say what it is. */
export function takesLikelyModel(text: string): boolean {
  for (const [, params = ''] of text.matchAll(/\bdef\s+\w+\s*\(([^)]{0,5000})/g)) if (params.split(',').some(isOpenModel)) return true;
  return false;
}

/** `llm`, `llm: Any`, `llm=None` */
function isOpenModel(param: string): boolean {
  const [declared = '', fallback = 'None'] = param.split('=');
  const [name = '', type = 'Any'] = declared.split(':');
  return (
    fallback.trim() === 'None' &&
    /^(?:Optional\[)?(?:\w+\.)?(?:Any|object)\b/.test(type.trim()) &&
    /^\w+$/.test(name.trim()) &&
    isLikeModel(name)
  );
}
