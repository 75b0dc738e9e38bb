import { detectLanguage } from './detect-language.js';

const detect = (title: string, sourceLanguage: string | null = null) =>
  detectLanguage({ title, summary: '', language: null, sourceLanguage });

/** Of the region and of anything else, by language. */
const HEADLINES: Record<string, string[]> = {
  fr: [
    'Les Afghans expulsés du Pakistan racontent leur calvaire',
    'Pakistan : au moins quinze soldats tués dans une embuscade',
    "L'armée pakistanaise annonce la fin de l'opération",
    'Vol direct entre Kaboul et Paris suspendu',
    'Que reste-t-il de la résistance au Panchir ?',
    'Budget : les députés rejettent le texte',
    'Nouvelle attaque contre un convoi humanitaire',
    'Vaccination contre la polio : deux agents abattus',
  ],
  de: [
    'Abgeschobene Afghanen erzählen von ihrer Rückkehr',
    'Mindestens fünfzehn Soldaten bei Hinterhalt getötet',
    'Armee erklärt Einsatz in Bajaur für beendet',
    'Direktflug von Frankfurt nach Kabul gestrichen',
    'Bundestag lehnt Haushalt ab',
    'Neuer Angriff auf Hilfskonvoi',
    'Warum die Grenze geschlossen bleibt',
    'Polio-Impfung: Zwei Helfer erschossen',
  ],
  es: [
    'Los afganos expulsados cuentan su regreso',
    'Mueren quince soldados en una emboscada en Pakistán',
    'El ejército pone fin a la operación en Bajaur',
    'Suspendido el vuelo directo entre Madrid y Kabul',
    'El Congreso rechaza los presupuestos',
    'Nuevo ataque contra un convoy humanitario',
    'Por qué sigue cerrada la frontera',
    'Vacuna contra la polio: dos sanitarios asesinados',
  ],
  it: [
    'Gli afghani espulsi raccontano il ritorno',
    "Quindici soldati uccisi in un'imboscata in Pakistan",
    "L'esercito annuncia la fine dell'operazione",
    'Sospeso il volo diretto tra Roma e Kabul',
    'La Camera boccia la manovra',
    'Nuovo attacco contro un convoglio umanitario',
    'Perché il confine resta chiuso',
    'Antipolio, uccisi due operatori sanitari',
  ],
  nl: [
    'Uitgezette Afghanen vertellen over hun terugkeer',
    'Vijftien militairen gedood in hinderlaag in Pakistan',
    'Leger beëindigt operatie in Bajaur',
    'Directe vlucht van Amsterdam naar Kabul geschrapt',
    'Kamer verwerpt begroting',
    'Nieuwe aanval op hulpkonvooi',
    'Waarom de grens gesloten blijft',
    'Poliovaccinatie: twee hulpverleners doodgeschoten',
  ],
  pt: [
    'Os afegãos expulsos contam como foi o regresso',
    'Quinze soldados mortos em emboscada no Paquistão',
    'Exército anuncia o fim da operação em Bajaur',
    'Suspenso o voo direto entre Lisboa e Cabul',
    'Parlamento chumba orçamento',
    'Novo ataque contra comboio humanitário',
    'Porque continua fechada a fronteira',
    'Vacina contra a pólio: dois profissionais assassinados',
  ],
  tr: [
    'Sınır dışı edilen Afganlar dönüşlerini anlattı',
    'Pakistan’da pusuya düşen on beş asker öldü',
    'Ordu Bajaur operasyonunun bittiğini açıkladı',
    'İstanbul-Kabil uçuşları durduruldu',
    'Meclis bütçeyi reddetti',
    'Yardım konvoyuna yeni saldırı',
    'Sınır neden kapalı kalıyor',
    'Çocuk felci aşısı: İki görevli vuruldu',
  ],
  id: [
    'Warga Afghanistan yang diusir bercerita soal kepulangan',
    'Lima belas tentara tewas disergap di Pakistan',
    'Militer umumkan akhir operasi di Bajaur',
    'Penerbangan langsung Jakarta-Kabul dihentikan',
    'DPR tolak anggaran',
    'Serangan baru terhadap konvoi bantuan',
    'Mengapa perbatasan masih ditutup',
    'Vaksin polio: dua petugas kesehatan ditembak',
  ],
};

describe('the language of a headline in Latin script', () => {
  const all = Object.entries(HEADLINES).flatMap(([language, titles]) =>
    titles.map((title) => ({ language, title })),
  );
  const named = all.filter(({ language, title }) => detect(title) === language);

  it('is named in nine headlines of ten, and not taken for English in nineteen of twenty', () => {
    expect(named.length / all.length).toBeGreaterThanOrEqual(0.9);
    expect(all.filter(({ title }) => detect(title) !== 'en').length / all.length).toBeGreaterThanOrEqual(
      0.95,
    );
  });

  it.each(Object.keys(HEADLINES))(
    'is %s for most of its headlines, and for all from its own outlets',
    (language) => {
      expect(named.filter((each) => each.language === language).length).toBeGreaterThanOrEqual(6);
      for (const title of HEADLINES[language] ?? []) expect(detect(title, language)).toBe(language);
    },
  );

  it.each([
    'Haibatullah Akhundzada',
    'Torkham',
    'Kabul',
    'Erdoğan',
    'Hakan Fidan, İbrahim Kalın in Kabul',
    'Mullah Yaqoob, Sirajuddin Haqqani in Doha',
    'Maulana Fazlur Rehman meets Haibatullah Akhundzada',
    'Asim Munir, Khawaja Asif, Ishaq Dar huddle',
    'Bilawal Bhutto Zardari lambasts Modi',
    'Lashkar-e-Taiba, Jaish-e-Mohammed camps hit',
    'Jamaat-e-Islami, JUI-F boycott session',
    'Panjshir, Baghlan, Takhar',
    'Barakzai, Noorzai, Achakzai elders mediate',
    'Loya Jirga convenes',
    'Khuzdar bus: a city mourns',
    'Manzoor Pashteen, Ali Wazir freed',
    'La Nina threatens Balochistan',
    'Von der Leyen, Macron and Merz on Kabul',
    'Le Monde: Bagram "non-negotiable"',
    'Dan Rather, Das Gupta on the UN role',
    '"Inshallah, we return," says Gul Bibi',
    'Erdoğan visits Islamabad',
    'PAKISTAN BOMBS KABUL',
    'Zalmay Khalilzad in Tashkent 🇺🇿',
  ])('stays English with names of the region in it: %s', (title) => {
    expect(detect(title)).toBe('en');
    expect(detect(title, 'en')).toBe('en');
  });

  it.each([
    ['Taliban says "la frontière est fermée" after the talks', 'en'],
    ['«We will not leave», dit le ministre des réfugiés après une visite à la frontière', 'fr'],
    ['Kerajaan Malaysia bantu mangsa gempa di Afghanistan', 'ms'],
    ['Pemerintah Indonesia bantu korban gempa di Afghanistan', 'id'],
    ['Svenska soldater lämnar Afghanistan efter tjugo år', 'sv'],
    ['Polscy żołnierze wracają z Afganistanu', 'pl'],
  ])('goes by most of its words, whatever is quoted: %s → %s', (title, expected) => {
    expect(detect(title)).toBe(expected);
  });

  it('is the outlet’s where little speaks, and another where its words clearly do', () => {
    expect(detect('Kabul', 'fr')).toBe('fr');
    expect(detect('Kabul', 'mixed')).toBe('en');
    expect(detect('Razzia in Berlin', 'en')).toBe('en');
    expect(detect('The refugees who were sent back from Pakistan', 'fr')).toBe('en');
    expect(detect('Les réfugiés que le Pakistan a renvoyés', 'en')).toBe('fr');
    expect(detect('Sarhad par fauj ki nayi chowkiyan', 'sw')).toBe('sw');
  });
});
