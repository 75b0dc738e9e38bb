import { readField } from './field-text.js';
import { Findings, MAX_EVIDENCE, SUMMARY_WEIGHT, TITLE_WEIGHT } from './findings.js';

const talks = { text: 'talks', language: 'en' };
const title = readField('title', 'Talks, talks and more Talks');
const summary = readField('summary', 'New talks');

describe('Findings', () => {
  it('is without strength while nothing was found', () => {
    expect(new Findings().score).toBe(0);
  });

  it('counts a phrase once, where it stands first, and shows every place', () => {
    const findings = new Findings();
    findings.add(title, { from: 0, to: 1 }, talks);
    findings.add(title, { from: 4, to: 5 }, talks);
    findings.add(summary, { from: 1, to: 2 }, talks);
    expect(findings.score).toBe(TITLE_WEIGHT);
    expect(findings.evidence.map(({ term, field, start }) => [term, field, start])).toEqual([
      ['Talks', 'title', 0],
      ['Talks', 'title', 22],
      ['talks', 'summary', 4],
    ]);
  });

  it('shows a place once that several phrases lean on, without strength of its own', () => {
    const findings = new Findings();
    for (let i = 0; i < 2; i++) findings.show(title, { from: 0, to: 1 }, 'en');
    expect(findings.evidence).toHaveLength(1);
    expect(findings.score).toBe(0);
  });

  it('weighs a title above a summary and adds different phrases up', () => {
    const findings = new Findings();
    findings.add(title, { from: 0, to: 1 }, talks);
    findings.add(summary, { from: 0, to: 1 }, { text: 'new', language: 'en' });
    expect(TITLE_WEIGHT).toBeGreaterThan(SUMMARY_WEIGHT);
    expect(findings.score).toBeCloseTo(TITLE_WEIGHT + SUMMARY_WEIGHT, 10);
  });

  it('never passes 1 and shows a limited number of places', () => {
    const findings = new Findings();
    const long = readField('title', 'word '.repeat(100));
    for (let i = 0; i < 100; i++) {
      findings.add(long, { from: i, to: i + 1 }, { text: `phrase ${i}`, language: 'en' });
    }
    expect(findings.score).toBe(1);
    expect(findings.evidence).toHaveLength(MAX_EVIDENCE);
  });
});
