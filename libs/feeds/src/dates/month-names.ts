import { namesByNumber } from './names.js';

/** Months 1 to 12 of the Gregorian calendar; several spellings of one are joined by "|". */
const GREGORIAN = [
  // English
  'january|jan february|feb|febr march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec',
  // Urdu
  'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر',
  // Dari and Persian
  'ژانویه|جنوری|ژانویۀ فوریه|فبروری مارس|مارچ آوریل|آپریل|اپریل مه|می|مئی|مۀ ژوئن|جون|ژوین ژوئیه|جولای|ژوییه|ژولای اوت|آگوست|آگست|اگست|اگوست سپتامبر|سپتمبر اکتبر|اکتوبر|آکتوبر نوامبر|نومبر دسامبر|دسمبر',
  // Pashto
  'جنوري|جنورۍ فبروري|فبرورۍ|فروري مارچ اپرېل|اپریل مۍ|می|مې جون جولای|جولايي|جولائی اګست سپتمبر|سپټمبر|سېپټمبر|سېپتمبر اکتوبر|اکټوبر نومبر|نوامبر ډسمبر|ډیسمبر|دسمبر|دسامبر',
  // Arabic: Egypt and the Gulf; the Levant; the Maghreb
  'يناير فبراير مارس أبريل|إبريل مايو يونيو|يونية يوليو|يولية أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  'كانون_الثاني شباط آذار نيسان أيار|نوار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول',
  'جانفي فيفري مارس أفريل ماي جوان جويلية|يوليوز أوت|غشت شتنبر|سبتمبر أكتوبر نونبر|نوفمبر دجنبر|ديسمبر',
  // Hindi
  'जनवरी|जन फरवरी|फ़रवरी|फर|फ़र मार्च अप्रैल|अप्रेल मई जून जुलाई|जुल अगस्त|अग सितंबर|सितम्बर|सित अक्टूबर|अक्तूबर|अक्तू|अक्टू नवंबर|नवम्बर|नव दिसंबर|दिसम्बर|दिस',
  // French
  'janvier|janv février|févr|fév mars avril|avr mai juin juillet|juil août septembre octobre novembre décembre|déc',
  // German, with Austrian and Swiss forms
  'januar|jänner|jän februar|feber märz|mär|mrz april mai juni juli august september oktober|okt november dezember|dez',
  // Spanish
  'enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic',
  // Portuguese
  'janeiro fevereiro|fev março abril maio|mai junho julho agosto setembro|set outubro|out novembro dezembro',
  // Italian
  'gennaio|genn|gen febbraio|febb marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|sett ottobre|ott novembre dicembre',
  // Dutch
  'januari februari maart|mrt april mei juni juli augustus september oktober november december',
  // Russian: of the month, the month, and short
  'января|январь|янв февраля|февраль|фев|февр марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сен|сент октября|октябрь|окт ноября|ноябрь|ноя|нояб декабря|декабрь|дек',
  // Ukrainian
  'січня|січень|січ лютого|лютий|лют березня|березень|бер квітня|квітень|кві травня|травень|тра червня|червень|чер липня|липень|лип серпня|серпень|сер вересня|вересень|вер жовтня|жовтень|жов листопада|листопад|лис грудня|грудень|гру',
  // Polish
  'stycznia|styczeń|sty lutego|luty|lut marca|marzec kwietnia|kwiecień|kwi maja|maj czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz października|październik|paź listopada|listopad|lis grudnia|grudzień|gru',
  // Czech
  'ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen září října|říjen listopadu prosince|prosinec',
  // Turkish
  'ocak|oca şubat|şub mart nisan|nis mayıs haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara',
  // Hungarian
  'január február|febr március|márc április|ápr május|máj június|jún július|júl augusztus szeptember|szept október november december',
  // Greek: of the month, the month, and short
  'ιανουαρίου|ιανουάριος|ιαν φεβρουαρίου|φεβρουάριος|φεβ μαρτίου|μάρτιος|μαρ|μαρτ|μάώ απριλίου|απρίλιος|απρ μαΐου|μάιος|μάι|μαϊ ιουνίου|ιούνιος|ιούν|ιον ιουλίου|ιούλιος|ιούλ|ιολ αυγούστου|αύγουστος|αυγ σεπτεμβρίου|σεπτέμβριος|σεπ|σεπτ οκτωβρίου|οκτώβριος|οκτ νοεμβρίου|νοέμβριος|νοέ|νοεμ δεκεμβρίου|δεκέμβριος|δεκ',
  // Swedish, Danish, Norwegian, Finnish
  'januari|januar februari|februar mars|marts april maj|mai juni juli augusti|august september oktober november december|des',
  'tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu toukokuuta|toukokuu kesäkuuta|kesäkuu heinäkuuta|heinäkuu elokuuta|elokuu syyskuuta|syyskuu lokakuuta|lokakuu marraskuuta|marraskuu joulukuuta|joulukuu',
  // Romanian, Indonesian
  'ianuarie|ian februarie martie aprilie mai iunie|iun iulie|iul august septembrie octombrie noiembrie|noi decembrie',
  'januari februari maret april mei juni juli agustus september oktober november|nop desember|des',
];

/** Months 1 to 12 of the Solar Hijri calendar. */
const SOLAR_HIJRI = [
  // Iran
  'فروردین اردیبهشت خرداد تیر مرداد|امرداد شهریور مهر آبان آذر دی بهمن اسفند|اسپند',
  'farvardin ordibehesht khordad tir mordad|amordad shahrivar mehr aban azar dey bahman esfand',
  // Afghanistan, in Dari
  'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت',
  'hamal sawr|saur|thawr jawza|jauza saratan asad sunbula|sonbola|sunbola mizan aqrab qaws jadi dalwa|dalw hut|hoot',
  // Afghanistan, in Pashto, straight and oblique
  'وری غویی غبرګولی|غبرګولې چنګاښ زمری وږی تله|تلې لړم لیندۍ مرغومی سلواغه|سلواغې کب',
];

const gregorian = namesByNumber(GREGORIAN, 1);
const solarHijri = namesByNumber(SOLAR_HIJRI, 1);

export type Month = { calendar: 'gregorian' | 'solar-hijri'; month: number };

/** The month that a name in plain text means, long or short, in one of some twenty languages; or null. */
export function monthNamed(name: string): Month | null {
  const month = gregorian.get(name);
  if (month) return { calendar: 'gregorian', month };
  const solar = solarHijri.get(name);
  return solar ? { calendar: 'solar-hijri', month: solar } : null;
}
