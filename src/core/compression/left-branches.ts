/** Tags of template engines that open, close or change what is sent under a condition: `{% if … %}`, `{{#if …}}`. */
const TAG =
  /\{%[-+]?\s*(?:(if|unless|case|for)|(end(?:if|unless|case|for))|else|elif|elsif|elseif|when)\b|\{\{~?\s*(?:([#^])|(\/)|else\b)/g;

/** Whether what stands behind a stretch of a template is sent only where what stands before it is: the stretch leaves no branch that it begins in. */
export function staysInBranch(stretch: string): boolean {
  let depth = 0;
  for (const [, opens, closes, opensSection, closesSection] of stretch.matchAll(TAG)) {
    if (opens ?? opensSection) depth += 1;
    else if (closes ?? closesSection) depth -= 1;
    else if (depth === 0) return false;
    if (depth < 0) return false;
  }
  return true;
}
