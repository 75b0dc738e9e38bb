import { normaliseText } from '#text/normalise.js';

/** Rows of spellings that mean the same, parted by ";". An underscore stands for the blank in a name of two words. */
const table = (rows: string): ReadonlyMap<string, string> =>
  new Map(
    rows.split(';').flatMap((row) => {
      const [name = '', ...others] = row.trim().split(/\s+/);
      return [name, ...others].map((word) => [normaliseText(word.replaceAll('_', ' ')), name] as const);
    }),
  );

/** States of the region, and those that its headlines name, with the words for their people. */
export const STATES = table(
  `pakistan pakistani pakistanis pakistans پاکستان پاکستانی پاکستانیوں پاکستاني پاکستانیان پاک_فوج pak; afghanistan afghan afghans افغانستان افغان افغانی افغانیوں افغانوں افغاني افغانان افغانانو;
  india indian indians بھارت بھارتی ہندوستان ہند هند هندوستان هندی هندي; china chinese چین چینی چینايي;
  iran iranian iranians ایران ایرانی ایراني; russia russian russians روس روسی روسیه روسي روسیې;
  america american americans امریکہ امریکا امریکی امریکایی امریکايي آمریکا; britain british برطانیہ برطانوی بریتانیا انگلیس;
  uzbekistan uzbek ازبکستان ازبک; tajikistan tajik تاجکستان تاجیکستان; turkmenistan turkmen ترکمانستان ترکمنستان;
  turkey turkish türkiye turkiye ترکی ترکیہ ترکیه; qatar qatari قطر قطری; saudi سعودی سعودي;
  bangladesh bangladeshi بنگلہ_دیش بنگله_دیش بنگلادیش; sri_lanka سری_لنکا سریلانکا; zimbabwe زمبابوے زیمبابوه زیمبابوې;
  england english انگلینڈ انگلستان; australia australian آسٹریلیا استرالیا آسترالیا; zealand نیوزی_لینڈ نیوزیلند;
  ireland irish آئرلینڈ ایرلند; nepal نیپال نپال; israel israeli اسرائیل اسراییل; ukraine ukrainian یوکرین اوکراین`,
);

/** Capitals, by which headlines also name the government of the state. */
export const CAPITAL_OF: ReadonlyMap<string, string> = new Map([
  ['kabul', 'afghanistan'],
  ['islamabad', 'pakistan'],
  ['delhi', 'india'],
  ['tehran', 'iran'],
  ['beijing', 'china'],
  ['moscow', 'russia'],
  ['washington', 'america'],
  ['doha', 'qatar'],
  ['london', 'britain'],
]);

/** Provinces, cities and crossings. */
const TOWNS = table(
  `kabul کابل; islamabad اسلام_آباد اسلام‌آباد; delhi دہلی دہلي دهلی دهلي; tehran تہران تهران; beijing بیجنگ پکن; moscow ماسکو مسکو;
  washington واشنگٹن واشنگتن; doha دوحہ دوحه; london لندن;
  kandahar qandahar قندھار قندهار کندهار کندھار; herat ہرات هرات; jalalabad جلال_آباد جلال‌آباد; mazar مزار; kunduz کندز قندوز کندوز;
  nangarhar ننگرہار ننگرهار; kunar کنڑ کنر کونړ; khost خوست; paktia پکتیا; paktika پکتیکا; helmand ہلمند هلمند; ghazni غزنی غزني;
  badakhshan بدخشاں بدخشان; baghlan بغلان; balkh بلخ; takhar تخار; zabul زابل; logar لوگر; laghman لغمان; nuristan نورستان;
  farah فراہ فراه; nimroz نیمروز; faryab فاریاب; jowzjan جوزجان; bamiyan bamyan بامیان; panjshir پنجشیر; parwan پروان; kapisa کاپیسا;
  ghor غور; uruzgan ارزگان اروزګان; wardak وردک وردګ; samangan سمنگان سمنګان; badghis بادغیس;
  quetta کوئٹہ کویته کوټه کویټه; peshawar پشاور پېښور پیښور; karachi کراچی کراچۍ; lahore لاہور لاهور; rawalpindi راولپنڈی راولپندی راولپنډۍ;
  multan ملتان; faisalabad فیصل_آباد; swat سوات; bannu بنوں بنو; kohat کوہاٹ کوهات; mardan مردان; tank ٹانک; dir دیر; mohmand مہمند مهمند مومند;
  bajaur باجوڑ باجور باجوړ; kurram کرم کورم; khyber خیبر خېبر; waziristan وزیرستان; chitral چترال; parachinar پاڑہ_چنار پاراچنار پاړاچنار;
  zhob ژوب; gwadar گوادر ګوادر; turbat تربت; khuzdar خضدار; mastung مستونگ مستونګ; hangu ہنگو; lakki لکی;
  punjab پنجاب; sindh سندھ سند; balochistan baluchistan بلوچستان; kashmir کشمیر; gilgit گلگت ګلګت;
  torkham طورخم تورخم; chaman چمن; boldak بولدک; ghulam_khan غلام_خان; angoor انگور_اڈہ انګور_اډه; kharlachi خرلاچی خرلاچي; dand دند_پتان`,
);

export const PLACES: ReadonlyMap<string, string> = new Map([...STATES, ...TOWNS]);

/** Who else acts as a state does, and who must not be taken for one. */
const RULERS = table(
  `afghanistan taliban taleban طالبان طالبانو islamic_emirate امارت_اسلامی امارت_اسلامیہ اسلامی_امارت اسلامي_امارت;
  ttp pakistani_taliban e_taliban i_taliban پاکستانی_طالبان پاکستاني_طالبان طالبان_پاکستانی طالبان_پاکستان تحریک_طالبان;
  border پاک_افغان افغان_پاک`,
);

/** Who acts in a headline: states by any of their names, their people, capital and rulers, in one spelling. */
export const PARTIES: ReadonlyMap<string, string> = new Map([
  ...STATES,
  ...[...TOWNS].flatMap(([spelling, town]) => {
    const state = CAPITAL_OF.get(town);
    return state === undefined ? [] : [[spelling, state] as const];
  }),
  ...RULERS,
]);

export const COMPASS = table(
  `north northern شمال شمالی شمالي; south southern جنوب جنوبی جنوبي سهیل سهیلي سویل سوېل سویلي;
  east eastern مشرق مشرقی شرق شرقی ختیځ ختيځ; west western مغرب مغربی غرب غربی لویدیځ لوېدیځ لوېديځ`,
);

export const ORDINALS = table(
  `first 1st پہلا پہلی اولین اول نخستین لومړی لومړۍ; second 2nd دوسرا دوسری دوسرے دوم دومین دوهم دوهمه دویم دویمه;
  third 3rd تیسرا تیسری تیسرے سوم سومین دریم دریمه درېیم درېیمه; fourth 4th چوتھا چوتھی چوتھے چهارم چهارمین څلورم څلورمه;
  fifth 5th پانچواں پانچویں پنجم پنجمین پنځم پنځمه; sixth 6th چھٹا چھٹی ششم شپږم; seventh 7th ساتواں ساتویں هفتم اووم;
  eighth 8th آٹھواں آٹھویں هشتم اتم; ninth 9th نواں نویں نهم; tenth 10th دسواں دسویں دهم لسم; final finals فائنل فاینل`,
);

export const OPEN_OR_CLOSED = table(
  `open opens opened opening reopen reopens reopened reopening کھول کھلا کھلی کھلنے کھولنے کھولا باز گشوده بازگشایی بازگشائی پرانیستل پرانستل پرانیستله پرانستله خلاص خلاصه;
  close closes closed closing closure shut shuts shutting بند بندش بسته مسدود تړل تړله وتړل وتړله تړلی`,
);
