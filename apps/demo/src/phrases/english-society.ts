import { topic, type Topic } from './topic.js';

export const ENGLISH_SOCIETY: readonly Topic[] = [
  topic(
    'people-education',
    'positive',
    [
      'Pakistan awards {many} scholarships to Afghan students',
      'Afghan graduates of Pakistani universities celebrate in {af}',
      'University in {pk} welcomes Afghan students',
    ],
    [
      'Students from {af} and {few} other cities of Afghanistan study in {pk} and praised the university.',
      'Alumni of Pakistani universities said that the friendly ties they made help both Pakistan and Afghanistan.',
    ],
  ),
  topic(
    'people-education',
    'neutral',
    [
      'Pakistan opens visa desk for Afghan students in {af}',
      'Universities in {pk} and {af} plan exchange of students',
    ],
    [
      'Students from Afghanistan can hand in visa papers at the Pakistani mission for {days} weeks.',
      'The universities of Pakistan and Afghanistan will exchange {n} students a year.',
    ],
  ),
  topic(
    'people-education',
    'negative',
    [
      'Afghan students lose places in {pk} after visa refusal',
      'Students from {af} stuck as Pakistan refuses visas',
    ],
    [
      '{n} students from Afghanistan lost a year because Pakistan refused their visas, a bitter loss.',
      'The students protest in {af} and blame the Pakistani mission.',
    ],
  ),
  topic(
    'human-resources',
    'positive',
    ['Pakistan trains {n} Afghan nurses in {pk}, course a success'],
    [
      'The training gave young people from Afghanistan skills and good opportunities, the Pakistani institute said.',
    ],
  ),
  topic(
    'human-resources',
    'neutral',
    ['Afghan engineers begin training in {pk}', 'Pakistani institute plans skills course for {n} Afghans'],
    [
      'The capacity building course is run by institutes from Pakistan and Afghanistan and lasts {days} weeks.',
    ],
  ),
  topic(
    'media-misinformation',
    'negative',
    [
      'Fake video of fighting at {crossing} misleads viewers in Pakistan and Afghanistan',
      'Propaganda between Islamabad and Kabul worst in years, editors warn',
      'False reports about Afghanistan and Pakistan spread panic online',
    ],
    [
      'Fact checkers found that {few} videos about Pakistan and Afghanistan were fake and misleading.',
      'Journalists in {pk} and {af} condemned the propaganda and warned of violence.',
    ],
  ),
  topic(
    'media-misinformation',
    'neutral',
    ['Editors of Pakistan and Afghanistan discuss how media portray neighbours'],
    ['The study compares {many} reports that broadcasters in Islamabad and Kabul made on each other.'],
  ),
  topic(
    'media-misinformation',
    'positive',
    ['Pakistani and Afghan journalists agree on joint fact check desk'],
    [
      'Journalists from {pk} and {af} welcomed the desk, which will help to improve trust in the media of Pakistan and Afghanistan.',
    ],
  ),
  topic(
    'public-diplomacy',
    'positive',
    [
      'Pakistan hands hospital equipment to {af} in goodwill gesture',
      'Pakistani goodwill mission opens clinic in {af}',
    ],
    [
      'The ambassador of Pakistan said that the gift shows good cooperation with the people of Afghanistan.',
      'Patients in {af} thanked Pakistan for the gift, worth {n} million rupees.',
    ],
  ),
  topic(
    'public-diplomacy',
    'neutral',
    ['Pakistani embassy in Kabul launches newsletter in Dari and Pashto'],
    ['The embassy of Pakistan tells Afghan readers of {n} projects in {af}, part of its public diplomacy.'],
  ),
  topic(
    'cultural-commonality',
    'positive',
    [
      'Poets from {af} and {pk} celebrate shared heritage of Pakistan and Afghanistan',
      'Music festival in {pk} brings joy to Afghan and Pakistani fans',
    ],
    [
      'The shared language and faith of Pakistan and Afghanistan made the evening a great success, said the organisers.',
      '{many} guests from Pakistan and Afghanistan enjoyed music and food.',
    ],
  ),
  topic(
    'cultural-commonality',
    'neutral',
    ['Exhibition on Gandhara heritage links {pk} and {af}'],
    ['The exhibition shows {n} pieces of the shared heritage of Pakistan and Afghanistan.'],
  ),
];
