/**
 * News agencies by the short name they are known by, with the forms their bylines take. Names that are also common
 * words (a month, a province, a loan) are here only with the word "agency".
 */
const FORMS: Record<string, string> = {
  AP: 'AP|The AP|Associated Press|The Associated Press|اے پی|ایسوسی ایٹڈ پریس|آسوشیتدپرس|آسوشیتد پرس|اسوشیټډ پرس',
  AFP: 'AFP|Agence France-Presse|Agence France Presse|اے ایف پی|فرانس پرس|خبرگزاری فرانسه|اې اېف پي',
  Reuters: 'Reuters|Thomson Reuters|رائٹرز|روئٹرز|رائیٹرز|رویترز|رویټرز|روېټرز',
  ANI: 'ANI|Asian News International|اے این آئی',
  PTI: 'PTI|Press Trust of India',
  IANS: 'IANS|Indo-Asian News Service',
  UNI: 'UNI|United News of India',
  APP: 'APP|Associated Press of Pakistan|The Associated Press of Pakistan|اے پی پی|ایسوسی ایٹڈ پریس آف پاکستان',
  INP: 'INP|Independent News Pakistan|آئی این پی',
  NNI: 'NNI|News Network International|این این آئی',
  PPI: 'PPI|Pakistan Press International|پی پی آئی',
  Online: 'Online|Online News Agency|آن لائن',
  Xinhua: 'Xinhua|شینہوا|شنہوا|ژنہوا|شینهوا|سینهوا',
  Anadolu: 'Anadolu|AA|Anadolu Agency|Anadolu Ajansı|انادولو|انادولو ایجنسی|اناطولیہ|آناتولی|آناطولی|اناتولي',
  TASS: 'TASS|ITAR-TASS|تاس',
  'RIA Novosti': 'RIA Novosti|RIA|ریا نووستی',
  Interfax: 'Interfax|انٹرفیکس|اینترفکس',
  IRNA: 'IRNA|Islamic Republic News Agency|ایرنا|ارنا',
  ISNA: 'ISNA|ایسنا',
  Tasnim: 'Tasnim|تسنیم',
  Fars: 'Fars|Fars News|Fars News Agency|خبرگزاری فارس',
  Mehr: 'Mehr|Mehr News|Mehr News Agency|خبرگزاری مهر',
  Pajhwok: 'Pajhwok|Pajhwok Afghan News|پژواک|پژواک خبري اژانس',
  Bakhtar: 'Bakhtar|BNA|Bakhtar News Agency|باختر|آژانس باختر|باختر اژانس',
  dpa: 'dpa|DPA|Deutsche Presse-Agentur',
  Kyodo: 'Kyodo|Kyodo News',
  Yonhap: 'Yonhap|Yonhap News Agency',
  Bloomberg: 'Bloomberg|Bloomberg News|بلومبرگ|بلوم برگ',
  UPI: 'UPI|United Press International',
  EFE: 'EFE',
  ANSA: 'ANSA',
  WAM: 'WAM|Emirates News Agency',
  SPA: 'SPA|Saudi Press Agency',
  QNA: 'QNA|Qatar News Agency',
};

/** Forms that are too often something else to be an author. */
export const NO_AUTHOR: ReadonlySet<string> = new Set(['Online', 'آن لائن', 'AA', 'SPA', 'UNI', 'RIA']);

/**
 * Forms that name an agency only where a place stands before them, as in a dateline. In Pakistan's press PTI is the
 * party, PPI an index of prices, in India's UPI a way to pay.
 */
export const DATELINE_ONLY: ReadonlySet<string> = new Set([...NO_AUTHOR, 'PTI', 'PPI', 'UPI']);

export type AgencyForm = { form: string; agency: string };

/** Every form with its agency, the longest first, so that "Associated Press of Pakistan" is not read as its beginning. */
export const AGENCY_FORMS: readonly AgencyForm[] = Object.entries(FORMS)
  .flatMap(([agency, forms]) => forms.split('|').map((form) => ({ form, agency })))
  .sort((one, other) => other.form.length - one.form.length);
