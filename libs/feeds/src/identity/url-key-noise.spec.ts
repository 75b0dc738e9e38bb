import { urlKeyOf } from './url-key.js';

describe('urlKeyOf, of parameters and fragments,', () => {
  it.each([
    'pk_campaign=a&pk_kwd=b&pk_keyword=c&pk_source=d&pk_medium=e&pk_content=f',
    'ns_mchannel=rss&ns_source=a&ns_campaign=1490&ns_linkname=b&ns_fee=0',
    'at_medium=RSS&at_campaign=KARANGA&at_custom1=a&at_custom4=b&at_link_id=c&at_link_origin=d&at_link_type=e',
    'at_ptr_name=a&at_bbc_team=b&at_format=c&utm_new_kind=d&mtm_source=e&hsa_cam=1',
    'CMP=share_btn_tw&emc=edit_tnt&spm=a2c.1.0.0&ved=2ahUKE&smid=tw-nytimes&ocid=socialflow&ncid=txtlnk',
    'wt_mc=a&wt_zmc=b&oly_enc_id=c&oly_anon_id=d&vero_id=e&vero_conv=f',
  ])('leaves out what says how the reader came: %s', (query) =>
    expect(urlKeyOf(`https://example.org/a?${query}&id=1`)).toBe('example.org/a?id=1'),
  );

  it.each([
    'amp=12345',
    'type=story',
    'view=7',
    'ref=12345',
    'source=reuters',
    'page=2',
    's=20',
    'm=1',
    'sid=9',
    ...['cmp', 'emc', 'ncid', 'ocid', 'smid', 'spm', 'ved'].map((name) => `${name}=12345`),
  ])('keeps a parameter that may choose what is read: %s', (query) =>
    expect(urlKeyOf(`https://example.org/?${query}`)).toBe(`example.org?${query}`),
  );

  it.each([
    ['#!/news/1', '#!/news/1'],
    ['#!/news/1/', '#!/news/1'],
    ['#/news/خبر?b=1&utm_source=rss&a=1', '#/news/%D8%AE%D8%A8%D8%B1?a=1&b=1'],
    ['#/?id=1', '#/?id=1'],
    ['#/', ''],
    ['#!/?utm_source=rss', ''],
    ['#!', ''],
    ['#', ''],
    ['#news/1', ''],
  ])('keeps of the fragment %p, where it is a route within the page, %p', (fragment, kept) =>
    expect(urlKeyOf(`https://example.org/${fragment}`)).toBe(`example.org${kept}`),
  );
});
