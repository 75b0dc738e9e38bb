/** Characters that XML 1.0 does not allow, and halves of a surrogate pair. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** An element of the lean document; '' where there is no text. `text` is folded, and so has no control characters. */
export function element(name: string, text: string | null | undefined): string {
  return text ? `<${name}>${content(text)}</${name}>` : '';
}

/** The same of any text. */
export function rawElement(name: string, text: string | null | undefined): string {
  return element(name, text?.replace(NOT_XML, ''));
}

/** The parser of the lean document runs through text many times faster than through CDATA. */
function content(text: string): string {
  if (!text.includes('<') && !text.includes('&') && !text.includes(']]>')) return text;
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
