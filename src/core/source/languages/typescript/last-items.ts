import type { Printer } from '../../language';

/** `[...messages.slice(0, 1), ...messages.slice(1).slice(-20)]` */
export const lastItems: Printer['lastItems'] = (text, list, count, keepFirst) => {
  const source = text.slice(list.start, list.end);
  const last = keepFirst ? `[...${source}.slice(0, 1), ...${source}.slice(1).slice(-${count})]` : `${source}.slice(-${count})`;
  return [{ ...list, newText: isShorthand(text, list) ? `${source}: ${last}` : last }];
};

/** `{ messages }`, whose key is its value. */
function isShorthand(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const stands = /^[\w$]+$/.test(text.slice(start, end)) && /[{,]\s*$/.test(text.slice(0, start)) && /^\s*[},]/.test(text.slice(end));
  return stands && isInBraces(text.slice(0, start));
}

/** Whether the innermost bracket that is open is a brace. */
function isInBraces(before: string): boolean {
  let depth = 0;
  for (let index = before.length - 1; index >= 0; index--) {
    const sign = before[index] ?? '';
    if (')]}'.includes(sign)) depth += 1;
    else if ('([{'.includes(sign)) {
      if (depth === 0) return sign === '{';
      depth -= 1;
    }
  }
  return false;
}
