import type { TaskClass } from '../task-class';

/** Words that say what is asked for. */
export interface TaskCue {
  readonly task: TaskClass;
  readonly words: RegExp;
  /** How much they say: 3 names the task, 2 fits few others, 1 fits several. */
  readonly weight: 1 | 2 | 3;
  /** They count wherever they stand: no verb that somebody else may be the subject of. */
  readonly anywhere?: true;
  /** In a sentence with these words they mean something else. */
  readonly unless?: RegExp;
}

/** Where an instruction's verb stands: at a sentence's beginning, after another instruction, or after who is told. */
const ASKED = String.raw`(?<=^[\s>*#\-–•\d.)(]*|[,;:—–&]\s*|\b(?:and|or|then|please|you|must|should|will|shall|can|could|to|now|first|next|finally|only|always|carefully|briefly|i want you to|your (?:task|job|goal|role) is to|help me|let['’]s)\s+)`;
/** Words between a verb and what it is about, as long as it is about that: not "an overview of this mail". */
const SOME = String.raw`(?:(?:(?!\b(?:of|from|for|about|on|below|that|which|who)\s)[^.!?\n:]){0,60}?\s)?`;

/** `verbs`, at a place of an instruction, and perhaps what they are about. */
export function asked(verbs: string, of = ''): RegExp {
  // The verb is looked for first: looking back from every character takes long.
  const verb = `\\b(?=(?:${verbs})(?![\\w-]))${ASKED}(?:${verbs})`;
  return new RegExp(of === '' ? `${verb}(?![\\w-])` : `${verb}\\s+${SOME}(?:${of})(?![\\w-])`, 'i');
}

/** Verbs of answers of any kind, and of texts. */
export const GIVE =
  'give|write|provide|produce|create|generate|make|prepare|return|output|draft|formulate|suggest|propose|come up with|invent|state|compose|craft|develop';
export const WRITE = 'write|draft|compose|create|generate|craft|produce|prepare|develop|invent|turn|come up with';

export const CODE_LANGUAGES =
  'sql|sqlite|postgres(?:ql)?|cypher|graphql|sparql|python|javascript|typescript|java|rust|golang|c#|c\\+\\+|kotlin|swift|bash|regex|jq|mongodb|pandas';
