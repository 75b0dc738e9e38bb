import { namesByNumber } from './names.js';

/** Sunday to Saturday; several spellings of one are joined by "|". */
const WEEKDAYS = [
  'sunday|sun monday|mon tuesday|tue|tues wednesday|wed|weds thursday|thu|thur|thurs friday|fri saturday|sat',
  // Urdu
  'اتوار پیر|سوموار منگل بدھ جمعرات جمعہ ہفتہ|سنیچر',
  // Persian and Dari; Pashto
  'یکشنبه|یک_شنبه دوشنبه|دو_شنبه سه_شنبه|سهشنبه چهارشنبه|چهار_شنبه|چارشنبه پنجشنبه|پنج_شنبه جمعه|آدینه شنبه',
  'یونۍ دونۍ درېنۍ څلرنۍ پينځنۍ جمعه اونۍ',
  'اتوار ګل نهه شورو زیارت|پنجشنبې جمعې خالي|شنبې',
  // Arabic
  'الأحد|أحد الاثنين|الإثنين|اثنين الثلاثاء|ثلاثاء الأربعاء|أربعاء الخميس|خميس الجمعة السبت|سبت',
  // Hindi
  'रविवार|रवि|इतवार सोमवार|सोम मंगलवार|मंगल बुधवार|बुध गुरुवार|गुरु|बृहस्पतिवार|गुरूवार शुक्रवार|शुक्र शनिवार|शनि',
  // French, German, Spanish, Portuguese, Italian, Dutch
  'dimanche|dim lundi|lun mardi|mar mercredi|mer jeudi|jeu vendredi|ven samedi|sam',
  'sonntag|so montag|mo dienstag|di mittwoch|mi donnerstag|do freitag|fr samstag|sa|sonnabend',
  'domingo|dom lunes|lun martes|mar miércoles|mié jueves|jue viernes|vie sábado|sáb',
  'domingo|dom segunda|seg|segundafeira terça|ter|terçafeira quarta|qua|quartafeira quinta|qui|quintafeira sexta|sex|sextafeira sábado|sáb',
  'domenica|dom lunedì|lun martedì|mar mercoledì|mer giovedì|gio venerdì|ven sabato|sab',
  'zondag|zo maandag|ma dinsdag|di woensdag|wo donderdag|do vrijdag|vr zaterdag|za',
  // Russian, Ukrainian, Polish, Czech
  'воскресенье|вс понедельник|пн вторник|вт среда|ср четверг|чт пятница|пт суббота|сб',
  'неділя|нд понеділок вівторок середа четвер пʼятниця субота',
  'niedziela|niedz|ndz poniedziałek|pon|pn wtorek|wt środa|śr czwartek|czw piątek|pt|piąt sobota|sob',
  'neděle pondělí úterý středa čtvrtek pátek sobota',
  // Turkish, Hungarian, Greek
  'pazar|paz pazartesi|pzt salı|sal çarşamba|çar|çrş perşembe|per|prş cuma|cum cumartesi|cmt',
  'vasárnap|vas hétfő kedd szerda|sze csütörtök|csüt péntek|pén szombat|szo',
  'κυριακή|κυρ δευτέρα|δευ τρίτη|τρι|τρί τετάρτη|τετ πέμπτη|πεμ|πέμ παρασκευή|παρ σάββατο|σαβ|σάβ',
  // Swedish, Danish, Norwegian, Finnish
  'söndag|sön måndag|mån tisdag|tis onsdag|ons torsdag|tors|tor fredag|fre lördag|lör',
  'søndag|søn mandag|man tirsdag|tir onsdag torsdag fredag lørdag|lør',
  'sunnuntai maanantai tiistai keskiviikko torstai perjantai lauantai',
  // Chinese, Japanese, Korean
  '星期日|星期天|周日|週日|日曜日|일요일 星期一|周一|週一|月曜日|월요일 星期二|周二|週二|火曜日|화요일 星期三|周三|週三|水曜日|수요일 星期四|周四|週四|木曜日|목요일 星期五|周五|週五|金曜日|금요일 星期六|周六|週六|土曜日|토요일',
];

const weekdays = namesByNumber(WEEKDAYS, 0);

/** The day of the week that a name in plain text means, 0 for Sunday; null for any other word. */
export function weekdayNamed(name: string): number | null {
  return weekdays.get(name) ?? null;
}
