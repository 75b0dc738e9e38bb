import { topic, type Topic } from './topic.js';

/** What the papers are full of besides: about one of the two states, or neither. */
export const ENGLISH_OTHER: readonly Topic[] = [
  topic(
    'other',
    'neutral',
    ['Rain expected in {pk} for {few} days', 'Cloudy week ahead in {district}'],
    [
      'The weather office gave a forecast for {days} days.',
      'Farmers in {district} plan to sow {goods} after the rain.',
    ],
  ),
  topic(
    'other',
    'neutral',
    ['{pk} to get {n} new buses', 'City of {pk} plans {few} new bus lines'],
    [
      'The city government will pay {many} million rupees for the plan.',
      'The first line will run in {days} weeks.',
    ],
  ),
  topic(
    'other',
    'neutral',
    ['Price of {goods} steady in {af} market', 'Workers repair {few} bridges near {af}'],
    [
      'The work and the market in {af} go on for {days} weeks.',
      'The municipality of {af} published the figures.',
    ],
  ),
  topic(
    'other',
    'neutral',
    [
      '{third} launches satellite',
      '{third} holds election in {n} districts',
      '{third} names new central bank head',
    ],
    [
      'The news agency of {third} gave no further details.',
      'Analysts in {third} had expected it for {days} months.',
    ],
  ),
  topic(
    'other',
    'positive',
    ['Young batter from {pk} wins award', '{pk} fans celebrate win by {n} runs'],
    ['Fans in {pk} were happy.', 'The captain praised a great match.'],
  ),
  topic(
    'other',
    'negative',
    ['Road crash near {pk} kills {few}', 'Bus crash kills {few} on road to {pk}'],
    ['Police in {pk} blamed bad brakes and fog for the crash.', '{n} people were injured.'],
  ),
];
