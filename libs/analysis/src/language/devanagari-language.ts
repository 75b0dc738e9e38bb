import { knowMarks, languageOfMostMarks } from './count-marks.js';

const KNOWN = knowMarks([
  {
    language: 'hi',
    parts: null,
    words: 'का की के में है हैं ने को से और पर नहीं किया गया गई रहा रही हुई हुआ लिए यह भी था थी करने',
  },
  {
    language: 'mr',
    parts: /ळ|(?:च्या|ांनी|ांना|ातील|मध्ये|साठी)(?![\p{L}\p{M}])/gu,
    words: 'आहे आहेत आणि नाही झाला झाली झाले केली केले यांनी यांच्या करण्यात म्हणाले होणार करणार गेली',
  },
  {
    language: 'ne',
    parts: /(?:(?<!च)्छ|छन्|ेको|एको|हरू|लाई)(?![\p{L}\p{M}])/gu,
    words: 'र छ छन् भएको गरेको गर्ने हुने भन्दै पनि लागि गरे भयो तथा बारे',
  },
]);

/** Hindi, Marathi or Nepali by their commonest words and endings; the outlet's language or Hindi where none is there. */
export function devanagariLanguage(text: string, outlet: string | null): string {
  return languageOfMostMarks(text, KNOWN, outlet, 'hi');
}
