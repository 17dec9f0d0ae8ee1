const LIKE_A_MODEL =
  /llm|model|client|bedrock|openai|anthropic|claude|gpt|gemini|groq|ollama|mistral|chat|agent|assistant|provider|backend|engine|judge|generator|translator|embed|(?:^|_)(?:ai|lm)(?:_|$)/i;

/** Whether a variable is called like a model, or like what asks one: a reason to look for what it is, and no evidence. */
export function isLikeModel(name: string): boolean {
  return LIKE_A_MODEL.test(name);
}

/** Where a language's functions name what they take. */
const PARAMS = {
  python: /\bdef\s+\w+\s*\(([^)]{0,5000})/g,
  javascript: /(?<!\b(?:if|for|while|switch|catch)\s?)\(([^()]{0,2000})\)\s*(?:=>|\{)/g,
} as const;

/** Whether a text has a function with such a parameter of which it doesn't say what it is. */
export function takesLikelyModel(text: string, language: keyof typeof PARAMS): boolean {
  const isOpen = language === 'python' ? isOpenInPython : isOpenInJavaScript;
  for (const [, params = ''] of text.matchAll(PARAMS[language])) if (params.split(',').some(isOpen)) return true;
  return false;
}

/** `llm`, `llm: Any`, `llm=None` */
function isOpenInPython(param: string): boolean {
  const [declared = '', fallback = 'None'] = param.split('=');
  const [name = '', type = 'Any'] = declared.split(':');
  return (
    fallback.trim() === 'None' &&
    /^(?:Optional\[)?(?:\w+\.)?(?:Any|object)\b/.test(type.trim()) &&
    /^\w+$/.test(name.trim()) &&
    isLikeModel(name)
  );
}

/** `chat`, `{ chat`, `chat: any`, `chat = null` */
function isOpenInJavaScript(param: string): boolean {
  const [declared = '', fallback = 'null'] = param.split('=');
  const [name = '', type = 'any'] = declared.split(/\??:/);
  return /^(?:null|undefined)\b/.test(fallback.trim()) && /^any\b/.test(type.trim()) && isLikeModel(name.replace(/[{}\s]/g, ''));
}
