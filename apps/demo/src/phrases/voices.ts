import { type Language } from './topic.js';

/** Someone from the street, and two things that they told the reporter. Any goes with any of the others. */
type Voices = {
  people: readonly string[];
  seen: readonly string[];
  done: readonly string[];
  quote(person: string, seen: string, done: string): string;
};

const english: Voices = {
  people: [
    'A baker whose oven stands by the old bridge',
    'The keeper of a tea house under the mulberry trees',
    'An elderly tailor with a shop behind the post office',
    'A bus conductor on the morning line to the university',
    'The owner of a small bookshop next to the cinema',
    'A carpenter who makes doors in the upper town',
    'A schoolteacher on her way home from the library',
    'Two brothers who mend radios beside the main well',
    'A beekeeper from one of the hamlets on the slope',
    'The night watchman of a half-built water tower',
    'A photographer with a studio above the pharmacy',
    'A potter whose grandfather had built the same kiln',
    'The clerk who sells stamps at counter number three',
  ],
  seen: [
    'lamps along the river had been lit since before noon',
    'nobody in the street could remember so quiet an autumn',
    'children were counting lorries from the roof of the school',
    'the last bus had left with only four passengers in it',
    'snow already lay on the ridge above the upper orchard',
    'dust from the road had covered every window by evening',
    'the radio in the barber shop was on all night',
    'a notice had been pasted over the door of the mill',
    'the clock of the station was ten minutes slow again',
    'three buses from the valley were parked in the square',
    'apricots were drying on every second wall this week',
    'the telephone line went silent shortly after the noon call',
    'a long column of sheep had passed through before dawn',
  ],
  done: [
    'her cousins had packed the tea glasses into two wooden boxes',
    'he would open his shutters an hour later than usual',
    'the neighbours now cook on one stove and take turns',
    'his son had written it all down in a blue notebook',
    'they had moved the benches into the shade of the wall',
    'she kept the receipts of the whole month in a tin',
    'the old men had gone to ask the headmaster about it',
    'somebody should at last repaint the sign at the corner',
    'a nephew in the capital was reading the papers to him',
    'everyone had brought a chair and listened until midnight',
    'the ledger showed the same figures as in the spring',
    'he had walked home along the canal with a lantern',
    'her sisters were sewing curtains for the guest room',
  ],
  quote: (person, seen, done) => `${person} told our reporter that ${seen}, and that ${done}.`,
};

const urdu: Voices = {
  people: [
    'پرانے پل کے پاس تنور چلانے والے ایک نانبائی',
    'شہتوت کے درختوں تلے چائے خانے کے مالک',
    'ڈاک خانے کے پیچھے بیٹھنے والے ایک بوڑھے درزی',
    'یونیورسٹی جانے والی صبح کی بس کے کنڈکٹر',
    'سینما کے برابر کتابوں کی چھوٹی دکان کے مالک',
    'اوپر والے محلے میں دروازے بنانے والے بڑھئی',
    'کتب خانے سے گھر لوٹتی ہوئی ایک استانی',
    'بڑے کنویں کے قریب ریڈیو مرمت کرنے والے دو بھائی',
    'ڈھلوان پر آباد ایک بستی میں شہد کی مکھیاں پالنے والے شخص',
    'دوا خانے کی بالائی منزل پر بیٹھے ایک فوٹوگرافر',
    'ٹاؤن ہال کے گلابوں کی دیکھ بھال کرنے والے مالی',
    'تیسری کھڑکی پر ٹکٹ بیچنے والے کلرک',
    'پرانے بھٹے پر مٹی کے برتن بنانے والے کمہار',
  ],
  seen: [
    'دریا کنارے کی بتیاں دوپہر سے پہلے جلا دی گئی تھیں',
    'گلی میں کسی کو اتنی خاموش خزاں یاد نہیں',
    'بچے اسکول کی چھت سے گاڑیاں گن رہے تھے',
    'آخری بس صرف چار سواریاں لے کر نکلی تھی',
    'اوپر کے باغ کی چوٹی پر برف گر چکی ہے',
    'شام تک سڑک کی دھول ہر کھڑکی پر جم گئی تھی',
    'حجام کی دکان کا ریڈیو رات بھر چلتا رہا',
    'چکی کے دروازے پر ایک اطلاع نامہ چسپاں تھا',
    'اسٹیشن کی گھڑی پھر دس منٹ پیچھے تھی',
    'ہر دوسری دیوار پر خوبانیاں سوکھ رہی تھیں',
    'دوپہر کی اذان کے بعد ٹیلی فون کی آواز بند ہو گئی',
    'پو پھٹنے سے پہلے بھیڑوں کا لمبا ریوڑ گزرا تھا',
    'وادی سے آنے والی تین بسیں چوک میں کھڑی تھیں',
  ],
  done: [
    'چچا زاد بہنوں نے پیالیاں لکڑی کے دو صندوقوں میں رکھ دیں',
    'دکان اب معمول سے ایک گھنٹہ دیر سے کھلے گی',
    'پڑوسی ایک ہی چولھے پر باری باری کھانا پکاتے ہیں',
    'بیٹے نے سب کچھ نیلی کاپی میں لکھ لیا ہے',
    'بنچیں دیوار کے سائے میں رکھوا دی گئی ہیں',
    'پورے مہینے کی رسیدیں ٹین کے ڈبے میں محفوظ ہیں',
    'بزرگ یہ بات ہیڈ ماسٹر سے پوچھنے گئے تھے',
    'نکڑ کا بورڈ اب دوبارہ رنگ ہونا چاہیے',
    'بھتیجا روزانہ اخبار پڑھ کر سناتا ہے',
    'سب اپنی کرسی لائے اور آدھی رات تک سنتے رہے',
    'کھاتے میں وہی ہندسے ہیں جو بہار میں تھے',
    'وہ لالٹین لیے نہر کے ساتھ پیدل گھر لوٹے',
    'بہنیں مہمان خانے کے پردے سی رہی ہیں',
  ],
  quote: (person, seen, done) => `${person} نے ہمارے نمائندے کو بتایا کہ ${seen} اور ${done}۔`,
};

const pashto: Voices = {
  people: [
    'د زاړه پله تر څنګ یوه نانوای',
    'د توتانو تر سیوري لاندې د چای خونې خاوند',
    'د پوستې خونې شاته یوه سپین‌ږیري خیاط',
    'د پورته کلي د سهارني بس چلوونکي',
    'د سینما خواته د کتاب پلورنځي خاوند',
    'په پورته کلي کې د دروازو یوه ترکاڼ',
    'له کتابتونه کور ته روانې یوې ښوونکې',
    'د لوی څاه تر څنګ د راډیو جوړوونکو دوو وروڼو',
    'د غره په لمن کې د شاتو د مچیو یوه روزونکي',
    'د درملتون پر سر د عکاسۍ د خونې خاوند',
    'د ښاروالۍ د ګلانو یوه بڼوال',
    'په درېیمه کړکۍ کې د ټکټونو پلورونکي',
    'د زړې بټۍ تر څنګ د خاورینو لوښو یوه جوړوونکي',
  ],
  seen: [
    'د سیند پر غاړه څراغونه له غرمې مخکې بل شوي وو',
    'په کوڅه کې د چا داسې آرام منی نه دی په یاد',
    'ماشومانو له بامونو د تېرېدونکو موټرې شمېرلې',
    'وروستی بس یوازې څلور تنه سپاره کړي وو',
    'د باغ پر پورتنۍ څوکه واوره ورېدلې ده',
    'تر ماښامه د سړک دوړې پر ټولو کړکیو ناستې وې',
    'د سلماني په دوکان کې راډیو ټوله شپه غږېده',
    'د ژرندې پر دروازه یوه پاڼه نښلول شوې وه',
    'د تمځای ساعت بیا لس دقیقې وروسته و',
    'پر هر بل دېوال زردالو وچېدل',
    'له غرمې وروسته د ټیلیفون کرښه غلې شوه',
    'له سپېدو مخکې د پسونو اوږده رمه تېره شوه',
    'له درې راغلي درې بسونه په څلورلارې کې ولاړ وو',
  ],
  done: [
    'د تره لوڼو یې پیالې په دوو لرګینو صندوقونو کې کېښودې',
    'دوکان به یې تر عادي وخته یو ساعت وروسته پرانیزي',
    'ګاونډیان پر یوه نغري په وار سره پخلی کوي',
    'زوی یې هر څه په شنه کتابچه کې لیکلي دي',
    'چوکۍ یې د دېوال سیوري ته وړې دي',
    'د ټولې میاشتې رسیدونه یې په قوطۍ کې ساتلي دي',
    'مشران د دې پوښتنې لپاره سرښوونکي ته ورغلل',
    'د کونج لوحه باید بیا رنګ شي',
    'وراره یې هره ورځ ورځپاڼه ورته لولي',
    'ټولو خپله چوکۍ راوړه او تر نیمې شپې یې غوږ ونیو',
    'په کتاب کې هماغه شمېرې دي چې په پسرلي کې وې',
    'له ویالې سره له څراغ سره پلی کور ته ولاړ',
    'خویندې یې د مېلمنو د خونې پردې ګنډي',
  ],
  quote: (person, seen, done) => `${person} زموږ خبریال ته وویل چې ${seen} او ${done}.`,
};

const dari: Voices = {
  people: [
    'یک نانوا که تنورش کنار پل کهنه است',
    'صاحب چای‌خانه زیر درختان توت',
    'خیاط سالخورده‌ای در پشت پسته‌خانه',
    'نگران بس صبح‌گاهی محله بالا',
    'صاحب کتاب‌فروشی کوچک پهلوی سینما',
    'نجاری که در محله بالا دروازه می‌سازد',
    'معلمی که از کتاب‌خانه به خانه می‌رفت',
    'دو برادر رادیوساز در نزدیکی چاه بزرگ',
    'زنبورداری از یک قریه در دامنه کوه',
    'عکاسی که استدیویش بالای دواخانه است',
    'باغبان گل‌های ساختمان شاروالی',
    'کارمندی که در غرفه سوم تکت می‌فروشد',
    'کوزه‌گری که کوره‌اش از پدرکلانش مانده است',
  ],
  seen: [
    'چراغ‌های لب دریا پیش از چاشت روشن شده بود',
    'هیچ‌کس در کوچه خزانی چنین آرام به یاد ندارد',
    'کودکان از بام خانه‌ها موترها را می‌شمردند',
    'آخرین بس تنها با چهار سواری حرکت کرد',
    'بر بلندی باغ بالا برف نشسته است',
    'تا شام گرد سرک روی همه کلکین‌ها نشسته بود',
    'رادیوی دکان سلمانی تمام شب روشن بود',
    'بر دروازه آسیاب ورقی چسپانده بودند',
    'ساعت ایستگاه باز ده دقیقه پس مانده بود',
    'روی هر دیوار دوم زردآلو خشک می‌شد',
    'پس از چاشت خط تلفون خاموش شد',
    'پیش از سپیده رمه درازی از گوسفندان گذشت',
    'سه بس از دره در چهارراهی ایستاده بود',
  ],
  done: [
    'دختران کاکایش پیاله‌ها را در دو صندوق چوبی گذاشتند',
    'دکانش را یک ساعت دیرتر از معمول باز می‌کند',
    'همسایه‌ها به نوبت روی یک دیگدان غذا می‌پزند',
    'پسرش همه چیز را در کتابچه آبی نوشته است',
    'چوکی‌ها را به سایه دیوار برده‌اند',
    'رسیدهای تمام ماه را در قطی نگه داشته است',
    'موسفیدان رفتند تا از سرمعلم بپرسند',
    'لوحه کنج کوچه باید دوباره رنگ شود',
    'برادرزاده‌اش هر روز روزنامه را برایش می‌خواند',
    'همه چوکی آوردند و تا نیمه‌شب گوش دادند',
    'در دفترش همان رقم‌های بهار نوشته است',
    'با فانوس از کنار جوی پیاده به خانه رفت',
    'خواهرانش پرده‌های مهمان‌خانه را می‌دوختند',
  ],
  quote: (person, seen, done) => `${person} به خبرنگار ما گفت که ${seen} و ${done}.`,
};

/** The voices of each language. */
export const VOICES: Record<Language, Voices> = { en: english, ur: urdu, ps: pashto, prs: dari };

/** Phrases of each kind there are: a prime, see {@link voiceOf}. */
export const PHRASES = 13;

/**
 * What a passer-by says. Two of a language that are fewer than 169 turns apart have at most one of the three parts in
 * common, so that two reports of one event do not read as if one were reprinted: the steps between laps around a prime
 * number of phrases part what met before.
 */
export function voiceOf(language: Language, turn: number): string {
  const { people, seen, done, quote } = VOICES[language];
  const lap = Math.floor(turn / PHRASES);
  const at = (list: readonly string[], place: number) => list[place % PHRASES] as string;
  return quote(at(people, turn), at(seen, turn + lap), at(done, turn + 2 * lap));
}
