import { itemsOf, readCsv, readHistory, reasonsOf } from '../../../../test/support/read-history.js';

describe("other people's exports", () => {
  it("are Media Cloud's, in the form of today and in the one before", async () => {
    const today = [
      'id,indexed_date,language,media_name,media_url,publish_date,title,url',
      'f3a9,2026-02-03 01:02:03.456,en,dawn.com,dawn.com,2026-02-02,"Border reopens, slowly",https://www.dawn.com/news/1',
    ].join('\r\n');
    const before = [
      'stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name,media_url',
      '1,2019-02-02 10:11:12,Border reopens,https://www.dawn.com/news/1,en,False,,5,DAWN.com,http://www.dawn.com/',
    ].join('\n');
    expect(await readCsv(today, { preset: 'media-cloud' })).toMatchObject([
      {
        source: 'dawn.com',
        item: { language: 'en', title: 'Border reopens, slowly', publishedAt: new Date('2026-02-02') },
      },
    ]);
    expect(await readCsv(before, { preset: 'media-cloud' })).toMatchObject([
      {
        source: 'DAWN.com',
        item: { title: 'Border reopens', publishedAt: new Date('2019-02-02T10:11:12Z') },
      },
    ]);
  });

  it("are GDELT's article list, as CSV and as the JSON document that its API answers", async () => {
    const table = '\ufeffURL,MobileURL,Date,Title\nhttps://x.test/1,,2026-02-02 10:15:00,Talks resume\n';
    expect(itemsOf(await readCsv(table, { preset: 'gdelt' }))).toMatchObject([
      { title: 'Talks resume', publishedAt: new Date('2026-02-02T10:15:00Z') },
    ]);
    const article = {
      title: 'Talks stall',
      seendate: '20260202T101500Z',
      domain: 'x.test',
      language: 'Pashto',
    };
    const articles = [1, 2].map((n) => ({ url: `https://x.test/${n}`, url_mobile: '', ...article }));
    for (const space of [undefined, 2]) {
      const entries = await readHistory(JSON.stringify({ articles }, null, space), { preset: 'gdelt' });
      expect(entries).toMatchObject([
        {
          record: 1,
          source: 'x.test',
          item: { language: 'ps', publishedAt: new Date('2026-02-02T10:15:00Z') },
        },
        { record: 2 },
      ]);
    }
    expect(await readHistory(JSON.stringify(articles, null, 1), { preset: 'gdelt' })).toHaveLength(2);
  });

  it("are GDELT's knowledge graph, whose title and language hide in its last columns", async () => {
    const cells = Array.from({ length: 27 }, () => '');
    [cells[0], cells[1], cells[3], cells[4]] = [
      '20260202101500-1',
      '20260202101500',
      'x.test',
      'https://x.test/3',
    ];
    cells[25] = 'srclc:urd;eng:Moses 2.1.1';
    cells[26] = '<PAGE_LINKS>a</PAGE_LINKS><PAGE_TITLE>Kabul &amp; Islamabad "meet"</PAGE_TITLE>';
    const book = [...cells];
    book[4] = 'A citation of something that is not on the web';
    const entries = await readHistory([cells, book].map((row) => row.join('\t')).join('\n'), {
      preset: 'gdelt-gkg',
    });
    expect(itemsOf(entries)).toMatchObject([
      { title: 'Kabul & Islamabad "meet"', publishedAt: new Date('2026-02-02T10:15:00Z'), language: 'ur' },
    ]);
    expect(reasonsOf(entries)).toEqual([
      'the address is not one of http or https: "A citation of something that is not on the web"',
    ]);
  });

  it('lose only the record of the knowledge graph whose title never closes, however long it is', async () => {
    const row = (extras: string) => {
      const cells = Array.from({ length: 27 }, () => '');
      [cells[1], cells[3], cells[4], cells[26]] = ['20260202101500', 'x.test', 'https://x.test/3', extras];
      return cells.join('\t');
    };
    const text = [row('<PAGE_TITLE>'.repeat(300_000)), row('<PAGE_TITLE>Talks go on</PAGE_TITLE>')];
    const entries = await readHistory(text.join('\n'), { preset: 'gdelt-gkg' });
    expect(reasonsOf(entries)).toEqual(['no title']);
    expect(itemsOf(entries)).toMatchObject([{ title: 'Talks go on' }]);
  });
});
