import { readDate } from './read-date.js';

const now = new Date('2026-03-01T12:00:00Z');
const RealDate = Date;

/** A Date that refuses all that depends on the zone of the host. */
class UtcOnlyDate extends RealDate {
  constructor(...args: [] | [number]) {
    if (args.length !== 1 || typeof args[0] !== 'number') throw new Error('depends on the host: new Date(…)');
    super(args[0]);
  }

  static override parse(): number {
    throw new Error('depends on the host: Date.parse');
  }
}

const LOCAL = Object.getOwnPropertyNames(RealDate.prototype).filter((name) =>
  /^(?:get(?!UTC|Time$)|set(?!UTC|Time$)|to(?!ISO|JSON))/.test(name),
);

const originals = LOCAL.map(
  (name) => [name, Object.getOwnPropertyDescriptor(RealDate.prototype, name) ?? {}] as const,
);

function refuse(name: string): PropertyDescriptor {
  const value = () => {
    throw new Error(`depends on the host: ${name}`);
  };
  return { value, configurable: true, writable: true };
}

describe('readDate', () => {
  beforeEach(() => {
    globalThis.Date = UtcOnlyDate as unknown as DateConstructor;
    for (const name of LOCAL) Object.defineProperty(RealDate.prototype, name, refuse(name));
  });

  afterEach(() => {
    globalThis.Date = RealDate;
    for (const [name, original] of originals) Object.defineProperty(RealDate.prototype, name, original);
  });

  it.each([
    ['2023-10-01 22:01', 1696197660000],
    ['2023-w40-7', 1696723200000],
    ['Sun, 01 Oct 2023 22:01:51', 1696197711000],
    ['1/10/2023 10:01:51 PM', 1696197711000],
    ['۲۰ مهر ۱۴۰۴ ساعت ۱۴:۳۰', 1760279400000],
    ['1404/07/20', 1760227200000],
    ['Sun, 01 Oct 2023 22:01:51 Asia/Kabul', 1696181511000],
    ['1696197711', 1696197711000],
  ])('reads %p without asking for the zone of the host', (text, instant) => {
    expect(readDate(text, now)?.getTime()).toBe(instant);
  });

  it('is watched: what depends on the host throws here', () => {
    expect(LOCAL).toContain('getTimezoneOffset');
    expect(() => now.getHours()).toThrow('depends on the host');
    expect(() => Date.parse('2023-10-01 22:01')).toThrow('depends on the host');
  });
});
