import type { TokenizerCallbacks } from 'htmlparser2';

/** Hears all tokens of a markup text and does nothing: a start for those who want some of them. */
export class TokenListener implements TokenizerCallbacks {
  ontext(_start: number, _end: number): void {}
  ontextentity(): void {}
  onopentagname(_start: number, _end: number): void {}
  onopentagend(_end: number): void {}
  onselfclosingtag(_end: number): void {}
  onclosetag(_start: number, _end: number): void {}
  onattribname(_start: number, _end: number): void {}
  onattribdata(_start: number, _end: number): void {}
  onattribentity(): void {}
  onattribend(): void {}
  oncdata(_start: number, _end: number, _endOffset: number): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
