import { asked, CODE_LANGUAGES, GIVE, type TaskCue } from './cue';

/** What is translated into these is code. */
const NO_HUMAN_LANGUAGE = new RegExp(
  `\\b(?:to|into) (?:an? |valid )?(?:${CODE_LANGUAGES}|code|quer(?:y|ies))(?![\\w-])|\\bprograms?\\b`,
  'i',
);
const LANGUAGES =
  'english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|chinese|mandarin|japanese|korean|arabic|hebrew|turkish|hindi|bengali|swedish|danish|norwegian|finnish|czech|greek|latin|vietnamese|thai|indonesian|malay|persian|farsi|romanian|hungarian|brazil(?:ian)?';

/** Tasks whose answer is the given content again: a part of it, in another form, shorter, in another language. */
export const CONTENT_CUES: readonly TaskCue[] = [
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
      'reformat|format|normali[sz]e|standardi[sz]e|prettify|tidy|clean up|deduplicate|sort (?:alphabetically|by)|pretty-print|punctuate|capitali[sz]e',
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
  // Search queries are a few words.
  {
    task: 'short answer',
    weight: 3,
    words: asked(
      'rewrite|reformulate|rephrase|improve|enhance|optimi[sz]e|refine|expand',
      '(?:quer(?:y|ies)|(?:initial |user |original )question|search terms?)',
    ),
  },
];
