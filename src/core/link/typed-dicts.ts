/** Packages of Python whose parameters are dictionaries with a type: `ChatCompletionUserMessageParam(role="user", content=text)`. */
const PARAMETER = /^(?:openai|anthropic|groq|cerebras\.cloud\.sdk|together)\.types\.(?:\w+\.)*(?:\w+Params?|\w+_params?\.\w+)$/;

/** Whether what is called makes nothing but a dictionary of what it is told by name. */
export function isTypedDict(path: string): boolean {
  return PARAMETER.test(path);
}
