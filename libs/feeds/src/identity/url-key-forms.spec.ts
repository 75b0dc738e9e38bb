import { urlKeyOf } from './url-key.js';

describe('urlKeyOf, of the forms in which one article is shown,', () => {
  it.each([
    ['https://example.org/world/pakistan-reopens-torkham/amp', 'example.org/world/pakistan-reopens-torkham'],
    ['https://example.org/world/pakistan-reopens-torkham/amp/', 'example.org/world/pakistan-reopens-torkham'],
    ['https://example.org/world/torkham-3820328/amp/1', 'example.org/world/torkham-3820328'],
    ['https://example.org/amp/news/2023/11/9/torkham', 'example.org/news/2023/11/9/torkham'],
    ['https://example.org/amp/خبر', 'example.org/%D8%AE%D8%A8%D8%B1'],
    ['https://example.org/news/amp/world-asia-66912345', 'example.org/news/world-asia-66912345'],
    ['https://example.org/article/amp/idUSKBN1234', 'example.org/article/idUSKBN1234'],
    ['https://example.org/news/world-asia-66912345.amp', 'example.org/news/world-asia-66912345'],
    ['https://example.org/2023/11/09/torkham.amp.html', 'example.org/2023/11/09/torkham.html'],
    ['https://amp.example.org/amp/news/torkham-1/amp?amp=1', 'example.org/news/torkham-1'],
  ])('takes %s for an AMP form of its article', (url, key) => expect(urlKeyOf(url)).toBe(key));

  it.each([
    'news/amp-shortage',
    'news/amp',
    'amp',
    'tag/amp',
    'tag/amp/2023',
    'topics/amp/guitars-1234',
    'amp/guitars',
    'music/amp/fender',
    'news/ampere.amplifier',
  ])('keeps the word "amp" where it is no form of an article: %s', (path) =>
    expect(urlKeyOf(`https://example.org/${path}`)).toBe(`example.org/${path}`),
  );

  it.each([
    ['https://m.com.pk/a', 'm.com.pk/a'],
    ['https://m.me/a', 'm.me/a'],
    ['https://urdu.example.org/a', 'urdu.example.org/a'],
    ['https://xn--mgbai9azgqp6j.example/a', 'xn--mgbai9azgqp6j.example/a'],
    ['https://پاکستان.example/a', 'xn--mgbai9azgqp6j.example/a'],
    ['https://m.127.0.0.1.example/a', '127.0.0.1.example/a'],
    ['http://[::1]:8080/a', '[::1]:8080/a'],
  ])('writes the host of %s as in %s', (url, key) => expect(urlKeyOf(url)).toBe(key));

  it.each([
    ['dawn.com/news/1855386', ['www.dawn.com/news/1855386/traders-app', 'www.dawn.com/news/amp/1855386']],
    [
      'bbc.com/news/world-asia-66912345',
      ['www.bbc.co.uk/news/world-asia-66912345?at_medium=RSS&at_campaign=KARANGA'],
    ],
    [
      'da.azadiradio.com/a/32469127.html',
      ['da.azadiradio.com/amp/32469127.html', 'da.azadiradio.com/a/خبر/32469127.html'],
    ],
    [
      'timesofindia.indiatimes.com/world/pakistan/torkham/articleshow/104567890.cms',
      [
        'm.timesofindia.com/world/pakistan/torkham/amp_articleshow/104567890.cms',
        'timesofindia.indiatimes.com/world/pakistan/torkham/articleshow/104567890.cms?utm_campaign=cppst',
      ],
    ],
    [
      'indianexpress.com/article/world/torkham-8999999',
      ['indianexpress.com/article/world/torkham-8999999/lite/'],
    ],
    [
      'news.google.com/articles/CBMiXkFVX3lx',
      [
        'news.google.com/rss/articles/CBMiXkFVX3lx?oc=5',
        'news.google.com/read/CBMiXkFVX3lx?hl=en-PK&gl=PK&ceid=PK:en',
      ],
    ],
    [
      'theguardian.com/world/live/2023/oct/28/a',
      ['amp.theguardian.com/world/live/2023/oct/28/a?page=with:block-653ca#block-653ca'],
    ],
    [
      'geo.tv/latest/458487',
      ['www.geo.tv/latest/458487-torkham-reopens', 'www.geo.tv/amp/458487-torkham', 'www.geo.tv/amp/458487'],
    ],
    [
      'thenews.com.pk/latest/1192098',
      [
        'www.thenews.com.pk/print/1192098-torkham-reopens',
        'www.thenews.com.pk/amp/1192098-torkham-reopens',
        'www.thenews.com.pk/print/1192098',
      ],
    ],
    [
      'tribune.com.pk/story/2450667',
      ['tribune.com.pk/story/2450667/torkham?amp=1', 'tribune.com.pk/story/2450667/'],
    ],
    [
      'brecorder.com/news/40438880',
      ['www.brecorder.com/news/40438880/torkham', 'www.brecorder.com/news/amp/40438880'],
    ],
    ['dawnnews.tv/news/1199504', ['www.dawnnews.tv/news/1199504/', 'www.dawnnews.tv/news/1199504/خبر']],
    ['express.pk/story/2459071', ['www.express.pk/story/2459071/10/', 'www.express.pk/story/2459071']],
    ['images.dawn.com/news/1191800', ['images.dawn.com/news/1191800/torkham']],
    [
      'english.aaj.tv/news/330377210',
      ['english.aaj.tv/news/amp/330377210', 'english.aaj.tv/news/330377210/torkham'],
    ],
    ['arynews.tv/torkham', ['arynews.tv/torkham/amp/', 'arynews.tv/torkham/']],
    ['nation.com.pk/05-Feb-2025/torkham', ['www.nation.com.pk/05-Feb-2025/torkham?version=amp']],
    [
      'hindustantimes.com/world-news/torkham-101684159619826.html',
      ['www.hindustantimes.com/world-news/torkham-101684159619826-amp.html?utm_source=x'],
    ],
    [
      'thehindu.com/article67515012.ece',
      [
        'www.thehindu.com/news/international/torkham/article67515012.ece',
        'www.thehindu.com/article67515012.ece/amp/',
      ],
    ],
    ['bbc.com/urdu/articles/c3ge1p9e0q6o', ['www.bbc.com/urdu/articles/c3ge1p9e0q6o.lite']],
    ['dw.com/fa-af/a-79247266', ['www.dw.com/fa-af/خبر/a-79247266?maca=x', 'amp.dw.com/fa-af/a-79247266']],
    ['tasnimnews.com/en/news/2023/09/16/2956946', ['www.tasnimnews.com/en/news/2023/09/16/2956946/torkham']],
    ['cnn.com/2023/11/09/asia/a', ['edition.cnn.com/2023/11/09/asia/a/index.html']],
  ])('knows the forms in which an outlet writes %s', (key, forms) =>
    expect(forms.map((form) => urlKeyOf(`https://${form}`))).toEqual(forms.map(() => key)),
  );

  it('keeps articles of an outlet apart that differ in their number alone', () => {
    const pairs = [
      ['dawn.com/news/1855386/a', 'dawn.com/news/1855387/a'],
      ['rferl.org/a/a/32469127.html', 'rferl.org/a/a/32469128.html'],
      ['www.geo.tv/latest/458487-a', 'www.geo.tv/latest/458488-a'],
      ['www.geo.tv/latest/458487-a', 'urdu.geo.tv/latest/458487-a'],
      ['tribune.com.pk/story/2450667/a', 'tribune.com.pk/story/2450668/a'],
      ['www.thehindu.com/a/article67515012.ece', 'www.thehindu.com/a/article67515013.ece'],
      ['www.dw.com/en/a/a-79247266', 'www.dw.com/ur/a/a-79247266'],
      ['arynews.tv/tag/amp', 'arynews.tv/tag'],
      ['arynews.tv/torkham/amp', 'arynews.tv/chaman/amp'],
      ['news.google.com/rss/articles/CBMiA', 'news.google.com/rss/articles/CBMiB'],
    ];
    for (const [one, other] of pairs)
      expect(urlKeyOf(`https://${one}`)).not.toBe(urlKeyOf(`https://${other}`));
  });

  it('keeps the address of a cache that shows no page', () => {
    expect(urlKeyOf('https://cdn.ampproject.org/c/s/nothing')).toBe('cdn.ampproject.org/c/s/nothing');
    expect(urlKeyOf('https://www.google.com/amp/s/nothing')).toBe('google.com/amp/s/nothing');
  });

  it('looks through caches that show caches, however many', () => {
    const nested = `https://${'cdn.ampproject.org/c/s/'.repeat(150)}example.org/a`;
    expect(urlKeyOf(nested)).toBe('example.org/a');
  });
});
