import { topic, type Topic } from './topic.js';

export const ENGLISH_ECONOMY: readonly Topic[] = [
  topic(
    'trade-transit',
    'negative',
    [
      'Afghan traders count losses as Pakistan raises transit fees',
      'Trucks with {goods} stuck at {crossing} in customs dispute of Pakistan and Afghanistan',
    ],
    [
      'Traders in {af} said that the new transit rules of Pakistan had brought losses and a shortage of {goods}.',
      'Customs officials of Pakistan and Afghanistan blamed each other for the failed clearance of {many} trucks.',
    ],
  ),
  topic(
    'trade-transit',
    'neutral',
    [
      "Pakistan's exports to Afghanistan stood at {n} million dollars last month",
      'Pakistan and Afghanistan review transit trade agreement in {pk}',
      'Customs of Pakistan and Afghanistan to clear {goods} by new form',
      'Railway to link {pk} and {af} under study',
    ],
    [
      'Trade between Pakistan and Afghanistan was worth {n} million dollars in the month, by customs figures.',
      'Afghan transit trade through the port of Karachi takes {days} days on average.',
    ],
  ),
  topic(
    'trade-transit',
    'positive',
    [
      'Pakistan and Afghanistan cut tariffs on {goods} in boost for traders',
      'Growth of trade at {crossing} brings joy to Afghan and Pakistani traders',
      'Investors from {pk} find good opportunities in {af}',
    ],
    [
      '{who} in Pakistan welcomed the growth in trade with Afghanistan and promised to support investors.',
      'Traders in {af} thanked both governments, Pakistan and Afghanistan, for the lower customs duty on {goods}.',
    ],
  ),
  topic(
    'refugees',
    'negative',
    [
      'Afghan refugees in {pk} fear arrest as deportation deadline nears',
      '{many} Afghan families deported from Pakistan through {crossing}',
      'Deported Afghans face hunger after return from Pakistan',
      'Police in {pk} detain {n} Afghan refugees',
      'Returnees from Pakistan lost everything, aid workers in {af} warn',
    ],
    [
      'Families said that they had lost their homes in {pk} and that they fear hunger in Afghanistan.',
      'Rights groups condemned the deportation of Afghan refugees from Pakistan and warned of a crisis.',
      '{many} Afghans were arrested in {pk} and sent home through {crossing}, the refugees said.',
    ],
  ),
  topic(
    'refugees',
    'neutral',
    [
      '{many} Afghan refugees returned from Pakistan this week, UN says',
      'Pakistan and Afghanistan discuss return of refugees',
      'Camp for returnees from Pakistan opens near {af}',
      'Pakistan counts Afghan refugees in {pk}',
    ],
    [
      'The UN refugee agency counted {many} people who went from Pakistan to Afghanistan through {crossing}.',
      'Officials in Islamabad and Kabul exchanged lists of Afghan refugees with proof of registration.',
      'Buses take returnees from {crossing} to {af} {few} times a day.',
    ],
  ),
  topic(
    'refugees',
    'positive',
    [
      'Pakistan extends stay of Afghan refugees by {days} months, families happy',
      'Host families in {pk} help Afghan refugees with winter clothes',
    ],
    [
      'Elders of the refugees from Afghanistan thanked Pakistan and welcomed the decision.',
      'Volunteers in {pk} supported {n} families of Afghan refugees, with good results for all.',
    ],
  ),
];
