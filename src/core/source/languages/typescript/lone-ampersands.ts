/** Text of an element is looked at this far to both sides. */
const NEAR = 300;

/**
 * `<h1>Terms & Conditions</h1>`: the compiler takes a lone `&` for text, the grammar for the beginning of an entity, and gives up what
 * stands behind it, as it does in an attribute (`href="/?a=1&b=2"`). It is read as another character where it surely stands in either.
 */
export function withoutLoneAmpersands(text: string): string {
  let read = '';
  let done = 0;
  for (let at = text.indexOf('&'); at !== -1; ) {
    const isDouble = text.charCodeAt(at + 1) === 0x26;
    if (!isDouble && isLone(text, at) && (isElementText(text, at) || isInAttribute(text, at))) {
      read += `${text.slice(done, at)}+`;
      done = at + 1;
    }
    at = text.indexOf('&', at + (isDouble ? 2 : 1));
  }
  return done === 0 ? text : read + text.slice(done);
}

const ENTITY = /&#?\w{1,31};/y;

function isLone(text: string, at: number): boolean {
  ENTITY.lastIndex = at;
  return !ENTITY.test(text);
}

/** Elements without attributes, which no type is called like: `Array<string> & Named` is a type. */
const ELEMENT = /<(?:p|h[1-6]|span|div|li|a|b|i|strong|em|button|label|td|th|title|small|option|summary|dt|dd)$/;
const CLOSING = /<\/[\w.:-]{0,60}$/;

/** Whether an element's end stands behind the text around, or its beginning or another's end before it: `Partial<A> & Pick<B>` is code. */
function isElementText(text: string, at: number): boolean {
  const start = markBefore(text, at);
  const end = markBehind(text, at);
  if (start === -1 || end === -1) return false;
  const before = text.charAt(start);
  if (text.startsWith('</', end)) return before === '>' || before === '}';
  if (before !== '>' || text.charAt(end) === '>') return false;
  const tag = text.slice(Math.max(0, start - 64), start);
  return ELEMENT.test(tag) || (CLOSING.test(tag) && !/[();]/.test(text.slice(start + 1, at)));
}

/** In quotes behind an equals sign on the same line; a text of the code that is written so may be read like that as well. */
function isInAttribute(text: string, at: number): boolean {
  for (let index = at - 1; index > Math.max(0, at - NEAR); index--) {
    const sign = text.charAt(index);
    if (sign === '\n') return false;
    if (sign !== '"' && sign !== "'") continue;
    return text.charAt(index - 1) === '=' && text.slice(at, at + NEAR).includes(sign);
  }
  return false;
}

function markBefore(text: string, at: number): number {
  for (let index = at - 1; index >= Math.max(0, at - NEAR); index--) if (isMark(text.charCodeAt(index))) return index;
  return -1;
}

function markBehind(text: string, at: number): number {
  for (let index = at + 1; index < Math.min(text.length, at + NEAR); index++) if (isMark(text.charCodeAt(index))) return index;
  return -1;
}

/** `<`, `>`, `{`, `}` */
function isMark(unit: number): boolean {
  return unit === 0x3c || unit === 0x3e || unit === 0x7b || unit === 0x7d;
}
