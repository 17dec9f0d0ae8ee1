import { asked, GIVE, type TaskCue } from './cue';

const LABELS =
  'categor(?:y|ies)|class(?:es)?|labels?|intents?|sentiments?|grades?|topics?|genres?|ratings?|scores?|priorit(?:y|ies)|severit(?:y|ies)|language|stance|emotions?|tone of';

/** Tasks whose answer is a label, a name, or a few words. */
export const ANSWER_CUES: readonly TaskCue[] = [
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
    unless: /^\s*(?:\d+[.)]|[-*•])/,
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
  {
    task: 'classification',
    weight: 3,
    anywhere: true,
    words: /(['"“])[^'"”\n]{1,30}['"”](?:, (?:or )?['"“][^'"”\n]{1,30}['"”]){0,100},? or ['"“][^'"”\n]{1,30}['"”]/i,
  },
  {
    task: 'classification',
    weight: 3,
    words: asked('rate|score|grade|assess|evaluate', '(?:on a scale|from|between) (?:of )?(?:from )?(?:0|1|zero|one)'),
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
  {
    task: 'classification',
    weight: 3,
    words: asked('pick|choose|select|assign', '(?:exactly |only )?one (?:queue|bucket|tag|code|level|type|option|value|of them)'),
  },
  { task: 'classification', weight: 2, words: asked('sort', '(?:mails?|e-?mails|messages|tickets|requests|complaints|comments|reviews)') },
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
];
