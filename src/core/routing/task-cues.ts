import { VALUE } from './request-text';
import type { TaskClass } from './task-class';

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
function asked(verbs: string, of = ''): RegExp {
  // The verb is looked for first: looking back from every character takes long.
  const verb = `\\b(?=(?:${verbs})(?![\\w-]))${ASKED}(?:${verbs})`;
  return new RegExp(of === '' ? `${verb}(?![\\w-])` : `${verb}\\s+${SOME}(?:${of})(?![\\w-])`, 'i');
}

const WRITE = 'write|draft|compose|create|generate|craft|produce|prepare|develop|invent|turn|come up with';
const GIVE =
  'give|write|provide|produce|create|generate|make|prepare|return|output|draft|formulate|suggest|propose|come up with|invent|state|compose|craft|develop';
const TEXTS =
  'e-?mails?|mails?|letters?|repl(?:y|ies)|responses?|messages?|posts?|tweets?|threads?|story|stories|tales?|novels?|poems?|haikus?|essays?|articles?|blogs?|newsletters?|copy|descriptions?|ads?|advertisements?|scripts? for|speech(?:es)?|lyrics|song|biograph(?:y|ies)|obituar(?:y|ies)|press releases?|release notes|lesson plans?|quiz(?:zes)?|agreements?|contracts?|proposals?|cover letters?|reports?|postcards?|captions?|scenes?|dialogues?|jokes|recipes?|brochures?|landing pages?|reviews? for|toasts?|invitations?|announcements?|newsletter|narrative|chapters?|outlines?|questions? (?:that|about|for|on)|flashcards?|interview questions|variants?|variations?';
const CODE =
  'code|functions?|quer(?:y|ies)|sql|scripts?|unit tests?|tests|components?|class(?:es)?|regex(?:es)?|regular expressions?|programs?|shaders?|terraform|hcl|yaml manifests?|dockerfiles?|html|css|jsx|tsx|python|javascript|typescript|java|rust|golang|c\\+\\+|bash|shell commands?|migrations?|algorithms?|implementation|patch(?:es)?|diffs?|api endpoints?';
const CODE_LANGUAGES =
  'sql|sqlite|postgres(?:ql)?|cypher|graphql|sparql|python|javascript|typescript|java|rust|golang|c#|c\\+\\+|kotlin|swift|bash|regex|jq|mongodb|pandas';
/** What is translated into these is code. */
const NO_HUMAN_LANGUAGE = new RegExp(
  `\\b(?:to|into) (?:an? |valid )?(?:${CODE_LANGUAGES}|code|quer(?:y|ies))(?![\\w-])|\\bprograms?\\b`,
  'i',
);
const LANGUAGES =
  'english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|chinese|mandarin|japanese|korean|arabic|hebrew|turkish|hindi|bengali|swedish|danish|norwegian|finnish|czech|greek|latin|vietnamese|thai|indonesian|malay|persian|farsi|romanian|hungarian|brazil(?:ian)?';
const LABELS =
  'categor(?:y|ies)|class(?:es)?|labels?|intents?|sentiments?|grades?|topics?|genres?|ratings?|scores?|priorit(?:y|ies)|severit(?:y|ies)|language|stance|emotions?|tone of';
const SOURCES =
  'contexts?|documents?|sources?|passages?|excerpts?|articles?|manuals?|docs|documentation|pages?|knowledge base|data ?sheets?|transcripts?|polic(?:y|ies)|faqs?|entries|statutes?|contracts?|leaflets?|search results?|notes|records?|information|materials?|chapters?|reports?';

export const TASK_CUES: readonly TaskCue[] = [
  // classification
  { task: 'classification', weight: 3, words: asked('classify|categori[sz]e') },
  {
    task: 'classification',
    weight: 3,
    words: asked('assign|choose|pick|select|determine|detect|predict|identify|give|return|output|label|tag', LABELS),
  },
  { task: 'classification', weight: 2, words: asked('label|tag|rate|score|grade|flag|mark|rank|judge|moderate|screen') },
  { task: 'classification', weight: 2, words: asked('decide|determine|check|detect|assess|evaluate|tell me|verify', 'if|whether') },
  {
    task: 'classification',
    weight: 2,
    anywhere: true,
    words: /\b(?:classifier|classification|sentiment analysis|content moderat(?:or|ion)|spam (?:filter|detect(?:or|ion)))\b/i,
  },
  {
    task: 'classification',
    weight: 2,
    anywhere: true,
    words: /(?<=^|[\s"'“:>])(?:is|are|does|do|has|have|was|can) (?:the|this|these|those|it|an?|both|my|their)\b[^.?!\n]{2,120}\?/i,
  },
  {
    task: 'classification',
    weight: 2,
    anywhere: true,
    words:
      /\b(?:answer|reply|respond|output|return|say)(?: only| just| simply)?(?: with)?(?: only| just| either)?:? ['"“`]?(?:yes|no|true|false|1|0)['"”`]?(?: |\/|,)+(?:or |and |if |otherwise )?/i,
  },
  {
    task: 'classification',
    weight: 3,
    anywhere: true,
    words:
      /\b(?:into |as |to |choose |return |output |with )?(?:exactly |only )?one of(?::| (?:the (?:following|categories|labels|classes)|these|those))/i,
  },
  {
    task: 'classification',
    weight: 3,
    anywhere: true,
    words: /\b(?:return|output|reply|respond|answer)(?: with)? ['"`]?\w+['"`]? (?:if|when) [^.\n]{3,120}\b(?:otherwise|else)\b/i,
  },
  {
    task: 'classification',
    weight: 2,
    anywhere: true,
    words:
      /\b(?:answer|reply|respond|output|return|say|choose)(?: only| just| simply)?(?: with| in)?(?: one word)?:? ['"`]?[\w-]+['"`]?(?:, ['"`]?[\w-]+['"`]?)*,? or ['"`]?[\w-]+['"`]?(?=[\s.,!]|$)/i,
  },
  {
    task: 'classification',
    weight: 2,
    anywhere: true,
    words: /\b[A-Z][A-Z_]{2,}(?:, [A-Z][A-Z_]{2,})*,? (?:or|and|vs\.?) [A-Z][A-Z_]{2,}\b/,
  },
  {
    task: 'classification',
    weight: 3,
    anywhere: true,
    words: /\b(?:topic|label|category|sentiment|class|intent|genre|rating|verdict):\s*$/i,
  },
  { task: 'classification', weight: 3, words: asked('klassifiziere|kategorisiere|classifie[zr]?|clasifica|classificare') },
  { task: 'classification', weight: 3, words: asked('ordne|weise', 'kategorien?|klassen?|labels?') },
  {
    task: 'classification',
    weight: 2,
    anywhere: true,
    words:
      /\b(?:exactly one|possible (?:values|labels|classes)|yes\/no|yes or no|true or false|(?:binary|numeric|integer) (?:score|answer|grade)|number only|only the (?:number|grade|score|label|category)|(?:categories|classes|labels|intents|types):)/i,
  },
  {
    task: 'classification',
    weight: 2,
    anywhere: true,
    words: /\b(?:on a scale|between|from) (?:of |from )?(?:0|1|zero|one)(?:\.0)? ?(?:to|and|-|–) ?(?:1|5|10|100|five|ten)\b/i,
  },
  // routing
  { task: 'routing', weight: 3, words: asked('route|dispatch|forward|delegate|hand off|redirect|direct|triage') },
  {
    task: 'routing',
    weight: 3,
    anywhere: true,
    words:
      /\b(?:which|what|best|right|appropriate|next) (?:team|agent|department|desk|model|specialist|expert|worker|handler|data ?source|tool|workflow|queue|assistant|route|chain|datasource|prompt)s?\b/i,
  },
  {
    task: 'routing',
    weight: 3,
    anywhere: true,
    words:
      /\b(?:router|dispatcher|routing (?:a |the |of )?(?:\w+ )?(?:user|question|quer|request|message)|worker to act next|agent to (?:act|speak|run) next|who should (?:act|speak|handle))/i,
  },
  {
    task: 'routing',
    weight: 2,
    anywhere: true,
    words:
      /\bshould (?:[\w ]{0,40} )?(?:handle|take over|deal with|process|answer|go to|be (?:sent|routed|forwarded))\b|\b(?:supervisor|orchestrator)\b/i,
  },
  {
    task: 'routing',
    weight: 2,
    words: asked(
      'choose|select|pick|decide|determine',
      'workflow|agents?|teams?|tools?|departments?|data ?sources?|specialists?|models?|handlers?|routes?',
    ),
  },
  // extraction
  { task: 'extraction', weight: 3, words: asked('extract|pull out|pull|pick out|capture|collect|parse|scrape') },
  {
    task: 'extraction',
    weight: 3,
    words: asked('find|list|identify|return|get|output|mark|locate|detect|name', '(?:all|every|each|any)(?: of)?(?: the)? \\(?\\w+'),
  },
  {
    task: 'extraction',
    weight: 2,
    words: asked(
      'find|identify|record|read',
      'names?|dates?|parties|fields?|values?|amounts?|entities|invoices?|keywords|fields|numbers?|triples',
    ),
  },
  {
    task: 'extraction',
    weight: 3,
    anywhere: true,
    words: /\b(?:named[- ]entity|entity recognition|information extraction|(?:key ?phrase|keyword|data|entity) extraction|extractor)\b/i,
  },
  {
    task: 'extraction',
    weight: 2,
    anywhere: true,
    words:
      /\b(?:with (?:these|the|the following) (?:fields|keys|properties)|for each,? (?:give|output|return)|one (?:csv )?(?:line|row) (?:per|for each)|use null|are null|is null|null (?:for|if)|(?:not|isn['’]t) (?:in|mentioned in) the (?:text|letter|document))/i,
  },
  // formatting
  {
    task: 'formatting',
    weight: 3,
    words: asked(
      'reformat|format|normali[sz]e|standardi[sz]e|prettify|tidy|clean up|deduplicate|sort|pretty-print|punctuate|capitali[sz]e',
    ),
  },
  {
    task: 'formatting',
    weight: 3,
    words: asked(
      'convert|change|turn|transform|put|rewrite|map',
      '(?:in)?to (?:an? |valid |the format |the |fhir|hl7)?(?:json|yaml|xml|csv|markdown|html|iso|table|list|bullet|bibtex|fhir|chordpro|openapi|snake|camel|title case|upper|lower|latex|toml|e\\.164)',
    ),
  },
  {
    task: 'formatting',
    weight: 3,
    words: asked(
      'fix|correct|repair',
      '(?:spelling|grammar|punctuation|typos?|syntax|casing|capitali[sz]ation|indentation|invalid json|whitespace)',
    ),
  },
  { task: 'formatting', weight: 2, words: asked('replace|mask|redact|remove|strip|change', 'all|any|every') },
  {
    task: 'formatting',
    weight: 2,
    anywhere: true,
    words:
      /\b(?:keep|leave|preserve|without changing|do(?:n['’]t| not) change) (?:all |the |any )?(?:wording|words|content|text|everything else|original|lines|descriptions verbatim)\b|\bchange nothing else\b/i,
  },
  // short answer
  {
    task: 'short answer',
    weight: 3,
    words: asked(
      `${GIVE}|name|tell me`,
      `(?:an? |one |the |short |concise |catchy |descriptive |single )*(?:title|headline|name|slogan|tagline|subject(?: line)?|emoji|nickname|acronym|one-liner|joke in one|search quer(?:y|ies)|filename|username|branch name|word|(?:standalone |search |improved )+(?:question|query|queries))`,
    ),
  },
  {
    task: 'short answer',
    weight: 3,
    anywhere: true,
    words:
      /\b(?:in|with|just|only|exactly) (?:one|a single) word\b|\b(?:one|single)[- ]word\b|\b(?:at most|max(?:imum)?(?: of)?|up to|no more than|under|in) (?:[2-8]|two|three|four|five|six|seven|eight) words\b|\b(?:two|three|four|2|3|4) to (?:four|five|six|seven|eight|5|6|7|8) (?:key)?words\b|\bone (?:catchy )?(?:emoji|slogan|title|name|word)\b/i,
  },
  {
    task: 'short answer',
    weight: 2,
    anywhere: true,
    words:
      /\b(?:just|only) (?:the|its|a) (?:name|title|word|code|number|answer|pattern)\b|\b(?:reply|answer|respond)(?: with| in)? (?:its name|one sentence|a single sentence|three letters)|\bin one sentence\b|\b(?:output|return) the name only\b|\bthree letters\b/i,
  },
  {
    task: 'short answer',
    weight: 2,
    anywhere: true,
    words:
      /\bwhat (?:is|was) the (?:capital|name|code|title|currency|population|abbreviation)\b|\b(?:improved|better|optimi[sz]ed|standalone|rephrased) (?:version of (?:it|the question)|question|query)\b/i,
  },
  // summarising
  {
    task: 'summarising',
    weight: 3,
    words: asked(
      'summari[sz]e|sum up|condense|shorten|boil|distill?|abridge|recap|synthesi[sz]e|compress|fasse|r[ée]sume[zr]?|resume|resuma|riassumi',
    ),
  },
  {
    task: 'summarising',
    weight: 3,
    words: asked(
      GIVE,
      'summar(?:y|ies)|overview|abstract|recap|digest|minutes|tl;?dr|gist|key (?:points|takeaways)|synopsis|highlights|briefing',
    ),
  },
  { task: 'summarising', weight: 3, anywhere: true, words: /\btl;?dr\b|\bsummari[sz](?:er|ing|ation)\b/i },
  {
    task: 'summarising',
    weight: 2,
    anywhere: true,
    words: /\b(?:executive|concise|brief|short|consolidated|final) summary\b|\bkey (?:points|takeaways)\b|\bminutes of\b/i,
  },
  // question over context
  {
    task: 'question over context',
    weight: 3,
    words: asked(
      'answer|reply|respond|rely|use|stick|draw',
      `(?:only |solely |strictly |exclusively )?(?:from|using|use|based on|on|to|with|by using|in)?\\s*(?:only |solely |just |exclusively )?(?:the |these |this |those |our |its |provided |given |following |retrieved |pieces of |above |help |entry |rules in )*(?:${SOURCES})`,
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
    words:
      /\bquestion[- ]answering\b|\banswers? (?:\w+['’]? ){0,3}questions? (?:about|on|over|of|based|from)\b|\bretrieved (?:context|documents?|passages?|chunks?)\b/i,
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
      `(?:^|\\n)\\s*(?:<)?(?:context|documents?|sources?|articles?|pages|manual|passages?|knowledge|faq entries)(?:>)?\\s*:?\\s*\\n?\\s*${VALUE}`,
      'i',
    ),
  },
  // translation
  {
    task: 'translation',
    weight: 3,
    unless: NO_HUMAN_LANGUAGE,
    words: asked('translate|locali[sz]e|übersetze|traduis|traduisez|traduce|traduza|traduci|vertaal'),
  },
  {
    task: 'translation',
    weight: 3,
    anywhere: true,
    unless: NO_HUMAN_LANGUAGE,
    words: new RegExp(
      `\\btranslators?\\b|\\btranslat(?:ion|ing|e)\\b[^.\\n]{0,40}\\b(?:from|to|into|between)\\b|\\bhow (?:do|would) you say\\b|\\b(?:${LANGUAGES}) (?:to|into|→|->) (?:${LANGUAGES})\\b`,
      'i',
    ),
  },
  {
    task: 'translation',
    weight: 2,
    words: asked('render|put|convert|rewrite', `(?:in|into|to) (?:idiomatic |natural |fluent )?(?:${LANGUAGES})`),
  },
  // drafting
  { task: 'drafting', weight: 3, words: asked(WRITE, TEXTS) },
  { task: 'drafting', weight: 2, words: asked('draft|compose|brainstorm|pitch') },
  { task: 'drafting', weight: 3, words: asked('rewrite|rephrase|paraphrase|polish|reword|simplify|humani[sz]e') },
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

/** What is told not to be done says nothing of what is to be done. */
export const NEGATED =
  /\b(?:not|never|no|without|avoid|refrain from|instead of|rather than|unless)\s+(?:\w+\s+){0,3}$|n['’]t\s+(?:\w+\s+){0,3}$/i;
/** What others do, in a text that is told about. */
export const TOLD_ABOUT = /\b(?:about|who|whom|whose|where|such as|contain(?:s)? (?:instructions|text)|called|titled)\b[^.!?\n]*$/i;
