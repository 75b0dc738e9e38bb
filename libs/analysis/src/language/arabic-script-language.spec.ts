import { detectLanguage } from './detect-language.js';

const detect = (title: string, sourceLanguage: string | null = null) =>
  detectLanguage({ title, summary: '', language: null, sourceLanguage });

describe('the language of a headline in Arabic script', () => {
  it.each([
    ['طالبان تعلن وقف إطلاق النار مع باكستان', 'ar'],
    ['مقتل عشرة جنود في هجوم قرب الحدود الأفغانية', 'ar'],
    ['الأمم المتحدة تحذر من المجاعة', 'ar'],
    ['باكستان تغلق معبر تورخم', 'ar'],
    ['محادثات الدوحة بلا نتيجة', 'ar'],
    ['عمران خان أمام المحكمة', 'ar'],
    ['پاکستان اور افغانستان کا جنگ بندی پر اتفاق', 'ur'],
    ['الزام تراشی بند کی جائے', 'ur'],
    ['الیکشن کمیشن کا اجلاس', 'ur'],
    ['كابل كا دورہ', 'ur'],
    ['طالبانو د ښځو پر زده کړو بنديز ولګاوه', 'ps'],
    ['د پاکستان پوځ وايي ترهګر يې وژلي', 'ps'],
    ['په خوست کي درې کسان ووژل شول', 'ps'],
    ['د كابل سفر وروسته له هغه', 'ps'],
    ['پاکستان هزاران مهاجر افغان را اخراج کرد', 'prs'],
    ['القاعده در افغانستان حضور دارد', 'prs'],
    ['حمله در پيشاور؛ ده كشته', 'prs'],
    ['وزير خارجه به كابل مي‌رود', 'prs'],
    ['گفتگوهای دوحه بی‌نتیجه پایان یافت', 'prs'],
    ['سنڌ ۾ برساتن سبب ٻوڏ', 'sd'],
    ['پاکستان سنووری تۆرخەمی داخست', 'ckb'],
    ['ئۇيغۇر پائالىيەتچى تۇتقۇن قىلىندى', 'ug'],
    ['پاكىستان چېگرانى تاقىدى', 'ug'],
  ])('is told by letters and words, on whatever keyboard they were typed: %s → %s', (title, expected) => {
    expect(detect(title)).toBe(expected);
    expect(detect(title, 'mixed')).toBe(expected);
    expect(detect(title, expected)).toBe(expected);
  });

  it('is read from presentation forms as from plain letters', () => {
    expect(detect('ﺍﻟﺤﻜﻮﻣﺔ ﺗﺤﺬﺭ')).toBe('ar');
  });

  it('is the outlet’s where little speaks against it', () => {
    expect(detect('طالبان', 'ar')).toBe('ar');
    expect(detect('عمران خان گرفتار', 'ur')).toBe('ur');
    expect(detect('حمله در کابل', 'ps')).toBe('ps');
    expect(detect('مرز تورخم دوباره باز شد', 'fa')).toBe('fa');
  });

  it('is another than the outlet’s where letters and words clearly say so', () => {
    expect(detect('د تورخم لاره د پنځمې ورځې لپاره هم تړلې ده', 'prs')).toBe('ps');
    expect(detect('مرز تورخم بعد از سه هفته برای کامیون‌های باری باز شده است', 'ps')).toBe('prs');
    expect(detect('طورخم بارڈر پر فائرنگ سے دو اہلکار زخمی ہو گئے', 'fa')).toBe('ur');
  });

  it('is believed of an outlet in a language that is not told apart here', () => {
    expect(detect('طورخم بارڈر پر فائرنگ سے دو اہلکار زخمی ہو گئے', 'pnb')).toBe('pnb');
    expect(detect('مرز تورخم بعد از سه هفته باز شده است', 'uz')).toBe('uz');
  });
});
