import { VALUE } from '../request-text';
import { asked, CODE_LANGUAGES, GIVE, type TaskCue, WRITE } from './cue';

const TEXTS =
  'e-?mails?|mails?|letters?|repl(?:y|ies)|responses?|messages?|posts?|tweets?|threads?|story|stories|tales?|novels?|poems?|haikus?|essays?|articles?|blogs?|newsletters?|copy|descriptions?|ads?|advertisements?|scripts? for|speech(?:es)?|lyrics|song|biograph(?:y|ies)|obituar(?:y|ies)|press releases?|release notes|lesson plans?|quiz(?:zes)?|agreements?|contracts?|proposals?|cover letters?|reports?|postcards?|captions?|scenes?|dialogues?|jokes|recipes?|brochures?|landing pages?|reviews? for|toasts?|invitations?|announcements?|newsletter|narrative|chapters?|outlines?|questions? (?:that|about|for|on)|flashcards?|interview questions|variants?|variations?';
const CODE =
  'code|functions?|(?:sql|sqlite|postgres(?:ql)?|mysql|database|cypher|graphql|sparql|elasticsearch|mongodb|kql|bigquery|promql) quer(?:y|ies)|quer(?:y|ies) (?:that|which) (?:answers?|returns?|selects?|finds?)|sql|scripts?|unit tests?|tests|components?|class(?:es)?|regex(?:es)?|regular expressions?|programs?|shaders?|terraform|hcl|yaml manifests?|dockerfiles?|html|css|jsx|tsx|python|javascript|typescript|java|rust|golang|c\\+\\+|bash|shell commands?|migrations?|algorithms?|implementation|patch(?:es)?|diffs?|api endpoints?';
const SOURCES =
  'contexts?|documents?|sources?|passages?|excerpts?|articles?|manuals?|docs|documentation|pages?|knowledge(?: base)?|context data|data ?sheets?|transcripts?|polic(?:y|ies)|faqs?|entries|statutes?|contracts?|leaflets?|search results?|notes|records?|information|materials?|chapters?|reports?';

/** Tasks whose answer is written, programmed or worked out. */
export const WORK_CUES: readonly TaskCue[] = [
  // question over context
  {
    task: 'question over context',
    weight: 3,
    words: asked(
      'answer|reply|respond|rely|use|stick|draw',
      `(?:(?:only|solely|strictly|exclusively)\\s+)?(?:(?:from|using|use|based on|on|to|with|by using|in)\\s*)?(?:only |solely |just |exclusively )?(?:the |these |this |those |our |its |provided |given |following |retrieved |pieces of |above |help |entry |rules in )*(?:${SOURCES})`,
    ),
  },
  {
    task: 'question over context',
    weight: 3,
    anywhere: true,
    words: new RegExp(
      `\\b(?:based (?:only |solely )?on|using only|use only|only use|answer (?:only )?from|rely(?:ing)? (?:solely|only) on|according to|grounded in|given the|from) (?:information from )?(?:the |these |this |those |our |provided |given |following |retrieved |pieces of |above )+(?:${SOURCES})\\b`,
      'i',
    ),
  },
  {
    task: 'question over context',
    weight: 3,
    anywhere: true,
    words: /\bquestion[- ]answering\b|\banswers? (?:\w+['’]? ){0,3}questions? (?:about|on|over|of|based|from)\b/i,
  },
  {
    task: 'question over context',
    weight: 2,
    anywhere: true,
    words:
      /\b(?:say|answer|reply|state)(?: so| that)?(?: you)? (?:do not|don['’]t|that you don['’]t) know\b|\bif (?:it|the (?:answer|articles?|context|documents?|manual|entr\w+)|none|you don['’]t know)\b[^.\n]{0,60}\b(?:says?|contains?|know|appl(?:y|ies)|mentioned|covered)\b|\bcite (?:the |articles|each|your|sources?)|\bname the source\b|\bquote the (?:passage|clause|section)/i,
  },
  {
    task: 'question over context',
    weight: 1,
    anywhere: true,
    words: new RegExp(
      `(?:^|\\n)[^\\S\\n]*<?(?:context|documents?|sources?|articles?|pages|manual|passages?|knowledge|faq entries)>?\\s*(?::\\s*)?${VALUE}`,
      'i',
    ),
  },
  // drafting
  { task: 'drafting', weight: 3, words: asked(`${WRITE}|suggest|propose`, TEXTS) },
  { task: 'drafting', weight: 2, words: asked('draft|compose|brainstorm|pitch') },
  {
    task: 'drafting',
    weight: 3,
    words: asked('rewrite|rephrase|paraphrase|polish|reword|simplify|humani[sz]e'),
    unless: /\bquer(?:y|ies)\b|\bsearch\b/i,
  },
  {
    task: 'drafting',
    weight: 2,
    anywhere: true,
    words:
      /\b(?:copywriter|ghostwriter|storyteller|novelist|journalist|poet|creative writer|speechwriter|screenwriter)\b|\byou (?:re)?write\b/i,
  },
  // code
  {
    task: 'code',
    weight: 3,
    words: asked(`${GIVE}|implement|code|build|refactor|debug|optimi[sz]e|port|migrate|explain|review|fix|complete|find|scaffold`, CODE),
  },
  {
    task: 'code',
    weight: 3,
    words: asked(
      'find|fix|locate|spot',
      '(?:bugs?|(?:errors?|mistakes?|problems?) in (?:the|this|my|their)[^.\\n]{0,30}(?:code|file|program|function|script))',
    ),
  },
  { task: 'code', weight: 3, words: asked('refactor|debug|implement|transpile') },
  { task: 'code', weight: 3, words: asked('translate|convert|turn|port|migrate|map', `(?:in)?to (?:an? )?(?:${CODE_LANGUAGES})`) },
  {
    task: 'code',
    weight: 3,
    anywhere: true,
    words:
      /\b(?:code review(?:er)?|pull request|stack overflow|coding assistant|unit tests?|source code|return(?:s|ing)? (?:only )?(?:the )?(?:code|sql)|(?:sql|code|query|pattern) only|only (?:the )?(?:code|sql|query)|code only|single code block)\b/i,
  },
  {
    task: 'code',
    weight: 2,
    anywhere: true,
    words:
      /\b(?:(?:software|python|java(?:script)?|typescript|react|front-?end|back-?end|full-?stack|cloud|data|graphics|principal|senior|staff|devops) (?:developer|engineer|programmer)|programmer|developer who|sql expert|regular expression|bugs?\b|type hints|docstring|```(?:python|ts|js|java|go|rust|sql))/i,
  },
  // multi-step reasoning
  {
    task: 'multi-step reasoning',
    weight: 3,
    words: asked('solve|prove|derive|deduce|diagnose|calculate|compute|work out|strategi[sz]e|forecast|weigh|plan'),
  },
  {
    task: 'multi-step reasoning',
    weight: 3,
    anywhere: true,
    words:
      /\bstep[- ]by[- ]step\b|\bthink (?:hard|carefully|through|step)|\breason(?:ing)? (?:carefully|through|about|step)|\bchain of thought\b|\bshow your (?:work|reasoning)\b|\bworking each step\b|\bexplain (?:each step|how you|your (?:reasoning|assumptions))\b/i,
  },
  {
    task: 'multi-step reasoning',
    weight: 2,
    words: asked(
      'analy[sz]e|compare|consider|evaluate|design|reconcile|correlate|investigate|optimi[sz]e|maximi[sz]e|minimi[sz]e|hypothesi[sz]e',
    ),
  },
  {
    task: 'multi-step reasoning',
    weight: 2,
    anywhere: true,
    words:
      /\b(?:trade-?offs?|hypothes[ei]s|root cause|differential diagnosis|counter-?arguments?|expected value|probabilit(?:y|ies)|alternatives|confounders|maths? tutor|equation|theorem|puzzle|every clue|double-check|verify (?:the result|that each)|best and worst case)\b/i,
  },
];
