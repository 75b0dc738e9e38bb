/** Which side a name stands for. `none` takes a name out of reach of a shorter one inside it. */
export type Side = 'pakistan' | 'afghanistan' | 'both' | 'none';

/** One line of names, parted by commas. */
type Names = Partial<Record<'en' | 'ur' | 'ps' | 'prs' | 'hi', string>>;

/**
 * States, their people, seats of government, cities near the border and leaders; under `both` what lies between the two
 * states or is a matter of the two alone.
 */
export const RELEVANCE_NAMES: Record<Side, Names> = {
  pakistan: {
    en: `pakistan, pak, pakistani, pakistanis, islamabad, rawalpindi, lahore, karachi, peshawar, quetta, chaman,
      khyber pakhtunkhwa, balochistan, baluchistan, waziristan, north waziristan, south waziristan, bajaur,
      shehbaz sharif, shahbaz sharif, nawaz sharif, imran khan, asim munir, ishaq dar, khawaja asif, mohsin naqvi,
      asif ali zardari, zardari, bilawal bhutto, ispr, pak army`,
    ur: `پاکستان, پاکستانی, پاکستانیوں, اسلام آباد, راولپنڈی, لاہور, کراچی, پشاور, کوئٹہ, خیبر پختونخوا, بلوچستان,
      وزیرستان, باجوڑ, شہباز شریف, نواز شریف, عمران خان, عاصم منیر, اسحاق ڈار, خواجہ آصف, محسن نقوی, آصف علی زرداری,
      بلاول بھٹو, آئی ایس پی آر, پاک فوج, پاک بھارت, پاک چین, پاک ایران`,
    ps: `پاکستان, پاکستاني, پاکستانۍ, پاکستانیان, پاکستانیانو, اسلام اباد, راولپنډۍ, لاهور, کراچۍ, پېښور, پیښور,
      خیبر پښتونخوا, بلوچستان, وزیرستان, باجوړ, شهباز شریف, نواز شریف, عمران خان, عاصم منیر, اسحاق ډار,
      خواجه اصف`,
    prs: `پاکستان, پاکستانی, پاکستانی‌ها, اسلام آباد, راولپندی, لاهور, کراچی, پیشاور, پشاور, کویته, خیبر پختونخوا,
      بلوچستان, وزیرستان, شهباز شریف, نواز شریف, عمران خان, عاصم منیر, اسحاق دار, خواجه آصف`,
    hi: `पाकिस्तान, पाकिस्तानी, इस्लामाबाद, रावलपिंडी, पेशावर, शहबाज शरीफ, आसिम मुनीर`,
  },
  afghanistan: {
    en: `afghanistan, afghan, afghans, afghani, afghanistani, kabul, kandahar, taliban, talibans, taleban, islamic emirate,
      nangarhar, jalalabad, kunar, khost, paktika, paktia, helmand, herat, mazar i sharif, panjshir, bagram,
      hibatullah akhundzada, haibatullah akhundzada, akhundzada, amir khan muttaqi, muttaqi, zabihullah mujahid,
      sirajuddin haqqani, mullah yaqoob, mullah baradar, abdul ghani baradar, hamid karzai, ashraf ghani`,
    ur: `افغانستان, افغان, افغانی, افغانیوں, افغانوں, کابل, قندھار, طالبان, امارت اسلامیہ, اسلامی امارت, ننگرہار,
      جلال آباد, صوبہ کنڑ, خوست, پکتیکا, پکتیا, ہلمند, ہرات, ہبت اللہ اخوندزادہ, امیر خان متقی, ذبیح اللہ مجاہد,
      سراج الدین حقانی, ملا یعقوب, ملا برادر, حامد کرزئی, اشرف غنی`,
    ps: `افغانستان, افغان, افغانان, افغانانو, افغاني, کابل, کندهار, طالبان, طالبانو, اسلامي امارت, ننګرهار,
      جلال اباد, کونړ, خوست, پکتیکا, پکتیا, هلمند, هرات, هبت الله اخوندزاده, امیر خان متقي, ذبیح الله مجاهد,
      سراج الدین حقاني, ملا یعقوب, ملا برادر, حامد کرزی, اشرف غني`,
    prs: `افغانستان, افغانستانی, افغان, افغان‌ها, افغان‌های, کابل, قندهار, کندهار, طالبان, امارت اسلامی, ننگرهار,
      جلال آباد, کنر, خوست, پکتیکا, پکتیا, هلمند, هرات, هبت‌الله آخندزاده, امیر خان متقی, ذبیح‌الله مجاهد,
      سراج‌الدین حقانی, ملا یعقوب, ملا برادر, حامد کرزی, اشرف غنی`,
    hi: `अफगानिस्तान, अफगान, अफगानी, काबुल, कंधार, तालिबान`,
  },
  both: {
    en: `pak afghan, afghan pak, af pak, afpak, pakistan afghanistan, afghanistan pakistan, torkham, spin boldak,
      speen boldak, chaman border, chaman crossing, chaman gate, friendship gate, ghulam khan crossing,
      ghulam khan border, kharlachi, angoor adda,
      durand line, ttp, tehrik i taliban pakistan, tehreek i taliban pakistan, tehrik e taliban pakistan,
      tehreek e taliban pakistan, tehreek e taliban, tehrik i taliban, pakistani taliban, pakistan taliban,
      fitna al khawarij, fitna al khwarij, aptta, afghan transit trade, afghan citizen card, afghan citizen cards,
      illegal foreigners repatriation plan`,
    ur: `پاک افغان, پاکستان افغانستان, طورخم, چمن بارڈر, چمن سرحد, سپین بولدک, سپن بولدک, اسپین بولدک, باب دوستی,
      غلام خان بارڈر, خرلاچی, انگور اڈہ, ڈیورنڈ لائن, ٹی ٹی پی, تحریک طالبان, تحریک طالبان پاکستان, پاکستانی طالبان,
      فتنہ الخوارج, افغان ٹرانزٹ ٹریڈ, افغان سٹیزن کارڈ`,
    ps: `پاک افغان, تورخم, سپین بولدک, ډیورنډ, ډیورنډ کرښه, ډیورنډ کرښې, ټي ټي پي, ټي‌ټي‌پي,
      تحریک طالبان پاکستان, پاکستاني طالبان, پاکستاني طالبانو`,
    prs: `پاک افغان, تورخم, سپین بولدک, اسپین بولدک, دیورند, خط دیورند, تی تی پی, تی‌تی‌پی,
      تحریک طالبان پاکستان, تحریک طالبان, طالبان پاکستانی, طالبان پاکستان`,
    hi: `तोरखम, डूरंड रेखा, टीटीपी`,
  },
  none: {
    en: `sistan and baluchestan, sistan and baluchistan, sistan baluchestan`,
    prs: `سیستان و بلوچستان, سیستان بلوچستان`,
  },
};
