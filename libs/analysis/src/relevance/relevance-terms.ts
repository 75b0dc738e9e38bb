/**
 * Which side a name stands for: one state, the pair of them named together, or what lies `between` them. `none` takes a name
 * out of reach of a shorter one inside it.
 */
export type Side = 'pakistan' | 'afghanistan' | 'pair' | 'between' | 'none';

/** One line of names, parted by commas. */
type Names = Partial<Record<'en' | 'ur' | 'ps' | 'prs' | 'hi', string>>;

/**
 * States, their people, seats of government, provinces, cities near the border and leaders of the last decades; under
 * `between` what lies between the two states or is a matter of the two alone.
 */
export const RELEVANCE_NAMES: Record<Side, Names> = {
  pakistan: {
    en: `pakistan, pak, pakistani, pakistanis, islamabad, rawalpindi, lahore, karachi, peshawar, quetta, chaman,
      khyber pakhtunkhwa, balochistan, baluchistan, waziristan, north waziristan, south waziristan, bajaur,
      shehbaz sharif, shahbaz sharif, nawaz sharif, imran khan, asim munir, ishaq dar, khawaja asif, mohsin naqvi,
      asif ali zardari, zardari, bilawal bhutto, ispr, pak army, musharraf, benazir bhutto, qamar bajwa, general bajwa,
      raheel sharif, ashfaq kayani, faiz hameed, hina rabbani khar, shah mahmood qureshi, moeed yusuf, sartaj aziz,
      anwaarul haq kakar, mohammad sadiq khan, parachinar, kurram, mohmand agency, orakzai, swat valley, bannu,
      dera ismail khan, fata, khyber agency, gwadar, sindh, gilgit baltistan, chitral`,
    ur: `پاکستان, پاکستانی, پاکستانیوں, اسلام آباد, راولپنڈی, لاہور, کراچی, پشاور, کوئٹہ, خیبر پختونخوا, بلوچستان,
      وزیرستان, باجوڑ, شہباز شریف, نواز شریف, عمران خان, عاصم منیر, اسحاق ڈار, خواجہ آصف, محسن نقوی, آصف علی زرداری,
      بلاول بھٹو, آئی ایس پی آر, پاک فوج, پاک بھارت, پاک چین, پاک ایران`,
    ps: `پاکستان*, دپاکستان*, اسلام اباد*, داسلام اباد, پښتونخوا, قمر باجوه, پروېز مشرف, پرویز مشرف, سرتاج عزیز, چمن, راولپنډۍ, لاهور, کراچۍ, پېښور, پیښور,
      خیبر پښتونخوا, بلوچستان, وزیرستان, باجوړ, شهباز شریف, نواز شریف, عمران خان, عاصم منیر, اسحاق ډار,
      خواجه اصف`,
    prs: `پاکستان, پاکستانی, پاکستانی‌ها, پاکستانی‌های, اسلام آباد, پرویز مشرف, قمر باجوه, راولپندی, لاهور, کراچی, پیشاور, پشاور, کویته, خیبر پختونخوا,
      بلوچستان, وزیرستان, شهباز شریف, نواز شریف, عمران خان, عاصم منیر, اسحاق دار, خواجه آصف`,
    hi: `पाकिस्तान, पाकिस्तानी, इस्लामाबाद, रावलपिंडी, पेशावर, शहबाज शरीफ, आसिम मुनीर`,
  },
  afghanistan: {
    en: `afghanistan, afghan, afghans, afghani, afghanistani, kabul, kandahar, taliban, talibans, taleban, islamic emirate,
      nangarhar, jalalabad, kunar, khost, paktika, paktia, helmand, herat, mazar i sharif, panjshir, bagram,
      hibatullah akhundzada, haibatullah akhundzada, akhundzada, amir khan muttaqi, muttaqi, zabihullah mujahid,
      sirajuddin haqqani, mullah yaqoob, mullah baradar, abdul ghani baradar, karzai, ashraf ghani, abdullah abdullah,
      hekmatyar, mullah omar, mullah mansour, hamdullah mohib, amrullah saleh, hanif atmar, rangin spanta, haqqani network,
      badakhshan, kunduz, balkh, ghazni, bamiyan, nimroz, zaranj, wakhan, laghman, uruzgan, zabul, nuristan, bagram`,
    ur: `افغانستان, افغان, افغانی, افغانیوں, افغانوں, کابل, قندھار, طالبان, امارت اسلامیہ, اسلامی امارت, ننگرہار,
      جلال آباد, صوبہ کنڑ, خوست, پکتیکا, پکتیا, ہلمند, ہرات, ہبت اللہ اخوندزادہ, امیر خان متقی, ذبیح اللہ مجاہد,
      سراج الدین حقانی, ملا یعقوب, ملا برادر, حامد کرزئی, اشرف غنی`,
    ps: `افغان*, دافغان*, کابل, کابله, دکابل, کندهار, طالبان, طالبانو, دطالبانو, دطالبان, تالبان, تالبانو, اسلامي امارت,
      دافغانستان, کنړ, بدخشان, کندز, غزني, نیمروز, لغمان, کرزي, ننګرهار,
      جلال اباد, کونړ, خوست, پکتیکا, پکتیا, هلمند, هرات, هبت الله اخوندزاده, امیر خان متقي, ذبیح الله مجاهد,
      سراج الدین حقاني, ملا یعقوب, ملا برادر, حامد کرزی, اشرف غني`,
    prs: `افغانستان, افغانستانی*, افغان, افغان‌ها, افغان‌های, افغانها, کابل, بدخشان, قندوز, کندز, غزنی, نیمروز, بامیان, کرزی, قندهار, کندهار, طالبان, امارت اسلامی, ننگرهار,
      جلال آباد, کنر, خوست, پکتیکا, پکتیا, هلمند, هرات, هبت‌الله آخندزاده, امیر خان متقی, ذبیح‌الله مجاهد,
      سراج‌الدین حقانی, ملا یعقوب, ملا برادر, حامد کرزی, اشرف غنی`,
    hi: `अफगानिस्तान, अफगान, अफगानी, काबुल, कंधार, तालिबान`,
  },
  pair: {
    en: `pak afghan, afghan pak, af pak, afpak, pakistan afghanistan, afghanistan pakistan, pakistan afghan,
      afghan pakistan, pakistan and afghanistan, afghanistan and pakistan, kabul islamabad, islamabad kabul`,
    ur: `پاک افغان, پاکستان افغانستان, افغانستان پاکستان, پاکستان اور افغانستان, افغانستان اور پاکستان`,
    ps: `پاک افغان, افغان پاک, پاکستان افغانستان, افغانستان پاکستان, پاکستان او افغانستان, افغانستان او پاکستان`,
    prs: `پاک افغان, پاکستان افغانستان, افغانستان پاکستان, پاکستان و افغانستان, افغانستان و پاکستان`,
  },
  between: {
    en: `torkham, spin boldak,
      speen boldak, chaman border, chaman crossing, chaman gate, friendship gate, ghulam khan crossing,
      ghulam khan border, kharlachi, angoor adda,
      durand line, ttp, tehrik i taliban pakistan, tehreek i taliban pakistan, tehrik e taliban pakistan,
      tehreek e taliban pakistan, tehreek e taliban, tehrik i taliban, pakistani taliban, pakistan taliban,
      fitna al khawarij, fitna al khwarij, aptta, afghan transit trade, afghan citizen card, afghan citizen cards,
      illegal foreigners repatriation plan`,
    ur: `طورخم, چمن بارڈر, چمن سرحد, سپین بولدک, سپن بولدک, اسپین بولدک, باب دوستی,
      غلام خان بارڈر, خرلاچی, انگور اڈہ, ڈیورنڈ لائن, ٹی ٹی پی, تحریک طالبان, تحریک طالبان پاکستان, پاکستانی طالبان,
      فتنہ الخوارج, افغان ٹرانزٹ ٹریڈ, افغان سٹیزن کارڈ`,
    ps: `تورخم, سپین بولدک, ډیورنډ, ډیورنډ کرښه, ډیورنډ کرښې, ټي ټي پي, ټي‌ټي‌پي,
      تحریک طالبان پاکستان, پاکستاني طالبان, پاکستاني طالبانو`,
    prs: `تورخم, سپین بولدک, اسپین بولدک, دیورند, خط دیورند, تی تی پی, تی‌تی‌پی,
      تحریک طالبان پاکستان, تحریک طالبان, طالبان پاکستانی, طالبان پاکستان`,
    hi: `तोरखम, डूरंड रेखा, टीटीपी`,
  },
  none: {
    en: `sistan and baluchestan, sistan and baluchistan, sistan baluchestan`,
    prs: `سیستان و بلوچستان, سیستان بلوچستان`,
  },
};
