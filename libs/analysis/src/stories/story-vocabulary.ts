import { normaliseText } from '#text/normalise.js';

const folded = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(normaliseText));

/** Words that say nothing of which event a text is about: function words, and the words of rubrics and sections. */
export const EMPTY_WORDS = folded(
  'a an the and or but of to in on at by for from with into over after before amid as is are was were be been has have ' +
    'had will would can could may it its this that these those they their them he his she her we our us you your not no ' +
    'more most than up out off all new what when where who why how here there s t re ve ll d ' +
    'news latest bulletin briefing headlines headline today daily weekly digest roundup update updates live watch ' +
    'video videos photo photos picture pictures gallery podcast newsletter opinion analysis explainer explained ' +
    'exclusive breaking top stories story things know need key glance world international national local business ' +
    'sport sports politics culture entertainment travel science technology health weather editorial letters cartoon ' +
    'interview review preview highlights catch important day days week around across ' +
    'کا کی کے کو میں سے پر اور ہے ہیں تھا تھی تھے نے یہ وہ کہ جو بھی ہی نہیں گیا گئی گئے کر دیا دی لیے ' +
    'خبریں خبر خبرنامہ تازہ ترین اہم آج سرخیاں شہ بلیٹن ویڈیو تصاویر تجزیہ ' +
    'د په چې له ته او کې یې سره دا هغه شو شوه شوې دی ده دي به نه خبرونه خبري ورځنی تازه ' +
    'در از به با را که این آن و است بود شد شده می برای تا یک های اخبار خبرها تازه‌ترین مهم‌ترین امروز سرخط بولتن ویدیو عکس',
);

/** The states and capitals that most articles of the archive name; sharing one says nothing yet. */
export const EVERYWHERE = folded(
  'pakistan pakistani afghanistan afghan kabul islamabad taliban پاکستان پاکستانی افغانستان افغان کابل طالبان اسلام آباد',
);

/** Words that make the number beside them the number of an instalment: "day 600", "Part 2". */
export const SERIES_WORDS = folded(
  'day week part episode chapter no number issue edition vol volume round دن روز قسط حصہ قسمت شماره بخش ورځ برخه',
);

export const WEEKDAYS_AND_HOURS = folded(
  'monday tuesday wednesday thursday friday saturday sunday morning midday evening ' +
    'پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار دوشنبه چهارشنبه پنجشنبه جمعه دوشنبې چهارشنبې پنجشنبې جمعې ' +
    'صبح شام سهار ماښام',
);

export const MONTHS = folded(
  'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر ' +
    'جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نوامبر دسامبر ' +
    'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت ' +
    'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب',
);

/** Small numbers in words, as headlines write them, in order from two. */
const COUNTING = [
  'two three four five six seven eight nine ten eleven twelve',
  'دو تین چار پانچ چھ سات آٹھ نو دس',
  'دو سه چهار پنج شش هفت هشت',
  'دوه درې څلور پنځه شپږ اووه اته نهه لس',
];

/** Number words with their value in digits. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  COUNTING.flatMap((words) =>
    words.split(' ').map((word, i) => [normaliseText(word), String(i + 2)] as const),
  ),
);
