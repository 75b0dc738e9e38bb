import { SourceRegister } from './source-register.js';
import type { Source } from './source.js';

const source = (id: string, over: Partial<Source>): Source => ({
  id,
  name: id,
  country: 'PK',
  bloc: 'pakistani',
  language: 'en',
  kind: 'press',
  hosts: [],
  feeds: [{ id: `${id}-home`, url: `https://${id}.example/feed`, verified: false }],
  ...over,
});

const register = new SourceRegister([
  source('post', { hosts: ['post.example'] }),
  source('urdu', { hosts: ['urdu.post.example'], language: 'ur' }),
  source('wire', { country: 'AF', bloc: 'taliban-run' }),
]);

describe('the source register', () => {
  it('gives a host to the nearest domain that is registered', () => {
    expect(register.ownerOf('www.post.example')).toBe('post');
    expect(register.ownerOf('M.Urdu.Post.Example')).toBe('urdu');
    expect(register.ownerOf('example')).toBeNull();
    expect(register.ownerOf('notpost.example')).toBeNull();
  });

  it('selects the sources for which every part of a filter holds', () => {
    expect(register.select({})).toBeNull();
    expect(register.select({ country: ['PK'] })).toEqual(['post', 'urdu']);
    expect(register.select({ country: ['PK'], source: ['wire'] })).toEqual([]);
    expect(register.select({ bloc: ['taliban-run', 'pakistani'], source: ['wire', 'urdu'] })).toEqual([
      'urdu',
      'wire',
    ]);
  });

  it('knows the feeds with the source they belong to', () => {
    expect(register.feeds.map(({ id, sourceId }) => [id, sourceId])).toContainEqual(['wire-home', 'wire']);
  });
});
