import { type Language } from './topic.js';

/** Words that fill a slot: names that read the same wherever a template puts them. */
export type Vocabulary = Record<string, readonly string[]>;

const english: Vocabulary = {
  crossing: ['Torkham', 'Chaman', 'Kharlachi', 'Ghulam Khan', 'Angoor Adda'],
  pk: ['Peshawar', 'Quetta', 'Islamabad', 'Karachi', 'Lahore'],
  af: ['Kabul', 'Jalalabad', 'Kandahar', 'Khost', 'Herat', 'Mazar-e-Sharif'],
  district: ['Khyber', 'Kurram', 'Bajaur', 'North Waziristan', 'South Waziristan'],
  third: ['China', 'Russia', 'Iran', 'Uzbekistan', 'Turkey', 'Qatar'],
  goods: ['fruit', 'vegetables', 'wheat', 'medicine', 'cement', 'coal', 'rice'],
  platform: [
    'Shanghai Cooperation Organisation',
    'Economic Cooperation Organization',
    'Moscow Format',
    'trilateral dialogue',
    'quadrilateral group',
  ],
  who: [
    'a foreign ministry spokesman',
    'a senior official',
    'a retired ambassador',
    'a provincial minister',
    'an adviser to the government',
    'a member of parliament',
  ],
};

const urdu: Vocabulary = {
  crossing: ['طورخم', 'چمن', 'خرلاچی', 'غلام خان', 'انگور اڈہ'],
  pk: ['پشاور', 'کوئٹہ', 'اسلام آباد', 'کراچی', 'لاہور'],
  af: ['کابل', 'جلال آباد', 'قندھار', 'خوست', 'ہرات', 'مزار شریف'],
  district: ['خیبر', 'کرم', 'باجوڑ', 'شمالی وزیرستان', 'جنوبی وزیرستان'],
  third: ['چین', 'روس', 'ایران', 'ازبکستان', 'ترکیہ', 'قطر'],
  // In the oblique, since every template follows it with a postposition.
  goods: ['پھلوں', 'سبزیوں', 'گندم', 'ادویات', 'سیمنٹ', 'کوئلے', 'چاول'],
};

const pashto: Vocabulary = {
  crossing: ['تورخم', 'چمن', 'خرلاچي', 'غلام خان', 'سپین بولدک'],
  pk: ['پېښور', 'کوټه', 'اسلام اباد', 'کراچۍ', 'لاهور'],
  af: ['کابل', 'جلال اباد', 'کندهار', 'خوست', 'هرات', 'مزار شریف'],
  district: ['خیبر', 'کرم', 'باجوړ', 'شمالي وزیرستان', 'جنوبي وزیرستان'],
  // Only names whose oblique form is the same.
  third: ['چین', 'ایران', 'ازبکستان', 'قزاقستان', 'قطر'],
};

const dari: Vocabulary = {
  crossing: ['تورخم', 'چمن', 'خرلاچی', 'غلام‌خان', 'سپین‌بولدک'],
  pk: ['پیشاور', 'کویته', 'اسلام‌آباد', 'کراچی', 'لاهور'],
  af: ['کابل', 'جلال‌آباد', 'قندهار', 'خوست', 'هرات', 'مزار شریف'],
  district: ['خیبر', 'کرم', 'باجور', 'وزیرستان شمالی', 'وزیرستان جنوبی'],
  third: ['چین', 'روسیه', 'ایران', 'ازبیکستان', 'ترکیه', 'قطر'],
  goods: ['میوه', 'سبزیجات', 'گندم', 'دوا', 'سمنت', 'زغال‌سنگ', 'برنج'],
};

export const VOCABULARIES: Record<Language, Vocabulary> = {
  en: english,
  ur: urdu,
  ps: pashto,
  prs: dari,
};

/** Slots that hold a whole number: lowest, highest, and what it is rounded to. */
export const NUMBER_SLOTS: Record<string, readonly [low: number, high: number, step: number]> = {
  few: [2, 9, 1],
  days: [2, 12, 1],
  n: [11, 95, 1],
  many: [110, 980, 10],
};
