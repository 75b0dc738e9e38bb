import { knowMarks, languageOfMostMarks, type KnownMarks, type Marks } from './count-marks.js';

const NOT_ARABIC = /[پچژگکیټډړږښګېۍځڅڼٹڈڑںےہۂ]/;
const ARABIC_LETTERS = /[ةأإ]/g;
/** Also the article. "الزام" has none, so it speaks only where every letter is one that Arabic has. */
const ARABIC_LETTERS_AND_ARTICLE = /[ةأإ]|(?<![ء-ۿ])[وبفك]?(?:ال|لل)(?=[ء-ي]{3})/g;

/** Letters that the others have only rarely, and common words that they lack. */
const PASHTO_URDU_PERSIAN: Marks[] = [
  {
    language: 'ps',
    parts: /[ټډړږښګېۍځڅڼ]/g,
    words: `کي دي ${inBothTypings('د په او له ته سره شو شول شوه یو دا خو شوی لپاره وروسته کوی وایی وویل وژل زموږ')}`,
  },
  {
    language: 'ur',
    parts: /[ٹڈڑںےۓہۂھ]/g,
    words: inBothTypings('کا کی کو اور تک کر جو اس کیا گیا گئی جا'),
  },
  {
    language: 'prs',
    parts: null,
    words: inBothTypings(
      'در از را با این آن شد شده است برای های می کرد بر به که تا شدند کردند گفت باید نیز پس بعد قبل بین ضد',
    ),
  },
];
const ARABIC_WORDS =
  'في من على إلى الى أن إن عن مع هذا هذه التي الذي الذين لم لن كان كانت قد منذ خلال حول بشأن وفي ومن ضد بعد قبل بين ' +
  'ماذا لماذا باكستان لباكستان وباكستان الباكستاني مقتل قتلى تعلن يعلن';
const RARER: Marks[] = [
  { language: 'sd', parts: /[ٻڀٿٽٺڄڃڇڏڌڍڊڦڪڳڱڻڙ۾۽]/g, words: 'جي سان آهي' },
  { language: 'ckb', parts: /[ێڕڵڤۆ]/g, words: 'بۆ' },
  { language: 'ug', parts: /[ۇۈۋڭۆ]|ى(?=[ء-ە])/g, words: 'بىلەن' },
];
const KNOWN = withArabic(ARABIC_LETTERS);
const KNOWN_IN_ARABIC_LETTERS = withArabic(ARABIC_LETTERS_AND_ARTICLE);

/**
 * Pashto, Urdu, Persian, Arabic, Sindhi, Kurdish or Uyghur by letters and words, or the outlet's language where nothing
 * clearly speaks for another. Persian is `fa` of an outlet in `fa`, else `prs`, and is read where nothing says more.
 */
export function arabicScriptLanguage(text: string, outlet: string | null): string {
  const known = NOT_ARABIC.test(text) ? KNOWN : KNOWN_IN_ARABIC_LETTERS;
  const language = languageOfMostMarks(text, known, outlet === 'fa' ? 'prs' : outlet, 'prs');
  return language === 'prs' && outlet === 'fa' ? 'fa' : language;
}

function withArabic(parts: RegExp): KnownMarks {
  return knowMarks([...PASHTO_URDU_PERSIAN, { language: 'ar', parts, words: ARABIC_WORDS }, ...RARER]);
}

/** Words in Persian letters, and as keyboards without ی and ک write them. */
function inBothTypings(words: string): string {
  return `${words} ${words.replaceAll('ی', 'ي').replaceAll('ک', 'ك')}`;
}
