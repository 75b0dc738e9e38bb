/** Code pages of DOS and their kin that iconv-lite knows by the number. */
const CODE_PAGES = new Set(
  '437 720 737 775 808 850 852 855 856 857 858 860 861 862 863 864 865 869 922 1046 1124 1125 1129 1133 1161 1162 1163'.split(
    ' ',
  ),
);

/** Labels, in letters and digits only, by the encoding they mean. */
const LABELS: Record<string, string> = {
  'windows-874': 'cp874 ms874',
  'windows-1250': 'msee win1250',
  'windows-1251': 'mscyrl win1251',
  'windows-1252': 'msansi dbcs mbcs win1252 iso88591windows30latin1 88591',
  'windows-1253': 'msgreek win1253',
  'windows-1254': 'msturk win1254',
  'windows-1255': 'mshebr win1255',
  'windows-1256': 'msarab win1256',
  'windows-1257': 'winbaltrim win1257',
  'windows-1258': 'win1258',
  'iso-8859-15': '885915 latin9',
  'x-mac-cyrillic': 'maccyrillic macukraine',
  macintosh: 'macroman',
  maccenteuro: 'maccentraleurope maclatin2 macce',
  macgreek: '',
  maciceland: '',
  maccroatian: '',
  macromania: '',
  macthai: '',
  macturkish: '',
  ibm437: 'cspc8codepage437',
  ibm775: 'cspc775baltic',
  ibm850: 'cspc850multilingual',
  ibm852: 'cspcp852',
  ibm861: 'cpis',
  ibm862: 'cspc862latinhebrew',
  viscii: 'csviscii',
  tcvn: 'tcvn5712 tcvn57121',
  'koi8-t': 'koi8t',
  armscii8: '',
  georgianps: '',
  pt154: 'ptcp154 csptcp154 cp154',
  rk1048: 'kz1048 strk10482002',
  gbk: 'cp936 ms936 windows936 euccn',
  'euc-kr': 'cp949 ms949 uhc',
  shift_jis: 'cp932 cswindows31j shiftjis2004 shiftjisx0213',
  big5: 'cp950 ms950 big5tw',
  'iso-2022-jp': 'iso2022jp1 iso2022jp2 iso2022jp2004 iso2022jp3 iso2022jpext',
  'iso-2022-kr': 'iso2022kr csiso2022kr',
  'iso-2022-cn': 'iso2022cn iso2022cnext',
  'hz-gb-2312': 'hzgb2312 hz hzgb',
  'utf-32le': 'utf32le ucs4le',
  'utf-32be': 'utf32be utf32 utf32u32 u32 ucs4 csucs4 iso10646ucs4 ucs4be',
  'utf-16le': 'utf16le u16 ucs2le',
  'utf-16be': 'utf16be ucs2be',
  ibm037: 'cp037 csibm037 ibm039 ebcdiccpus ebcdiccpca ebcdiccpnl ebcdiccpwt',
  ibm500: 'cp500 csibm500 ebcdiccpbe ebcdiccpch',
  ibm875: 'cp875',
  ibm1140: 'cp1140',
};

const byLetters = new Map<string, string>();
for (const [name, labels] of Object.entries(LABELS)) {
  for (const label of [name.replace(/[^a-z0-9]/g, ''), ...labels.split(' ').filter(Boolean)])
    byLetters.set(label, name);
}

/**
 * The encoding that a label means which browsers do not know: code pages of DOS, Macintosh and EBCDIC, UTF-32, the
 * seven-bit encodings of Korea and China that the Encoding Standard replaces by nothing at all (texts are made plain and
 * HTML is sanitised after decoding, so what makes them unsafe in a browser does no harm here). `letters` is the label
 * without punctuation, in lower case.
 */
export function legacyEncodingOf(letters: string): string | null {
  const known = byLetters.get(letters);
  if (known) return known;
  const page = /^(?:cp|ibm|csibm|dos|oem)?(\d{3,4})$/.exec(letters)?.[1];
  return page && CODE_PAGES.has(page) ? `ibm${page}` : null;
}
