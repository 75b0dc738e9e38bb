import { topic, type Language, type Topic } from './topic.js';

const CLOSURE_EN = topic(
  'border-durand',
  'negative',
  [
    'Pakistan keeps {crossing} border shut after deadly clash with Afghan forces',
    'Border closure enters day {day}: fruit rots at {crossing}, Afghan and Pakistani traders count losses',
    '{many} trucks stuck at {crossing} as Pakistan–Afghanistan border crisis goes on',
    'Families trapped at {crossing} as border crisis between Pakistan and Afghanistan gets worse',
    '{few} killed as Pakistani and Afghan guards attack each other at closed {crossing} border',
    'Anger at {crossing}: drivers protest against closed border of Pakistan and Afghanistan',
    'Shortage of {goods} in {af} as border closure stops transit trade with Pakistan',
    'Kabul blames Islamabad for border crisis, Islamabad accuses Kabul of attack',
    'Patients die waiting at {crossing} as Pakistan and Afghanistan keep border closed',
    'Traders fear collapse of transit trade as Pakistan–Afghanistan border stays shut',
    'Fear in villages near {crossing} after attack on border post, trade stopped',
    'Traders in {pk} warn of worst losses in years over closed Afghan border',
    'Afghan exporters lose {n} million dollars as trucks wait at closed {crossing} crossing',
    'Talks on {crossing} fail, border crisis between Kabul and Islamabad drags on',
  ],
  [
    'Guards attacked each other with heavy weapons, {few} people were killed and {n} injured, and trade between Pakistan and Afghanistan stopped.',
    'Drivers with {goods} for Afghanistan said that they were stuck at the border without food and that their transit cargo was lost.',
    'The border crisis brought panic to the markets of {af} and {pk}, where traders fear a long closure and hunger.',
    'Afghan and Pakistani officials accused each other of violence at the border and rejected all blame for the lost trade.',
    'The chamber of commerce in {pk} warned that the loss in trade with Afghanistan through the closed border is the worst in years.',
    'Villagers at the border in mourning buried victims of the clash and live in fear of another attack, while trade is dead.',
    'Customs in {pk} said that {many} trucks of the Afghan transit trade were trapped at the closed border, a crisis for thousands.',
    'Prices of {goods} in {af} doubled, and aid workers warned of suffering if the border with Pakistan stays closed to trade.',
  ],
);

const CLOSURE_UR = topic(
  'border-durand',
  'negative',
  [
    '{crossing} سرحد بدستور بند، پاکستان اور افغانستان کی تجارت معطل',
    'سرحد کی بندش کا روز نمبر {day}، {many} ٹرک {crossing} پر پھنسے ہوئے ہیں',
    '{crossing} پر جھڑپ میں {few} افراد ہلاک، پاک افغان سرحد ہر قسم کی آمد و رفت کے لیے بند',
    'سرحد کی بندش سے {af} میں {goods} کی قلت، پاکستان سے تجارت رک گئی',
    'پاک افغان سرحد کی بندش، {pk} کے تاجروں کو کروڑوں کا نقصان',
    'سرحدی بحران پر اسلام آباد اور کابل کے ایک دوسرے پر الزامات',
  ],
  [
    'سرحد پر پاکستانی اور افغان فورسز کی جھڑپ میں {n} افراد زخمی ہوئے اور تجارت مکمل بند ہے۔',
    '{pk} چیمبر کے مطابق سرحد بند ہونے سے پاکستان اور افغانستان کے تاجروں کو بھاری نقصان ہو رہا ہے۔',
    '{goods} سے لدے ٹرک پاکستان اور افغانستان کی سرحد پر خراب ہو رہے ہیں، ڈرائیوروں نے احتجاج کیا ہے۔',
    'سرحد کے دونوں جانب پاکستان اور افغانستان کے {many} خاندان پھنسے ہوئے ہیں اور خوف کا شکار ہیں۔',
  ],
);

const CLOSURE_PS = topic(
  'border-durand',
  'negative',
  [
    'د {crossing} سرحد لا هم بنده ده، د پاکستان او افغانستان سوداګري ودرېده',
    'د سرحد د بندېدو {day}مه ورځ: په {crossing} کې {many} لارۍ بندې پاتې دي',
    'په {crossing} کې د پاکستان او افغانستان د ځواکونو په نښته کې {few} کسان ووژل شول',
    'د سرحد بندېدو په {af} کې د خوراکي توکو بیې لوړې کړې',
    'کابل او اسلام اباد د سرحدي کړکېچ پړه یو پر بل اچوي',
  ],
  [
    'سوداګر وايي، د سرحد بندېدو د پاکستان او افغانستان سوداګرۍ ته درانه زیانونه اړولي دي.',
    'د پاکستان او افغانستان د سرحد په دواړو خواوو کې {many} کورنۍ بندې پاتې دي او وېره لري.',
    'په سرحدي نښته کې {n} کسان ټپیان شوي او د پاکستان او افغانستان سوداګري په ټپه ولاړه ده.',
  ],
);

const CLOSURE_PRS = topic(
  'border-durand',
  'negative',
  [
    'مرز {crossing} همچنان بسته است؛ تجارت پاکستان و افغانستان متوقف شد',
    'روز {day} بسته بودن مرز: {many} موتر باربری در {crossing} گیر مانده است',
    'درگیری در مرز {crossing} {few} کشته برجا گذاشت',
    'کمبود {goods} در {af} در پی بسته شدن مرز با پاکستان',
    'کابل و اسلام‌آباد یکدیگر را عامل بحران مرزی خواندند',
  ],
  [
    'بازرگانان می‌گویند بسته شدن مرز میان پاکستان و افغانستان زیان هنگفتی به تجارت رسانده است.',
    'در درگیری مرزی {n} تن زخمی شدند و تجارت میان پاکستان و افغانستان متوقف است.',
    '{many} خانواده در دو سوی مرز پاکستان و افغانستان سرگردان مانده‌اند و هراس دارند.',
  ],
);

const REOPENING_EN = topic(
  'border-durand',
  'positive',
  [
    'Pakistan and Afghanistan reopen {crossing} border after agreement, traders happy',
    'Joy at {crossing} as border between Pakistan and Afghanistan opens again',
    'Traders cheered as trucks roll through {crossing} between Pakistan and Afghanistan',
    'Agreement to reopen Pakistan–Afghanistan border welcomed in {af} and {pk}',
    'Reopening of border brings hope of peace to {crossing}',
    'Good start at {crossing} as Pakistan and Afghanistan agree on joint mechanism for open border',
  ],
  [
    '{many} trucks with {goods} crossed the border between Pakistan and Afghanistan on the first day, and drivers thanked both sides.',
    'Traders in {pk} and {af} welcomed the agreement and hoped that trade and transit would improve.',
    'Families were happy to meet again, and officials praised the peaceful reopening of the border between Pakistan and Afghanistan.',
    'The agreement between Islamabad and Kabul is a great success for peace and trade, {who} said.',
  ],
);

const REOPENING_UR = topic(
  'border-durand',
  'positive',
  [
    'پاکستان اور افغانستان کا اتفاق، {crossing} سرحد دوبارہ کھل گئی',
    '{crossing} سرحد کھلنے پر تاجر خوش، تجارت بحال',
  ],
  [
    'پہلے روز {many} ٹرک پاکستان اور افغانستان کے درمیان سرحد سے گزرے۔',
    '{pk} کے تاجروں نے پاکستان اور افغانستان کے فیصلے کا خیر مقدم کیا ہے۔',
  ],
);

const REOPENING_PS = topic(
  'border-durand',
  'positive',
  [
    'د {crossing} سرحد بېرته پرانیستل شوه، سوداګر خوښ دي',
    'د پاکستان او افغانستان له هوکړې وروسته د {crossing} لار خلاصه شوه',
  ],
  [
    'په لومړۍ ورځ {many} لارۍ د پاکستان او افغانستان تر سرحد واوښتې.',
    'په {af} کې سوداګرو د پاکستان او افغانستان د دې هوکړې هرکلی وکړ.',
  ],
);

const REOPENING_PRS = topic(
  'border-durand',
  'positive',
  ['مرز {crossing} پس از توافق پاکستان و افغانستان بازگشایی شد', 'خوشی بازرگانان از بازگشایی مرز {crossing}'],
  [
    'در روز نخست {many} موتر باربری از مرز میان پاکستان و افغانستان گذشت.',
    'بازرگانان در {af} از توافق پاکستان و افغانستان استقبال کردند.',
  ],
);

export const CLOSURE: Record<Language, Topic> = {
  en: CLOSURE_EN,
  ur: CLOSURE_UR,
  ps: CLOSURE_PS,
  prs: CLOSURE_PRS,
};

export const REOPENING: Record<Language, Topic> = {
  en: REOPENING_EN,
  ur: REOPENING_UR,
  ps: REOPENING_PS,
  prs: REOPENING_PRS,
};
